/// Completions for fish.
enum FishCompletion {
  static var text: String {
    var lines = [
      "# Completions of whosaid for fish. Made by `make docs`; not to be edited.",
      "set -l commands \(Command.Name.firstWords.joined(separator: " "))",
    ]
    for group in Command.Name.firstWords {
      let actions = Command.Name.actions(of: group)
      let summary = Command.all.first { $0.name.rawValue == group }?.summary
      lines.append(
        "complete -c whosaid -n \"not __fish_seen_subcommand_from $commands\" -a \(group)"
          + " -d \(quoted(summary ?? actions.joined(separator: ", ")))")
      for action in actions {
        let summary = Command.Name(rawValue: group + " " + action).map { Command[$0].summary } ?? ""
        lines.append("# \(group) \(action)")
        lines.append(
          "complete -c whosaid -f -n '__fish_seen_subcommand_from \(group); and not __fish_seen_subcommand_from "
            + "\(actions.joined(separator: " "))' -a \(action) -d \(quoted(summary))")
      }
    }
    for command in Command.all {
      let seen =
        command.name == .browse
        ? "\"not __fish_seen_subcommand_from $commands; or __fish_seen_subcommand_from browse\""
        : quoted(seen(command.name.words))
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

  /// An action may be called as a command is: `verify`.
  private static func seen(_ words: [String]) -> String {
    let isAction = Command.Name.allCases.contains { $0.words.count == 2 && $0.words[1] == words[0] }
    return words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
      + (words.count == 1 && isAction ? "; and not __fish_seen_subcommand_from library" : "")
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
