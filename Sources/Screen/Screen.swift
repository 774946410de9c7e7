/// One cell of the grid.
public struct Cell: Hashable, Sendable {
  /// The grapheme shown, or `nil` in the second cell of a wide one.
  public var character: Character?
  /// How it looks.
  public var style: Style

  /// A cell.
  public init(_ character: Character? = " ", _ style: Style = .plain) {
    self.character = character
    self.style = style
  }
}

/// A picture of the terminal: a grid of cells and where the cursor is. Knows no terminal.
public struct Screen: Hashable, Sendable {
  /// Rows and columns.
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor is shown, or `nil` to hide it.
  public var cursor: Point?

  /// A blank screen.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cell at a place inside the grid.
  public subscript(row: Int, column: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Writes text on one row from `column`, never beyond `limit` (a column, at most the grid's width), and
  /// returns the column behind it. The text is made safe first: nothing in it moves the cursor. A wide
  /// character that would be cut becomes a blank. Rows and columns outside the grid are left out. O(what fits).
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, limit: Int = .max, style: Style = .plain
  ) -> Int {
    guard row >= 0, row < size.rows else { return column }
    let end = min(limit, size.columns)
    var at = column
    for glyph in Sanitizing.glyphs(text) {
      if at >= end { return at }
      let next = at + glyph.columns
      if at >= 0, next <= end {
        put(Cell(glyph.character, style), row, at)
        if glyph.columns == 2 { put(Cell(nil, style), row, at + 1) }
      } else {
        for cut in max(0, at)..<max(0, min(next, end)) { put(Cell(" ", style), row, cut) }
      }
      at = min(next, end)
    }
    return at
  }

  /// Fills a rectangle with blanks of a style; what lies outside the grid is left out.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.row + rect.rows)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.column + rect.columns)) {
        put(Cell(" ", style), row, column)
      }
    }
  }

  /// Gives the cells of a rectangle another look, their characters left as they are.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.row + rect.rows)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.column + rect.columns)) {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Sets a cell and blanks the other half of any wide character it cuts.
  private mutating func put(_ cell: Cell, _ row: Int, _ column: Int) {
    let index = row * size.columns + column
    if cells[index].character == nil, cell.character != nil, column > 0 { cells[index - 1].character = " " }
    if column + 1 < size.columns, cells[index + 1].character == nil, cells[index].character != nil {
      cells[index + 1].character = " "
    }
    cells[index] = cell
  }
}
