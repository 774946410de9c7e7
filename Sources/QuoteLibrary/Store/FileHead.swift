import Glibc

/// What the first bytes of a file say of it, read without SQLite, which might change a file that it opens.
struct FileHead {
  var isEmpty = false
  /// Whether it is a library of any version.
  var isLibrary = false
  var version = 0

  /// Reads a file's head. Throws where there is no file, or it cannot be read.
  init(of path: String) throws(LibraryError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let reason = String(cString: strerror(errno))
      throw LibraryError(
        errno == ENOENT ? .missing : .other, path: path,
        reason: reason.prefix(1).lowercased() + reason.dropFirst())
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LibraryError(.foreign, path: path, reason: "is no regular file")
    }
    var head = [UInt8](repeating: 0, count: 100)
    let count = read(file, &head, head.count)
    isEmpty = count == 0
    guard count == head.count, head.starts(with: "SQLite format 3\0".utf8) else { return }
    // Big-endian numbers at fixed places (https://sqlite.org/fileformat.html#the_database_header).
    func number(at place: Int) -> Int { head[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    isLibrary = number(at: 68) == Schema.applicationID
    version = number(at: 60)
  }
}
