import QuoteModel
import Screen

extension BrowserState {
  mutating func setFocus(_ pane: Pane) {
    if page != nil, pane != .page {
      trail.leave(stop)
      closePage(focusing: pane)
    }
    focus = pane
  }

  /// The panes that the Tab key goes round.
  private var ring: [Pane] {
    let shown = layout.places.map(\.pane)
    let all = Pane.numbered.filter { !panes.hidden.contains($0) || $0 == focus }
    // The timeline is left out where it has no place of its own.
    return all.filter { $0 != .timeline || shown.contains($0) }
  }

  mutating func moveFocus(by step: Int) {
    guard focus != .page else { return moveLink(by: step) }
    let ring = ring
    guard let place = ring.firstIndex(of: focus), !ring.isEmpty else { return setFocus(.quotes) }
    setFocus(ring[(place + step + ring.count) % ring.count])
  }

  /// Esc: ends what is newest: the range, the search, the narrowing, the zoom.
  mutating func unwind() {
    if range != nil {
      range = nil
    } else if evidenceStep != nil {
      evidenceStep = nil
    } else if focus == .reader, !search.isEmpty {
      search = .none
    } else if narrowing[focus] != nil {
      narrow(focus, to: "")
    } else if page != nil {
      goBack()
    } else if panes.isZoomed {
      panes.isZoomed = false
    }
  }

  /// q: leaves a page for where it was opened, a pane for the Quotes, and from there the program.
  mutating func close() -> [Effect] {
    if page != nil {
      closePage(focusing: page?.cameFrom ?? .quotes)
      return []
    }
    if panes.isZoomed {
      panes.isZoomed = false
      return []
    }
    // A quote that was opened from a page gives way to it again.
    if focus == .reader, trail.behind.last?.page != nil {
      goBack()
      return []
    }
    guard focus != .quotes else { return [.quit] }
    setFocus(.quotes)
    return []
  }

  // MARK: Sizes.

  /// + and _: more or fewer rows for the pane in focus; columns where it has all the rows there are.
  mutating func resize(by step: Int) {
    if layout.isFullHeight(focus) { return widen(by: step * 2) }
    switch focus {
    case .quotes: panes.rows += step
    case .reader: panes.rows += isOverRelated ? step : -step
    case .related: panes.rows -= step
    case .actors: panes.lists += step
    case .topics: panes.lists -= step
    case .timeline: panes.timeline += step
    case .page: note = "a page has the whole screen"
    }
    keepSizesSane()
  }

  /// Whether Reader stands over Related, as it does on wide screens.
  private var isOverRelated: Bool {
    guard let reader = layout.place(.reader), let related = layout.place(.related) else { return false }
    return reader.frame.column == related.frame.column
  }

  /// > and <: more or fewer columns for the pane in focus.
  mutating func widen(by step: Int) {
    switch focus {
    case .actors, .topics: panes.left += step
    case .quotes: if layout.isFullHeight(.quotes) { panes.right -= step } else { panes.left -= step }
    case .reader: panes.right += isOverRelated ? step : -step
    case .related: panes.right += step
    case .timeline, .page: note = "this has every column there is"
    }
    keepSizesSane()
  }

  /// Nothing grows beyond the screen, so that the key the other way always shows.
  mutating func keepSizesSane() {
    func clamp(_ value: Int, _ limit: Int) -> Int { max(-limit, min(limit, value)) }
    panes.rows = clamp(panes.rows, size.rows)
    panes.lists = clamp(panes.lists, size.rows)
    panes.timeline = clamp(panes.timeline, size.rows)
    panes.left = clamp(panes.left, size.columns)
    panes.right = clamp(panes.right, size.columns)
  }

  /// -: hides the pane in focus, or shows it again for good where it was hidden.
  mutating func toggleHidden() {
    guard focus != .page else { return note = "q closes a page" }
    if panes.hidden.remove(focus) != nil { return note = "\(focus.name) stays on the screen" }
    let left = Pane.numbered.filter { $0 != .timeline && $0 != focus && !panes.hidden.contains($0) }
    guard let next = left.contains(.quotes) ? .quotes : left.first else {
      return note = "the last pane stays"
    }
    panes.hidden.insert(focus)
    note = "\(focus.name) hidden: \(focus.rawValue) shows it, - there keeps it"
    focus = next
  }
}
