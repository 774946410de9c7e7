import Glibc

/// Where a command writes: standard output, or a file that takes its name once it is complete, so that what is there
/// stays as it was when something goes wrong.
struct Output {
  /// Output gathered before it is written: few system calls, and still soon on the reader's screen.
  static let batch = 1 << 16

  private var file = STDOUT_FILENO
  private var name = "standard output"
  /// The file under its passing name, and the name it is to have.
  private var pending: (temporary: String, path: String)?
  private var bytes: [UInt8] = []
  /// Whether everything so far could be written. It could not where nobody reads any more, which is not worth a word,
  /// and where the disk is full or the like, which is reported.
  private(set) var isOpen = true

  /// Opens a file, or standard output for `nil`. Returns `nil`, and reports why, where that cannot be done.
  init?(_ path: String?) {
    guard let path else { return }
    name = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A pipe or a device has nothing to lose.
      file = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let target = exists ? Self.resolved(path) : path
      let temporary = "\(target).\(getpid()).part"
      PassingFile.watch(temporary)
      file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 { pending = (temporary, target) } else { PassingFile.forget() }
      if file >= 0, exists { fchmod(file, status.st_mode & 0o777) }
    }
    guard file >= 0 else {
      report(errno)
      return nil
    }
  }

  /// Adds bytes, which are written when there are enough of them. Returns `isOpen`.
  @discardableResult
  mutating func write(_ more: [UInt8]) -> Bool {
    bytes += more
    return bytes.count < Self.batch ? isOpen : flush()
  }

  /// Writes what was added. Returns `isOpen`.
  @discardableResult
  mutating func flush() -> Bool {
    guard isOpen, !bytes.isEmpty else { return isOpen }
    let failure = writeAll(bytes, to: file)
    bytes = []
    isOpen = failure == 0
    if failure != 0, failure != EPIPE { report(failure) }
    return isOpen
  }

  /// Writes the rest and gives a file its name; a file that is not to be kept is taken away. Returns whether all of it
  /// was written.
  mutating func close(keeping: Bool = true) -> Bool {
    flush()
    guard file != STDOUT_FILENO else { return isOpen }
    if Glibc.close(file) != 0, isOpen {
      report(errno)
      isOpen = false
    }
    guard let pending else { return isOpen }
    defer { PassingFile.forget() }
    if isOpen, keeping, rename(pending.temporary, pending.path) == 0 { return true }
    if isOpen, keeping { report(errno) }
    unlink(pending.temporary)
    return false
  }

  private func report(_ code: Int32) { StandardError.report("\(name): \(String(cString: strerror(code)))") }

  /// The file behind a link, which stays a link.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Writes all of it to where `path` says. Returns the exit status.
  static func write(_ bytes: [UInt8], to path: String?) -> ExitStatus {
    guard var output = Output(path) else { return .unread }
    output.write(bytes)
    return output.close() ? .fine : .unread
  }
}
