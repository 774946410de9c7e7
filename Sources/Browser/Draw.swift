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
  var screen: Screen

  init(_ state: BrowserState, _ size: Size) {
    self.state = state
    layout = state.layout
    screen = Screen(size)
  }

  mutating func drawAll() {
    guard !layout.places.isEmpty else { return drawTooSmall() }
    drawHeader()
    for place in layout.places {
      drawFrame(place)
      switch place.pane {
      case .actors, .topics: drawFacets(place)
      case .quotes: drawQuotes(place)
      case .reader: drawReader(place)
      case .related: drawRelated(place)
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

  // MARK: Frames.

  private mutating func drawFrame(_ place: Layout.Place) {
    let isFocused = place.pane == state.focus
    let line: (corners: [String], across: String, down: String) =
      isFocused ? (["┏", "┓", "┗", "┛"], "━", "┃") : (["┌", "┐", "└", "┘"], "─", "│")
    drawBox(place.frame, line, isFocused ? .plain : Theme.faint)
    let frame = place.frame
    let limit = frame.column + frame.columns - 2
    let style = isFocused ? Theme.strong : .plain
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
    var title = pane.title
    if pane == .related, !state.related.isEmpty { title += " \(state.related.count)" }
    if let choice = state.sorting[pane] {
      title += "  by \(choice.order.rawValue) \(choice.isDescending ? "↓" : "↑")"
    }
    if let words = state.narrowing[pane] { title += "  /\(words)" }
    if pane == .reader, !state.search.isEmpty { title += "  /\(state.search)" }
    return title
  }

  private func footnote(_ place: Layout.Place) -> String {
    let count = state.rowCount(place.pane)
    guard count > 0 else { return "" }
    if place.pane != .reader {
      return "\(Wording.number(state.cursor(place.pane) + 1))/\(Wording.number(count))"
    }
    let hidden = count - layout.height(.reader)
    return hidden <= 0 ? "all" : "\(state.readerTop * 100 / hidden)%"
  }

  // MARK: Header and footer.

  private mutating func drawHeader() {
    let columns = screen.size.columns
    let total = Wording.number(state.corpus.quotationCount)
    let found = Wording.number(state.results.quotes.count)
    var counts = state.results.quotes.count == state.corpus.quotationCount ? total : "\(found) of \(total)"
    if columns >= 60 { counts += " · " + Wording.count(state.corpus.articleCount, "article") }
    var at = screen.write(" whosaid", row: 0, column: 0, style: Theme.strong)
    let room = columns - counts.columns - 2
    if at + 2 < room {
      at = screen.write(state.opened.clipped(to: room - at - 2), row: 0, column: at + 2, limit: room)
    }
    at += 2
    for clause in state.query.clauses where at < room {
      let style = clause.isExcluded ? Theme.problem : Theme.content
      at = screen.write(
        clause.description.clipped(to: room - at), row: 0, column: at, limit: room, style: style)
      at += 1
    }
    if counts.columns + 9 < columns {
      screen.write(counts, row: 0, column: columns - counts.columns - 1)
    }
  }

  private mutating func drawFooter() {
    let last = screen.size.rows - 1
    if layout.footerRows == 2 { drawTrail(row: last - 1) }
    if let prompt = state.prompt { return drawPrompt(prompt, row: last) }
    let columns = screen.size.columns
    if let note = state.note {
      screen.write(" " + note, row: last, column: 0, limit: columns, style: Theme.strong)
      return
    }
    var hints = state.hints
    // The last two, help and close, are the ones to keep.
    while hints.count > 2, hints.reduce(-1, { $0 + $1.key.columns + $1.word.columns + 3 }) >= columns {
      hints.remove(at: hints.count - 3)
    }
    var at = 1
    for hint in hints where at + hint.key.columns + 1 + hint.word.columns < columns {
      at = screen.write(hint.key, row: last, column: at, style: Theme.strong)
      at = screen.write(" " + hint.word, row: last, column: at) + 2
    }
  }

  private mutating func drawTrail(row: Int) {
    let columns = screen.size.columns
    var right: [String] = []
    let hidden = Pane.allCases.filter { layout.place($0) == nil }
    if !hidden.isEmpty { right.append(hidden.map(\.title).joined(separator: " ")) }
    if !state.failures.isEmpty { right.append("E " + Wording.count(state.failures.count, "error")) }
    if let progress = state.progressText { right.append(progress) }
    let status = right.joined(separator: "   ")
    let start = columns - status.columns - 1
    screen.write(
      ("‹ " + state.breadcrumbs(5).joined(separator: " › ")).clipped(to: max(0, start - 3)), row: row,
      column: 1, style: Theme.faint)
    screen.write(status.clipped(to: columns - 1), row: row, column: max(1, start))
  }

  private mutating func drawPrompt(_ prompt: Prompt, row: Int) {
    let columns = screen.size.columns
    let labelEnd = screen.write(" " + prompt.purpose.label, row: row, column: 0, style: Theme.strong)
    let room = max(1, columns - labelEnd - 1)
    // Long lines scroll so that the cursor is in sight.
    var shown = prompt.line.characters[..<prompt.line.cursor]
    while String(shown).columns > room - 1, !shown.isEmpty { shown.removeFirst() }
    let at = screen.write(String(shown), row: row, column: labelEnd)
    let end = screen.write(String(prompt.line.characters[prompt.line.cursor...]), row: row, column: at)
    if let problem = prompt.problem {
      screen.write("  " + problem, row: row, column: end, style: Theme.problem)
    }
    screen.cursor = Point(row: row, column: min(at, columns - 1))
  }
}

extension BrowserState {
  /// What is going on behind the screen: `parsing 83%`, `linking`, `improving 37%`, `improving 3%, 42 min`.
  var progressText: String? {
    guard isReading else { return improvement.map(Wording.improvement) }
    guard let progress else { return "reading" }
    guard let total = progress.total, total > 0 else { return "parsing \(Wording.number(progress.done))" }
    if progress.done == total { return "linking" }
    return "parsing \(progress.done * 100 / total)%"
  }

  /// Keys worth a place at the foot; while a sequence is being typed, how it can go on.
  var hints: [(key: String, word: String)] {
    let here = Command.all.filter { $0.applies(to: focus) }
    guard !pending.isEmpty else {
      return here.compactMap { command in
        guard let hint = command.hint, command.isHinted(self), let key = command.keys.first else {
          return nil
        }
        return (key.text, hint)
      }
    }
    return here.flatMap { command in
      command.keys.filter { $0.keys.count > pending.count && $0.keys.starts(with: pending) }
        .map { ($0.text, command.title) }
    }
  }
}
