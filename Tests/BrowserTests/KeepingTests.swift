import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

@Suite struct Keepings {
  /// The journal that a person has written so far.
  private func journal(of keys: String, _ person: inout Person) -> [String] {
    var lines: [String] = []
    for key in keys.split(separator: " ") {
      person.press(String(key))
      for case .appendJournal(let new) in person.effects { lines += new }
    }
    return lines
  }

  @Test func marksNotesAndCorrectionsAreTakenUpAgain() {
    var person = Person(120, 40)
    var lines = journal(of: "m j g n 'check' Enter", &person)
    lines += journal(of: "j c Enter 'déry' Enter", &person)
    lines += journal(of: "G c j Enter", &person)
    #expect(
      person.state.corpus.speakers(of: QuotationID(2)).map { person.state.corpus[$0].name } == ["Anouk Déry"])
    #expect(person.state.results.quotes.map(\.index) == [0, 1, 2, 5, 3])
    #expect(person.state.results.facets.actors.map(Int.init) == [0, 2, 3])

    var next = BrowserState(opened: "news/", size: Size(columns: 120, rows: 40))
    #expect(next.resume(journal: lines.joined(separator: "\n")) == 0)
    _ = update(&next, .corpus(FixtureCorpus.make(articles: 1)))
    _ = update(&next, .corpus(FixtureCorpus.make()))
    #expect(next.marks == person.state.marks && next.marks[QuotationID(1)]?.note == "check")
    #expect(next.corpus.speakers(of: QuotationID(2)).map { next.corpus[$0].name } == ["Anouk Déry"])
    #expect(next.results.quotes.map(\.index).sorted() == [0, 1, 2, 3, 5])
  }

  @Test func everythingIsTakenBackAndDoneAgain() {
    var person = Person(120, 40)
    let before = person.state.results.quotes
    let lines = journal(of: "m c j Enter j c Enter 'new' Enter u u u", &person)
    #expect(person.state.results.quotes == before && person.state.marks.all.isEmpty)
    var decisions = Decisions()
    for line in lines { if let decision = Decision(line) { decisions.take(decision) } }
    #expect(decisions.keys.isEmpty)
    person.press("u")
    #expect(person.state.note == "nothing to take back")
    person.press("U U")
    #expect(person.state.marks.all.count == 1 && person.state.results.quotes.count == before.count - 1)
  }

  @Test func edgesMoveByWords() {
    var person = Person(120, 40)
    person.press("j j c j j Enter")
    #expect(person.state.corpus.text(of: QuotationID(2)).hasPrefix("disagreed. \"Closing"))
    // The next word is one key away.
    person.press("Enter Esc u u c j j j Enter")
    #expect(person.state.corpus.text(of: QuotationID(2)).hasPrefix("the channel"))
    #expect(person.state.page == nil && person.shows("[the channel in winter"))
  }

  @Test func actorsBecomeOneAndTheSpreadIsSaidBefore() {
    var person = Person(120, 40)
    person.press("1 / 'oseiv' Enter c")
    #expect(person.shows("changes 1 quote in 1 article"))
    person.press("Enter 'marin' Enter")
    #expect(person.state.results.facets.actors.map(Int.init) == [0, 2, 4])
    person.press("u")
    #expect(person.state.results.facets.actors.map(Int.init) == [1, 2, 3])
  }

  /// What `Effect.relink` asks for, as far as this corpus of two articles goes: linked with what was said.
  private func relinked(_ person: Person) -> Corpus {
    var links = person.state.corpusAsRead.links
    links.corrections = person.state.actorsAsSaid
    return Corpus(segments: person.state.corpusAsRead.segments, links: links)
  }

  @Test func whatIsSaidOfActorsIsLinkedAnewOnceAndSurvivesANewerCorpus() {
    var person = Person(120, 40)
    person.press("1 / 'oseiv' Enter c Enter 'marin' Enter")
    let said = person.state.actorsAsSaid
    #expect(person.effects.contains(.relink(said)) && person.shows("linking"))
    person.press("j")
    #expect(!person.effects.contains(.relink(said)))
    let linked = relinked(person)
    // Something else is said before it comes: it is of no use, and what is said now is asked for.
    person.press("u")
    #expect(person.state.actorsAsSaid.all.isEmpty && person.effects.isEmpty == false)
    person.send(.relinked(linked))
    #expect(person.state.corpusAsRead.links.corrections.all.isEmpty)
    person.press("U")
    person.send(.relinked(linked))
    #expect(person.state.corpusAsRead.links.corrections == said && !person.shows("linking"))
    // More was read without knowing of it.
    person.send(.corpus(FixtureCorpus.make()))
    #expect(person.effects.contains(.relink(said)))
  }

  @Test func anActorIsPartedByItsArticles() {
    var person = Person(120, 40)
    person.press("1 c j Enter")
    #expect(person.shows("[ ] in harbour.txt: “Ilse Marin-Vogel”"))
    #expect(person.shows("changes 2 quotes in 1 article"))
    person.press("j Space")
    #expect(person.shows("[x] in winter.txt"))
    person.press("Enter")
    let name = "Ilse Marin-Vogel"
    let apart = ActorCorrections.Correction(.init(name, in: "winter.txt"), .init(name), isSame: false)
    #expect(person.state.actorsAsSaid.all == [apart])
    person.press("g k")
    #expect(person.shows("Ilse Marin-Vogel is not Ilse Marin-Vogel (in winter.txt)"))
    // Others say the opposite.
    person.press("Esc")
    var corpus = relinked(person)
    corpus = Corpus(segments: corpus.segments, links: corpus.links)
    var links = corpus.links
    links.unheldCorrections = [apart]
    person.send(.relinked(Corpus(segments: corpus.segments, links: links)))
    #expect(person.shows("1 correction cannot be held"))
    person.press("g k")
    #expect(person.shows("not held"))
    person.press("Backspace")
    #expect(person.state.actorsAsSaid.all.isEmpty && person.state.popup == nil)
    person.press("u")
    #expect(person.state.actorsAsSaid.all == [apart])
  }

  @Test func partsThatGoTogetherStayTogether() {
    var person = Person(120, 40)
    person.press("1 c j Enter Space Space Enter")
    #expect(person.state.actorsAsSaid.all.map(\.isSame).sorted { $0 && !$1 } == [true, false, false])
    person.press("u")
    #expect(person.state.actorsAsSaid.all.isEmpty)
  }

  @Test func correctionsAreListedTakenBackAndWrittenDown() {
    var person = Person(120, 40)
    person.press("m c Enter 'new' Enter j c j Enter g k")
    #expect(person.state.corrections.count == 2 && person.shows("is no quote") && person.shows("was said by"))
    person.press("Esc w G Enter 'mine.journal' Enter")
    guard case .write("mine.journal", let text, false)? = person.effects.first else {
      Issue.record("nothing written")
      return
    }
    var state = BrowserState(opened: "", size: Size(columns: 80, rows: 24))
    #expect(state.resume(journal: text) == 0)
    #expect(state.keeping.decisions == person.state.keeping.decisions)
    person.press("g k Backspace Backspace")
    #expect(person.state.results.quotes.count == 6 && person.state.keeping.decisions.corrections.isEmpty)
  }

  @Test(arguments: [
    "", "mark", "mark\tx", "mark\t1-2", "mark\tzz-1-2\ta", "fly\t1-2-3", "merge\tA\t", "split\tA\tA",
    "split\tA", "words\t1-5-9\t7-3,x",
    "mark\tffffffffffffffff-5-99999999999\ta", "note\t-1-2-3\tx",
  ])
  func brokenLinesAreCountedAndDoNoHarm(_ line: String) {
    var state = BrowserState(opened: "", size: Size(columns: 80, rows: 24))
    _ = state.resume(journal: line + "\nnonsense\n# a comment")
    _ = update(&state, .corpus(FixtureCorpus.make()))
    #expect(state.results.quotes.count == 6)
  }

  @Test func linesAreReadBack() throws {
    let key = QuoteKey(fingerprint: 0xAB, range: TextRange(3, 9))
    let decisions: [Decision] = [
      .mark(key, "a"), .mark(key, nil), .unmark(key), .note(key, "a\tb"), .speaker(key, "Ana"),
      .speaker(key, nil),
      .words(key, [TextRange(3, 5), TextRange(7, 9)]), .words(key, nil), .isQuote(key, false),
      .isQuote(key, true),
      .actors(.init(.init("A B"), .init("C"), isSame: true)),
      .unsaid(.init(.init("A"), .init("C"), isSame: true)),
      .actors(.init(.init("A", in: "a.txt"), .init("A"), isSame: false)),
      .unsaid(.init(.init("B"), .init("A", in: "a.txt"), isSame: false)),
    ]
    for decision in decisions {
      let again = try #require(Decision(decision.line))
      if case .note = decision { #expect(again == .note(key, "a b")) } else { #expect(again == decision) }
    }
  }
}
