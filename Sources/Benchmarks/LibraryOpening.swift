import Browser
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
    let times = Locked<[(Int, Double)]>([])
    await Library.read(path) { event in
      guard case .corpus(let corpus) = event else { return }
      state.withLock { state in
        _ = update(&state, .corpus(corpus))
        _ = draw(state, size)
      }
      times.withLock { $0.append((corpus.quotationCount, (clock.now - start).milliseconds)) }
    }
    for (count, time) in times.withLock({ $0 }) {
      print("a screen of \(count) quotations: \(Timings.text(time)) from the start")
    }
    print("peak memory: \(Benchmark.peakMemory / 1024) MB")
  }
}
