import CSQLite

/// Why something could not be done with a library, with its file and the place in it.
public struct LibraryError: Error, Hashable, Sendable {
  /// What went wrong, for code that acts upon it.
  public enum Kind: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// There is one already.
    case exists
    /// The file is something else.
    case foreign
    /// A newer version of the program made it; it was not touched.
    case newer
    /// Another program writes to it and did not come to an end.
    case busy
    /// It cannot be written to.
    case readOnly
    /// There is no room left.
    case full
    /// What it holds contradicts itself.
    case damaged
    /// Anything else.
    case other
  }

  /// What went wrong.
  public var kind: Kind
  /// The library's file.
  public var path: String
  /// Where in it, such as `article 12: parse`; empty for the whole.
  public var place: String
  /// What is wrong, for a person: `is damaged`.
  public var reason: String

  /// An error of that kind.
  public init(_ kind: Kind, path: String, place: String = "", reason: String) {
    (self.kind, self.path, self.place, self.reason) = (kind, path, place, reason)
  }

  /// `summit.whosaid: article 12: is damaged`.
  public var description: String { [path, place, reason].filter { !$0.isEmpty }.joined(separator: ": ") }

  /// What SQLite says, in words that help. `code` is an extended result code.
  init(code: Int32, path: String, detail: String, doing place: String = "") {
    let (kind, reason): (Kind, String) =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED:
        (.busy, "another program is writing to it: try again when it has ended")
      case SQLITE_READONLY: (.readOnly, "cannot be written to")
      case SQLITE_FULL: (.full, "there is no room left on the disk")
      case SQLITE_CORRUPT: (.damaged, "is damaged: 'whosaid library verify' tells where (\(detail))")
      case SQLITE_NOTADB: (.foreign, "is no library")
      case SQLITE_CANTOPEN: (.missing, "cannot be opened")
      default: (.other, detail.isEmpty ? "SQLite error \(code)" : detail)
      }
    self.init(kind, path: path, place: place, reason: reason)
  }
}
