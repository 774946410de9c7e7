/// Cutting text to one line of a width.
public enum Truncation {
  /// A text on one line of at most `columns` cells, made safe, ends of lines and runs of blanks shown as one
  /// blank, and with `…` for what did not fit. Reads no further than it has room. O(columns).
  public static func fit(_ text: some StringProtocol, columns: Int) -> String {
    guard columns > 0 else { return "" }
    var kept: [Character] = []
    var (width, room) = (0, 0)
    for glyph in Sanitizing.glyphs(text, lineBreaks: .blanks) {
      if glyph.base == " ", kept.isEmpty || kept.last == " " { continue }
      if width + glyph.columns > columns {
        // A blank that does not fit may be the text's last.
        if glyph.base == " " { continue }
        while room > 0, kept[room - 1] == " " { room -= 1 }
        return String(kept[..<room]) + "…"
      }
      kept.append(glyph.character)
      width += glyph.columns
      if width < columns { room = kept.count }
    }
    if kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
