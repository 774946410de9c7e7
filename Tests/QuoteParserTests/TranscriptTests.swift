import QuoteModel
import QuoteParser
import Testing

/// What the parser makes of a short article, as `speaker [kind] content` lines.
private func statements(_ text: String) -> [String] {
  let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
  return parsed.quotations.map { quotation in
    let names = quotation.speakers.map { parsed.actors[$0].name }.joined(separator: " & ")
    return "\(names) [\(quotation.kind)] "
      + quotation.content.map { String(text[$0]) }.joined(separator: " … ")
  }
}

struct TranscriptTests {
  private static let opening = "Dora Quint met Tomas Adler in the town hall."

  @Test func eachTurnIsAQuotationOfItsSpeaker() {
    let found = statements(
      Self.opening
        + "\n\nQUINT: Is the ferry late?\n\nADLER: The ferry sank.\n\nQUINT: When?\n\nADLER: On Sunday.")
    #expect(
      found == [
        "Dora Quint [direct] Is the ferry late?", "Tomas Adler [direct] The ferry sank.",
        "Dora Quint [direct] When?",
        "Tomas Adler [direct] On Sunday.",
      ])
  }

  @Test func aParagraphWithoutALabelGoesOn() {
    let found = statements(
      Self.opening
        + "\n\nQUINT: Is the ferry late?\n\nADLER: The ferry sank.\n\nIt was old.\n\n(Applause.)\n\nQUINT: How old?"
    )
    #expect(found.contains("Tomas Adler [direct] The ferry sank. … It was old."))
    #expect(!found.contains { $0.contains("Applause") })
  }

  @Test func theReporterTakesOverBehindTheLastTurn() {
    let found = statements(
      Self.opening
        + "\n\nQUINT: Is the ferry late?\n\nADLER: The ferry sank.\n\nQUINT: When?\n\nThe hall was empty by nine."
    )
    #expect(found.last == "Dora Quint [direct] When?")
  }

  @Test func aLabelWithoutANameElsewhereIsWrittenAsNamesAre() {
    let found = statements("VARGA-HOLM: The ferry sank.\n\nQUINT: When?\n\nVARGA-HOLM: On Sunday.")
    #expect(found.first == "Varga-Holm [direct] The ferry sank.")
  }

  @Test func whatATurnReportsStays() {
    let found = statements(
      Self.opening
        + "\n\nQUINT: Is the ferry late?\n\nADLER: Nadia Brandt told me that the ferry would sink.\n\nQUINT: When?"
    )
    #expect(found.contains("Nadia Brandt [indirect] that the ferry would sink"))
    #expect(found.contains("Tomas Adler [direct] Nadia Brandt told me that the ferry would sink."))
  }

  @Test func firstPersonsInATurnAreItsSpeaker() {
    let found = statements(
      Self.opening
        + "\n\nQUINT: Is the ferry late?\n\nADLER: I said on Friday that the ferry would sink.\n\nQUINT: When?"
    )
    let reported = found.filter { $0.contains("[indirect]") }
    #expect(reported.allSatisfy { $0.hasPrefix("Tomas Adler") })
  }

  @Test func theHeadingsOfANoticeAreNoTranscript() {
    let found = statements("WHO: The port board\n\nWHAT: A meeting on fees\n\nWHERE: Town hall")
    #expect(found.isEmpty)
  }
}

struct SourceTests {
  private func actors(_ text: String) -> [String] {
    Parser().parse(Article(name: "a", path: "a", text: text)).actors.map(\.name)
  }

  @Test func aPersonsSurnameWinsOverACapital() {
    let text = "Pedro Lima runs the port. Lima said that the quay would hold."
    #expect(speakers(text) == [["Pedro Lima"]])
  }

  @Test func aPlaceStaysOneBehindItsPreposition() {
    let text = "Pedro Lima flew home. The ministry in Lima was closed. Lima said that the quay would hold."
    #expect(actors(text).contains("Peru"))
    #expect(speakers(text) == [["Pedro Lima"]])
  }

  @Test func aTitleIsSplitOffBehindAnUnknownCountry() {
    let text = "Velmark Prime Minister Ilse Marin said on Monday that the bridge was closed."
    #expect(speakers(text) == [["Ilse Marin"]])
    #expect(actors(text).contains("Velmark"))
    #expect(!actors(text).contains { $0.contains("Prime") })
  }

  @Test func aRelativePronounIsTheNounBeforeIt() {
    let found = speakers("Ana Ruiz, who said that the bridge was closed, left early.")
    #expect(found.allSatisfy { $0 == ["Ana Ruiz"] || $0.isEmpty })
    #expect(!actors("The bridge, who said that it was closed?").contains { $0.lowercased().hasPrefix("who") })
  }

  @Test(arguments: ["Not everyone", "Nobody", "No one", "Everybody", "None of them", "Almost nobody"])
  func nobodyInParticularIsNoActor(source: String) {
    let text = "\(source) said that the plan was good. Ana Ruiz said that it was bad."
    #expect(actors(text) == ["Ana Ruiz"])
  }

  @Test func aHeadingIsNoActor() {
    #expect(
      !actors("Partial transcript: \"We will go home now.\"").contains {
        $0.lowercased().contains("transcript")
      })
  }
}

struct EntityTests {
  private func kinds(_ text: String) -> [String: Actor.Kind] {
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    return Dictionary(parsed.actors.map { ($0.name, $0.kind) }) { first, _ in first }
  }

  @Test func surroundingsTellWhatANameIs() {
    let found = kinds(
      "Nadia Brandt moved to Ostrava last year. She lives in Velden with her husband, Jarek Brandt, a lawyer at the Velden "
        + "Institute of Technology.")
    #expect(found["Nadia Brandt"] == .person)
    #expect(found["Velden"] == .place)
    #expect(found["Velden Institute of Technology"] == .organisation)
  }

  @Test func wordListsAndTitlesAreDecisive() {
    let found = kinds("Senator Marlow flew to Turkey in May and met NATO officials there.")
    #expect(found["Marlow"] == .person)
    #expect(found["Turkey"] == .country)
    #expect(found["NATO"] == .organisation)
  }
}
