import QuoteModel
import Screen

/// Takes a message into the state and says what is to be done outside.
///
/// A key that moves costs O(log n), or O(article) where the Reader shows another; one that changes filter,
/// order or narrowing, and a new corpus, cost what evaluating the filter costs.
public func update(_ state: inout BrowserState, _ message: Message) -> [Effect] {
  let query = state.query
  defer { state.settle() }
  var effects: [Effect] = []
  switch message {
  case .input(let event): effects = state.take(event)
  case .corpus(let corpus): state.take(corpus)
  case .progress(let done, let total):
    state.progress = (done, total)
    state.isReading = true
  case .failed(let path, let place, let reason):
    state.failures.append(BrowserState.Failure(path: path, place: place, reason: reason))
  case .notice(let text): state.note = text
  case .finished(let cancelled):
    state.isReading = false
    state.progress = nil
    if cancelled { state.note = "reading stopped" }
  case .improving(let done, let total, let seconds):
    state.improvement = BrowserState.Improvement(done: done, total: total, secondsLeft: seconds)
  case .improved(let cancelled):
    state.improvement = nil
    if cancelled { state.note = "improving stopped: the other statements stay as they are" }
  }
  if state.query != query {
    let filter = state.query.isEmpty ? "" : " " + state.query.description
    effects.append(.setTitle("whosaid " + state.opened + filter))
  }
  return effects
}

extension BrowserState {
  mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      return []
    case .paste(let text):
      if let prompt {
        pasted(text, into: prompt)
      } else if popup?.kind == .palette {
        popup?.line.insert(text)
      }
      return []
    case .mouse(let event):
      hasActed = true
      note = nil
      return take(event)
    case .key(let key):
      hasActed = true
      note = nil
      if let prompt {
        typed(key, into: prompt)
        return []
      }
      if let popup { return pressed(key, in: popup) }
      return press(key)
    }
  }

  /// A key among the panes: a command, the start of one, or nothing.
  private mutating func press(_ key: Key) -> [Effect] {
    let keys = pending + [key]
    pending = []
    let here = Command.all.filter { $0.applies(to: focus) }
    if let command = here.first(where: { $0.keys.contains { $0.keys == keys } }) { return command.run(&self) }
    if here.contains(where: { $0.keys.contains { $0.keys.starts(with: keys) } }) {
      pending = keys
    } else if key.code != .escape {
      note = "no command on \(keys.map(KeySequence.name).joined(separator: " ")) here"
    }
    return []
  }
}
