import Locking
import QuoteModel
import StatementLinks

/// Links what was read so far beside the reading, and publishes it when that is worth its time.
///
/// Used by one thread; only `clock` is shared, with the linking that goes on beside.
final class Publisher {
  private let linker: Linker
  private let actors: ActorsAsSaid
  private let onEvent: @Sendable (ReadingEvent) -> Void
  private(set) var segments: Segments
  private var linking: Task<Void, Never>?
  private let clock: Clock
  private let last: LinkedLast

  /// The links that were made last.
  private final class LinkedLast: Sendable {
    private let kept: Locked<Links?>

    init(_ links: Links?) { kept = Locked(links) }

    var links: Links? {
      get { kept.withLock { $0 } }
      set { kept.withLock { $0 = newValue } }
    }
  }

  /// When linking may begin again.
  private final class Clock: Sendable {
    private let due = Locked<ContinuousClock.Instant?>(.now)
    private let pause: Duration

    init(pause: Duration) { self.pause = pause }

    var isDue: Bool { due.withLock { $0.map { $0 <= .now } ?? false } }
    func begin() { due.withLock { $0 = nil } }
    /// Four times as long a pause as the linking took, and never a shorter one than asked for.
    func end(after cost: Duration) { due.withLock { $0 = .now + max(cost * 4, pause) } }
  }

  /// Publishes what comes behind `segments`, or in their place, by default no more often than an eye can follow. `links`
  /// are theirs, where they have been linked.
  init(
    _ linker: Linker, _ segments: [Segment] = [], _ links: Links? = nil,
    actors: ActorsAsSaid = ActorsAsSaid(),
    pause: Duration = .milliseconds(40),
    onEvent: @escaping @Sendable (ReadingEvent) -> Void
  ) {
    self.linker = linker
    self.actors = actors
    self.segments = Segments(segments)
    last = LinkedLast(links)
    clock = Clock(pause: pause)
    self.onEvent = onEvent
  }

  /// Whether enough time has passed to publish again, and no linking is going on.
  var isDue: Bool { clock.isDue }

  /// Packs the batch behind what there is and publishes all of it, from another thread. O(batch) here.
  func publish(_ batch: [DigestedArticle]) {
    segments.append(batch)
    link()
  }

  /// The same; where linking everything takes a while, the batch is first shown linked with what it touches alone. O(links) here then.
  func publishSoon(_ batch: [DigestedArticle]) {
    segments.append(batch)
    if let links = last.links, let segment = segments.all.last,
      segment.firstQuotation >= Self.quicklyLinked, links.relations.count == segment.firstQuotation
    {
      let past = Array(segments.all.dropLast())
      onEvent(.corpus(Corpus(segments: segments.all, links: linker.extend(links, of: past, by: segment))))
    }
    link()
  }

  /// So many quotations are linked anew in about a second.
  private static let quicklyLinked = 10_000

  /// Puts other readings of some articles, by their rows, in the place of those there are and publishes all of
  /// it, from another thread. O(articles) here.
  func publish(replacing articles: [Int: DigestedArticle]) {
    segments.replace(articles)
    link()
  }

  private func link() {
    clock.begin()
    linking = Task.detached { [linker, actors, onEvent, clock, last, segments = segments.all] in
      let start = ContinuousClock.now
      var linker = linker
      linker.corrections = actors.now
      let links = linker.link(segments)
      last.links = links
      onEvent(.corpus(Corpus(segments: segments, links: links)))
      clock.end(after: .now - start)
    }
  }

  /// Waits for linking under way.
  func settle() async { await linking?.value }

  /// Waits for linking under way; then publishes everything with the rest, unless that is `nil`.
  func finish(_ rest: [DigestedArticle]?) async {
    await settle()
    guard let rest, !rest.isEmpty || segments.all.isEmpty else { return }
    publish(rest)
    await settle()
  }
}
