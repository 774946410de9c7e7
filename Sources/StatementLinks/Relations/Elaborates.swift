import QuoteModel

/// The same speaker, or one of several who spoke together, says more precisely what a statement above it says.
enum Elaborates {
  /// Statements from the top of an article that count as its summary.
  static let summary: Int32 = 3
  /// Least confidence of both statements.
  static let leastSure: Float = 0.3
  /// Terms that the later one must add in somebody’s own words; more where it is only told, since what is told twice is told in
  /// others, or stands farther down, where most is something else.
  static let leastNew = 3
  static let leastNewTold = 6
  static let leastNewFar = 8
  /// Paragraphs from the one to the other that are near.
  static let nearParagraphs: Int32 = 4
  /// Terms both must have, of one speaker; fewer where the shorter one has hardly any others.
  static let leastShared = 3
  static let leastSharedOfShort = 2
  /// Share of the terms of the one with fewer that both must have; more where the later one is only told.
  static let leastContained: Float = 0.5
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
    guard !subjects.isEmpty, context.sharePlainWord(pair.first, pair.second) else { return nil }
    let isNear = index.paragraph[pair.second] - index.paragraph[pair.first] <= nearParagraphs
    let isJoint = pair.speakers == .joint
    let isTold = !index.isDirect[pair.second]
    if isTold, !isNear { return nil }
    guard new >= (isJoint ? leastNew : isTold ? leastNewTold : isNear ? leastNew : leastNewFar) else {
      return nil
    }
    if isJoint {
      guard context.place[pair.first] < summary,
        pair.overlap.terms > 1 || pair.overlap.subjects.contains(where: { $0 < context.space.firstActor }),
        context.members(index.speakers[pair.first]).count
          > context.members(index.speakers[pair.second]).count
      else { return nil }
    } else {
      let least = pair.contained >= leastContainedOfShort ? leastSharedOfShort : leastShared
      guard pair.contained >= (isTold ? leastContainedOfShort : leastContained), pair.overlap.terms >= least,
        pair.overlap.cosine >= leastCosine * context.strictness
      else { return nil }
    }
    return pair.findingInText(
      .elaborates, 0.55 + 0.4 * pair.overlap.cosine, .more(isJoint: isJoint, subjects: subjects))
  }
}
