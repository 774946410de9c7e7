import Screen

/// Keys pressed one after the other, as the table and the help write them: `gg`, `C-d`, `M-Left`, `Space`.
struct KeySequence: Hashable, Sendable {
  let keys: [Key]

  /// Reads the notation of the table, keys between blanks: `g g`, `C-d`.
  init(_ text: String) { keys = text.split(separator: " ").compactMap { KeySequence.key($0) } }

  /// Reads the notation of a configuration; `nil` where a name is not known.
  init?(checking words: ArraySlice<String>) {
    let keys = words.map { KeySequence.key(Substring($0)) }
    guard !keys.isEmpty, !keys.contains(nil) else { return nil }
    self.keys = keys.compactMap(\.self)
  }

  /// As the help writes it: letters in a row stand together.
  var text: String {
    let names = keys.map(KeySequence.name)
    return names.joined(separator: names.allSatisfy { $0.count == 1 } ? "" : " ")
  }

  /// The key of a name; `nil` where there is none of that name.
  static func key(_ name: Substring) -> Key? {
    var (name, control, alt) = (name, false, false)
    while name.count > 2, let first = name.first, name.dropFirst().first == "-", first == "C" || first == "M"
    {
      if first == "C" { control = true } else { alt = true }
      name = name.dropFirst(2)
    }
    if let code = named[String(name)] { return Key(code, control: control, alt: alt) }
    if name.first == "F", let number = Int(name.dropFirst()), 1...63 ~= number {
      return Key(.function(number), control: control, alt: alt)
    }
    guard name.count == 1, let character = name.first else { return nil }
    return Key(.character(character), control: control, alt: alt)
  }

  private static let named: [String: Key.Code] = [
    "Enter": .enter, "Tab": .tab, "S-Tab": .backTab, "Esc": .escape, "Backspace": .backspace,
    "Delete": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
    "PgUp": .pageUp, "PgDn": .pageDown, "Space": .character(" "),
  ]

  /// How a key is written.
  static func name(_ key: Key) -> String {
    let base =
      switch key.code {
      case .character(" "): "Space"
      case .character(let character): String(character)
      case .function(let number): "F\(number)"
      default: named.first { $0.value == key.code }?.key ?? "?"
      }
    return (key.control ? "C-" : "") + (key.alt ? "M-" : "") + base
  }
}
