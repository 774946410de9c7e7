import ArticleImport
import QuoteModel
import QuoteParser
import Reading
import StatementLinks
import Synchronization

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

  /// When a batch is written: what is lost when the program is killed is parsed again.
  private static let batch = (articles: 64, bytes: 4 << 20)

  /// Reads files and folders, parses what is new in them and puts it in, a batch at a time. A file that has not changed
  /// since is not read; of one that has, articles that it no longer holds are taken out, unless they came from elsewhere
  /// too. Paths should be absolute: they are what files are known by. Stopped or killed at any moment and begun again, it
  /// goes on where it was. Cancelling the task ends it behind the batch in hand.
  ///
  /// Links are not made anew: see `link`. O(new text), with a batch in memory.
  @discardableResult
  public func add(
    _ inputs: Inputs, jobs: Int = Reading.processors, careful: Bool = false,
    tell: (Progress) -> Void = { _ in }
  ) async throws(LibraryError) -> Addition {
    var sum = Addition()
    let inputs = try leavingOutKnown(inputs, careful: careful, &sum)
    let maker = ArticleMaker(known: try knownHashes(careful: careful), careful: careful)
    var batch = Batch(self)
    var failure: LibraryError?
    var pace: Pace?
    await Reading.forEachArticle(in: inputs, jobs: jobs) {
      maker.make($0)
    } consume: { step in
      batch.add(step)
      if case .failure(let error) = step.outcome { tell(.failed(error)) }
      if pace == nil { pace = Pace(total: step.total) }
      if step.endsInput { pace?.add(1) }
      tell(.files(done: step.done, of: step.total, secondsLeft: pace?.secondsLeft()))
      guard batch.articles >= Self.batch.articles || batch.bytes >= Self.batch.bytes else { return true }
      do throws(LibraryError) { try batch.write(&sum) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
    // Ended early, what is whole of it is still worth keeping.
    try batch.write(&sum)
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

  /// The inputs without the files that are as they were when they were read to their end, by this parser and as carefully
  /// as asked for.
  private func leavingOutKnown(
    _ inputs: Inputs, careful: Bool, _ sum: inout Addition
  ) throws(LibraryError) -> Inputs {
    let known = Set(
      try database.rows(
        """
        SELECT path, name, size, modified FROM source WHERE size IS NOT NULL AND id NOT IN
          (SELECT source FROM origin JOIN article ON article.id = origin.article WHERE parser <> ? OR careful < ?)
        """, .text(Parse.maker), .integer(careful ? 1 : 0)
      ) { row in
        FoundFile(path: row.text(0), name: row.text(1), size: row.integer(2), modified: row.integer(3))
      })
    return inputs.leavingOut { file in
      let isKnown = known.contains(file)
      if isKnown { sum.unchanged += 1 }
      return isKnown
    }
  }

  /// What is there and need not be parsed again.
  private func knownHashes(careful: Bool) throws(LibraryError) -> Set<ContentHash> {
    Set(
      try database.rows(
        "SELECT hash FROM article WHERE parser = ? AND careful >= ?",
        .text(Parse.maker), .integer(careful ? 1 : 0)
      ) { ContentHash(bytes: $0.blob(0)) })
  }
}

/// From an article that was read to one that goes into the library, on any thread.
private final class ArticleMaker: Sendable {
  private let known: Set<ContentHash>
  private let isCareful: Bool
  private let parser: Parser
  private let linker = Linker()

  init(known: Set<ContentHash>, careful: Bool) {
    (self.known, isCareful) = (known, careful)
    parser = Parser(careful: careful)
  }

  func make(_ article: Article) -> NewArticle {
    let hash = ContentHash(of: article)
    guard !known.contains(hash) else { return NewArticle(known: article, hash) }
    return NewArticle(article, hash, linker.digest(parser.parse(article)), isCareful: isCareful)
  }
}

/// Steps of reading that are written together.
private struct Batch {
  private let library: Library
  private var steps: [Reading.Step<NewArticle>] = []
  private(set) var articles = 0
  private(set) var bytes = 0
  /// The articles of the file at hand, as far as they have been written.
  private var written: Set<Int64> = []
  private var hasFailed = false

  init(_ library: Library) { self.library = library }

  mutating func add(_ step: Reading.Step<NewArticle>) {
    steps.append(step)
    guard case .success(let new) = step.outcome else { return }
    articles += new.count
    bytes += new.reduce(0) { $0 + $1.article.text.utf8.count }
  }

  /// Writes all of it or nothing.
  mutating func write(_ sum: inout Addition) throws(LibraryError) {
    guard !steps.isEmpty else { return }
    var (state, result) = (self, sum)
    try library.database.transaction { () throws(LibraryError) in
      for step in state.steps { try state.write(step, &result) }
    }
    (state.steps, state.articles, state.bytes) = ([], 0, 0)
    (self, sum) = (state, result)
  }

  private mutating func write(_ step: Reading.Step<NewArticle>, _ sum: inout Addition) throws(LibraryError) {
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
