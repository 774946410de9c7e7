import ArticleImport
import QuoteExport

/// `whosaid formats`.
enum FormatList {
  static func run() -> Int32 { Output.write(Array(text.utf8), to: nil).rawValue }

  static var text: String {
    let out = Exports.all.map { ($0.name, $0.summary) } + Exports.folders.map { ($0.name, $0.summary) }
    let width = out.map(\.0.count).max() ?? 0
    let lines = out.map { "  " + $0 + String(repeating: " ", count: width - $0.count + 2) + $1 }
    return """
      Read, told apart by content:
      \(ArticleFormats.all.map { "  " + $0.name }.joined(separator: "\n"))

      Written by 'whosaid extract --format=NAME':
      \(lines.joined(separator: "\n"))

      """
  }
}
