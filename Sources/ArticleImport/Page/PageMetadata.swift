import QuoteModel

/// What a page says of its article: in JSON-LD, then Open Graph and other `meta` elements, then microdata, then
/// where readers look for it.
struct PageMetadata {
  var title = ""
  var byline: String?
  var outlet: String?
  var date: PartialDate?
  var url: String?
  var language: String?
  /// The article's text as JSON-LD gives it.
  var body: String?

  private let tree: MarkupTree
  private var metas: [String: String] = [:]
  private var items: [String: String] = [:]
  private var scripts: [String] = []
  private var canonical: String?
  private var pageTitle: String?
  private var headings: [String] = []
  private var times: [String] = []
  private var authors: [String] = []
  private var shownDates: [String] = []

  /// O(page).
  init(_ tree: MarkupTree) {
    self.tree = tree
    gather()
    let linked = LinkedData(scripts)
    outlet =
      linked.outlet
      ?? first("og:site_name", "application-name", "dc.publisher", "citation_journal_title", "twitter:site")
    if outlet?.hasPrefix("@") == true { outlet = nil }
    byline = linked.byline ?? metaByline ?? item("author") ?? Byline.joined(authors)
    date =
      [
        linked.date,
        first(
          "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
          "dc.date.issued", "dcterms.created", "pubdate",
          "publishdate", "publish-date", "publication_date", "sailthru.date", "parsely-pub-date",
          "citation_publication_date",
          "cxenseparse:recs:publishtime", "article.published"),
        item("datepublished"), times.first, shownDates.first,
      ].lazy.compactMap { $0.flatMap { PartialDate(printed: $0) } }.first
    url = [canonical, first("og:url"), linked.url].lazy.compactMap { $0 }.first { $0.hasPrefix("http") }
    language = linked.language ?? language
    body = linked.body
    title = linked.title ?? first("og:title", "twitter:title", "dc.title") ?? item("headline") ?? ""
    title = (title.isEmpty ? headline : withoutOutlet(title)).plainLine
  }

  private func first(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0] }.first { !$0.isEmpty }
  }

  private func item(_ name: String) -> String? {
    items[name].flatMap { $0.isEmpty ? nil : Byline.withoutBy($0) }
  }

  private var metaByline: String? {
    let names = [
      metas["author"], metas["article:author"], metas["byl"], metas["dc.creator"], metas["parsely-author"],
      metas["sailthru.author"],
    ]
    return names.lazy.compactMap { $0.flatMap { Byline.joined([$0.plainLine]) } }.first
  }

  // MARK: Where it stands

  private mutating func gather() {
    for row in tree.nodes.indices {
      switch tree.nodes[row].tag {
      case .meta: takeMeta(row)
      case .script:
        if tree.attribute("type", of: row)?.lowercased().contains("ld+json") == true {
          scripts.append(tree.text(of: row))
        }
      case .title: if pageTitle == nil { pageTitle = tree.line(of: row) }
      case .h1: if tree.nodes[row].end - Int32(row) < 64 { headings.append(tree.line(of: row)) }
      case .html: language = tree.attribute("lang", of: row) ?? tree.attribute("xml:lang", of: row)
      case .link:
        if tree.attribute("rel", of: row)?.lowercased() == "canonical" {
          canonical = tree.attribute("href", of: row)
        }
      case .time: if let time = tree.attribute("datetime", of: row) { times.append(time) }
      case .text: break
      default: takeElement(row)
      }
    }
  }

  private mutating func takeMeta(_ row: Int) {
    guard let content = tree.attribute("content", of: row)?.oneLine, !content.isEmpty else { return }
    for name in [tree.attribute("property", of: row), tree.attribute("name", of: row)] {
      if let name = name?.lowercased(), metas[name] == nil { metas[name] = content }
    }
    if let name = tree.attribute("itemprop", of: row)?.lowercased(), items[name] == nil {
      items[name] = content
    }
  }

  /// Microdata, and the names that pages give to a byline.
  private mutating func takeElement(_ row: Int) {
    let node = tree.nodes[row]
    guard node.high > node.low + 6, node.end - Int32(row) < 24 else { return }
    if let name = tree.attribute("itemprop", of: row)?.lowercased(),
      ["headline", "author", "datepublished"].contains(name),
      items[name] == nil
    {
      items[name] =
        tree.attribute("content", of: row) ?? tree.attribute("datetime", of: row) ?? tree.line(of: row)
    }
    if times.isEmpty, tree.attribute("class", of: row)?.lowercased().contains("date") == true {
      let line = tree.line(of: row)
      if line.utf8.count <= 60, PartialDate(printed: line) != nil { shownDates.append(line) }
    }
    let isAuthor =
      tree.attribute("rel", of: row)?.lowercased() == "author"
      || tree.attribute("class", of: row).map { name in
        let name = name.lowercased()
        return name.contains("byline") || name.contains("author-name") || name.contains("author__name")
      } == true
    if isAuthor {
      let line = tree.line(of: row)
      let words = line.split(separator: " ").count
      if 1...10 ~= words { authors.append(line) }
    }
  }

  // MARK: The title

  /// The heading that the page's title is made of, or else the title without the outlet's name.
  private var headline: String {
    let title = pageTitle ?? ""
    if let heading = headings.first(where: { !$0.isEmpty && title.contains($0) }) { return heading }
    return withoutOutlet(title.isEmpty ? headings.first ?? "" : title)
  }

  /// `Headline | Outlet`, `Headline - Outlet` without what follows the last such mark.
  private func withoutOutlet(_ title: String) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      guard let last = title.ranges(of: mark).last else { continue }
      let (head, tail) = (title[..<last.lowerBound], title[last.upperBound...])
      let isOutlet =
        outlet.map {
          tail.lowercased().contains($0.lowercased()) || $0.lowercased().contains(tail.lowercased())
        } ?? false
      let isShort = metas["og:title"] == nil && head.count > 2 * tail.count
      if isOutlet || isShort, !head.isEmpty { return String(head) }
    }
    return title
  }
}
