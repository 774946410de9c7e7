/// The one place that text from outside passes on its way to a terminal.
///
/// Controls become pictures (`␛`), a tab one blank. What nobody would see is left out: bidirectional
/// controls, zero-width characters, variation selectors, tags, joiners, so that a family of emoji becomes
/// its members. A flag becomes its two letters. More than four marks over a letter are dropped, and a mark
/// over nothing gets a dotted circle. What comes out moves no cursor, and every glyph has a width that
/// ncurses and terminals agree on.
public enum Sanitizing {
  /// The glyphs of a text, lazily, with their places in it. O(1) for each.
  public static func glyphs(
    _ text: some StringProtocol, lineBreaks: Glyphs.LineBreaks = .pictures
  ) -> Glyphs {
    Glyphs(Substring(text), lineBreaks: lineBreaks)
  }

  /// The characters of a text, made safe to show. O(text).
  public static func characters(_ text: some StringProtocol) -> [Character] {
    glyphs(text).map(\.character)
  }

  /// A text made safe for one line outside the grid: a window's title, a message on standard error, output
  /// to a terminal after the browser has closed. O(text), and a mere look at it if it is plain ASCII.
  public static func line(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return String(text) }
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for glyph in glyphs(text) { out.append(glyph.character) }
    return out
  }

  /// A text of many lines made safe, its ends of lines kept: for a pager. O(text).
  public static func text(_ text: some StringProtocol) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
  }

  /// Whether a text holds controls or invisible characters that a reader should be warned of. Ends of lines
  /// and tabs are not, nor what writing systems and emoji need: joiners behind letters of scripts that join,
  /// variation selectors, skin tones. O(text).
  public static func hasHiddenCharacters(_ text: some StringProtocol) -> Bool {
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars {
      if isHidden(scalar.value, after: previous) { return true }
      previous = scalar.value
    }
    return false
  }

  private static func isHidden(_ value: UInt32, after previous: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0x09, 0x0A, 0x0D: return false
    case 0x00...0x1F, 0x7F...0x9F: return true
    // Behind Latin, Greek or Cyrillic a joiner has nothing to join.
    case 0x200C, 0x200D: return previous < 0x530
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: return false
    default: return Unicode.Scalar(value).map { ScalarClass($0) == .dropped } ?? true
    }
  }
}
