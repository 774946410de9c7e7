import QuoteModel
import Screen

/// A list over the panes that takes the keys until it is closed.
struct Popup: Equatable, Sendable {
  /// Which list; each has its entry in `Menu.of`.
  enum Kind: Equatable, Sendable {
    // swift-format-ignore
    case help, errors, notes, sort, palette, finder, chips, trail, marks, underCursor, copyForms, correct
    /// An actor to put in the place of another: who said it after all, or whom somebody is the same as.
    case actors(ActorPurpose)
    /// Which names of an actor are somebody else's.
    case split(String)
    /// Exports of a range, the marks, or everything found.
    case write
    // swift-format-ignore
    /// What was corrected; filters under names.
    case corrections, searches
  }

  var kind: Kind
  var position = ListPosition()
  /// Parts of an actor that are ticked.
  var ticked: Set<ActorCorrections.Name> = []
  /// What was typed to narrow it.
  var line = LineEditor("")
  /// What the finder has found.
  var finder: Finder?

  init(_ kind: Kind) { self.kind = kind }

  /// Rows a popup shows at most on a screen of that height.
  static func height(_ size: Size) -> Int { max(1, size.rows - 6) }
}

/// A row of a popup.
struct PopupRow: Equatable, Sendable {
  var left: String
  var right = ""
  /// Bytes of `left` that stand for what was typed.
  var lit: [Int] = []
}

/// What makes one list over the panes: every kind of popup is a value of this type, in a file of its own.
struct Menu: Sendable {
  var title: @Sendable (BrowserState, Popup) -> String
  /// What is said where there are no rows.
  var empty = "Nothing here."
  /// Whether letters are typed into its line rather than act.
  var takesText = false
  var rows: @Sendable (BrowserState, Popup) -> [PopupRow]
  /// What Enter does to a row; the popup is closed by then.
  var choose: @Sendable (inout BrowserState, Popup, Int) -> [Effect]
  /// What the foot of the popup calls that.
  var enter = "choose"
  /// Other keys and what they do to the row; the popup stays open.
  var keys: [MenuKey] = []
  /// What to do with a letter that is no key of the list.
  var letter: (@Sendable (inout BrowserState, Character) -> [Effect])?
  /// What is shown beside the list of the row under the cursor.
  var preview: (@Sendable (BrowserState, Popup, Int) -> [String])?
}

struct MenuKey: Sendable {
  var key: Key
  var name: String
  var run: @Sendable (inout BrowserState, Popup, Int) -> Void

  init(_ name: String, _ key: Key, _ run: @escaping @Sendable (inout BrowserState, Popup, Int) -> Void) {
    (self.name, self.key, self.run) = (name, key, run)
  }
}

extension Menu {
  /// The one place that knows which popup is which.
  static func of(_ kind: Popup.Kind) -> Menu {
    switch kind {
    case .help: .help
    case .palette: .palette
    case .errors: .errors
    case .notes: .notes
    case .sort: .sort
    case .finder: .finder
    case .chips: .chips
    case .trail: .trail
    case .marks: .marks
    case .underCursor: .underCursor
    case .copyForms: .copyForms
    case .write: .write
    case .correct: .correct
    case .actors(let purpose): .actors(purpose)
    case .split(let name): .split(name)
    case .corrections: .corrections
    case .searches: .searches
    }
  }
}

extension BrowserState {
  mutating func open(_ kind: Popup.Kind) {
    popup = Popup(kind)
    let menu = Menu.of(kind)
    if !menu.takesText, menu.letter == nil, menu.rows(self, Popup(kind)).isEmpty {
      popup = nil
      note = menu.empty
    }
  }

  func popupRows(_ popup: Popup) -> [PopupRow] { Menu.of(popup.kind).rows(self, popup) }

  /// A key while a popup is open.
  mutating func pressed(_ key: Key, in popup: Popup) -> [Effect] {
    let menu = Menu.of(popup.kind)
    if let extra = menu.keys.first(where: { $0.key == key }) {
      extra.run(&self, popup, popup.position.cursor)
      if let open = self.popup { self.popup = settled(open) }
      return []
    }
    if key.code == .enter { return choose(popup, menu) }
    if closes(key, popup, menu) {
      self.popup = nil
      return []
    }
    var popup = popup
    if move(&popup.position, key, isText: menu.takesText || menu.letter != nil, count: popupRows(popup).count)
    {
      self.popup = settled(popup)
    } else if menu.takesText {
      guard popup.line.take(key) else { return [] }
      retype(&popup)
    } else if let letter = menu.letter, case .character(let character) = key.code, !key.control {
      self.popup = nil
      return letter(&self, character)
    }
    return []
  }

  /// What was typed is another text now.
  mutating func retype(_ popup: inout Popup) {
    popup.position = ListPosition()
    if popup.finder != nil {
      popup.finder?.find(popup.line.text, self)
      lastFinderWords = popup.line.text
    }
    self.popup = settled(popup)
  }

  private func closes(_ key: Key, _ popup: Popup, _ menu: Menu) -> Bool {
    switch key.code {
    case .escape: true
    case .character("c") where key.control: true
    case .character("q") where !menu.takesText && menu.letter == nil: true
    case .character("?") where popup.kind == .help: true
    case .backspace where menu.takesText && popup.line.characters.isEmpty: true
    default: false
    }
  }

  private func move(_ position: inout ListPosition, _ key: Key, isText: Bool, count: Int) -> Bool {
    let page = Popup.height(size)
    switch (key.code, key.control) {
    case (.down, _), (.character("n"), true): position.cursor += 1
    case (.up, _), (.character("p"), true): position.cursor -= 1
    case (.pageDown, _): position.cursor += page
    case (.pageUp, _): position.cursor -= page
    case (.character("j"), false) where !isText: position.cursor += 1
    case (.character("k"), false) where !isText: position.cursor -= 1
    case (.character("d"), true) where !isText: position.cursor += (page + 1) / 2
    case (.character("u"), true) where !isText: position.cursor -= (page + 1) / 2
    case (.home, _) where !isText, (.character("g"), false) where !isText: position.cursor = 0
    case (.end, _) where !isText, (.character("G"), false) where !isText: position.cursor = count - 1
    default: return false
    }
    return true
  }

  private func settled(_ popup: Popup) -> Popup {
    var popup = popup
    popup.position.settle(count: popupRows(popup).count, height: PopupFrame(popup, self).list.rows)
    return popup
  }

  private mutating func choose(_ popup: Popup, _ menu: Menu) -> [Effect] {
    self.popup = nil
    let row = popup.position.cursor
    guard menu.takesText || popupRows(popup).indices.contains(row) else { return [] }
    return menu.choose(&self, popup, row)
  }
}
