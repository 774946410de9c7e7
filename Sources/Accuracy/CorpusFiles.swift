import Glibc

/// Where annotated corpora are and what their files hold.
package enum CorpusFiles {
  /// The project's own data folder beside the checkout, `../shared`. It is no part of the repository: what needs it is
  /// skipped without it.
  package static let shared =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared"
  /// Articles with their attributions.
  package static let polnearDev = shared + "/corpora/polnear/dev"
  /// Documents with their parts of speech.
  package static let gumDev = shared + "/corpora/gum/dev"

  /// A file or folder that cannot be read.
  package struct Failure: Error { package var path: String }

  /// Whether a folder is there.
  package static func has(_ folder: String) -> Bool { access(folder, R_OK) == 0 }

  /// The names of the files in a folder with that ending, sorted.
  package static func names(in path: String, ending: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw Failure(path: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted()
  }

  /// A file's content. O(bytes).
  package static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Failure(path: path) }
    defer { fclose(file) }
    var (bytes, buffer): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 1 << 16))
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func text(_ path: String) throws(Failure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }
}
