import QuoteExport
import QuoteModel

/// `whosaid articles`: the articles as they were read, one a line.
enum ArticleList {
  static func run(_ arguments: Arguments) async -> Int32 {
    let isPlain = arguments.format == "plain"
    let lines: @Sendable (Article) -> [UInt8] = {
      isPlain ? ArticleLines.plain($0) : ArticleLines.line(of: $0)
    }
    if let path = arguments.library { return LineWriter.run(arguments, library: path) { lines($0.article) } }
    return await LineWriter.run(arguments, inAllLanguages: true, lines)
  }
}
