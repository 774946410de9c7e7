import QuoteModel
import Screen

/// Where a popup and its parts are.
struct PopupFrame {
  let outside: Rect
  /// The rows of the list.
  let list: Rect
  /// What is shown beside the list.
  let preview: Rect?

  init(_ popup: Popup, _ state: BrowserState) {
    let (size, menu) = (state.size, Menu.of(popup.kind))
    let rows = state.popupRows(popup)
    let most = Popup.height(size)
    // A list that is typed into keeps its size while it shrinks.
    let isTall = menu.preview != nil || popup.kind == .palette
    let height = min(isTall ? most : max(1, rows.count), most)
    let hasPreview = menu.preview != nil && size.columns >= 70
    let widest = rows.prefix(300).map { $0.left.columns + $0.right.columns }.max() ?? 0
    let keys = menu.keys.reduce(menu.enter.columns + 26) {
      $0 + KeySequence.name($1.key).columns + $1.name.columns + 4
    }
    let title = max(menu.title(state, popup).columns + 8, min(76, keys))
    let width =
      hasPreview ? min(size.columns, 180) : min(size.columns, max(30, title, 8 + widest))
    outside = Rect(
      row: max(0, (size.rows - height - 2) / 2), column: (size.columns - width) / 2, columns: width,
      rows: min(size.rows, height + 2))
    let inside = outside.inset(by: 1)
    let left = hasPreview ? inside.columns * 11 / 20 : inside.columns
    list = Rect(row: inside.row, column: inside.column, columns: left, rows: max(0, inside.rows))
    preview =
      hasPreview
      ? Rect(
        row: inside.row, column: inside.column + left, columns: inside.columns - left,
        rows: max(0, inside.rows))
      : nil
  }
}

extension Canvas {
  mutating func drawPopup(_ popup: Popup) {
    let (menu, rows, frame) = (Menu.of(popup.kind), state.popupRows(popup), PopupFrame(popup, state))
    let outside = frame.outside
    screen.fill(outside)
    drawBox(outside, (["┏", "┓", "┗", "┛"], "━", "┃"), .plain)
    let title = (" " + menu.title(state, popup) + " ").clipped(to: outside.columns - 4)
    let end = screen.write(
      title, row: outside.row, column: outside.column + 2, limit: outside.column + outside.columns - 2,
      style: theme.strong)
    screen.cursor =
      menu.takesText ? Point(row: outside.row, column: min(end - 1, screen.size.columns - 1)) : nil
    drawKeys(menu, outside, room: outside.columns - (rows.count > frame.list.rows ? 16 : 4))
    if rows.count > frame.list.rows {
      let foot = " \(popup.position.cursor + 1)/\(rows.count) "
      let column = outside.column + max(1, outside.columns - foot.columns - 1)
      screen.write(
        foot, row: outside.row + outside.rows - 1, column: column, limit: outside.column + outside.columns)
    }
    if rows.isEmpty {
      screen.write(
        menu.empty.clipped(to: frame.list.columns - 2), row: frame.list.row, column: frame.list.column + 1,
        limit: frame.list.column + frame.list.columns, style: theme.faint)
    }
    for (index, row) in rows.dropFirst(popup.position.top).prefix(frame.list.rows).enumerated() {
      let line = Rect(
        row: frame.list.row + index, column: frame.list.column, columns: frame.list.columns, rows: 1)
      draw(row, line, isChosen: popup.position.top + index == popup.position.cursor)
    }
    if let place = frame.preview, let lines = menu.preview?(state, popup, popup.position.cursor) {
      drawPreview(lines, place)
    }
  }

  /// What keys do here, on the lower border: as many as there is room for.
  private mutating func drawKeys(_ menu: Menu, _ outside: Rect, room: Int) {
    var (at, left) = (outside.column + 2, room)
    let keys =
      [("Enter", menu.enter)] + menu.keys.map { (KeySequence.name($0.key), $0.name) } + [("Esc", "close")]
    for (index, (key, name)) in keys.enumerated() {
      let columns = key.columns + name.columns + 3
      guard columns < left else { continue }
      let row = outside.row + outside.rows - 1
      at = screen.write(index == 0 ? " \(key)" : "· \(key)", row: row, column: at, style: theme.strong)
      at = screen.write(" \(name) ", row: row, column: at)
      left -= columns + 1
    }
  }

  private mutating func draw(_ row: PopupRow, _ line: Rect, isChosen: Bool) {
    let limit = line.column + line.columns - 1
    let right = row.right.clipped(to: max(0, line.columns / 2))
    let room = max(0, line.columns - 3 - (right.isEmpty ? 0 : right.columns + 1))
    writeLit(
      row.left, row.lit.map { $0..<$0 + 1 }, row: line.row, column: line.column + 1,
      width: room)
    let start = max(line.column + 1, limit - right.columns)
    screen.write(right, row: line.row, column: start, limit: limit, style: theme.strong)
    if isChosen { screen.restyle(line) { $0.toggling(.reverse) } }
  }

  private mutating func drawPreview(_ lines: [String], _ place: Rect) {
    for row in place.row..<place.row + place.rows {
      screen.write("│", row: row, column: place.column, style: theme.faint)
    }
    var row = place.row
    let width = max(1, place.columns - 3)
    for (index, line) in lines.enumerated() {
      for range in Wrapping.lines(of: line, columns: width).prefix(6) {
        guard row < place.row + place.rows else { return }
        screen.write(
          line[TextRange(range.lowerBound, range.upperBound)], row: row, column: place.column + 2,
          limit: place.column + place.columns - 1, style: index == 0 ? theme.strong : .plain)
        row += 1
      }
    }
  }
}
