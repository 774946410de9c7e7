import CNcurses
import Glibc
import Screen

/// Why the terminal cannot be used.
public enum TerminalError: Error, Sendable {
  /// The terminal's type is unknown, or there is none.
  case unusable(String)
}

/// What the terminal tells.
public enum TerminalEvent: Sendable {
  /// A key, the mouse, pasted text, another size.
  case input(InputEvent)
  /// A signal asks the program to end.
  case terminate(Int32)
  /// The terminal is gone.
  case closed
}

/// The terminal through ncurses: paints a `Screen`, reads what a person does. Main thread only. Gives the
/// terminal back on `close`, at exit, and, by `Restoration`, when a signal ends the process.
public final class Terminal {
  private let input: Int32
  private var shown: Screen?
  private var palette: Palette
  private var usesMouse = false
  private var pastes: [UInt8]?
  private var lastPress: (time: UInt64, point: Point)?

  /// Takes the terminal over. Standard input that is no terminal is left to the articles, `/dev/tty` read.
  public init() throws(TerminalError) {
    setlocale(LC_ALL, "")
    use_tioctl(true)
    let isPiped = isatty(STDIN_FILENO) == 0
    let keyboard = isPiped ? fopen("/dev/tty", "r") : nil
    if isPiped, keyboard == nil { throw .unusable("there is no terminal to read keys from") }
    input = keyboard.map { fileno($0) } ?? STDIN_FILENO
    Restoration.remember(input)
    if whosaid_newterm(nil, nil, keyboard) == nil, whosaid_newterm("xterm-256color", nil, keyboard) == nil {
      throw .unusable("the terminal's type is unknown")
    }
    set_escdelay(25)
    palette = Palette()
    Restoration.install()
    prepare()
  }

  private func prepare() {
    raw()
    noecho()
    nonl()
    let window = whosaid_window()
    keypad(window, true)
    nodelay(window, true)
    curs_set(0)
    mouseinterval(0)
    define_key("\u{1B}[200~", Int32(PasteKey.begin))
    define_key("\u{1B}[201~", Int32(PasteKey.end))
    Restoration.write("\u{1B}[?2004h")
  }

  /// Rows and columns now.
  public var size: Size { Size(columns: Int(whosaid_columns()), rows: Int(whosaid_rows())) }

  /// Gives the terminal back. Once; later calls do nothing.
  public func close() {
    Restoration.write("\u{1B}[?2004l")
    mousemask(0, nil)
    endwin()
  }

  // MARK: Painting

  /// Paints a screen: the cells that differ from the one before. One update. O(cells).
  public func show(_ screen: Screen) {
    let whole = shown?.size != screen.size
    if whole { erase() }
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns {
        let cell = screen[row, column]
        guard let character = cell.character else { continue }
        if !whole, let before = shown?[row, column], before == cell, !followsChange(screen, row, column) {
          continue
        }
        put(character, cell.style, row, column)
      }
    }
    if let cursor = screen.cursor {
      curs_set(1)
      move(Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
    }
    shown = screen
    refresh()
  }

  /// A wide character drawn over it before leaves a cell to draw again, though it looks the same.
  private func followsChange(_ screen: Screen, _ row: Int, _ column: Int) -> Bool {
    guard let shown, column > 0 else { return false }
    return shown[row, column - 1].character == nil && screen[row, column - 1].character != nil
  }

  private func put(_ character: Character, _ style: Style, _ row: Int, _ column: Int) {
    var wide = character.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
    wide.append(0)
    whosaid_put(Int32(row), Int32(column), wide, palette.attributes(of: style), palette.pair(of: style))
  }

  /// Paints every cell again at the next `show`.
  public func redraw() {
    shown = nil
    clearok(whosaid_window(), true)
  }

  // MARK: Reading

  /// Waits, without a clock, until a key, a signal or a byte on `wake` comes.
  public func wait(for wake: Int32) {
    var waiting = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Restoration.signals, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, 3, -1)
  }

  /// Everything that has happened since the last call; never waits.
  public func events() -> [TerminalEvent] {
    var out: [TerminalEvent] = []
    if let signal = Restoration.takeSignal() { out.append(.terminate(signal)) }
    var code: wint_t = 0
    while true {
      let result = wget_wch(whosaid_window(), &code)
      if result == ERR { break }
      decode(result, code, into: &out)
    }
    var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    if poll(&state, 1, 0) > 0, state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      out.append(.closed)
    }
    return out
  }

  private func decode(_ result: Int32, _ code: wint_t, into out: inout [TerminalEvent]) {
    let isKey = result == KEY_CODE_YES
    if isKey, code == wint_t(PasteKey.begin) {
      pastes = []
    } else if isKey, code == wint_t(PasteKey.end) {
      out.append(.input(.paste(String(decoding: pastes ?? [], as: UTF8.self))))
      pastes = nil
    } else if pastes != nil, !isKey {
      if let scalar = Unicode.Scalar(code) {
        pastes?.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    } else if isKey, code == wint_t(KEY_RESIZE) {
      shown = nil
      out.append(.input(.resize(size)))
    } else if isKey, code == wint_t(KEY_MOUSE) {
      mouse().map { out.append(.input(.mouse($0))) }
    } else if !isKey, code == 27 {
      escape(into: &out)
    } else if let key = KeyDecoding.key(code, isNamed: isKey) {
      out.append(.input(.key(key)))
    }
  }

  /// Escape alone, or Alt with the key right behind it.
  private func escape(into out: inout [TerminalEvent]) {
    var code: wint_t = 0
    let result = wget_wch(whosaid_window(), &code)
    if result != ERR, let key = KeyDecoding.key(code, isNamed: result == KEY_CODE_YES) {
      out.append(.input(.key(Key(key.code, control: key.control, alt: true))))
    } else {
      out.append(.input(.key(Key(.escape))))
    }
  }

  private func mouse() -> MouseEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let point = Point(row: Int(event.y), column: Int(event.x))
    if event.bstate & whosaid_wheel_up != 0 { return MouseEvent(.scrollUp, at: point) }
    if event.bstate & whosaid_wheel_down != 0 { return MouseEvent(.scrollDown, at: point) }
    if event.bstate & whosaid_release != 0 { return MouseEvent(.release, at: point) }
    guard event.bstate & whosaid_press != 0 else { return nil }
    let now = Clock.milliseconds
    defer { lastPress = (now, point) }
    if let last = lastPress, last.point == point, now - last.time < 400 {
      return MouseEvent(.doublePress, at: point)
    }
    return MouseEvent(.press, at: point)
  }

  // MARK: What else a terminal does

  /// Has the terminal report the mouse, or leaves it to the terminal's own selection.
  public func setMouse(_ on: Bool) {
    usesMouse = on
    mousemask(on ? whosaid_press | whosaid_release | whosaid_wheel_up | whosaid_wheel_down : 0, nil)
  }

  /// Names the window. The text is made safe first.
  public func setTitle(_ title: String) {
    Restoration.write("\u{1B}]2;" + String(Sanitizing.characters(title).prefix(200)) + "\u{7}")
  }

  /// Puts a text into the clipboard by OSC 52, where the terminal allows it; at most 64 KiB.
  public func copy(_ text: String) {
    Restoration.write("\u{1B}]52;c;" + Base64.encode(Array(text.utf8.prefix(65_536))) + "\u{7}")
  }

  /// Stops the program as `C-z` does and comes back when it goes on.
  public func suspend() {
    runOutside { raise(SIGTSTP) }
  }

  /// Leaves the terminal to another program while `body` runs.
  public func runOutside(_ body: () -> Void) {
    let mouse = usesMouse
    close()
    body()
    refresh()
    prepare()
    setMouse(mouse)
    redraw()
  }
}

/// Codes for the two ends of a bracketed paste, outside ncurses' own.
enum PasteKey {
  static let begin = 0x3001
  static let end = 0x3002
}

enum Clock {
  static var milliseconds: UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
  }
}

/// Base64 as OSC 52 wants it (RFC 4648).
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<Swift.min(start + 3, bytes.count)]
      var value = 0
      for offset in 0..<3 { value = value << 8 | (offset < chunk.count ? Int(chunk[start + offset]) : 0) }
      for place in 0..<4 {
        out.append(place <= chunk.count ? letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
