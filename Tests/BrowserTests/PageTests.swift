import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

@Suite struct Pages {
  @Test func anActorsPageTellsAndLeads() {
    var person = Person(120, 40)
    person.press("1 g a")
    for text in [
      "Ilse Marin-Vogel", "also Marin", "3 quotes in 2 articles, 2023 – 11 Oct 2024", "Topics", "Outlets",
      "Latest",
    ] {
      #expect(person.shows(text), "\(text)")
    }
    let row = person.state.pageContent?.lines.firstIndex { $0.runs.contains { $0.text.hasPrefix("harbour") } }
    person.press(": '\((row ?? 0) + 1)' Enter Enter")
    #expect(person.state.query.description == "speaker:\"Ilse Marin-Vogel\" topic:harbour")
    #expect(person.state.focus == .quotes && person.state.page == nil)
    person.press("C-o")
    #expect(person.state.page?.kind == .actor("Ilse Marin-Vogel"))
    person.press("q")
    #expect(person.state.focus == .actors && person.state.page == nil)
  }

  @Test func aTopicsPageTellsWhoAndSinceWhen() {
    var person = Person(120, 40)
    person.press("g t")
    for text in ["harbour", "4 quotes in 2 articles", "Who speaks on it", "Tomas Oseiv", "First"] {
      #expect(person.shows(text), "\(text)")
    }
  }

  @Test func theHeatMapIsWalkedCellByCell() {
    var person = Person(120, 40)
    person.press("g h j l Enter")
    #expect(person.state.query.clauses.map(\.test.field) == [.speaker, .topic])
    #expect(person.state.query.description.hasPrefix("speaker:\"Ilse Marin-Vogel\" topic:harbour"))
    #expect(person.state.results.quotes.count == 3)
  }

  @Test func twoStatementsStandBesideEachOther() {
    var person = Person(120, 40)
    person.press("j 5 j g c")
    #expect(person.state.page?.kind == .comparison(QuotationID(1), QuotationID(3)))
    #expect(
      person.shows("● same subject") && person.shows("│ \"Dredging")
        && person.shows("11 Oct 2024 · Example Wire"))
    person.press("j j l Enter")
    #expect(person.state.reading == QuotationID(3))
  }

  @Test func qGoesBackToThePageThatAQuoteWasOpenedFrom() {
    var person = Person(120, 40)
    person.press("g a j j")
    let (page, cursor) = (person.state.page?.kind, person.state.cursor(.page))
    while person.state.pageLink?.quotation == nil, person.state.cursor(.page) < 30 { person.press("j") }
    let onQuote = person.state.cursor(.page)
    #expect(onQuote >= cursor && person.state.pageLink?.quotation != nil)
    person.press("Enter")
    #expect(person.state.page == nil && person.state.focus == .reader)
    person.press("q")
    #expect(person.state.page?.kind == page && person.state.cursor(.page) == onQuote)
    person.press("q")
    #expect(person.state.page == nil && person.effects.isEmpty)
  }

  @Test func onAPageTheCursorGoesFromWhatLeadsSomewhereToTheNext() {
    var person = Person(120, 40)
    person.press("g a")
    let lines = person.state.pageContent?.lines ?? []
    #expect(lines.contains { $0.links.isEmpty } && lines.contains { !$0.links.isEmpty })
    person.press("j")
    let first = person.state.cursor(.page)
    #expect(!lines[first].links.isEmpty && lines[..<first].dropFirst().allSatisfy(\.links.isEmpty))
    person.press("j k")
    #expect(person.state.cursor(.page) == first)
  }

  @Test func wordsThatDifferAreTold() {
    let difference = WordDifference("We will never raise the fees.", "we will raise the fees again")
    #expect(difference.one.filter { !$0.isShared }.map(\.text) == ["never"])
    #expect(difference.other.filter { !$0.isShared }.map(\.text) == ["again"])
    #expect(WordDifference("The “Port”", "the port").isNone)
  }

  @Test(arguments: ["g w", "g x", "g b", "g v", "g l", "g h", "g t", "g a"], [(30, 8), (80, 24), (200, 60)])
  func everyPageFitsEverySize(keys: String, size: (Int, Int)) {
    var person = Person(size.0, size.1)
    person.press(keys + " j l j Enter")
    _ = person.picture
    person.press("C-o G k")
    person.send(.corpus(FixtureCorpus.make()))
    #expect(draw(person.state, person.state.size).size == person.state.size)
  }
}
