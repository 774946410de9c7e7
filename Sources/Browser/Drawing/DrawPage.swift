import QuoteModel
import Screen

extension Canvas {
  /// The lines of a page; where the one under the cursor leads somewhere, that is shown as the cursor is.
  mutating func drawPage(_ place: Layout.Place) {
    guard let lines = state.pageContent?.lines, let position = state.positions[.page] else { return }
    let inside = place.inside
    let limit = inside.column + inside.columns
    for (index, line) in lines.dropFirst(position.top).prefix(inside.rows).enumerated() {
      let row = inside.row + index
      var at = inside.column + 1
      for run in line.runs {
        at = screen.write(run.text, row: row, column: at, limit: limit, style: run.style)
      }
      guard position.top + index == position.cursor else { continue }
      screen.write("▸", row: row, column: inside.column)
      guard let link = line.links.element(at: min(state.pageLinkNumber, line.links.count - 1)) else {
        continue
      }
      let columns = link.columns.clamped(to: 0..<max(0, inside.columns - 1))
      screen.restyle(
        Rect(row: row, column: inside.column + 1 + columns.lowerBound, columns: columns.count, rows: 1)
      ) { $0.toggling(.reverse) }
    }
  }
}
