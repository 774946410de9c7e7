import QuoteModel

/// The same speaker goes on, in the same or the next paragraph.
enum Continues {
  /// Each statement and the one its speaker goes on with. O(n).
  static func find(_ context: RelationContext) -> [Finding] {
    let index = context.index
    var findings: [Finding] = []
    var last: Int?
    for quotation in 0..<index.count where !index.isNested[quotation] {
      defer { last = quotation }
      guard let last, index.article[last] == index.article[quotation], index.shareSpeaker(last, quotation)
      else { continue }
      let step = index.paragraph[quotation] - index.paragraph[last]
      guard step == 0 || step == 1 else { continue }
      findings.append(
        Finding(
          earlier: Int32(last), later: Int32(quotation), kind: .continues, score: step == 0 ? 0.8 : 0.6,
          reason: .goesOn(inParagraph: step == 0)))
    }
    return findings
  }
}
