import QuoteModel

/// Where the person has been, as a tree: going back and then elsewhere begins a branch, and nothing is lost.
struct Trail: Sendable {
  struct Stop: Sendable, Equatable {
    var filter: Filter
    var quotation: QuotationID?
    var focus: Pane
    var page: Page?
  }

  struct Node: Sendable {
    var stop: Stop
    var parent: Int?
    /// The place that forward leads to.
    var next: Int?
  }

  private(set) var nodes: [Node] = []
  /// The place at hand, where it has been recorded; else the one it was come to from.
  private(set) var at: Int?
  private var origin: Int?
  /// A long day of reading stays small.
  private static let limit = 500

  init() {}

  /// A way walked before; `at` is the place at hand.
  init(nodes: [Node], at: Int?) {
    (self.nodes, self.at) = (nodes, at)
    origin = at.flatMap { nodes[$0].parent }
    for (number, node) in nodes.enumerated() {
      if let parent = node.parent { self.nodes[parent].next = number }
    }
  }

  /// Remembers the place that is being left for a new one.
  mutating func leave(_ stop: Stop) {
    origin = record(stop)
    at = nil
    if nodes.count > Trail.limit { forgetOldest() }
  }

  /// Records the place at hand, so that it is among the places.
  mutating func stay(at stop: Stop) {
    at = record(stop)
    origin = at.flatMap { nodes[$0].parent }
  }

  /// Records the place at hand and returns its number.
  private mutating func record(_ stop: Stop) -> Int {
    if let at {
      nodes[at].stop = stop
      return at
    }
    if let origin, nodes[origin].stop == stop { return origin }
    nodes.append(Node(stop: stop, parent: origin))
    if let origin { nodes[origin].next = nodes.count - 1 }
    return nodes.count - 1
  }

  private mutating func forgetOldest() {
    nodes.removeFirst()
    func shifted(_ number: Int?) -> Int? { number.flatMap { $0 > 0 ? $0 - 1 : nil } }
    for row in nodes.indices {
      nodes[row].parent = shifted(nodes[row].parent)
      nodes[row].next = shifted(nodes[row].next)
    }
    (at, origin) = (shifted(at), shifted(origin))
  }

  /// Puts the quotations of a newer snapshot in the place of those of the older. O(places).
  mutating func renew(_ quotation: (QuotationID) -> QuotationID?) {
    for row in nodes.indices {
      nodes[row].stop.quotation = nodes[row].stop.quotation.flatMap(quotation)
      nodes[row].stop.page = nodes[row].stop.page?.renewed(quotation)
    }
  }

  /// The place before, the one at hand recorded.
  mutating func back(from stop: Stop) -> Stop? {
    guard let target = at.map({ nodes[$0].parent }) ?? origin else { return nil }
    let here = record(stop)
    guard here != target else { return stepBack(from: target) }
    nodes[target].next = here
    return go(to: target)
  }

  /// Nothing was done since the last place was left.
  private mutating func stepBack(from here: Int) -> Stop? { nodes[here].parent.flatMap { go(to: $0) } }

  /// The place that was gone back from.
  mutating func forward(from stop: Stop) -> Stop? {
    guard let at, let target = nodes[at].next else { return nil }
    nodes[at].stop = stop
    return go(to: target)
  }

  /// Any place of the tree, the one at hand recorded.
  mutating func jump(to target: Int, from stop: Stop) -> Stop? {
    guard nodes.indices.contains(target) else { return nil }
    _ = record(stop)
    return go(to: target)
  }

  private mutating func go(to target: Int) -> Stop? {
    (at, origin) = (target, nodes[target].parent)
    return nodes[target].stop
  }

  /// The way from the start to the place before the one at hand.
  var behind: [Stop] {
    var (way, step): ([Stop], Int?) = ([], at.map { nodes[$0].parent } ?? origin)
    while let number = step {
      way.append(nodes[number].stop)
      step = nodes[number].parent
    }
    return way.reversed()
  }

  /// The places as a tree is drawn: what stands before each, and which it is. O(places²) in the worst case.
  var tree: [(branch: String, number: Int)] {
    var rows: [(String, Int)] = []
    func add(_ children: [Int], _ indent: String) {
      for child in children {
        let grandchildren = nodes.indices.filter { nodes[$0].parent == child }
        let isLast = child == children.last
        // A way without forks goes straight down.
        let isAlone = children.count == 1
        rows.append((indent + (isAlone ? "" : isLast ? "└ " : "├ "), child))
        add(grandchildren, indent + (isAlone ? "" : isLast ? "  " : "│ "))
      }
    }
    add(nodes.indices.filter { nodes[$0].parent == nil }, "")
    return rows
  }
}

extension BrowserState {
  var stop: Trail.Stop {
    var page = page
    page?.position = positions[.page]
    return Trail.Stop(filter: filter, quotation: reading, focus: focus, page: page)
  }

  /// What the footer shows of the way here, the latest last.
  func breadcrumbs(_ limit: Int) -> [String] {
    var out: [String] = []
    for stop in trail.behind.suffix(limit - 1) + [stop] {
      let filter =
        stop.query.clauses.last.map { clause in
          let isTime = [.after, .before].contains(clause.test.field)
          return isTime ? clause.description : (clause.isExcluded ? "-" : "") + clause.value
        } ?? "all"
      if out.last(where: { !$0.hasPrefix("quote ") }) != filter { out.append(filter) }
      if let page = stop.page { out.append(page.kind.title) }
      if let id = stop.quotation, stop.focus == .reader || stop.focus == .related {
        out.append("quote \(place(of: id).number)")
      }
    }
    return out.suffix(limit)
  }

  /// A place of the trail on one line: `speaker:marin › “the northern ports …”`.
  func description(of stop: Trail.Stop) -> String {
    var parts = [stop.query.isEmpty ? "all" : stop.query.description]
    if let page = stop.page { parts.append(page.kind.title) }
    if let id = stop.quotation, id.index < corpus.quotationCount {
      let speaker = corpus.speakers(of: id).first.map { Wording.shortName(corpus[$0]) + ": " } ?? ""
      parts.append(speaker + corpus.text(of: id).onOneLine)
    }
    return parts.joined(separator: " › ")
  }

  mutating func goBack() {
    guard let stop = trail.back(from: stop) else { return note = "nothing to go back to" }
    restore(stop)
  }

  mutating func goForward() {
    guard let stop = trail.forward(from: stop) else { return note = "nothing to go forward to" }
    restore(stop)
  }

  /// gj: the tree, the place at hand in it.
  mutating func openTrail() {
    trail.stay(at: stop)
    open(.trail)
    let row = trail.tree.firstIndex { $0.number == trail.at } ?? 0
    popup?.position.cursor = row
  }

  mutating func goAlongTrail(to number: Int) {
    if let stop = trail.jump(to: number, from: stop) { restore(stop) }
  }

  private mutating func restore(_ stop: Trail.Stop) {
    focus = stop.focus
    page = stop.page
    pageContent = nil
    if let position = page?.position { positions[.page] = position }
    setFilter(stop.filter, remembering: false)
    if let quotation = stop.quotation { show(quotation) }
  }
}

extension Trail.Stop {
  var query: Query { filter.query }
}
