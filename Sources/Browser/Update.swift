import QuoteModel
import Screen

/// Takes a message into the state and says what is to be done outside.
///
/// A key that moves costs O(log n), or O(article) where the Reader shows another; one that changes filter,
/// order or narrowing, and a new corpus, cost what evaluating the filter costs.
public func update(_ state: inout BrowserState, _ message: Message) -> [Effect] {
  let query = state.query
  var effects = state.take(message)
  state.settle()
  if state.query != query {
    let filter = state.query.isEmpty ? "" : " " + state.query.description
    effects.append(.setTitle("whosaid " + state.opened + filter))
  }
  if let actors = state.actorsToLinkBy { effects.append(.relink(actors)) }
  let lines = state.keeping.unsaved
  if !lines.isEmpty {
    state.keeping.markSaved()
    effects.append(.appendJournal(lines))
  }
  let kept = state.searches.unsaved
  if !kept.isEmpty {
    state.searches.markSaved()
    effects.append(.appendSearches(kept))
  }
  return effects
}

extension BrowserState {
  fileprivate mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event):
      let said = note
      let effects = take(event)
      if let note, note != said { remember(note) }
      return effects
    case .corpus(let corpus):
      take(corpus)
      returnToPlace()
    case .replaced(let corpus):
      take(corpus, mayMoveArticles: true)
      returnToPlace()
    case .relinked(let corpus): takeRelinked(corpus)
    case .progress(let done, let total):
      progress = (done, total)
      isReading = true
    case .failed(let path, let place, let reason):
      failures.append(Failure(path: path, place: place, reason: reason))
    case .notice(let text):
      note = text
      remember(text)
    case .finished(let cancelled):
      let said = note
      isReading = false
      progress = nil
      if cancelled { note = "reading stopped" } else { tellWhatIsNew() }
      if let note, note != said { remember(note) }
      returnToTrail()
    case .improving(let done, let total, let seconds):
      improvement = Improvement(done: done, total: total, secondsLeft: seconds)
    case .improved(let cancelled):
      (improvement, placeToReturnTo) = (nil, nil)
      if cancelled { note = "improving stopped: the other statements stay as they are" }
    }
    return []
  }

  /// Keeps what was said, so that it can be read again.
  private mutating func remember(_ note: String) {
    pastNotes.append(note)
    if pastNotes.count > 200 { pastNotes.removeFirst() }
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      return []
    case .paste(let text):
      paste(text)
      return []
    case .mouse(let event):
      act()
      return take(event)
    case .key(let key):
      // Whatever is open, and everything stays as it is.
      if settings.keys.paintsAgain(key) { return [.redraw] }
      act()
      if let prompt { return typed(key, into: prompt) }
      if let popup { return pressed(key, in: popup) }
      return press(key)
    }
  }

  private mutating func act() {
    hasActed = true
    note = nil
  }

  /// Pasted text is text, never commands.
  private mutating func paste(_ text: String) {
    if prompt != nil {
      pasted(text)
    } else if var popup, Menu.of(popup.kind).takesText {
      popup.line.insert(text)
      retype(&popup)
    }
  }

  /// A key among the panes: a command, the start of one, or nothing.
  private mutating func press(_ key: Key) -> [Effect] {
    let keys = pending + [key]
    pending = []
    if let command = command(on: keys) { return command.run(&self) }
    let here = Command.all.filter { $0.applies(to: focus) }
    if here.contains(where: { settings.keys.keys(of: $0).contains { $0.keys.starts(with: keys) } }) {
      pending = keys
    } else if key.code != .escape {
      note =
        "no command on \(keys.map(KeySequence.name).joined(separator: " ")) here: ? lists those there are"
    }
    return []
  }

  /// The command that keys pressed one after the other stand for among the panes.
  func command(on keys: [Key]) -> Command? {
    Command.all.first { command in
      command.applies(to: focus) && settings.keys.keys(of: command).contains { $0.keys == keys }
    }
  }
}
