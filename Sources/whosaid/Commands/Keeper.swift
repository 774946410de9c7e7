import QuoteLibrary

/// Where the browser keeps what a person decides and where they were: in the library that is open, else in files of
/// their own.
struct Keeper {
  /// The library that is open.
  let library: Library?
  private let keepsPlace: Bool
  private let placeFile: String?

  /// Opens the library that is to be browsed, if it is one.
  init(_ arguments: Arguments, keepsPlace: Bool = true) throws(LibraryError) {
    self.keepsPlace = keepsPlace
    guard let path = arguments.library else {
      library = nil
      // Articles that are piped in are other ones each time.
      placeFile = !keepsPlace || arguments.paths.contains("-") ? nil : UserFiles.place(arguments.paths)
      return
    }
    (library, placeFile) = (try Library(path), nil)
    LibraryFiles.noteOpened(path)
  }

  /// Where the person was.
  var place: String? {
    guard let library else { return UserFiles.read(placeFile) }
    return keepsPlace ? try? library.kept("place") : nil
  }

  func keep(place: String) {
    guard let library else {
      if let placeFile { UserFiles.replace(placeFile, with: place) }
      return
    }
    try? library.keep("place", place)
  }

  /// What was decided, in the order to be taken up: what was decided about the same articles outside of a library holds
  /// in it too, until it is decided otherwise there.
  var journals: [(text: String, path: String)] {
    var out: [(String, String)] = []
    if let text = UserFiles.read(UserFiles.journal) { out.append((text, UserFiles.journal ?? "")) }
    if let library, let lines = try? library.decisions() {
      out.append((lines.joined(separator: "\n"), library.path))
    }
    return out
  }

  /// Adds lines to the journal. When it returns, they are on the disk; otherwise it tells why they are not.
  func decide(_ lines: [String]) -> String? {
    if let library {
      do throws(LibraryError) { try library.decide(lines) } catch {
        return "this is not kept: \(error.description)"
      }
      return nil
    }
    return BrowserFiles.keep(lines, in: UserFiles.journal)
  }
}
