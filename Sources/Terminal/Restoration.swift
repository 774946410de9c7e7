import Glibc

/// Gives the terminal back however the process ends. Signals that ask it to end come out of a pipe; those
/// that end it at once restore the terminal with nothing but `write` and `tcsetattr`.
enum Restoration {
  // Set once on the main thread before any handler is installed, and only read by handlers.
  nonisolated(unsafe) private static var saved = termios()
  nonisolated(unsafe) private static var keyboard: Int32 = 0
  nonisolated(unsafe) private static var writeEnd: Int32 = -1
  nonisolated(unsafe) private static var readEnd: Int32 = -1

  /// The end of the pipe that signals come out of.
  static var signals: Int32 { readEnd }

  /// Mouse off, paste off, attributes off, cursor on, the other screen left.
  private static let farewell: StaticString =
    "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1006l\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  static func remember(_ input: Int32) {
    keyboard = input
    tcgetattr(input, &saved)
  }

  static func install() {
    (readEnd, writeEnd) = WakePipe.open()
    for number in [SIGHUP, SIGINT, SIGTERM, SIGQUIT] { signal(number, askToEnd) }
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { signal(number, endAtOnce) }
  }

  static func takeSignal() -> Int32? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
  }

  static func write(_ text: String) {
    var text = text
    _ = text.withUTF8 { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  fileprivate static func noteSignal(_ number: Int32) {
    var byte = UInt8(truncatingIfNeeded: number)
    _ = Glibc.write(writeEnd, &byte, 1)
  }

  fileprivate static func restoreAtOnce() {
    _ = Glibc.write(STDOUT_FILENO, farewell.utf8Start, farewell.utf8CodeUnitCount)
    tcsetattr(keyboard, TCSANOW, &saved)
  }
}

private func askToEnd(_ number: Int32) { Restoration.noteSignal(number) }

private func endAtOnce(_ number: Int32) {
  Restoration.restoreAtOnce()
  signal(number, SIG_DFL)
  raise(number)
}
