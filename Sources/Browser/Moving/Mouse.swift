import QuoteModel
import Screen

extension BrowserState {
  /// A click gives the focus and puts the cursor down, two open; the wheel scrolls what it is over; borders are
  /// dragged; chips in the header are clicked off and on.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    if event.action == .drag { return drag(to: event.point) }
    dragging = nil
    if popup != nil { return takeOverPopup(event) }
    if prompt != nil { return [] }
    if event.point.row == 0 { return clickHeader(event) }
    if event.action == .press, focus != .page,
      let divider = layout.dividers.last(where: { $0.frame.contains(event.point) })
    {
      dragging = (divider.edge, event.point)
      return []
    }
    guard let place = layout.places.last(where: { $0.frame.contains(event.point) }) else { return [] }
    switch event.action {
    case .scrollUp: scroll(place.pane, by: -3)
    case .scrollDown: scroll(place.pane, by: 3)
    case .drag, .release: break
    case .press, .doublePress: click(place, event)
    }
    return []
  }

  private mutating func click(_ place: Layout.Place, _ event: MouseEvent) {
    focus = place.pane
    guard place.pane != .reader, place.inside.contains(event.point) else { return }
    if place.pane == .timeline {
      let column = event.point.column - place.inside.column - Timeline.labelColumns
      self.place(cursor: max(0, column) / timeline.cellWidth(of: place.inside.columns))
    } else {
      let line = event.point.row - place.inside.row
      let row = line + (positions[place.pane]?.top ?? 0)
      guard line < layout.height(place.pane), row < rowCount(place.pane) else { return }
      self.place(cursor: row)
      if place.pane == .page { pointAtLink(in: event.point.column - place.inside.column - 1) }
    }
    if event.action == .doublePress { open() }
  }

  /// Moves the border that was taken hold of.
  private mutating func drag(to point: Point) -> [Effect] {
    guard let (edge, from) = dragging else { return [] }
    let (rows, columns) = (point.row - from.row, point.column - from.column)
    switch edge {
    case .rows: panes.rows += rows
    case .lists: panes.lists += rows
    case .left: panes.left += columns
    case .right: panes.right -= columns
    case .timeline: panes.timeline -= rows
    }
    keepSizesSane()
    dragging = (edge, point)
    return []
  }

  private mutating func clickHeader(_ event: MouseEvent) -> [Effect] {
    guard event.action == .press else { return [] }
    let chip = Header(self, columns: size.columns).chips.first { $0.columns.contains(event.point.column) }
    if let chip { toggleChip(chip.number) }
    return []
  }

  /// The wheel moves through a popup, a click chooses a row, one outside closes it.
  private mutating func takeOverPopup(_ event: MouseEvent) -> [Effect] {
    guard let popup else { return [] }
    switch event.action {
    case .scrollUp: return pressed(Key(.up), in: popup)
    case .scrollDown: return pressed(Key(.down), in: popup)
    case .drag, .release: return []
    case .press, .doublePress:
      let frame = PopupFrame(popup, self)
      guard frame.outside.contains(event.point) else {
        self.popup = nil
        return []
      }
      let row = event.point.row - frame.list.row + popup.position.top
      guard frame.list.contains(event.point), row < popupRows(popup).count else { return [] }
      self.popup?.position.cursor = row
      guard let popup = self.popup else { return [] }
      return pressed(Key(.enter), in: popup)
    }
  }
}
