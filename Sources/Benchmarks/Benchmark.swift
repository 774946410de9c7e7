import Glibc
import QuoteModel
import Reading

/// Prints what `docs/performance.md` shows: `Benchmarks [PATH]…`.
enum Benchmark {
  static func run(_ paths: [String]) async {
    let samples = Samples.documents
    let inputs = paths.isEmpty ? Inputs(documents: Samples.many(samples)) : Inputs(paths: paths)
    print("articles: \(paths.isEmpty ? "the samples, 20 times" : paths.joined(separator: " "))")
    await Speed.measure(inputs)
    let corpus = await Speed.measureWhole(inputs)
    KeyCost.measure(corpus)
    FirstPaint.measure()
    print("peak memory of all this: \(peakMemory / 1024) MB")
  }

  /// In kilobytes.
  static var peakMemory: Int { usage.ru_maxrss }

  /// Seconds that all threads together ran: unlike the clock, other work on the machine does not slow it.
  static var processorTime: Double {
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1e6
  }

  private static var usage: rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}

extension Duration {
  var milliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15 }
}

/// Milliseconds that a run took, told by their middle and their nearly worst.
struct Timings {
  private var all: [Double] = []

  mutating func add(_ time: Duration) { all.append(time.milliseconds) }

  var text: String {
    let sorted = all.sorted()
    guard let worst = sorted.last else { return "no runs" }
    func at(_ share: Double) -> String {
      Self.text(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))])
    }
    return
      "median \(at(0.5)), 95th percentile \(at(0.95)), 99th percentile \(at(0.99)), worst \(Self.text(worst)) of \(sorted.count)"
  }

  static func text(_ milliseconds: Double) -> String {
    milliseconds < 10 ? "\((milliseconds * 100).rounded() / 100) ms" : "\(Int(milliseconds.rounded())) ms"
  }
}
