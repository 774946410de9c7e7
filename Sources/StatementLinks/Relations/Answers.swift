import QuoteModel

/// Somebody takes up what another said: names them and speaks of the same, or replies within the article.
enum Answers {
  /// Statements looked back over within an article.
  static let reach = 4
  /// Months after which naming somebody is no longer an answer.
  static let mostMonths: Int32 = 3

  /// Replies within the articles. O(n).
  static func find(_ context: RelationContext) -> [Finding] {
    let index = context.index
    var findings: [Finding] = []
    for later in 0..<index.count where !index.isNested[later] && !index.speakers[later].isEmpty {
      var seen = 0
      var earlier = later - 1
      while earlier >= 0, seen < reach, index.article[earlier] == index.article[later] {
        defer { earlier -= 1 }
        guard !index.isNested[earlier], !index.speakers[earlier].isEmpty else { continue }
        seen += 1
        guard !index.shareSpeaker(earlier, later) else { continue }
        let overlap = context.space.overlap(earlier, later)
        if let finding = judge(earlier, later, overlap, context, isNear: true) { findings.append(finding) }
      }
    }
    return findings
  }

  /// Whether, across articles, one of the two answers the other. O(1).
  static func judgeAcross(
    _ a: Int, _ b: Int, _ overlap: FeatureSpace.Overlap, _ context: RelationContext
  ) -> Finding? {
    let index = context.index
    guard index.article[a] != index.article[b] else { return nil }
    let (earlier, later) = context.inOrder(a, b)
    let months = (monthNumber(index.date[later]) ?? 0) - (monthNumber(index.date[earlier]) ?? 0)
    if index.date[earlier] != 0, index.date[later] != 0, months > mostMonths { return nil }
    if let finding = judge(earlier, later, overlap, context, isNear: false) { return finding }
    // Said the same day, or nobody knows when: either may be the answer.
    guard index.date[a] == index.date[b] || index.date[a] == 0 || index.date[b] == 0 else { return nil }
    return judge(later, earlier, overlap, context, isNear: false)
  }

  private static func judge(
    _ earlier: Int, _ later: Int, _ overlap: FeatureSpace.Overlap, _ context: RelationContext, isNear: Bool
  ) -> Finding? {
    let index = context.index
    let said = index.speakers[earlier]
    guard !said.isEmpty, !index.speakers[later].isEmpty, !index.shareSpeaker(earlier, later) else {
      return nil
    }
    var naming = Finding.Naming.nowhere
    var actor = said[said.startIndex]
    if let named = said.first(where: { index.about[later].contains($0) }) {
      (naming, actor) = (.words, named)
    } else if let named = said.first(where: { index.asked[later].contains($0) }) {
      (naming, actor) = (.question, named)
    }
    let shared = context.telling(overlap.subjects, besides: said)
    let least: Float = naming == .nowhere ? 0.25 : isNear ? 0.04 : 0.16
    guard !shared.isEmpty, overlap.cosine >= least * context.strictness, isNear || naming != .nowhere else {
      return nil
    }
    if naming == .nowhere, abs(index.paragraph[later] - index.paragraph[earlier]) > 2 { return nil }
    let base: Float = naming == .nowhere ? 0.2 : isNear ? 0.5 : 0.4
    return Finding(
      earlier: Int32(earlier), later: Int32(later), kind: .answers,
      score: min(1, base + 0.5 * overlap.cosine),
      reason: .takesUp(actor: actor, naming: naming, subjects: shared))
  }

  /// Months since year 0; `nil` where the year is unknown.
  private static func monthNumber(_ date: Int32) -> Int32? {
    guard let parts = PartialDate(sortKey: date), let year = parts.year else { return nil }
    return Int32(year * 12 + (parts.month ?? 1))
  }
}
