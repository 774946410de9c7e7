import QuoteModel

/// An article's text put together from its paragraphs, a blank line between two.
struct ArticleText {
  private(set) var text = ""
  private(set) var parts: [ArticlePart] = []

  /// No text yet.
  init() {}

  /// Those paragraphs. O(words).
  init(_ paragraphs: [PageBody.Paragraph]) {
    for paragraph in paragraphs { append(paragraph.text, paragraph.kind) }
  }

  /// Puts a paragraph behind what there is; one without words is left out. O(words).
  mutating func append(_ words: some StringProtocol, _ kind: ArticlePart.Kind = .body) {
    let words = words.trimmed
    guard !words.isEmpty else { return }
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += words
    parts.append(ArticlePart(TextRange(start, text.utf8.count), kind))
  }

  var isEmpty: Bool { parts.isEmpty }

  /// Takes a title, a byline and a date that stand above the running text out of it and into the article. What is
  /// printed there is surer than when a file was made.
  mutating func liftHead(into article: inout Article) {
    var (count, title) = (0, "")
    for part in parts.prefix(6) {
      let words = String(text[part.range])
      let longer = title.isEmpty ? words : title + " " + words
      if !article.title.isEmpty, article.title.hasPrefix(longer) {
        title = longer
      } else if words == article.byline {
      } else if words.utf8.count <= 40, let date = PartialDate(printed: words) {
        article.date = date
      } else if words.utf8.count <= 80, words.hasPrefix("By "), words.last != "." {
        article.byline = Byline.withoutBy(words)
      } else {
        break
      }
      count += 1
    }
    guard count > 0 else { return }
    let start = count < parts.count ? parts[count].range.lower : text.utf8.count
    text = String(text.utf8.dropFirst(start)) ?? text
    parts = parts.dropFirst(count).map {
      ArticlePart(TextRange($0.range.lower - start, $0.range.upper - start), $0.kind)
    }
  }
}
