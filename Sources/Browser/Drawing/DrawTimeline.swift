import QuoteModel
import Screen

extension Canvas {
  /// A line of bars for everything found and one for each actor, over the stretches of time; the one under the
  /// cursor is told below.
  mutating func drawTimeline(_ place: Layout.Place) {
    let (inside, timeline) = (place.inside, state.timeline)
    guard !timeline.buckets.isEmpty else { return drawEmpty(place, "Nothing in this selection has a date.") }
    let all = Timeline.Row(name: "all", counts: timeline.buckets.map(\.count))
    let rows = [all] + timeline.rows
    for (index, row) in rows.prefix(max(0, inside.rows - 1)).enumerated() {
      drawBars(row, Rect(row: inside.row + index, column: inside.column, columns: inside.columns, rows: 1))
    }
    drawScale(
      Rect(row: inside.row + inside.rows - 1, column: inside.column, columns: inside.columns, rows: 1))
    let cell = timeline.cellWidth(of: inside.columns)
    let column = inside.column + Timeline.labelColumns + state.cursor(.timeline) * cell
    let bars = Rect(
      row: inside.row, column: column, columns: cell, rows: min(rows.count, max(0, inside.rows - 1)))
    if place.pane == state.focus { screen.restyle(bars) { $0.toggling(.reverse) } }
  }

  private mutating func drawBars(_ row: Timeline.Row, _ line: Rect) {
    let limit = line.column + line.columns
    screen.write(
      row.name.clipped(to: Timeline.labelColumns - 2), row: line.row, column: line.column + 1,
      limit: line.column + Timeline.labelColumns)
    let most = row.counts.max() ?? 0
    let cell = state.timeline.cellWidth(of: line.columns)
    var bars = ""
    for count in row.counts {
      bars += String(repeating: Sparkline.level(count, of: most), count: max(1, cell > 2 ? cell - 1 : cell))
      if cell > 2 { bars += " " }
    }
    screen.write(
      bars, row: line.row, column: line.column + Timeline.labelColumns, limit: limit, style: theme.content)
  }

  /// The first and last day, and what is under the cursor: `Oct 2024: 12`.
  private mutating func drawScale(_ line: Rect) {
    let buckets = state.timeline.buckets
    guard let first = buckets.first, let last = buckets.last else { return }
    func text(_ key: Int32) -> String { PartialDate(sortKey: key).map(Wording.date) ?? "" }
    func name(of bucket: Timeline.Bucket) -> String {
      bucket.isLongAgo ? "before " + text(bucket.end) : text(bucket.first)
    }
    let limit = line.column + line.columns
    let at = line.column + Timeline.labelColumns
    screen.write(name(of: first), row: line.row, column: at, limit: limit, style: theme.faint)
    let end = "– " + text(last.first)
    let cell = state.timeline.cellWidth(of: line.columns)
    let lastColumn = min(limit - end.columns - 1, max(at + 14, at + buckets.count * cell - end.columns))
    screen.write(end, row: line.row, column: lastColumn, limit: limit, style: theme.faint)
    guard let here = buckets.element(at: state.cursor(.timeline)), state.focus == .timeline else { return }
    let told = "\(name(of: here)): \(Wording.number(here.count))"
    screen.write(
      told.clipped(to: Timeline.labelColumns - 2), row: line.row, column: line.column + 1, limit: at,
      style: theme.strong)
  }
}
