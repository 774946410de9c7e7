import QuoteModel

/// A way to store articles in a file. A new one is a file in `Formats` and a row of `ArticleFormats.all`.
public protocol ArticleFormat: Sendable {
  /// What messages call it.
  var name: String { get }
  /// Whether the document looks like one of its own. Cheap: a look at the name and the first bytes.
  func recognizes(_ document: Document) -> Bool
  /// The articles in the document, in its order. O(bytes).
  func articles(in document: Document) throws(ImportError) -> [Article]
}

/// The formats known, and the one entry point from bytes to articles.
public enum ArticleFormats {
  /// Asked in this order; the last takes whatever is text.
  public static let all: [any ArticleFormat] = [PlainText()]

  /// The articles in a document, by the first format that recognizes it. O(bytes).
  ///
  /// Throws where the document is empty or no text.
  public static func articles(in document: Document) throws(ImportError) -> [Article] {
    guard !document.bytes.isEmpty else { throw ImportError(path: document.path, reason: "is empty") }
    for format in all where format.recognizes(document) { return try format.articles(in: document) }
    throw ImportError(path: document.path, reason: "is in no known format")
  }
}
