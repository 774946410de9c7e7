import CNcurses
import Screen

/// The numbers by which ncurses reports keys, its own and those we define for sequences it does not know.
enum KeyCodes {
  /// Text is pasted from here on.
  static let pasteStart: Int32 = 2000
  /// Text is no longer pasted.
  static let pasteEnd: Int32 = 2001
  /// A mouse report follows as plain characters. Its own reading of them stops at column 223 under tmux.
  static let mouseReport: Int32 = 2002
  private static let firstModified: Int32 = 2100

  private static let named: [Int32: Key.Code] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_DC: .delete, KEY_BACKSPACE: .backspace,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_SF: .down, KEY_SR: .up, KEY_SLEFT: .left,
    KEY_SRIGHT: .right, KEY_SHOME: .home, KEY_SEND: .end, KEY_SDC: .delete, KEY_SPREVIOUS: .pageUp,
    KEY_SNEXT: .pageDown, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
  ]

  /// How xterm and all that follow it spell keys with modifiers: `CSI number ; modifiers final`.
  private static let modified: [(number: String, final: String, code: Key.Code)] = [
    ("1", "A", .up), ("1", "B", .down), ("1", "C", .right), ("1", "D", .left), ("1", "H", .home),
    ("1", "F", .end), ("3", "~", .delete), ("5", "~", .pageUp), ("6", "~", .pageDown),
  ]

  /// The sequences to define, with their numbers.
  static var definitions: [(sequence: String, code: Int32)] {
    var all = [
      ("\u{1B}[200~", pasteStart), ("\u{1B}[201~", pasteEnd), ("\u{1B}[<", mouseReport),
      // Home and End as some terminals send them, whatever terminfo says.
      ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END),
    ]
    for (index, key) in modified.enumerated() {
      for modifiers in Int32(2)...8 {
        all.append(
          ("\u{1B}[\(key.number);\(modifiers)\(key.final)", firstModified + Int32(index) * 8 + modifiers - 1))
      }
    }
    return all
  }

  /// The key a number stands for, `nil` for one that means nothing to us.
  static func key(_ code: Int32) -> Key? {
    if let name = named[code] { return Key(name) }
    if code >= firstModified, Int(code - firstModified) / 8 < modified.count {
      // A bit set of Shift, Alt and Control; xterm sends one more.
      let held = (code - firstModified) % 8
      return Key(modified[Int(code - firstModified) / 8].code, control: held & 4 != 0, alt: held & 2 != 0)
    }
    for number in 1...24 where code == terminal_function_key(Int32(number)) {
      return Key(.function(number))
    }
    return nil
  }
}
