import QuoteExport

/// `whosaid articles`: the articles as they were read, one a line.
enum ArticleList {
  static func run(_ arguments: Arguments) async -> Int32 {
    let isPlain = arguments.format == "plain"
    return await LineWriter.run(arguments, inAllLanguages: true) {
      isPlain ? ArticleLines.plain($0) : ArticleLines.line(of: $0)
    }
  }
}
