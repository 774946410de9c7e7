/// A number of rows and columns.
public struct Size: Hashable, Sendable {
  /// Cells in a row.
  public var columns: Int
  /// Rows.
  public var rows: Int

  /// A size; what is below zero counts as zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place: row and column from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// The row, from 0 at the top.
  public var row: Int
  /// The column, from 0 at the left.
  public var column: Int

  /// A place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The top row.
  public var row: Int
  /// The left column.
  public var column: Int
  /// How far it reaches.
  public var size: Size

  /// A rectangle.
  public init(row: Int, column: Int, columns: Int, rows: Int) {
    self.row = row
    self.column = column
    size = Size(columns: columns, rows: rows)
  }

  /// Its width in cells.
  public var columns: Int { size.columns }
  /// Its height in rows.
  public var rows: Int { size.rows }
  /// Whether a cell lies inside.
  public func contains(_ point: Point) -> Bool {
    (row..<row + rows).contains(point.row) && (column..<column + columns).contains(point.column)
  }
  /// The same rectangle without `width` cells at each edge.
  public func inset(by width: Int) -> Rect {
    Rect(row: row + width, column: column + width, columns: columns - 2 * width, rows: rows - 2 * width)
  }
}
