import QuoteModel

/// An electronic book or magazine: each of its documents, in reading order, an article.
public struct EPUB: ArticleFormat {
  /// Reads EPUB 2 and 3.
  public init() {}

  /// What messages call it.
  public var name: String { "EPUB" }

  /// Needs libarchive.
  public var missing: String? { Archive.missing }

  /// By the type that stands first in the archive, or by its container file.
  public func recognizes(_ document: Document) -> Bool {
    ArchiveFile.isZip(document.bytes)
      && (document.bytes.find("mimetypeapplication/epub+zip", from: 0, to: 256) != nil
        || ArchivedFiles.names(in: document.bytes).contains("META-INF/container.xml"))
  }

  /// Its documents that hold text. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let files = try ArchivedFiles(document) { name in
      name == "META-INF/container.xml"
        || [".opf", ".xhtml", ".html", ".htm", ".xml"].contains { name.lowercased().hasSuffix($0) }
    }
    let container = files.xml("META-INF/container.xml")
    let named = container.flatMap { tree in
      tree.first("rootfile", in: 0).flatMap { tree.attribute("full-path", of: $0) }
    }
    guard let package = named ?? files.files.keys.sorted().first(where: { $0.hasSuffix(".opf") }),
      let book = files.xml(package)
    else {
      throw document.failure("is damaged (it has no list of contents)")
    }
    let folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
    let articles = Self.readingOrder(book).compactMap { address -> Article? in
      let name = Self.resolved(folder + address)
      guard let bytes = files.files[name], let text = Charset.decode(bytes) else { return nil }
      return Self.article(Array(text.utf8), name, document)
    }
    guard !articles.isEmpty else { throw document.failure("holds no text") }
    return articles.map { Self.completed($0, by: book, isAlone: articles.count == 1) }
  }

  /// The addresses of the spine's documents, navigation left out.
  private static func readingOrder(_ book: XMLTree) -> [String] {
    var addresses: [String: String] = [:]
    for item in book.all("item", in: 0) {
      let isNavigation =
        book.attribute("properties", of: item)?.split(separator: " ").contains("nav") ?? false
      if let id = book.attribute("id", of: item), let address = book.attribute("href", of: item),
        !isNavigation
      {
        addresses[id] = address
      }
    }
    return book.all("itemref", in: 0).compactMap { book.attribute("idref", of: $0).flatMap { addresses[$0] } }
  }

  /// `a/b.xhtml` for `a/../a/b.xhtml#x`, `%20` as a space.
  private static func resolved(_ address: String) -> String {
    var parts: [Substring] = []
    for part in address.prefix(while: { $0 != "#" }).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    let escaped = Array(parts.joined(separator: "/").utf8).map {
      $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 == UInt8(ascii: "=") ? 1 : $0
    }
    return TransferEncoding.quotedPrintable(escaped).map { $0 == 1 ? UInt8(ascii: "=") : $0 }.text
  }

  private static func article(_ page: [UInt8], _ name: String, _ document: Document) -> Article? {
    let tree = MarkupReader.read(page)
    let heading = tree.nodes.indices.first { tree.nodes[$0].tag.headingLevel ?? 9 <= 2 }
    let title =
      heading.map { tree.line(of: $0) }
      ?? tree.nodes.indices.first { tree.nodes[$0].tag == .title }.map { tree.line(of: $0) }
    var text = PageBody.text(ofPiece: page, title: title ?? "")
    var article = Article(name: document.name + "/" + name, path: document.path, title: title ?? "", text: "")
    text.liftHead(into: &article)
    // A page of titles has no sentences.
    guard text.parts.contains(where: { $0.kind == .body && $0.range.count >= 60 }) else { return nil }
    (article.text, article.parts) = (text.text, text.parts)
    return article
  }

  /// A book's title is where its articles appeared, unless it is itself the article.
  private static func completed(_ article: Article, by book: XMLTree, isAlone: Bool) -> Article {
    func line(_ name: String) -> String? {
      book.first(name, in: 0).map { book.text($0).oneLine }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var out = article
    if isAlone { out.title = line("title") ?? out.title } else { out.outlet = line("title") }
    out.outlet = out.outlet ?? line("publisher")
    out.byline = out.byline ?? Byline.joined(book.all("creator", in: 0).map { book.text($0).oneLine })
    out.date = out.date ?? line("date").flatMap { PartialDate(printed: $0) ?? PartialDate($0) }
    out.language = line("language")
    return out
  }
}
