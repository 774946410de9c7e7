import QuoteModel

/// An article's text put together from its paragraphs, a blank line between two.
struct ArticleText {
  private(set) var text = ""
  private(set) var parts: [ArticlePart] = []

  /// Puts a paragraph behind what there is; one without words is left out. O(words).
  mutating func append(_ words: some StringProtocol, _ kind: ArticlePart.Kind = .body) {
    let words = words.trimmed
    guard !words.isEmpty else { return }
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += words
    parts.append(ArticlePart(TextRange(start, text.utf8.count), kind))
  }
}
