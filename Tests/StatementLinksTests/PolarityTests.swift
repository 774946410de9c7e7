import QuoteModel
import Testing

@testable import StatementLinks

/// What is affirmed, what is denied, and what the cue adds.
@Suite struct PolarityTests {
  /// The words of a statement that are denied, in tagged words.
  private func denied(_ words: String) -> [Bool] {
    linker.digest(article([[Statement(words: words)]])).terms[0].marks.map { $0.contains(.negated) }
  }

  @Test func aNegationHoldsForWhatFollowsIt() {
    #expect(denied("the/DT fees/NNS will/MD not/RB rise/VB") == [false, true])
    #expect(denied("dredging/NN is/VBZ neither/CC easy/JJ nor/CC cheap/JJ") == [false, true, true])
    #expect(denied("nobody/NN closed/VBD the/DT channel/NN") == [true, true, true])
  }

  @Test func aNegationEndsWithItsClause() {
    #expect(
      denied("ships/NNS did/VBD not/RB sail/VB ,/comma tugs/NNS waited/VBD") == [false, false, true, false, false])
    #expect(denied("it/PRP did/VBD not/RB sink/VB but/CC burned/VBD") == [false, true, false])
    #expect(
      denied("they/PRP never/RB saw/VBD a/DT single/JJ grey/JJ seal/NN swim/VB") == [
        true, true, true, false, false,
      ])
  }

  @Test func notOnlyAffirms() {
    #expect(denied("we/PRP not/RB only/RB dredge/VBP") == [false])
  }

  @Test func aBanDeniesWhatItForbids() {
    #expect(denied("a/DT ban/NN on/IN ships/NNS entering/VBG") == [false, true, true])
  }

  @Test func aSentenceIsOpenedByItsFirstTerm() {
    let marks = linker.digest(
      article([[Statement(words: "ships/NNS sank/VBD ./period tugs/NNS burned/VBD")]])
    ).terms[0]
      .marks
    #expect(marks.map { $0.contains(.opensSentence) } == [true, false, true, false])
  }

  @Test func wordsJudgeOnlyAsTheirPartOfSpeech() {
    let lists = StanceLists()
    let stem = WordLists.stems(["mistake"]).first ?? 0
    #expect(lists.senses[stem]?.sign([]) == -1)
    #expect(lists.senses[stem]?.sign(.verb) == 0)
    let good = WordLists.stems(["necessary"]).first ?? 0
    #expect(lists.senses[good]?.sign(.adjective) == 1)
    #expect(lists.senses[good]?.sign([]) == 0)
  }

  @Test func oppositesHoldBothWays() {
    let lists = StanceLists()
    let (rise, fall) = (WordLists.stems(["rise"]).first ?? 0, WordLists.stems(["fall"]).first ?? 0)
    #expect(lists.opposites[rise]?.contains(fall) == true)
    #expect(lists.opposites[fall]?.contains(rise) == true)
    #expect(lists.opposites[rise]?.contains(rise) == false)
  }

  @Test func wordingsAreOneWhateverThePunctuation() {
    func wordings(_ words: String) -> [UInt64] {
      linker.digest(article([[Statement(words: words)]])).terms[0].wordings
    }
    let one = wordings("We/PRP were/VBD not/RB asked/VBN then/RB")
    #expect(one.count == 1)
    #expect(one == wordings("we/PRP were/VBD ,/comma not/RB asked/VBN then/RB ./period"))
    #expect(one != wordings("we/PRP were/VBD asked/VBN not/RB then/RB"))
    #expect(wordings("we/PRP were/VBD asked/VBN").isEmpty)
  }
}
