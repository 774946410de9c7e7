import QuoteModel

/// The same speaker, or one of several who spoke together, says more precisely what a statement above it says.
enum Elaborates {
  /// Statements from the top of an article that count as its summary.
  static let summary: Int32 = 3
  /// Least confidence of both statements.
  static let leastSure: Float = 0.3
  /// Terms that the later one must add; fewer where it has somebody’s own words, since what is told twice is told in others.
  static let leastNew = 5
  static let leastNewInQuotes = 3
  /// Paragraphs from the one to the other: farther down, the same speaker says something else.
  static let mostParagraphs: Int32 = 4
  /// Terms both must have, of one speaker; fewer where the shorter one has hardly any others.
  static let leastShared = 3
  static let leastSharedOfShort = 2
  /// Share of the terms of the one with fewer that both must have.
  static let leastContained: Float = 0.45
  static let leastContainedOfShort: Float = 0.6
  /// Least cosine, of one speaker.
  static let leastCosine: Float = 0.25

  /// Whether the second of a pair elaborates the first. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard let distance = pair.distance, distance > 0, pair.speakers == .same || pair.speakers == .joint,
      !index.isNested[pair.first], !index.isNested[pair.second], pair.standing.opposite.isEmpty,
      // A headline and what stands under it are one statement; what is taken back, or not said, is no more of it.
      index.isOutsideText[pair.first] == index.isOutsideText[pair.second],
      index.framing[pair.first].isDisjoint(with: [.isUnsaid, .turns]),
      index.framing[pair.second].isDisjoint(with: [.isUnsaid, .turns]),
      context.areSure(pair.first, pair.second, leastSure)
    else { return nil }
    // What was said at another time says something else, not more.
    guard index.framing[pair.first].contains(.saidBefore) == index.framing[pair.second].contains(.saidBefore)
    else { return nil }
    let new = context.space.termCount(pair.second) - pair.overlap.terms
    let subjects = context.telling(pair.overlap)
    guard new >= (index.isDirect[pair.second] ? leastNewInQuotes : leastNew), !subjects.isEmpty, context.sharePlainWord(pair.first, pair.second) else {
      return nil
    }
    let isJoint = pair.speakers == .joint
    if isJoint {
      guard context.place[pair.first] < summary,
        pair.overlap.terms > 1 || pair.overlap.subjects.contains(where: { $0 < context.space.firstActor }),
        context.members(index.speakers[pair.first]).count > context.members(index.speakers[pair.second]).count
      else { return nil }
    } else {
      guard index.paragraph[pair.second] - index.paragraph[pair.first] <= mostParagraphs else { return nil }
      let least = pair.contained >= leastContainedOfShort ? leastSharedOfShort : leastShared
      guard pair.contained >= leastContained, pair.overlap.terms >= least,
        pair.overlap.cosine >= leastCosine * context.strictness
      else { return nil }
    }
    return pair.findingInText(
      .elaborates, 0.55 + 0.4 * pair.overlap.cosine, .more(isJoint: isJoint, subjects: subjects))
  }
}
