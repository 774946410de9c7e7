import ArticleImport
import QuoteLibrary
import QuoteModel
import Reading

/// What a command tells of its reading, on standard error, and whether all of it could be read.
struct WorkLog {
  private(set) var hasFailures = false
  private var progress: ProgressLine
  private let start = ContinuousClock.now
  private let isQuiet: Bool
  private let isVerbose: Bool

  init(_ arguments: Arguments) {
    (isQuiet, isVerbose) = (arguments.isQuiet, arguments.isVerbose)
    progress = ProgressLine(isShown: StandardError.isTerminal && !arguments.isQuiet)
  }

  mutating func fail(_ error: ImportError) {
    hasFailures = true
    guard !isQuiet else { return }
    progress.clear()
    StandardError.report(error)
  }

  mutating func show(done: Int, of total: Int, secondsLeft: Int? = nil) {
    progress.show(done: done, of: total, secondsLeft: secondsLeft)
  }

  /// Takes the progress back before something else is written.
  mutating func clear() { progress.clear() }

  /// Says how much was read.
  mutating func finish(articles: Int, _ found: String) {
    progress.clear()
    guard isVerbose else { return }
    let passed = (ContinuousClock.now - start).components
    let tenths = passed.seconds * 10 + passed.attoseconds / 100_000_000_000_000_000
    StandardError.report("\(articles) articles, \(found), \(tenths / 10).\(tenths % 10) s")
  }
}

extension Arguments {
  /// Reads everything that is named and links it, telling the log.
  func readCorpus(_ log: inout WorkLog) async -> Corpus {
    if let path = library {
      do throws(LibraryError) { return try await Library(path).corpus() } catch {
        log.fail(ImportError(error))
        return Corpus()
      }
    }
    let corpus = await Reading.corpus(of: inputs, jobs: jobs, careful: isCareful) { error in
      log.fail(error)
    } onProgress: { done, total in
      log.show(done: done, of: total)
    }
    log.clear()
    return corpus
  }
}
