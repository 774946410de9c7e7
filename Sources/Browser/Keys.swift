import Screen

/// Keys pressed one after the other, as the table and the help write them: `g g`, `C-d`, `M-Left`, `Space`.
struct KeySequence: Hashable, Sendable {
  let keys: [Key]
  let text: String

  /// Reads the notation; an unknown name of more than one letter counts as its first.
  init(_ text: String) {
    self.text = text
    keys = text.split(separator: " ").compactMap(KeySequence.key)
  }

  static func key(_ name: Substring) -> Key? {
    var (name, control, alt) = (name, false, false)
    while name.count > 2, let first = name.first, name.dropFirst().first == "-", first == "C" || first == "M"
    {
      if first == "C" { control = true } else { alt = true }
      name = name.dropFirst(2)
    }
    if let code = named[String(name)] { return Key(code, control: control, alt: alt) }
    return name.first.map { Key(.character($0), control: control, alt: alt) }
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
