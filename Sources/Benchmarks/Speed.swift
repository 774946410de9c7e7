import Accuracy
import ArticleImport
import QuoteModel
import QuoteParser
import Reading
import StatementLinks

/// Words a second.
enum Speed {
  /// Parsing and linking each article, on one core and on all of them.
  static func measure(_ inputs: Inputs) async {
    let clock = ContinuousClock()
    let began = clock.now
    let (parser, linker) = (Parser(), Linker())
    print("parser ready: \(Timings.text((clock.now - began).milliseconds))")
    for jobs in Set([1, Reading.processors]).sorted() {
      var (words, quotations, bytes) = (0, 0, 0)
      let start = clock.now
      await Reading.forEachArticle(in: inputs, jobs: jobs) { article in
        let digest = linker.digest(parser.parse(article))
        return (Self.words(article.text), digest.parsed.quotations.count, article.text.utf8.count)
      } consume: { step in
        for one in (try? step.outcome.get()) ?? [] {
          (words, quotations, bytes) = (words + one.0, quotations + one.1, bytes + one.2)
        }
        return true
      }
      let seconds = (clock.now - start).milliseconds / 1e3
      if jobs == 1 { print("read: \(words) words, \(quotations) quotations, \(bytes) bytes") }
      print("words/s, \(jobs) core\(jobs == 1 ? "" : "s"): \(Int(Double(words) / max(seconds, 1e-9)))")
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
