import QuoteModel

/// Batches of articles packed one behind the other.
struct Segments {
  private(set) var all: [Segment] = []

  /// Packs a batch behind what there is. O(batch).
  mutating func append(_ batch: [DigestedArticle]) {
    guard !batch.isEmpty else { return }
    let last = all.last
    all.append(
      Segment(
        batch, firstArticle: last.map { $0.firstArticle + $0.articles.count } ?? 0,
        firstQuotation: last.map { $0.firstQuotation + $0.count } ?? 0,
        firstActor: last.map { $0.firstActor + $0.actors.count } ?? 0))
  }
}
