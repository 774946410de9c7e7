import ArticleImport
import QuoteModel

/// An option, as the parser, the help, the man page and the completions know it.
struct Option: Sendable {
  /// What its value may be, as far as a shell can tell.
  enum Value: Sendable { case nothing, format, fields, query, file, number, names }

  var long: String
  var short: Character?
  var value: Value = .nothing
  /// A line of the help.
  var help: String
  /// Puts it into the arguments; the value is empty where it takes none. Throws where it makes no sense.
  var apply: @Sendable (inout Arguments, String) throws(Refusal) -> Void

  /// Why a value makes no sense; empty where that is plain to see.
  struct Refusal: Error { var reason = "" }

  /// Every option, in the order of the help.
  static let all: [Option] = [
    Option(long: "format", short: "f", value: .format, help: "what to write: see 'whosaid formats'") {
      $0.format = $1
    },
    Option(
      long: "where", short: "w", value: .query, help: "keep what a query finds: 'speaker:engel after:2024'"
    ) { arguments, text throws(Refusal) in
      do throws(QueryParser.Failure) {
        arguments.query = try QueryParser.parse(text)
      } catch { throw Refusal(reason: error.message) }
    },
    Option(long: "fields", short: "F", value: .fields, help: "what to write of each, in that order: id,text")
    {
      $0.fields = $1.split(separator: ",").map(String.init)
    },
    Option(
      long: "output", short: "o", value: .file, help: "write there, once all went well (a folder for brat)"
    ) {
      arguments, path throws(Refusal) in
      guard !path.isEmpty else { throw Refusal() }
      arguments.output = path == "-" ? nil : path
    },
    Option(long: "jobs", short: "j", value: .number, help: "articles read at a time (one for each processor)")
    {
      arguments, text throws(Refusal) in
      guard let jobs = Int(text), 1...1024 ~= jobs else { throw Refusal() }
      arguments.jobs = jobs
    },
    Option(
      long: "careful", short: "c",
      help: "find better statements, many times slower (the browser does so by itself)"
    ) { arguments, _ in arguments.effort = .careful },
    Option(long: "quick", help: "leave the statements as found at first, in the browser too") {
      arguments, _ in
      arguments.effort = .quick
    },
    Option(long: "watch", help: "follow the folders: what is written there appears by itself") {
      arguments, _ in
      arguments.watches = true
    },
    Option(long: "samples", help: "read the articles that come with the program") { arguments, _ in
      arguments.readsSamples = true
    },
    Option(
      long: "map", value: .names,
      help: "where tables and JSON hold what: text=story,title=head"
    ) { arguments, text throws(Refusal) in
      guard let names = FieldNames(text) else { throw Refusal() }
      arguments.names = names
    },
    Option(long: "plain-ui", help: "the browser line by line, without a screen: for screen readers") {
      arguments, _ in
      arguments.isPlain = true
    },
    Option(long: "keys", help: "show the keys of the browser and stop") { arguments, _ in
      arguments.information = arguments.information ?? .keys
    },
    Option(long: "quiet", short: "q", help: "no progress, and no word on what cannot be read") {
      arguments, _ in
      arguments.isQuiet = true
    },
    Option(long: "verbose", short: "v", help: "say how much was read, and how long it took") { arguments, _ in
      arguments.isVerbose = true
    },
    Option(long: "help", short: "h", help: "show the help and stop") { arguments, _ in
      arguments.information = arguments.information ?? .help
    },
    Option(long: "version", short: "V", help: "show the version and stop") { arguments, _ in
      arguments.information = arguments.information ?? .version
    },
  ]

  /// What every command takes.
  static let common = ["help", "version"]

  /// How the help and messages write it: `--jobs=N`.
  var usage: String { "--" + long + (placeholder.map { "=" + $0 } ?? "") }

  /// What the help calls its value; `nil` where it takes none.
  var placeholder: String? {
    switch value {
    case .nothing: nil
    case .format: "FORMAT"
    case .fields: "FIELDS"
    case .query: "QUERY"
    case .file: "FILE"
    case .number: "N"
    case .names: "NAMES"
    }
  }
}
