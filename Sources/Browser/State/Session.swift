import QuoteModel

/// Where a person was, written down for the next time: what holds for everything, and what holds for the
/// articles at hand. A line each, fields between tabs.
extension BrowserState {
  // MARK: What holds for everything.

  /// Sizes, theme, what was typed before.
  public var habits: String {
    var lines = [
      ["sizes", panes.rows, panes.left, panes.right, panes.lists, panes.timeline].map { "\($0)" }.joined(
        separator: "\t"),
      "hidden\t" + panes.hidden.map { "\($0)" }.sorted().joined(separator: "\t"),
      "theme\t\(theme.name)",
    ]
    for kind in Histories.Kind.allCases {
      lines += histories.lines[kind, default: []].map { "\(kind.rawValue)\t\($0.onOneLine)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Takes up habits written before; what is not understood is left out. A theme of the configuration stays
  /// where `keepsTheme`.
  public mutating func resume(habits: String, keepsTheme: Bool) {
    for line in habits.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch fields[0] {
      case "sizes":
        let numbers = fields.dropFirst().compactMap { Int($0) }.map { max(-1000, min(1000, $0)) }
        guard numbers.count == 5 else { continue }
        (panes.rows, panes.left, panes.right) = (numbers[0], numbers[1], numbers[2])
        (panes.lists, panes.timeline) = (numbers[3], numbers[4])
      case "hidden":
        panes.hidden = Set(Pane.numbered.filter { fields.dropFirst().contains("\($0)") }).subtracting([
          .quotes
        ])
      case "theme":
        if !keepsTheme, let theme = Theme.all.first(where: { $0.name == fields.last }) {
          settings.theme = theme
        }
      default:
        if let kind = Histories.Kind(rawValue: fields[0]), fields.count > 1 {
          histories.remember(fields[1], kind)
        }
      }
    }
  }

  // MARK: What holds for the articles at hand.

  /// The filter, the order, the quotation read, and the way here.
  public var placeOfReading: String {
    var lines = filter.chips.map { ($0.isOn ? "filter\t" : "off\t") + $0.clause.description.onOneLine }
    for pane in [Pane.actors, .topics, .quotes] {
      guard let choice = sorting[pane] else { continue }
      lines.append("sort\t\(pane)\t\(choice.order.rawValue)\t\(choice.isDescending ? "down" : "up")")
    }
    if let reading { lines.append("reading\t" + keeping.key(of: reading).text) }
    lines.append("focus\t\(page?.cameFrom ?? focus)")
    lines += trailLines
    return lines.joined(separator: "\n") + "\n"
  }

  /// Takes up a place written before, as soon as the quotation read then has been read again.
  public mutating func resume(place: String) {
    var (chips, key): ([Filter.Chip], QuoteKey?) = ([], nil)
    var trail = TrailPlaces()
    for line in place.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 1 else { continue }
      switch fields[0] {
      case "filter", "off":
        let clauses = (try? QueryParser.parse(fields[1]))?.clauses ?? []
        chips += clauses.map { Filter.Chip(clause: $0, isOn: fields[0] == "filter") }
      case "sort":
        guard fields.count == 4, let pane = Pane.numbered.first(where: { "\($0)" == fields[1] }),
          let order = Sorting.Order(rawValue: fields[2]), Sorting.orders(pane).contains(order)
        else { continue }
        sorting[pane] = Sorting.Choice(order: order, isDescending: fields[3] == "down")
      case "reading": key = QuoteKey(fields[1][...])
      case "stop", "at": trail.take(fields)
      case "focus": focus = Pane.numbered.first { "\($0)" == fields[1] } ?? .quotes
      default: break
      }
    }
    filter = Filter(chips: chips)
    placeToReturnTo = key
    trailToReturnTo = trail.stops.isEmpty ? nil : trail
  }

  /// Goes back to the quotation read last time, once it is there and unless the person has gone elsewhere.
  mutating func returnToPlace() {
    guard let key = placeToReturnTo else { return }
    if hasActed { return placeToReturnTo = nil }
    let found = keeping.quotation(of: key)
    if let found {
      show(found)
      if results.listed.contains(found) { placeToReturnTo = isReading ? key : nil }
    }
    // What is improved may come into the list yet, and the cursor with it.
    if !isReading, improvement == nil, found == nil { placeToReturnTo = nil }
  }
}
