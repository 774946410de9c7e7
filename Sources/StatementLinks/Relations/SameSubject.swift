import QuoteModel

/// Both are about the same things. What is told inside another statement is left to that one.
enum SameSubject {
  /// Least likelihood of one subject in a collection of 20,000 quotations; see `RelationContext.scaled`.
  static let least: Float = 0.85

  /// And where they share one subject of one word alone, which among few statements is enough.
  static let leastOfOne: Float = 0.8
  static let few = 64

  /// Whether two quotations share a subject worth naming. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    guard pair.similarity >= context.scaled(least), !context.index.isNested[pair.first],
      !context.index.isNested[pair.second]
    else { return nil }
    // What a large part of the corpus speaks of is no subject, not even two of them: everybody names both candidates.
    guard pair.overlap.subjects.contains(where: context.isTelling) else { return nil }
    let subjects = context.telling(pair.overlap.subjects)
    guard let first = subjects.first,
      context.index.count < few || pair.similarity >= leastOfOne || subjects.count > 1
        || context.isCompound(first)
    else { return nil }
    let isComingBack = pair.speakers == .same && !pair.isOneArticle
    return pair.finding(
      .sameSubject, 0.5 * pair.similarity, .about(subjects, days: isComingBack ? pair.days : nil))
  }
}
