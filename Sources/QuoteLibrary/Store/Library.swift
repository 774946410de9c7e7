import Glibc
import QuoteModel

/// A collection of articles that lasts: one SQLite file with the articles, what was found in them, how it hangs
/// together, and what a person decided about it.
///
/// Used by one thread at a time; another thread or program opens the same file for itself. What a call has changed is
/// on the disk when it returns.
public final class Library {
  /// The file.
  public let path: String
  /// Whether it can be changed.
  public let isWritable: Bool
  let database: Database
  /// The SQLite storage layer under it, `nil` for the usual one.
  private let storage: String?

  /// What the names of libraries end in.
  public static let suffix = ".whosaid"

  /// Whether a file is a library, of whatever version. O(1).
  public static func isLibrary(_ path: String) -> Bool { (try? FileHead(of: path))?.isLibrary ?? false }

  /// Makes an empty library where there is no file yet.
  public static func create(at path: String) throws(LibraryError) -> Library {
    var status = stat()
    guard stat(path, &status) != 0 || status.st_size == 0 else {
      throw LibraryError(.exists, path: path, reason: "is there already")
    }
    return try Library(creating: path, storage: nil)
  }

  /// Opens a library, bringing one of an older version up to this program's. One of a newer version is refused and not
  /// touched. Where it cannot be written to, it is opened for reading.
  public convenience init(_ path: String) throws(LibraryError) { try self.init(path, storage: nil) }

  /// `storage` is the SQLite storage layer under it, for tests.
  package init(creating path: String, storage: String?) throws(LibraryError) {
    (self.path, self.storage, isWritable) = (path, storage, true)
    database = try Database(path, .create, storage: storage)
    // Most of a library are long texts and columns: larger pages, fewer of them.
    try database.runAll("PRAGMA page_size = 16384")
    try Schema.bringUp(database)
    try setUp()
  }

  package init(_ path: String, storage: String?) throws(LibraryError) {
    let head = try FileHead(of: path)
    guard head.isLibrary || head.isEmpty else {
      throw LibraryError(.foreign, path: path, reason: "is no library")
    }
    guard head.version <= Schema.version else { throw Self.newer(path, head.version) }
    (self.path, self.storage) = (path, storage)
    let mayWrite = access(path, W_OK) == 0 && access(Self.folder(of: path), W_OK) == 0
    isWritable = mayWrite
    let hasLog = access(path + "-wal", F_OK) == 0
    database = try Database(path, mayWrite ? .write : hasLog ? .read : .unchanging, storage: storage)
    // The head may be older than what the log holds.
    database.setCheckpointOnClose(false)
    let version = try Schema.version(of: database)
    guard version <= Schema.version else { throw Self.newer(path, version) }
    guard mayWrite else {
      guard version == Schema.version else {
        throw LibraryError(
          .readOnly, path: path,
          reason: "was made by an older version and must be brought up, but cannot be written to")
      }
      return
    }
    database.setCheckpointOnClose(true)
    try Schema.bringUp(database)
    try setUp()
  }

  private func setUp() throws(LibraryError) {
    _ = try database.text("PRAGMA journal_mode = WAL")
    try database.runAll("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")
    // 64 MB: what several batches touch, the index of hashes above all, goes from the log into the file once.
    try database.runAll("PRAGMA wal_autocheckpoint = 4096")
  }

  /// Another connection to the same file, for reading on another thread.
  func anotherConnection() throws(LibraryError) -> Database {
    try Database(path, .read, storage: storage)
  }

  private static func newer(_ path: String, _ version: Int) -> LibraryError {
    LibraryError(
      .newer, path: path,
      reason:
        "was made by a newer version of whosaid (it is of form \(version), this program knows \(Schema.version))"
    )
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  func damaged(_ place: String, _ failure: DecodingFailure) -> LibraryError {
    LibraryError(
      .damaged, path: path, place: place,
      reason: "\(failure.reason) (byte \(failure.byte)): 'whosaid library verify' "
        + "tells more")
  }

  // MARK: Facts.

  /// How often the articles have changed: links made of another state are stale.
  func articlesVersion() throws(LibraryError) -> Int64 {
    try database.integer("SELECT value FROM fact WHERE name = 'articles'") ?? 0
  }

  func noteArticlesChanged() throws(LibraryError) {
    try database.run(
      "INSERT INTO fact VALUES ('articles', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1")
  }

  // MARK: What a person decided, and where they were.

  /// Adds lines to the journal. They are safe when this returns.
  public func decide(_ lines: [String]) throws(LibraryError) {
    try database.transaction { () throws(LibraryError) in
      for line in lines {
        try database.run(
          "INSERT INTO decision (made, line) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?)", .text(line))
      }
    }
  }

  /// The journal, line by line.
  public func decisions() throws(LibraryError) -> [String] {
    try database.rows("SELECT line FROM decision ORDER BY id") { $0.text(0) }
  }

  /// Keeps something of where a person was, by its name.
  public func keep(_ name: String, _ value: String) throws(LibraryError) {
    try database.run(
      "INSERT INTO session VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      .text(name),
      .text(value))
  }

  /// What was kept by that name.
  public func kept(_ name: String) throws(LibraryError) -> String? {
    try database.text("SELECT value FROM session WHERE name = ?", .text(name))
  }
}
