/// `whosaid help`.
enum HelpCommand {
  static func run(_ arguments: Arguments) async -> Int32 {
    let text: String
    if let word = arguments.operand {
      guard let name = Command.Name(rawValue: word) else {
        StandardError.report(
          "no command '\(word)': there are \(Command.Name.allCases.map(\.rawValue).joined(separator: ", "))")
        return ExitStatus.misuse.rawValue
      }
      text = Help.text(of: Command[name])
    } else {
      text = Documentation.all.first { $0.name == arguments.format }?.text() ?? Help.text
    }
    return Output.write(Array(text.utf8), to: arguments.output).rawValue
  }
}
