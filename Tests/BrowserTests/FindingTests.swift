import QuoteModel
import Screen
import Testing

@testable import Browser

@Suite struct SearchingAsYouType {
  /// The looks of the cells that hold a text on the screen.
  private func looks(of text: String, _ person: Person) -> Set<Style> {
    let screen = draw(person.state, person.state.size)
    let letters = Array(text)
    for row in 0..<screen.size.rows {
      for column in 0...(screen.size.columns - letters.count)
      where letters.indices.allSatisfy({ screen[row, column + $0].character == letters[$0] }) {
        return Set(letters.indices.map { screen[row, column + $0].style })
      }
    }
    return []
  }

  @Test func matchesAreLitInEveryPane() {
    var person = Person(120, 40)
    person.press("/ 'winter' Enter 1 / 'déry' Enter 2 / 'har' Enter")
    let match = Theme.terminal.match
    #expect(looks(of: "harbour", person).isEmpty == false)
    #expect(looks(of: "har", person) == [match.toggling(.reverse)])
    // In Quotes and in the Reader.
    let screen = draw(person.state, person.state.size)
    let lit = (0..<40).filter { row in
      (0..<115).contains { column in
        (0..<6).allSatisfy { Array("winter")[$0] == screen[row, column + $0].character }
          && screen[row, column].style.foreground == match.foreground
      }
    }
    #expect(lit.count == 2)
  }

  @Test func aMatchFarToTheRightIsBroughtIntoSight() {
    var person = Person(60, 20)
    person.press("/ 'pays' Enter")
    #expect(person.shows("pays"))
  }

  @Test func patternsAreFoundAndUnfinishedOnesSayWhatTheyLack() {
    var person = Person()
    person.press("/ '~ch.nn?el' ")
    #expect(person.state.results.quotes.map(\.index).sorted() == [0, 2, 4])
    person.press("'('")
    #expect(person.state.prompt?.problem?.message == "a ( without its )")
    #expect(person.state.results.quotes.count == 3)
    person.press("Backspace M-r")
    #expect(person.state.prompt?.line.text == "ch.nn?el" && person.state.results.quotes.isEmpty)
    person.press("Esc")
    #expect(person.state.results.quotes.count == 6)
  }

  @Test func whoSaidItIsSearchedAsTheRowShowsIt() {
    var person = Person()
    person.press("/ 'déry'")
    #expect(person.state.results.quotes.map(\.index).sorted() == [4, 5])
    #expect(looks(of: "Déry", person) == [Theme.terminal.match.toggling(.reverse)])
    // A word of the name and one of what was said.
    person.press("' pilots'")
    #expect(person.state.results.quotes.map(\.index) == [5])
    person.press("Esc / '~^Tomas'")
    #expect(person.state.results.quotes.map(\.index) == [2])
  }

  @Test func relatedIsNarrowedToo() {
    var person = Person(120, 40)
    person.press("j 5 / 'dredging' Enter")
    #expect(person.state.related.map(\.target) == [QuotationID(3)])
    person.press("Esc")
    #expect(person.state.related.count == 2)
  }

  @Test func upBringsBackWhatWasTypedBefore() {
    var person = Person()
    person.press("/ 'winter' Enter Esc / 'channel' Enter Esc / Up")
    #expect(person.state.prompt?.line.text == "channel")
    person.press("Up")
    #expect(person.state.prompt?.line.text == "winter")
    person.press("Down Down")
    #expect(person.state.prompt?.line.text == "")
    person.press("'ch' Up")
    #expect(person.state.prompt?.line.text == "channel")
  }
}

@Suite struct WritingAFilter {
  @Test func tabCompletesFieldsAndValues() {
    var person = Person(120, 40)
    person.press("= 'sp' Tab")
    #expect(person.state.prompt?.line.text == "speaker:")
    person.press("'mar' Tab")
    #expect(person.state.prompt?.line.text == "speaker:\"Ilse Marin-Vogel\"")
    person.press("Space 'ki' Tab 'd' Tab Enter")
    #expect(person.state.query.description == "speaker:\"Ilse Marin-Vogel\" kind:direct")
    #expect(person.state.results.quotes == [QuotationID(3)])
  }

  @Test func candidatesGoRound() {
    var person = Person(120, 40)
    person.press("= 'topic:' Tab")
    let first = person.state.prompt?.line.text
    person.press("Tab")
    #expect(person.state.prompt?.line.text != first)
    person.press("S-Tab")
    #expect(person.state.prompt?.line.text == first)
    #expect(person.shows("topic:harbour") && person.shows("Tab"))
  }

  @Test func anErrorPointsAtTheWord() {
    var person = Person()
    person.press("= 'kind:direct spaker:x winter' Enter")
    #expect(person.state.prompt?.problem?.characters == 12..<20)
    #expect(person.state.prompt?.line.cursor == 20)
    let screen = draw(person.state, person.state.size)
    let column = 1 + "filter: ".count + 12
    #expect(screen[23, column].style == Theme.terminal.problem.adding(.underline))
    #expect(screen[23, column - 1].style == .plain)
  }
}

@Suite struct Chips {
  @Test func chipsAreTurnedOffInvertedAndDropped() {
    var person = Person(120, 40)
    person.press("= 'kind:direct winter' Enter F Space")
    #expect(person.state.query.description == "winter" && person.state.filter.chips.count == 2)
    #expect(person.shows("(kind:direct)") && person.shows("[ ] kind:direct"))
    person.press("Space j x")
    #expect(person.state.query.description == "kind:direct -winter")
    #expect(person.state.results.quotes == [QuotationID(3)])
    person.press("Backspace")
    #expect(person.state.query.description == "kind:direct")
    person.press("d")
    #expect(person.state.popup == nil && !person.state.isFiltered)
  }

  @Test func aClickOnAChipTurnsItOff() {
    var person = Person(120, 40)
    person.press("= 'kind:direct' Enter")
    let chip = Header(person.state, columns: 120).chips[0]
    person.send(.input(.mouse(MouseEvent(.press, at: Point(row: 0, column: chip.columns.lowerBound)))))
    #expect(person.state.query.isEmpty && person.state.isFiltered)
    // What is off survives the line in which the rest is edited.
    person.press("= 'winter' Enter")
    #expect(person.state.filter.chips.map(\.isOn) == [false, true])
  }

  @Test func starFiltersOnSomethingOfTheQuote() {
    var person = Person(120, 40)
    person.press("*")
    #expect(person.shows("speaker:\"Ilse Marin-Vogel\"") && person.shows("outlet:\"Example Wire\""))
    person.press("Enter")
    #expect(person.state.query.description == "speaker:\"Ilse Marin-Vogel\"")
    person.press("x")
    #expect(person.state.query.description == "-speaker:\"Ilse Marin-Vogel\"")
  }

  @Test func theFootSaysWhatAddingAndExcludingWouldLeave() {
    var person = Person(120, 40)
    person.press("1")
    #expect(person.shows("+3 x3"))
  }
}

@Suite struct FuzzyFinding {
  @Test func lettersInARowBeatLettersStrewn() throws {
    let match = FuzzyMatch("chan")
    let row = try #require(match.score("the channel"))
    let strewn = try #require(match.score("choose another name"))
    #expect(row > strewn)
    #expect(match.score("nahc") == nil)
    #expect(FuzzyMatch("mv").match("Ilse Marin-Vogel")?.bytes == [5, 11])
    #expect(FuzzyMatch("dery").match("Anouk Déry")?.bytes == [6, 7, 9, 10])
  }

  @Test func itFindsActorsTopicsArticlesQuotesAndCommands() {
    var person = Person(120, 40)
    for (letters, query) in [("osei", "speaker:\"Tomas Oseiv\""), ("pilo", "topic:pilots")] {
      person.press("f '\(letters)' Enter")
      #expect(person.state.query.description == query)
    }
    person.press("Backspace f 'winter without' Enter")
    #expect(person.state.reading == QuotationID(3) && person.state.focus == .reader)
    person.press("3 f 'easy nor' Enter")
    #expect(person.state.reading == QuotationID(3))
    person.press("3 f 'quit' Enter")
    #expect(person.effects == [.quit])
  }

  @Test func whatHasTheLettersInARowHidesWhatHasThemStrewn() throws {
    var person = Person(120, 40)
    for letters in ["channel", "marin", "osei"] {
      person.press("f '\(letters)'")
      let found = try #require(person.state.popup?.finder?.found)
      let match = FuzzyMatch(letters)
      let scores = found.map { match.score(person.state.name(of: $0.item)) ?? 0 }
      #expect(!scores.isEmpty && scores.allSatisfy { $0 >= match.plainScore * 3 / 4 }, "\(scores)")
      person.press("Esc")
    }
    // Where nobody has them in a row, strewn ones are all there is.
    person.press("f 'tosv'")
    #expect(person.state.popup?.finder?.found.count == 2 && person.shows("Tomas Oseiv"))
  }

  @Test func thePreviewShowsWhatItIsAndTabChangesTheScope() {
    var person = Person(120, 40)
    person.press("f 'marin'")
    #expect(person.shows("· Marin-Vogel: "))
    person.press("Tab Tab")
    #expect(person.state.popup?.finder?.scope == .topics && person.shows("Nothing has these letters"))
    person.press("Esc f")
    #expect(person.state.popup?.line.text == "")
    person.press("'osei' Esc f")
    person.send(.input(.key(Key("'"))))
    #expect(person.state.popup?.line.text == "osei")
  }
}
