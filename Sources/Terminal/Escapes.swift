import Screen

/// The sequences that ncurses does not know.
enum Escapes {
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let updateBegin = "\u{1B}[?2026h"
  static let updateEnd = "\u{1B}[?2026l"
  static let titleSave = "\u{1B}[22;2t"
  static let titleBack = "\u{1B}[23;2t"

  /// A window's title is cut to this many characters.
  private static let longestTitle = 200
  /// What xterm and tmux take at most, in bytes before encoding.
  private static let largestCopy = 74_994

  /// Sets the window's title, made safe.
  static func title(_ text: String) -> String {
    "\u{1B}]2;" + Sanitizing.line(text).prefix(longestTitle) + "\u{1B}\\"
  }

  /// Puts text on the clipboard (OSC 52), every line made safe; `nil` if it is too long for terminals.
  static func copy(_ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitizing.line($0) }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    guard bytes.count <= largestCopy else { return nil }
    return "\u{1B}]52;c;" + base64(bytes) + "\u{1B}\\"
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Everything that brings a terminal back to the shell's state, in order, from its terminfo strings.
  static func restoration(
    attributesOff: String, keypadOff: String, cursorOn: String, leaveScreen: String
  ) -> String {
    updateEnd + mouseOff + pasteOff + attributesOff + keypadOff + cursorOn + leaveScreen + "\r"
  }

  /// A terminfo string without its delays, `$<5/>`.
  static func withoutDelays(_ string: String) -> String {
    var out = ""
    var rest = string[...]
    while let start = rest.firstIndex(of: "$") {
      out += rest[..<start]
      let behind = rest.index(after: start)
      if behind < rest.endIndex, rest[behind] == "<", let end = rest[behind...].firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        out += "$"
        rest = rest[behind...]
      }
    }
    return out + rest
  }
}
