import QuoteModel
import StatementLinks
import Testing

@Suite struct TopicTests {
  private func articles(_ statements: [String], times: Int = 1) -> [ParsedArticle] {
    (0..<times).flatMap { _ in statements.map { article([[Statement(words: $0)]]) } }
  }

  @Test func oneArticleHasTopicsThatItsStatementsShare() {
    let corpus = corpus([
      article([
        [Statement(words: "military/JJ drones/NNS help/VBP peace/NN")],
        [Statement(words: "the/DT delivery/NN of/IN drones/NNS hurt/VBD")],
        [Statement(words: "peace/NN is/VBZ near/JJ")],
        [Statement(words: "export/NN licenses/NNS were/VBD renewed/VBN")],
        [Statement(words: "it/PRP is/VBZ good/JJ")],
      ])
    ])
    #expect(corpus.links.topics.map(\.label) == ["drones", "peace", "export licenses"])
    #expect(corpus.topicLabels(0).sorted() == ["drones", "peace"])
    #expect(corpus.topicLabels(3) == ["export licenses"])
    #expect(corpus.topicLabels(4).isEmpty)
  }

  @Test func aLongPhraseThatMostSayStandsForTheShortOne() {
    let corpus = corpus(
      articles(["military/JJ drones/NNS fly/VBP", "military/JJ drones/NNS fell/VBD", "drones/NNS rose/VBD"]))
    #expect(corpus.links.topics.map(\.label) == ["military drones"])
    #expect(corpus.links.quotationsByTopic[0].map(\.index) == [0, 1, 2])
  }

  @Test func variantsLieUnderTheShortPhrase() {
    let plain = (0..<9).map { _ in "drones/NNS rose/VBD" }
    let corpus = corpus(
      articles(
        plain + [
          "naval/JJ drones/NNS sank/VBD", "naval/JJ drones/NNS came/VBD", "drone/NN pilots/NNS left/VBD",
          "drone/NN pilots/NNS came/VBD",
        ]))
    #expect(corpus.links.topics.map(\.label) == ["drones", "drone pilots", "naval drones"])
    #expect(corpus.links.topics.map(\.parent) == [nil, TopicID(0), TopicID(0)])
    #expect(corpus.links.quotationsByTopic[0].count == 13)
    #expect(corpus.links.quotationsByTopic[2].map(\.index) == [9, 10])
  }

  @Test func spellingsAreOneTopic() {
    let corpus = corpus(
      articles([
        "labour/NN unions/NNS met/VBD", "labor/NN unions/NNS left/VBD", "health/NN care/NN helps/VBZ",
        "healthcare/NN costs/VBZ",
      ]))
    #expect(Set(corpus.links.topics.map(\.label)) == ["labour unions", "health care"])
    #expect(corpus.links.topics.indices.allSatisfy { corpus.links.quotationsByTopic[$0].count == 2 })
  }

  @Test func plainNounsRolesAndOutletsAreNoTopics() {
    let linker = Linker(
      lists: WordLists(
        stopwords: ["the"], topicStopwords: ["people"], plainNouns: ["process", "record", "track record"],
        roles: ["governor"]))
    let paper = Actor(name: "Harbor News", kind: .organisation)
    let words =
      ["the/DT process/NN ended/VBD", "track/NN record/NN counts/VBZ", "the/DT governor/NN left/VBD"]
      + ["Harbor/NNP@0 News/NNP@0 wrote/VBD", "peace/NN process/NN ended/VBD"]
    let corpus = StatementLinksTests.corpus(
      (0..<15).map { article(outlet: "Harbor News", actors: [paper], [[Statement(words: words[$0 % 5])]]) }
        + (0..<500).map { _ in article([[Statement(words: "it/PRP rained/VBD")]]) }, by: linker)
    #expect(corpus.links.topics.map(\.label) == ["peace process"])
  }

  @Test func phrasesOfTheSameQuotationsAreOneTopic() {
    let corpus = corpus(articles(["peace/NN and/CC stability/NN", "stability/NN before/IN peace/NN"]))
    #expect(corpus.links.topics.count == 1)
  }

  @Test func theMostFrequentWordingIsTheLabel() {
    let corpus = corpus(
      articles(["the/DT trade/NN deal/NN", "trade/NN deals/NNS", "their/PRPS trade/NN deals/NNS"]),
      segmentSize: 1)
    #expect(corpus.links.topics.map(\.label) == ["trade deals"])
  }

  @Test func actorsSpokenOfAreTopicsAndTheirNamesNoPhrases() {
    let kosovo = Actor(name: "Kosovo", kind: .country)
    let words = "Kosovo/NNP@0 is/VBZ calm/JJ"
    let corpus = corpus(
      (0..<3).map { _ in article(actors: [kosovo], [[Statement(words: words, about: [0])]]) })
    #expect(corpus.links.topics == [Topic(label: "Kosovo", kind: .actor, actor: ActorID(0))])
    #expect(corpus.links.quotationsByTopic[0].count == 3)
  }

  @Test func speakersAndGroupsAreNoTopics() {
    let actors = [Actor(name: "Ana Ruiz", kind: .person), Actor(name: "Officials", kind: .group)]
    let corpus = corpus([
      article(actors: actors, [[Statement(words: "it/PRP rained/VBD", speakers: [0], about: [0, 1])]])
    ])
    #expect(corpus.links.topics.isEmpty)
    #expect(corpus.links.quotationsBySpeaker[0].map(\.index) == [0])
  }

  @Test func noQuotationHasMoreThanFivePhrases() {
    let nouns = ["tariffs", "ports", "ships", "quays", "cranes", "tugs", "pilots", "dredgers"]
    let all = nouns.map { "\($0)/NNS" }.joined(separator: " and/CC ")
    // Each noun occurs elsewhere too, with another, so that none is a double.
    let others = nouns.indices.map { "\(nouns[$0])/NNS of/IN \(nouns[($0 + 1) % nouns.count])/NNS" }
    let corpus = corpus(articles([all] + others + nouns.map { "\($0)/NNS sank/VBD" }))
    #expect(corpus.links.topicsOfQuotation[0].count == 5)
  }
}
