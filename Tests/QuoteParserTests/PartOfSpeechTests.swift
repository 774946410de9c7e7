import QuoteModel
import QuoteParser
import Testing

/// The tags of a text, as `word/TAG`, by the embedded model.
private func tags(_ text: String) -> String {
  let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
  return zip(parsed.tokens.ranges, parsed.tokens.tags).map { "\(text[$0])/\($1)" }.joined(separator: " ")
}

struct PartOfSpeechTests {
  @Test func marksAreToldByTheSpacesAroundThem() {
    #expect(
      tags("\"We agree,\" she said.")
        == "\"/openQuote We/PRP agree/VBP ,/comma \"/closeQuote she/PRP said/VBD ./period")
    #expect(tags("The mayor - a lawyer - left.").contains("-/colon a/DT"))
  }

  @Test func wordsTheCorpusNeverHadAreToldByTheLexicon() {
    #expect(tags("The ferryman outbid the brewers.").contains("outbid/VBD the/DT brewers/NNS"))
  }

  @Test func aHyphenatedWordBeforeANounIsAnAdjective() {
    #expect(tags("He bought a four-storey house.").contains("four-storey/JJ house/NN"))
  }

  @Test func anyTextHasATagAToken() {
    for text in ["", "…", "— “ ” ’", "ÉTÉ", "3.14 x 10\u{2019}s", "\u{1F600} ok"] {
      let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
      #expect(parsed.tokens.tags.count == parsed.tokens.count)
    }
  }
}

struct SparseModelTests {
  /// A model file of those rows, as the trainer writes it.
  private func file(_ rows: [(feature: UInt32, row: SparseRows.Row)], extra: [UInt8] = []) -> [UInt8] {
    let table = SparseRows.bytes(rows)
    func bytes(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }
    return Array("WSM2".utf8) + [UInt8(table.bits), 3, 0, 0] + bytes(0) + bytes(table.bytes.count)
      + table.bytes
      + bytes(extra.count) + extra
  }

  @Test func aFeatureAddsItsOwnWeightsAndNoOthers() throws {
    let bytes = file([(7, [(0, 300), (2, -5)]), (7 + (1 << 20), [(1, 9)])], extra: [1, 2])
    try bytes.withUnsafeBytes { raw in
      let model = try #require(LinearModel(raw))
      #expect(Array(model.extra) == [1, 2])
      var scores: [Int32] = [0, 0, 0]
      let features: [UInt32] = [7, 8, 7 + (2 << 20)]
      features.withUnsafeBufferPointer { features in
        scores.withUnsafeMutableBufferPointer { model.add(features, to: $0.baseAddress!) }
      }
      #expect(scores == [300, 0, -5])
    }
  }

  @Test func bytesCutShortAreNoModel() {
    let bytes = file([(7, [(0, 300)])])
    for count in 0..<bytes.count {
      #expect(bytes[..<count].withUnsafeBytes { LinearModel($0) } == nil)
    }
  }

  @Test func wordClassesAreFoundAgain() {
    let words = (0..<500).map { WordHash.lowercased("word\($0)") }
    let entries = Dictionary(
      uniqueKeysWithValues: words.enumerated().map {
        ($1, WordClasses.Entry(wordClass: UInt8($0 % 200 + 1), onlyTag: UInt8($0 % 3)))
      })
    WordClasses.bytes(entries).withUnsafeBytes { raw in
      let classes = WordClasses(raw)
      for (word, entry) in entries { #expect(classes[word] == entry) }
      #expect(classes[WordHash.lowercased("elsewhere")] == WordClasses.Entry())
    }
  }
}
