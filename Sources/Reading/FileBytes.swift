import ArticleImport
import Glibc

/// Reads whole files with the system's own calls.
enum FileBytes {
  /// The largest file read, in bytes: far beyond any article, and short of what would fill the memory.
  static let largest = 256 << 20

  /// The content of a regular file. O(bytes).
  static func read(_ path: String) throws(ImportError) -> [UInt8] {
    // Without O_NONBLOCK, a pipe put in the file's place since it was found would stop us here for good.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw ImportError(path: path, reason: reason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw ImportError(path: path, reason: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ImportError(path: path, reason: "is not a regular file")
    }
    return try readAll(of: file, path: path, expected: Int(status.st_size))
  }

  /// Everything up to the end of an open file; `expected` bytes are made room for at once. O(bytes).
  static func readAll(of file: Int32, path: String, expected: Int) throws(ImportError) -> [UInt8] {
    guard expected <= largest else { throw ImportError(path: path, reason: tooLarge) }
    var bytes: [UInt8] = []
    // One byte more than expected shows the end without growing.
    var room = max(expected + 1, 1 << 16)
    while true {
      let start = bytes.count
      var failure: Int32 = 0
      bytes.append(contentsOf: repeatElement(0, count: room))
      waitForMore(file)
      if Task.isCancelled { throw ImportError(path: path, reason: "was not read to its end") }
      let count = bytes.withUnsafeMutableBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        var got = -1
        repeat { got = Glibc.read(file, base + start, room) } while got < 0 && errno == EINTR
        failure = got < 0 ? errno : 0
        return max(got, 0)
      }
      bytes.removeLast(room - count)
      guard failure == 0 else { throw ImportError(path: path, reason: reason(failure)) }
      if count == 0 { return bytes }
      guard bytes.count <= largest else { throw ImportError(path: path, reason: tooLarge) }
      room = max(1 << 16, min(bytes.count, 1 << 22))
    }
  }

  /// Returns when there is something to read, or its end, or nobody wants it any more: who writes into a pipe
  /// may take as long as they like.
  private static func waitForMore(_ file: Int32) {
    var source = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while !Task.isCancelled, poll(&source, 1, 100) == 0 {}
  }

  private static let tooLarge = "is larger than 256 MB"

  /// The system's words for an error, as messages go on: `no such file or directory`.
  static func reason(_ code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    let text = String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
