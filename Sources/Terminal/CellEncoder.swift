import CNcurses
import Screen

/// Makes cells of ours into cells of ncurses, as far as the terminal and the locale can show them.
struct CellEncoder {
  private let depth: ColorDepth
  private let isUTF8: Bool
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
  private var last: (style: Style, attributes: attr_t, pair: Int32) = (.plain, 0, 0)
  private var asciiTwins: [Character: Character] = [:]

  init(depth: ColorDepth, isUTF8: Bool) {
    self.depth = depth
    self.isUTF8 = isUTF8
  }

  /// For the terminal that ncurses has opened.
  static func forTerminal(noColor: Bool) -> CellEncoder {
    var colors = 0
    if has_colors(), start_color() == OK, use_default_colors() == OK { colors = Int(terminal_colors()) }
    return CellEncoder(
      depth: ColorDepth(colors: colors, isRGB: tigetflag("RGB") > 0, noColor: noColor),
      isUTF8: terminal_locale_is_utf8())
  }

  /// Adds what shows a cell; one or two cells for a wide one, as many as it takes on the terminal.
  mutating func append(_ cell: Cell, isWide: Bool, to cells: inout [cchar_t]) {
    if cell.style != last.style { last = look(of: cell.style) }
    // Null-terminated, at most a base and four marks.
    var text: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (32, 0, 0, 0, 0, 0)
    let fits = withUnsafeMutableBytes(of: &text) { bytes in
      spell(cell.character ?? " ", columns: isWide ? 2 : 1, into: bytes.bindMemory(to: wchar_t.self))
    }
    cells.append(encode(&text))
    guard isWide, !fits else { return }
    text = (32, 0, 0, 0, 0, 0)
    cells.append(encode(&text))
  }

  private func encode(_ text: inout (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t)) -> cchar_t {
    var cell = cchar_t()
    withUnsafeBytes(of: &text) { bytes in
      _ = terminal_set_cell(&cell, bytes.bindMemory(to: wchar_t.self).baseAddress, last.attributes, last.pair)
    }
    return cell
  }

  /// Writes a character's code points and tells whether they take the columns they should; what the C
  /// library counts otherwise than we do is written as a one-cell stand-in.
  private mutating func spell(
    _ character: Character, columns: Int, into text: UnsafeMutableBufferPointer<wchar_t>
  ) -> Bool {
    var scalars = character.unicodeScalars.makeIterator()
    guard let base = scalars.next() else { return columns == 1 }
    text[0] = wchar_t(bitPattern: base.value)
    if base.value < 0x7F, base.value >= 0x20, isUTF8 || character.isASCII {
      // Its marks, if any, follow below.
    } else if !isUTF8 {
      text[0] = wchar_t(asciiTwin(of: character).asciiValue ?? 0x3F)
      return columns == 1
    } else if Int(terminal_wcwidth(base.value)) != columns {
      text[0] = 0xFFFD
      return columns == 1
    }
    var count = 1
    while let mark = scalars.next(), count < 5 {
      guard terminal_wcwidth(mark.value) == 0 else { continue }
      text[count] = wchar_t(bitPattern: mark.value)
      count += 1
    }
    return true
  }

  private mutating func asciiTwin(of character: Character) -> Character {
    if let known = asciiTwins[character] { return known }
    let twin = Transliteration.ascii(character)
    asciiTwins[character] = twin
    return twin
  }

  private mutating func look(of style: Style) -> (style: Style, attributes: attr_t, pair: Int32) {
    if let known = looks[style] { return (style, known.attributes, known.pair) }
    let look = (attributes: Self.attributes(of: style.attributes), pair: pair(of: style))
    looks[style] = look
    return (style, look.attributes, look.pair)
  }

  private func pair(of style: Style) -> Int32 {
    let (foreground, background) = (depth.number(of: style.foreground), depth.number(of: style.background))
    guard foreground >= 0 || background >= 0 else { return 0 }
    return max(0, alloc_pair(foreground, background))
  }

  private static func attributes(of attributes: Style.Attributes) -> attr_t {
    let table: [(Style.Attributes, attr_t)] = [
      (.bold, terminal_bold), (.dim, terminal_dim), (.italic, terminal_italic),
      (.underline, terminal_underline), (.reverse, terminal_reverse),
    ]
    return table.reduce(0) { attributes.contains($1.0) ? $0 | $1.1 : $0 }
  }
}
