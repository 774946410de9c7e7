import QuoteModel

/// Where the person has been: a list with a place in it, as a web browser's history.
struct Trail: Sendable {
  struct Stop: Sendable, Equatable {
    var query: Query
    var quotation: QuotationID?
    var focus: Pane
  }

  private(set) var behind: [Stop] = []
  private(set) var ahead: [Stop] = []
  /// A long day of reading stays small.
  private static let limit = 500

  /// Remembers the place that is being left for a new one.
  mutating func leave(_ stop: Stop) {
    if behind.last != stop { behind.append(stop) }
    if behind.count > Trail.limit { behind.removeFirst() }
    ahead = []
  }

  /// Puts the quotations of a newer snapshot in the place of those of the older. O(places).
  mutating func renew(_ quotation: (QuotationID) -> QuotationID?) {
    for row in behind.indices { behind[row].quotation = behind[row].quotation.flatMap(quotation) }
    for row in ahead.indices { ahead[row].quotation = ahead[row].quotation.flatMap(quotation) }
  }

  /// The place before, in exchange for the one at hand.
  mutating func back(from stop: Stop) -> Stop? {
    guard let last = behind.popLast() else { return nil }
    ahead.append(stop)
    return last
  }

  /// The place that was gone back from, in exchange for the one at hand.
  mutating func forward(from stop: Stop) -> Stop? {
    guard let next = ahead.popLast() else { return nil }
    behind.append(stop)
    return next
  }
}

extension BrowserState {
  var stop: Trail.Stop { Trail.Stop(query: query, quotation: reading, focus: focus) }

  /// What the footer shows of the way here, the latest last.
  func breadcrumbs(_ limit: Int) -> [String] {
    let stops = trail.behind.suffix(limit - 1) + [stop]
    var out: [String] = []
    for stop in stops {
      let filter = stop.query.clauses.last.map { ($0.isExcluded ? "-" : "") + $0.value } ?? "all"
      if out.last(where: { !$0.hasPrefix("quote ") }) != filter { out.append(filter) }
      if let id = stop.quotation, stop.focus == .reader || stop.focus == .related {
        out.append("quote \(place(of: id).number)")
      }
    }
    return out.suffix(limit)
  }

  mutating func goBack() {
    guard let stop = trail.back(from: stop) else { return note = "nothing to go back to" }
    restore(stop)
  }

  mutating func goForward() {
    guard let stop = trail.forward(from: stop) else { return note = "nothing to go forward to" }
    restore(stop)
  }

  private mutating func restore(_ stop: Trail.Stop) {
    focus = stop.focus
    if stop.query != query { setQuery(stop.query, remembering: false) }
    if let quotation = stop.quotation { show(quotation) }
  }
}
