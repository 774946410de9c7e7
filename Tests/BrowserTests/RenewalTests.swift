import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// What a person looks at stays where it is while better statements take the place of those on the screen.
@Suite struct Renewing {
  /// The fixture corpus parsed better: the first article has a statement before the others and one behind them, the
  /// second statement ends earlier, the third is gone. In the new snapshot the old 0, 1, 3, 4, 5 are 1, 2, 4, 5, 6.
  static let better = Rewritten(FixtureCorpus.make()) { article, quotations in
    guard article == 0 else { return }
    quotations.remove(at: 2)
    quotations[1].content[0].end -= 10
    quotations.insert(statement(TextRange(0, 30), "2024-10-12"), at: 0)
    quotations.append(statement(TextRange(310, 330), "2024-10-10"))
  }

  private static func statement(_ range: TextRange, _ date: String) -> Quotation {
    var quotation = Quotation(content: [range])
    quotation.speakers = [0]
    quotation.time = PartialDate(date).map { Quotation.Time($0, isStated: true) }
    return quotation
  }

  @Test func cursorAndReaderStayOnTheirStatement() {
    var person = Person(80, 15)
    person.press("j")
    let (before, reader) = (person.position(.quotes), person.state.lineInSight)
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.reading == QuotationID(2))
    let after = person.position(.quotes)
    #expect(person.state.results.quotes[after.cursor] == QuotationID(2))
    #expect(after.cursor == before.cursor + 1 && after.cursor - after.top == before.cursor - before.top)
    #expect(person.state.lineInSight?.offset == reader?.offset)
    #expect(person.shows("quote 3/4"))
  }

  @Test func articlesMayChangePlacesWhereTheLibraryHasChanged() {
    var person = Person(80, 15)
    person.press("j")
    let (old, read) = (person.state.corpus, person.state.reading)
    let text = read.map { old.text(of: $0) }
    person.send(.replaced(Self.turned(old)))
    #expect(person.state.reading != read && text != nil)
    #expect(person.state.reading.map { person.state.corpus.text(of: $0) } == text)
    let row = person.position(.quotes).cursor
    #expect(person.state.results.quotes[row] == person.state.reading)
  }

  @Test func anArticleThatHasGoneGivesWay() {
    var person = Person(80, 15)
    person.press("G")
    #expect(person.state.reading.map { person.state.corpus.article(of: $0).index } == 1)
    person.send(.corpus(FixtureCorpus.make(articles: 1)))
    #expect(person.state.corpus.articleCount == 2)
    person.send(.replaced(FixtureCorpus.make(articles: 1)))
    #expect(person.state.corpus.articleCount == 1)
    #expect(person.state.reading.map { person.state.corpus.article(of: $0).index } == 0)
  }

  /// The same articles, the last one first, with their speakers and nothing else.
  private static func turned(_ old: Corpus) -> Corpus {
    var (segments, links) = ([Segment](), Links())
    links.actors = old.links.actors
    for segment in old.segments.reversed() {
      let last = segments.last
      segments.append(
        Segment(
          (0..<segment.articleCount).map(segment.digested),
          firstArticle: last.map { $0.firstArticle + $0.articleCount } ?? 0,
          firstQuotation: last.map { $0.firstQuotation + $0.count } ?? 0,
          firstActor: last.map { $0.firstActor + $0.actorCount } ?? 0))
      links.actorOfArticleActor += (0..<segment.actorCount).map {
        old.links.actorOfArticleActor[segment.firstActor + $0]
      }
    }
    let plain = Corpus(segments: segments, links: links)
    var spoken: [(row: Int, quotation: QuotationID)] = []
    for id in (0..<plain.quotationCount).map({ QuotationID($0) }) {
      for actor in plain.speakers(of: id) { spoken.append((actor.index, id)) }
      links.topicsOfQuotation.append([])
    }
    links.quotationsBySpeaker = PackedLists(count: links.actors.count, pairs: spoken)
    links.relations = RelationLists(Array(repeating: [Relation](), count: plain.quotationCount))
    return Corpus(segments: segments, links: links)
  }

  @Test func nothingMovesForWhoHasOnlyLooked() {
    var person = Person(80, 15)
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.reading == QuotationID(1) && person.state.cursor(.quotes) == 1)
    #expect(person.position(.quotes).top == 1)
  }

  @Test func aStatementThatIsGoneGivesWayToTheNearestOfItsArticle() {
    var person = Person()
    person.press("j j")
    #expect(person.state.reading == QuotationID(2))
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.reading == QuotationID(3))
    #expect(person.state.corpus.article(of: QuotationID(3)) == ArticleID(0))
  }

  @Test func aStatementThatLeavesTheFilterIsStillRead() {
    var person = Person()
    person.press("1 G Enter 3")
    #expect(
      person.state.query.description == "speaker:\"Tomas Oseiv\"" && person.state.reading == QuotationID(2))
    person.send(.corpus(Self.better.corpus))
    #expect(
      person.state.query.description == "speaker:\"Tomas Oseiv\"" && person.state.results.quotes.isEmpty)
    #expect(person.state.reading == QuotationID(3) && person.shows("quote 4/4"))
  }

  @Test func theReaderKeepsItsLineAndItsSearch() {
    var person = Person(40, 12)
    person.press("4 / 'channel' Enter C-d")
    let line = person.state.lineInSight
    #expect((line?.offset ?? 0) > 0)
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.search.text == "channel" && person.state.focus == .reader)
    let offset = person.state.lineInSight?.offset ?? -1
    #expect(abs(offset - (line?.offset ?? 0)) < 40)
  }

  @Test func relatedTopicsAndActorsKeepTheirRows() {
    var person = Person()
    person.press("2 j 1 j 3 j 5 j")
    let (topic, actor) = (person.topic, person.actor)
    #expect(person.state.currentRelation?.target == QuotationID(3))
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.currentRelation?.target == QuotationID(4))
    #expect(person.topic == topic && person.actor == actor && topic != nil && actor != nil)
  }

  @Test func theWayBackAndTheStepsGoOn() {
    var person = Person()
    person.press("j ] r")
    #expect(person.state.reading == QuotationID(0))
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.reading == QuotationID(1))
    person.press(";")
    #expect(person.state.reading == QuotationID(4))
    person.press("C-o C-o")
    #expect(person.state.reading == QuotationID(2))
    person.press("L")
    #expect(person.state.reading == QuotationID(1))
  }

  @Test func articlesAndACorpusWithoutStatementsAreSurvived() {
    let empty = Rewritten(FixtureCorpus.make()) { _, quotations in quotations = [] }
    let first = Rewritten(FixtureCorpus.make()) { article, quotations in if article == 0 { quotations = [] } }
    var person = Person(120, 40)
    person.press("j ] r 4")
    person.send(.corpus(first.corpus))
    #expect(person.state.reading == QuotationID(0))
    person.send(.corpus(empty.corpus))
    #expect(person.state.reading == nil)
    _ = person.picture
    person.press("C-o C-o j k ; y")
    person.send(.corpus(Self.better.corpus))
    #expect(person.state.reading != nil)
  }

  @Test func articlesInSightComeWithTheOneReadFirst() {
    var person = Person()
    person.press("G")
    #expect(person.state.articlesInSight == [ArticleID(1), ArticleID(0)])
    person.resize(10, 3)
    _ = person.state.articlesInSight
  }

  @Test func randomKeysBetweenSnapshotsNeverTrap() {
    var random = Seeded(state: 11)
    let corpora = [
      FixtureCorpus.make(), Self.better.corpus,
      Rewritten(FixtureCorpus.make()) { article, quotations in if article == 1 { quotations = [] } }.corpus,
    ]
    let keys = Command.all.flatMap(\.keys).flatMap(\.keys)
    var person = Person(100, 30)
    for round in 0..<3000 {
      if round % 20 == 0, let corpus = corpora.randomElement(using: &random) { person.send(.corpus(corpus)) }
      if let key = keys.randomElement(using: &random) { person.send(.input(.key(key))) }
      if round % 5 == 0 { _ = person.picture }
    }
  }
}

@Suite struct Improving {
  @Test(
    arguments: [
      (37, nil, "improving 37%"), (37, 59, "improving 37%"), (3, 2500, "improving 3%, 42 min"),
      (0, 25_000, "improving 0%, 7 h"), (100, 0, "improving 100%"),
    ] as [(Int, Int?, String)])
  func theFootSaysHowFarItIs(done: Int, seconds: Int?, text: String) {
    var person = Person()
    person.send(.improving(done: done, of: 100, secondsLeft: seconds))
    #expect(person.state.progressText == text)
    #expect(person.shows(text))
  }

  @Test func controlCStopsIt() {
    var person = Person()
    person.send(.improving(done: 1, of: 100, secondsLeft: nil))
    person.press("C-c")
    #expect(person.effects == [.stopReading])
    person.send(.improved(cancelled: true))
    #expect(person.state.progressText == nil && person.shows("improving stopped"))
  }

  @Test func whenItIsDoneNothingIsSaid() {
    var person = Person()
    let before = person.picture
    person.send(.improving(done: 100, of: 100, secondsLeft: 0))
    person.send(.improved(cancelled: false))
    #expect(person.picture == before)
  }
}

extension Person {
  fileprivate func position(_ pane: Pane) -> ListPosition { state.positions[pane] ?? ListPosition() }
  fileprivate var topic: String? { state.currentTopic.map { state.corpus[$0].label } }
  fileprivate var actor: String? { state.currentActor.map { state.corpus[$0].name } }
}

/// A corpus whose articles were parsed anew. Statements that overlap an old one keep its topics and relations.
struct Rewritten {
  let corpus: Corpus

  init(_ old: Corpus, _ change: (Int, inout [Quotation]) -> Void) {
    var segments: [Segment] = []
    var (firstArticle, firstQuotation, firstActor) = (0, 0, 0)
    for segment in old.segments {
      let batch = (0..<segment.articleCount).map { row in
        var article = segment.digested(row)
        change(segment.firstArticle + row, &article.parsed.quotations)
        article.terms = article.parsed.quotations.map { _ in QuotationTerms() }
        return article
      }
      let new = Segment(
        batch, firstArticle: firstArticle, firstQuotation: firstQuotation, firstActor: firstActor)
      segments.append(new)
      firstArticle += batch.count
      firstQuotation += new.count
      firstActor += new.actorCount
    }
    corpus = Corpus(segments: segments, links: Self.links(old, segments))
  }

  private static func links(_ old: Corpus, _ segments: [Segment]) -> Links {
    var links = Links()
    let plain = Corpus(segments: segments, links: old.links)
    let origins = (0..<plain.quotationCount).map { row -> QuotationID? in
      let spans = plain[QuotationID(row)].content
      return old.quotations(in: plain.article(of: QuotationID(row))).map { QuotationID($0) }
        .first { old[$0].content.contains { a in spans.contains { $0.overlaps(a) } } }
    }
    links.actors = old.links.actors
    links.actorOfArticleActor = old.links.actorOfArticleActor
    links.topics = old.links.topics
    var (spoken, about): ([(row: Int, quotation: QuotationID)], [(row: Int, quotation: QuotationID)]) = (
      [], []
    )
    var related: [[Relation]] = []
    for (row, origin) in origins.enumerated() {
      let id = QuotationID(row)
      for actor in plain.speakers(of: id) { spoken.append((actor.index, id)) }
      let topics = origin.map { Array(old.links.topicsOfQuotation[$0.index]) } ?? []
      for topic in topics { about.append((topic.index, id)) }
      links.topicsOfQuotation.append(topics)
      let relations = origin.map { old.links.relations[$0.index] } ?? []
      related.append(
        relations.compactMap { relation in
          origins.firstIndex(of: relation.target).map {
            Relation(to: QuotationID($0), relation.kind, score: relation.score, evidence: relation.evidence)
          }
        })
    }
    links.relations = RelationLists(related)
    links.quotationsBySpeaker = PackedLists(count: links.actors.count, pairs: spoken)
    links.quotationsByTopic = PackedLists(count: links.topics.count, pairs: about)
    return links
  }
}
