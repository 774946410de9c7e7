import QuoteModel

extension BrowserState {
  /// Moves the cursor of the focused list, or scrolls the Reader.
  mutating func move(by rows: Int) {
    guard focus != .reader else { return scroll(.reader, by: rows) }
    if focus == .page, abs(rows) == 1, moveToNextLink(by: rows) { return }
    let (target, _) = cursor(focus).addingReportingOverflow(rows)
    place(cursor: max(0, min(target, rowCount(focus) - 1)))
  }

  mutating func moveToStart() { move(by: -(.max / 2)) }
  mutating func moveToEnd() { move(by: .max / 2) }

  mutating func move(halfPages count: Int) {
    move(by: max(1, (layout.height(focus) + 1) / 2) * count)
  }

  /// Puts the cursor of the focused list on a row; in Quotes, the Reader follows.
  mutating func place(cursor row: Int) {
    positions[focus, default: ListPosition()].cursor = max(0, row)
    if focus == .quotes, let id = results.quotes.element(at: row) { show(id) }
  }

  /// Scrolls a pane and leaves the cursor as near as it can stay.
  mutating func scroll(_ pane: Pane, by rows: Int) {
    guard pane != .timeline else { return }
    let limit = max(0, rowCount(pane) - layout.height(pane))
    if pane == .reader {
      let (target, _) = readerTop.addingReportingOverflow(rows)
      readerTop = max(0, min(target, limit))
      return
    }
    var position = positions[pane] ?? ListPosition()
    position.top = max(0, min(position.top + rows, limit))
    let height = max(1, layout.height(pane))
    position.cursor = max(position.top, min(position.cursor, position.top + height - 1))
    positions[pane] = position
    if pane == .quotes, let id = results.quotes.element(at: position.cursor), id != reading { show(id) }
  }

  /// The next or previous line of the Reader that holds what was searched.
  mutating func findAgain(forward: Bool) {
    guard let lines = readerPage?.matches, !lines.isEmpty else {
      return note = search.isEmpty ? "nothing searched: / in the Reader" : "not found: \(search.text)"
    }
    let next = forward ? lines.first { $0 > readerTop } : lines.last { $0 < readerTop }
    readerTop = next ?? (forward ? lines[0] : lines[lines.count - 1])
  }

  /// Brings cursors, scrolling, the Reader's text, the page and the timeline in line with everything else.
  /// O(article) when the quotation being read or the Reader's width has changed, O(found) when the timeline
  /// has, else O(panes).
  mutating func settle() {
    let layout = layout
    settlePage(layout)
    settleTimeline(layout)
    for pane in Pane.allCases where pane != .reader {
      let height = pane == .timeline ? timeline.buckets.count : layout.height(pane)
      positions[pane, default: ListPosition()].settle(count: rowCount(pane), height: height)
    }
    guard let reading else { return readerPage = nil }
    let key = ReaderPage.Key(
      quotation: reading, columns: layout.measure, search: lit, theme: theme, evidence: evidenceRange)
    if readerPage?.key != key {
      let isRewrapped = readerPage.map { $0.key.quotation == reading && readerTop != .max } ?? false
      let line = isRewrapped ? lineInSight : nil
      let hasMoved = key.evidence != nil && readerPage?.key.evidence != key.evidence
      readerPage = ReaderPage(corpus, key)
      // The text stays where it was read when only its width changes.
      if let line { layReader(from: line) }
      if hasMoved, let range = key.evidence { bringIntoSight(range, layout) }
    }
    guard let readerPage else { return }
    if readerTop == .max { readerTop = readerPage.topForQuotation(height: layout.height(.reader)) }
    readerTop = max(0, min(readerTop, readerPage.lines.count - max(1, layout.height(.reader))))
  }

  /// What is lit in the Reader: what was searched there, else what Quotes is narrowed to.
  var lit: TextSearch { search.isEmpty ? narrowing[.quotes] ?? .none : search }

  /// Scrolls the Reader no more than it takes to show a place of the text.
  private mutating func bringIntoSight(_ range: TextRange, _ layout: Layout) {
    guard let lines = readerPage?.lines, readerTop != .max else { return }
    let row = lines.lastIndex { $0.offset <= range.lower } ?? 0
    let height = max(1, layout.height(.reader))
    if row < readerTop { readerTop = max(0, row - 1) }
    if row >= readerTop + height { readerTop = row - height + 2 }
  }

  /// The Reader's first line on the screen.
  var lineInSight: ReaderPage.Line? {
    readerTop == .max ? nil : readerPage?.lines.element(at: readerTop)
  }

  /// Lays the Reader's page out where that has not been done and shows it from the text of a line of the one
  /// before. O(article).
  mutating func layReader(from line: ReaderPage.Line) {
    guard let reading else { return }
    let key = ReaderPage.Key(
      quotation: reading, columns: layout.measure, search: lit, theme: theme, evidence: evidenceRange)
    let page = readerPage ?? ReaderPage(corpus, key)
    readerPage = page
    readerTop = page.row(of: line)
  }
}
