import QuoteModel

/// A page of the web: of all that is on it the article, and what the page says of it.
public struct HTML: ArticleFormat {
  /// Reads pages of any encoding `Charset` knows.
  public init() {}

  /// What messages call it.
  public var name: String { "HTML" }

  /// Whether its first element is one of a page.
  public func recognizes(_ document: Document) -> Bool {
    let isWide = document.bytes.starts(with: [0xFF, 0xFE]) || document.bytes.starts(with: [0xFE, 0xFF])
    let head = Array(document.bytes.prefix(4096)).filter { !isWide || $0 != 0 && $0 < 0xFE }
    let tags: [StaticString] = [
      "<!doctype html", "<html", "<head", "<body", "<article", "<meta ", "<title", "<script",
      "<!-- saved from",
    ]
    guard let first = head.firstIndex(where: { !$0.isSpace }),
      head[first] == UInt8(ascii: "<") || head[first...].starts(with: [0xEF, 0xBB, 0xBF])
    else { return false }
    return tags.contains { head.find($0, from: first) != nil }
  }

  /// The one article on the page. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    guard
      let text = Charset.decode(
        document.bytes, declared: document.known.charset ?? Self.declaredCharset(document.bytes))
    else {
      throw document.failure("is a binary file")
    }
    return [try Self.article(of: Array(text.utf8), document)]
  }

  /// `charset=…` in the first bytes of a page.
  static func declaredCharset(_ page: [UInt8]) -> String? {
    guard let start = page.find("charset=", from: 0, to: 4096) else { return nil }
    let name = page[(start + 8)...].prefix(40).drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    return name.prefix { $0.isLetter || $0.isDigit || "-_:.".utf8.contains($0) }.text
  }

  static func article(of page: [UInt8], _ document: Document) throws(ImportError) -> Article {
    let tree = MarkupReader.read(page)
    let metadata = PageMetadata(tree)
    let body = PageBody(tree)
    var paragraphs = body.paragraphs(title: metadata.title)
    if let stated = metadata.body { paragraphs = StatedBody(stated).check(paragraphs) }
    guard !paragraphs.isEmpty else { throw ImportError(path: document.path, reason: "holds no article") }
    let text = ArticleText(paragraphs + body.captions() + body.pullQuotes())
    return Article(
      name: document.name, path: document.path, title: metadata.title, byline: metadata.byline,
      outlet: metadata.outlet,
      date: metadata.date, url: metadata.url, language: metadata.language, text: text.text, parts: text.parts)
  }
}
