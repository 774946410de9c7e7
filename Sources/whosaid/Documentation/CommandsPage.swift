/// `docs/commands.md`.
enum CommandsPage {
  static var text: String {
    var out = [
      "# Commands", "<!-- Made by `make docs`; not to be edited. -->",
      "`whosaid [OPTION]... [PATH]...` browses.",
      Documentation.paths.joined(separator: "\n"), "## Options", "| option | does |\n|---|---|",
    ]
    let rows = Option.all.map { option in
      "| `\(option.usage)`\(option.short.map { " `-\($0)`" } ?? "") | \(cell(option.help)) |"
    }
    out[out.count - 1] += "\n" + rows.joined(separator: "\n")
    for command in Command.all {
      out += ["## \(command.name.rawValue)", "`whosaid \(command.name.rawValue) \(command.usage)`"]
      out.append(([command.summary.capitalizedFirst + "."] + command.details).joined(separator: "\n"))
      let options = Option.all.filter { command.options.contains($0.long) }
      if !options.isEmpty {
        out.append("Options: " + options.map { "`--\($0.long)`" }.joined(separator: ", ") + ".")
      }
      if !command.formats.isEmpty {
        let rows = command.formats.map { "| `\($0.name)` | \(cell($0.summary)) |" }
        out.append((["| format | is |", "|---|---|"] + rows).joined(separator: "\n"))
      }
      let fields = command.fields(command.formats.first?.name ?? "")
      if !fields.isEmpty { out.append("Fields: " + fields.map { "`\($0)`" }.joined(separator: ", ") + ".") }
    }
    out += ["## Queries", ManPage.queries, "## Exit status", "| status | means |\n|---|---|"]
    out[out.count - 1] += ExitStatus.allCases.map { "\n| \($0.rawValue) | \(cell($0.meaning)) |" }.joined()
    return out.joined(separator: "\n\n") + "\n"
  }

  private static func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }
}
