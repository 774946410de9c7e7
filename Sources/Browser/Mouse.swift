import QuoteModel
import Screen

extension BrowserState {
  /// A click gives the focus and puts the cursor down, two open; the wheel scrolls what it is over.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    if popup != nil || prompt != nil { return takeOverPopup(event) }
    guard let place = layout.places.last(where: { $0.frame.contains(event.point) }) else { return [] }
    switch event.action {
    case .scrollUp: scroll(place.pane, by: -3)
    case .scrollDown: scroll(place.pane, by: 3)
    case .drag, .release: break
    case .press, .doublePress:
      let row = event.point.row - place.inside.row + (positions[place.pane]?.top ?? 0)
      focus = place.pane
      guard place.pane != .reader, place.inside.contains(event.point),
        event.point.row - place.inside.row < layout.height(place.pane), row < rowCount(place.pane)
      else {
        break
      }
      self.place(cursor: row)
      if event.action == .doublePress { open() }
    }
    return []
  }

  private mutating func takeOverPopup(_ event: MouseEvent) -> [Effect] {
    guard let popup else { return [] }
    switch event.action {
    case .scrollUp: return pressed(Key(.up), in: popup)
    case .scrollDown: return pressed(Key(.down), in: popup)
    case .press, .drag, .release, .doublePress: return []
    }
  }
}
