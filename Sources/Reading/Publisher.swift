import QuoteModel
import StatementLinks
import Synchronization

/// Links what was read so far beside the reading, and publishes it when that is worth its time.
///
/// Used by one thread; only `clock` is shared, with the linking that goes on beside.
final class Publisher {
  private let linker: Linker
  private let onEvent: @Sendable (ReadingEvent) -> Void
  private var segments = Segments()
  private var linking: Task<Void, Never>?
  private let clock = Clock()

  /// When linking may begin again.
  private final class Clock: Sendable {
    private let due = Mutex<ContinuousClock.Instant?>(.now)

    var isDue: Bool { due.withLock { $0.map { $0 <= .now } ?? false } }
    func begin() { due.withLock { $0 = nil } }
    /// Four times as long a pause as the linking took, and never more often than an eye can follow.
    func end(after cost: Duration) { due.withLock { $0 = .now + max(cost * 4, .milliseconds(40)) } }
  }

  init(_ linker: Linker, _ onEvent: @escaping @Sendable (ReadingEvent) -> Void) {
    self.linker = linker
    self.onEvent = onEvent
  }

  /// Whether enough time has passed to publish again, and no linking is going on.
  var isDue: Bool { clock.isDue }

  /// Packs the batch behind what there is and publishes all of it, from another thread. O(batch) here.
  func publish(_ batch: [DigestedArticle]) {
    segments.append(batch)
    clock.begin()
    linking = Task.detached { [linker, onEvent, clock, segments = segments.all] in
      let start = ContinuousClock.now
      let links = linker.link(segments)
      onEvent(.corpus(Corpus(segments: segments, links: links)))
      clock.end(after: .now - start)
    }
  }

  /// Waits for linking under way; then publishes everything with the rest, unless that is `nil`.
  func finish(_ rest: [DigestedArticle]?) async {
    await linking?.value
    guard let rest, !rest.isEmpty || segments.all.isEmpty else { return }
    publish(rest)
    await linking?.value
  }
}
