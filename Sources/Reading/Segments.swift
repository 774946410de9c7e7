import QuoteModel

/// Batches of articles packed one behind the other.
struct Segments {
  private(set) var all: [Segment] = []
  /// The most articles that are packed again because of one.
  private static let part = 256

  /// How many articles they hold.
  var articleCount: Int { all.last.map { $0.firstArticle + $0.articleCount } ?? 0 }

  /// Packs a batch behind what there is. O(batch).
  mutating func append(_ batch: [DigestedArticle]) {
    guard !batch.isEmpty else { return }
    let next = next
    all.append(
      Segment(batch, firstArticle: next.article, firstQuotation: next.quotation, firstActor: next.actor))
  }

  /// Puts other readings of some articles, by their rows in the corpus, in the place of those there are. Only
  /// segments that hold one of them are packed again, large ones in parts; the columns of all others are shared.
  /// O(articles).
  mutating func replace(_ articles: [Int: DigestedArticle]) {
    guard !articles.isEmpty else { return }
    let old = all
    all = []
    all.reserveCapacity(old.count)
    for segment in old {
      let rows = segment.firstArticle..<segment.firstArticle + segment.articleCount
      if rows.contains(where: { articles[$0] != nil }) {
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.part) {
          append(
            (start..<min(start + Self.part, rows.upperBound)).map {
              articles[$0] ?? segment.digested($0 - rows.lowerBound)
            })
        }
      } else {
        let next = next
        all.append(
          Segment(
            segment, firstArticle: next.article, firstQuotation: next.quotation, firstActor: next.actor))
      }
    }
  }

  private var next: (article: Int, quotation: Int, actor: Int) {
    guard let last = all.last else { return (0, 0, 0) }
    return (
      last.firstArticle + last.articleCount, last.firstQuotation + last.count,
      last.firstActor + last.actorCount
    )
  }
}

extension Segments {
  /// Segments that were packed elsewhere.
  init(_ all: [Segment]) { self.all = all }
}
