import QuoteModel
import StatementLinks
import Testing

/// Who agrees, contradicts or answers has to be somebody else, and to speak of the same.
@Suite struct TwoSpeakersTests {
  private static let ruiz = Actor(name: "Ana Ruiz", kind: .person)
  private static let marin = Actor(name: "Ivo Marin", kind: .person)
  private static let holm = Actor(name: "Greta Holm", kind: .person)

  private static let claim = "the/DT kelp/NN needs/VBZ a/DT longer/JJR pause/NN"

  /// What two speakers have to do with each other who claim the same in one article.
  private func kind(
    _ one: Actor, _ other: Actor, confidence: Float = 1
  ) -> Relation.Kind? {
    corpus([
      article(
        actors: [one, other],
        [
          [Statement(words: Self.claim, speakers: [0])], [],
          [Statement(words: "the/DT kelp/NN needs/VBZ a/DT pause/NN", speakers: [1], confidence: confidence)],
        ])
    ]).relation(0, 1)?.kind
  }

  @Test func anOfficeMayBeWhoeverHasAName() {
    #expect(kind(Self.ruiz, Self.marin) == .agrees)
    #expect(kind(Self.ruiz, Actor(name: "the mayor", kind: .person)) != .agrees)
    #expect(kind(Self.ruiz, Actor(name: "a pilot", kind: .person)) == .agrees)
    #expect(kind(Self.ruiz, Actor(name: "the mayor", kind: .person, gender: .male)) != .agrees)
    let woman = Actor(name: "Ana Ruiz", kind: .person, gender: .female)
    #expect(kind(woman, Actor(name: "the mayor", kind: .person, gender: .male)) == .agrees)
  }

  @Test func aThingAgreesWithNobody() {
    #expect(kind(Self.ruiz, Actor(name: "the report", kind: .unknown)) != .agrees)
  }

  @Test func whoSpeaksForSomebodyIsNobodyElse() {
    #expect(kind(Self.ruiz, Actor(name: "the campaign (Ana Ruiz)", kind: .organisation)) != .agrees)
    let aide = Actor(name: "Ivo Marin", kind: .person, roles: [Actor.Role("Ruiz adviser")])
    #expect(kind(Self.ruiz, aide) != .agrees)
  }

  @Test func whoSpeaksHasToBeSure() {
    #expect(kind(Self.ruiz, Self.marin, confidence: 0.3) != .agrees)
  }

  @Test func whatAPollSaysIsSetAgainstNobodysWords() {
    #expect(kind(Self.ruiz, Actor(name: "two-thirds of voters", kind: .group)) != .agrees)
  }

  @Test func aHeadlineAndItsArticleAreOneStatement() {
    let corpus = corpus([
      article(
        actors: [Self.ruiz, Self.marin], headline: Statement(words: Self.claim, speakers: [0]),
        [[], [Statement(words: "the/DT kelp/NN needs/VBZ a/DT pause/NN", speakers: [1])]])
    ])
    #expect(corpus.relation(0, 1)?.kind != .agrees)
  }

  /// Two who say by their cues what they hold of Greta Holm.
  private func onHolm(_ one: String, _ other: String) -> Relation? {
    func side(_ cue: String, _ speaker: Int) -> Statement {
      Statement(words: "Ms./NNP@2 Holm/NNP@2", speakers: [speaker], about: [2], cue: cue)
    }
    return corpus([
      article(actors: [Self.ruiz, Self.marin, Self.holm], [[side(one, 0)], [], [side(other, 1)]])
    ]).relation(0, 1)
  }

  @Test func twoBackOnePersonOrDoNot() {
    #expect(onHolm("endorsed/VBD", "is/VBZ backing/VBG")?.evidence == "same verdict on Holm")
    let refused = onHolm("endorsed/VBD", "has/VBZ not/RB backed/VBN")
    #expect(refused?.kind == .contrasts)
    #expect(refused?.evidence == "opposite verdict on Holm")
    #expect(onHolm("endorsed/VBD", "refused/VBD to/TO endorse/VB")?.kind == .contrasts)
    #expect(onHolm("endorsed/VBD", "refrained/VBD from/IN endorsing/VBG")?.kind != .contrasts)
    // Who praises backs nobody yet, and who might has not done so.
    #expect(onHolm("endorsed/VBD", "praised/VBD")?.kind != .agrees)
    #expect(onHolm("endorsed/VBD", "might/MD endorse/VB")?.kind != .agrees)
  }

  @Test func whoIsAskedRepliesToTheQuestion() {
    let corpus = corpus([
      article(
        actors: [Self.ruiz, Actor(name: "Ostholm Bank", kind: .organisation), Self.marin],
        [
          [
            Statement(words: "about/IN the/DT loan/NN", speakers: [0], cue: "asked/VBD"),
            Statement(words: "a/DT settlement/NN with/IN pilots/NNS", speakers: [1], cue: "agreed/VBD to/TO"),
          ],
          [Statement(words: "we/PRP owe/VBP nothing/NN", speakers: [2], kind: .direct, cue: "replied/VBD")],
        ])
    ])
    #expect(corpus.relation(2, 0)?.evidence == "replies to Ruiz")
    #expect(corpus.relation(2, 1)?.kind != .answers)
  }

  /// A statement by Ana Ruiz and what Ivo Marin says behind it.
  private func reply(_ words: String, cue: String, source: String = "", about: [Int] = []) -> Relation? {
    corpus([
      article(
        actors: [Self.ruiz, Self.marin, Self.holm],
        [
          [
            Statement(words: "the/DT fees/NNS ruin/VBP pilots/NNS", speakers: [0], cue: "said/VBD"),
            Statement(words: words, speakers: [1], about: about, source: source, cue: cue),
          ]
        ])
    ]).relation(1, 0)
  }

  @Test func aReplyIsToWhomItNames() {
    #expect(reply("fees/NNS are/VBP low/JJ", cue: "replied/VBD that/IN")?.kind == .answers)
    #expect(reply("fees/NNS are/VBP low/JJ", cue: "replied/VBD to/TO Holm/NNP@2 that/IN")?.kind != .answers)
    #expect(reply("Holm/NNP@2", cue: "fired/VBD back/RB at/IN", about: [2])?.kind != .answers)
    #expect(reply("their/PRPS own/JJ fees/NNS", cue: "often/RB disagree/VBP with/IN")?.kind != .answers)
  }

  @Test func whoDoesNotReplySaysNothing() {
    let silent = reply(
      "the/DT fees/NNS", cue: "would/MD respond/VB to/TO", source: "Neither/CC Marin/NNP@1")
    #expect(silent?.kind != .answers)
  }

  @Test func whoWalksBackHisRemarksShifts() {
    let corpus = corpus([
      article(
        actors: [Self.ruiz],
        [
          [
            Statement(words: "the/DT fees/NNS ruin/VBP pilots/NNS", speakers: [0], cue: "said/VBD"),
            Statement(words: "the/DT remarks/NNS", speakers: [0], cue: "later/RB walked/VBD back/RB"),
          ]
        ])
    ])
    #expect(corpus.relation(1, 0)?.kind == .shifts)
  }

  @Test func evidencePrintsWordsAsTheyStand() {
    let offices = (0..<3).map {
      article([[Statement(words: "customs/NNS offices/NNS closed/VBD noun\($0)/NN")]])
    }
    let filler = (0..<30).map { article([[Statement(words: "noun\($0)/NN fell/VBD over/IN thing\($0)/NN")]]) }
    let officers = ["customs/NNS officers/NNS sang/VBD", "customs/NNS officers/NNS danced/VBD"].map {
      [Statement(words: $0)]
    }
    let corpus = corpus([article(officers)] + offices + filler)
    #expect(corpus.relation(0, 1)?.evidence.hasSuffix("customs officers") == true)
  }
}
