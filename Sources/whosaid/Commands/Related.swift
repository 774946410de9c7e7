import QuoteExport
import QuoteModel

/// `whosaid related ID`.
enum Related {
  static func run(_ arguments: Arguments) async -> Int32 {
    let digits = arguments.operand ?? ""
    guard !digits.isEmpty, digits.allSatisfy(\.isHexDigit) else {
      StandardError.report("'\(digits)' is no id: 'whosaid extract' writes them")
      return ExitStatus.misuse.rawValue
    }
    var log = WorkLog(arguments)
    let corpus = await arguments.readCorpus(&log)
    let found = corpus.quotations(named: digits)
    guard let id = found.first, found.count == 1 else {
      let reason =
        found.isEmpty ? "no quotation has the id" : "\(found.count) quotations have ids that begin with"
      StandardError.report("\(reason) \(digits)")
      return ExitStatus.unread.rawValue
    }
    log.finish(articles: corpus.articleCount, "\(corpus.quotationCount) quotations")
    return Tables.write(Summaries.related(to: id, in: corpus), arguments, log)
  }
}
