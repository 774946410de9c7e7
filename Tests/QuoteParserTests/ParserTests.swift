import QuoteModel
import QuoteParser
import Testing

/// What the parser makes of a short article, as `speaker [kind] content` lines.
private func statements(_ text: String, date: PartialDate? = nil) -> [String] {
  let parsed = Parser().parse(Article(name: "a", path: "a", date: date, text: text))
  return parsed.quotations.map { quotation in
    let names = quotation.speakers.map { parsed.actors[$0].name }.joined(separator: " & ")
    return "\(names) [\(quotation.kind)] "
      + quotation.content.map { String(text[$0]) }.joined(separator: " … ")
  }
}

struct ParserTests {
  @Test func aDirectQuotationWithItsSpeakerBehindIt() {
    #expect(
      statements("\"We will rebuild the bridge before winter,\" Angela Ruiz said.")
        == ["Angela Ruiz [direct] \"We will rebuild the bridge before winter,\""])
  }

  @Test func aQuotationBrokenByItsCueIsOne() {
    let found = statements("\"We will rebuild the bridge,\" Angela Ruiz said, \"before the winter comes.\"")
    #expect(found == ["Angela Ruiz [direct] \"We will rebuild the bridge,\" … \"before the winter comes.\""])
  }

  @Test func aPronounStandsForWhoSpokeBefore() {
    let found = statements(
      "Mayor Angela Ruiz opened the hall on Monday.\n\"It took us nine years,\" she said.")
    #expect(found == ["Angela Ruiz [direct] \"It took us nine years,\""])
  }

  @Test func indirectSpeechIsFoundWithoutMarks() {
    let found = statements("Angela Ruiz said that the council would vote on the plan next week.")
    #expect(found == ["Angela Ruiz [indirect] that the council would vote on the plan next week"])
  }

  @Test func aRoleBeforeAnOfficeAndANameIsTheNames() {
    let found = statements(
      "His opponent, councillor Angela Ruiz, opened the hall on Monday.\n\"It took us nine years,\" she said."
    )
    #expect(found == ["Angela Ruiz [direct] \"It took us nine years,\""])
  }

  @Test func theQuestionIsKeptWithTheAnswer() {
    let text = "Asked whether the council would vote, Angela Ruiz said that it had no choice."
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    #expect(parsed.quotations.map { $0.asked.map { String(text[$0]) } } == ["whether the council would vote"])
  }

  @Test func aWeekdayIsTheOneBeforeTheArticle() {
    let text = "Angela Ruiz said on Tuesday that the council would vote on the plan."
    let article = Article(name: "a", path: "a", date: PartialDate("2024-10-12"), text: text)
    let time = Parser().parse(article).quotations.first?.time
    #expect(time == Quotation.Time(PartialDate(year: 2024, month: 10, day: 8), isStated: true))
  }

  @Test func nothingIsSaidAfterItsArticle() {
    let text =
      "Angela Ruiz said that the council would vote on the plan. Angela Ruiz told voters on Nov. 1 that she would win."
    let article = Article(name: "a", path: "a", date: PartialDate("2024-10-12"), text: text)
    #expect(Parser().parse(article).quotations.allSatisfy { $0.time?.date == PartialDate("2024-10-12") })
  }

  @Test(arguments: [
    "", " ", "\"", "“", "\n\n", "a\u{301}\u{202E}", "Mr.", "'''", "\u{FFFD}\u{0}", "“‘\"'", "said said said",
  ])
  func anyTextIsAnArticle(text: String) {
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    for quotation in parsed.quotations {
      #expect(quotation.content.allSatisfy { $0.upper <= text.utf8.count })
    }
  }
}

struct HeadlineTests {
  private func names(_ text: String) -> [String] {
    Parser().parse(Article(name: "a", path: "a", text: text)).actors.map(\.name)
  }

  @Test func capitalsOfAHeadlineMakeNoName() {
    let found = names(
      "Ana Ruiz Goes After Tomas Adler Over Harbor Money\n\nMayor Ana Ruiz said on Monday that her rival, Tomas Adler, had spent too much."
    )
    #expect(found.contains("Ana Ruiz") && found.contains("Tomas Adler"))
    #expect(!found.contains { $0.contains("Goes") || $0.contains("Over") })
  }

  @Test func anOfficeBehindAStatesNameIsNoPartOfTheName() {
    let found = names("Former Velmark Gov. Ed Quint said that the harbor would stay open all winter.")
    #expect(found.contains("Ed Quint"))
  }
}
