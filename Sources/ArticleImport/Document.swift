/// A file's bytes and what it is called; what a format makes articles of.
public struct Document: Sendable {
  /// What exports call it: the path below the folder named, or the file's name.
  public var name: String
  /// Where it was read from.
  public var path: String
  /// Its content, as stored.
  public var bytes: [UInt8]

  /// A document of those bytes; `path` is `name` where it lies in no file.
  public init(name: String, path: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.path = path ?? name
    self.bytes = bytes
  }
}
