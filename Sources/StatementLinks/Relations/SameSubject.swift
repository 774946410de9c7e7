import QuoteModel

/// Both are about the same things. What is told inside another statement is left to that one.
enum SameSubject {
  /// Least likelihood of one subject in a collection of 20,000 quotations; see `RelationContext.scaled`.
  static let least: Float = 0.85

  /// And where they share one subject of one word alone.
  static let leastOfOne: Float = 0.8
  /// In a collection of fewer quotations one word is enough, and less likelihood; across articles still less, the least
  /// where they share a thing of which hardly any other quotation speaks.
  static let few = 1_000
  static let leastAmongFew: Float = 0.72
  static let leastOfOneArticle: Float = 0.6
  static let fewest = 64
  static let leastAcrossFew: Float = 0.46
  static let leastOfRare: Float = 0.2
  static let leastWeight: Float = 1.05
  static let mostShare = 40

  /// Whether two quotations share a subject worth naming. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    guard !context.index.isNested[pair.first], !context.index.isNested[pair.second] else { return nil }
    let subjects =
      context.index.count < few ? subjectsAmongFew(pair, context) : subjectsAmongMany(pair, context)
    guard !subjects.isEmpty else { return nil }
    let isComingBack = pair.speakers == .same && !pair.isOneArticle
    return pair.finding(
      .sameSubject, 0.5 * pair.similarity, .about(subjects, days: isComingBack ? pair.days : nil))
  }

  private static func subjectsAmongMany(_ pair: Pair, _ context: RelationContext) -> [Int32] {
    // What a large part of the corpus speaks of is no subject, not even two of them: everybody names both candidates.
    guard pair.similarity >= context.scaled(least), pair.overlap.subjects.contains(where: context.isTelling)
    else { return [] }
    let subjects = context.telling(pair.overlap.subjects)
    guard let first = subjects.first,
      pair.similarity >= leastOfOne || subjects.count > 1 || context.isCompound(first)
    else { return [] }
    return subjects
  }

  private static func subjectsAmongFew(_ pair: Pair, _ context: RelationContext) -> [Int32] {
    let subjects = context.telling(pair.overlap.subjects)
    let isTelling = pair.overlap.subjects.contains(where: context.isTelling)
    let leastNear = context.index.count < fewest ? leastOfOneArticle : leastAmongFew
    if isTelling, pair.similarity >= (pair.isOneArticle ? leastNear : leastAcrossFew) { return subjects }
    let isRare = pair.overlap.subjects.contains {
      context.space.postings[Int($0)].count * mostShare <= context.index.count
    }
    guard !pair.isOneArticle, isRare, pair.similarity >= leastOfRare,
      pair.overlap.weight >= leastWeight * context.similarity.mostWeight
    else { return [] }
    return subjects
  }
}
