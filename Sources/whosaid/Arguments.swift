import ArticleImport
import Reading

/// What the command line asks for.
struct Arguments: Equatable {
  var command = Command.browse
  var paths: [String] = []
  var format = OutputFormat.jsonLines
  var jobs = Reading.processors
  /// How much time the parser is given; `nil` where the command is to decide: the browser begins quickly and
  /// improves what it shows, everything else is quick.
  var effort: Effort?
  /// Which fields of tables and JSON objects hold what.
  var fields = FieldNames()
  /// Whether help or the version is asked for, and nothing else is to be done.
  var information: Information?

  enum Command: String, CaseIterable { case browse, extract, mentions, articles, formats }
  enum OutputFormat: String, CaseIterable { case jsonLines = "jsonl", plain }
  enum Effort: Equatable { case quick, careful }
  enum Information: Equatable { case help, version, keys }

  /// Something the user wrote that the program does not understand.
  struct UsageError: Error, Equatable { var message: String }
}

/// An option, as the parser and the help know it.
struct Option: Sendable {
  var long: String
  var short: Character?
  /// What the help calls its value; `nil` where it takes none.
  var value: String?
  var help: String
  /// Puts it into the arguments; the value is empty where it takes none. Returns whether it makes sense.
  var apply: @Sendable (inout Arguments, String) -> Bool

  /// Every option, in the order of the help.
  static let all: [Option] = [
    Option(
      long: "format", short: "f", value: "FORMAT",
      help: "what extract and articles write: jsonl (the default) or plain"
    ) {
      guard let format = Arguments.OutputFormat(rawValue: $1) else { return false }
      $0.format = format
      return true
    },
    Option(
      long: "jobs", short: "j", value: "N", help: "articles read at a time (as many as there are processors)"
    ) {
      guard let jobs = Int($1), 1...1024 ~= jobs else { return false }
      $0.jobs = jobs
      return true
    },
    Option(
      long: "careful", short: "c",
      help: "find better statements, many times slower (the browser does so by itself)"
    ) {
      $0.effort = .careful
      return $1.isEmpty
    },
    Option(long: "quick", help: "leave the statements as found at first, in the browser too") {
      $0.effort = .quick
      return $1.isEmpty
    },
    Option(long: "keys", help: "show the keys of the browser and stop") {
      $0.information = $0.information ?? .keys
      return $1.isEmpty
    },
    Option(
      long: "map", value: "FIELD=NAME,…",
      help: "columns or fields of text, title, byline, outlet, date, url, language, id"
    ) {
      guard let fields = FieldNames($1) else { return false }
      $0.fields = fields
      return true
    },
    Option(long: "help", short: "h", help: "show this and stop") {
      $0.information = $0.information ?? .help
      return $1.isEmpty
    },
    Option(long: "version", short: "V", help: "show the version and stop") {
      $0.information = $0.information ?? .version
      return $1.isEmpty
    },
  ]

  /// How the help and messages write it: `--jobs=N`.
  var usage: String { "--" + long + (value.map { "=" + $0 } ?? "") }
}

extension Arguments {
  /// Reads the words behind the program's name: options anywhere, `--` ends them, a command comes first.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var takesOptions = true
    var takesCommand = true
    while let word = rest.popFirst() {
      if takesOptions, word == "--" {
        takesOptions = false
        takesCommand = false
      } else if takesOptions, word.hasPrefix("--") {
        try apply(long: word.dropFirst(2), &rest)
      } else if takesOptions, word.hasPrefix("-"), word != "-" {
        try apply(short: word.dropFirst(), &rest)
      } else if takesCommand, let command = Command(rawValue: word), command != .browse {
        self.command = command
        takesCommand = false
      } else {
        paths.append(word)
        takesCommand = false
      }
    }
  }

  private mutating func apply(long word: Substring, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first ?? ""
    guard let option = Option.all.first(where: { $0.long == name }) else {
      throw UsageError(message: "unknown option '--\(name)'")
    }
    try apply(option, parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  /// `-j4`, `-j 4`, and options without a value in one word.
  private mutating func apply(short word: Substring, _ rest: inout ArraySlice<String>) throws(UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = Option.all.first(where: { $0.short == letter }) else {
        throw UsageError(message: "unknown option '-\(letter)'")
      }
      let takesRest = option.value != nil && !letters.isEmpty
      try apply(option, takesRest ? String(letters) : nil, &rest)
      if takesRest { return }
    }
  }

  private mutating func apply(
    _ option: Option, _ given: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if option.value == nil, given != nil { throw UsageError(message: "'--\(option.long)' takes no value") }
    let value = option.value == nil ? "" : given ?? rest.popFirst()
    guard let value else { throw UsageError(message: "'\(option.usage)' needs a value") }
    guard option.apply(&self, value) else {
      throw UsageError(message: "'\(value)' is no value for '\(option.usage)'")
    }
  }
}
