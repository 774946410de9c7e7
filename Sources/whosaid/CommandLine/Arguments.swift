import ArticleImport
import QuoteModel
import Reading

/// What the command line asks for.
struct Arguments: Equatable {
  var command = Command.Name.browse
  /// What stands before the paths: the id, the draft, the command to be helped with; `nil` for other commands.
  var operand: String?
  var paths: [String] = []
  /// What to write; one of the command's formats, the first where none was asked for.
  var format = ""
  var fields: [String]?
  var query = Query()
  /// A file or folder to write; `nil` for standard output.
  var output: String?
  var jobs = Reading.processors
  /// How much time the parser is given; `nil` where the command is to decide: the browser begins quickly and
  /// improves what it shows, everything else is quick.
  var effort: Effort?
  /// Which fields of tables and JSON objects hold what.
  var names = FieldNames()
  /// Whether the articles that come with the program are read, whatever library was opened last.
  var readsSamples = false
  /// Whether the browser follows the folders.
  var watches = false
  var isQuiet = false
  var isVerbose = false
  /// Whether the browser is to do without a screen.
  var isPlain = false
  /// Whether help or the version is asked for, and nothing else is to be done.
  var information: Information?

  enum Effort: Equatable { case quick, careful }
  enum Information: Equatable { case help, version, keys }

  /// Something the user wrote that the program does not understand.
  struct UsageError: Error, Equatable { var message: String }

  var isCareful: Bool { effort == .careful }
}

extension Arguments {
  /// Reads the words behind the program's name: options anywhere, `--` ends them, a command comes first.
  init(_ words: [String]) throws(UsageError) {
    var reader = ArgumentReader(words)
    self = try reader.read()
  }
}

private struct ArgumentReader {
  private var rest: ArraySlice<String>
  private var arguments = Arguments()
  private var operands: [String] = []
  /// Options met so far.
  private var given: [Option] = []

  init(_ words: [String]) { rest = words[...] }

  mutating func read() throws(Arguments.UsageError) -> Arguments {
    var takesOptions = true
    var takesCommand = true
    /// The first word of a command of two.
    var group: String?
    while let word = rest.popFirst() {
      if takesOptions, word == "--" {
        takesOptions = false
        takesCommand = false
      } else if takesOptions, word.hasPrefix("--") {
        try apply(long: word.dropFirst(2))
      } else if takesOptions, word.hasPrefix("-"), word != "-" {
        try apply(short: word.dropFirst())
      } else if let first = group {
        guard let command = Command.Name(rawValue: first + " " + word) else {
          throw noAction(of: first, word)
        }
        arguments.command = command
        group = nil
      } else if takesCommand, let command = Command.Name(rawValue: word) {
        arguments.command = command
        takesCommand = false
      } else if takesCommand, !Command.Name.actions(of: word).isEmpty {
        group = word
        takesCommand = false
      } else {
        operands.append(word)
        takesCommand = false
      }
    }
    if let group, arguments.information == nil { throw lacksAction(group) }
    if arguments.information == nil { try settle() }
    return arguments
  }

  /// The first word of a group alone is not enough.
  private func lacksAction(_ group: String) -> Arguments.UsageError {
    error("\(group) what? \(Command.Name.actions(of: group).joined(separator: ", "))")
  }

  private func noAction(of group: String, _ word: String) -> Arguments.UsageError {
    error(
      "no command '\(group) \(word)': there are \(Command.Name.actions(of: group).joined(separator: ", "))")
  }

  /// Holds everything against what the command takes.
  private mutating func settle() throws(Arguments.UsageError) {
    let command = Command[arguments.command]
    let name = command.name.rawValue
    for option in given where !command.takes(option) { throw error("\(name) takes no '--\(option.long)'") }
    let formats = command.formats.map(\.name)
    if arguments.format.isEmpty { arguments.format = formats.first ?? "" }
    if !formats.isEmpty, !formats.contains(arguments.format) {
      throw error("\(name) writes no '\(arguments.format)': there are \(formats.joined(separator: ", "))")
    }
    let known = command.fields(arguments.format)
    for field in arguments.fields ?? [] where !known.contains(field) {
      guard !known.isEmpty else { throw error("the fields of \(arguments.format) cannot be chosen") }
      throw error("no field '\(field)': there are \(known.joined(separator: ", "))")
    }
    switch command.operand {
    case .none: break
    case .needed(let what):
      guard let first = operands.first else { throw error("\(name) needs \(what)") }
      (arguments.operand, operands) = (first, Array(operands.dropFirst()))
    case .optional:
      (arguments.operand, operands) = (operands.first, Array(operands.dropFirst()))
    }
    guard command.takesPaths || operands.isEmpty else {
      throw error("\(name) takes no '\(operands.first ?? "")'")
    }
    guard !command.needsPaths || !operands.isEmpty else { throw error("\(name) needs articles to read") }
    if arguments.readsSamples, let path = operands.first {
      throw error("--samples reads no '\(path)'")
    }
    arguments.paths = operands
  }

  private mutating func apply(long word: Substring) throws(Arguments.UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first ?? ""
    guard let option = Option.all.first(where: { $0.long == name }) else {
      throw error("unknown option '--\(name)'")
    }
    try apply(option, parts.count > 1 ? String(parts[1]) : nil)
  }

  /// `-j4`, `-j 4`, and options without a value in one word.
  private mutating func apply(short word: Substring) throws(Arguments.UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = Option.all.first(where: { $0.short == letter }) else {
        throw error("unknown option '-\(letter)'")
      }
      let takesRest = option.placeholder != nil && !letters.isEmpty
      try apply(option, takesRest ? String(letters) : nil)
      if takesRest { return }
    }
  }

  private mutating func apply(_ option: Option, _ given: String?) throws(Arguments.UsageError) {
    if option.placeholder == nil, given != nil { throw error("'--\(option.long)' takes no value") }
    let value = option.placeholder == nil ? "" : given ?? rest.popFirst()
    guard let value else { throw error("'\(option.usage)' needs a value") }
    do throws(Option.Refusal) {
      try option.apply(&arguments, value)
    } catch {
      let reason = error.reason.isEmpty ? "" : ": " + error.reason
      throw self.error("'\(value)' is no value for '\(option.usage)'\(reason)")
    }
    self.given.append(option)
  }

  private func error(_ message: String) -> Arguments.UsageError { Arguments.UsageError(message: message) }
}
