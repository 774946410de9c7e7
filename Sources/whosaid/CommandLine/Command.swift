import QuoteExport

/// A command, as the parser, the help, the man page and the completions know it.
struct Command: Sendable {
  /// What it is called.
  enum Name: String, CaseIterable, Sendable {
    // swift-format-ignore
    case browse, extract, mentions, articles, stats, actors, topics, related, verify
    case libraryCreate = "library create"
    case libraryAdd = "library add"
    case libraryUpdate = "library update"
    case libraryRemove = "library remove"
    case libraryList = "library list"
    case libraryInfo = "library info"
    case libraryVerify = "library verify"
    case libraryImport = "library import"
    case libraryExport = "library export"
    case libraryCompact = "library compact"
    // swift-format-ignore
    case formats, help

    /// The words it is called by: one, or that of a group and its own.
    var words: [String] { rawValue.split(separator: " ").map(String.init) }

    /// The first words that commands have, each once.
    static let firstWords = allCases.map { $0.words[0] }.reduce(into: [String]()) { words, word in
      if words.last != word { words.append(word) }
    }

    /// What may stand behind the first word of a group.
    static func actions(of group: String) -> [String] {
      allCases.filter { $0.words.count == 2 && $0.words[0] == group }.map { $0.words[1] }
    }
  }

  /// A form in which it writes.
  struct Format: Sendable {
    var name: String
    var summary: String
  }

  /// What stands before the paths.
  enum Operand: Sendable { case none, needed(String), optional(String) }

  var name: Name
  /// A line of the help, its first letter small.
  var summary: String
  /// More about it, a paragraph each.
  var details: [String] = []
  var operand = Operand.none
  var takesPaths = true
  /// Whether it reads what is piped in where no paths are named.
  var readsPipe = true
  var needsPaths = false
  /// The long names of its options, those that all commands take left out.
  var options = Command.reading
  /// The usual one first; none where there is nothing to choose.
  var formats: [Format] = []
  /// What `--fields` may name in a format; none where it cannot.
  var fields: @Sendable (_ format: String) -> [String] = { _ in [] }
  /// Does it, and returns the exit status.
  var run: @Sendable (Arguments) async -> Int32

  /// What all commands take that read articles.
  static let reading = ["jobs", "careful", "quick", "map", "quiet", "verbose"]
  /// What those take that write a table.
  private static let listing = ["format", "where", "fields", "output"] + reading

  /// How the help writes what comes behind its name.
  var usage: String {
    let operand =
      switch operand {
      case .none: ""
      case .needed(let what): " " + what
      case .optional(let what): " [\(what)]"
      }
    return "[OPTION]..." + operand + (takesPaths ? needsPaths ? " PATH..." : " [PATH]..." : "")
  }

  func takes(_ option: Option) -> Bool { (options + Option.common).contains(option.long) }

  static subscript(name: Name) -> Command { all.first { $0.name == name } ?? browse }

  /// Every command, in the order of the help.
  static let all: [Command] =
    [
      browse, extract, mentions, articles, stats, actors, topics, related, verify,
    ] + library + [formats, help]

  private static let browse = Command(
    name: .browse, summary: "read on the screen who said what; this is what happens without a command",
    details: [
      "Without a PATH, the library opened last is opened again; where there is none, the articles that come with the "
        + "program.",
      "Where standard output is no terminal, the quotations are printed as a plain list instead.",
    ],
    options: ["where"] + reading + ["samples", "watch", "plain-ui", "keys"], run: Browse.run)

  private static let extract = Command(
    name: .extract, summary: "write the quotations",
    details: [
      "Files and folders are read to their end, so that actors, topics and queries know all of them. Articles on "
        + "standard input, one JSON object a line, are written one by one as they come: see docs/scale.md.",
      "Quotations come in the order read and then in text order; their ids are the same from run to run.",
    ],
    options: listing,
    formats: Exports.all.map { Format(name: $0.name, summary: $0.summary) }
      + Exports.folders.map { Format(name: $0.name, summary: $0.summary) } + [ExtractParsed.format],
    fields: { format in
      let export = Exports.all.first { $0.name == format }
      return export?.fields.isEmpty ?? true ? [] : QuotationField.allCases.map(\.rawValue)
    }, run: Extract.run)

  private static let mentions = Command(
    name: .mentions, summary: "write every mention of somebody", options: ["format", "output"] + reading,
    formats: [Format(name: "jsonl", summary: "JSON, one object a line")], run: MentionList.run)

  private static let articles = Command(
    name: .articles, summary: "write the articles as they were read",
    options: ["format", "output"] + reading,
    formats: [
      Format(name: "jsonl", summary: "JSON, one object a line"), Format(name: "plain", summary: "the text"),
    ], run: ArticleList.run)

  private static let stats = Command(
    name: .stats, summary: "count what the articles hold", options: listing, formats: tables,
    fields: names(Summaries.statisticColumns)
  ) { await Tables.run($0) { Summaries.statistics($0, in: $1) } }

  private static let actors = Command(
    name: .actors, summary: "list who speaks, who says most first", options: listing, formats: tables,
    fields: names(Summaries.actorColumns)
  ) { await Tables.run($0) { Summaries.actors($0, in: $1) } }

  private static let topics = Command(
    name: .topics, summary: "list what is spoken about, the most frequent first", options: listing,
    formats: tables,
    fields: names(Summaries.topicColumns)
  ) { await Tables.run($0) { Summaries.topics($0, in: $1) } }

  private static let related = Command(
    name: .related, summary: "list what other quotations have to do with one",
    details: ["The ID is that of 'whosaid extract', or its first digits."], operand: .needed("ID"),
    options: ["format", "fields", "output"] + reading, formats: tables,
    fields: names(Summaries.relatedColumns),
    run: Related.run)

  private static let verify = Command(
    name: .verify, summary: "hold every quotation of a draft against the articles",
    details: [
      "Each stretch between quotation marks is verbatim, altered (what differs is shown word by word, [-left "
        + "out-] and {+put in+}), somebody else's (wrong-speaker), or not found. Capitals, punctuation and the form of "
        + "quotation marks may differ; words in [brackets] are the writer's own, and an ellipsis stands for anything.",
      "Exit status 3 says that a quotation is altered or somebody else's, 4 that one was not found and none is worse.",
    ], operand: .needed("DRAFT"), needsPaths: true, options: ["format", "output"] + reading,
    formats: [
      Format(name: "plain", summary: "a paragraph a quotation"),
      Format(name: "jsonl", summary: "JSON, one object a line"),
    ], run: Verify.run)

  private static let formats = Command(
    name: .formats, summary: "list what can be read and written", takesPaths: false, options: []
  ) { _ in FormatList.run() }

  private static let help = Command(
    name: .help, summary: "tell more about a command",
    details: ["Its other formats are the documents made of the same table."], operand: .optional("COMMAND"),
    takesPaths: false, options: ["format", "output"],
    formats: Documentation.all.map { Format(name: $0.name, summary: $0.summary) }, run: HelpCommand.run)

  static let tables = Listing.Format.allCases.map { Format(name: $0.rawValue, summary: $0.summary) }

  private static func names(_ columns: [Listing.Column]) -> @Sendable (String) -> [String] {
    let names = columns.map(\.name)
    return { _ in names }
  }
}
