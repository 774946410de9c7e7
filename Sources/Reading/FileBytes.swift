import ArticleImport
import Glibc

/// Reads files with the system's own calls.
enum FileBytes {
  /// A regular file's bytes, as they are needed. Nothing but the file is opened yet.
  static func open(_ name: FilePath) throws(ImportError) -> ByteStream {
    let (file, path) = (name.openForReading(), name.text)
    guard file >= 0 else { throw ImportError(path: path, reason: reason(errno)) }
    let source = FileSource(file, path: path, isOurs: true)
    var status = stat()
    guard fstat(file, &status) == 0 else { throw ImportError(path: path, reason: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ImportError(path: path, reason: "is not a regular file")
    }
    return ByteStream(source, path: path, expecting: Int(status.st_size))
  }

  /// Standard input's bytes, as they come.
  static var standardInput: ByteStream { ByteStream(FileSource(0, path: "-", isOurs: false), path: "-") }

  /// The system's words for an error, as messages go on: `no such file or directory`.
  static func reason(_ code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    let text = String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// An open file, closed with the last who holds it.
private final class FileSource: ByteSource {
  private let file: Int32
  private let path: String
  private let isOurs: Bool

  init(_ file: Int32, path: String, isOurs: Bool) {
    (self.file, self.path, self.isOurs) = (file, path, isOurs)
  }

  deinit { if isOurs { close(file) } }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    waitForMore()
    if Task.isCancelled { throw ImportError(path: path, reason: "was not read to its end") }
    var count = -1
    repeat { count = Glibc.read(file, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
    guard count >= 0 else { throw ImportError(path: path, reason: FileBytes.reason(errno)) }
    return count
  }

  /// Returns when there is something to read, or its end, or nobody wants it any more: who writes into a pipe
  /// may take as long as they like.
  private func waitForMore() {
    var source = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while !Task.isCancelled, poll(&source, 1, 100) == 0 {}
  }
}
