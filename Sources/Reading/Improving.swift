import Locking
import QuoteModel
import QuoteParser
import StatementLinks

extension Reading {
  /// Goes over articles that were read quickly once more with the careful parser, `jobs` at a time and behind
  /// everything else the machine has to do, those in sight first. Tells `onEvent`, from any thread, how far it is
  /// and, every now and then, of the corpus with better statements in the place of the quick ones: the articles
  /// stay what and where they are, quotations, actors and topics need not. At last it tells that it is finished.
  /// Cancelling the task ends it within the time of some two hundred words, with what was last published. Articles of the
  /// rows `besides` are left as they are; `keep` is handed each article that is done and its row.
  ///
  /// O(words * weights of the network), with a few megabytes a job in memory beside the corpus.
  public static func improve(
    _ segments: [Segment], besides done: Set<Int> = [], jobs: Int = processors,
    inSight: ArticlesInSight = ArticlesInSight(),
    actors: ActorsAsSaid = ActorsAsSaid(), onEvent: @escaping @Sendable (ReadingEvent) -> Void,
    keep: (Int, DigestedArticle) -> Void = { _, _ in }
  ) async {
    let linker = Linker()
    let publisher = Publisher(linker, segments, actors: actors, pause: .milliseconds(500), onEvent: onEvent)
    let agenda = Agenda(Segments(segments), besides: done, inSight)
    var pace = Pace(total: agenda.size)
    var pending: [Int: DigestedArticle] = [:]
    onEvent(.improving(done: 0, of: pace.total, secondsLeft: nil))
    for await (row, article) in improved(agenda, linker, jobs: jobs) {
      pending[row] = article
      keep(row, article)
      pace.add(article.parsed.article.text.utf8.count)
      onEvent(.improving(done: pace.done, of: pace.total, secondsLeft: pace.secondsLeft()))
      // What is done already would still be handed out.
      if Task.isCancelled { break }
      if publisher.isDue {
        publisher.publish(replacing: pending)
        pending = [:]
      }
    }
    await publisher.settle()
    if !pending.isEmpty, !Task.isCancelled {
      publisher.publish(replacing: pending)
      await publisher.settle()
    }
    onEvent(.improved(cancelled: Task.isCancelled))
  }

  /// The articles of an agenda as they get done. Ends where all are, or where the task is cancelled.
  private static func improved(
    _ agenda: Agenda, _ linker: Linker, jobs: Int
  ) -> AsyncStream<(Int, DigestedArticle)> {
    let parser = Parser(careful: true)
    return AsyncStream { stream in
      stream.onTermination = { _ in agenda.stop() }
      let workers = max(1, min(jobs, agenda.count))
      agenda.enter(workers)
      for _ in 0..<workers {
        let isStarted = BackgroundThread.start {
          while let (row, article) = agenda.next() {
            let parsed = parser.parse(article, isStopped: { agenda.isStopped })
            if !agenda.isStopped { stream.yield((row, linker.digest(parsed))) }
          }
          if agenda.leave() { stream.finish() }
        }
        if !isStarted, agenda.leave() { stream.finish() }
      }
    }
  }
}

/// The articles that are still to be gone over, and who is at it.
final class Agenda: Sendable {
  /// How many articles there were, and how many bytes of text.
  let (count, size): (Int, Int)
  private let corpus: Corpus
  private let inSight: ArticlesInSight
  private let state: Locked<State>

  private struct State {
    var isTaken: [Bool]
    var next = 0
    var workers = 0
    var isStopped = false
  }

  /// All articles but those of the rows `besides`.
  init(_ segments: Segments, besides done: Set<Int> = [], _ inSight: ArticlesInSight) {
    corpus = Corpus(segments: segments.all, links: Links())
    let isTaken = (0..<segments.articleCount).map(done.contains)
    count = isTaken.count { !$0 }
    size = segments.all.reduce(0) { size, segment in
      (0..<segment.articleCount).filter { !isTaken[segment.firstArticle + $0] }
        .reduce(size) { $0 + segment.text($1).utf8.count }
    }
    self.inSight = inSight
    state = Locked(State(isTaken: isTaken))
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }
  func stop() { state.withLock { $0.isStopped = true } }

  func enter(_ workers: Int) { state.withLock { $0.workers += workers } }
  /// Returns whether nobody is left.
  func leave() -> Bool {
    state.withLock {
      $0.workers -= 1
      return $0.workers == 0
    }
  }

  /// The next article, one in sight if there is one, and its row in the corpus. O(articles in sight).
  func next() -> (row: Int, article: Article)? {
    state.withLock { state in
      guard !state.isStopped else { return nil }
      let wanted = inSight.first { state.isTaken.indices.contains($0.index) && !state.isTaken[$0.index] }
      while state.next < state.isTaken.count, state.isTaken[state.next] { state.next += 1 }
      let row = wanted?.index ?? state.next
      guard row < state.isTaken.count else { return nil }
      state.isTaken[row] = true
      return (row, corpus[ArticleID(row)])
    }
  }
}

/// How fast a long work goes.
public struct Pace {
  /// How much there is to do.
  public let total: Int
  /// How much of it is done.
  public private(set) var done = 0
  private let start: ContinuousClock.Instant

  /// A work that begins now.
  public init(total: Int, from start: ContinuousClock.Instant = .now) {
    self.total = total
    self.start = start
  }

  /// So much more is done.
  public mutating func add(_ size: Int) { done += size }

  /// How long the rest takes if it goes on as it went, once that can be told.
  public func secondsLeft(at now: ContinuousClock.Instant = .now) -> Int? {
    let passed = now - start
    guard done > 0, passed > .seconds(2) else { return nil }
    let seconds = Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    return Int(seconds * Double(total - done) / Double(done))
  }
}
