import ArticleImport

/// What `--help` and `--version` write.
enum Help {
  static let version = "whosaid 0.1.0\n"

  /// Every format that can be read, one a line.
  static var formats: String {
    ArticleFormats.all.map { $0.name + ($0.missing.map { " — cannot be read: \($0)" } ?? "") + "\n" }.joined()
  }

  /// What `--version` says of the formats that were left out.
  static var missing: String {
    ArticleFormats.all.compactMap { format in format.missing.map { "Cannot read \(format.name): \($0)\n" } }
      .joined()
  }

  static var text: String {
    """
    Usage: whosaid [OPTION]... [PATH]...
           whosaid extract [OPTION]... [PATH]...
           whosaid mentions [OPTION]... [PATH]...
           whosaid articles [OPTION]... [PATH]...
           whosaid formats

    Reads news articles and shows who said what.

      whosaid            browse the quotations; print a plain list where the output is no terminal
      whosaid extract    write the quotations, one a line
      whosaid mentions   write every mention of somebody, as one JSON object a line
      whosaid articles   write the articles as they were read, as one JSON object a line
      whosaid formats    list the formats that can be read

    A PATH is a file with one article or many, a folder, or - for standard input.
    Without a PATH, what is piped in is read, or else the articles that come with the program.

    Options:
    \(options)

    The exit status is 0, or 1 where some input could not be read, or 2 where the command is wrong.

    """
  }

  private static var options: String {
    let names = Option.all.map { option in
      (option.short.map { "-\($0), " } ?? "    ") + option.usage
    }
    let width = names.map(\.count).max() ?? 0
    return zip(names, Option.all).map { name, option in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + option.help
    }.joined(separator: "\n")
  }
}
