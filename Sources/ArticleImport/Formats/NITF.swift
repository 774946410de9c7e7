import QuoteModel

/// NITF, the older form of news agencies and of the archives of newspapers.
public struct NITF: ArticleFormat {
  /// Reads NITF 3.
  public init() {}

  /// What messages call it.
  public var name: String { "NITF" }

  /// By the outermost element.
  public func recognizes(_ document: Document) -> Bool { RootElement(document.bytes)?.name == "nitf" }

  /// The one article. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let tree = XMLTree(try document.xml())
    guard let root = tree.root, case let text = Self.text(tree, root), !text.isEmpty else {
      let failure = tree.failure
      throw document.failure(
        failure?.reason ?? "holds no article", at: failure.map { "line \($0.line)" } ?? "")
    }
    func line(_ name: String) -> String? {
      tree.first(name, in: root).map { tree.text($0).oneLine }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var article = Article(
      name: document.name, path: document.path, title: line("hl1") ?? line("hedline") ?? line("title") ?? "",
      text: text.text, parts: text.parts)
    article.byline = line("byline").map(Byline.withoutBy)
    let publication = tree.first("pubdata", in: root)
    article.outlet =
      publication.flatMap { tree.attribute("name", of: $0) } ?? line("distributor") ?? line("doc.copyright")
    let dates = [
      tree.first("date.issue", in: root).flatMap { tree.attribute("norm", of: $0) },
      publication.flatMap { tree.attribute("date.publication", of: $0) }, line("story.date"),
    ]
    article.date =
      dates.lazy.compactMap { $0.flatMap { PartialDate(compact: $0) ?? PartialDate(printed: $0) } }.first
    article.url = publication.flatMap { tree.attribute("ex-ref", of: $0) }
    article.language = tree.attribute("lang", of: root)
    return [article]
  }

  /// The text of a `nitf` element: paragraphs and headings of its body, then its captions.
  static func text(_ tree: XMLTree, _ row: Int) -> ArticleText {
    var text = ArticleText()
    let body = tree.first("body.content", in: row) ?? tree.first("body", in: row) ?? row
    let media = Set(tree.all("media", in: body).flatMap { tree.inside($0) })
    for block in tree.inside(body) where !media.contains(block) {
      switch tree.nodes[block].name {
      case "p", "li", "pre": text.append(tree.text(block).oneLine)
      case "hl2": text.append(tree.text(block).oneLine, .headline)
      default: break
      }
    }
    for caption in tree.all("media-caption", in: row) { text.append(tree.text(caption).oneLine, .caption) }
    return text
  }
}

extension PartialDate {
  /// `20241011`, also with a time behind it: `20241011T083000Z`.
  init?(compact text: String) {
    let digits = text.prefix(8)
    guard digits.utf8.count == 8, digits.utf8.allSatisfy(\.isDigit), let year = Int(digits.prefix(4)),
      let month = Int(digits.dropFirst(4).prefix(2)), let day = Int(digits.suffix(2)), 1...12 ~= month,
      1...31 ~= day,
      text.utf8.count == 8 || text.dropFirst(8).first == "T"
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
