import QuoteModel
import Reading

/// Reads the inputs and writes the lines made of each article, in input order.
enum LineWriter {
  /// Output gathered before it is written: few system calls, and still soon on the reader's screen.
  static let batch = 1 << 16

  /// Returns the exit status. O(text), with a few articles a job in memory.
  static func run(_ arguments: Arguments, _ lines: @escaping @Sendable (Article) -> [UInt8]) async -> Int32 {
    var pending: [UInt8] = []
    var (hasFailures, isOpen) = (false, true)
    await Reading.forEachArticle(in: arguments.inputs, jobs: arguments.jobs, lines) { step in
      switch step.outcome {
      case .success(let articles): for lines in articles { pending += lines }
      case .failure(let error):
        hasFailures = true
        StandardError.report(error)
      }
      if pending.count >= batch || step.done == step.total {
        isOpen = StandardOutput.write(pending)
        pending = []
      }
      return isOpen
    }
    return hasFailures || !isOpen ? 1 : 0
  }
}
