import QuoteModel
import Reading

/// Reads the inputs and writes the lines made of each article, in input order.
enum LineWriter {
  /// Output gathered before it is written: few system calls, and still soon on the reader's screen.
  static let batch = 1 << 16

  /// Returns the exit status. O(text), with a few articles a job in memory.
  static func run(
    _ arguments: Arguments, inAllLanguages: Bool = false, _ lines: @escaping @Sendable (Article) -> [UInt8]
  ) async -> Int32 {
    var pending: [UInt8] = []
    var (hasFailures, isOpen) = (false, true)
    var progress = ProgressLine()
    await Reading.forEachArticle(
      in: arguments.inputs, jobs: arguments.jobs, inAllLanguages: inAllLanguages, lines
    ) { step in
      switch step.outcome {
      case .success(let articles): for lines in articles { pending += lines }
      case .failure(let error):
        hasFailures = true
        progress.clear()
        StandardError.report(error)
      }
      // Where nothing more is ready, whoever reads our output may be waiting for it.
      if pending.count >= batch || !step.isFollowed, !pending.isEmpty {
        progress.clear()
        isOpen = StandardOutput.write(pending)
        pending = []
      }
      if step.done < step.total { progress.show(done: step.done, of: step.total) }
      return isOpen
    }
    progress.clear()
    return hasFailures || !isOpen ? 1 : 0
  }
}
