/// Completions for bash.
enum BashCompletion {
  static var text: String {
    """
    # Completions of whosaid for bash. Made by `make docs`; not to be edited.

    _whosaid_list() {
      # The last of several values, separated by commas.
      local done=
      [[ $2 == *,* ]] && done=${2%,*},
      mapfile -t COMPREPLY < <(compgen -W "$1" -P "$done" -- "${2##*,}")
    }

    _whosaid() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=browse at option
      COMPREPLY=()
      for ((at = 1; at < COMP_CWORD; at++)); do
        case $command:${COMP_WORDS[at]} in
    \(groups)
        browse:\(Command.Name.firstWords.joined(separator: "|browse:"))) command=${COMP_WORDS[at]}; break ;;
        *:-*|*:=) ;;
        *) [[ ${COMP_WORDS[at-1]} == -* || ${COMP_WORDS[at-1]} == '=' ]] || break ;;
        esac
      done
      # Bash takes --option=value apart at the equals sign.
      if [[ $word == '=' ]]; then
        option=$before word=
      elif [[ $before == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD-2]}
      else
        option=$before
      fi
      case $command:$option in
    \(values)
      esac
      case $option in
      \(names(of: [.file]))) mapfile -t COMPREPLY < <(compgen -f -- "$word"); compopt -o filenames; return ;;
      \(names(of: [.query, .number, .names]))) return ;;
      esac
      if [[ $word == -* ]]; then
        case $command in
    \(options)
        esac
        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
        return
      fi
    \(actions)
      [[ $command:$before == help:help ]] && { mapfile -t COMPREPLY < <(compgen -W "\(commands)" -- "$word"); return; }
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      compopt -o filenames
      ((COMP_CWORD == 1)) && mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "\(commands)" -- "$word")
    }

    complete -F _whosaid whosaid

    """
  }

  private static var commands: String { Command.Name.firstWords.joined(separator: " ") }

  private static var grouped: [String] {
    Command.Name.firstWords.filter { !Command.Name.actions(of: $0).isEmpty }
  }

  /// A command of two words is known by both.
  private static var groups: String {
    grouped.flatMap { group in
      let actions = Command.Name.actions(of: group).map { "\(group):\($0)" }.joined(separator: "|")
      return [
        "    browse:\(group)) command=\(group) ;;",
        "    \(actions)) command=\"\(group) ${COMP_WORDS[at]}\"; break ;;",
      ]
    }.joined(separator: "\n")
  }

  /// What may stand behind the first of two words.
  private static var actions: String {
    grouped.map { group in
      let actions = Command.Name.actions(of: group).joined(separator: " ")
      return
        "  [[ $command == \(group) ]] && { mapfile -t COMPREPLY < <(compgen -W \"\(actions)\" -- \"$word\"); return; }"
    }.joined(separator: "\n")
  }

  /// A line for each command and option whose values are known.
  private static var values: String {
    Command.all.flatMap { command -> [String] in
      let name = command.name.rawValue
      var lines: [String] = []
      if !command.formats.isEmpty {
        let formats = command.formats.map(\.name).joined(separator: " ")
        let options = names(of: [.format], after: name)
        lines.append(
          "  \(options)) mapfile -t COMPREPLY < <(compgen -W \"\(formats)\" -- \"$word\"); return ;;")
      }
      let fields = command.fields(command.formats.first?.name ?? "")
      if !fields.isEmpty {
        let options = names(of: [.fields], after: name)
        lines.append("  \(options)) _whosaid_list \"\(fields.joined(separator: " "))\" \"$word\"; return ;;")
      }
      return lines
    }.joined(separator: "\n")
  }

  private static var options: String {
    Command.all.map { command in
      let options = Option.all.filter(command.takes).map { "--\($0.long)\($0.placeholder == nil ? "" : "=")" }
      return
        "    \"\(command.name.rawValue)\") mapfile -t COMPREPLY < <(compgen -W \"\(options.joined(separator: " "))\""
        + " -- \"$word\") ;;"
    }.joined(separator: "\n")
  }

  private static func names(of values: Set<Option.Value>, after command: String? = nil) -> String {
    let before = command.map { "\"\($0)\":" } ?? ""
    return Option.all.filter { values.contains($0.value) }.flatMap { option in
      [before + "--" + option.long] + (option.short.map { ["\(before)-\($0)"] } ?? [])
    }.joined(separator: "|")
  }
}
