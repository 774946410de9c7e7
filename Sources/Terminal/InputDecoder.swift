import Screen

/// Makes events of what ncurses reads, one token after the other. Knows no terminal.
struct InputDecoder {
  /// What ncurses returned. Its numbers of characters and of keys overlap: č is 269, and so is F5.
  enum Token: Equatable {
    /// A code point was read.
    case character(UInt32)
    /// A key was recognised; see `KeyCodes`.
    case code(Int32)
    /// Nothing more waits to be read.
    case pause
  }

  private enum State: Equatable {
    case ground
    /// Escape came; what follows at once belongs to it.
    case escape
    /// A control sequence that nobody knows is under way; `isEmpty` until something follows its bracket.
    case sequence(isEmpty: Bool)
    case paste
    case mouse(String)
  }

  /// More than anybody pastes into a search line; the rest is dropped.
  private static let longestPaste = 1 << 16

  private var state = State.ground
  private var pasted = ""
  private var clicks = ClickCounter()

  /// Takes one token, read at `time` (any clock), and returns what it completes.
  mutating func feed(_ token: Token, at time: Duration = .zero) -> [InputEvent] {
    switch state {
    case .ground: ground(token, alt: false)
    case .escape: escape(token)
    case .sequence(let isEmpty): sequence(token, isEmpty: isEmpty)
    case .paste: paste(token)
    case .mouse(let report): mouse(token, after: report, at: time)
    }
  }

  private mutating func ground(_ token: Token, alt: Bool) -> [InputEvent] {
    state = .ground
    switch token {
    case .pause: return []
    case .character(0x1B):
      state = .escape
      return []
    case .character(let value): return Self.key(value, alt: alt)
    case .code(KeyCodes.pasteStart): state = .paste
    case .code(KeyCodes.mouseReport): state = .mouse("")
    case .code(let code):
      guard var key = KeyCodes.key(code) else { return [] }
      key.alt = key.alt || alt
      return [.key(key)]
    }
    return []
  }

  private mutating func escape(_ token: Token) -> [InputEvent] {
    switch token {
    case .pause:
      state = .ground
      return [.key(Key(.escape))]
    case .character(0x1B): return [.key(Key(.escape))]
    case .character(0x5B):
      state = .sequence(isEmpty: true)
      return []
    default: return ground(token, alt: true)
    }
  }

  /// Swallows a control sequence that stands for no key we know: its letters must not act as commands.
  private mutating func sequence(_ token: Token, isEmpty: Bool) -> [InputEvent] {
    switch token {
    case .character(0x20...0x3F): state = .sequence(isEmpty: false)
    case .character(0x40...0x7E): state = .ground
    case .pause where isEmpty:
      state = .ground
      return [.key(Key(.character("["), alt: true))]
    case .pause: state = .ground
    default: return ground(token, alt: false)
    }
    return []
  }

  private mutating func paste(_ token: Token) -> [InputEvent] {
    switch token {
    case .code(KeyCodes.pasteEnd):
      defer { (state, pasted) = (.ground, "") }
      return [.paste(pasted)]
    case .character(let value) where pasted.utf8.count < Self.longestPaste:
      // Terminals send the Enter key for the ends of lines.
      pasted.unicodeScalars.append(value == 0x0D ? "\n" : Unicode.Scalar(value) ?? "\u{FFFD}")
    default: break
    }
    return []
  }

  private mutating func mouse(_ token: Token, after report: String, at time: Duration) -> [InputEvent] {
    guard case .character(let value) = token, let scalar = Unicode.Scalar(value), report.utf8.count < 20
    else {
      if token != .pause { state = .ground }
      return []
    }
    let longer = report + String(scalar)
    guard scalar == "M" || scalar == "m" else {
      state = .mouse(longer)
      return []
    }
    state = .ground
    return MouseReport(longer).flatMap { clicks.event(for: $0, at: time) }.map { [.mouse($0)] } ?? []
  }

  private static func key(_ value: UInt32, alt: Bool) -> [InputEvent] {
    func named(_ code: Key.Code) -> [InputEvent] { [.key(Key(code, alt: alt))] }
    switch value {
    case 0x0D, 0x0A: return named(.enter)
    case 0x09: return named(.tab)
    case 0x7F, 0x08: return named(.backspace)
    case 0x00: return [.key(Key(.character(" "), control: true, alt: alt))]
    case 0x01...0x1A, 0x1C...0x1F:
      // Control clears the upper bits of the key's letter; letters are given small.
      let letter = value <= 0x1A ? value + 0x60 : value + 0x40
      return Unicode.Scalar(letter).map { [.key(Key(.character(Character($0)), control: true, alt: alt))] }
        ?? []
    case 0x80...0x9F: return []
    default: return Unicode.Scalar(value).map { named(.character(Character($0))) } ?? []
    }
  }
}
