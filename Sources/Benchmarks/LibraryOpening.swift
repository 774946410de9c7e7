import Browser
import Glibc
import Locking
import QuoteLibrary
import QuoteModel
import Reading
import Screen

/// From a library's file to the screen: `Benchmarks --library-open FILE`. In a process of its own, so that its memory is
/// what opening takes.
enum LibraryOpening {
  static func measure(_ path: String) async {
    let clock = ContinuousClock()
    let start = clock.now
    let size = Size(columns: 200, rows: 60)
    let state = Locked(BrowserState(opened: path, size: size))
    await Library.read(path) { event in
      guard let corpus = event.corpus else { return }
      state.withLock { state in
        _ = update(&state, .corpus(corpus))
        _ = draw(state, size)
      }
      let time = Timings.text((clock.now - start).milliseconds)
      print("a screen of \(corpus.quotationCount) quotations: \(time) from the start")
      fflush(nil)
    }
    print("peak memory: \(Benchmark.peakMemory / 1024) MB")
  }
}

extension ReadingEvent {
  fileprivate var corpus: Corpus? {
    switch self {
    case .corpus(let corpus), .replaced(let corpus): corpus
    default: nil
    }
  }
}
