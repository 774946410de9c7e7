import QuoteModel
import Screen

/// Something a person can have done: keys, help, hints, palette and docs/keys.md all come from this one table.
struct Command: Sendable {
  /// What the palette and the configuration know it by.
  let name: String
  /// What it does, in a few words.
  let title: String
  /// Its keys, unless the configuration says otherwise.
  let keys: [KeySequence]
  /// Panes whose focus it needs.
  let panes: Set<Pane>
  /// A word for the foot of the screen; `nil` keeps it to the help.
  let hint: String?
  /// Whether the word is worth its place now.
  let isHinted: @Sendable (BrowserState) -> Bool
  let run: @Sendable (inout BrowserState) -> [Effect]

  func applies(to pane: Pane) -> Bool { panes.contains(pane) }

  /// A command that asks something of whoever runs the browser.
  init(
    _ name: String, _ title: String, _ keys: [String], in panes: Set<Pane> = everywhere, hint: String? = nil,
    hintWhen isHinted: @escaping @Sendable (BrowserState) -> Bool = { _ in true },
    asking run: @escaping @Sendable (inout BrowserState) -> [Effect]
  ) {
    self.name = name
    self.title = title
    self.keys = keys.map { KeySequence($0) }
    self.panes = panes
    self.hint = hint
    self.isHinted = isHinted
    self.run = run
  }

  /// A command that asks nothing of whoever runs the browser.
  init(
    _ name: String, _ title: String, _ keys: [String], in panes: Set<Pane> = everywhere, hint: String? = nil,
    hintWhen isHinted: @escaping @Sendable (BrowserState) -> Bool = { _ in true },
    _ run: @escaping @Sendable (inout BrowserState) -> Void
  ) {
    self.init(name, title, keys, in: panes, hint: hint, hintWhen: isHinted) { state in
      run(&state)
      return []
    }
  }

  static let everywhere = Set(Pane.allCases)

  /// The table by what commands are for, as the help and docs/keys.md show it.
  static let groups: [(title: String, commands: [Command])] = [
    ("Filter and find", filters + finding),
    ("Move", movement),
    ("Panes", focusing + sizes),
    ("Follow a thread", threads + steps),
    ("Where you have been", ways),
    ("Pages", pages),
    ("Keep and correct", keeping),
    ("Take away", taking),
    ("The program", program),
  ]

  /// Every command; of two with the same key the first that applies counts.
  static let all: [Command] = groups.flatMap(\.commands)
}
