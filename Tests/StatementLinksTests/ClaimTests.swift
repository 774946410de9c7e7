import QuoteModel
import Testing

@testable import StatementLinks

/// Who does what to what, and who is said to be what.
@Suite struct ClaimTests {
  /// The claims of a statement in tagged words.
  private func claims(_ words: String) -> [Claim] {
    linker.digest(article([[Statement(words: words)]])).terms[0].claims
  }

  private func stem(_ word: String) -> UInt32 { WordLists.stems([word]).first ?? 0 }

  private func claim(_ words: String, _ predicate: String) throws -> Claim {
    try #require(claims(words).first { $0.predicate == stem(predicate) })
  }

  @Test func whatIsDoneToWhatIsOneClaim() throws {
    let claim = try claim("the/DT council/NN will/MD not/RB raise/VB the/DT port/NN fees/NNS", "raise")
    #expect(claim.subject == stem("council"))
    #expect(claim.object == stem("fees"))
    #expect(claim.qualifier == stem("port"))
    #expect(claim.marks.isSuperset(of: [.denied, .isMain, .isFuture]))
  }

  @Test func thePassiveSaysTheSame() throws {
    let claim = try claim("the/DT fees/NNS were/VBD raised/VBN by/IN the/DT council/NN", "raise")
    #expect(claim.object == stem("fees"))
    #expect(claim.subject == stem("council"))
    #expect(!claim.marks.contains(.denied))
  }

  @Test func somethingIsSaidToBeSomething() throws {
    let claim = try claim("the/DT plan/NN is/VBZ a/DT mistake/NN", "mistake")
    #expect(claim.subject == stem("plan"))
    #expect(claim.marks.isSuperset(of: [.isCopular, .isNoun]))
    let denied = try self.claim("dredging/NN was/VBD neither/CC easy/JJ nor/CC cheap/JJ", "easy")
    #expect(denied.subject == stem("dredging") && denied.marks.contains(.denied))
  }

  @Test func aDenialReachesWhatIsToBeDone() throws {
    let claim = try claim("we/PRP refuse/VBP to/TO pay/VB the/DT fees/NNS", "pay")
    #expect(claim.marks.isSuperset(of: [.denied, .isOwn]))
    let thought = try self.claim(
      "I/PRP do/VBP not/RB think/VB the/DT fees/NNS are/VBP necessary/JJ", "necessary")
    #expect(thought.subject == stem("fees") && thought.marks.contains(.denied))
    #expect(
      try self.claim("he/PRP no/DT longer/RBR supports/VBZ the/DT plan/NN", "support").marks.contains(.denied)
    )
  }

  @Test func aConditionIsNoClaim() throws {
    let words = "we/PRP leave/VBP the/DT port/NN if/IN the/DT board/NN raises/VBZ the/DT fees/NNS"
    #expect(!claims(words).contains { $0.predicate == stem("raises") })
    let turned = "if/IN the/DT board/NN raises/VBZ fees/NNS ,/comma we/PRP leave/VBP the/DT port/NN"
    #expect(!claims(turned).contains { $0.predicate == stem("raises") })
    #expect(try claim(turned, "leave").object == stem("port"))
  }

  @Test func aRelativeClauseStandsBetweenSubjectAndVerb() throws {
    let claim = try claim(
      "the/DT people/NNS who/WP chose/VBD him/PRP need/VBP the/DT channel/NN", "need")
    #expect(claim.subject == stem("people") && claim.object == stem("channel"))
  }

  @Test func whatSomebodyElseSaysIsNotClaimed() {
    let found = claims(
      "the/DT board/NN says/VBZ that/IN the/DT fleet/NN harms/VBZ the/DT kelp/NN")
    #expect(!found.contains { $0.predicate == stem("harms") })
  }
}
