import QuoteModel
import Screen

extension Canvas {
  mutating func drawPopup(_ popup: Popup) {
    let rows = popupRows(popup)
    let size = screen.size
    let width = min(size.columns, max(30, 8 + (rows.map { $0.left.columns + $0.right.columns }.max() ?? 0)))
    let height = min(max(1, rows.count), Popup.height(size))
    let frame = Rect(
      row: max(0, (size.rows - height - 2) / 2), column: (size.columns - width) / 2, columns: width,
      rows: min(size.rows, height + 2))
    screen.fill(frame)
    drawBox(frame, (["┏", "┓", "┗", "┛"], "━", "┃"), .plain)
    let title = popupTitle(popup).clipped(to: width - 4)
    let end = screen.write(
      title, row: frame.row, column: frame.column + 2, limit: frame.column + width - 2, style: Theme.strong)
    screen.cursor =
      popup.kind == .palette ? Point(row: frame.row, column: min(end - 1, size.columns - 1)) : nil
    let inside = frame.inset(by: 1)
    if rows.count > inside.rows {
      let foot = " \(popup.position.cursor + 1)/\(rows.count) "
      let column = frame.column + max(1, width - foot.columns - 1)
      screen.write(foot, row: frame.row + frame.rows - 1, column: column, limit: frame.column + width)
    }
    for (index, row) in rows.dropFirst(popup.position.top).prefix(inside.rows).enumerated() {
      let at = Point(row: inside.row + index, column: inside.column + 1)
      let limit = inside.column + inside.columns - 1
      screen.write(row.left.clipped(to: limit - at.column), row: at.row, column: at.column, limit: limit)
      let start = max(at.column, limit - row.right.columns)
      screen.write(row.right, row: at.row, column: start, limit: limit, style: Theme.strong)
      if popup.position.top + index == popup.position.cursor {
        let line = Rect(row: at.row, column: inside.column, columns: inside.columns, rows: 1)
        screen.restyle(line) { $0.adding(.reverse) }
      }
    }
  }

  private func popupTitle(_ popup: Popup) -> String {
    switch popup.kind {
    case .help: " Keys in \(state.focus.name): Enter does it, Esc closes "
    case .errors: " What could not be read "
    case .sort: " Order \(state.focus.name) by "
    case .palette: " : \(popup.line.text) "
    }
  }

  private func popupRows(_ popup: Popup) -> [(left: String, right: String)] {
    switch popup.kind {
    case .help, .palette:
      state.commands(in: popup).map { ($0.title, $0.keys.map(\.text).joined(separator: ", ")) }
    case .errors:
      state.failures.map { failure in
        (failure.path + (failure.place.map { " " + $0 } ?? ""), failure.reason)
      }
    case .sort: Sorting.orders(state.focus).map { ($0.rawValue, "") }
    }
  }
}
