import Foundation
import QuoteModel
import Testing

/// Topics against what a person wrote down by hand.
struct TopicKeyTests {
  @Test func samples() throws {
    let corpus = try TopicKeys.corpus(of: TopicKeys.root.appending(path: "Resources/Samples"))
    var (subjects, phrases, about) = (TopicScore(), TopicScore(), TopicScore())
    var missing = 0
    let rows = try TopicKeys.rows("samples-topics.tsv")
    for row in rows {
      let found = corpus.quotation(in: row[0], saying: row[1])
      guard let quotation = found else {
        missing += 1
        continue
      }
      let place = "\(row[0].prefix(8)): \(row[1])"
      subjects.add(
        corpus.narrowest(quotation, .subject), key: corpus.widened(TopicKeys.items(row, 2)), where: place)
      phrases.add(corpus.narrowest(quotation, .phrase), key: TopicKeys.items(row, 3), where: place)
      about.add(corpus.narrowest(quotation, .actor), key: TopicKeys.items(row, 4), where: place)
    }
    #expect(missing * 10 <= rows.count)
    #expect(subjects.precision >= 0.85 && subjects.recall >= 0.7, "subjects: \(subjects)")
    #expect(phrases.precision >= 0.85 && phrases.recall >= 0.7, "phrases: \(phrases)")
    #expect(about.precision >= 0.85 && about.recall >= 0.7, "actors spoken of: \(about)")
  }

  @Test(
    .enabled(if: TopicKeys.hasShared, "the corpora are not here"),
    arguments: ["polnear-dev-subjects.tsv", "polnear-dev-subjects-unseen.tsv"])
  func subjectsOfNews(_ key: String) throws {
    let corpus = try TopicKeys.corpus(of: TopicKeys.shared.appending(path: "corpora/polnear/dev/text"))
    var score = TopicScore()
    var missing = 0
    let rows = try TopicKeys.rows(key)
    for row in rows {
      let found = corpus.quotation(in: row[0], at: Int(row[1]) ?? -1)
      guard let quotation = found else {
        missing += 1
        continue
      }
      score.add(
        corpus.narrowest(quotation, .subject), key: corpus.widened(TopicKeys.items(row, 2)),
        where: String(row[0].prefix(30)))
    }
    // A quotation that is parsed otherwise than when the key was written does not count.
    #expect(missing * 5 <= rows.count)
    #expect(score.precision >= 0.85 && score.recall >= 0.7, "\(key): \(score)")
  }

  private struct SeedKey: Decodable {
    struct Statement: Decodable { var id, content: String }
    struct Topic: Decodable {
      var topic: String
      var statements: [String]
    }
    var statements: [Statement]
    var topics: [Topic]

    enum CodingKeys: String, CodingKey {
      case statements
      case topics = "topics_any_wording"
    }
  }

  /// What the article's topics may be called, and so much of each topic's statements must be under one of them.
  private static let wordings: [String: Set<String>] = [
    "military drones / arms industry": [
      "military drones", "drones", "defence", "manufacturing and engineering",
    ],
    "Serbia-Turkey relations / cooperation": [
      "cooperation", "international relations", "Turkey", "Recep Tayyip Erdogan",
    ],
    "Kosovo": ["Kosovo"], "Bosnia and Herzegovina / Republika Srpska": ["Bosnia and Herzegovina"],
    "arms exports / trade": ["export licenses", "international trade"],
    "peace and stability in the Balkans": ["peace", "stability", "peace process", "peace and stability"],
  ]

  @Test(.enabled(if: TopicKeys.hasShared, "the seed article is not here"))
  func theSeedsTopicsHoldTheirStatements() throws {
    let folder = TopicKeys.shared.appending(path: "seed")
    let corpus = try TopicKeys.corpus(of: folder)
    let key = try JSONDecoder().decode(
      SeedKey.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    var (wanted, missed): (Int, [String]) = (0, [])
    for topic in key.topics {
      let labels = try #require(Self.wordings[topic.topic], "\(topic.topic)")
      for statement in key.statements where topic.statements.contains(statement.id) {
        guard let quotation = quotation(of: corpus, saying: statement.content) else { continue }
        wanted += 1
        if labels.isDisjoint(with: corpus.topicLabels(quotation)) {
          missed.append("\(topic.topic): \(statement.id) \(corpus.topicLabels(quotation))")
        }
      }
    }
    #expect(wanted >= 26)
    #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
  }

  /// The quotation that shares most of a statement's words, if it shares half of them.
  private func quotation(of corpus: Corpus, saying words: String) -> Int? {
    func set(_ text: String) -> Set<Substring> { Set(text.lowercased().split { !$0.isLetter }) }
    let wanted = set(words)
    func share(_ quotation: Int) -> Double {
      let own = set(corpus.text(of: QuotationID(quotation)))
      return 2 * Double(own.intersection(wanted).count) / Double(max(1, own.count + wanted.count))
    }
    return (0..<corpus.quotationCount).max { share($0) < share($1) }.flatMap { share($0) >= 0.5 ? $0 : nil }
  }
}
