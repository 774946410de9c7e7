/// A document made of the table of commands and options.
struct Documentation: Sendable {
  /// What `whosaid help --format` calls it.
  var name: String
  /// What it is, in a few words.
  var summary: String
  /// Where the project keeps it; `nil` where it is not kept.
  var path: String?
  var text: @Sendable () -> String

  static let all = [
    Documentation(name: "plain", summary: "for reading", text: { Help.text }),
    Documentation(
      name: "markdown", summary: "docs/commands.md", path: "docs/commands.md", text: { CommandsPage.text }),
    Documentation(
      name: "man", summary: "the man page whosaid(1)", path: "Resources/Manual/whosaid.1",
      text: { ManPage.text }),
    Documentation(
      name: "bash", summary: "completions for bash", path: "Resources/Completions/whosaid.bash",
      text: { BashCompletion.text }),
    Documentation(
      name: "zsh", summary: "completions for zsh", path: "Resources/Completions/_whosaid",
      text: { ZshCompletion.text }),
    Documentation(
      name: "fish", summary: "completions for fish", path: "Resources/Completions/whosaid.fish",
      text: { FishCompletion.text }),
  ]

  /// What the program is for.
  static let purpose = "Reads news articles and shows who said what."

  /// What a path may be.
  static let paths = [
    "A PATH is a file with one article or many, a folder, a library, or - for standard input.",
    "Without a PATH, what is piped in is read, or else the articles that come with the program.",
    "A LIBRARY is the name of one among your own, or the path of its file.",
  ]
}
