import Screen

/// What a person's configuration says: looks, keys, the mouse.
///
/// A line each; `#` begins a comment:
///
///     theme dark
///     mouse on
///     bind next-related C-n
///     unbind H
public struct Settings: Equatable, Sendable {
  /// Something in the configuration that is not understood.
  public struct Problem: Equatable, Sendable {
    /// From 1.
    public var line: Int
    /// What is wrong there.
    public var message: String
  }

  var theme = Theme.terminal
  var keys = Keymap()
  /// Whether the mouse is on from the start.
  public private(set) var usesMouse = false

  /// Whether the configuration names a theme, so that one chosen by a key does not outlive the session.
  public private(set) var namesTheme = false

  /// The settings of somebody who has set nothing.
  public init() {}

  /// Reads a configuration; what is not understood is left as it was and told. O(text).
  public init(_ text: String, problems: inout [Problem]) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first else { continue }
      if let message = take(first, Array(words.dropFirst())) {
        problems.append(Problem(line: number + 1, message: message))
      }
    }
  }

  /// Takes one line, or says what is wrong with it.
  private mutating func take(_ name: String, _ words: [String]) -> String? {
    switch name {
    case "theme":
      guard let theme = Theme.all.first(where: { $0.name == words.first }) else {
        return "theme takes one of \(Theme.all.map(\.name).joined(separator: ", "))"
      }
      self.theme = theme
      namesTheme = true
    case "mouse":
      guard let word = words.first, ["on", "off"].contains(word) else { return "mouse takes on or off" }
      usesMouse = word == "on"
    case "bind":
      guard words.count >= 2 else { return "bind takes a command and its keys: bind quit C-q" }
      guard Command.all.contains(where: { $0.name == words[0] }) else {
        return "no command \(words[0]): whosaid --keys lists them"
      }
      guard let keys = KeySequence(checking: words.dropFirst()) else {
        return "no key \(words.dropFirst().joined(separator: " "))"
      }
      self.keys.bind(keys, to: words[0])
    case "unbind":
      guard !words.isEmpty, let keys = KeySequence(checking: words[...]) else {
        return "unbind takes keys: unbind g g"
      }
      self.keys.unbind(keys)
    default: return "no setting \(name): there are theme, mouse, bind, unbind"
    }
    return nil
  }
}

/// Which keys do what, as far as it is not what the table says.
struct Keymap: Equatable, Sendable {
  private var bound: [(keys: KeySequence, command: String)] = []
  private var unbound: Set<KeySequence> = []

  mutating func bind(_ keys: KeySequence, to command: String) {
    bound.removeAll { $0.keys == keys }
    bound.append((keys, command))
  }

  mutating func unbind(_ keys: KeySequence) {
    bound.removeAll { $0.keys == keys }
    unbound.insert(keys)
  }

  /// The keys of a command: its own, those bound to others left out, and those bound to it.
  func keys(of command: Command) -> [KeySequence] {
    if bound.isEmpty, unbound.isEmpty { return command.keys }
    let own = command.keys.filter { keys in
      !unbound.contains(keys) && !bound.contains { $0.keys == keys && $0.command != command.name }
    }
    return own + bound.filter { $0.command == command.name && !own.contains($0.keys) }.map(\.keys)
  }

  /// Whether a key that nobody types into a line is one that paints the screen again.
  func paintsAgain(_ key: Key) -> Bool {
    if case .character = key.code, !key.control { return false }
    return Command.all.contains { command in
      command.name == "redraw" && keys(of: command).contains { $0.keys == [key] }
    }
  }

  static func == (a: Keymap, b: Keymap) -> Bool {
    a.unbound == b.unbound && a.bound.elementsEqual(b.bound) { $0 == $1 }
  }
}
