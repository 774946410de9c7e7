import QuoteModel
import Screen
import Testing

@testable import Browser

@Suite struct TrailTests {
  @Test func goingElsewhereBeginsABranch() {
    var person = Person(120, 40)
    person.press("1 Enter C-o j Enter")
    #expect(person.state.query.description == "speaker:\"Anouk Déry\"")
    person.press("g j")
    #expect(person.state.trail.tree.count == 3)
    #expect(person.shows("├ speaker:\"Ilse Marin-Vogel\"") || person.shows("└ speaker:\"Ilse Marin-Vogel\""))
    person.press("g j Enter")
    #expect(person.state.query.description == "speaker:\"Ilse Marin-Vogel\"")
    person.press("C-o")
    #expect(person.state.query.isEmpty)
  }

  @Test func everyWayIsRemembered() {
    var person = Person(120, 40)
    person.press("j ] r 1 Enter 3 Enter g h")
    #expect(person.state.page?.kind == .heat)
    person.press("C-o")
    #expect(person.state.page == nil && person.state.focus == .reader)
    person.press("C-o C-o C-o")
    #expect(person.state.reading == QuotationID(1) && person.state.query.isEmpty)
    person.press("L L L L")
    #expect(person.state.page?.kind == .heat)
  }

  @Test func aLongDayStaysSmall() {
    var person = Person()
    for _ in 0..<700 { person.press("1 Enter Backspace") }
    #expect(person.state.trail.nodes.count <= 501)
    person.press("C-o C-o")
    #expect(person.state.trail.nodes.allSatisfy { $0.parent.map { $0 < 501 } ?? true })
  }
}

@Suite struct StepTests {
  @Test func answersOppositionsAndWordsElsewhere() {
    var person = Person()
    person.press("j j ] a")
    #expect(person.state.reading == QuotationID(1))
    #expect(person.state.note == "↩ answers: “disagreed”")
    person.press("[ a")
    #expect(person.state.reading == QuotationID(2))
    person.press("] x")
    #expect(person.state.note == "no shift or contrast was found")
    person.press("] w")
    #expect(person.state.note == "no place with the same words was found")
  }

  @Test func byDateAndOnThisTopic() {
    var person = Person()
    // Marin-Vogel: 3 in 2023, then 0 and 1 on one day of 2024.
    person.press("] d")
    #expect(person.state.reading == QuotationID(1))
    person.press("[ d [ d")
    #expect(person.state.reading == QuotationID(3))
    person.press("[ d")
    #expect(person.state.note == "this is the first")
    person.press("[ p [ p")
    #expect(person.state.reading == QuotationID(0))
  }

  @Test func evidenceIsWalkedStepByStep() {
    var person = Person(120, 40)
    person.press("j ] e")
    #expect(
      person.state.note?.hasPrefix("evidence 1/") == true && person.state.note?.contains("content") == true)
    person.press("; ;")
    #expect(person.state.note?.contains("source “she”") == true)
    person.press("; ")
    #expect(person.state.note?.contains("speaker") == true)
    person.press(";")
    #expect(
      person.state.note == "the evidence ends here; ]e begins again" && person.state.evidenceRange == nil)
  }
}

@Suite struct MarkTests {
  @Test func marksHaveLettersAndAreGoneTo() {
    var person = Person()
    person.press("j m")
    #expect(person.state.note?.hasPrefix("marked: 'a") == true && person.shows("'a \"the northern"))
    person.press("j j m g g")
    person.send(.input(.key(Key("'"))))
    person.press("b")
    #expect(person.state.reading == QuotationID(5))
    person.send(.input(.key(Key("'"))))
    person.send(.input(.key(Key("'"))))
    #expect(person.state.reading == QuotationID(0))
    person.press("g m")
    #expect(person.shows("a Marin-Vogel:"))
    person.press("Backspace Enter")
    #expect(
      person.state.marks.all.map(\.quotation) == [QuotationID(5)] && person.state.reading == QuotationID(5))
  }

  @Test func aRangeIsMarkedCopiedAndWritten() {
    var person = Person()
    person.press("v j j")
    #expect(person.shows("range of 3"))
    person.press("y")
    guard case .copy(let text)? = person.effects.first else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.split(separator: "\n").count == 3)
    person.press("g g v j m")
    #expect(person.state.marks.all.map(\.quotation) == [QuotationID(0), QuotationID(1)])
    person.press("w Enter 'out.csv' Enter")
    guard case .write("out.csv", let csv, false)? = person.effects.first else {
      Issue.record("nothing written")
      return
    }
    #expect(csv.split(separator: "\r\n").count == 3 && csv.hasPrefix("quote,speaker,"))
    person.press("w Enter 'out.doc' Enter")
    #expect(person.state.note == "the name has to end in one of .md .txt .csv")
    person.state.offer([FileForm(ending: "csl.json", title: "CSL"), FileForm(ending: "json", title: "JSON")])
    person.press("w Enter 'out.j' Tab")
    #expect(person.state.prompt?.line.text == "out.json")
    person.press("C-u 'out.csl.json!' Enter")
    let form = FileForm(ending: "csl.json", title: "CSL")
    let marked = [QuotationID(0), QuotationID(1)]
    #expect(
      person.effects == [.export(path: "out.csl.json", quotes: marked, form: form, overwrites: true)])
    person.press("| 'wc -l' Enter")
    #expect(
      person.effects.first
        == .pipe(command: "wc -l", text: ExportForm.txt.text(of: [QuotationID(1)], in: person.state)))
  }
}
