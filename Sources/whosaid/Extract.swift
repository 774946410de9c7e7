import QuoteExport
import QuoteModel
import QuoteParser
import Reading
import StatementLinks

/// `whosaid extract`: quotations, one a line.
enum Extract {
  /// Files and folders are read to their end, so that actors and topics are those of all of them together;
  /// standard input may have no end, and each of its articles is written for itself as soon as it is parsed.
  static func run(_ arguments: Arguments) async -> Int32 {
    let isCareful = arguments.effort == .careful
    switch arguments.format {
    case .plain:
      let parser = Parser(careful: isCareful)
      return await LineWriter.run(arguments) { PlainList.lines(of: parser.parse($0)) }
    case .jsonLines where arguments.paths.contains("-"):
      let (parser, linker) = (Parser(careful: isCareful), Linker())
      return await LineWriter.run(arguments) { article in
        let alone = linker.corpus(of: [linker.digest(parser.parse(article))])
        return JSONLines.lines(of: ArticleID(0), in: alone)
      }
    case .jsonLines: return await writeCorpus(arguments)
    }
  }

  private static func writeCorpus(_ arguments: Arguments) async -> Int32 {
    var hasFailures = false
    var progress = ProgressLine()
    let corpus = await Reading.corpus(
      of: arguments.inputs, jobs: arguments.jobs, careful: arguments.effort == .careful
    ) { error in
      hasFailures = true
      progress.clear()
      StandardError.report(error)
    } onProgress: { done, total in
      progress.show(done: done, of: total)
    }
    progress.clear()
    var pending: [UInt8] = []
    for article in 0..<corpus.articleCount {
      pending += JSONLines.lines(of: ArticleID(article), in: corpus)
      guard pending.count >= LineWriter.batch || article == corpus.articleCount - 1 else { continue }
      guard StandardOutput.write(pending) else { return 1 }
      pending = []
    }
    return hasFailures ? 1 : 0
  }
}
