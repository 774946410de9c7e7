import CNcurses
import Screen

/// What ncurses' codes stand for.
enum KeyDecoding {
  private static let named: [Int32: Key.Code] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_BTAB: .backTab,
    KEY_ENTER: .enter,
  ]

  /// The key of a code; whether it is a named one is told by what `wget_wch` returned, never by the number.
  static func key(_ code: wint_t, isNamed: Bool) -> Key? {
    if isNamed {
      if let known = named[Int32(bitPattern: code)] { return Key(known) }
      let function = Int(code) - Int(KEY_F0)
      return (1...12).contains(function) ? Key(.function(function)) : nil
    }
    switch code {
    case 0x0D, 0x0A: return Key(.enter)
    case 0x09: return Key(.tab)
    case 0x08, 0x7F: return Key(.backspace)
    case 0x1B: return Key(.escape)
    case 0: return Key(.character(" "), control: true)
    case 1...26: return Unicode.Scalar(code + 0x60).map { Key(.character(Character($0)), control: true) }
    case 27...31: return nil
    default: return Unicode.Scalar(code).map { Key(Character($0)) }
    }
  }
}
