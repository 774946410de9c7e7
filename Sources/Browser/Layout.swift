import Screen

/// Where everything is on a screen of some size.
struct Layout: Equatable, Sendable {
  struct Place: Equatable, Sendable {
    var pane: Pane
    var frame: Rect
    /// What is inside the border.
    var inside: Rect { frame.inset(by: 1) }
    /// Rows below a list that say more of the row under the cursor: a narrow Related has no other room for
    /// the reason.
    var noteRows: Int { pane == .related && inside.columns < Place.roomy && inside.rows >= 5 ? 2 : 0 }
    /// Columns from which a row of Related holds its reason.
    static let roomy = 60
  }

  /// The panes on the screen, none where it is too small for any.
  private(set) var places: [Place] = []
  /// How many rows at the foot are not panes.
  private(set) var footerRows = 0

  /// The smallest screen that shows a pane.
  static let smallest = Size(columns: 20, rows: 5)

  init(_ size: Size, focus: Pane, isZoomed: Bool, extraRows: Int) {
    guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else { return }
    let isTiny = size.columns < 60 || size.rows < 15
    footerRows = isTiny ? 1 : 2
    let body = Rect(row: 1, column: 0, columns: size.columns, rows: size.rows - 1 - footerRows)
    if isTiny || isZoomed {
      places = [Place(pane: focus, frame: body)]
    } else if size.columns < 100 {
      places = Layout.narrow(body, focus, extraRows)
    } else if size.columns < 180 {
      places = Layout.medium(body, extraRows)
    } else {
      places = Layout.wide(body, extraRows)
    }
  }

  /// Quotes over Reader; the pane in focus slides in where it is none of them.
  private static func narrow(_ body: Rect, _ focus: Pane, _ extra: Int) -> [Place] {
    let slidesInLeft = focus == .actors || focus == .topics
    let (left, rest) = body.splitColumns(at: slidesInLeft ? 28 : 0)
    let (upper, lower) = rest.splitRows(at: upperRows(rest, share: 45, extra))
    let (reader, right) = lower.splitColumns(at: focus == .related ? lower.columns * 5 / 11 : lower.columns)
    var places = [Place(pane: .quotes, frame: upper), Place(pane: .reader, frame: reader)]
    if slidesInLeft { places.append(Place(pane: focus, frame: left)) }
    if focus == .related { places.append(Place(pane: .related, frame: right)) }
    return places
  }

  private static func medium(_ body: Rect, _ extra: Int) -> [Place] {
    let (left, rest) = body.splitColumns(at: 28)
    let (upper, lower) = rest.splitRows(at: upperRows(rest, share: 45, extra))
    let (reader, related) = lower.splitColumns(at: lower.columns * 58 / 92)
    return lists(left) + [
      Place(pane: .quotes, frame: upper), Place(pane: .reader, frame: reader),
      Place(pane: .related, frame: related),
    ]
  }

  private static func wide(_ body: Rect, _ extra: Int) -> [Place] {
    let (left, rest) = body.splitColumns(at: 32)
    let (quotes, right) = rest.splitColumns(at: rest.columns - 78)
    let (reader, related) = right.splitRows(at: upperRows(right, share: 60, extra))
    return lists(left) + [
      Place(pane: .quotes, frame: quotes), Place(pane: .reader, frame: reader),
      Place(pane: .related, frame: related),
    ]
  }

  private static func lists(_ column: Rect) -> [Place] {
    let (actors, topics) = column.splitRows(at: column.rows / 2)
    return [Place(pane: .actors, frame: actors), Place(pane: .topics, frame: topics)]
  }

  /// At least one row of content stays on either side.
  private static func upperRows(_ body: Rect, share: Int, _ extra: Int) -> Int {
    max(3, min(body.rows - 3, body.rows * share / 100 + extra))
  }

  func place(_ pane: Pane) -> Place? { places.first { $0.pane == pane } }

  /// Rows of content a pane shows; the Reader's head and foot are not content.
  func height(_ pane: Pane) -> Int {
    guard let place = place(pane) else { return 0 }
    let rows = place.inside.rows
    return rows - (pane == .reader ? min(rows, ReaderPage.chromeRows(rows)) : place.noteRows)
  }

  /// Columns of running text in the Reader, at most 72.
  var measure: Int { max(1, min(72, (place(.reader)?.inside.columns ?? 0) - 2)) }
}

extension Rect {
  fileprivate func splitColumns(at width: Int) -> (Rect, Rect) {
    (
      Rect(row: row, column: column, columns: width, rows: rows),
      Rect(row: row, column: column + width, columns: columns - width, rows: rows)
    )
  }

  fileprivate func splitRows(at height: Int) -> (Rect, Rect) {
    (
      Rect(row: row, column: column, columns: columns, rows: height),
      Rect(row: row + height, column: column, columns: columns, rows: rows - height)
    )
  }
}
