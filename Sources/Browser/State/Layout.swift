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

  /// A border that the mouse can drag, and the size that it changes.
  struct Divider: Equatable, Sendable {
    enum Edge: Equatable, Sendable {
      // swift-format-ignore
      case rows, left, right, lists, timeline
    }

    var edge: Edge
    var frame: Rect
  }

  /// The panes on the screen, none where it is too small for any.
  private(set) var places: [Place] = []
  private(set) var dividers: [Divider] = []
  /// How many rows at the foot are not panes.
  private(set) var footerRows = 0
  private let focus: Pane
  private let sizes: PaneSizes

  /// The smallest screen that shows a pane.
  static let smallest = Size(columns: 20, rows: 5)

  init(_ size: Size, focus: Pane, sizes: PaneSizes) {
    (self.focus, self.sizes) = (focus, sizes)
    guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else { return }
    let isTiny = size.columns < 60 || size.rows < 15
    footerRows = isTiny ? 1 : 2
    let body = Rect(row: 1, column: 0, columns: size.columns, rows: size.rows - 1 - footerRows)
    if isTiny || sizes.isZoomed || focus == .page {
      places = [Place(pane: focus, frame: body)]
    } else if size.columns < 100 {
      placeNarrow(placeTimeline(body, isShown: focus == .timeline))
    } else if size.columns < 180 {
      placeMedium(placeTimeline(body, isShown: focus == .timeline))
    } else {
      placeWide(placeTimeline(body, isShown: shows(.timeline) && size.rows >= 30))
    }
  }

  private func shows(_ pane: Pane) -> Bool { pane == focus || !sizes.hidden.contains(pane) }

  /// A timeline at the foot takes its rows from the rest, which is returned.
  private mutating func placeTimeline(_ body: Rect, isShown: Bool) -> Rect {
    guard isShown else { return body }
    let rows = max(3, min(body.rows - 6, 8 + sizes.timeline))
    let (rest, foot) = body.splitRows(at: body.rows - rows)
    places.append(Place(pane: .timeline, frame: foot))
    dividers.append(Divider(edge: .timeline, frame: foot.topEdge))
    return rest
  }

  /// Quotes over Reader; the pane in focus slides in where it is none of them.
  private mutating func placeNarrow(_ body: Rect) {
    let slidesInLeft = focus == .actors || focus == .topics
    let (left, rest) = body.splitColumns(at: slidesInLeft ? columns(28, of: body) : 0)
    if slidesInLeft { places.append(Place(pane: focus, frame: left)) }
    placeStack(rest, hasRelated: focus == .related, share: (5, 11))
  }

  private mutating func placeMedium(_ body: Rect) {
    placeStack(placeLists(body, 28), hasRelated: shows(.related), share: (58, 92))
  }

  private mutating func placeWide(_ body: Rect) {
    let rest = placeLists(body, 32)
    let right = [Pane.reader, .related].filter(shows)
    guard !right.isEmpty, shows(.quotes) else {
      return placeStack(rest, hasRelated: shows(.related), share: (1, 2))
    }
    let width = max(20, min(rest.columns - 20, 78 + sizes.right))
    let (quotes, column) = rest.splitColumns(at: rest.columns - width)
    places.append(Place(pane: .quotes, frame: quotes))
    dividers.append(Divider(edge: .right, frame: column.leftEdge))
    placeColumn(column, right, upperRows(column, share: 60), .rows)
  }

  /// Quotes across the top, Reader and Related below, as far as they are shown.
  private mutating func placeStack(_ body: Rect, hasRelated: Bool, share: (Int, Int)) {
    var (upper, lower) = body.splitRows(at: upperRows(body, share: 45))
    let below = [Pane.reader, .related].filter { $0 == .related ? hasRelated : shows($0) }
    if below.isEmpty { upper = body }
    if !shows(.quotes), !below.isEmpty {
      lower = body
    } else {
      places.append(Place(pane: .quotes, frame: upper))
      if !below.isEmpty { dividers.append(Divider(edge: .rows, frame: lower.topEdge)) }
    }
    guard below.count == 2 else {
      return places += below.map { Place(pane: $0, frame: lower) }
    }
    let width = max(12, min(lower.columns - 12, lower.columns * share.0 / share.1 - sizes.right))
    let (reader, related) = lower.splitColumns(at: width)
    places += [Place(pane: .reader, frame: reader), Place(pane: .related, frame: related)]
    dividers.append(Divider(edge: .right, frame: related.leftEdge))
  }

  /// Actors over Topics take columns from the left; the rest is returned.
  private mutating func placeLists(_ body: Rect, _ width: Int) -> Rect {
    let panes = [Pane.actors, .topics].filter(shows)
    guard !panes.isEmpty else { return body }
    let (left, rest) = body.splitColumns(at: columns(width, of: body))
    let upper = max(3, min(left.rows - 3, left.rows / 2 + sizes.lists))
    placeColumn(left, panes, upper, .lists)
    dividers.append(Divider(edge: .left, frame: rest.leftEdge))
    return rest
  }

  private mutating func placeColumn(_ column: Rect, _ panes: [Pane], _ upper: Int, _ edge: Divider.Edge) {
    guard panes.count == 2 else { return places += panes.map { Place(pane: $0, frame: column) } }
    let (top, bottom) = column.splitRows(at: upper)
    places += [Place(pane: panes[0], frame: top), Place(pane: panes[1], frame: bottom)]
    dividers.append(Divider(edge: edge, frame: bottom.topEdge))
  }

  private func columns(_ width: Int, of body: Rect) -> Int {
    max(16, min(body.columns - 40, width + sizes.left))
  }

  /// At least one row of content stays on either side.
  private func upperRows(_ body: Rect, share: Int) -> Int {
    max(3, min(body.rows - 3, body.rows * share / 100 + sizes.rows))
  }

  func place(_ pane: Pane) -> Place? { places.first { $0.pane == pane } }

  /// Whether a pane reaches from the top of the panes to their foot, so that only its width can change.
  func isFullHeight(_ pane: Pane) -> Bool {
    guard let place = place(pane) else { return false }
    return !places.contains {
      $0.pane != pane && $0.frame.column < place.frame.column + place.frame.columns
        && place.frame.column < $0.frame.column + $0.frame.columns && $0.pane != .timeline
    }
  }

  /// Rows of content a pane shows; the Reader's head and foot are not content.
  func height(_ pane: Pane) -> Int {
    guard let place = place(pane) else { return 0 }
    let rows = place.inside.rows
    switch pane {
    case .reader: return rows - min(rows, ReaderPage.chromeRows(rows))
    case .timeline: return max(0, rows - 1)
    default: return rows - place.noteRows
    }
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

  /// The border and the one before it: either can be taken hold of.
  fileprivate var topEdge: Rect { Rect(row: row - 1, column: column, columns: columns, rows: 2) }
  fileprivate var leftEdge: Rect { Rect(row: row, column: column - 1, columns: 2, rows: rows) }
}
