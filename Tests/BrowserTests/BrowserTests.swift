import Foundation
import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

@Suite struct FilterKeys {
  @Test func enterFiltersOnAnActorAndBackspaceDropsIt() {
    var person = Person()
    person.press("1 Enter")
    #expect(person.state.query.description == "speaker:\"Ilse Marin-Vogel\"")
    #expect(person.state.results.quotes.map(\.index).sorted() == [0, 1, 3])
    #expect(person.effects == [.setTitle("whosaid news/ speaker:\"Ilse Marin-Vogel\"")])
    #expect(person.shows("3 of 6 · 2 articles"))
    person.press("Backspace")
    #expect(person.state.query.isEmpty)
  }

  @Test func spaceAddsAndTakesAwayAndXExcludes() {
    var person = Person()
    person.press("2 Space")
    #expect(person.state.query.description == "topic:harbour")
    person.press("x")
    #expect(person.state.query.description == "-topic:harbour")
    person.press("x")
    #expect(person.state.query.isEmpty)
  }

  @Test func filterIsEditedAsTextAndErrorsKeepTheLine() {
    var person = Person()
    person.press("F 'kind:loud' Enter")
    #expect(person.state.prompt?.problem?.message == "no kind loud: direct, indirect or mixed")
    #expect(person.shows("no kind loud"))
    person.press("C-u 'kind:direct' Enter")
    #expect(person.state.prompt == nil)
    #expect(person.state.query.description == "kind:direct")
    #expect(person.state.results.facets.actors == [1, 0, 1])
  }

  @Test func narrowingFollowsTheLettersAndEscRestores() {
    var person = Person()
    person.press("/ 'winter'")
    #expect(person.state.results.quotes.map(\.index) == [2])
    #expect(person.state.reading == QuotationID(2))
    person.press("Esc")
    #expect(person.state.results.quotes.count == 6)
    person.press("1 / 'dery' Enter")
    #expect(person.state.results.actors.count == 1)
    person.press("Esc")
    #expect(person.state.results.actors.count == 3)
  }

  @Test func filterThatFindsNothingSaysWhatToDo() {
    var person = Person()
    person.press("F 'speaker:nobody' Enter")
    #expect(person.shows("Backspace drops its last part"))
  }
}

@Suite struct Moving {
  @Test func quotesAreByDateAndTheReaderFollows() {
    var person = Person()
    #expect(person.state.results.quotes.map(\.index) == [0, 1, 2, 5, 3, 4])
    person.press("j j")
    #expect(person.state.reading == QuotationID(2))
    person.press("G")
    #expect(person.state.reading == QuotationID(4))
    person.press("g g")
    #expect(person.state.reading == QuotationID(0))
    person.press("S")
    #expect(person.state.results.quotes.first == QuotationID(4))
    #expect(person.state.reading == QuotationID(0))
  }

  @Test func sortMenuOrdersAnew() {
    var person = Person()
    person.press("s j j Enter")
    #expect(person.state.sorting.quotes.order == .confidence)
    #expect(person.state.results.quotes.first == QuotationID(1))
  }

  @Test func readerMarksSourceCueAndContent() {
    var person = Person(120, 40)
    person.press("j")
    #expect(person.shows("[she]ˢ"))
    #expect(person.shows("[said]ᶜ"))
    #expect(person.shows("[\"the northern ports are"))
    #expect(person.shows("ˢ she → Ilse Marin-Vogel 1.00"))
    #expect(person.shows("quote 2/3"))
  }

  @Test func readerSearchGoesRound() {
    var person = Person(60, 15)
    person.press("4 / 'channel' Enter")
    let first = person.state.readerTop
    #expect((person.state.readerPage?.matches.count ?? 0) >= 2)
    person.press("n N Esc")
    #expect(person.state.search.isEmpty || person.state.readerTop == first)
  }

  @Test func numbersAndTabsFocus() {
    var person = Person()
    person.press("5")
    #expect(person.state.focus == .related)
    person.press("Tab")
    #expect(person.state.focus == .actors)
    person.press("S-Tab h")
    #expect(person.state.focus == .reader)
    person.press("q")
    #expect(person.state.focus == .quotes && person.effects.isEmpty)
    person.press("q")
    #expect(person.effects == [.quit])
  }
}

@Suite struct Threads {
  @Test func relatedStatementsAreFollowedAndTheWayBackIsKept() {
    var person = Person()
    person.press("j 5 j Enter")
    #expect(person.state.reading == QuotationID(3))
    person.press("C-o")
    #expect(person.state.reading == QuotationID(1) && person.state.focus == .related)
    person.press("L")
    #expect(person.state.reading == QuotationID(3))
  }

  @Test func bracketsStepAlongThreads() {
    var person = Person()
    person.press("j ] r")
    #expect(person.state.reading == QuotationID(0))
    person.press(";")
    #expect(person.state.reading == QuotationID(3))
    person.press("[ r [ r")
    #expect(person.state.reading == QuotationID(1))
    person.press("] s")
    #expect(person.state.reading == QuotationID(3))
    person.press("[ q")
    #expect(person.state.reading == QuotationID(3) && person.state.note == "this is the first")
    person.press("] q ] q ] q")
    #expect(person.state.reading == QuotationID(5))
  }

  @Test func backBringsTheFilterBack() {
    var person = Person()
    person.press("1 Enter C-o")
    #expect(person.state.query.isEmpty)
    person.press("M-Right")
    #expect(person.state.query.description == "speaker:\"Ilse Marin-Vogel\"")
  }

  @Test func speakerTopicAndRelatedOfTheQuote() {
    var person = Person()
    person.press("G a")
    #expect(person.state.focus == .actors)
    #expect(person.state.currentActor.map { person.state.corpus[$0].name } == "Anouk Déry")
    person.press("3 t")
    #expect(person.state.currentTopic.map { person.state.corpus[$0].label } == "winter")
    person.press("3 r")
    #expect(person.state.focus == .related)
  }
}

@Suite struct Outside {
  @Test func keysAskForEffects() {
    var person = Person()
    for (keys, effect) in [
      ("Q", Effect.quit), ("C-z", .suspend), ("C-l", .redraw), ("M", .setMouse(true)),
      ("e", .openEditor(path: "news/harbour.txt", line: 3)),
      ("o", .openAddress("https://example.org/harbour.txt")),
    ] {
      person.press(keys)
      #expect(person.effects == [effect], "\(keys)")
    }
  }

  @Test func theScreenIsPaintedAgainWhateverIsOpenAndNothingElseChanges() {
    for keys in ["m", "g", "?", "/ 'x'", "f 'a'", "g h", "= 'kind:loud' Enter"] {
      var person = Person()
      person.press(keys)
      let before = person.picture
      person.press("C-l")
      #expect(person.effects == [.redraw] && person.picture == before, "\(keys)")
    }
  }

  @Test func copyCarriesItsCitation() {
    var person = Person()
    person.press("j j y")
    #expect(
      person.effects == [
        .copy(
          "\"Closing the channel in winter was a mistake,\" — Tomas Oseiv, “Ports Weigh a Joint Dredging Fleet”, "
            + "Example Wire, 2024-10-12, https://example.org/harbour.txt")
      ])
  }

  @Test func controlCStopsReadingOnlyWhileReading() {
    var person = Person()
    person.press("C-c")
    #expect(person.effects.isEmpty)
    person.send(.progress(done: 83, of: 100))
    #expect(person.shows("parsing 83%"))
    person.press("C-c")
    #expect(person.effects == [.stopReading])
  }

  @Test func errorsAreCountedAndListed() {
    var person = Person()
    person.send(.failed(path: "news/broken.txt", place: "byte 7", reason: "not UTF-8"))
    #expect(person.shows("E 1 error"))
    person.press("E")
    #expect(person.shows("news/broken.txt byte 7") && person.shows("not UTF-8"))
  }

  @Test func pastedTextIsNeverACommand() {
    var person = Person()
    person.send(.input(.paste("Q")))
    #expect(person.effects.isEmpty)
    person.press("F")
    person.send(.input(.paste("kind:\nQ")))
    #expect(person.state.prompt?.line.text == "kind: Q")
  }

  @Test func mouseClicksWheelsAndDoubleClicks() {
    var person = Person()
    person.send(.input(.mouse(MouseEvent(.press, at: Point(row: 4, column: 10)))))
    #expect(person.state.reading == QuotationID(2))
    person.send(.input(.mouse(MouseEvent(.doublePress, at: Point(row: 3, column: 10)))))
    #expect(person.state.focus == .reader && person.state.reading == QuotationID(1))
  }
}

@Suite struct Growing {
  @Test func newArticlesDoNotMoveWhatIsRead() {
    var person = Person(articles: 1)
    person.press("j j 1 j")
    #expect(person.state.currentActor.map { person.state.corpus[$0].name } == "Tomas Oseiv")
    person.press("Enter")
    person.send(.corpus(FixtureCorpus.make()))
    #expect(person.state.reading == QuotationID(2))
    #expect(person.state.results.quotes.map(\.index) == [2])
    #expect(person.state.currentActor.map { person.state.corpus[$0].name } == "Tomas Oseiv")
  }

  @Test func untouchedListShowsItsTop() {
    var person = Person(articles: 1)
    person.send(.corpus(FixtureCorpus.make()))
    #expect(person.state.cursor(.quotes) == 0)
  }

  @Test func smallScreensRecover() {
    var person = Person()
    let before = person.picture
    person.resize(10, 3)
    #expect(person.shows("too small"))
    person.resize(40, 12)
    #expect(person.state.layout.places.map(\.pane) == [.quotes])
    person.resize(80, 24)
    #expect(person.picture == before)
  }

  @Test func randomKeysAtRandomSizesNeverTrap() {
    var random = Seeded(state: 7)
    let keys =
      Command.all.flatMap(\.keys).flatMap(\.keys) + [
        Key(.enter), Key(.escape), Key("a"), Key(" "), Key("\""),
      ]
    var person = Person(0, 0)
    for round in 0..<4000 {
      if round % 40 == 0 {
        person.resize(Int.random(in: 0...130, using: &random), Int.random(in: 0...45, using: &random))
      }
      if round % 500 == 0 { person.send(.corpus(FixtureCorpus.make(articles: round % 1000 == 0 ? 1 : 2))) }
      if round % 7 == 0 {
        let point = Point(
          row: Int.random(in: -1...50, using: &random), column: Int.random(in: -1...140, using: &random))
        let action = [MouseEvent.Action.press, .doublePress, .scrollUp, .scrollDown].randomElement(
          using: &random)
        person.send(.input(.mouse(MouseEvent(action ?? .press, at: point))))
      }
      if let key = keys.randomElement(using: &random) { person.send(.input(.key(key))) }
      if round % 3 == 0 {
        let screen = draw(person.state, person.state.size)
        #expect(screen.size == person.state.size)
      }
    }
  }
}

@Suite struct Table {
  @Test func everyKeyMeansOneThingInAPane() {
    for pane in Pane.allCases {
      var seen: [KeySequence: String] = [:]
      for command in Command.all where command.applies(to: pane) {
        for key in command.keys {
          #expect(seen.updateValue(command.name, forKey: key) == nil, "\(key.text) in \(pane)")
        }
      }
    }
  }

  @Test func namesAreUniqueAndHelpShowsAllOfThem() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    var person = Person(120, 60)
    person.press("?")
    let rows = person.state.popup.map { person.state.popupRows($0).map(\.left) } ?? []
    #expect(rows == Command.all.filter { $0.applies(to: .quotes) }.map(\.title))
    for row in rows {
      #expect(person.shows(row), "\(row)")
      person.press("j")
    }
  }

  @Test func paletteFindsACommandByItsWords() {
    var person = Person()
    person.press(": 'focus top' Enter")
    #expect(person.state.focus == .topics)
    person.press("3 : '4' Enter")
    #expect(person.state.cursor(.quotes) == 3)
  }
}

/// The same numbers on every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
