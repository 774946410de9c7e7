import QuoteExport

/// The commands that keep libraries.
extension Command {
  static let library: [Command] = [
    create, add, update, remove, list, info, check, takeIn, giveOut, compact,
  ]

  private static let create = Command(
    name: .libraryCreate, summary: "make a library, of the articles named if there are any",
    operand: .needed("LIBRARY"), readsPipe: false, run: LibraryCreate.run)

  private static let add = Command(
    name: .libraryAdd, summary: "add articles to a library, reading only what is new or has changed",
    details: [
      "Stopped at any moment, even by a power cut, it goes on where it was when it is called again. An article that is "
        + "there already, under whatever name, is not added twice.",
      "The files and folders are remembered: 'whosaid library update' looks at them again.",
    ], operand: .needed("LIBRARY"), needsPaths: true, run: LibraryAdd.run)

  private static let update = Command(
    name: .libraryUpdate, summary: "read what is new or has changed among the files of a library",
    details: ["What is gone stays in the library, and is counted."], operand: .optional("LIBRARY"),
    takesPaths: false,
    run: LibraryUpdate.run)

  private static let remove = Command(
    name: .libraryRemove, summary: "take out the articles that came from files or folders",
    details: [
      "Marks, notes and corrections on them are kept: they hold again should the articles come back."
    ],
    operand: .needed("LIBRARY"), readsPipe: false, needsPaths: true, options: ["quiet", "verbose"],
    run: LibraryRemove.run)

  private static let list = Command(
    name: .libraryList, summary: "list the libraries, or the articles of one that hold all of some words",
    details: [
      "An article that is nearly the same as an earlier one says so: agency copy in several outlets."
    ],
    operand: .optional("LIBRARY"), readsPipe: false, options: ["format", "fields", "output"], formats: tables,
    fields: { _ in LibraryList.fields }, run: LibraryList.run)

  private static let info = Command(
    name: .libraryInfo, summary: "say what a library holds", operand: .optional("LIBRARY"), takesPaths: false,
    options: ["format", "fields", "output"], formats: tables,
    fields: { _ in LibraryInfo.columns.map(\.name) },
    run: LibraryInfo.run)

  private static let check = Command(
    name: .libraryVerify, summary: "look whether all of a library is as it was written",
    details: ["Says what is damaged and where. Exit status 1 says that something is."],
    operand: .optional("LIBRARY"),
    takesPaths: false, options: ["quiet", "verbose"], run: LibraryVerify.run)

  private static let takeIn = Command(
    name: .libraryImport, summary: "add articles that other machines have parsed, or another library wrote",
    details: [
      "The lines are those of 'whosaid extract --format=parsed' and 'whosaid library export': see docs/scale.md."
    ], operand: .needed("LIBRARY"), options: ["jobs", "quiet", "verbose"], run: LibraryImport.run)

  private static let giveOut = Command(
    name: .libraryExport, summary: "write all that a library holds, as lines that import takes",
    operand: .optional("LIBRARY"), takesPaths: false, options: ["output", "quiet", "verbose"],
    run: LibraryExport.run)

  private static let compact = Command(
    name: .libraryCompact,
    summary: "link what is not linked yet, and give back the room that is no longer used",
    operand: .optional("LIBRARY"), takesPaths: false, options: ["quiet", "verbose"], run: LibraryCompact.run)
}
