import QuoteModel

/// What is asked of the corpus, as chips that can be turned off and on again without being lost.
struct Filter: Equatable, Sendable {
  struct Chip: Equatable, Sendable {
    var clause: Query.Clause
    var isOn = true
  }

  private(set) var chips: [Chip] = []
  /// What the chips that are on ask for.
  private(set) var query = Query()

  init(_ query: Query = Query()) { self.init(chips: query.clauses.map { Chip(clause: $0) }) }

  init(chips: [Chip]) {
    self.chips = chips
    query = Query(chips.filter(\.isOn).map(\.clause))
  }

  /// The filter with one chip more or less, or another in its place.
  func changing(_ change: (inout [Chip]) -> Void) -> Filter {
    var chips = chips
    change(&chips)
    return Filter(chips: chips)
  }

  /// The filter with a clause more; without it where it is there already; the same test the other way round
  /// gives way.
  func toggling(_ clause: Query.Clause) -> Filter {
    let isThere = chips.contains { $0.clause == clause && $0.isOn }
    return changing { chips in
      chips.removeAll { $0.clause.test == clause.test }
      if !isThere { chips.append(Chip(clause: clause)) }
    }
  }
}

extension BrowserState {
  var query: Query { filter.query }
  var isFiltered: Bool { !filter.chips.isEmpty }

  /// Asks something else; the quotation being read stays if it is among what is found. O(corpus).
  mutating func setFilter(_ newFilter: Filter, remembering: Bool = true) {
    guard newFilter != filter else { return }
    guard newFilter.query != query else { return filter = newFilter }
    if remembering { trail.leave(stop) }
    let anchors = anchors
    filter = newFilter
    narrowing[.quotes] = nil
    range = nil
    results.filter(corpus, query)
    listAll()
    restore(anchors)
    showFirstUnlessListed()
  }

  private mutating func showFirstUnlessListed() {
    if let reading, results.row(of: reading) != nil { return }
    positions[.quotes] = ListPosition()
    if let first = results.quotes.first { show(first) }
  }

  /// Orders or narrows one list anew; what is read stays if it is still listed. O(found · log found).
  mutating func list(_ pane: Pane) {
    let anchors = anchors
    relist(pane)
    restore(anchors)
    if pane == .quotes { showFirstUnlessListed() }
  }

  mutating func listAll() {
    for pane in [Pane.actors, .topics, .quotes] { relist(pane) }
  }

  private mutating func relist(_ pane: Pane) {
    let words = narrowing[pane] ?? .none
    switch pane {
    case .actors: results.listActors(corpus, sorting.actors, narrowedBy: words)
    case .topics: results.listTopics(corpus, query, sorting.topics, narrowedBy: words)
    case .quotes: results.listQuotes(corpus, sorting.quotes, narrowedBy: words)
    case .reader, .related, .timeline, .page: break
    }
  }

  /// Puts a list's cursor on a row and keeps it at the height on the screen where it was; names that show their beginning
  /// go on to, where the row is in sight.
  mutating func move(_ pane: Pane, onto row: Int?) {
    guard let row else { return }
    let old = positions[pane] ?? ListPosition()
    let showsStart = pane != .quotes && old.top == 0 && row < layout.height(pane)
    positions[pane] = ListPosition(
      cursor: row, top: showsStart ? 0 : max(0, row - (old.cursor - old.top)))
  }

  // MARK: Keys that change the filter.

  /// What the row under the cursor filters on: an actor or topic, the speaker of a quote, a stretch of time.
  var clausesUnderCursor: [Query.Clause] {
    switch focus {
    case .actors: currentActor.map { [Query.Clause(.speaker(corpus[$0].name))] } ?? []
    case .topics: currentTopic.map { [Query.Clause(.topic(corpus[$0].label))] } ?? []
    case .quotes, .reader, .related:
      currentQuotation.flatMap { corpus.speakers(of: $0).first }
        .map { [Query.Clause(.speaker(corpus[$0].name))] } ?? []
    case .timeline: timelineClauses
    case .page: []
    }
  }

  /// Asks for nothing but the row under the cursor; a stretch of time is added to the rest.
  mutating func replaceFilter() {
    let clauses = clausesUnderCursor
    guard !clauses.isEmpty else { return note = "nothing here to filter on" }
    guard focus == .timeline else { return setFilter(Filter(Query(clauses))) }
    setFilter(
      filter.changing { chips in
        chips.removeAll { [.after, .before].contains($0.clause.test.field) }
        chips += clauses.map { Filter.Chip(clause: $0) }
      })
  }

  /// Adds the row under the cursor to the filter, or takes it away again.
  mutating func addToFilter(excluding: Bool) {
    guard focus != .timeline else { return replaceFilter() }
    guard var clause = clausesUnderCursor.first else { return note = "nothing here to filter on" }
    clause.isExcluded = excluding
    setFilter(filter.toggling(clause))
  }

  mutating func dropLastClause() {
    guard isFiltered else { return note = "no filter to drop" }
    setFilter(filter.changing { $0.removeLast() })
  }

  // MARK: Order.

  mutating func reverseOrder() {
    guard sorting[focus] != nil else { return note = "this pane has an order of its own" }
    sorting[focus]?.isDescending.toggle()
    list(focus)
  }

  mutating func setOrder(_ order: Sorting.Order) {
    let isDescending = order == .date || order == .count || order == .confidence
    sorting[focus] = Sorting.Choice(order: order, isDescending: isDescending)
    list(focus)
  }
}
