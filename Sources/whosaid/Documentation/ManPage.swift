/// The man page whosaid(1), in the macros of man(7).
enum ManPage {
  static var text: String {
    var page = [
      ".\\\" Made by `make docs`; not to be edited.",
      ".TH WHOSAID 1 \"\" \"\(Help.version.dropLast())\" \"User Commands\"",
      ".SH NAME", "whosaid \\- find who said what in news articles", ".SH SYNOPSIS", ".B whosaid",
      escaped("[OPTION]... [PATH]..."), ".br", ".B whosaid", ".I COMMAND",
      escaped("[OPTION]... [OPERAND]..."),
      ".SH DESCRIPTION", escaped(Documentation.purpose),
    ]
    for line in Documentation.paths { page += [".PP", escaped(line)] }
    page.append(".SH COMMANDS")
    for command in Command.all {
      page += [
        ".TP", ".BR \(command.name.rawValue) \" \(escaped(command.usage))\"",
        escaped(command.summary.capitalizedFirst + "."),
      ]
      for paragraph in command.details { page += [".IP", escaped(paragraph)] }
      guard !command.formats.isEmpty else { continue }
      page += [".IP", escaped("Formats: " + command.formats.map(\.name).joined(separator: ", ") + ".")]
      let fields = command.fields(command.formats.first?.name ?? "")
      if !fields.isEmpty { page += [".IP", escaped("Fields: " + fields.joined(separator: ", ") + ".")] }
    }
    page.append(".SH OPTIONS")
    for option in Option.all {
      let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
      let value = option.placeholder.map { "=\\fI\($0)\\fR" } ?? ""
      page += [
        ".TP", "\(short)\\fB\(escaped("--" + option.long))\\fR\(value)",
        escaped(option.help.capitalizedFirst + "."),
      ]
    }
    page += [".SH EXIT STATUS"]
    for status in ExitStatus.allCases {
      page += [".TP", ".B \(status.rawValue)", escaped(status.meaning.capitalizedFirst + ".")]
    }
    page += [
      ".SH QUERIES", escaped(queries), ".SH ENVIRONMENT", ".TP", ".BR VISUAL \", \" EDITOR",
      "The editor that the browser opens an article in.", ".TP", ".B NO_COLOR",
      "Where it is set, the browser shows no colours.",
      ".SH EXAMPLES",
    ]
    for (words, command) in examples { page += [".TP", escaped(words), ".B", escaped(command)] }
    return page.joined(separator: "\n") + "\n"
  }

  static let queries =
    "A query is a list of conditions that must all hold: speaker:NAME, topic:NAME, about:NAME, kind:direct (indirect, "
    + "mixed), after:DATE, before:DATE, outlet:NAME, or words that were said, \"in quotation marks\" where they hold "
    + "blanks. A minus before a condition turns it around. A DATE is 2024, 2024-10 or 2024-10-11."

  static let examples = [
    ("Browse a folder:", "whosaid summit/"),
    (
      "A table of what one speaker said directly:",
      "whosaid extract -f csv -w 'speaker:engel kind:direct' -o engel.csv summit/"
    ),
    ("A report to read offline:", "whosaid extract -f html -o summit.html summit/"),
    ("Check a draft before it is printed:", "whosaid verify draft.txt summit/"),
  ]

  /// Text as roff prints it as it stands.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "\"": out += "\\(dq"
      default: out.append(character)
      }
    }
    return out.hasPrefix(".") ? "\\&" + out : out
  }
}
