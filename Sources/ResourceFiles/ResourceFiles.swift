import CResources

/// The files embedded in the program, by their path below `Resources`.
public enum ResourceFiles {
  /// The bytes of an embedded file; they stay valid for the life of the process. `nil` where there is none.
  public static func bytes(_ name: String) -> UnsafeRawBufferPointer? {
    for file in all where file.name == name { return file.bytes }
    return nil
  }

  /// The lines of an embedded word list: comments (`#`) and blank lines left out. Empty where there is none.
  public static func lines(_ name: String) -> [Substring] {
    guard let bytes = bytes(name) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// Every embedded file in a folder, in the table's order: `Samples`.
  public static func files(in folder: String) -> [(name: String, bytes: UnsafeRawBufferPointer)] {
    all.filter { $0.name.hasPrefix(folder + "/") }
  }

  private static var all: [(name: String, bytes: UnsafeRawBufferPointer)] {
    var out: [(name: String, bytes: UnsafeRawBufferPointer)] = []
    guard var row = resource_files() else { return [] }
    while let name = row.pointee.name {
      out.append(
        (String(cString: name), UnsafeRawBufferPointer(start: row.pointee.bytes, count: row.pointee.count)))
      row += 1
    }
    return out
  }
}
