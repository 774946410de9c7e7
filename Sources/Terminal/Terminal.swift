import CNcurses
import Glibc
import Screen

/// The terminal: paints screens and reads keys, mouse, size and signals. Only one may be open at a time, and
/// only the main thread may touch it.
public final class Terminal {
  /// What a person should be told of this terminal, such as that its type is unknown; say it after the
  /// browser has closed, or in its message line.
  public private(set) var notices: [String] = []

  let window: UnsafeMutablePointer<WINDOW>
  let input: Int32
  let output: Int32
  let signals: Signals
  var decoder = InputDecoder()
  var encoder: CellEncoder
  /// What the terminal shows now, `nil` if that is not known.
  var shown: Screen?
  var mouseIsOn = false
  var hasHungUp = false

  private let handle: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let settings: termios
  private let type: String
  private var titleIsSaved = false
  private var isOpen = true

  /// Takes the terminal: the one on standard input and output, or `/dev/tty` in place of either. Sets the
  /// locale from the environment. The terminal is given back by `close`, and also when the program exits or
  /// crashes.
  public convenience init() throws(TerminalError) {
    setlocale(LC_ALL, "")
    let (input, output) = try Self.findTerminal()
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    try self.init(
      input: input, output: output, type: variable("TERM"), noColor: !variable("NO_COLOR").isEmpty)
  }

  /// Takes the terminal behind two descriptors, which stay open; the locale is set.
  init(input: Int32, output: Int32, type: String, noColor: Bool = false) throws(TerminalError) {
    // The environment must not freeze the size.
    use_tioctl(true)
    (self.input, self.output) = (input, output)
    signals = try Signals()
    var settings = termios()
    guard tcgetattr(input, &settings) == 0 else { throw .system("tcgetattr", errno) }
    self.settings = settings
    // Streams of our own: ncurses wants streams, and standard input may be the articles.
    guard let reader = fdopen(dup(input), "r"), let writer = fdopen(dup(output), "w") else {
      throw .system("fdopen", errno)
    }
    files = [reader, writer]
    let opened = try Self.open(type, writer, reader)
    (handle, self.type, notices) = (opened.handle, opened.type, opened.notice.map { [$0] } ?? [])
    guard let window = terminal_window() else { throw .unusable(type: opened.type) }
    self.window = window
    encoder = CellEncoder.forTerminal(noColor: noColor)
    Restoration.arm(output: output, string: Self.restoration(), settings: settings)
    configure()
    signals.install()
    send(Escapes.pasteOn)
  }

  /// Gives the terminal back as it was found. Does nothing the second time.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    setMouse(false)
    send(Escapes.pasteOff + (titleIsSaved ? Escapes.titleBack : ""))
    let leavesTheScreen = Self.capability("rmcup") != nil
    endwin()
    // Where there is no other screen to go back to, what comes next goes below ours.
    if !leavesTheScreen { send("\r\n") }
    delscreen(handle)
    tcsetattr(input, TCSADRAIN, [settings])
    Restoration.disarm()
    signals.remove()
    for file in files { fclose(file) }
  }

  deinit { close() }

  /// Rows and columns.
  public var size: Size { Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

  /// Has the mouse reported, or leaves it to the terminal's own selection, which is how it starts.
  public func setMouse(_ on: Bool) {
    guard on != mouseIsOn else { return }
    mouseIsOn = on
    send(on ? Escapes.mouseOn : Escapes.mouseOff)
  }

  /// Gives the window a title, made safe and cut to 200 characters; the old one comes back with `close`.
  public func setTitle(_ title: String) {
    // The console and the oldest terminals would print it.
    guard !["linux", "vt", "dumb", "ansi"].contains(where: type.hasPrefix) else { return }
    send((titleIsSaved ? "" : Escapes.titleSave) + Escapes.title(title))
    titleIsSaved = true
  }

  /// Puts text on the clipboard, made safe, and tells whether it was short enough (74,994 bytes). Whether
  /// the terminal took it cannot be known: tmux does only with `set-clipboard on`.
  public func copyToClipboard(_ text: String) -> Bool {
    guard let sequence = Escapes.copy(text) else { return false }
    send(sequence)
    return true
  }

  /// Paints everything anew at the next `show`, whatever the terminal was thought to show.
  public func redraw() {
    shown = nil
    clearok(window, true)
  }

  /// Writes past ncurses, between its updates.
  func send(_ sequence: String) {
    var rest = Array(sequence.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What ncurses does not know how to bring back after an absence.
  func reenter() {
    send(Escapes.pasteOn + (mouseIsOn ? Escapes.mouseOn : ""))
    redraw()
    doupdate()
  }

  private func configure() {
    raw()
    noecho()
    nonl()
    keypad(window, true)
    nodelay(window, true)
    set_escdelay(25)
    for (sequence, code) in KeyCodes.definitions { define_key(sequence, code) }
    wnoutrefresh(window)
  }

  private static func findTerminal() throws(TerminalError) -> (input: Int32, output: Int32) {
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 { return (STDIN_FILENO, STDOUT_FILENO) }
    let tty = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard tty >= 0 else { throw .noTerminal }
    return (isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : tty, isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : tty)
  }

  private static func open(
    _ type: String, _ writer: UnsafeMutablePointer<FILE>, _ reader: UnsafeMutablePointer<FILE>
  ) throws(TerminalError) -> (handle: OpaquePointer, type: String, notice: String?) {
    let fallback = "xterm-256color"
    if !type.isEmpty, let handle = newterm(type, writer, reader) {
      if capability("cup") != nil { return (handle, type, nil) }
      endwin()
      delscreen(handle)
      throw .unusable(type: type)
    }
    guard let handle = newterm(fallback, writer, reader) else { throw .unusable(type: type) }
    let known =
      type.isEmpty ? "TERM is not set" : "terminal type “\(Sanitizing.line(type))” is not known here"
    return (handle, fallback, "\(known); taken for \(fallback)")
  }

  private static func restoration() -> String {
    func string(_ name: String) -> String { capability(name).map(Escapes.withoutDelays) ?? "" }
    return Escapes.restoration(
      attributesOff: string("sgr0"), keypadOff: string("rmkx"), cursorOn: string("cnorm"),
      leaveScreen: string("rmcup"))
  }

  /// A string of the terminal's description.
  private static func capability(_ name: String) -> String? {
    // Without it, the answer is 0 or -1 in the place of a pointer.
    guard let string = tigetstr(name), Int(bitPattern: string) != -1 else { return nil }
    return String(cString: string)
  }
}

@available(*, unavailable) extension Terminal: Sendable {}
