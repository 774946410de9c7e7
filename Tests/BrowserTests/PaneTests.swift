import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

@Suite struct PanesAsAPersonLikesThem {
  @Test func panesGrowShrinkAndAreEvenAgain() {
    var person = Person(120, 40)
    let before = person.state.layout
    person.press("+ + 4 >")
    let after = person.state.layout
    #expect((after.place(.quotes)?.frame.rows ?? 0) == (before.place(.quotes)?.frame.rows ?? 0) + 2)
    #expect((after.place(.reader)?.frame.columns ?? 0) == (before.place(.reader)?.frame.columns ?? 0) + 2)
    person.press("1 > > +")
    #expect((person.state.layout.place(.actors)?.frame.columns ?? 0) == 32)
    person.press("g = 3")
    #expect(person.state.layout == before)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func everyPaneGrowsAndShrinksByItsOwnKeys(columns: Int, rows: Int) {
    for pane in Pane.numbered {
      var person = Person(columns, rows)
      person.press("\(pane.rawValue)")
      func area() -> Int { person.state.layout.place(pane).map { $0.frame.rows * $0.frame.columns } ?? 0 }
      let before = area()
      person.press("+ +")
      let larger = area()
      #expect(larger > before || columns == 80 && [.actors, .topics].contains(pane), "\(pane)")
      person.press("_ _")
      #expect(area() == before, "\(pane)")
    }
  }

  @Test func hiddenPanesSlideInAndMayStay() {
    var person = Person(200, 60)
    person.press("6 -")
    #expect(person.state.layout.place(.timeline) == nil && person.state.focus == .quotes)
    #expect(person.shows("6 Timeline"))
    person.press("6")
    #expect(person.state.layout.place(.timeline) != nil)
    person.press("- 3")
    #expect(person.state.layout.place(.timeline) != nil)
    person.press("1 - 2 - 5 - 4 -")
    #expect(person.state.layout.places.map(\.pane).contains(.quotes))
    person.press("3 - ")
    #expect(person.state.focus != .quotes || person.state.note == "the last pane stays")
  }

  @Test func bordersAreDragged() {
    var person = Person(120, 40)
    let before = person.state.layout.place(.quotes)?.frame.rows ?? 0
    func mouse(_ action: MouseEvent.Action, _ row: Int, _ column: Int) {
      person.send(.input(.mouse(MouseEvent(action, at: Point(row: row, column: column)))))
    }
    mouse(.press, before, 60)
    mouse(.drag, before + 4, 60)
    mouse(.release, before + 4, 60)
    #expect(person.state.layout.place(.quotes)?.frame.rows == before + 4)
    mouse(.drag, 5, 5)
    #expect(person.state.layout.place(.quotes)?.frame.rows == before + 4)
  }

  @Test func theTimelineFiltersByItsStretches() {
    var person = Person(200, 60)
    person.press("6 Enter")
    #expect(person.state.query.clauses.map(\.test.field) == [.after, .before])
    #expect(person.state.results.quotes.map(\.index).sorted() == [0, 1, 2])
    person.press("Backspace Backspace 6 g g Enter")
    #expect(!person.state.results.quotes.isEmpty && person.state.results.quotes.allSatisfy { $0.index >= 3 })
  }
}

@Suite struct LongAgo {
  @Test(arguments: [(1, true), (30, false)]) func aFewDatesLongAgoDoNotMakeTheOthersYears(
    old: Int, isCut: Bool
  ) {
    let many = Rewritten(FixtureCorpus.make()) { article, quotations in
      guard article == 0 else { return quotations = [] }
      quotations = (0..<60).map { row in
        var quotation = Quotation(content: [TextRange(row * 4, row * 4 + 3)])
        let year = row < old ? 1986 : 2024
        quotation.time = Quotation.Time(
          PartialDate(year: year, month: 1 + row % 9, day: 1 + row % 27), isStated: true)
        return quotation
      }
    }
    var person = Person(120, 40, articles: 0)
    person.send(.corpus(many.corpus))
    person.press("6")
    let buckets = person.state.timeline.buckets
    #expect(buckets.first?.isLongAgo == isCut && buckets.dropFirst().allSatisfy { !$0.isLongAgo })
    #expect(buckets.reduce(0) { $0 + $1.count } == 60)
    #expect(buckets.count { $0.count > 0 } == (isCut ? 10 : 2))
    person.press("g g")
    #expect(person.shows("before Jan 2024: 1") == isCut)
    person.press("Enter")
    #expect(person.state.results.quotes.count == old)
  }
}

@Suite struct ComingBack {
  @Test func habitsAndPlaceAreTakenUp() {
    var person = Person(120, 40)
    person.press("T 1 > - = 'kind:direct' Enter 3 / 'winter' Enter Esc S j 5")
    let (habits, place) = (person.state.habits, person.state.placeOfReading)
    let reading = person.state.reading

    var next = BrowserState(opened: "news/", size: Size(columns: 120, rows: 40))
    next.resume(habits: habits, keepsTheme: false)
    next.resume(place: place)
    #expect(
      next.theme == .dark && next.panes == person.state.panes && next.histories == person.state.histories)
    _ = update(&next, .corpus(FixtureCorpus.make(articles: 1)))
    _ = update(&next, .corpus(FixtureCorpus.make()))
    _ = update(&next, .finished(cancelled: false))
    #expect(next.query.description == "kind:direct" && next.reading == reading && next.focus == .related)
    #expect(next.sorting == person.state.sorting)
  }

  @Test func theCursorFollowsOnceWhatWasReadComesIntoTheList() {
    var person = Person()
    person.press("j j : 'kind:direct' Escape")
    let place = "filter\tspeaker:Oseiv\n" + person.state.placeOfReading
    let wanted = person.state.reading
    // Read quickly, nobody is known to have said it; gone over carefully, somebody has.
    let quick = Rewritten(FixtureCorpus.make()) { article, quotations in
      if article == 0 { quotations[2].speakers = [] }
    }
    var next = Person(articles: 0)
    next.state.resume(place: place)
    next.send(.progress(done: 0, of: 2))
    next.send(.corpus(quick.corpus))
    next.send(.finished(cancelled: false))
    next.send(.improving(done: 0, of: 1, secondsLeft: nil))
    #expect(!next.state.results.quotes.contains { $0 == wanted })
    next.send(.corpus(FixtureCorpus.make()))
    next.send(.improved(cancelled: false))
    #expect(next.state.reading == wanted)
    #expect(next.state.results.quotes.element(at: next.state.cursor(.quotes)) == wanted)
  }

  @Test func aListThatShowsItsBeginningGoesOnTo() {
    var person = Person()
    person.press("1 j Enter")
    #expect(person.state.results.quotes.count < 6)
    person.press("Backspace")
    #expect(person.state.positions[.actors]?.top == 0)
  }

  @Test(arguments: [
    "", "sizes\t1", "filter\tkind:", "reading\tx-y-z", "sort\tquotes\tsideways\tup", "\t\t\t", "focus\t9",
  ])
  func whatIsBrokenIsLeftOut(_ text: String) {
    var state = BrowserState(opened: "", size: Size(columns: 80, rows: 24))
    state.resume(habits: text, keepsTheme: true)
    state.resume(place: text)
    _ = update(&state, .corpus(FixtureCorpus.make()))
    #expect(state.results.quotes.count == 6)
  }

  @Test func aPersonWhoHasMovedIsNotTakenElsewhere() {
    var person = Person()
    person.press("G")
    let place = person.state.placeOfReading
    var next = Person(articles: 1)
    next.state.resume(place: place)
    next.press("j")
    let reading = next.state.reading
    next.send(.corpus(FixtureCorpus.make()))
    #expect(next.state.reading == reading)
  }
}

@Suite struct Configuration {
  @Test func keysThemeAndMouseAreSet() {
    var problems: [Settings.Problem] = []
    let settings = Settings(
      "# mine\ntheme light\nmouse on\nbind quit C-q\nbind down J  # two\nunbind Q\n", problems: &problems)
    #expect(problems.isEmpty && settings.theme == .light && settings.usesMouse)
    var person = Person()
    person.state.settings = settings
    person.press("Q")
    #expect(person.effects.isEmpty && person.state.note?.hasPrefix("no command on Q") == true)
    person.press("J")
    #expect(person.state.reading == QuotationID(1))
    person.press("C-q")
    #expect(person.effects == [.quit])
  }

  @Test func errorsNameTheLine() {
    var problems: [Settings.Problem] = []
    _ = Settings(
      "theme dark\n\ntheme mauve\nbind fly C-x\nbind quit\nbind quit Hyper-x\nunbind\ncolour red\nmouse maybe",
      problems: &problems)
    #expect(problems.map(\.line) == [3, 4, 5, 6, 7, 8, 9])
    #expect(problems[0].message == "theme takes one of terminal, dark, light, safe, plain")
  }

  @Test func aKeyBoundElsewhereIsTakenFromItsCommand() {
    var problems: [Settings.Problem] = []
    let settings = Settings("bind up j", problems: &problems)
    var person = Person()
    person.state.settings = settings
    person.press("G j")
    #expect(person.state.cursor(.quotes) == 4)
    person.press("Down")
    #expect(person.state.cursor(.quotes) == 5)
  }
}

@Suite struct Themes {
  /// Relative luminance and contrast (WCAG 2).
  private func luminance(_ color: Color) -> Double? {
    let (red, green, blue): (UInt8, UInt8, UInt8)
    switch color {
    case .rgb(let r, let g, let b): (red, green, blue) = (r, g, b)
    case .palette(let index) where 16...231 ~= index:
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      (red, green, blue) = (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    case .palette, .standard: return nil
    }
    let parts = [red, green, blue].map { byte -> Double in
      let share = Double(byte) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the 2.4, by Newton's method: no Foundation here.
  private func pow(_ x: Double) -> Double {
    // x^2.4 = (x^12)^(1/5)
    let wanted = x * x * x * x * x * x * x * x * x * x * x * x
    guard wanted > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<200 { root = (4 * root + wanted / (root * root * root * root)) / 5 }
    return root
  }

  @Test(arguments: [Theme.dark, .light, .safe])
  func everyLookCanBeRead(_ theme: Theme) throws {
    let looks = [
      theme.base, theme.faint, theme.strong, theme.source, theme.cue, theme.content, theme.problem,
      theme.match,
    ]
    for look in looks {
      let ink = look.foreground == .standard ? theme.base.foreground : look.foreground
      let paper = look.background == .standard ? theme.base.background : look.background
      let (one, other) = (try #require(luminance(ink)), try #require(luminance(paper)))
      let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
      #expect(contrast >= 4.5, "\(theme.name) \(look.description): \(contrast)")
    }
  }

  /// Nobody knows what is behind them.
  @Test(arguments: [Color.rgb(0, 0, 0), .rgb(255, 255, 255)])
  func theTerminalsOwnColoursCanBeReadOnBlackAndOnWhite(_ paper: Color) throws {
    let theme = Theme.terminal
    for look in [theme.source, theme.cue, theme.content, theme.problem, theme.match] {
      let (one, other) = (try #require(luminance(look.foreground)), try #require(luminance(paper)))
      let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
      #expect(contrast >= 4.2, "\(look.description): \(contrast)")
    }
  }

  @Test func plainHasNoColourAndNoTwoLooksAreAlike() {
    let theme = Theme.plain
    let looks = [theme.faint, theme.strong, theme.source, theme.cue, theme.problem, theme.match]
    #expect(looks.allSatisfy { $0.foreground == .standard && $0.background == .standard })
    #expect(Set(looks).count == looks.count)
  }

  @Test func aThemeOfItsOwnColoursEveryCell() {
    var person = Person()
    person.press("T")
    let screen = draw(person.state, person.state.size)
    #expect(
      screen.cells.allSatisfy {
        $0.style.background == Theme.dark.base.background || $0.style == Theme.dark.match
      })
  }
}
