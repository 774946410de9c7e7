import Dispatch

/// Work on many rows, a slice of them on each processor.
enum Slices {
  /// Fewer rows are not worth a thread.
  private static let least = 512

  /// What `body` makes of each slice of the rows, in the order of the slices: the same however many threads there are, as
  /// long as what is made of a row does not depend on its slice. `jobs` is how many threads there may be.
  static func map<Made>(of rows: Int, jobs: Int, _ body: (Range<Int>) -> Made) -> [Made] {
    let count = max(1, min(jobs, rows / least))
    guard count > 1 else { return [body(0..<rows)] }
    // A few slices each, since one may take longer than another.
    let slices = count * 4
    return Array(unsafeUninitializedCapacity: slices) { made, initialized in
      nonisolated(unsafe) let (start, body) = (made.baseAddress, body)
      DispatchQueue.concurrentPerform(iterations: slices) { slice in
        let range = rows * slice / slices..<rows * (slice + 1) / slices
        (start.unsafelyUnwrapped + slice).initialize(to: body(range))
      }
      initialized = slices
    }
  }
}
