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

/// Standard output, written without a buffer of its own.
enum StandardOutput {
  /// Writes all the bytes. Returns whether to go on: `false` where nobody reads any more, which is not
  /// worth a word, and where the disk is full or the like, which is reported.
  static func write(_ bytes: [UInt8]) -> Bool {
    let failure = writeAll(bytes, to: STDOUT_FILENO)
    if failure != 0, failure != EPIPE {
      StandardError.report("standard output: \(String(cString: strerror(failure)))")
    }
    return failure == 0
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Messages on standard error, one a line: `whosaid: a.txt: is empty`.
enum StandardError {
  /// Nothing in a message is obeyed by the terminal, whatever a file is called.
  static func report(_ message: String) {
    _ = writeAll(Array("whosaid: \(PlainList.oneLine(message))\n".utf8), to: STDERR_FILENO)
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
