import QuoteModel

extension BrowserState {
  /// Moves the cursor of the focused list, or scrolls the Reader.
  mutating func move(by rows: Int) {
    guard focus != .reader else { return scroll(.reader, by: rows) }
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
    let limit = max(0, rowCount(pane) - layout.height(pane))
    if pane == .reader {
      readerTop = max(0, min(readerTop + rows, limit))
      return
    }
    var position = positions[pane] ?? ListPosition()
    position.top = max(0, min(position.top + rows, limit))
    let height = max(1, layout.height(pane))
    position.cursor = max(position.top, min(position.cursor, position.top + height - 1))
    positions[pane] = position
    if pane == .quotes, let id = results.quotes.element(at: position.cursor), id != reading { show(id) }
  }

  mutating func setFocus(_ pane: Pane) { focus = pane }

  /// The next or previous line of the Reader that holds what was searched.
  mutating func findAgain(forward: Bool) {
    guard let lines = page?.matches, !lines.isEmpty else {
      return note = search.isEmpty ? "nothing searched: / in the Reader" : "not found: \(search)"
    }
    let next = forward ? lines.first { $0 > readerTop } : lines.last { $0 < readerTop }
    readerTop = next ?? (forward ? lines[0] : lines[lines.count - 1])
  }

  /// Brings cursors, scrolling and the Reader's page in line with everything else. O(article) when the
  /// quotation being read or the Reader's width has changed, else O(panes).
  mutating func settle() {
    let layout = layout
    for pane in Pane.allCases where pane != .reader {
      let height = layout.height(pane)
      positions[pane, default: ListPosition()].settle(count: rowCount(pane), height: height)
    }
    guard let reading else { return page = nil }
    let key = ReaderPage.Key(quotation: reading, columns: layout.measure, search: search)
    if page?.key != key {
      let isRewrapped = page.map { $0.key.quotation == reading && readerTop != .max } ?? false
      let line = isRewrapped ? lineInSight : nil
      page = ReaderPage(corpus, key)
      // The text stays where it was read when only its width changes.
      if let line { layReader(from: line) }
    }
    guard let page else { return }
    if readerTop == .max { readerTop = page.topForQuotation(height: layout.height(.reader)) }
    readerTop = max(0, min(readerTop, page.lines.count - max(1, layout.height(.reader))))
  }

  /// The Reader's first line on the screen.
  var lineInSight: ReaderPage.Line? { readerTop == .max ? nil : page?.lines.element(at: readerTop) }

  /// Lays the Reader's page out where that has not been done and shows it from the text of a line of the one
  /// before. O(article).
  mutating func layReader(from line: ReaderPage.Line) {
    guard let reading else { return }
    let page =
      page ?? ReaderPage(corpus, ReaderPage.Key(quotation: reading, columns: layout.measure, search: search))
    self.page = page
    readerTop = page.row(of: line)
  }
}
