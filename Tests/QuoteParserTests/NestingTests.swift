import QuoteModel
import Testing

@testable import QuoteParser

/// Statements told inside another one's words: one test a rule, on sentences of our own.
struct NestingTests {
  /// `speaker: content` of each nested quotation, and the words of the one it stands in.
  private func nested(_ text: String) -> [(String, in: String)] {
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    return parsed.quotations.compactMap { quotation -> (String, in: String)? in
      guard let parent = quotation.parent, parsed.quotations.indices.contains(parent) else { return nil }
      let names = quotation.speakers.map { parsed.actors[$0].name }.joined(separator: " & ")
      return ("\(names): \(words(quotation, text))", in: words(parsed.quotations[parent], text))
    }
  }

  private func words(_ quotation: Quotation, _ text: String) -> String {
    quotation.content.map { String(text[$0]) }.joined(separator: " … ")
  }

  @Test func aClauseWithASourceOfItsOwnIsNested() {
    let found = nested("Mayor Ana Ruiz said she had told Bo Lind that closing the channel was a mistake.")
    #expect(found.map(\.0) == ["Ana Ruiz: that closing the channel was a mistake"])
    #expect(found.first?.in == "she had told Bo Lind that closing the channel was a mistake")
  }

  @Test func theIOfAQuotationIsWhoSpeaks() {
    let found = nested("\"I told the board that the pier would not last another winter,\" Ana Ruiz said.")
    #expect(found.map(\.0) == ["Ana Ruiz: that the pier would not last another winter"])
  }

  @Test func aPronounBetweenMarksIsNotWhoSpeaks() {
    let found = nested(
      "Bo Lind came back from the yard at noon. \"He said that the ships were late again,\" Carl Moe said.")
    #expect(found.map(\.0) == ["Bo Lind: that the ships were late again"])
  }

  @Test func marksInsideMarksHoldAStatement() {
    let found = nested(
      "\"Then Bo Lind said, 'We will not pay for the bridge twice,' and left,\" Ana Ruiz said.")
    #expect(found.map(\.0) == ["Bo Lind: 'We will not pay for the bridge twice,'"])
  }

  @Test func whatWasNotSaidIsNone() {
    #expect(nested("Ana Ruiz said that Bo Lind never said that the harbor was closed.").isEmpty)
  }

  @Test func aRelativeClauseIsNone() {
    #expect(nested("Ana Ruiz said the money that he says he raised for the harbor was gone.").isEmpty)
    #expect(nested("Ana Ruiz said that as Bo Lind said the harbor was closed in winter.").isEmpty)
    #expect(nested("\"Bo Lind tells so many lies that the board has lost count,\" Ana Ruiz said.").isEmpty)
  }

  @Test func theInnermostHolderIsTheParent() {
    let text = "\"Bo Lind said the board had told him that the bridge was safe,\" Ana Ruiz said on Monday."
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    #expect(parsed.quotations.map(\.parent) == [nil, 0, 1])
  }
}
