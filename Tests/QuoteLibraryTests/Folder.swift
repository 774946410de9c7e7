import Glibc

/// A folder of a test's own, gone with the test.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/whosaid-library-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(code: errno) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  struct Failure: Error { var code: Int32 }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file, the folders above it included.
  func write(_ name: String, _ text: String) throws {
    var made = path
    for part in name.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o700)
    }
    guard let file = fopen(file(name), "w") else { throw Failure(code: errno) }
    defer { fclose(file) }
    fputs(text, file)
  }

  func remove(_ name: String) { unlink(file(name)) }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var (bytes, buffer): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 1 << 16))
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
