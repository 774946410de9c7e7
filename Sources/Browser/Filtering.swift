import QuoteModel

extension BrowserState {
  /// Asks something else; the quotation being read stays if it is among what is found. O(corpus).
  mutating func setQuery(_ newQuery: Query, remembering: Bool = true) {
    guard newQuery != query else { return }
    if remembering { trail.leave(stop) }
    let anchors = anchors
    query = newQuery
    results.filter(corpus, query)
    narrowing[.quotes] = nil
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
    let words = narrowing[pane] ?? ""
    switch pane {
    case .actors: results.listActors(corpus, sorting.actors, narrowedBy: words)
    case .topics: results.listTopics(corpus, query, sorting.topics, narrowedBy: words)
    case .quotes: results.listQuotes(corpus, sorting.quotes, narrowedBy: words)
    case .reader, .related: break
    }
  }

  /// Puts a list's cursor on a row and keeps it at the height on the screen where it was.
  mutating func move(_ pane: Pane, onto row: Int?) {
    guard let row else { return }
    let old = positions[pane] ?? ListPosition()
    positions[pane] = ListPosition(cursor: row, top: max(0, row - (old.cursor - old.top)))
  }

  // MARK: Keys that change the filter.

  /// What the row under the cursor would filter on.
  private var clauseUnderCursor: Query.Clause? {
    switch focus {
    case .actors: currentActor.map { Query.Clause(.speaker(corpus[$0].name)) }
    case .topics: currentTopic.map { Query.Clause(.topic(corpus[$0].label)) }
    case .quotes, .reader, .related: nil
    }
  }

  /// Asks for nothing but the row under the cursor.
  mutating func replaceFilter() {
    guard let clause = clauseUnderCursor else { return note = "nothing here to filter on" }
    setQuery(Query([clause]))
  }

  /// Adds the row under the cursor to the filter, or takes it away again.
  mutating func addToFilter(excluding: Bool) {
    guard var clause = clauseUnderCursor else { return note = "nothing here to filter on" }
    clause.isExcluded = excluding
    let others = query.clauses.filter { $0.test != clause.test }
    let isThere = query.clauses.contains(clause)
    setQuery(Query(isThere ? others : others + [clause]))
  }

  mutating func dropLastClause() {
    guard !query.isEmpty else { return note = "no filter to drop" }
    setQuery(Query(Array(query.clauses.dropLast())))
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
