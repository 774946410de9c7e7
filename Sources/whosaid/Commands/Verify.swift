import DraftCheck
import QuoteExport
import QuoteModel
import QuoteParser
import Reading

/// `whosaid verify DRAFT`.
enum Verify {
  static func run(_ arguments: Arguments) async -> Int32 {
    guard let path = arguments.operand, path != "-" || !arguments.paths.contains("-") else {
      StandardError.report("standard input is the draft or the articles, not both")
      return ExitStatus.misuse.rawValue
    }
    var log = WorkLog(arguments)
    let parser = Parser(careful: arguments.isCareful)
    var drafts: [(ParsedArticle, [TextRange])] = []
    await Reading.forEachArticle(in: Inputs(paths: [path]), jobs: arguments.jobs) {
      (parser.parse($0), parser.quotedStretches(in: $0))
    } consume: { step in
      switch step.outcome {
      case .success(let articles): drafts += articles
      case .failure(let error): log.fail(error)
      }
      return true
    }
    // Without a draft there is nothing to say, least of all that it is in order.
    guard !drafts.isEmpty else { return ExitStatus.unread.rawValue }
    let corpus = await arguments.readCorpus(&log)
    var (text, verdicts): ([UInt8], [DraftCheck.Verdict]) = ([], [])
    for (draft, stretches) in drafts {
      let findings = DraftCheck(draft, stretches: stretches).findings(in: corpus)
      let report = DraftReport(draft.article, findings, corpus)
      text += arguments.format == "jsonl" ? report.jsonLines : report.plain
      verdicts += findings.map(\.verdict)
    }
    log.finish(articles: corpus.articleCount, counted(verdicts))
    let status = Output.write(text, to: arguments.output)
    return (log.hasFailures ? .unread : status == .fine ? ExitStatus(verdicts) : status).rawValue
  }

  private static func counted(_ verdicts: [DraftCheck.Verdict]) -> String {
    let counts = DraftCheck.Verdict.allCases.map { verdict in
      "\(verdicts.count { $0 == verdict }) \(verdict.rawValue)"
    }
    return "\(verdicts.count) quotations checked: " + counts.joined(separator: ", ")
  }
}

extension ExitStatus {
  init(_ verdicts: [DraftCheck.Verdict]) {
    if verdicts.contains(where: { $0 == .altered || $0 == .wrongSpeaker }) {
      self = .altered
    } else {
      self = verdicts.contains(.notFound) ? .notFound : .fine
    }
  }
}
