import QuoteModel
import QuoteParser
import Testing

struct DescriptionTests {
  @Test func aDescriptionIsWhoTheWordsBeforeAreAbout() {
    let before = "Carl Lund came to the harbor on Monday. Mr. Lund told reporters that he would stay. "
    #expect(last(before + "\"I like this town,\" the actor said.") == ["Carl Lund"])
    #expect(last(before + "\"I like this town,\" the billionaire businessman said.") == ["Carl Lund"])
    #expect(last(before + "\"I like this town,\" said the 46-year-old.") == ["Carl Lund"])
    #expect(
      last(before + "The actor spoke on. \"I like this town,\" he said on Tuesday.") == ["Carl Lund"])
  }

  @Test func aDescriptionIsNobodyKnownWhereSomebodyElseIsBroughtIn() {
    let text =
      "Carl Lund told reporters that he would stay. An actor from the town stood by. \"I do not like him,\" the actor said."
    #expect(last(text) != ["Carl Lund"])
    #expect(
      last("Carl Lund told reporters that he would stay. \"He is right,\" the spokesman said.") != [
        "Carl Lund"
      ])
  }

  @Test func anOfficeIsItsBearerNamedLast() {
    let text =
      "Sen. Carl Lund met Sen. Dana Holt on Monday. Mr. Lund left early. \"The vote was close,\" the senator said."
    #expect(last(text) == ["Carl Lund"])
    #expect(
      last(
        "President Omar Kaya met Vice President Carl Lund. Mr. Lund left early. \"It was late,\" the president said."
      )
        == ["Omar Kaya"])
  }

  @Test func aPlaceAndAPartyTellWho() {
    let text =
      "Sen. Dana Holt (D-Ohio) met Sen. Carl Lund (R-Texas) on Monday. Ms. Holt left early. "
      + "\"The vote was close,\" the Texas Republican said."
    #expect(last(text) == ["Carl Lund"])
  }

  @Test func aPersonWhomANameNarrowsIsSomebodyElse() {
    let before = "Ana Ruiz won the vote in the harbor town on Monday. "
    #expect(last(before + "\"She will do well,\" one Ruiz supporter said.") == ["a supporter (Ana Ruiz)"])
    #expect(last(before + "The Ruiz campaign said that it would wait.") == ["the campaign (Ana Ruiz)"])
    #expect(last(before + "Her campaign said that it would wait.") == ["the campaign (Ana Ruiz)"])
  }

  @Test func aGroupBehindACommaIsNotWhoSpeaks() {
    let text =
      "Ana Ruiz beat Carl Lund and Dana Holt. \"She was better,\" said Tomas Berg, a lawyer who had backed two of her rivals."
    #expect(last(text) == ["Tomas Berg"])
  }

  @Test func aRelativeClauseNamesNobodyWhoSpeaks() {
    let text =
      "Carl Lund spoke on Monday. Mr. Lund told reporters that he would stay. "
      + "\"I like this town,\" said the businessman, who met Dana Holt on Tuesday."
    #expect(last(text) == ["Carl Lund"])
  }

  @Test func aPullQuoteIsWhoSaysItsWords() {
    let text =
      "\"The harbor was ours from the start.\"\n\nAna Ruiz met Carl Lund on Monday.\n\n"
      + "Ruiz spoke last. \"The harbor was ours from the start,\" Ruiz said. \"We will go.\""
    let found = speakers(text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == ["Ana Ruiz"] })
  }

  @Test func whoIsOnlySpokenOfDoesNotSpeak() {
    let text =
      "Carl Lund, the owner of the port, said that Tomas Berg had kept his word. He said that the work was done."
    #expect(last(text) == ["Carl Lund"])
  }

  @Test func aPeopleIsNoPerson() {
    let text =
      "Carl Lund spoke of voters on Monday. Mr. Lund said that Harbor Catholics liked him. He said that he would stay."
    #expect(last(text) == ["Carl Lund"])
  }
}
