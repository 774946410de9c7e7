import QuoteModel

/// Articles as they were read, as JSON, one object a line.
public enum ArticleLines {
  /// The line of an article, as UTF-8: `doc`, `title`, `byline`, `outlet`, `date`, `url`, `language`, `text`; then
  /// `captions` and `pull_quotes`, which stand behind the running text, blank lines between. O(text).
  ///
  /// Offsets that other exports give count in `text`, a blank line, and the captions and pull-quotes behind it.
  public static func line(of article: Article) -> [UInt8] {
    let end = article.runningTextEnd
    var json = JSONText()
    json.object {
      $0.key("doc")
      $0.string(article.name)
      $0.key("title")
      $0.string(article.title)
      $0.key("byline")
      $0.optional(article.byline)
      $0.key("outlet")
      $0.optional(article.outlet)
      $0.key("date")
      $0.optional(article.date?.description)
      $0.key("url")
      $0.optional(article.url)
      $0.key("language")
      $0.optional(article.language)
      $0.key("text")
      $0.string(article.text[TextRange(0, end)])
      $0.key("captions")
      $0.array { for part in article.parts(behind: end, .caption) { $0.string(part) } }
      $0.key("pull_quotes")
      $0.array { for part in article.parts(behind: end, .pullQuote) { $0.string(part) } }
    }
    json.endLine()
    return json.bytes
  }

  /// The same for a person: title, what is known of it, text. O(text).
  public static func plain(_ article: Article) -> [UInt8] {
    let facts = [article.byline, article.outlet, article.date?.description, article.url].compactMap { $0 }
    let head = [article.title, facts.joined(separator: " · ")].filter { !$0.isEmpty }
    let text = article.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      PlainList.oneLine(String($0))
    }
    return Array((head.map { PlainList.oneLine($0) } + [""] + text + ["", ""]).joined(separator: "\n").utf8)
  }
}

extension Article {
  /// Where captions and pull-quotes begin that stand behind everything else.
  fileprivate var runningTextEnd: Int {
    let isBehind = { (part: ArticlePart) in part.kind == .caption || part.kind == .pullQuote }
    guard let last = parts.last, isBehind(last) else { return text.utf8.count }
    return parts.last { !isBehind($0) }?.range.upper ?? 0
  }

  fileprivate func parts(behind end: Int, _ kind: ArticlePart.Kind) -> [Substring] {
    parts.filter { $0.kind == kind && $0.range.lower >= end }.map { text[$0.range] }
  }
}
