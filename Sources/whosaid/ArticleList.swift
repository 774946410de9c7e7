import QuoteExport

/// `whosaid articles`: the articles as they were read, one a line.
enum ArticleList {
  static func run(_ arguments: Arguments) async -> Int32 {
    switch arguments.format {
    case .jsonLines: await LineWriter.run(arguments, inAllLanguages: true) { ArticleLines.line(of: $0) }
    case .plain: await LineWriter.run(arguments, inAllLanguages: true) { ArticleLines.plain($0) }
    }
  }
}
