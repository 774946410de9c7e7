import QuoteModel
import StatementLinks
import TestSupport
import Testing

@Suite struct DigestTests {
  private func terms(_ words: String, actors: [Actor] = [], asked: String = "") -> QuotationTerms {
    linker.digest(article(actors: actors, [[Statement(words: words, asked: asked)]])).terms[0]
  }

  @Test func nounPhrasesAreFoundWithWhatTheyEndIn() {
    let phrases = terms("they/PRP make/VBP cheap/JJ military/JJ drones/NNS together/RB").phrases
    #expect(phrases.map(\.key) == ["cheap militari drone", "militari drone", "drone"])
    #expect(phrases.map(\.label) == ["cheap military drones", "military drones", "drones"])
  }

  @Test func namesStayWhole() {
    let phrases = terms("in/IN New/NNP York/NNP police/NN stations/NNS").phrases
    #expect(phrases.map(\.label) == ["New York police stations", "police stations", "stations"])
  }

  @Test func namesWithSmallWordsAreTakenByTheirMention() {
    let bosnia = Actor(name: "Bosnia and Herzegovina", kind: .country)
    let phrases = terms(
      "signals/NNS toward/IN Bosnia/NNP@0 and/CC@0 Herzegovina/NNP@0", actors: [bosnia]
    ).phrases
    #expect(phrases.map(\.label) == ["signals", "Bosnia and Herzegovina"])
  }

  @Test func personsAndTheirTitlesAreNoPhrases() {
    let ruiz = Actor(name: "Ana Ruiz", kind: .person)
    let phrases = terms(
      "the/DT Chilean/JJ President/NNP Ana/NNP@0 Ruiz/NNP@0 likes/VBZ ships/NNS", actors: [ruiz]
    )
    .phrases
    #expect(phrases.map(\.label) == ["ships"])
  }

  @Test(arguments: [
    "last/JJ year/NN", "on/IN October/NNP 11/CD", "people/NNS", "two/CD days/NNS", "it/PRP", "%/NN",
    "Monday/NNP", "other/JJ people/NNS", "this/DT time/NN",
  ]) func whatIsNoTopicIsNoPhrase(_ words: String) {
    #expect(terms(words).phrases.isEmpty)
  }

  @Test func inflectionsAndAccentsFoldToOneKey() {
    let a = terms("Erdoğan/NNP renewed/VBD licenses/NNS")
    let b = terms("ERDOGAN/NNP renews/VBZ license/NN")
    #expect(a.terms == b.terms)
    #expect(a.phrases.map(\.key) == b.phrases.map(\.key))
  }

  @Test func stopwordsAndFunctionWordsAreNoTerms() {
    #expect(terms("we/PRP will/MD have/VB it/PRP").terms.isEmpty)
    #expect(terms("we/PRP will/MD have/VB 200/CD ships/NNS").terms.count == 2)
  }

  @Test func theQuestionGivesPhrasesButNoTerms() {
    let answer = terms("yes/UH", asked: "whether/IN Bayraktar/NNP drones/NNS come/VBP")
    #expect(answer.phrases.map(\.label) == ["Bayraktar drones", "drones"])
    #expect(answer.terms.isEmpty)
  }

  @Test func aCapitalThatBeginsTheSentenceIsMadeSmall() {
    #expect(terms("Naval/JJ ports/NNS are/VBP closed/JJ").phrases.first?.label == "naval ports")
    #expect(terms("the/DT Naval/JJ ports/NNS").phrases.first?.label == "Naval ports")
  }

  @Test func untaggedArticlesGiveTermsOnly() {
    var parsed = article([[Statement(words: "cheap/JJ drones/NNS")]])
    parsed.tokens.tags = []
    let terms = linker.digest(parsed).terms[0]
    #expect(terms.phrases.isEmpty)
    #expect(terms.terms.count == 2)
  }

  @Test(.timeLimit(Patience.minutes(1))) func aListOfAHundredThousandNounsIsNoTrap() {
    let phrases = terms(Array(repeating: "ports/NNS", count: 100_000).joined(separator: " ")).phrases
    #expect(phrases.map(\.label) == ["ports ports ports ports", "ports ports ports", "ports ports", "ports"])
  }

  @Test func missingWordListsAreNoError() {
    let bare = Linker(lists: WordLists(stopwords: [String](), topicStopwords: [String]()))
    #expect(bare.digest(article([[Statement(words: "last/JJ year/NN")]])).terms[0].phrases.count == 2)
  }
}
