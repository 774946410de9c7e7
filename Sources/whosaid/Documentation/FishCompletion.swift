/// Completions for fish.
enum FishCompletion {
  static var text: String {
    var lines = [
      "# Completions of whosaid for fish. Made by `make docs`; not to be edited.",
      "set -l commands \(Command.all.map(\.name.rawValue).joined(separator: " "))",
    ]
    for command in Command.all {
      lines.append(
        "complete -c whosaid -n \"not __fish_seen_subcommand_from $commands\" -a \(command.name.rawValue)"
          + " -d \(quoted(command.summary))")
    }
    for command in Command.all {
      let name = command.name.rawValue
      let seen =
        command.name == .browse
        ? "\"not __fish_seen_subcommand_from $commands; or __fish_seen_subcommand_from browse\""
        : quoted("__fish_seen_subcommand_from \(name)")
      for option in Option.all where command.takes(option) {
        var line = "complete -c whosaid -n \(seen) -l \(option.long)"
        if let short = option.short { line += " -s \(short)" }
        line += value(of: option, command) + " -d \(quoted(option.help))"
        lines.append(line)
      }
      if command.name == .help { lines.append("complete -c whosaid -f -n \(seen) -a \"$commands\"") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func value(of option: Option, _ command: Command) -> String {
    switch option.value {
    case .nothing: return ""
    case .format: return " -x -a \(quoted(command.formats.map(\.name).joined(separator: " ")))"
    case .fields:
      let names = command.fields(command.formats.first?.name ?? "").joined(separator: "\\n")
      return " -x -a \"(__fish_complete_list , 'printf \\\"\(names)\\n\\\"')\""
    case .file: return " -r -F"
    case .query, .number, .names: return " -x"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
