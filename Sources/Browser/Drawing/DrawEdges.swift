import QuoteModel
import Screen

/// The first row: what was opened, the filter's chips, and how much was found.
struct Header {
  struct Chip {
    var number: Int
    var text: String
    var columns: Range<Int>
    var isOn, isExcluded: Bool
  }

  let opened: String
  let openedColumn: Int
  let counts: String
  let countsColumn: Int?
  private(set) var chips: [Chip] = []

  init(_ state: BrowserState, columns: Int) {
    let total = Wording.number(state.corpus.quotationCount)
    let found = Wording.number(state.results.quotes.count)
    var counts = state.results.quotes.count == state.corpus.quotationCount ? total : "\(found) of \(total)"
    if columns >= 60 { counts += " · " + Wording.count(state.corpus.articleCount, "article") }
    self.counts = counts
    let room = columns - counts.columns - 2
    countsColumn = counts.columns + 9 < columns ? columns - counts.columns - 1 : nil
    openedColumn = 10
    // A filter says more than where the articles lie.
    let wanted = state.filter.chips.reduce(0) { $0 + $1.clause.description.columns + 3 }
    let forOpened = max(min(12, room - openedColumn), room - openedColumn - 2 - wanted)
    opened = state.opened.clipped(to: max(0, forOpened))
    var at = openedColumn + opened.columns + 2
    for (number, chip) in state.filter.chips.enumerated() where at < room {
      let text = (chip.isOn ? chip.clause.description : "(" + chip.clause.description + ")").clipped(
        to: room - at)
      chips.append(
        Chip(
          number: number, text: text, columns: at..<at + text.columns, isOn: chip.isOn,
          isExcluded: chip.clause.isExcluded))
      at += text.columns + 1
    }
  }
}

extension Canvas {
  mutating func drawHeader() {
    let header = Header(state, columns: screen.size.columns)
    screen.write(" whosaid", row: 0, column: 0, style: theme.strong)
    screen.write(header.opened, row: 0, column: header.openedColumn)
    for chip in header.chips {
      let style = !chip.isOn ? theme.faint : chip.isExcluded ? theme.problem : theme.content
      screen.write(
        chip.text, row: 0, column: chip.columns.lowerBound, limit: chip.columns.upperBound, style: style)
    }
    if let column = header.countsColumn { screen.write(header.counts, row: 0, column: column) }
  }

  mutating func drawFooter() {
    let last = screen.size.rows - 1
    if layout.footerRows == 2 { drawTrail(row: last - 1) }
    if !state.pending.isEmpty { return drawPending(row: last) }
    if let prompt = state.prompt { return drawPrompt(prompt, row: last) }
    let columns = screen.size.columns
    if let note = state.note ?? state.firstHint {
      screen.write(
        (" " + note).clipped(to: columns), row: last, column: 0, limit: columns, style: theme.strong)
      return
    }
    var hints = state.hints
    // The last two, help and close, are the ones to keep.
    while hints.count > 2, hints.reduce(-1, { $0 + $1.key.columns + $1.word.columns + 3 }) >= columns {
      hints.remove(at: hints.count - 3)
    }
    var at = 1
    for hint in hints where at + hint.key.columns + 1 + hint.word.columns < columns {
      at = screen.write(hint.key, row: last, column: at, style: theme.strong)
      at = screen.write(" " + hint.word, row: last, column: at) + 2
    }
  }

  /// The keys that can follow those typed, in a box above the last row, which names what was typed.
  private mutating func drawPending(row: Int) {
    let typed = state.pending.map(KeySequence.name).joined(separator: " ")
    screen.write(" \(typed) …", row: row, column: 0, style: theme.strong)
    let ways = state.continuations
    guard layout.footerRows == 2, !ways.isEmpty else { return }
    let text = ways.map { $0.key.columns + 2 + $0.title.columns }.max() ?? 0
    let width = min(screen.size.columns - 4, text)
    let across = max(1, min(3, (screen.size.columns - 4) / (width + 2)))
    let down = min(max(1, row - 4), (ways.count + across - 1) / across)
    let frame = Rect(
      row: row - 1 - down - 2, column: 0, columns: min(screen.size.columns, across * (width + 2) + 2),
      rows: down + 2)
    screen.fill(frame)
    drawBox(frame, (["┌", "┐", "└", "┘"], "─", "│"), theme.faint)
    for (index, way) in ways.prefix(down * across).enumerated() {
      let (line, column) = (frame.row + 1 + index % down, frame.column + 2 + index / down * (width + 2))
      let at = screen.write(way.key, row: line, column: column, limit: frame.columns - 1, style: theme.strong)
      let room = min(column + width, frame.columns - 1) - at - 2
      screen.write(way.title.clipped(to: max(0, room)), row: line, column: at + 2, limit: frame.columns - 1)
    }
  }

  private mutating func drawTrail(row: Int) {
    let columns = screen.size.columns
    var right: [String] = []
    let hidden = state.focus == .page ? [] : Pane.numbered.filter { layout.place($0) == nil }
    if !hidden.isEmpty { right.append(hidden.map(\.title).joined(separator: " ")) }
    if let marks = markCount { right.append("' " + marks) }
    if !state.failures.isEmpty { right.append("E " + Wording.count(state.failures.count, "error")) }
    if let progress = state.progressText { right.append(progress) }
    let status = right.joined(separator: "   ")
    let start = columns - status.columns - 1
    screen.write(
      ("‹ " + state.breadcrumbs(5).joined(separator: " › ")).clipped(to: max(0, start - 3)), row: row,
      column: 1, style: theme.faint)
    screen.write(status.clipped(to: columns - 1), row: row, column: max(1, start))
  }

  /// How many marks there are; of how many, where a statement is not found, or not found yet.
  private var markCount: String? {
    let (found, missing) = (state.marks.all.count, state.keeping.marksWithoutQuote)
    guard found + missing > 0 else { return nil }
    return (missing > 0 ? "\(found) of " : "") + Wording.count(found + missing, "mark")
  }

  /// The line being typed; what is wrong with it stands behind it or, where that is too narrow, above.
  private mutating func drawPrompt(_ prompt: Prompt, row: Int) {
    let columns = screen.size.columns
    screen.fill(Rect(row: row, column: 0, columns: columns, rows: 1))
    let labelEnd = screen.write(" " + prompt.purpose.label, row: row, column: 0, style: theme.strong)
    let room = max(1, columns - labelEnd - 1)
    // Long lines scroll so that the cursor is in sight.
    var start = 0
    while start < prompt.line.cursor,
      String(prompt.line.characters[start..<prompt.line.cursor]).columns > room - 1
    {
      start += 1
    }
    var (at, cursor) = (labelEnd, labelEnd)
    for (index, character) in prompt.line.characters.enumerated().dropFirst(start) {
      if index == prompt.line.cursor { cursor = at }
      let isWrong = prompt.problem?.characters.contains(index) ?? false
      at = screen.write(
        String(character), row: row, column: at, style: isWrong ? theme.problem.adding(.underline) : .plain)
    }
    if prompt.line.cursor == prompt.line.characters.count { cursor = at }
    if let problem = prompt.problem {
      if at + 3 + problem.message.columns <= columns || layout.footerRows < 2 {
        screen.write("  ^ " + problem.message, row: row, column: at, style: theme.problem)
      } else {
        screen.fill(Rect(row: row - 1, column: 0, columns: columns, rows: 1))
        screen.write(
          (" " + problem.message).clipped(to: columns), row: row - 1, column: 0, style: theme.problem)
      }
    }
    drawCompletion(prompt.completion, above: row, column: labelEnd)
    screen.cursor = Point(row: row, column: min(cursor, columns - 1))
  }

  private mutating func drawCompletion(_ completion: Completion, above row: Int, column: Int) {
    let candidates = completion.candidates.prefix(max(0, min(Completion.mostShown, row - 3)))
    guard !candidates.isEmpty, layout.footerRows == 2 else { return }
    let text = candidates.map { $0.text.columns }.max() ?? 0
    let about = candidates.map { $0.about.columns }.max() ?? 0
    let width = min(screen.size.columns - column, text + about + 6)
    let frame = Rect(
      row: row - candidates.count - 2, column: column, columns: width, rows: candidates.count + 2)
    guard width > 8 else { return }
    screen.fill(frame)
    drawBox(frame, (["┌", "┐", "└", "┘"], "─", "│"), theme.faint)
    screen.write(
      " Tab ", row: frame.row, column: frame.column + 2, limit: frame.column + width - 1, style: theme.faint)
    for (index, candidate) in candidates.enumerated() {
      let line = frame.row + 1 + index
      let limit = frame.column + width - 2
      let room = max(0, width - 5 - candidate.about.columns)
      screen.write(candidate.text.clipped(to: room), row: line, column: frame.column + 2, limit: limit)
      screen.write(
        candidate.about, row: line, column: max(frame.column + 2, limit - candidate.about.columns),
        limit: limit,
        style: theme.faint)
      if index == completion.chosen {
        screen.restyle(Rect(row: line, column: frame.column + 1, columns: width - 2, rows: 1)) {
          $0.adding(.reverse)
        }
      }
    }
  }
}

extension BrowserState {
  /// What is going on behind the screen: `parsing 83%`, `linking`, `improving 37%`, `improving 3%, 42 min`.
  var progressText: String? {
    if !isReading, relinking != nil { return "linking" }
    guard isReading else { return improvement.map(Wording.improvement) }
    guard let progress else { return "reading" }
    guard let total = progress.total, total > 0 else { return "parsing \(Wording.number(progress.done))" }
    if progress.done == total { return "linking" }
    return "parsing \(progress.done * 100 / total)%"
  }

  /// Said until the first key, where nobody has used the program before.
  var firstHint: String? {
    isFirstRun && !hasActed && corpus.quotationCount > 0
      ? "j k move, Enter opens, 1 and 2 show who and what, f finds anything, ? all keys" : nil
  }

  /// Keys worth a place at the foot.
  var hints: [(key: String, word: String)] {
    Command.all.filter { $0.applies(to: focus) }.compactMap { command in
      guard let hint = command.hint, command.isHinted(self), let key = settings.keys.keys(of: command).first
      else { return nil }
      return (key.text, hint)
    }
  }

  /// How a sequence of keys that is being typed can go on.
  var continuations: [(key: String, title: String)] {
    Command.all.filter { $0.applies(to: focus) }.flatMap { command in
      settings.keys.keys(of: command).filter {
        $0.keys.count > pending.count && $0.keys.starts(with: pending)
      }
      .map { ($0.text, command.title) }
    }
  }
}
