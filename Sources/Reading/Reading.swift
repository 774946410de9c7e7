import ArticleImport
import Glibc
import QuoteModel
import QuoteParser
import StatementLinks

/// The conveyor from bytes to a corpus: what browsing, exporting and the benchmarks share.
public enum Reading {
  /// What became of one input, or of one piece of it, in input order.
  public struct Step<Product: Sendable>: Sendable {
    /// What the work made of each article in it, or why there is none.
    public var outcome: Result<[Product], ImportError>
    /// The file it came from, `nil` for standard input and memory.
    public var file: FoundFile?
    /// Whether nothing more comes from this input.
    public var endsInput: Bool
    /// How many inputs are done, this one counted where it is done with this step.
    public var done: Int
    /// How many inputs there are.
    public var total: Int
    /// Whether more is there already: where not, it may be long until the next step.
    public var isFollowed: Bool
  }

  /// How many processors there are for us.
  public static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Does `work` on each article, `jobs` at a time, and hands what came out to `consume` in input order, one
  /// call at a time. Returns whether everything was read: `consume` returning false, or cancelling the task,
  /// ends it early.
  ///
  /// Articles in other languages than English are failures, unless all languages are asked for.
  /// Inputs that hold many articles are cut while the first of them are worked on. Holds a few articles a job in
  /// memory, however many there are.
  @discardableResult
  public static func forEachArticle<Product: Sendable>(
    in inputs: Inputs, jobs: Int = processors, inAllLanguages: Bool = false,
    _ work: @escaping @Sendable (Article) -> Product,
    consume: (Step<Product>) -> Bool
  ) async -> Bool {
    var line = Conveyor<Product>(inputs, jobs: max(1, jobs), takesAllLanguages: inAllLanguages)
    return await withTaskGroup(of: Conveyor<Product>.Report.self) { group in
      while true {
        while let step = line.take() {
          guard !Task.isCancelled, consume(step) else {
            group.cancelAll()
            return false
          }
        }
        while let task = line.next(work) { group.addTask { task() } }
        guard let report = await group.next() else { return !Task.isCancelled }
        line.put(report)
      }
    }
  }

  /// Reads everything and links it once, at the end; `onFailure` is told, in input order, what could not be
  /// read, and `onProgress` how many inputs of how many are done. O(n log n) in quotations, with all of them in
  /// memory and the tokens of no more than a batch.
  public static func corpus(
    of inputs: Inputs, jobs: Int = processors, careful: Bool = false, onFailure: (ImportError) -> Void,
    onProgress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> Corpus {
    // Each reads lists of its own: some milliseconds, at the same time.
    async let made = Linker(jobs: jobs)
    let parser = Parser(careful: careful)
    let linker = await made
    var segments = Segments()
    var batch: [DigestedArticle] = []
    await forEachArticle(in: inputs, jobs: jobs) { article in
      linker.digest(parser.parse(article))
    } consume: { step in
      switch step.outcome {
      case .success(let articles): batch += articles
      case .failure(let error): onFailure(error)
      }
      onProgress(step.done, step.total)
      if batch.count >= 256 || step.done == step.total {
        segments.append(batch)
        batch = []
      }
      return true
    }
    return Corpus(segments: segments.all, links: linker.link(segments.all))
  }

  /// Reads everything and tells `onEvent` as it goes, from any thread: failures and progress in input order;
  /// the corpus as soon as there is one article, then whenever linking again costs less than a fifth of the
  /// time, at last with everything linked; then that it is finished. Cancelling the task ends it early,
  /// with what was last published.
  ///
  /// `actors` is asked whenever it links.
  ///
  /// Returns the segments of all that was read, for `improve`; `nil` where it ended early.
  @discardableResult
  public static func read(
    _ inputs: Inputs, jobs: Int = processors, actors: ActorsAsSaid = ActorsAsSaid(),
    onEvent: @escaping @Sendable (ReadingEvent) -> Void
  ) async -> [Segment]? {
    async let made = Linker(jobs: jobs)
    let parser = Parser()
    let linker = await made
    let publisher = Publisher(linker, actors: actors, onEvent: onEvent)
    var pending: [DigestedArticle] = []
    let isComplete = await forEachArticle(in: inputs, jobs: jobs) { article in
      linker.digest(parser.parse(article))
    } consume: { step in
      switch step.outcome {
      case .success(let articles): pending += articles
      case .failure(let error): onEvent(.failed(error))
      }
      onEvent(.progress(done: step.done, of: step.total))
      if publisher.isDue, !pending.isEmpty {
        publisher.publish(pending)
        pending = []
      }
      return true
    }
    await publisher.finish(isComplete ? pending : nil)
    onEvent(.finished(cancelled: !isComplete))
    return isComplete ? publisher.segments.all : nil
  }
}
