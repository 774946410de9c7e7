import QuoteModel
import Testing

@testable import StatementLinks

/// Who does what to what, and who is said to be what, read off trees.
@Suite struct ClaimTests {
  /// The claims of a statement in tagged words.
  private func claims(_ words: String) -> [Claim] {
    linker.digest(article([[Statement(words: words)]])).terms[0].claims
  }

  private func stem(_ word: String) -> UInt32 { WordLists.stems([word]).first ?? 0 }

  @Test func whatIsDoneToWhatIsOneClaim() throws {
    let claim = try #require(
      claims("the/DT council/NN will/MD not/RB raise/VB the/DT port/NN fees/NNS").first)
    #expect(claim.subject == stem("council"))
    #expect(claim.predicate == stem("raise"))
    #expect(claim.object == stem("fees"))
    #expect(claim.qualifier == stem("port"))
    #expect(claim.marks.isSuperset(of: [.denied, .isMain, .isFuture]))
  }

  @Test func thePassiveSaysTheSame() throws {
    let claim = try #require(
      claims("the/DT fees/NNS were/VBD raised/VBN by/IN the/DT council/NN").first)
    #expect(claim.object == stem("fees"))
    #expect(claim.subject == stem("council"))
    #expect(!claim.marks.contains(.denied))
  }

  @Test func somethingIsSaidToBeSomething() throws {
    let claim = try #require(claims("the/DT plan/NN is/VBZ a/DT mistake/NN").first)
    #expect(claim.subject == stem("plan"))
    #expect(claim.predicate == stem("mistake"))
    #expect(claim.marks.isSuperset(of: [.isCopular, .isNoun]))
  }

  @Test func aDenialReachesWhatIsToBeDone() throws {
    let claim = try #require(
      claims("we/PRP refuse/VBP to/TO pay/VB the/DT fees/NNS").first { $0.predicate == stem("pay") })
    #expect(claim.marks.isSuperset(of: [.denied, .isOwn]))
  }

  @Test func aConditionIsNoClaim() {
    let found = claims(
      "we/PRP leave/VBP if/IN the/DT board/NN raises/VBZ the/DT fees/NNS"
    ).first { $0.predicate == stem("raises") }
    #expect(found?.marks.contains(.isMain) != true)
  }
}
