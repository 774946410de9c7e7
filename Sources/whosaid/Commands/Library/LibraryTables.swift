import QuoteExport
import QuoteLibrary

/// `whosaid library list`: the libraries, or the articles of one.
enum LibraryList {
  static let columns = [
    Listing.Column("date"), .init("quotations"), .init("outlet"), .init("name"), .init("title"),
    .init("copy_of"),
    .init("path", isBrief: false),
  ]
  private static let libraryColumns = [
    Listing.Column("name"), .init("articles"), .init("quotations"), .init("first"), .init("last"),
    .init("path"),
  ]

  /// What may be named of either.
  static var fields: [String] {
    (columns + libraryColumns).map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static func run(_ arguments: Arguments) async -> Int32 {
    guard arguments.operand != nil else { return libraries(arguments) }
    return await arguments.withLibrary { library throws(LibraryError) in
      var listing = Listing(columns)
      for entry in try library.list(words: arguments.paths.joined(separator: " ")) {
        listing.rows.append([
          .init(entry.date), .number(entry.quotations), .init(entry.outlet), .text(entry.name),
          .text(entry.title),
          .init(entry.copyOf), .text(entry.path),
        ])
      }
      return write(listing, arguments)
    }
  }

  private static func libraries(_ arguments: Arguments) -> Int32 {
    var (listing, status) = (Listing(libraryColumns), ExitStatus.fine)
    for (name, path) in LibraryFiles.all {
      do throws(LibraryError) {
        let info = try Library(path).info()
        listing.rows.append([
          .text(name), .number(info.articles), .number(info.quotations), .init(info.first), .init(info.last),
          .text(path),
        ])
      } catch {
        StandardError.report(error.description)
        status = .unread
      }
    }
    let written = write(listing, arguments)
    return (written == .fine ? status : written).rawValue
  }

  static func write(_ listing: Listing, _ arguments: Arguments) -> ExitStatus {
    let names = listing.columns.map(\.name)
    let fields = arguments.fields?.filter(names.contains)
    return Output.write(
      listing.text(.init(rawValue: arguments.format) ?? .plain, fields: fields), to: arguments.output)
  }
}

/// `whosaid library info`.
enum LibraryInfo {
  static let columns = [
    Listing.Column("path"), .init("articles"), .init("quotations"), .init("copies"), .init("files"),
    .init("decisions"), .init("first"), .init("last"), .init("bytes"), .init("form"), .init("roots"),
  ]

  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      let info = try library.info()
      var listing = Listing(columns, isRecord: true)
      listing.rows = [
        [
          .text(library.path), .number(info.articles), .number(info.quotations), .number(info.copies),
          .number(info.files), .number(info.decisions), .init(info.first), .init(info.last),
          .number(Int(info.size)), .number(info.version), .list(info.roots),
        ]
      ]
      return LibraryList.write(listing, arguments)
    }
  }
}
