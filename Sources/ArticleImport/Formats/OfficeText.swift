import QuoteModel

/// A text of LibreOffice and others (OpenDocument, ISO 26300): headings, paragraphs, lists, tables.
public struct OpenDocumentText: ArticleFormat {
  /// Reads `.odt`.
  public init() {}

  /// What messages call it.
  public var name: String { "OpenDocument text (ODT)" }

  /// Needs libarchive.
  public var missing: String? { Archive.missing }

  /// By the type that stands first in the archive.
  public func recognizes(_ document: Document) -> Bool {
    ArchiveFile.isZip(document.bytes)
      && document.bytes.find("mimetypeapplication/vnd.oasis.opendocument.text", from: 0, to: 256) != nil
  }

  /// The one article. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let files = try ArchivedFiles(document) { $0 == "content.xml" || $0 == "meta.xml" }
    guard let content = files.xml("content.xml"), let body = content.first("text", in: 0) else {
      throw document.failure("is damaged (it has no content)")
    }
    var article = Article(name: document.name, path: document.path, text: "")
    if let meta = files.xml("meta.xml") { OfficeProperties(meta).fill(&article) }
    var text = Self.text(content, body, &article.title)
    text.liftHead(into: &article)
    guard !text.isEmpty else { throw document.failure("holds no text") }
    (article.text, article.parts) = (text.text, text.parts)
    return [article]
  }

  private static func text(_ tree: XMLTree, _ body: Int, _ title: inout String) -> ArticleText {
    var text = ArticleText()
    var left = Set<Int>()
    for row in tree.inside(body) {
      let name = tree.nodes[row].name
      // Notes, comments and what was deleted.
      if ["note", "annotation", "tracked-changes"].contains(name) { left.formUnion(tree.inside(row)) }
      guard name == "p" || name == "h", !left.contains(row) else { continue }
      let words = words(tree, row, left)
      let style = tree.attribute("style-name", of: row) ?? ""
      let isHeading = name == "h" || style == "Title" || style == "Subtitle"
      let level = tree.attribute("outline-level", of: row) ?? "1"
      if isHeading, text.isEmpty, style == "Title" || level == "1" {
        title = words
      } else {
        text.append(words, isHeading ? .headline : .body)
      }
    }
    return text
  }

  private static func words(_ tree: XMLTree, _ row: Int, _ left: Set<Int>) -> String {
    var out = ""
    var notes = left
    for inner in tree.inside(row) where !notes.contains(inner) {
      switch tree.nodes[inner].name {
      case "": out += tree.nodes[inner].text
      case "s", "tab", "line-break": out += " "
      case "note", "annotation": notes.formUnion(tree.inside(inner))
      default: break
      }
    }
    return out.oneLine
  }
}

/// A text of Word and others (Office Open XML, ISO 29500).
public struct WordDocument: ArticleFormat {
  /// Reads `.docx`.
  public init() {}

  /// What messages call it.
  public var name: String { "Word (DOCX)" }

  /// Needs libarchive.
  public var missing: String? { Archive.missing }

  /// By the name of the file that holds the text, or by its own where that stands too far behind.
  public func recognizes(_ document: Document) -> Bool {
    guard ArchiveFile.isZip(document.bytes) else { return false }
    return document.bytes.find("word/document.xml", from: 0) != nil
      || document.isCalled(".docx")
  }

  /// The one article. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let files = try ArchivedFiles(document) { $0 == "word/document.xml" || $0 == "docProps/core.xml" }
    guard let content = files.xml("word/document.xml"), let body = content.first("body", in: 0) else {
      throw document.failure("is damaged (it has no content)")
    }
    var article = Article(name: document.name, path: document.path, text: "")
    if let meta = files.xml("docProps/core.xml") { OfficeProperties(meta).fill(&article) }
    var text = ArticleText()
    for row in content.all("p", in: body) {
      let words = Self.words(content, row)
      let style =
        content.first("pStyle", in: row).flatMap { content.attribute("val", of: $0) }?.lowercased() ?? ""
      if text.isEmpty, !words.isEmpty, style == "title" || style == "heading1" {
        article.title = words
      } else {
        text.append(
          words,
          style.hasPrefix("heading") || style == "subtitle"
            ? .headline : style.hasSuffix("caption") ? .caption : .body)
      }
    }
    text.liftHead(into: &article)
    guard !text.isEmpty else { throw document.failure("holds no text") }
    (article.text, article.parts) = (text.text, text.parts)
    return [article]
  }

  private static func words(_ tree: XMLTree, _ row: Int) -> String {
    var (out, inner) = ("", row + 1)
    while inner < Int(tree.nodes[row].end) {
      switch tree.nodes[inner].name {
      case "t": out += tree.text(inner)
      case "tab", "br", "cr": out += " "
      case "noBreakHyphen": out += "-"
      // What was deleted, and paragraphs inside of pictures, which come by themselves.
      case "del", "p", "pPr": inner = Int(tree.nodes[inner].end) - 1
      default: break
      }
      inner += 1
    }
    return out.oneLine
  }
}

/// What an office document says of itself, in the words of Dublin Core.
private struct OfficeProperties {
  private let tree: XMLTree
  init(_ tree: XMLTree) { self.tree = tree }

  func fill(_ article: inout Article) {
    func line(_ names: String...) -> String? {
      names.lazy.compactMap { tree.first($0, in: 0).map { tree.text($0).oneLine } }.first { !$0.isEmpty }
    }
    article.title = line("title") ?? ""
    article.byline = line("initial-creator", "creator").flatMap { Byline.joined([$0]) }
    article.date = line("creation-date", "created", "date", "modified").flatMap { PartialDate(printed: $0) }
    article.outlet = line("publisher")
    article.language = line("language")
  }
}
