/// Text for terminals that show nothing but ASCII.
enum Transliteration {
  /// One ASCII character that stands for another: `|` for `┃`, `c` for `č`, `?` for what is like none.
  /// O(length of the code point's name).
  static func ascii(_ character: Character) -> Character {
    if character.isASCII { return character }
    guard let scalar = character.unicodeScalars.first else { return "?" }
    return symbols[scalar] ?? boxDrawing(scalar) ?? baseLetter(scalar) ?? "?"
  }

  private static let symbols: [Unicode.Scalar: Character] = [
    "\u{A0}": " ", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'",
    "‹": "<",
    "›": ">", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".", "·": ".", "•": "*", "●": "*",
    "○": "o", "▸": ">", "▶": ">", "◂": "<", "→": ">", "←": "<", "↑": "^", "↓": "v", "↩": "<", "⇄": "%",
    "⇅": "%", "✓": "x", "×": "x", "ß": "s", "ı": "i", "ˢ": "s", "ᶜ": "c", "ᵠ": "q", "█": "#", "░": ".",
    "▒": ":", "▓": "#",
  ]

  private static func boxDrawing(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577: "|"
    case 0x250C...0x254B, 0x2552...0x2573: "+"
    // Bars from low to high.
    case 0x2581...0x2588: Array("__..--==")[Int(scalar.value) - 0x2581]
    // Pictures of controls.
    case 0x2400...0x2421: "?"
    default: nil
    }
  }

  /// `c` from LATIN SMALL LETTER C WITH CARON.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> Character? {
    guard let words = scalar.properties.name?.split(separator: " "), words.count >= 4, words[0] == "LATIN",
      words[2] == "LETTER", words[3].count == 1, let letter = words[3].first
    else { return nil }
    return words[1] == "SMALL" ? Character(letter.lowercased()) : letter
  }
}
