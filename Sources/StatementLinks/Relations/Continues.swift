import QuoteModel

/// The same speaker goes on: the next statement of the article, in the same or the next paragraph.
enum Continues {
  /// Days between two statements after which nobody goes on.
  static let mostDays = 365
  /// Least confidence of both: of what is less sure, one in three is no statement or somebody else's.
  static let leastSure: Float = 0.6
  /// Share of the terms of the shorter one from which a headline says what the first sentence says again.
  static let mostContained: Float = 0.6

  /// Whether the second of a pair goes on after the first. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.distance == 1, pair.speakers == .same, Int(context.previous[pair.second]) == pair.first,
      !index.isNested[pair.first], !index.isNested[pair.second],
      context.areSure(pair.first, pair.second, leastSure),
      index.framing[pair.first].isDisjoint(with: .isUnsaid),
      index.framing[pair.second].isDisjoint(with: .isUnsaid)
    else { return nil }
    // A headline and the sentence below it.
    if context.place[pair.first] == 0, pair.contained >= mostContained { return nil }
    let step = index.paragraph[pair.second] - index.paragraph[pair.first]
    guard step == 0 || step == 1, pair.days ?? 0 < mostDays else { return nil }
    return pair.findingInText(.continues, step == 0 ? 0.5 : 0.45, .goesOn(inParagraph: step == 0))
  }
}
