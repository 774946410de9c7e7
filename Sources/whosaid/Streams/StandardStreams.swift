import ArticleImport
import Glibc
import QuoteExport

/// Standard input.
enum StandardInput {
  /// Whether something was piped or redirected into the program. A device, such as `/dev/null`, is nothing.
  static var isPiped: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG].contains(status.st_mode & S_IFMT)
  }
}

/// Standard output.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Messages on standard error, one a line: `whosaid: a.txt: is empty`.
enum StandardError {
  /// Nothing in a message is obeyed by the terminal, whatever a file is called.
  static func report(_ message: String) {
    _ = writeAll(Array("whosaid: \(SafeText.oneLine(message))\n".utf8), to: STDERR_FILENO)
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Words of our own that a carriage return may take back.
  static func show(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

  static func report(_ error: ImportError) {
    let path = error.path == "-" ? "standard input" : error.path
    report([path, error.place, error.reason].filter { !$0.isEmpty }.joined(separator: ": "))
  }
}

/// Returns 0, or the error that stopped it.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let count = Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if count < 0, errno != EINTR { return errno }
      done += max(0, count)
    }
    return 0
  }
}
