import QuoteExport
import QuoteModel
import QuoteParser
import StatementLinks

/// `whosaid extract`: quotations in one of the forms of `Exports`.
enum Extract {
  static func run(_ arguments: Arguments) async -> Int32 {
    if let folder = Exports.folders.first(where: { $0.name == arguments.format }) {
      return await ExtractFolder.run(arguments, folder)
    }
    if arguments.format == ExtractParsed.format.name { return await ExtractParsed.run(arguments) }
    let export = Exports.all.first { $0.name == arguments.format }
    return await run(arguments, export ?? JSONLines())
  }

  /// Files and folders are read to their end, so that actors and topics are those of all of them together;
  /// standard input may have no end, and each of its articles is written for itself as soon as it is parsed.
  static func run(_ arguments: Arguments, _ export: any Export) async -> Int32 {
    let request = ExportRequest(
      fields: arguments.fields?.compactMap(QuotationField.init), title: arguments.reportTitle)
    var written = Written()
    // A plain list names speakers as their article does, and need not wait for the others.
    let isAlone = arguments.paths.contains("-") || (export is PlainList && arguments.query.isEmpty)
    guard isAlone, arguments.library == nil else { return await writeCorpus(arguments, export, request) }
    let (parser, linker) = (Parser(careful: arguments.isCareful), Linker())
    return await LineWriter.run(arguments, head: export.head(request)) { [query = arguments.query] article in
      let corpus = linker.corpus(of: [linker.digest(parser.parse(article))])
      return QuotedArticle(ArticleID(0), in: corpus, selection: query.selection(in: corpus))
    } lines: { page in
      guard !page.rows.isEmpty else { return [] }
      defer { written.add(page) }
      return export.body(page, request, after: written)
    } tail: {
      export.tail(request, after: written)
    }
  }

  private static func writeCorpus(
    _ arguments: Arguments, _ export: any Export, _ request: ExportRequest
  ) async -> Int32 {
    guard var output = Output(arguments.output) else { return ExitStatus.unread.rawValue }
    var log = WorkLog(arguments)
    let corpus = await arguments.readCorpus(&log)
    let selection = arguments.query.selection(in: corpus)
    var written = Written()
    output.write(export.head(request))
    for article in 0..<corpus.articleCount where output.isOpen {
      let page = QuotedArticle(ArticleID(article), in: corpus, selection: selection)
      guard !page.rows.isEmpty else { continue }
      output.write(export.body(page, request, after: written))
      written.add(page)
    }
    output.write(export.tail(request, after: written))
    log.finish(articles: corpus.articleCount, "\(written.quotations) quotations")
    let isWritten = output.close()
    return (log.hasFailures || !isWritten ? ExitStatus.unread : .fine).rawValue
  }
}

extension Query {
  /// The quotations it finds, `nil` where that is all of them.
  func selection(in corpus: Corpus) -> QuotationSet? { isEmpty ? nil : quotations(in: corpus) }
}

extension Arguments {
  /// What a report is headed with: it may leave this machine, so folders are not named in full.
  fileprivate var reportTitle: String {
    let names = paths.map { $0 == "-" ? "standard input" : String($0.split(separator: "/").last ?? "/") }
    let opened = names.isEmpty ? "sample articles" : names.joined(separator: ", ")
    return "Who said what: " + [opened, query.description].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
