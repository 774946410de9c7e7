import Accuracy
import ArticleImport
import Glibc
import QuoteModel
import QuoteParser
import Reading
import ResourceFiles
import StatementLinks

/// Words a second.
enum Speed {
  /// Words that the careful parser is measured on: enough for a figure, few enough for a slow machine.
  private static let carefulWords = 10_000

  /// Parsing each article and folding its words for linking, on one core and on all of them: quickly all articles,
  /// carefully the first of them.
  static func measure(_ inputs: Inputs) async {
    let clock = ContinuousClock()
    var start = clock.now
    let quick = Parser()
    let quickTime = clock.now - start
    start = clock.now
    let network = ResourceFiles.bytes("Models/careful.model").flatMap { CarefulNetwork($0) }
    let networkTime = clock.now - start
    print("parser ready: \(Timings.text(quickTime.milliseconds))")
    print("careful network ready: \(network == nil ? "none" : Timings.text(networkTime.milliseconds)) more")
    let careful = Parser(careful: true)
    var articles: [Article] = []
    await Reading.forEachArticle(in: inputs, jobs: 1) {
      $0
    } consume: { step in
      articles += (try? step.outcome.get()) ?? []
      return true
    }
    var some: [Article] = []
    var count = 0
    for article in articles where count < carefulWords {
      some.append(article)
      count += words(article.text)
    }
    for jobs in Set([1, Reading.processors]).sorted() { await measure(inputs, quick, jobs: jobs) }
    for jobs in Set([1, Reading.processors]).sorted() { await measureCareful(some, careful, jobs: jobs) }
  }

  private static func measure(_ inputs: Inputs, _ parser: Parser, jobs: Int) async {
    let linker = Linker()
    var (words, quotations, bytes) = (0, 0, 0)
    let start = Moment()
    await Reading.forEachArticle(in: inputs, jobs: jobs) { article in
      let digest = linker.digest(parser.parse(article))
      return (Self.words(article.text), digest.parsed.quotations.count, article.text.utf8.count)
    } consume: { step in
      for one in (try? step.outcome.get()) ?? [] {
        (words, quotations, bytes) = (words + one.0, quotations + one.1, bytes + one.2)
      }
      return true
    }
    if jobs == 1 { print("read: \(words) words, \(quotations) quotations, \(bytes) bytes") }
    report("words/s, quick", words, jobs, since: start)
  }

  private static func measureCareful(_ articles: [Article], _ parser: Parser, jobs: Int) async {
    let linker = Linker()
    // Longest first, that no core waits for the last article of another.
    let articles = articles.sorted { $0.text.utf8.count > $1.text.utf8.count }
    let start = Moment()
    let words = await withTaskGroup(of: Int.self) { group in
      for job in 0..<jobs {
        group.addTask {
          stride(from: job, to: articles.count, by: jobs).reduce(0) { sum, row in
            _ = linker.digest(parser.parse(articles[row]))
            return sum + Self.words(articles[row].text)
          }
        }
      }
      return await group.reduce(0, +)
    }
    report("words/s, careful (\(words) words)", words, jobs, since: start)
  }

  /// Beside the clock's time the processors': on a machine that others use, that is the steadier figure.
  private static func report(_ what: String, _ words: Int, _ jobs: Int, since start: Moment) {
    let (seconds, work) = start.passed
    print(
      "\(what), \(jobs) core\(jobs == 1 ? "" : "s"): \(Int(Double(words) / max(seconds, 1e-9))), "
        + "\(Int(Double(words) / max(work, 1e-9))) a second of processor time")
  }

  /// A moment by the clock and by what the processors did for us.
  private struct Moment {
    private let time = ContinuousClock.now
    private let work = clock()

    /// Seconds by the clock, and of processors' work.
    var passed: (time: Double, work: Double) {
      ((ContinuousClock.now - time).milliseconds / 1e3, Double(clock() - work) / Double(CLOCKS_PER_SEC))
    }
  }

  /// One line a pass, `jobs words seconds processor-seconds`: parsing the text files of a folder, which are in memory
  /// already, on one core and on two by turns; a first pass on each is not counted.
  static func printTimes(_ folder: String, passes: Int) async throws {
    let inputs = Inputs(
      documents: try CorpusFiles.names(in: folder, ending: ".txt").map {
        Document(name: $0, bytes: try CorpusFiles.bytes(folder + "/" + $0))
      })
    let parser = Parser()
    let clock = ContinuousClock()
    for pass in 0...passes {
      for jobs in [1, 2] {
        var words = 0
        let (start, used) = (clock.now, Benchmark.processorTime)
        await Reading.forEachArticle(in: inputs, jobs: jobs) { article in
          _ = parser.parse(article)
          return article.text
        } consume: { step in
          for text in (try? step.outcome.get()) ?? [] { words += Self.words(text) }
          return true
        }
        let seconds = (clock.now - start).milliseconds / 1e3
        if pass > 0 { print(jobs, words, seconds, Benchmark.processorTime - used) }
      }
    }
  }

  /// Reading everything into one corpus, linking included.
  static func measureWhole(_ inputs: Inputs) async -> Corpus {
    let clock = ContinuousClock()
    let start = clock.now
    let corpus = await Reading.corpus(of: inputs) { _ in }
    print("everything read and linked: \(Timings.text((clock.now - start).milliseconds))")
    return corpus
  }

  /// Runs of anything but white space. O(text).
  private static func words(_ text: String) -> Int {
    var (count, isInside) = (0, false)
    for byte in text.utf8 {
      let isBlank = byte <= 0x20
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }
}
