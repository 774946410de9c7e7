/// Why a file, or a place in it, could not be read.
public struct ImportError: Error, Hashable, Sendable {
  /// The file, as named.
  public var path: String
  /// Where in it: `line 12`, `byte 4096`, or empty for the whole.
  public var place: String
  /// What is wrong, for a person: `is a binary file`.
  public var reason: String

  /// An error at a place of a file.
  public init(path: String, place: String = "", reason: String) {
    self.path = path
    self.place = place
    self.reason = reason
  }
}
