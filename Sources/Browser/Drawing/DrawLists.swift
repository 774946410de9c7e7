import QuoteModel
import Screen

extension Canvas {
  /// Draws the visible rows of a list; the row under the cursor is marked by `▸` and by its look.
  mutating func drawRows(_ place: Layout.Place, _ draw: (inout Canvas, Int, Rect) -> Void) {
    let inside = place.inside
    let position = state.positions[place.pane] ?? ListPosition()
    let rows = position.top..<min(state.rowCount(place.pane), position.top + layout.height(place.pane))
    for row in rows where position.top <= row {
      let line = Rect(
        row: inside.row + row - position.top, column: inside.column, columns: inside.columns, rows: 1)
      draw(&self, row, line)
      guard row == position.cursor else { continue }
      screen.write("▸", row: line.row, column: line.column)
      let look = theme.cursor(isFocused: place.pane == state.focus)
      screen.restyle(line) { look == .reverse ? $0.toggling(.reverse) : $0.adding(look) }
    }
  }

  /// Words in place of rows that are not there, wrapped.
  mutating func drawEmpty(_ place: Layout.Place, _ text: String) { drawWrapped(text, place.inside) }

  private mutating func drawWrapped(_ text: String, _ inside: Rect) {
    var (row, line) = (inside.row, "")
    for word in text.split(separator: " ").map(String.init) + ["\n"] {
      if word == "\n" || line.columns + 1 + word.columns > inside.columns - 2 {
        guard row < inside.row + inside.rows else { return }
        screen.write(
          line, row: row, column: inside.column + 1, limit: inside.column + inside.columns, style: theme.faint
        )
        (row, line) = (row + 1, "")
      }
      line += (line.isEmpty ? "" : " ") + word
    }
  }

  mutating func drawFacets(_ place: Layout.Place) {
    guard state.rowCount(place.pane) > 0 else {
      let what = place.pane == .actors ? "speakers" : "topics"
      let narrowed = state.narrowing[place.pane] != nil
      return drawEmpty(place, narrowed ? "No \(what) with these words. Esc shows all." : nothingYet(what))
    }
    drawRows(place) { canvas, row, line in
      let (name, count, clause) = canvas.facet(place.pane, row)
      let isAsked = canvas.state.query.clauses.first { $0.test == clause }
      let number = Wording.number(count)
      let end = line.column + line.columns
      let style = count == 0 ? canvas.theme.faint : isAsked == nil ? Style.plain : canvas.theme.content
      let sign = isAsked.map { $0.isExcluded ? "-" : "+" } ?? " "
      canvas.screen.write(sign, row: line.row, column: line.column + 1, limit: end, style: style)
      let lit = canvas.state.narrowing[place.pane]?.ranges(in: name[...]) ?? []
      canvas.writeLit(
        name, lit, row: line.row, column: line.column + 2, width: line.columns - number.columns - 4,
        style: style)
      canvas.screen.write(number, row: line.row, column: end - number.columns - 1, limit: end, style: style)
    }
  }

  private func facet(_ pane: Pane, _ row: Int) -> (name: String, count: Int, Query.Clause.Test) {
    let results = state.results
    if pane == .actors {
      let id = results.actors[row]
      let name = state.corpus[id].name
      return (name, Int(results.facets.actors[id.index]), .speaker(name))
    }
    let id = results.topics[row]
    let topic = state.corpus[id]
    let indent = String(repeating: "  ", count: results.topicDepths.element(at: row) ?? 0)
    return (
      indent + topic.kind.sign + topic.label, Int(results.facets.topics[id.index]), .topic(topic.label)
    )
  }

  private func nothingYet(_ what: String) -> String {
    if state.isReading { return "Reading. The first \(what) will be here in a moment." }
    guard state.corpus.articleCount == 0 else { return "No \(what) were found in what was read." }
    return state.failures.isEmpty
      ? "There was nothing to read. q quits; whosaid --help says what it reads."
      : "Nothing was read. E shows why; q quits."
  }

  /// Whether words looked for are a filter’s: `speaker:ruiz`.
  private func isFilter(_ words: String) -> Bool {
    Query.Clause.Test.Field.allCases.contains { words.contains($0.rawValue + ":") }
  }

  mutating func drawQuotes(_ place: Layout.Place) {
    guard !state.results.quotes.isEmpty else {
      if let search = state.narrowing[.quotes] {
        return drawEmpty(
          place,
          "No quote holds these words. Esc shows all of them."
            + (isFilter(search.text) ? " F filters by speaker: and the like." : ""))
      }
      let isFiltered = !state.query.isEmpty && state.corpus.quotationCount > 0
      return drawEmpty(
        place,
        isFiltered
          ? "No quote passes the filter. Backspace drops its last part, F edits it." : nothingYet("quotes"))
    }
    let columns = QuoteColumns(width: place.inside.columns)
    let range = state.rangeRows
    drawRows(place) { canvas, row, line in
      canvas.drawQuote(canvas.state.results.quotes[row], columns, line)
      if range?.contains(row) ?? false {
        canvas.screen.write("┃", row: line.row, column: line.column, style: canvas.theme.strong)
        canvas.screen.restyle(line) { $0.adding(.bold) }
      }
    }
  }

  private mutating func drawQuote(_ id: QuotationID, _ columns: QuoteColumns, _ line: Rect) {
    let (segment, row) = state.corpus.locate(id)
    var at = line.column + 1
    let date = PartialDate(sortKey: segment.dateKey(row)).map { date in
      columns.isRoomy ? Wording.date(date) : Wording.shortDate(date, latestYear: state.results.latestYear)
    }
    at = cell(date ?? "", at, columns.date, line.row, alignsRight: true)
    let speaker = speakers(of: id, isFull: columns.isRoomy)
    let litName = state.narrowing[.quotes]?.ranges(in: speaker[...]) ?? []
    writeLit(speaker, litName, row: line.row, column: at, width: columns.speaker, style: theme.strong)
    at += columns.speaker + 1
    at = cell(String(segment.kind(row).letter), at, 1, line.row)
    let fresh = state.isFresh(id) ? "+ " : ""
    let mark =
      fresh
      + (state.marks[id].map { "\($0.letter.map { "'\($0)" } ?? "'")\($0.note.isEmpty ? "" : "*") " } ?? "")
    screen.write(mark, row: line.row, column: at, limit: at + columns.text, style: theme.cue)
    let text = state.corpus.text(of: id).onOneLine
    writeLit(
      text, lit(in: text), row: line.row, column: at + mark.columns, width: columns.text - mark.columns)
    at += columns.text + 1
    guard columns.confidence > 0 else { return }
    at = cell(
      Wording.confidence(segment.confidence(row)), at, columns.confidence, line.row, style: theme.faint)
    _ = cell(badge(of: id), at, columns.badge, line.row)
  }

  /// Places of a quotation's words that the narrowing and the words of the filter hold.
  private func lit(in text: String) -> [Range<Int>] {
    var lit = state.narrowing[.quotes]?.ranges(in: text[...]) ?? []
    for clause in state.query.clauses where !clause.isExcluded {
      lit += clause.test.search?.ranges(in: text[...]) ?? []
    }
    return lit.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Writes into a column and returns where the next begins.
  private mutating func cell(
    _ text: String, _ column: Int, _ width: Int, _ row: Int, alignsRight: Bool = false, style: Style = .plain
  ) -> Int {
    guard width > 0 else { return column }
    let shown = text.clipped(to: width)
    let start = alignsRight ? column + max(0, width - shown.columns) : column
    screen.write(shown, row: row, column: start, limit: column + width, style: style)
    return column + width + 1
  }

  func speakers(of id: QuotationID, isFull: Bool) -> String {
    let actors = state.corpus.speakers(of: id)
    guard let first = actors.first else { return "?" }
    let name = isFull ? state.corpus[first].name : Wording.shortName(state.corpus[first])
    return actors.count > 1 ? "\(name) +\(actors.count - 1)" : name
  }

  /// The strongest relation's symbol and how many there are: `●3`.
  private func badge(of id: QuotationID) -> String {
    guard id.index < state.corpus.links.relations.count else { return "" }
    let relations = state.corpus.links.relations[id.index]
    guard let first = relations.first else { return "" }
    return "\(first.kind.symbol)\(relations.count)"
  }

  mutating func drawRelated(_ place: Layout.Place) {
    let relations = state.related
    guard !relations.isEmpty else {
      if state.narrowing[.related] != nil {
        return drawEmpty(place, "Nothing related holds these words. Esc shows all.")
      }
      return drawEmpty(
        place,
        state.reading == nil ? "Related statements of the quote you read." : "Nothing related was found.")
    }
    drawRows(place) { canvas, row, line in
      let relation = relations[row]
      let (segment, local) = canvas.state.corpus.locate(relation.target)
      let date = PartialDate(sortKey: segment.dateKey(local)).map {
        Wording.shortDate($0, latestYear: canvas.state.results.latestYear)
      }
      var at = line.column + 1
      let isRoomy = line.columns >= Layout.Place.roomy
      at = canvas.cell(
        "\(relation.kind.symbol)", at, 1, line.row, style: canvas.theme.relation(relation.kind))
      if isRoomy { at = canvas.cell(relation.kind.name, at, 12, line.row) }
      at = canvas.cell(date ?? "", at, 6, line.row, alignsRight: true)
      at = canvas.cell(
        canvas.speakers(of: relation.target, isFull: false), at, 8, line.row, style: canvas.theme.strong)
      let room = line.column + line.columns - at - 5
      let evidence = isRoomy ? relation.evidence.clipped(to: room / 3) : ""
      let text = room - (evidence.isEmpty ? 0 : evidence.columns + 1)
      let words = canvas.state.corpus.text(of: relation.target).onOneLine
      let lit = canvas.state.narrowing[.related]?.ranges(in: words[...]) ?? canvas.lit(in: words)
      canvas.writeLit(words, lit, row: line.row, column: at, width: text)
      at += text + 1
      if !evidence.isEmpty {
        at = canvas.cell(evidence, at, evidence.columns, line.row, style: canvas.theme.faint)
      }
      _ = canvas.cell(Wording.confidence(relation.score), at, 4, line.row, style: canvas.theme.faint)
    }
    guard place.noteRows > 0, let relation = state.currentRelation else { return }
    let inside = place.inside
    drawWrapped(
      "\(relation.kind.symbol) \(relation.kind.name): \(relation.evidence)",
      Rect(
        row: inside.row + inside.rows - place.noteRows, column: inside.column, columns: inside.columns,
        rows: place.noteRows))
  }
}

/// How wide the columns of Quotes are: text takes what the others leave, and they go first where it is narrow.
private struct QuoteColumns {
  var (date, speaker, confidence, badge) = (6, 8, 4, 3)
  var text: Int
  let isRoomy: Bool

  init(width: Int) {
    isRoomy = width >= 88
    if isRoomy { (date, speaker) = (11, 18) }
    if width < 48 { (confidence, badge) = (0, 0) }
    let marks = confidence + badge + (confidence > 0 ? 2 : 0)
    text = max(0, width - 1 - (date + 1) - (speaker + 1) - 2 - marks)
  }
}

extension Topic.Kind {
  /// What tells the layers of topics apart.
  fileprivate var sign: String {
    switch self {
    case .subject: "§ "
    case .phrase: ""
    case .actor: "@ "
    }
  }
}
