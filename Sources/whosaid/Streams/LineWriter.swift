import ArticleImport
import QuoteLibrary
import QuoteModel
import Reading

/// Reads the inputs and writes what is made of each article, in input order, with a few articles in memory.
enum LineWriter {
  /// Writes the lines made of each article. Returns the exit status. O(text).
  static func run(
    _ arguments: Arguments, inAllLanguages: Bool = false, _ lines: @escaping @Sendable (Article) -> [UInt8]
  ) async -> Int32 {
    await run(arguments, inAllLanguages: inAllLanguages, work: lines, lines: { $0 })
  }

  /// Writes the lines made of each article of a library, with what was found in it. Returns the exit status.
  static func run(_ arguments: Arguments, library path: String, _ lines: (ParsedArticle) -> [UInt8]) -> Int32
  {
    guard var output = Output(arguments.output) else { return ExitStatus.unread.rawValue }
    var log = WorkLog(arguments)
    var count = 0
    do throws(LibraryError) {
      try Library(path).forEachArticle { digest in
        count += 1
        return output.write(lines(digest.parsed))
      }
    } catch { log.fail(ImportError(error)) }
    log.finish(articles: count, "read one by one")
    let isWritten = output.close(keeping: !log.hasFailures)
    return (log.hasFailures || !isWritten ? ExitStatus.unread : .fine).rawValue
  }

  /// Does `work` on several articles at a time, and `lines` on what came out, one at a time and in input order;
  /// `head` and `tail` stand around them.
  static func run<Product: Sendable>(
    _ arguments: Arguments, inAllLanguages: Bool = false, head: [UInt8] = [],
    work: @escaping @Sendable (Article) -> Product,
    lines: (Product) -> [UInt8], tail: () -> [UInt8] = { [] }
  ) async -> Int32 {
    guard var output = Output(arguments.output) else { return ExitStatus.unread.rawValue }
    var log = WorkLog(arguments)
    var count = 0
    output.write(head)
    await Reading.forEachArticle(
      in: arguments.inputs, jobs: arguments.jobs, inAllLanguages: inAllLanguages, work
    ) { step in
      switch step.outcome {
      case .success(let articles):
        count += articles.count
        for article in articles { output.write(lines(article)) }
      case .failure(let error): log.fail(error)
      }
      // Where nothing more is ready, whoever reads our output may be waiting for it.
      if !step.isFollowed {
        log.clear()
        output.flush()
      }
      if step.done < step.total { log.show(done: step.done, of: step.total) }
      return output.isOpen
    }
    output.write(tail())
    log.finish(articles: count, "read one by one")
    let isWritten = output.close()
    return (log.hasFailures || !isWritten ? ExitStatus.unread : .fine).rawValue
  }
}
