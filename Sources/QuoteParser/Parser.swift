import QuoteModel

/// Article -> ParsedArticle: the stages of the parser in their order. Never throws; any text is an article.
public struct Parser: Sendable {
  /// A parser with the embedded models and word lists.
  public init() {}

  /// Reads one article. O(text).
  public func parse(_ article: Article) -> ParsedArticle {
    ParsedArticle(article: article)
  }
}
