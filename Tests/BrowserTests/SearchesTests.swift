import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Filters under names that tell what is new.
@Suite struct KeptFilters {
  /// What a person keeps who has read one article or both.
  private func kept(articles: Int) -> [String] {
    var person = Person(120, 40, articles: articles)
    person.press("= 'channel' Enter g s 'the channel' Enter")
    return person.effects.flatMap {
      if case .appendSearches(let lines) = $0 { lines } else { [] as [String] }
    }
  }

  private func next(_ lines: [String]) -> Person {
    var person = Person(120, 40)
    person.state = BrowserState(opened: "news/", size: Size(columns: 120, rows: 40))
    #expect(person.state.resume(searches: lines.joined(separator: "\n")) == 0)
    person.send(.corpus(FixtureCorpus.make()))
    person.send(.finished(cancelled: false))
    return person
  }

  @Test func whatIsInArticlesThatCameSinceIsNew() {
    var lines = kept(articles: 1)
    #expect(lines.count == 2 && lines.last == "search\tthe channel\tchannel")
    var person = next(lines)
    #expect(person.shows("new in the channel: g s shows it"))
    lines += person.effects.flatMap {
      if case .appendSearches(let lines) = $0 { lines } else { [] as [String] }
    }
    person.press("g s")
    #expect(person.shows("1 new of 3"))
    person.press("Enter")
    #expect(person.state.query.description == "channel" && person.shows("1 new quote"))
    #expect(person.effects.contains(.appendSearches(["seen\tthe channel"])))
    person.press("g g ] n")
    #expect(person.state.reading == QuotationID(4) && person.shows("+ the channel would stay open"))
    person.press("] n")
    #expect(person.state.note == "no new quote below")
    // Another filter has nothing to do with it.
    person.press("Backspace")
    #expect(!person.shows("+ the channel"))
    // Seen once, it is not new.
    var later = next(lines + ["seen\tthe channel"])
    later.press("g s")
    #expect(later.shows("the channel   channel") && !later.shows("new of"))
  }

  @Test func withoutAFilterThereIsNothingToKeep() {
    var person = Person()
    person.press("g s")
    #expect(person.state.prompt == nil && person.shows("nothing is filtered"))
    person.press("] n")
    #expect(person.shows("nothing is known to be new"))
  }

  @Test func theyAreForgotten() {
    var person = next(kept(articles: 2))
    #expect(person.state.note == nil)
    person.press("g s Backspace")
    #expect(person.effects == [.appendSearches(["forget\tthe channel"])] && person.state.popup == nil)
  }

  @Test func linesThatSayNothingAreCounted() {
    var searches = Searches()
    #expect(searches.read("article\tzz\nsearch\tname\nfly\tx\nseen\tnobody\nnonsense") == 4)
  }
}

/// The way here, written down and brought back.
@Suite struct TrailsKept {
  @Test func theWayIsThereAgainTheNextTime() {
    var person = Person(120, 40)
    person.press("1 Enter C-o 2 Enter 3 j Enter")
    let places = person.state.trail.nodes.count
    #expect(places > 2)
    var next = Person(120, 40)
    next.state = BrowserState(opened: "news/", size: Size(columns: 120, rows: 40))
    next.state.resume(place: person.state.placeOfReading)
    next.send(.corpus(FixtureCorpus.make()))
    next.send(.finished(cancelled: false))
    #expect(next.state.reading == person.state.reading)
    person.press("g j")
    next.press("g j")
    #expect(next.state.popupRows(Popup(.trail)) == person.state.popupRows(Popup(.trail)))
    next.press("Esc C-o C-o")
    #expect(next.state.query != person.state.query)
  }

  @Test(arguments: ["at\t3", "stop\t7\tquotes\tx\t", "stop\t\tmoon\t\tspaker:x", "stop\t0"])
  func brokenPlacesDoNoHarm(_ line: String) {
    var person = Person()
    person.state = BrowserState(opened: "", size: Size(columns: 80, rows: 24))
    person.state.resume(place: line + "\nat\t0\n")
    person.send(.corpus(FixtureCorpus.make()))
    person.send(.finished(cancelled: false))
    person.press("C-o g j")
    #expect(person.state.results.quotes.count == 6)
  }

  @Test func itIsWrittenDownWithCitations() {
    var person = Person(120, 40)
    person.press("1 Enter 3 j Enter g j w 'way.md' Enter")
    guard case .write("way.md", let text, false)? = person.effects.first else {
      Issue.record("nothing written")
      return
    }
    #expect(text.hasPrefix("- everything: that the new quay"))
    #expect(text.contains("- `speaker:\"Ilse Marin-Vogel\"`: ") && text.contains("— Ilse Marin-Vogel, “"))
  }
}
