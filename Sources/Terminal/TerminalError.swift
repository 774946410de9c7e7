import Glibc

/// Why the terminal cannot be used.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Neither standard input and output nor `/dev/tty` is a terminal.
  case noTerminal
  /// A terminal of this type cannot place its cursor, or nothing is known of it.
  case unusable(type: String)
  /// A system call failed with this `errno`.
  case system(String, Int32)

  /// A sentence for standard error.
  public var description: String {
    switch self {
    case .noTerminal: "there is no terminal to draw on"
    case .unusable(let type): "a terminal of type “\(type)” cannot show the browser"
    case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
    }
  }
}
