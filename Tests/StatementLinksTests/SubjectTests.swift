import QuoteModel
import StatementLinks
import Testing

@Suite struct SubjectTests {
  private let linker = Linker(
    lists: WordLists(stopwords: ["the", "of", "in", "a", "and"], topicStopwords: ["people"]),
    subjects: [
      "-\t\t\tstate of the union", "x:1\t\tpolitics\t\tparty",
      "x:2\tx:1\telection\tballot|general election\tvote",
      "x:3\t\tlabour\tunion\tstrike", "x:4\t\ttrade\t=imports\tgoods",
    ])

  private func subjects(_ words: String, of others: [String] = []) -> [String] {
    let statements = ([words] + others).map { Statement(words: $0) }
    let corpus = StatementLinksTests.corpus([article([statements])], by: linker)
    return corpus.links.topicsOfQuotation[0].map { corpus[$0] }.filter { $0.kind == .subject }.map(\.label)
  }

  @Test(arguments: [
    ("the/DT ballots/NNS came/VBD", ["election", "politics"]), ("they/PRP vote/VBP", []),
    ("they/PRP vote/VBP in/IN a/DT general/JJ election/NN", ["election", "politics"]),
    ("the/DT unions/NNS met/VBD", ["labour"]), ("the/DT state/NN of/IN the/DT union/NN", []),
    ("goods/NNS and/CC strikes/NNS", []), ("imports/NNS rose/VBD", ["trade"]),
    ("it/PRP is/VBZ important/JJ", []),
  ]) func wordsTellOfSubjects(_ words: String, _ expected: [String]) {
    #expect(subjects(words) == expected)
  }

  @Test func anArticleFullOfASubjectMakesAWordEnough() {
    #expect(
      subjects("they/PRP vote/VBP", of: Array(repeating: "ballots/NNS came/VBD", count: 4)) == [
        "election", "politics",
      ])
  }

  @Test func namesOfPersonsTellNothing() {
    let union = Actor(name: "Ann Union", kind: .person)
    let corpus = corpus(
      [article(actors: [union], [[Statement(words: "Ann/NNP@0 Union/NNP@0 left/VBD")]])], by: linker)
    #expect(corpus.links.topics.allSatisfy { $0.kind != .subject })
  }

  @Test func narrowerSubjectsLieUnderWiderOnesAndAreFoundByThem() {
    let corpus = corpus(
      [article([[Statement(words: "ballots/NNS came/VBD")], [Statement(words: "unions/NNS met/VBD")]])],
      by: linker)
    let election = corpus.links.topics.firstIndex { $0.label == "election" }
    #expect(election.map { corpus.links.topics[$0].code } == "x:2")
    let politics = election.flatMap { corpus.links.topics[$0].parent }
    #expect(politics.map { corpus[$0].label } == "politics")
    #expect(Query([.init(.topic("politics"))]).quotations(in: corpus).map(\.index) == [0])
    #expect(Query([.init(.topic("election"))]).quotations(in: corpus).map(\.index) == [0])
  }
}
