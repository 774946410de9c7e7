import Glibc

/// A person's own files where XDG puts them: configuration, state (sessions, habits), data (the journal).
enum UserFiles {
  static let configuration = path("XDG_CONFIG_HOME", ".config", "config")
  static let habits = path("XDG_STATE_HOME", ".local/state", "habits")
  /// Marks, notes and corrections.
  static let journal = path("XDG_DATA_HOME", ".local/share", "journal")
  /// Filters that are kept under names, and the articles known to them.
  static let searches = path("XDG_DATA_HOME", ".local/share", "searches")

  /// The folder of the libraries that are called by a name alone.
  static let libraries = path("XDG_DATA_HOME", ".local/share", "libraries")
  /// The path of the library that was opened last.
  static let lastLibrary = path("XDG_STATE_HOME", ".local/state", "library")

  /// The file that keeps where a person was among the articles of these paths.
  static func place(_ paths: [String]) -> String? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for path in paths.isEmpty ? [""] : paths {
      let full = realpath(path, nil)
      let name = full.map { String(cString: $0) } ?? path
      free(full)
      for byte in Array(name.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return path("XDG_STATE_HOME", ".local/state", "places/" + String(hash, radix: 16))
  }

  /// `nil` where there is no home to put it.
  private static func path(_ variable: String, _ folder: String, _ name: String) -> String? {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return (value(variable) ?? value("HOME").map { $0 + "/" + folder }).map { $0 + "/whosaid/" + name }
  }

  /// The text of a file, invalid bytes replaced; `nil` where it cannot be read.
  static func read(_ path: String?) -> String? {
    guard let path, let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Puts a text in the place of a file's, all of it or nothing. Returns 0 or the error.
  @discardableResult
  static func replace(_ path: String?, with text: String) -> Int32 {
    guard let path else { return ENOENT }
    makeFolder(of: path)
    let temporary = path + ".new"
    let status = write(Array(text.utf8), to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC)
    guard status == 0 else { return status }
    return rename(temporary, path) == 0 ? 0 : errno
  }

  /// Adds lines at the end of a file, at once on the disk. Returns 0 or the error.
  static func append(_ lines: [String], to path: String?) -> Int32 {
    guard let path else { return ENOENT }
    makeFolder(of: path)
    return write(Array(lines.map { $0 + "\n" }.joined().utf8), to: path, flags: O_WRONLY | O_CREAT | O_APPEND)
  }

  /// Writes a file that a person has named; one that is there stays, unless it is to be written over.
  static func export(_ bytes: [UInt8], to path: String, overwrites: Bool) -> Int32 {
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let full = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
    return write(bytes, to: full, flags: O_WRONLY | O_CREAT | (overwrites ? O_TRUNC : O_EXCL), mode: 0o644)
  }

  private static func write(_ bytes: [UInt8], to path: String, flags: Int32, mode: mode_t = 0o600) -> Int32 {
    let file = open(path, flags | O_CLOEXEC, mode)
    guard file >= 0 else { return errno }
    var status = writeAll(bytes, to: file)
    // A file that other programs read need not be one.
    if status == 0, fsync(file) != 0, errno != EINVAL, errno != EROFS { status = errno }
    return close(file) == 0 ? status : (status == 0 ? errno : status)
  }

  /// Makes the folders above a file, where they are missing.
  static func makeFolder(of path: String) {
    var made = ""
    for part in path.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }
}
