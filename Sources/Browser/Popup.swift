import QuoteModel
import Screen

/// A list over the panes that takes the keys until it is closed.
struct Popup: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    // swift-format-ignore
    case help, errors, sort, palette
  }

  var kind: Kind
  var position = ListPosition()
  /// What was typed to narrow it; only the palette takes text.
  var line = LineEditor("")

  /// Rows a popup shows at most on a screen of that height.
  static func height(_ size: Size) -> Int { max(1, size.rows - 6) }
}

extension BrowserState {
  mutating func open(_ kind: Popup.Kind) {
    if kind == .errors, failures.isEmpty { return note = "no errors" }
    if kind == .sort, Sorting.orders(focus).isEmpty { return note = "this pane has an order of its own" }
    popup = Popup(kind: kind)
  }

  /// Commands that work here and hold every word typed into the palette; all that work here, for the help.
  func commands(in popup: Popup) -> [Command] {
    let words = popup.line.text.split(separator: " ").map { $0.lowercased() }
    return Command.all.filter { command in
      let text = (command.name + " " + command.title).lowercased()
      return command.applies(to: focus)
        && words.allSatisfy { word in
          text.split(whereSeparator: { !$0.isLetter }).contains { $0.hasPrefix(word) }
        }
    }
  }

  func popupRows(_ popup: Popup) -> Int {
    switch popup.kind {
    case .help, .palette: commands(in: popup).count
    case .errors: failures.count
    case .sort: Sorting.orders(focus).count
    }
  }

  /// A key while a popup is open.
  mutating func pressed(_ key: Key, in popup: Popup) -> [Effect] {
    var popup = popup
    let page = Popup.height(size)
    let takesText = popup.kind == .palette
    switch key.code {
    case .escape: self.popup = nil
    case .character("c") where key.control: self.popup = nil
    case .character("q") where !takesText, .character("?") where popup.kind == .help: self.popup = nil
    case .enter: return choose(popup)
    case .down: popup.position.cursor += 1
    case .up: popup.position.cursor -= 1
    case .character("j") where !takesText, .character("n") where key.control: popup.position.cursor += 1
    case .character("k") where !takesText, .character("p") where key.control: popup.position.cursor -= 1
    case .pageDown: popup.position.cursor += page
    case .pageUp: popup.position.cursor -= page
    case .character("d") where key.control && !takesText: popup.position.cursor += (page + 1) / 2
    case .character("u") where key.control && !takesText: popup.position.cursor -= (page + 1) / 2
    case .home where !takesText, .character("g") where !takesText: popup.position.cursor = 0
    case .end where !takesText, .character("G") where !takesText: popup.position.cursor = popupRows(popup) - 1
    case .backspace where takesText && popup.line.characters.isEmpty: self.popup = nil
    default:
      guard takesText, popup.line.take(key) else { return [] }
      popup.position = ListPosition()
    }
    guard self.popup != nil else { return [] }
    popup.position.settle(count: popupRows(popup), height: page)
    self.popup = popup
    return []
  }

  /// What Enter does to the row under the popup's cursor.
  private mutating func choose(_ popup: Popup) -> [Effect] {
    self.popup = nil
    switch popup.kind {
    case .help, .palette:
      if popup.kind == .palette, let row = Int(popup.line.text) {
        move(by: row - 1 - (focus == .reader ? readerTop : cursor(focus)))
        return []
      }
      guard let command = commands(in: popup).element(at: popup.position.cursor) else { return [] }
      return command.run(&self)
    case .errors:
      guard let failure = failures.element(at: popup.position.cursor) else { return [] }
      return [.openEditor(path: failure.path, line: 1)]
    case .sort:
      if let order = Sorting.orders(focus).element(at: popup.position.cursor) { setOrder(order) }
      return []
    }
  }
}
