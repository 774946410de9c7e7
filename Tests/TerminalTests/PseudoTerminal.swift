import CNcurses
import Glibc
import Screen

@testable import Terminal

/// The other end of a terminal: what a terminal program would show and type.
final class PseudoTerminal {
  let front: Int32
  private(set) var back: Int32

  init(columns: UInt16, rows: UInt16) throws {
    (front, back) = (open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC), -1)
    // What `unlockpt` and `ptsname` do; Swift's Glibc lacks them.
    var (unlocked, number): (Int32, UInt32) = (0, 0)
    guard front >= 0, ioctl(front, 0x4004_5431, &unlocked) == 0, ioctl(front, 0x8004_5430, &number) == 0
    else {
      throw TerminalError.system("ptmx", errno)
    }
    back = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard back >= 0 else { throw TerminalError.system("open", errno) }
    _ = fcntl(front, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    close(back)
  }

  private var isOpen = true

  func hangUp() {
    if isOpen { close(front) }
    isOpen = false
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(back, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(front, bytes, bytes.count)
  }

  /// Everything the program has written since.
  func output() -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(front, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<count]
    }
  }

  /// The local modes: whether the driver has put the terminal back.
  var localModes: tcflag_t {
    var settings = termios()
    tcgetattr(back, &settings)
    return settings.c_lflag
  }
}
