import QuoteModel

/// Both are about the same things. What is told inside another statement is left to that one.
enum SameSubject {
  /// Least likelihood of one subject.
  static let least: Float = 0.8

  /// Whether two quotations share a subject worth naming. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    guard pair.similarity >= least, !context.index.isNested[pair.first], !context.index.isNested[pair.second]
    else { return nil }
    let subjects = context.telling(pair.overlap.subjects)
    // What a large part of the corpus speaks of is no subject by itself.
    guard let first = subjects.first,
      subjects.count > 1 || context.isTelling(first)
    else { return nil }
    let isComingBack = pair.speakers == .same && !pair.isOneArticle
    return pair.finding(
      .sameSubject, 0.5 * pair.similarity, .about(subjects, days: isComingBack ? pair.days : nil))
  }
}
