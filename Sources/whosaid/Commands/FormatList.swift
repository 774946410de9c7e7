import ArticleImport
import QuoteExport

/// `whosaid formats`.
enum FormatList {
  static func run() -> Int32 { Output.write(Array(text.utf8), to: nil).rawValue }

  /// What `--version` says of the formats that were left out.
  static var missing: String {
    ArticleFormats.all.compactMap { format in format.missing.map { "Cannot read \(format.name): \($0)\n" } }
      .joined()
  }

  static var text: String {
    let out = Exports.all.map { ($0.name, $0.summary) } + Exports.folders.map { ($0.name, $0.summary) }
    let width = out.map(\.0.count).max() ?? 0
    let lines = out.map { "  " + $0 + String(repeating: " ", count: width - $0.count + 2) + $1 }
    return """
      Read, told apart by content:
      \(ArticleFormats.all.map { "  \($0.name)\($0.missing.map { " — cannot be read: \($0)" } ?? "")" }.joined(separator: "\n"))

      Written by 'whosaid extract --format=NAME':
      \(lines.joined(separator: "\n"))

      """
  }
}
