import QuoteModel

/// The same speaker goes on: the next statement of the article, in the same or the next paragraph.
enum Continues {
  /// Days between two statements after which nobody goes on.
  static let mostDays = 365

  /// Whether the second of a pair goes on after the first. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.distance == 1, pair.speakers == .same, Int(context.previous[pair.second]) == pair.first,
      !index.isNested[pair.first], !index.isNested[pair.second]
    else { return nil }
    let step = index.paragraph[pair.second] - index.paragraph[pair.first]
    guard step == 0 || step == 1, pair.days ?? 0 < mostDays else { return nil }
    return pair.findingInText(.continues, step == 0 ? 0.5 : 0.45, .goesOn(inParagraph: step == 0))
  }
}
