import QuoteModel
import Testing

@testable import QuoteParser

/// Which of several actors of one name is meant, and who speaks under a role before he is named.
struct NamesakeTests {
  @Test func whoHasAHusbandOrAWifeIsTheOther() {
    let named = "Ana Lund came with Tom Lund. Ana Lund won. Ana Lund left. "
    #expect(last(named + "Lund told his wife that it was late.") == ["Tom Lund"])
    #expect(last(named + "Lund told the city that it was late.") == ["Ana Lund"])
  }

  @Test func whoHasAYoungerBrotherIsTheOlderOne() {
    let text = """
      Tom Lund came with his older brother, Ivo Lund. Tom Lund won. Tom Lund left. Mr. Lund praised his younger brother and said \
      that it was late.
      """
    #expect(last(text) == ["Ivo Lund"])
  }

  @Test func aSurnameInALiveReportIsHisWhomTheEntryNames() {
    let entries = ["Ana Lund won. Ana Lund left.", "Tom Lund came by boat. Lund said that it was late."]
    #expect(last((entries + ["Ana Lund slept."]).joined(separator: "\n\n___\n\n")) == ["Tom Lund"])
    #expect(last(entries.joined(separator: "\n\n")) == ["Ana Lund"])
  }

  @Test func aCampaignIsWhoseWhoRuns() {
    let text =
      "Tom Holm came. Tom Holm met candidate Ana Holm. Tom Holm left. The Holm campaign said that it was late."
    #expect(last(text) == ["the campaign (Ana Holm)"])
  }

  @Test func whoIsCalledJuniorIsAnotherThanWhoIsNot() {
    let named = "Ivo Lund spoke to the town. Ivo Lund Jr. spoke after him. "
    #expect(last(named + "Ivo Lund said that it was late.") == ["Ivo Lund"])
    #expect(last(named + "Ivo Lund Jr. said that it was late.") == ["Ivo Lund Jr."])
    #expect(last(named + "The younger Mr. Lund said that it was late.") == ["Ivo Lund Jr."])
    #expect(last("Ivo Lund Jr. came. Ivo Lund said that it was late.") == ["Ivo Lund Jr."])
  }

  @Test func thePartyOfSomebodyIsNotTheOneNamed() {
    #expect(
      last(
        "Ana Ruiz met Republicans. The mayor’s party said that it was early. The party said that it was late."
      )
        != ["Republican Party"])
    #expect(last("Republicans met Ana Ruiz. The party said that it was late.") == ["Republican Party"])
  }

  @Test func somebodysDaughterIsTheOnlyOneOfTheName() {
    let named = "Tom Lund came with Ana Lund. "
    #expect(last(named + "Tom Lund’s eldest daughter, 34, said that it was late.") == ["Ana Lund"])
    #expect(
      last(named + "Mary Lund left. Tom Lund’s eldest daughter, 34, said that it was late.") != ["Ana Lund"])
    #expect(last(named + "Tom Lund’s son said that it was late.") != ["Ana Lund"])
  }

  @Test(arguments: [
    "Ana Ruiz’s campaign manager says that it is late. Tom Lund spoke to reporters on Monday.",
    "A top Ana Ruiz adviser says that it is late. Tom Lund spoke to reporters on Monday.",
    "When Tom Lund, Ana Ruiz’s campaign manager was asked, he said that it was late.",
    "Ana Ruiz’s campaign manager says that it is late. “It is late,” Tom Lund said.",
  ])
  func aRoleIsWhomTheNextSentencesName(_ text: String) {
    #expect(speakers(text).first == ["Tom Lund"])
  }

  @Test(arguments: [
    "Ana Ruiz’s campaign manager says that it is late. Senator Tom Lund of Ohio spoke to reporters on Monday.",
    "A Ruiz official says that it is late. Tom Lund spoke to reporters on Monday.",
    "Tom Lund came. Ana Ruiz’s campaign manager says that it is late. Tom Lund spoke to reporters on Monday.",
  ])
  func aRoleIsNotWhoHasAnother(_ text: String) { #expect(speakers(text).first != ["Tom Lund"]) }
}
