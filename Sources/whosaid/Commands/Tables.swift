import QuoteExport
import QuoteModel

/// `whosaid stats`, `actors` and `topics`.
enum Tables {
  /// Reads everything and writes a table of what the query finds.
  static func run(
    _ arguments: Arguments, _ table: @Sendable (QuotationSet, Corpus) -> Listing
  ) async -> Int32 {
    var log = WorkLog(arguments)
    let corpus = await arguments.readCorpus(&log)
    let listing = table(arguments.query.quotations(in: corpus), corpus)
    log.finish(articles: corpus.articleCount, "\(corpus.quotationCount) quotations")
    return write(listing, arguments, log)
  }

  static func write(_ listing: Listing, _ arguments: Arguments, _ log: WorkLog) -> Int32 {
    let text = listing.text(.init(rawValue: arguments.format) ?? .plain, fields: arguments.fields)
    let status = Output.write(text, to: arguments.output)
    return (log.hasFailures ? .unread : status).rawValue
  }
}
