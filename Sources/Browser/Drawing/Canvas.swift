import QuoteModel
import Screen

/// The picture of a state on a screen of some size. O(screen), and O(article) where that size is not the
/// state's.
public func draw(_ state: BrowserState, _ size: Size) -> Screen {
  var state = state
  if state.size != size {
    state.size = size
    state.settle()
  }
  var canvas = Canvas(state, size)
  canvas.drawAll()
  return canvas.screen
}

/// A screen being drawn.
struct Canvas {
  let state: BrowserState
  let layout: Layout
  let theme: Theme
  var screen: Screen

  init(_ state: BrowserState, _ size: Size) {
    self.state = state
    layout = state.layout
    theme = state.theme
    screen = Screen(size)
  }

  mutating func drawAll() {
    defer { paintBase() }
    guard !layout.places.isEmpty else { return drawTooSmall() }
    drawHeader()
    for place in layout.places {
      drawFrame(place)
      switch place.pane {
      case .actors, .topics: drawFacets(place)
      case .quotes: drawQuotes(place)
      case .reader: drawReader(place)
      case .related: drawRelated(place)
      case .timeline: drawTimeline(place)
      case .page: drawPage(place)
      }
    }
    drawFooter()
    if let popup = state.popup { drawPopup(popup) }
  }

  private mutating func drawTooSmall() {
    let smallest = Layout.smallest
    screen.write("too small", row: 0, column: 0)
    screen.write("for \(smallest.columns)x\(smallest.rows)", row: 1, column: 0)
  }

  /// A theme with colours of its own gives them to every cell that has none.
  private mutating func paintBase() {
    let base = theme.base
    guard base != .plain else { return }
    screen.restyle(Rect(row: 0, column: 0, columns: screen.size.columns, rows: screen.size.rows)) { style in
      Style(
        style.foreground == .standard ? base.foreground : style.foreground,
        on: style.background == .standard ? base.background : style.background, style.attributes)
    }
  }

  // MARK: Frames.

  private mutating func drawFrame(_ place: Layout.Place) {
    let isFocused = place.pane == state.focus
    let line: (corners: [String], across: String, down: String) =
      isFocused ? (["┏", "┓", "┗", "┛"], "━", "┃") : (["┌", "┐", "└", "┘"], "─", "│")
    drawBox(place.frame, line, isFocused ? .plain : theme.faint)
    let frame = place.frame
    let limit = frame.column + frame.columns - 2
    let style = isFocused ? theme.strong : .plain
    screen.write(
      " \(title(place.pane)) ".clipped(to: frame.columns - 4), row: frame.row, column: frame.column + 2,
      limit: limit, style: style)
    let foot = footnote(place)
    guard !foot.isEmpty, foot.columns + 6 < frame.columns else { return }
    screen.write(
      " \(foot) ", row: frame.row + frame.rows - 1, column: limit - foot.columns - 1, limit: limit + 1,
      style: style)
  }

  mutating func drawBox(
    _ frame: Rect, _ line: (corners: [String], across: String, down: String), _ style: Style
  ) {
    let (right, bottom) = (frame.column + frame.columns - 1, frame.row + frame.rows - 1)
    let across = String(repeating: line.across, count: max(0, frame.columns - 2))
    screen.write(
      line.corners[0] + across + line.corners[1], row: frame.row, column: frame.column, style: style)
    screen.write(line.corners[2] + across + line.corners[3], row: bottom, column: frame.column, style: style)
    for row in frame.row + 1..<max(frame.row + 1, bottom) {
      screen.write(line.down, row: row, column: frame.column, style: style)
      screen.write(line.down, row: row, column: right, style: style)
    }
  }

  private func title(_ pane: Pane) -> String {
    if pane == .page { return state.page?.kind.title ?? "" }
    var title = pane.title
    if pane == .related, !state.related.isEmpty { title += " \(state.related.count)" }
    if let choice = state.sorting[pane] {
      title += "  by \(choice.order.rawValue) \(choice.isDescending ? "↓" : "↑")"
    }
    if let words = state.narrowing[pane] { title += "  /\(words.text)" }
    if pane == .reader, !state.search.isEmpty { title += "  /\(state.search.text)" }
    if pane == .quotes, let rows = state.rangeRows { title += "  range of \(rows.count)" }
    if state.panes.hidden.contains(pane) { title += "  hidden" }
    return title
  }

  private func footnote(_ place: Layout.Place) -> String {
    let count = state.rowCount(place.pane)
    guard count > 0 else { return "" }
    let cursor = Wording.number(state.cursor(place.pane) + 1) + "/" + Wording.number(count)
    switch place.pane {
    case .reader:
      let hidden = count - layout.height(.reader)
      return hidden <= 0 ? "all" : "\(state.readerTop * 100 / hidden)%"
    case .actors, .topics:
      return place.pane == state.focus && place.frame.columns >= 26
        ? whatIf(place.pane) + " · " + cursor : cursor
    case .timeline:
      return state.timeline.undated > 0 ? "\(Wording.number(state.timeline.undated)) without a date" : ""
    case .quotes, .related, .page: return cursor
    }
  }

  /// What the row under the cursor would leave if it were added or excluded: `+12 x272`.
  private func whatIf(_ pane: Pane) -> String {
    let row = state.cursor(pane)
    let counts = state.results.facets
    let count =
      pane == .actors
      ? state.results.actors.element(at: row).map { counts.actors[$0.index] }
      : state.results.topics.element(at: row).map { counts.topics[$0.index] }
    let with = Int(count ?? 0)
    return "+\(Wording.number(with)) x\(Wording.number(state.results.matchingCount - with))"
  }

  // MARK: Text in which matches are lit.

  /// Writes text into so many columns from the left, some bytes of it in the look of matches; where the first
  /// of those would not be seen, the text begins shortly before it.
  mutating func writeLit(
    _ text: String, _ lit: [Range<Int>], row: Int, column: Int, width: Int, style: Style = .plain
  ) {
    guard !lit.isEmpty, width > 4 else {
      screen.write(text.clipped(to: width), row: row, column: column, limit: column + width, style: style)
      return
    }
    var (shown, cut) = (text[...], 0)
    if let first = lit.first, text[TextRange(0, first.upperBound)].columns > width - 1 {
      cut = text.start(before: first.lowerBound, columns: width / 3)
      shown = text[text.utf8.index(text.startIndex, offsetBy: cut)...]
    }
    var at = column
    if cut > 0 { at = screen.write("…", row: row, column: at, limit: column + width, style: style) }
    var next = lit[...]
    for glyph in Sanitizing.glyphs(shown, lineBreaks: .blanks) {
      let offset = cut + glyph.bytes.lowerBound
      let isLast = at + glyph.columns >= column + width
      if isLast, cut + glyph.bytes.upperBound < text.utf8.count {
        screen.write("…", row: row, column: at, limit: column + width, style: style)
        return
      }
      while let range = next.first, range.upperBound <= offset { next.removeFirst() }
      let isLit = next.first?.contains(offset) ?? false
      at = screen.write(
        String(glyph.character), row: row, column: at, limit: column + width,
        style: isLit ? theme.match : style)
    }
  }
}

extension String {
  /// The start of the word that begins no more than some columns before a byte.
  fileprivate func start(before offset: Int, columns: Int) -> Int {
    let bytes = utf8
    var at = bytes.index(startIndex, offsetBy: Swift.min(offset, bytes.count))
    var left = columns
    while left > 0, at > startIndex {
      at = index(before: at)
      left -= 1
    }
    while at > startIndex, bytes[bytes.index(before: at)] != 0x20 {
      let before = index(before: at)
      if bytes.distance(from: before, to: at) > 64 { break }
      at = before
      left += 1
      if left > 24 { break }
    }
    return bytes.distance(from: startIndex, to: at)
  }
}
