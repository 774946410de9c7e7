import QuoteModel
import Testing

@testable import QuoteParser

/// Several who speak as one source, and whom `who` and `they` go on.
struct SeveralSpeakersTests {
  @Test(arguments: [
    (
      "Ana Ruiz, Tom Lund and former mayor Ann Holm said that it was late.",
      ["Ana Ruiz", "Tom Lund", "Ann Holm"]
    ),
    ("Neither Ana Ruiz nor Tom Lund said that it was late.", ["Ana Ruiz", "Tom Lund"]),
    (
      "Ana Ruiz, the former governor, and Senator Tom Lund of Ohio said that it was late.",
      ["Ana Ruiz", "Tom Lund"]
    ),
    (
      "Sen. Ana Ruiz (D-Ohio) and former Maine Gov. Tom Lund said that it was late.",
      ["Ana Ruiz", "Tom Lund"]
    ),
    ("Politicians like Ana Ruiz and Tom Lund said that it was late.", ["Ana Ruiz", "Tom Lund"]),
    ("Democrats, including Ana Ruiz, said that it was late.", ["Democratic Party", "Ana Ruiz"]),
    ("A CNN/ABC poll showed that it was late.", ["CNN", "ABC"]),
  ])
  func aRowOfNamesIsAllOfThem(_ text: String, _ wanted: [String]) { #expect(last(text) == wanted) }

  @Test func campaignsAreNotTheirCandidates() {
    let named = "Ana Ruiz met Tom Lund. "
    #expect(
      last(named + "The Ruiz and Lund campaigns said that it was late.")
        == ["the campaign (Ana Ruiz)", "the campaign (Tom Lund)"])
    #expect(
      last(named + "The Ruiz campaign and the Harbor Board said that it was late.")
        == ["the campaign (Ana Ruiz)", "Harbor Board"])
    #expect(
      last(named + "The campaign of Senate candidate Ana Ruiz said that it was late.")
        == ["the campaign (Ana Ruiz)"])
  }

  @Test func thoseWhoSpeakWithSomebodyAreToldToo() {
    #expect(last("Ana Ruiz and her aides said that it was late.").count == 2)
    #expect(last("Ana Ruiz left. She and Tom Lund said that it was late.") == ["Ana Ruiz", "Tom Lund"])
  }

  @Test(arguments: [
    "89% of young Democrats said that it was late.",
    "Democrats on the Harbor Committee said that it was late.",
    "Her fellow Democrats said that it was late.", "Most Democrats said that it was late.",
  ])
  func someOfAPartyAreNotTheParty(_ text: String) { #expect(last(text) != ["Democratic Party"]) }

  @Test(arguments: ["Both Democrats and Republicans", "Neither Republicans nor Democrats"])
  func bothPartiesAreBoth(_ source: String) {
    #expect(Set(last(source + " said that it was late.")) == ["Democratic Party", "Republican Party"])
  }

  @Test(arguments: [
    ("Tom Lund, president of the Harbor Foundation, who says that it is late, left.", ["Tom Lund"]),
    ("Tom Lund, a clerk at the State Department who says that it is late, left.", ["Tom Lund"]),
    ("Tom Lund, a physician from Lakeside, New Jersey, who says that it is late, left.", ["Tom Lund"]),
  ])
  func whoGoesOnThePerson(_ text: String, _ wanted: [String]) { #expect(last(text) == wanted) }

  @Test func whoIsNotWhomAGroupIsOf() {
    let text = "Ana Ruiz won. Ruiz supporters, who say that it is late, left."
    #expect(last(text) != ["Ana Ruiz"])
  }

  @Test func theyAreWhoDidSomethingLast() {
    #expect(
      last("Ana Ruiz and Tom Lund met on the pier. They said that it was late.") == ["Ana Ruiz", "Tom Lund"])
    #expect(last("Republicans met on the pier. They said that it was late.") == ["Republican Party"])
    #expect(last("The cranes were old. They said that it was late.") == [])
  }

  @Test func aNounWithAPhraseOfItsOwnIsNotTheNameInIt() {
    for source in [
      "An executive at the Harbor Foundation", "One operative inside Harbor Tower",
      "The former CEO of Harbor Foundation",
    ] {
      let found = last("The Harbor Foundation is new. \(source) said that it was late.")
      #expect(found.count == 1 && found[0] != "Harbor Foundation" && found[0] != "Harbor Tower")
    }
  }

  @Test(arguments: [
    "Ruiz allies on the panel", "The super PAC backing Ana Ruiz", "Both sides of the debate",
    "A Ruiz defender today",
  ])
  func whoseTheyAreIsNotWhoSpeaks(_ source: String) {
    let found = last("Ana Ruiz met Tom Lund. \(source) said that it was late.")
    #expect(!found.contains("Ana Ruiz") && !found.contains("Tom Lund"))
  }

  @Test func aSharePercentIsNobody() {
    #expect(last("Ana Ruiz won. Of 64 percent, who say that it is late, many left.") != ["Ana Ruiz"])
  }

  @Test func aPollIsThatOfWhomItWasConductedBy() {
    #expect(
      last("The survey, conducted by the Harbor Institute, found that it was late.") == ["Harbor Institute"])
  }
}
