import ArticleImport
import Locking
import QuoteModel
import TestSupport
import Testing

@testable import Reading

@Suite("Statements are improved behind the reading")
struct ImprovingTests {
  private static let texts = [
    "\"We will rebuild the bridge,\" Angela Ruiz said on Monday. She added that the council had agreed.",
    "Tomas Oseiv promised on Sunday that port fees would not rise if he was elected again.",
    "It rained.",
    "The board said it would meet. \"Nobody asked us,\" Greta Vinter, who chairs it, told reporters.",
  ]

  private func inputs(_ rounds: Int = 1) -> Inputs {
    Inputs(
      documents: (0..<rounds).flatMap { round in
        ImprovingTests.texts.enumerated().map {
          Document(name: "\(round)-\($0).txt", bytes: Array($1.utf8))
        }
      })
  }

  /// Every quotation with where it stands and who said it.
  private func statements(_ corpus: Corpus) -> [String] {
    (0..<corpus.quotationCount).map { QuotationID($0) }.map { id in
      let speakers = corpus.speakers(of: id).map { corpus[$0].name }
      return "\(corpus.article(of: id).raw) \(speakers) \(corpus[id].kind) \(corpus.text(of: id))"
    }
  }

  private func improve(_ inputs: Inputs) async throws -> [ReadingEvent] {
    let seen = Locked<[ReadingEvent]>([])
    let segments = try #require(await Reading.read(inputs, jobs: 2) { _ in })
    await Reading.improve(segments, jobs: 2) { event in seen.withLock { $0.append(event) } }
    return seen.withLock { $0 }
  }

  @Test("At the end the corpus is the one that careful reading gives, its articles in their places")
  func corpus() async throws {
    let events = try await improve(inputs(5))
    let corpora = events.compactMap { if case .corpus(let corpus) = $0 { corpus } else { nil } }
    let careful = await Reading.corpus(of: inputs(5), jobs: 2, careful: true) { _ in }
    let last = try #require(corpora.last)
    #expect(statements(last) == statements(careful))
    #expect(last.links.actors.map(\.name) == careful.links.actors.map(\.name))
    let names = careful.segments.flatMap(\.articles).map(\.name)
    #expect(corpora.allSatisfy { $0.segments.flatMap(\.articles).map(\.name) == names })
  }

  @Test("Progress counts bytes up to all of them, and the end is told")
  func progress() async throws {
    let events = try await improve(inputs())
    let all = ImprovingTests.texts.reduce(0) { $0 + $1.utf8.count }
    let done = events.compactMap { if case .improving(let done, all, _) = $0 { done } else { nil } }
    #expect(done.first == 0 && done.last == all && done == done.sorted() && done.count == 5)
    guard case .improved(cancelled: false)? = events.last else {
      Issue.record("does not end with improved")
      return
    }
  }

  @Test("Nothing read is nothing to improve")
  func nothing() async throws {
    let events = try await improve(Inputs(documents: []))
    guard case .improved(cancelled: false)? = events.last else {
      Issue.record("does not end with improved")
      return
    }
  }

  @Test("Cancelling ends it early and says so", .timeLimit(Patience.minutes(1)))
  func cancelled() async throws {
    let segments = try #require(await Reading.read(inputs(300), jobs: 2) { _ in })
    let last = Locked<(done: Int, cancelled: Bool)>((0, false))
    let task = Task {
      await Reading.improve(segments, jobs: 1) { event in
        switch event {
        case .improving(let done, _, _):
          last.withLock { $0.done = done }
          if done > 0 { withUnsafeCurrentTask { $0?.cancel() } }
        case .improved(let cancelled): last.withLock { $0.cancelled = cancelled }
        default: break
        }
      }
    }
    await task.value
    #expect(last.withLock { $0.cancelled && $0.done < 20_000 })
  }

  @Test("What is in sight comes first, then the rest in order, each once")
  func order() async throws {
    let segments = try #require(await Reading.read(inputs(), jobs: 2) { _ in })
    let inSight = ArticlesInSight()
    let agenda = Agenda(Segments(segments), inSight)
    inSight.set([ArticleID(2), ArticleID(99), ArticleID(1)])
    #expect(agenda.next()?.row == 2)
    #expect(agenda.next()?.row == 1)
    inSight.set([ArticleID(2)])
    #expect(agenda.next()?.row == 0)
    #expect(agenda.next()?.row == 3)
    #expect(agenda.next() == nil)
  }

  @Test("How long the rest takes is told once it can be")
  func pace() {
    let start = ContinuousClock.now
    var pace = Pace(total: 1000, from: start)
    #expect(pace.secondsLeft(at: start + .seconds(10)) == nil)
    pace.add(250)
    #expect(pace.secondsLeft(at: start + .seconds(1)) == nil)
    #expect(pace.secondsLeft(at: start + .seconds(10)) == 30)
  }
}

@Suite("Segments are taken apart and put together")
struct SegmentsTests {
  private func corpus() async -> Corpus {
    let texts = [
      "Ada Lind said the bridge would open.", "It rained.",
      "\"No,\" Tom Hale said. He said that he had slept.",
    ]
    let documents = (0..<300).map { Document(name: "\($0)", bytes: Array(texts[$0 % 3].utf8)) }
    return await Reading.corpus(of: Inputs(documents: documents), jobs: 2) { _ in }
  }

  @Test("An article unpacked is the one that was packed")
  func unpacked() async {
    let corpus = await corpus()
    let segment = corpus.segments[0]
    let again = Segment(
      (0..<segment.articleCount).map { segment.digested($0) }, firstArticle: 0, firstQuotation: 0,
      firstActor: 0
    )
    #expect(again.count == segment.count && again.count > 100)
    #expect((0..<segment.count).allSatisfy { again.quotation($0) == segment.quotation($0) })
    #expect(again.bytes() == segment.bytes())
    for row in 0..<segment.articleCount {
      let (one, other) = (again.digested(row), segment.digested(row))
      #expect(one.parsed == other.parsed && one.terms == other.terms)
    }
  }

  @Test("Replaced articles move what is behind them, and nothing else changes")
  func replaced() async {
    let corpus = await corpus()
    var segments = Segments(corpus.segments)
    var silent = corpus.segments[0].digested(2)
    silent.parsed.quotations = []
    silent.terms = []
    segments.replace([2: silent])
    let new = Corpus(segments: segments.all, links: Links())
    #expect(new.articleCount == 300)
    #expect(new.quotationCount == corpus.quotationCount - corpus.quotations(in: ArticleID(2)).count)
    #expect(new.quotations(in: ArticleID(2)).isEmpty)
    for row in 0..<300 where row != 2 {
      let (before, after) = (corpus.quotations(in: ArticleID(row)), new.quotations(in: ArticleID(row)))
      #expect(before.map { corpus[QuotationID($0)].content } == after.map { new[QuotationID($0)].content })
    }
  }
}
