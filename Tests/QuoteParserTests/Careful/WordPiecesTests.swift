import QuoteModel
import ResourceFiles
import Testing

@testable import QuoteParser

/// Words into the pieces of a vocabulary, by one small enough to see through.
@Suite struct WordPiecesTests {
  private static let vocabulary = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "har", "harbour", "##bour", "##s", "##master", "the", "derry", "der",
    "##ry",
    ",", "\"", "“", "-", "a", "##b", "##bc", "##c", "10", "##0", "%",
  ]

  /// Each piece by its words in the vocabulary, with where its word starts and how it is written.
  private func pieces(
    _ text: String, in range: Range<Int>? = nil
  ) -> [(piece: String, start: Int, isFirst: Bool, casing: Int)] {
    let pieces = Array(Self.vocabulary.joined(separator: "\n").utf8).withUnsafeBytes { WordPieces($0) }
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      pieces.pieces(bytes, in: range ?? 0..<bytes.count).map {
        (Self.vocabulary[Int($0.id)], Int($0.start), $0.isFirst, Int($0.casing))
      }
    }
  }

  @Test func theLongestPieceFromTheLeftIsTaken() {
    #expect(pieces("harbours").map(\.piece) == ["harbour", "##s"])
    #expect(pieces("abc").map(\.piece) == ["a", "##bc"])
    #expect(pieces("the harbourmaster").map(\.piece) == ["the", "harbour", "##master"])
  }

  @Test func goingOnIsMarkedAndEveryPieceKnowsItsWord() {
    let found = pieces("the  harbours, abcb")
    #expect(found.map(\.piece) == ["the", "harbour", "##s", ",", "a", "##bc", "##b"])
    #expect(found.map(\.isFirst) == [true, true, false, true, true, false, false])
    #expect(found.map(\.start) == [0, 5, 5, 13, 15, 15, 15])
  }

  @Test func aWordWithoutAWayThroughIsUnknownAsAWhole() {
    let found = pieces("harbourx the")
    #expect(found.map(\.piece) == ["[UNK]", "the"])
    #expect(found.map(\.start) == [0, 9])
    #expect(pieces(String(repeating: "a", count: 101)).map(\.piece) == ["[UNK]"])
  }

  @Test func accentsAndCapitalsAreDroppedAndOffsetsAreThoseOfTheText() {
    let found = pieces("Dérry, HARBOUR")
    #expect(found.map(\.piece) == ["derry", ",", "harbour"])
    #expect(found.map(\.start) == [0, 6, 8])
    #expect(pieces("De\u{301}rry").map(\.piece) == ["derry"])
  }

  @Test func casingTellsNoneFirstAndAll() {
    #expect(pieces("harbour Harbour HARBOUR hARBOUR A 10 ,").map(\.casing) == [0, 1, 2, 0, 1, 0, 0])
    #expect(pieces("HARBOURS").map(\.casing) == [2, 2])
  }

  @Test func punctuationStandsAloneAndAnyOtherSignBelongsToItsWord() {
    #expect(pieces("“the-harbour,\"").map(\.piece) == ["“", "the", "-", "harbour", ",", "\""])
    #expect(pieces("100%").map(\.piece) == ["10", "##0", "%"])
    #expect(pieces("the\u{A0}the\tthe\n").map(\.piece) == ["the", "the", "the"])
  }

  @Test func onlyTheStretchAskedForIsRead() {
    #expect(pieces("the harbour the", in: 4..<11).map(\.piece) == ["harbour"])
    #expect(pieces("the harbour the", in: 4..<11).map(\.start) == [4])
    #expect(pieces("", in: 0..<0).isEmpty)
  }

  @Test(arguments: [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0x80, 0xFF, 0x61]] as [[UInt8]])
  func brokenTextGivesSomething(bytes: [UInt8]) {
    let pieces = Array(Self.vocabulary.joined(separator: "\n").utf8).withUnsafeBytes { WordPieces($0) }
    let found = bytes.withUnsafeBufferPointer { pieces.pieces($0, in: 0..<bytes.count) }
    #expect(!found.isEmpty && found.allSatisfy { Int($0.start) < bytes.count })
  }

  @Test func theNetworksOwnVocabularyTakesASentenceApart() throws {
    let network = try #require(ResourceFiles.bytes("Models/careful.model").flatMap { CarefulNetwork($0) })
    let text = Array("Ilse Marin-Vogel said: “The northern ports are ready.”".utf8)
    let found = text.withUnsafeBufferPointer { network.pieces.pieces($0, in: 0..<text.count) }
    #expect(found.filter(\.isFirst).count == 14)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.start < $1.start || !$1.isFirst })
    #expect(Set([network.pieces.classify, network.pieces.separator]).count == 2)
  }
}

/// The careful parser as a whole.
@Suite struct CarefulParserTests {
  private let article = Article(
    name: "a", path: "a",
    text: "\"We will rebuild the bridge,\" Angela Ruiz said on Monday. She added that the council had agreed."
  )

  @Test func statementsHaveTheirSpeakers() {
    let parsed = Parser(careful: true).parse(article)
    let names = parsed.quotations.map { $0.speakers.map { parsed.actors[$0].name } }
    #expect(names == [["Angela Ruiz"], ["Angela Ruiz"]])
  }

  @Test func aStoppedParserEndsAtOnce() {
    var long = article
    long.text = String(repeating: article.text + "\n", count: 200)
    var asked = 0
    _ = Parser(careful: true).parse(long) {
      asked += 1
      return true
    }
    #expect(asked == 1)
  }

  @Test(arguments: ["", " ", "\"", "\n\n", "said said said", "\u{FFFD}\u{0}"])
  func anyTextIsAnArticle(text: String) {
    let parsed = Parser(careful: true).parse(Article(name: "a", path: "a", text: text))
    #expect(parsed.quotations.allSatisfy { $0.content.allSatisfy { $0.upper <= text.utf8.count } })
  }
}
