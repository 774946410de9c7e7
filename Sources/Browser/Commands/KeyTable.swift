/// The table of commands as Markdown, for `whosaid --keys` and docs/keys.md.
public enum KeyTable {
  /// Everything a person can have done, by what it is for: keys, what they do, where, and the name that the
  /// palette and the configuration know it by.
  public static var markdown: String {
    var lines = [
      "# Keys", "",
      "Written by `make docs` from the table of commands. `?` shows those that work where you are, `:` finds one by",
      "its words. A configuration changes them by the name in the last column: see `docs/configuration.md`.",
    ]
    for group in Command.groups {
      lines += ["", "## \(group.title)", "", "| key | does | in | command |", "|---|---|---|---|"]
      lines += group.commands.map(row)
    }
    lines += ["", "## While a list or a line is open", "", "| where | key | does |", "|---|---|---|"]
    for (name, kind) in popups {
      lines += Menu.of(kind).keys.map { "| \(name) | `\(code(KeySequence.name($0.key)))` | \($0.name) |" }
    }
    lines += [
      "| any list | `Enter` `Esc` | does it, closes |",
      "| a line | `Up` `Down` | what was typed before, of what begins like this |",
      "| a line | `Tab` `S-Tab` | the next way to complete the word (filter) |",
      "| a line | `M-r` | words, or a pattern: a `~` stands before patterns |",
      "| a line | `C-a` `C-e` `C-b` `C-f` `C-w` `C-u` `C-k` | move and delete as shells do |",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let popups: [(String, Popup.Kind)] = [
    ("the filter's parts", .chips), ("filter on …", .underCursor), ("finder", .finder), ("marks", .marks),
    ("the way here", .trail), ("kept filters", .searches), ("corrections", .corrections),
    ("who is who", .split("")),
    ("help", .help),
  ]

  private static func row(_ command: Command) -> String {
    let keys = command.keys.map { "`\(code($0.text))`" }.joined(separator: " ")
    let places =
      command.panes == Command.everywhere
      ? "everywhere"
      : Pane.allCases.filter { command.panes.contains($0) }.count >= 5
        ? "all but " + names(Pane.allCases.filter { !command.panes.contains($0) })
        : names(Pane.allCases.filter { command.panes.contains($0) })
    return "| \(keys) | \(command.title) | \(places) | `\(command.name)` |"
  }

  private static func names(_ panes: [Pane]) -> String { panes.map(\.name).joined(separator: ", ") }

  /// A bar ends a cell of a table.
  private static func code(_ key: String) -> String { key == "|" ? "\\|" : key }
}
