/// What `--help` and `--version` write.
enum Help {
  static let version = "whosaid 0.1.0\n"

  static var text: String {
    """
    Usage: whosaid [OPTION]... [PATH]...
           whosaid COMMAND [OPTION]... [OPERAND]...

    \(Documentation.purpose)

    Commands:
    \(table(Command.all.map { ($0.name.rawValue, $0.summary) }))

    \(Documentation.paths.joined(separator: "\n"))

    Options:
    \(options(Option.all))

    Exit status:
    \(table(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) }))

    'whosaid help COMMAND' tells more about a command.

    """
  }

  static func text(of command: Command) -> String {
    let name = command.name.rawValue
    var parts = ["Usage: whosaid \(name) \(command.usage)", wrapped(command.summary.capitalizedFirst + ".")]
    parts += command.details.map(wrapped)
    let options = Option.all.filter(command.takes)
    parts.append("Options:\n" + self.options(options))
    if !command.formats.isEmpty {
      parts.append("Formats, the usual one first:\n" + table(command.formats.map { ($0.name, $0.summary) }))
    }
    let fields = command.fields(command.formats.first?.name ?? "")
    if !fields.isEmpty { parts.append("Fields:\n" + wrapped(fields.joined(separator: ", "), indent: "  ")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func options(_ options: [Option]) -> String {
    table(options.map { option in ((option.short.map { "-\($0), " } ?? "    ") + option.usage, option.help) })
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, words in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + words
    }.joined(separator: "\n")
  }

  /// Lines of at most 80 columns.
  private static func wrapped(_ text: String) -> String { wrapped(text, indent: "") }

  private static func wrapped(_ text: String, indent: String) -> String {
    var lines = [indent]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.count > indent.count, last.count + 1 + word.count > 80 {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] += (last.count > indent.count ? " " : "") + word
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
