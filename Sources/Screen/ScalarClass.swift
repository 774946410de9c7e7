/// What becomes of a code point on its way to the screen.
enum ScalarClass: Equatable {
  /// It takes this many cells, itself or what stands for it.
  case shown(Unicode.Scalar, columns: Int)
  /// It is drawn over the character before it.
  case mark
  /// It is left out: nobody could see it, and some of them reorder or hide what is around.
  case dropped

  /// The class of a code point. O(1) for Latin, Cyrillic, Chinese and the usual punctuation.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x2010...0x2027, 0x2030...0x205E,
      0x2500...0x25FC:
      self = .shown(scalar, columns: 1)
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .shown(scalar, columns: 2)
    case 0x09: self = .shown(" ", columns: 1)
    case 0x00...0x1F: self = Self.picture(0x2400 + scalar.value)
    case 0x7F: self = Self.picture(0x2421)
    case 0x80...0x9F: self = Self.replacement
    // Terminals draw half of a flag as one cell or two, so its two letters are shown instead.
    case 0x1F1E6...0x1F1FF: self = Self.picture(0x41 + scalar.value - 0x1F1E6)
    // Skin tones and the keycap change the width of what they follow, in some terminals.
    case 0x1F3FB...0x1F3FF, 0x20E3: self = .dropped
    default: self = Self.byProperties(scalar)
    }
  }

  private static let replacement = ScalarClass.shown("\u{FFFD}", columns: 1)

  private static func picture(_ value: UInt32) -> ScalarClass {
    Unicode.Scalar(value).map { .shown($0, columns: 1) } ?? replacement
  }

  private static func byProperties(_ scalar: Unicode.Scalar) -> ScalarClass {
    let properties = scalar.properties
    // Bidirectional controls, zero-width characters, variation selectors, tags, Hangul fillers …
    if properties.isDefaultIgnorableCodePoint { return .dropped }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .lineSeparator, .paragraphSeparator: return .dropped
    case .format where scalar.value >= 0xFFF9 && scalar.value != 0x110BD && scalar.value != 0x110CD:
      return .dropped
    // No two programs agree on the width of what is not assigned.
    case .unassigned, .surrogate, .control: return replacement
    default: break
    }
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return .mark  // Korean vowels and finals join the initial
    default: return .shown(scalar, columns: TextWidth.isWide(scalar.value) ? 2 : 1)
    }
  }
}
