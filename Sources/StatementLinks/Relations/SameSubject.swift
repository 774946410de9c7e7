import QuoteModel

/// Both are about the same things: rare words, phrases and actors spoken of.
enum SameSubject {
  /// Least cosine.
  static let leastCosine: Float = 0.15
  /// Least cosine where a single word is all they share.
  static let leastOfOneWord: Float = 0.2

  /// Whether two quotations share a subject worth naming. O(1).
  static func judge(
    _ a: Int, _ b: Int, _ overlap: FeatureSpace.Overlap, _ context: RelationContext
  ) -> Finding? {
    guard overlap.cosine >= (overlap.things > 1 ? leastCosine : leastOfOneWord) * context.strictness,
      !isInside(a, b, context.index)
    else { return nil }
    let subjects = context.telling(overlap.subjects)
    guard !subjects.isEmpty else { return nil }
    let (earlier, later) = context.inOrder(a, b)
    return Finding(
      earlier: Int32(earlier), later: Int32(later), kind: .sameSubject, score: overlap.cosine,
      reason: .about(subjects))
  }

  /// Nested words share their words with those around them.
  private static func isInside(_ a: Int, _ b: Int, _ index: LinkIndex) -> Bool {
    index.article[a] == index.article[b] && index.paragraph[a] == index.paragraph[b]
      && index.isNested[a] != index.isNested[b]
  }
}
