import ArticleImport
import Dispatch
import Locking
import QuoteModel
import QuoteParser
import Reading
import StatementLinks

/// What adding came to.
public struct Addition: Sendable, Equatable {
  /// Articles that are in the library now and were not before.
  public internal(set) var added = 0
  /// Articles that were there already, under whatever name.
  public internal(set) var known = 0
  /// Articles that are gone, because their file holds others now.
  public internal(set) var removed = 0
  /// Files that are as they were, and were not read.
  public internal(set) var unchanged = 0
}

extension Library {
  /// What is told while articles are added.
  public enum Progress: Sendable {
    /// So many of so many files are read, and about how many seconds the rest will take.
    case files(done: Int, of: Int, secondsLeft: Int?)
    /// Something could not be read.
    case failed(ImportError)
  }

  /// When a batch is written, whichever comes first. Each costs every page that is touched; what is parsed meanwhile is
  /// kept (`ParsedAhead`).
  private static let batch = (articles: 256, bytes: 4 << 20, time: Duration.seconds(2))

  /// Reads files and folders, parses what is new in them and puts it in, a batch at a time. A file that has not changed
  /// since is not read; of one that has, articles that it no longer holds are taken out, unless they came from elsewhere
  /// too. Paths should be absolute: they are what files are known by. Stopped or killed at any moment and begun again, it
  /// goes on where it was: what was parsed is not parsed again. Cancelling the task ends it behind the batch in hand.
  ///
  /// Links are not made anew: see `link`. O(new text), with a batch in memory.
  @discardableResult
  public func add(
    _ inputs: Inputs, jobs: Int = Reading.processors, careful: Bool = false,
    tell: (Progress) -> Void = { _ in }
  ) async throws(LibraryError) -> Addition {
    var unchanged = 0
    let known = try KnownArticles(in: self, careful: careful)
    let inputs = inputs.leavingOut { file in
      let isKnown = known.contains(file)
      if isKnown { unchanged += 1 }
      return isKnown
    }
    let ahead = ParsedAhead(beside: path)
    let maker = ArticleMaker(known: known, ahead: ahead, careful: careful)
    let writer = BatchWriter(self, Addition(unchanged: unchanged))
    var steps: [Reading.Step<NewArticle>] = []
    var (size, begun) = ((articles: 0, bytes: 0), ContinuousClock.now)
    var pace: Pace?
    await Reading.forEachArticle(in: inputs, jobs: jobs) {
      maker.make($0)
    } consume: { step in
      steps.append(step)
      switch step.outcome {
      case .failure(let error): tell(.failed(error))
      case .success(let new):
        size.articles += new.count
        size.bytes += new.reduce(0) { $0 + $1.article.text.utf8.count }
      }
      if pace == nil { pace = Pace(total: step.total) }
      if step.endsInput { pace?.add(1) }
      tell(.files(done: step.done, of: step.total, secondsLeft: pace?.secondsLeft()))
      let isFull = size.articles >= Self.batch.articles || size.bytes >= Self.batch.bytes
      guard isFull || ContinuousClock.now - begun >= Self.batch.time else { return true }
      defer { (steps, size, begun) = ([], (0, 0), .now) }
      return writer.write(steps)
    }
    // Ended early, what is whole of it is still worth keeping.
    if !steps.isEmpty { _ = writer.write(steps) }
    let sum = try writer.finish()
    ahead?.end(isKnown: known.contains)
    return sum
  }

  /// Remembers a path as one whose files belong to the library.
  public func addRoot(_ path: String) throws(LibraryError) {
    try database.run("INSERT OR IGNORE INTO root VALUES (?)", .text(path))
  }

  /// The paths that were added.
  public func roots() throws(LibraryError) -> [String] {
    try database.rows("SELECT path FROM root ORDER BY path") { $0.text(0) }
  }
}

/// From an article that was read to one that goes into the library, on any thread.
private final class ArticleMaker: Sendable {
  private let known: KnownArticles
  private let ahead: ParsedAhead?
  private let isCareful: Bool
  private let parser: Parser
  private let linker = Linker()

  init(known: KnownArticles, ahead: ParsedAhead?, careful: Bool) {
    (self.known, self.ahead, isCareful) = (known, ahead, careful)
    parser = Parser(careful: careful)
  }

  func make(_ article: Article) -> NewArticle {
    let hash = ContentHash(of: article)
    guard !known.contains(hash) else { return NewArticle(known: article, hash) }
    if let new = ahead?.take(article, hash, careful: isCareful) { return new }
    let new = NewArticle(article, hash, linker.digest(parser.parse(article)), isCareful: isCareful)
    ahead?.keep(new)
    return new
  }
}

/// Writes batches of steps beside the reading, one after the other: while they wait for the disk, more is parsed.
///
/// Whoever made it does not touch the library until `finish` returns.
private final class BatchWriter: @unchecked Sendable {
  /// One is written, one waits: reading halts for a disk that is slower for long, and not for each time it is waited for.
  private static let mostAtATime = 2

  private let queue = DispatchQueue(label: "library")
  private let room = DispatchSemaphore(value: mostAtATime)
  /// Touched on the queue alone.
  private let writing: Writing
  private let result: Locked<Result<Addition, LibraryError>>

  init(_ library: Library, _ sum: Addition) {
    writing = Writing(library)
    result = Locked(.success(sum))
  }

  /// Has a batch written, once there is room for it. Returns whether there is a point in more: not after a failure.
  func write(_ steps: [Reading.Step<NewArticle>]) -> Bool {
    room.wait()
    queue.async { [self] in
      if case .success(let sum) = result.withLock(\.self) {
        let new: Result<Addition, LibraryError>
        do throws(LibraryError) { new = .success(try writing.write(steps, behind: sum)) } catch {
          new = .failure(error)
        }
        result.withLock { $0 = new }
      }
      room.signal()
    }
    if case .failure = result.withLock(\.self) { return false }
    return true
  }

  /// Waits until everything is written. Returns what it came to.
  func finish() throws(LibraryError) -> Addition {
    queue.sync {}
    return try result.withLock(\.self).get()
  }
}

/// Puts steps of reading into a library.
private final class Writing {
  private let library: Library
  /// The articles of the file at hand, as far as they have been written.
  private var written: Set<Int64> = []
  private var hasFailed = false

  init(_ library: Library) { self.library = library }

  /// Writes all of the steps or nothing.
  func write(_ steps: [Reading.Step<NewArticle>], behind sum: Addition) throws(LibraryError) -> Addition {
    try library.database.transaction { () throws(LibraryError) in
      var sum = sum
      for step in steps { try write(step, &sum) }
      return sum
    }
  }

  private func write(_ step: Reading.Step<NewArticle>, _ sum: inout Addition) throws(LibraryError) {
    switch step.outcome {
    case .failure: hasFailed = true
    case .success(let articles):
      for new in articles {
        guard let (row, isNew) = try library.put(new) else { continue }
        if isNew { sum.added += 1 } else { sum.known += 1 }
        let source = try library.source(
          step.file?.path ?? new.article.path, name: step.file?.name ?? new.article.name)
        try library.addOrigin(source, of: row, name: new.article.name)
        written.insert(row)
      }
    }
    guard step.endsInput else { return }
    if let file = step.file, !hasFailed {
      sum.removed += try library.removeOrigins(in: file.path, but: written)
      try library.remember(file)
    }
    (written, hasFailed) = ([], false)
  }
}
