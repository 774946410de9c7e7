import ArticleImport
import Glibc
import QuoteLibrary

/// Where libraries are: a name is one of the person's own, anything else is a path.
enum LibraryFiles {
  /// What is said where a large library is not linked anew for a few articles.
  static let linkedLater = "; linked with all the rest when the library is read next"

  /// The file that a word of the command line means.
  static func path(_ word: String) -> String {
    guard !word.contains("/"), !word.hasSuffix(Library.suffix), let folder = UserFiles.libraries else {
      return word
    }
    return folder + "/" + word + Library.suffix
  }

  /// The library that a path of the command line means, if it means one: a file before a name.
  static func named(_ word: String) -> String? {
    if word == "-" { return nil }
    if access(word, F_OK) == 0 { return Library.isLibrary(word) ? word : nil }
    let path = path(word)
    return path != word && Library.isLibrary(path) ? path : nil
  }

  /// The libraries that are called by a name, by their names.
  static var all: [(name: String, path: String)] {
    guard let path = UserFiles.libraries, let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if file.hasSuffix(Library.suffix) { names.append(String(file.dropLast(Library.suffix.count))) }
    }
    return names.sorted().map { ($0, path + "/" + $0 + Library.suffix) }
  }

  /// What a library is called: `summit` for `…/summit.whosaid`.
  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(Library.suffix) ? String(file.dropLast(Library.suffix.count)) : file
  }

  /// The library opened last, where it is still there.
  static var last: String? {
    UserFiles.read(UserFiles.lastLibrary).map { String($0.prefix { $0 != "\n" }) }.flatMap {
      Library.isLibrary($0) ? $0 : nil
    }
  }

  static func noteOpened(_ path: String) {
    UserFiles.replace(UserFiles.lastLibrary, with: absolute(path) + "\n")
  }

  /// A path that means the same from everywhere; one that leads nowhere is made absolute as it is written.
  static func absolute(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }
}

extension Arguments {
  /// The library to be read, where one is named.
  var library: String? { paths.count == 1 ? LibraryFiles.named(paths[0]) : nil }

  /// Does something with the library that the operand names, or with the one opened last. Returns the exit status; what
  /// goes wrong is reported.
  func withLibrary(_ body: (Library) async throws(LibraryError) -> ExitStatus) async -> Int32 {
    guard let path = operand.map(LibraryFiles.path) ?? LibraryFiles.last else {
      StandardError.report("no library was opened yet: name one")
      return ExitStatus.misuse.rawValue
    }
    do throws(LibraryError) {
      return try await body(try Library(path)).rawValue
    } catch {
      StandardError.report(error.description)
      return ExitStatus.unread.rawValue
    }
  }
}

extension ImportError {
  /// What is wrong with a library, told like any other input.
  init(_ error: LibraryError) { self.init(path: error.path, place: error.place, reason: error.reason) }
}
