import QuoteModel
import Testing

@testable import QuoteParser

/// How spans become quotations: one test a rule, on sentences of our own.
struct AttributionTests {
  /// `speaker: content … content` of each quotation.
  private func found(_ text: String) -> [String] {
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    return parsed.quotations.map { quotation in
      let names = quotation.speakers.map { parsed.actors[$0].name }.joined(separator: " & ")
      return "\(names): " + quotation.content.map { String(text[$0]) }.joined(separator: " … ")
    }
  }

  @Test func aQuotationGoesOnBehindItsCue() {
    #expect(
      found("\"The harbor is ours,\" Ana Ruiz said, \"and it will stay ours for a hundred years.\"")
        == ["Ana Ruiz: \"The harbor is ours,\" … \"and it will stay ours for a hundred years.\""])
  }

  @Test func accordingToLeadsOrCloses() {
    #expect(
      found("According to Ana Ruiz, the council will close the harbor in winter.")
        == ["Ana Ruiz: the council will close the harbor in winter"])
    #expect(
      found("The council will close the harbor in winter, according to Ana Ruiz.")
        == ["Ana Ruiz: The council will close the harbor in winter"])
  }

  @Test func anInvertedCueHasItsSourceBehindIt() {
    #expect(
      found("\"We will not pay for the bridge twice,\" said Ana Ruiz, the mayor of Velmark.")
        == ["Ana Ruiz: \"We will not pay for the bridge twice,\""])
  }

  @Test func behindAPassiveCueStandsWhoSaidIt() {
    #expect(
      found("Reporters were told by Ana Ruiz that the harbor would stay open all winter.")
        == ["Ana Ruiz: that the harbor would stay open all winter"])
  }

  @Test func aHeadlineLeadsByAColon() {
    let statements = found(
      "Ruiz: Harbor Will Stay Open All Winter\n\nMayor Ana Ruiz said on Monday that the harbor would stay open."
    )
    #expect(statements.first == "Ana Ruiz: Harbor Will Stay Open All Winter")
  }

  @Test func aQuotationGoesOnOverParagraphs() {
    let statements = found(
      "\"We have looked at every bolt of the bridge,\" Ana Ruiz said on Monday.\n\n"
        + "\"And when it falls, we will build it again, as our fathers did.\"")
    #expect(statements.allSatisfy { $0.hasPrefix("Ana Ruiz: ") })
    #expect(statements.contains { $0.hasSuffix("as our fathers did.\"") })
  }

  @Test func theMiddleOfAQuotationOverParagraphsIsKept() {
    let statements = found(
      "\"We have looked at every bolt of the bridge,\" Ana Ruiz said on Monday. \"It is old. Nobody denies that it is old.\n\n"
        + "\"Rust is everywhere. The paint is gone. The river does not wait.\n\n"
        + "\"But when it falls, we will build it again, as our fathers did.\"")
    #expect(statements.allSatisfy { $0.hasPrefix("Ana Ruiz: ") })
    for words in [
      "Nobody denies", "Rust is everywhere. The paint is gone. The river does not wait.",
      "as our fathers did",
    ] {
      #expect(statements.contains { $0.contains(words) }, "\(words)")
    }
  }

  @Test func twoApostrophesAreAQuotationMark() {
    let text = "''We will not pay for the bridge twice,'' Ana Ruiz said on Monday."
    #expect(found(text) == ["Ana Ruiz: ''We will not pay for the bridge twice,''"])
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    #expect(parsed.quotations.map(\.kind) == [.direct])
  }

  @Test func addingThatSharesTheSource() {
    let statements = found(
      "Ana Ruiz said that the bridge was safe, adding that the engineers had looked at every bolt.")
    #expect(statements.count == 2)
    #expect(statements.allSatisfy { $0.hasPrefix("Ana Ruiz: ") })
  }

  @Test func aFreeStandingQuotationIsWhoseWhoSpokeBefore() {
    let statements = found(
      "Ana Ruiz said that the bridge was safe. \"We have looked at every bolt and every plate of it.\"")
    #expect(statements.allSatisfy { $0.hasPrefix("Ana Ruiz: ") })
    #expect(statements.contains { $0.contains("every bolt") })
  }

  @Test func aCoordinateClauseWithMarksOfItsOwnIsAStatement() {
    let statements = found(
      "Ana Ruiz said the port \"is far stronger than ours\" and she saw \"room for great things\" there.")
    #expect(statements.contains { $0.hasSuffix("\"room for great things\" there") })
  }

  @Test func aClauseBehindWhileHasASourceOfItsOwn() {
    let statements = found(
      "The port was safe in winter, Bo Lind said, while Ana Ruiz reiterated that the yard needed more men.")
    #expect(
      statements.contains { $0.hasPrefix("Ana Ruiz: ") && $0.hasSuffix("that the yard needed more men") })
    #expect(statements.contains { $0.hasPrefix("Bo Lind: The port was safe") })
  }

  @Test func aParticipleOfSayingSharesTheSource() {
    let statements = found(
      "Ana Ruiz said that the ferry was late, stressing the need for calm on both shores.")
    #expect(
      statements.contains { $0.hasPrefix("Ana Ruiz: ") && $0.hasSuffix("the need for calm on both shores") })
  }

  @Test func theTimeOfALiveReportIsNoSource() {
    #expect(
      found("09:30 Mayor Ana Ruiz said on Monday that the channel had been closed.").allSatisfy {
        $0.hasPrefix("Ana Ruiz: ")
      })
    let parsed = Parser().parse(
      Article(name: "a", path: "a", text: "09:30 Mayor Ana Ruiz said that the channel had been closed."))
    #expect(parsed.quotations.count == 1)
    #expect(parsed.quotations.allSatisfy { $0.source?.start != 0 })
  }

  @Test func whenAndWhereItWasSaidIsNoPartOfIt() {
    #expect(
      found("Ana Ruiz said on October 11 during a visit to Velmark that she had seen the northern pier.")
        == ["Ana Ruiz: that she had seen the northern pier"])
  }

  @Test func scareQuotesAndTitlesOfWorksAreNoStatements() {
    #expect(found("The band played \"Blue Moon\" in the so-called \"golden hall\" until midnight.") == [])
  }

  @Test func spansOfEveryRoleAreRead() {
    let roles: [Role] = [
      .beginSource, .source, .beginCue, .outside, .beginContent, .content, .beginContent,
    ]
    let spans = Spans(roles)
    #expect(spans.sources == [0..<2])
    #expect(spans.cues == [2..<3])
    #expect(spans.contents == [4..<6, 6..<7])
  }

  @Test func spansNearAPlaceAreFoundByBisection() {
    let spans = [0..<2, 4..<6, 9..<12]
    #expect(Near.rows(spans, in: 5..<10) == 1..<3)
    #expect(Near.rows(spans, in: 2..<4) == 1..<1)
    #expect(Near.between(spans, 2, 9) == 1)
  }
}
