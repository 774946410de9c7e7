/// Completions for zsh.
enum ZshCompletion {
  static var text: String {
    """
    #compdef whosaid
    # Completions of whosaid for zsh. Made by `make docs`; not to be edited.

    _whosaid() {
      local -a commands
      commands=(
    \(Command.Name.firstWords.map { "    \(quoted("\($0):\(summary($0))"))" }.joined(separator: "\n"))
      )
    \(groups.map(actions).joined(separator: "\n"))
      local command=browse at
      for ((at = 2; at < CURRENT; at++)); do
        if (( ${commands[(I)${words[at]}:*]} )); then command=${words[at]}; break; fi
      done
    \(groups.map(second).joined(separator: "\n"))
      case $command in
    \(Command.all.map(arguments).joined(separator: "\n"))
      esac
    }

    _whosaid "$@"

    """
  }

  private static var groups: [String] {
    Command.Name.firstWords.filter { !Command.Name.actions(of: $0).isEmpty }
  }

  private static func summary(_ word: String) -> String {
    Command.all.first { $0.name.rawValue == word }?.summary
      ?? Command.Name.actions(of: word).joined(separator: ", ")
  }

  /// The list of what may stand behind the first of two words.
  private static func actions(_ group: String) -> String {
    let rows = Command.all.filter { $0.name.words.count == 2 && $0.name.words[0] == group }.map {
      "    \(quoted("\($0.name.words[1]):\($0.summary)"))"
    }
    return "  local -a \(group)_commands\n  \(group)_commands=(\n\(rows.joined(separator: "\n"))\n  )"
  }

  /// A command of two words is known by both; it then stands as one word for what comes behind.
  private static func second(_ group: String) -> String {
    """
      if [[ $command == \(group) ]]; then
        if (( at + 1 >= CURRENT )); then _describe command \(group)_commands; return; fi
        command="\(group) ${words[at+1]}"
        words[at,at+1]=("$command")
        (( CURRENT-- ))
      fi
    """
  }

  private static func arguments(of command: Command) -> String {
    let options = Option.all.filter(command.takes).map { "      " + specification($0, command) }
    let operands: String
    switch (command.name, command.operand) {
    case (.help, _): operands = "'*:: :{ _describe command commands }'"
    case (.browse, _): operands = "'1: :{ _describe command commands; _files }' '*:article:_files'"
    case (_, .needed(let what)): operands = "'1: : ' '2:\(what.lowercased()):_files' '*:article:_files'"
    default: operands = command.takesPaths ? "'1: : ' '*:article:_files'" : "'1: : '"
    }
    return
      "  \"\(command.name.rawValue)\")\n    _arguments -s -S \\\n\(options.joined(separator: " \\\n")) \\\n      \(operands)\n    ;;"
  }

  private static func specification(_ option: Option, _ command: Command) -> String {
    let help = option.help.replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(":", with: "\\:")
    let action: String
    switch option.value {
    case .nothing: action = ""
    case .format: action = ":format:(\(command.formats.map(\.name).joined(separator: " ")))"
    case .fields:
      let names = command.fields(command.formats.first?.name ?? "").joined(separator: " ")
      action = ":fields:_values -s , field \(names)"
    case .file: action = ":file:_files"
    case .query: action = ":query: "
    case .number: action = ":number: "
    case .names: action = ":fields: "
    }
    let long = "--\(option.long)" + (option.placeholder == nil ? "" : "=")
    guard let short = option.short else { return quoted("\(long)[\(help)]\(action)") }
    let letter = "-\(short)" + (option.placeholder == nil ? "" : "+")
    return "\(quoted("(-\(short) --\(option.long))"))" + "{\(letter),\(long)}" + quoted("[\(help)]\(action)")
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
