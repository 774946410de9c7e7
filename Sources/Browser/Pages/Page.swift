import QuoteModel
import Screen

/// A page over the panes: what is known of an actor or a topic, maps of many, statements side by side.
struct Page: Equatable, Sendable {
  /// Which page; each has its file in Pages, and its entry in `PageContent.make`.
  enum Kind: Equatable, Sendable {
    // swift-format-ignore
    case actor(String), topic(String), heat, matrix, oppositions, balance
    case comparison(QuotationID, QuotationID)
    case versus(String, String)
    case lineage(QuotationID)

    var title: String {
      switch self {
      case .actor(let name): name
      case .topic(let label): label
      case .heat: "who speaks on what"
      case .matrix: "who speaks of whom"
      case .oppositions: "shifts and contrasts"
      case .balance: "who is heard"
      case .comparison: "two statements"
      case .versus(let one, let other): "\(one) and \(other)"
      case .lineage: "lineage"
      }
    }
  }

  var kind: Kind
  /// The pane that gets the focus back.
  var cameFrom: Pane
  /// Where its cursor was when it was left; `nil` where it has not been.
  var position: ListPosition?

  /// The same page of a newer snapshot; `nil` where what it shows is no more.
  func renewed(_ quotation: (QuotationID) -> QuotationID?) -> Page? {
    switch kind {
    case .comparison(let one, let other):
      guard let one = quotation(one), let other = quotation(other) else { return nil }
      return Page(kind: .comparison(one, other), cameFrom: cameFrom, position: position)
    case .lineage(let id):
      return quotation(id).map { Page(kind: .lineage($0), cameFrom: cameFrom, position: position) }
    default: return self
    }
  }
}

/// Where something on a page leads.
enum PageTarget: Equatable, Sendable {
  case quotation(QuotationID)
  case comparison(QuotationID, QuotationID)
  case filter([Query.Clause])
  case actor(String)
  case topic(String)
}

/// A line of a page.
struct PageLine: Equatable, Sendable {
  /// Columns that lead somewhere.
  struct Link: Equatable, Sendable {
    var columns: Range<Int>
    var target: PageTarget
  }

  var runs: [ReaderPage.Run] = []
  var links: [Link] = []
  var width = 0

  init() {}

  /// A line of plain words.
  init(_ text: String, _ style: Style = .plain) { write(text, style) }

  /// Adds text; with a width it is cut or filled up to so many columns.
  mutating func write(
    _ text: String, _ style: Style = .plain, width: Int? = nil, alignsRight: Bool = false,
    to target: PageTarget? = nil
  ) {
    let shown = width.map { text.onOneLine.clipped(to: max(0, $0)) } ?? text
    let columns = shown.columns
    let fill = String(repeating: " ", count: max(0, (width ?? 0) - columns))
    if let target {
      links.append(Link(columns: self.width..<(self.width + columns + fill.utf8.count), target: target))
    }
    runs.append(ReaderPage.Run(text: alignsRight ? fill + shown : shown + fill, style: style))
    self.width += columns + fill.utf8.count
  }

  /// Moves on to a column.
  mutating func move(to column: Int) {
    guard column > width else { return }
    runs.append(ReaderPage.Run(text: String(repeating: " ", count: column - width), style: .plain))
    width = column
  }

  /// Makes the whole line lead somewhere.
  func leading(to target: PageTarget) -> PageLine {
    var line = self
    line.links = [Link(columns: 0..<max(1, width), target: target)]
    return line
  }
}

/// A page laid out for a width.
struct PageContent: Sendable {
  /// What it is made from; the same key gives the same page.
  struct Key: Equatable, Sendable {
    var kind: Page.Kind
    var columns: Int
    var generation: Int
    var theme: Theme
  }

  var key: Key
  var lines: [PageLine]

  /// The one place that knows which page is which. O(corpus) for the maps, else O(quotations it is about).
  static func make(_ key: Key, _ state: BrowserState) -> PageContent {
    let sheet = PageSheet(state: state, columns: key.columns)
    let lines =
      switch key.kind {
      case .actor(let name): sheet.actorPage(name)
      case .topic(let label): sheet.topicPage(label)
      case .heat: sheet.heatMap()
      case .matrix: sheet.matrix()
      case .oppositions: sheet.oppositions()
      case .balance: sheet.balance()
      case .comparison(let one, let other): sheet.comparison(one, other)
      case .versus(let one, let other): sheet.versus(one, other)
      case .lineage(let id): sheet.lineage(of: id)
      }
    return PageContent(key: key, lines: lines)
  }
}

/// What pages are written on: the state they show and how wide they are.
struct PageSheet {
  let state: BrowserState
  let columns: Int

  var corpus: Corpus { state.corpus }
  var theme: Theme { state.theme }

  func heading(_ text: String) -> [PageLine] { [PageLine(), PageLine(text, theme.strong)] }

  /// A quote on one line: date, speaker, words.
  func quote(_ id: QuotationID, to target: PageTarget? = nil) -> PageLine {
    var line = PageLine()
    let date = PartialDate(sortKey: state.dateKey(id)).map(Wording.date) ?? ""
    line.write(date, theme.faint, width: 11, alignsRight: true)
    line.write(" ")
    line.write(
      corpus.speakers(of: id).first.map { Wording.shortName(corpus[$0]) } ?? "?", theme.strong, width: 14)
    line.write(" ")
    line.write(corpus.text(of: id), width: max(10, columns - 28))
    return line.leading(to: target ?? .quotation(id))
  }

  /// Names with counts as bars, each leading to a filter, in as many columns as there is room for.
  func bars(_ counts: [(name: String, count: Int, target: PageTarget)], limit: Int) -> [PageLine] {
    let shown = counts.sorted { $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count }.prefix(limit)
    let most = max(1, shown.first?.count ?? 1)
    let width = min(36, max(16, columns / 3))
    return shown.map { row in
      var line = PageLine()
      line.write("  ")
      line.write(row.name, width: width)
      line.write(Wording.number(row.count), theme.strong, width: 7, alignsRight: true)
      line.write(" ")
      line.write(Bar.text(row.count, of: most, columns: max(4, min(40, columns - width - 12))), theme.content)
      return line.leading(to: row.target)
    }
  }

  /// Counts of whatever quotations are told by.
  func counted<Key: Hashable>(_ ids: some Sequence<QuotationID>, by keys: (QuotationID) -> [Key]) -> [Key:
    Int]
  {
    var counts: [Key: Int] = [:]
    for id in ids { for key in Set(keys(id)) { counts[key, default: 0] += 1 } }
    return counts
  }
}

extension BrowserState {
  /// Opens a page and remembers the place left.
  mutating func open(_ kind: Page.Kind) {
    guard corpus.quotationCount > 0 else { return note = "nothing was read yet" }
    guard page?.kind != kind else { return }
    trail.leave(stop)
    page = Page(kind: kind, cameFrom: page?.cameFrom ?? focus)
    focus = .page
    positions[.page] = ListPosition()
    pageLinkNumber = 0
  }

  mutating func closePage(focusing pane: Pane) {
    page = nil
    pageContent = nil
    focus = pane
  }

  /// Lays the page out where that is needed. O(what the page is about).
  mutating func settlePage(_ layout: Layout) {
    guard let page else {
      if focus == .page { focus = .quotes }
      return pageContent = nil
    }
    let columns = max(20, (layout.place(.page)?.inside.columns ?? 0) - 2)
    let key = PageContent.Key(
      kind: page.kind, columns: columns, generation: results.generation, theme: theme)
    guard pageContent?.key != key else { return }
    pageContent = PageContent.make(key, self)
  }

  /// What the cursor points at on the page.
  var pageLink: PageTarget? {
    let links = pageContent?.lines.element(at: cursor(.page))?.links ?? []
    return links.element(at: min(pageLinkNumber, links.count - 1))?.target
  }

  /// Goes to the next line, in either direction, that leads elsewhere than the one at hand, if it is in sight or nearly so.
  mutating func moveToNextLink(by step: Int) -> Bool {
    guard let lines = pageContent?.lines else { return false }
    let (here, height) = (cursor(.page), max(1, layout.height(.page)))
    let current = lines.element(at: here)?.links.first?.target
    var row = here + step
    while lines.indices.contains(row), abs(row - here) < height {
      if let target = lines[row].links.first?.target, target != current {
        // The first line of those that lead there.
        while step < 0, row > 0, lines[row - 1].links.first?.target == target { row -= 1 }
        place(cursor: row)
        return true
      }
      row += step
    }
    return false
  }

  mutating func moveLink(by step: Int) {
    let count = pageContent?.lines.element(at: cursor(.page))?.links.count ?? 0
    pageLinkNumber = max(0, min(count - 1, pageLinkNumber + step))
  }

  mutating func pointAtLink(in column: Int) {
    let links = pageContent?.lines.element(at: cursor(.page))?.links ?? []
    pageLinkNumber = links.firstIndex { $0.columns.contains(column) } ?? 0
  }

  /// Enter on a page.
  mutating func followLink() {
    guard let target = pageLink else { return note = "nothing to go to on this line" }
    switch target {
    case .quotation(let id):
      trail.leave(stop)
      closePage(focusing: .reader)
      show(id)
    case .filter(let clauses):
      trail.leave(stop)
      closePage(focusing: .quotes)
      setFilter(Filter(Query(clauses)), remembering: false)
    case .comparison(let one, let other): open(.comparison(one, other))
    case .actor(let name): open(.actor(name))
    case .topic(let label): open(.topic(label))
    }
  }
}

extension PageTarget {
  /// The quotation that keys such as y speak of.
  var quotation: QuotationID? {
    switch self {
    case .quotation(let id), .comparison(let id, _): id
    default: nil
    }
  }
}
