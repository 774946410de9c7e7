import QuoteModel

/// An article as text: perhaps header lines, perhaps a headline, then paragraphs.
///
/// The article's text is the file's content, character for character; only byte order marks, broken
/// bytes and foreign line ends are changed.
public struct PlainText: ArticleFormat {
  /// Reads text of any encoding `Charset` knows.
  public init() {}

  /// What messages call it.
  public var name: String { "plain text" }

  /// Whatever no other format took and is no XML.
  public func recognizes(_ document: Document) -> Bool { !document.bytes.begins("<?xml") }

  /// The one article in the document. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    guard let text = Charset.decode(document.bytes) else {
      throw document.failure("is a binary file")
    }
    guard text.utf8.count <= Int(UInt32.max) else {
      throw document.failure("is too large")
    }
    var article = Article(name: document.name, path: document.path, text: text)
    Self.tellParts(of: &article)
    guard !article.parts.isEmpty else { throw ImportError(path: document.path, reason: "is empty") }
    FileName(document.name).fill(&article)
    Self.tellOutlet(of: &article)
    return [article]
  }
}

extension PlainText {
  /// Finds the paragraphs of a text, and what stands above them: header lines, a headline, a byline, a date. O(bytes).
  static func tellParts(of article: inout Article) {
    let lines = Lines(article.text)
    let headers = HeaderLines(lines)
    headers.fill(&article)
    let paragraphs = lines.paragraphs(from: headers.count)
    article.parts = lines.all[..<headers.count].map { ArticlePart($0.range, .metadata) }
    article.parts += FrontMatter(paragraphs, in: lines).fill(&article)
  }

  /// The agency or paper that the dateline names, where nothing else does. O(1).
  static func tellOutlet(of article: inout Article) {
    guard article.outlet == nil, let first = article.parts.first(where: { $0.kind == .body }) else { return }
    article.outlet = Dateline(article.text[first.range])?.outlet
  }

  /// The paragraphs of a text that stands in a field, each one line. O(bytes).
  static func paragraphs(_ text: String) -> ArticleText {
    var out = ArticleText()
    let lines = Lines(text)
    for range in lines.paragraphs(from: 0) { out.append(lines[range].oneLine) }
    return out
  }
}

/// What a file's name tells of the article: `outlet_2016-09-12_some-words.txt`.
private struct FileName {
  var date: PartialDate?
  var outlet: String?

  init(_ name: String) {
    let file = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[name.index(after: $0)...] } ?? name[...]
    guard let found = PartialDate.isoDates(in: file).first else { return }
    date = found.value
    let before = file.utf8.prefix(found.range.lowerBound)
    if before.last == UInt8(ascii: "_") {
      let words = String(decoding: before.dropLast(), as: UTF8.self)
      outlet = words.isEmpty ? nil : words
    }
  }

  func fill(_ article: inout Article) {
    article.date = article.date ?? date
    article.outlet = article.outlet ?? outlet
  }
}
