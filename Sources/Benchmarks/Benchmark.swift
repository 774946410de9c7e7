import QuoteModel
import QuoteParser
import Reading
import Synchronization

/// Prints what `docs/performance.md` shows: `Benchmarks [PATH]`, parsing on one core.
enum Benchmark {
  static func run(_ arguments: [String]) async {
    guard arguments.count == 2 else {
      print("usage: Benchmarks PATH\n\nPATH is an article or a folder of articles.")
      return
    }
    let clock = ContinuousClock()
    let began = clock.now
    let parser = Parser()
    print("parser ready: \(clock.now - began)")
    let tokens = Mutex(0)
    let quotations = Mutex(0)
    let start = clock.now
    _ = await Reading.forEachArticle(in: Inputs(paths: [arguments[1]]), jobs: 1) { article in
      let parsed = parser.parse(article)
      tokens.withLock { $0 += parsed.tokens.count }
      quotations.withLock { $0 += parsed.quotations.count }
      return true
    } consume: { _ in
      true
    }
    let seconds =
      Double((clock.now - start).components.attoseconds) / 1e18
      + Double((clock.now - start).components.seconds)
    let count = tokens.withLock { $0 }
    print("read and parsed: \(count) tokens, \(quotations.withLock { $0 }) quotations in \(seconds) s")
    print("tokens/s on one core: \(Int(Double(count) / seconds))")
  }
}
