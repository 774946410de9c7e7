import QuoteModel

/// Many parsed articles -> merged actors, topics and relations.
public struct Linker: Sendable {
  /// A linker with the embedded word lists.
  public init() {}

  /// Folds the words of an article's quotations for linking. One article at a time, on any thread. O(text).
  public func digest(_ parsed: ParsedArticle) -> DigestedArticle {
    DigestedArticle(parsed: parsed, terms: parsed.quotations.map { _ in QuotationTerms() })
  }

  /// Links everything in the segments. O(n log n) in quotations.
  public func link(_ segments: [Segment]) -> Links {
    Links()
  }
}
