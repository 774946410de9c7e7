import ArticleImport
import QuoteModel

/// What is to be done with the inputs, in which order, and what came out, put back into the order of the inputs.
///
/// A slot stands for an input or for a piece of one. An input that turns out to hold pieces keeps its slot, and each
/// piece that is cut from it gets one before it, so that the order of the slots is that of the articles however deep
/// archives lie inside of archives.
struct Conveyor<Product: Sendable> {
  /// What a task is to do; it is done outside.
  typealias Work = @Sendable () -> Report

  /// What is to be done with an article, or why that cannot be.
  private typealias Worker = @Sendable (Article) throws(ImportError) -> Product

  /// What a task did.
  enum Report: Sendable {
    case finished(slot: Int, Result<[Product], ImportError>)
    case opened(slot: Int, any Cutter)
    case cut(slot: Int, Piece?, any Cutter)
    case failed(slot: Int, ImportError)
  }

  private enum State {
    case running
    case finished(Result<[Product], ImportError>)
    /// Waits to be cut further; `nil` while that is going on.
    case cutting((any Cutter)?)
  }

  private struct Slot {
    var id: Int
    var state = State.running
    /// The input it stands for, or lies in.
    var input: Int
    /// Whether the input is done with it.
    var endsInput: Bool
  }

  private let found: [Result<Input, ImportError>]
  private let fields: FieldNames
  private let jobs: Int
  /// Whether articles in other languages than English are to be worked on too.
  private let takesAllLanguages: Bool
  private var slots: [Slot] = []
  private var nextInput = 0
  private var nextID = 0
  private var running = 0
  private var done = 0
  /// Pieces that were cut and wait for a task.
  private var waiting: [(slot: Int, piece: Piece)] = []

  /// How many inputs there are.
  var total: Int { found.count }
  /// Those behind a slow article may finish, but not run away from it.
  private var window: Int { jobs * 8 }

  init(_ inputs: Inputs, jobs: Int, takesAllLanguages: Bool) {
    found = inputs.find()
    fields = inputs.fields
    self.jobs = jobs
    self.takesAllLanguages = takesAllLanguages
  }

  /// What came out for the first slot, if that is done.
  mutating func take() -> Reading.Step<Product>? {
    guard let first = slots.first, case .finished(let outcome) = first.state else { return nil }
    slots.removeFirst()
    if first.endsInput { done += 1 }
    var isFollowed = false
    if let next = slots.first, case .finished = next.state { isFollowed = true }
    var file: FoundFile?
    if case .success(.file(let found, _)) = found[first.input] { file = found }
    return Reading.Step(
      outcome: outcome, file: file, endsInput: first.endsInput, done: done, total: total,
      isFollowed: isFollowed)
  }

  /// The next task to begin with, `nil` where enough are running or nothing is left.
  mutating func next(_ work: @escaping @Sendable (Article) -> Product) -> Work? {
    guard running < jobs else { return nil }
    let work: Worker = { [takesAllLanguages] article throws(ImportError) in
      if !takesAllLanguages, let language = article.language, language != "en" {
        throw ImportError(
          path: article.path, place: article.path.hasSuffix(article.name) ? "" : article.name,
          reason: "is in \(Language.name(language)); only English is parsed")
      }
      return work(article)
    }
    if let (slot, piece) = waiting.popLast() {
      running += 1
      return { Self.work(on: piece, slot, work) }
    }
    guard slots.count < window else { return nil }
    if let row = slots.firstIndex(where: { if case .cutting = $0.state { true } else { false } }) {
      // One piece after the other; the inputs behind wait, for they may be as large.
      guard case .cutting(let waitingCutter) = slots[row].state, let cutter = waitingCutter else {
        return nil
      }
      slots[row].state = .cutting(nil)
      running += 1
      return { [id = slots[row].id] in Self.cut(cutter, id) }
    }
    guard nextInput < found.count else { return nil }
    let (input, fields) = (found[nextInput], fields)
    let slot = newSlot(input: nextInput, endsInput: true)
    nextInput += 1
    slots.append(slot)
    running += 1
    return { Self.open(input, fields, slot.id, work) }
  }

  /// Takes in what a task did.
  mutating func put(_ report: Report) {
    running -= 1
    switch report {
    case .finished(let slot, let outcome): set(slot, .finished(outcome))
    case .opened(let slot, let cutter): set(slot, .cutting(cutter))
    case .failed(let slot, let error): set(slot, .finished(.failure(error)))
    case .cut(let slot, nil, _): set(slot, .finished(.success([])))
    case .cut(let slot, let piece?, let cutter):
      guard let row = slots.firstIndex(where: { $0.id == slot }) else { return }
      slots[row].state = .cutting(cutter)
      var inner = newSlot(input: slots[row].input, endsInput: false)
      if case .failure(let error) = piece {
        inner.state = .finished(.failure(error))
      } else {
        waiting.append((inner.id, piece))
      }
      slots.insert(inner, at: row)
    }
  }

  private mutating func newSlot(input: Int, endsInput: Bool) -> Slot {
    nextID += 1
    return Slot(id: nextID, input: input, endsInput: endsInput)
  }

  private mutating func set(_ slot: Int, _ state: State) {
    if let row = slots.firstIndex(where: { $0.id == slot }) { slots[row].state = state }
  }

  // MARK: What tasks do

  private static func open(
    _ input: Result<Input, ImportError>, _ fields: FieldNames, _ slot: Int, _ work: Worker
  ) -> Report {
    guard !Task.isCancelled else { return .finished(slot: slot, .success([])) }
    do throws(ImportError) { return try report(try input.get().open(fields), slot, work) } catch {
      return .failed(slot: slot, error)
    }
  }

  private static func work(on piece: Piece, _ slot: Int, _ work: Worker) -> Report {
    guard !Task.isCancelled else { return .finished(slot: slot, .success([])) }
    do throws(ImportError) {
      switch piece {
      case .article(let article): return try report(.article(article), slot, work)
      case .failure(let error): throw error
      case .document(let document): return try report(try ArticleFormats.open(document), slot, work)
      }
    } catch { return .failed(slot: slot, error) }
  }

  private static func report(
    _ opened: ArticleFormats.Opened, _ slot: Int, _ work: Worker
  ) throws(ImportError) -> Report {
    switch opened {
    case .article(let article): .finished(slot: slot, .success([try work(article)]))
    case .pieces(let cutter): .opened(slot: slot, cutter)
    }
  }

  private static func cut(_ cutter: any Cutter, _ slot: Int) -> Report {
    var cutter = cutter
    do throws(ImportError) {
      let piece = try cutter.next()
      return .cut(slot: slot, piece, cutter)
    } catch { return .failed(slot: slot, error) }
  }
}
