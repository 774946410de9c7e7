import QuoteModel

/// A feed of the web: RSS 2.0 and 1.0, Atom. Each entry is an article, of its full content where the feed has it.
public struct Feed: ArticleFormat {
  /// Reads what is well-formed and what is nearly.
  public init() {}

  /// What messages call it.
  public var name: String { "RSS, Atom" }

  /// By the outermost element.
  public func recognizes(_ document: Document) -> Bool {
    guard let root = RootElement(document.bytes) else { return false }
    return root.name == "rss" || root.name == "RDF" || root.name == "feed"
  }

  /// The entries that hold text, in order. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let tree = XMLTree(try document.xml())
    guard let root = tree.root else { throw document.failure("is empty") }
    let channel = tree.children(root, "channel").first ?? root
    let outlet = tree.line(channel, "title")
    let language = tree.line(channel, "language") ?? tree.attribute("lang", of: root)
    let entries = tree.all("item", in: root) + tree.all("entry", in: root)
    let articles = entries.enumerated().compactMap { number, row in
      Entry(tree, row).article(document, number).map { found in
        var article = found
        article.outlet = article.outlet ?? outlet?.plainLine
        article.language = article.language ?? language
        return article
      }
    }
    if articles.isEmpty, let failure = tree.failure {
      throw document.failure(failure.reason, at: "line \(failure.line)")
    }
    guard !articles.isEmpty else { throw document.failure("holds no articles") }
    return articles
  }

  private struct Entry {
    let tree: XMLTree
    let row: Int

    init(_ tree: XMLTree, _ row: Int) { (self.tree, self.row) = (tree, row) }

    func article(_ document: Document, _ number: Int) -> Article? {
      let title = tree.line(row, "title")?.plainLine ?? ""
      guard let text = text(title) else { return nil }
      var article = Article(
        name: "\(document.name)#\(number + 1)", path: document.path, title: title, text: text.text,
        parts: text.parts)
      article.byline = Byline.joined(tree.children(row, "creator").map { tree.text($0).plainLine } + authors)
      article.date = tree.line(row, "pubDate", "published", "date", "issued", "updated").flatMap {
        PartialDate(printed: $0)
      }
      article.url = url
      article.outlet = tree.children(row, "source").first.flatMap {
        tree.line($0, "title") ?? tree.text($0).oneLine
      }
      if article.outlet?.isEmpty == true { article.outlet = nil }
      return article
    }

    /// Atom has `<author><name>`, RSS `<author>address (Name)</author>`.
    private var authors: [String] {
      tree.children(row, "author").map { author in
        let line = tree.line(author, "name") ?? tree.text(author).oneLine
        guard let open = line.firstIndex(of: "("), line.last == ")", line.contains("@") else { return line }
        return String(line[line.index(after: open)...].dropLast())
      }
    }

    private var url: String? {
      let links = tree.children(row, "link")
      let address = links.first {
        tree.attribute("rel", of: $0) ?? "alternate" == "alternate" && tree.attribute("href", of: $0) != nil
      }
      return address.flatMap { tree.attribute("href", of: $0) } ?? tree.line(row, "link")
        ?? tree.line(row, "guid", "id").flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    /// The longest of what may hold it, as HTML.
    private func text(_ title: String) -> ArticleText? {
      let contents = ["encoded", "content", "description", "summary", "fulltext"].flatMap {
        tree.children(row, $0)
      }
      let texts = contents.map { content in
        let isMarkup = tree.attribute("type", of: content) == "xhtml"
        return PageBody.text(
          ofPiece: isMarkup ? Array(tree.markup(inside: content)) : Array(tree.text(content).utf8),
          title: title)
      }
      return texts.filter { !$0.isEmpty }.max { $0.text.utf8.count < $1.text.utf8.count }
    }
  }
}

/// The outermost element of an XML document, told from its first bytes.
struct RootElement {
  /// Its name without prefix.
  var name: String

  /// `nil` where the bytes begin as no XML does.
  init?(_ bytes: [UInt8]) {
    let wide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard wide || bytes.first == 0xEF || bytes.first(where: { !$0.isSpace }) == UInt8(ascii: "<") else {
      return nil
    }
    let head = wide ? bytes.prefix(8192).filter { $0 != 0 && $0 < 0xFE } : Array(bytes.prefix(8192))
    guard let first = head.firstIndex(of: UInt8(ascii: "<")),
      head[..<first].allSatisfy({ $0.isSpace || [0xEF, 0xBB, 0xBF].contains($0) })
    else { return nil }
    let tree = XMLTree(Array(head[first...]))
    guard let root = tree.root else { return nil }
    name = String(tree.nodes[root].name)
  }
}

extension Document {
  /// The bytes of an XML document as UTF-8: the encoding its declaration names, unless they are in another.
  func xml() throws(ImportError) -> [UInt8] {
    var name = known.charset
    if let start = bytes.find("encoding=", from: 0, to: 256) {
      name =
        bytes[min(start + 10, bytes.count)...].prefix {
          $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && !$0.isSpace
        }.text
    }
    guard let text = Charset.decode(bytes, declared: name) else { throw failure("is a binary file") }
    return Array(text.utf8)
  }
}
