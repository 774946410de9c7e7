import QuoteModel
import StatementLinks
import Testing

@Suite struct RelationTests {
  private let ruiz = Actor(name: "Ana Ruiz", kind: .person)
  private let marin = Actor(name: "Ivo Marin", kind: .person)
  private let long =
    "dredging/VBG the/DT northern/JJ channel/NN cost/VBD eleven/CD million/CD crowns/NNS and/CC saved/VBD nobody/NN"

  @Test func theSameWordsElsewhereAreRepeated() {
    let statement = [[Statement(words: long, speakers: [0])]]
    let corpus = corpus(
      ["A", "B", "C"].enumerated().map {
        article(outlet: $1, date: "2024-10-1\($0)", actors: [ruiz], statement)
      })
    let later = corpus.relation(2, 0)
    #expect(later?.kind == .repeats)
    #expect(later?.isForward == true)
    #expect(later?.evidence == "same words, 3 outlets")
    #expect(corpus.relation(0, 2)?.isForward == false)
    #expect((later?.score ?? 0) > 0.95)
  }

  @Test func aShortenedCopyIsCutShort() {
    let short = long + " but/CC pilots/NNS keep/VBP"
    let long = short + " waiting/VBG outside/IN the/DT frozen/JJ harbor/NN every/DT winter/NN night/NN"
    let corpus = corpus([
      article(actors: [ruiz], [[Statement(words: long, speakers: [0])]]),
      article(actors: [ruiz], [[Statement(words: short, speakers: [0])]]),
    ])
    #expect(corpus.relation(1, 0)?.kind == .repeats)
    #expect(corpus.relation(1, 0)?.evidence == "same words, cut short")
  }

  @Test func anotherMouthIsToldApart() {
    let corpus = corpus([
      article(actors: [ruiz], [[Statement(words: long, speakers: [0])]]),
      article(actors: [marin], [[Statement(words: long, speakers: [0])]]),
    ])
    #expect(corpus.relation(1, 0)?.evidence == "same words, under another name")
  }

  @Test func whoTakesSidesOnWordsDidNotSayThem() {
    func kind(_ cue: String) -> Relation.Kind? {
      corpus([
        article(actors: [ruiz], [[Statement(words: long, speakers: [0], cue: "said/VBD")]]),
        article(actors: [marin], [[Statement(words: long, speakers: [0], cue: cue)]]),
      ]).relation(1, 0)?.kind
    }
    #expect(kind("said/VBD") == .repeats)
    #expect(kind("denounced/VBD") != .repeats)
  }

  @Test func whatIsToldInPartWeeksLaterIsAStand() {
    let short = long + " but/CC pilots/NNS keep/VBP"
    let whole = short + " waiting/VBG outside/IN the/DT frozen/JJ harbor/NN every/DT winter/NN night/NN"
    func kind(_ date: String) -> Relation.Kind? {
      corpus([
        article(date: "2024-10-01", actors: [ruiz], [[Statement(words: whole, speakers: [0])]]),
        article(date: date, actors: [ruiz], [[Statement(words: short, speakers: [0])]]),
      ]).relation(1, 0)?.kind
    }
    #expect(kind("2024-10-04") == .repeats)
    #expect(kind("2024-11-04") != .repeats)
  }

  @Test func thoseWithoutANameWhoAreCalledTheSameAreNoOthers() {
    let many = Actor(name: "two-thirds of all pilots", kind: .group)
    let corpus = corpus(
      (0..<2).map { _ in article(actors: [many], [[Statement(words: long, speakers: [0])]]) })
    #expect(corpus.relation(1, 0)?.evidence.contains("another name") == false)
  }

  @Test func otherSentencesOfOneArticleAreNotTheOneTheyShare() {
    let shared = "my/PRP$ father/NN gave/VBD the/DT money/NN ./. "
    let ends = ["it/PRP names/VBZ him/PRP title/NN sponsor/NN", "whoever/WP wrote/VBD a/DT check/NN ate/VBD"]
    let say = ends.map { Statement(words: shared + $0, speakers: [0], kind: .direct) }
    let one = corpus([article(actors: [ruiz], [[say[0]], [], [say[1]]])])
    #expect(one.relation(1, 0)?.kind != .repeats)
  }

  @Test func theSameWordsInAnotherOrderAreNoRepetition() {
    let shuffled = long.split(separator: " ").reversed().joined(separator: " ")
    let corpus = corpus(
      [long, shuffled].map { article(actors: [ruiz], [[Statement(words: $0, speakers: [0])]]) })
    #expect(corpus.relation(1, 0)?.kind == .sameSubject)
  }

  @Test func fewWordsAreNoRepetition() {
    let corpus = corpus((0..<2).map { _ in article([[Statement(words: "dredging/VBG is/VBZ costly/JJ")]]) })
    #expect(!corpus.links.relations.joined().contains { $0.kind == .repeats })
  }

  @Test func aSpeakerGoesOnInTheSameOrNextParagraph() {
    func say(_ noun: String, _ speaker: Int = 0) -> Statement {
      Statement(words: "\(noun)/NNS sank/VBD", speakers: [speaker])
    }
    let corpus = corpus([
      article(
        actors: [ruiz, marin],
        [[say("ships"), say("tugs")], [say("cranes")], [say("quays", 1)], [], [say("buoys", 1)]])
    ])
    #expect(corpus.relation(1, 0)?.kind == .continues)
    #expect(corpus.relation(1, 0)?.evidence == "goes on in the same paragraph")
    #expect(corpus.relation(2, 1)?.evidence == "goes on in the next paragraph")
    #expect(corpus.relation(1, 2)?.isForward == false)
    #expect(corpus.relation(3, 2) == nil)
    #expect(corpus.relation(4, 3) == nil)
  }

  @Test func whoNamesASpeakerAndSpeaksOfTheSameAnswers() {
    let said = Statement(words: "military/JJ drones/NNS are/VBP needed/VBN", speakers: [0])
    let reply = Statement(
      words: "Ruiz/NNP@1 says/VBZ that/IN military/JJ drones/NNS are/VBP needed/VBN", speakers: [0],
      about: [1], kind: .direct)
    let corpus = corpus([
      article(date: "2024-10-11", actors: [ruiz], [[said]]),
      article(date: "2024-10-12", actors: [marin, Actor(name: "Ruiz", kind: .person)], [[reply]]),
      article(date: "2024-10-09", actors: [marin, ruiz], [[reply]]),
    ])
    let answer = corpus.relation(1, 0)
    #expect(answer?.kind == .answers)
    #expect(answer?.isForward == true)
    #expect(answer?.evidence == "replies to Ruiz by name, next day, both about military drones")
    // Said before, so no answer.
    #expect(corpus.relation(2, 0)?.kind != .answers)
  }

  @Test func aQuestionMayNameTheSpeaker() {
    let asked = "whether/IN Ruiz/NNP@1 was/VBD right/JJ about/IN drones/NNS"
    let corpus = corpus([
      article(
        actors: [marin, ruiz],
        [
          [Statement(words: "drones/NNS are/VBP needed/VBN", speakers: [1])], [], [],
          [Statement(words: "more/JJR drones/NNS would/MD hurt/VB", speakers: [0], asked: asked)],
        ])
    ])
    #expect(corpus.relation(1, 0)?.evidence == "asked about Ruiz, both about drones")
  }

  @Test func bothAboutTheSameNamesWhatTheyShare() {
    let kosovo = Actor(name: "Kosovo", kind: .country)
    let filler = (0..<30).map { article([[Statement(words: "noun\($0)/NN fell/VBD over/IN thing\($0)/NN")]]) }
    let words = ["drones/NNS reached/VBD Kosovo/NNP", "Kosovo/NNP got/VBD drones/NNS"]
    let corpus = corpus(
      words.map { article(actors: [kosovo], [[Statement(words: $0, about: [0])]]) } + filler)
    let relation = corpus.relation(0, 1)
    #expect(relation?.kind == .sameSubject)
    #expect(
      relation?.evidence == "both about Kosovo and drones"
        || relation?.evidence == "both about drones and Kosovo")
    #expect(corpus.links.relations[5].isEmpty)
  }

  @Test func evidenceNamesNoSubjectTwice() {
    let statements = ["minimum/JJ wages/NNS rise/VBP", "a/DT minimum/JJ wage/NN fell/VBD"].map {
      [Statement(words: $0)]
    }
    let corpus = corpus([article(statements)])
    #expect(corpus.relation(0, 1)?.evidence == "both about minimum wages")
  }

  @Test func copiesAreOneClusterAroundTheFullestForm() {
    let full = long + " but/CC pilots/NNS keep/VBP waiting/VBG outside/IN the/DT frozen/JJ harbor/NN"
    let corpus = corpus(
      [long, full, long].map { article(actors: [ruiz], [[Statement(words: $0, speakers: [0])]]) })
    #expect((0..<3).map { corpus.links.fullestForms[QuotationID($0)].index } == [1, 1, 1])
    #expect(corpus.links.relations[1].map(\.kind) == [.repeats, .repeats])
    #expect(corpus.relation(0, 2) == nil)
  }

  @Test func whoDeniesAWordRepeatsNothing() {
    let denied = "dredging/VBG the/DT channel/NN did/VBD not/RB save/VB the/DT old/JJ harbor/NN town/NN"
    let corpus = corpus(
      [denied, denied.replacing(" not/RB", with: "")].map {
        article(actors: [ruiz], [[Statement(words: $0, speakers: [0])]])
      })
    #expect(corpus.relation(0, 1)?.kind != .repeats)
  }

  @Test func oneAffirmsWhatTheOtherDenies() {
    let corpus = corpus([
      article(
        actors: [ruiz, marin],
        [
          [Statement(words: "the/DT plan/NN will/MD protect/VB the/DT kelp/NN", speakers: [0])], [],
          [Statement(words: "the/DT plan/NN will/MD not/RB protect/VB the/DT kelp/NN", speakers: [1])],
        ])
    ])
    #expect(corpus.relation(0, 1)?.kind == .contrasts)
    #expect(corpus.relation(0, 1)?.evidence == "opposite of plan: protect / not protect")
  }

  @Test func twoWhoSayTheSameAgree() {
    let words = "the/DT kelp/NN needs/VBZ a/DT longer/JJR pause/NN"
    let corpus = corpus([
      article(
        actors: [ruiz, marin],
        [
          [Statement(words: words, speakers: [0])], [],
          [Statement(words: "the/DT kelp/NN needs/VBZ a/DT pause/NN", speakers: [1])],
        ])
    ])
    #expect(corpus.relation(0, 1)?.kind == .agrees)
  }

  @Test func theSameSpeakerMonthsLaterShifts() {
    func said(_ words: String, _ date: String) -> ParsedArticle {
      article(date: date, actors: [ruiz], [[Statement(words: words, speakers: [0])]])
    }
    let corpus = corpus([
      said("the/DT plan/NN will/MD protect/VB the/DT kelp/NN", "2024-10-11"),
      said("the/DT plan/NN will/MD not/RB protect/VB the/DT kelp/NN", "2025-03-11"),
    ])
    #expect(corpus.relation(1, 0)?.kind == .shifts)
    #expect(corpus.relation(1, 0)?.isForward == true)
    #expect(corpus.relation(1, 0)?.evidence.hasSuffix("5 months later") == true)
  }

  @Test func whoSpokeTogetherIsElaboratedByEither() {
    let corpus = corpus([
      article(
        actors: [ruiz, marin],
        [
          [Statement(words: "the/DT coasts/NNS share/VBP a/DT fleet/NN", speakers: [0, 1])],
          [Statement(words: "the/DT fleet/NN has/VBZ six/CD new/JJ ships/NNS", speakers: [1])],
        ])
    ])
    #expect(corpus.relation(1, 0)?.kind == .elaborates)
    #expect(corpus.relation(1, 0)?.evidence == "one of the speakers says more about fleet")
  }

  @Test func anEmptyCorpusHasNoLinks() {
    let links = linker.link([])
    #expect(links.actors.isEmpty && links.relations.count == 0 && links.topics.isEmpty)
  }
}

/// What tells opposites, shifts and elaborations from what only looks like them.
@Suite struct ClaimRelationTests {
  private let ruiz = Actor(name: "Ana Ruiz", kind: .person)
  private let marin = Actor(name: "Ivo Marin", kind: .person)

  /// The kind between two statements of two articles, by one speaker or two.
  private func kind(
    _ first: String, _ second: String, areTwo: Bool, dates: (String, String) = ("2024-10-11", "2024-10-12")
  ) -> Relation.Kind? {
    func said(_ words: String, _ date: String, _ actor: Actor) -> ParsedArticle {
      article(date: date, actors: [actor], [[Statement(words: words, speakers: [0])]])
    }
    return corpus([said(first, dates.0, ruiz), said(second, dates.1, areTwo ? marin : ruiz)]).relation(1, 0)?
      .kind
  }

  @Test func aRelativeClauseIsDeniedByItself() {
    #expect(
      kind(
        "the/DT yard/NN builds/VBZ a/DT battery/NN that/WDT was/VBD not/RB tested/VBN",
        "the/DT battery/NN was/VBD tested/VBN twice/RB", areTwo: true) == .contrasts)
  }

  @Test func whatHangsOnAConditionContradictsNobody() {
    #expect(
      kind(
        "the/DT board/NN will/MD not/RB raise/VB port/NN fees/NNS unless/IN the/DT coast/NN pays/VBZ",
        "the/DT board/NN will/MD raise/VB port/NN fees/NNS", areTwo: true) != .contrasts)
  }

  @Test func aBrokenPromiseIsAShiftAndALaterPlanIsNone() {
    let (promised, done) = (
      "the/DT board/NN will/MD not/RB raise/VB port/NN fees/NNS",
      "the/DT board/NN raised/VBD port/NN fees/NNS"
    )
    let dates = ("2024-10-11", "2025-03-01")
    #expect(kind(promised, done, areTwo: false, dates: dates) == .shifts)
    #expect(
      kind(
        "the/DT board/NN did/VBD not/RB raise/VB port/NN fees/NNS",
        "the/DT board/NN will/MD raise/VB port/NN fees/NNS", areTwo: false, dates: dates) != .shifts)
  }

  @Test func whatHappensInTwoPlacesOrMonthsApartIsNoAgreement() {
    let (first, second) = (
      "the/DT old/JJ channel/NN needs/VBZ a/DT new/JJ dredger/NN",
      "the/DT channel/NN needs/VBZ a/DT dredger/NN"
    )
    #expect(kind(first, second, areTwo: true) == .agrees)
    #expect(kind(first, second, areTwo: true, dates: ("2024-01-11", "2024-10-12")) != .agrees)
  }

  @Test func closingAndDredgingOneChannelAreTwoDeeds() {
    #expect(
      kind(
        "closing/VBG the/DT channel/NN is/VBZ a/DT mistake/NN",
        "dredging/VBG the/DT channel/NN is/VBZ wrong/JJ", areTwo: true) != .agrees)
  }
}
