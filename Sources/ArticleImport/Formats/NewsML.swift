import QuoteModel

/// IPTC NewsML-G2: items of a news agency, alone or in a message of several, their text as NITF, HTML or plain.
public struct NewsML: ArticleFormat {
  /// Reads `newsItem` and `newsMessage`.
  public init() {}

  /// What messages call it.
  public var name: String { "NewsML-G2" }

  /// By the outermost element.
  public func recognizes(_ document: Document) -> Bool {
    ["newsItem", "newsMessage", "knowledgeItem", "packageItem"].contains(RootElement(document.bytes)?.name)
  }

  /// The items that hold text, in order. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let tree = XMLTree(try document.xml())
    let items =
      tree.root.map { tree.nodes[$0].name == "newsItem" ? [$0] : tree.all("newsItem", in: $0) } ?? []
    let articles = items.enumerated().compactMap { number, row in
      article(tree, row, document, items.count > 1 ? "#\(number + 1)" : "")
    }
    if articles.isEmpty, let failure = tree.failure {
      throw document.failure(failure.reason, at: "line \(failure.line)")
    }
    guard !articles.isEmpty else { throw document.failure("holds no articles") }
    return articles
  }

  private func article(_ tree: XMLTree, _ row: Int, _ document: Document, _ suffix: String) -> Article? {
    let meta = tree.children(row, "contentMeta").first ?? row
    let title = tree.line(meta, "headline") ?? ""
    guard let content = tree.first("contentSet", in: row) else { return nil }
    let text: ArticleText
    if let nitf = tree.first("nitf", in: content) {
      text = NITF.text(tree, nitf)
    } else if let inline = tree.first("inlineXML", in: content) {
      text = PageBody.text(ofPiece: tree.markup(inside: inline), title: title)
    } else if let data = tree.first("inlineData", in: content) {
      text = PlainText.paragraphs(tree.text(data))
    } else {
      return nil
    }
    guard !text.isEmpty else { return nil }
    var article = Article(
      name: document.name + suffix, path: document.path, title: title, text: text.text, parts: text.parts)
    article.byline =
      tree.line(meta, "by").map(Byline.withoutBy)
      ?? Byline.joined(tree.children(meta, "creator").compactMap { tree.line($0, "name") })
    let itemMeta = tree.children(row, "itemMeta").first ?? row
    let provider = tree.children(itemMeta, "provider").first
    article.outlet =
      provider.flatMap { tree.line($0, "name") ?? tree.attribute("literal", of: $0) }
      ?? tree.line(meta, "creditline")
    article.date =
      (tree.line(meta, "contentCreated") ?? tree.line(itemMeta, "firstCreated", "versionCreated")).flatMap {
        PartialDate(printed: $0)
      }
    article.language =
      tree.children(meta, "language").first.flatMap { tree.attribute("tag", of: $0) }
      ?? tree.attribute("lang", of: row)
    article.url =
      tree.all("remoteContent", in: content).lazy.compactMap { tree.attribute("href", of: $0) }.first
    return article
  }
}
