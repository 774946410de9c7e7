// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// A document of the GUM corpus with its entities: which spans stand for one and the same.
private struct EntityDocument {
  var tagged: TaggedDocument
  var paragraphs: [Range<Int>] = []
  /// Spans of tokens with their entity, the shortest first.
  var spans: [(tokens: Range<Int>, entity: Int)] = []

  static func read(_ folder: URL) throws -> [EntityDocument] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "conllu" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { EntityDocument(conllu: try String(contentsOf: $0, encoding: .utf8)) }
  }

  init(conllu: String) {
    tagged = TaggedDocument(conllu: conllu)
    var at = 0, start = 0
    var open: [(entity: Int, start: Int)] = []
    for line in conllu.split(separator: "\n") {
      if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block"), at > start {
        paragraphs.append(start..<at)
        start = at
      }
      let fields = line.split(separator: "\t")
      guard fields.count == 10, fields[0].allSatisfy(\.isNumber) else { continue }
      if let entry = fields[9].split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) {
        read(entry.dropFirst(7), at, &open)
      }
      at += 1
    }
    if at > start { paragraphs.append(start..<at) }
    for row in tagged.sentences.indices {
      let first = tagged.sentences[row].tokens.lowerBound
      tagged.sentences[row].part = paragraphs.firstIndex { $0.contains(first) } ?? 0
    }
    spans.sort { ($0.tokens.count, $0.tokens.lowerBound) < ($1.tokens.count, $1.tokens.lowerBound) }
  }

  /// Reads what opens and closes at a token: `(3-person-…`, `(4-place-…)`, `3)`.
  private mutating func read(_ text: Substring, _ at: Int, _ open: inout [(entity: Int, start: Int)]) {
    var rest = text
    while let first = rest.first {
      let body = rest.dropFirst(first == "(" ? 1 : 0)
      let entity = Int(body.prefix(while: \.isNumber)) ?? -1
      let end = body.firstIndex { $0 == "(" || $0 == ")" } ?? body.endIndex
      let closes = end < body.endIndex && body[end] == ")"
      if first == "(" { open.append((entity, at)) }
      if closes, let row = open.lastIndex(where: { $0.entity == entity }) {
        spans.append((open.remove(at: row).start..<at + 1, entity))
      }
      rest = closes ? body[end...].dropFirst() : body[end...]
    }
  }

  /// The entity of the shortest span around the tokens.
  func entity(_ tokens: Range<Int>) -> Int? {
    spans.first { $0.tokens.lowerBound <= tokens.lowerBound && tokens.upperBound <= $0.tokens.upperBound }?
      .entity
  }
}

/// A pronoun to learn from: the features of each candidate and which are right.
private typealias Ranking = [(features: [UInt32], isRight: Bool)]

/// Trains the ranker of antecedents on GUM's coreference and says what it scores: an averaged perceptron
/// that puts a right candidate before the wrong ones by a margin.
func trainAntecedents(_ corpora: URL, partOfSpeech: [UInt8], epochs: Int) throws -> [UInt8] {
  let folder = corpora.appending(path: "gum")
  let train = try rankings(EntityDocument.read(folder.appending(path: "train")), partOfSpeech)
  let dev = try rankings(EntityDocument.read(folder.appending(path: "dev")), partOfSpeech)
  var model = Perceptron(bits: 14, labels: 1)
  var random = FixedSeed()
  for _ in 1...epochs {
    for ranking in train.shuffled(using: &random) {
      let scores = ranking.map { candidate in
        score(candidate.features, model) + (candidate.isRight ? 0 : 6)
      }
      let right = ranking.indices.filter { ranking[$0].isRight }.max { scores[$0] < scores[$1] }
      let wrong = ranking.indices.filter { !ranking[$0].isRight }.max { scores[$0] < scores[$1] }
      if let right, let wrong, scores[wrong] >= scores[right] {
        model.update(ranking[right].features, 0, by: 1)
        model.update(ranking[wrong].features, 0, by: -1)
      }
      model.step()
    }
  }
  let file = model.file()
  for (name, set) in [("train", train), ("dev", dev)] {
    print("antecedents: \(name) \(accuracy(file, set)) of \(set.count) pronouns")
  }
  return file
}

private func score(_ features: [UInt32], _ model: Perceptron) -> Float {
  var out: Float = 0
  model.add(features, to: &out)
  return out
}

private func accuracy(_ file: [UInt8], _ rankings: [Ranking]) -> Double {
  file.withUnsafeBytes { bytes in
    let model = LinearModel(bytes)!
    let right = rankings.count { ranking in
      let scores = ranking.map { candidate in
        var out: Int32 = 0
        candidate.features.withUnsafeBufferPointer { model.add($0, to: &out) }
        return out
      }
      let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }!
      return ranking[best].isRight
    }
    return Double(right) / Double(max(1, rankings.count))
  }
}

/// The pronouns of the documents that have a right candidate and a wrong one. The pronouns before each are
/// taken as a reader takes them.
private func rankings(_ documents: [EntityDocument], _ partOfSpeech: [UInt8]) -> [Ranking] {
  let gazetteer = Gazetteer()
  var out: [Ranking] = []
  partOfSpeech.withUnsafeBytes { bytes in
    let tagger = PartOfSpeechTagger(model: LinearModel(bytes)!)
    for document in documents {
      document.tagged.text.withUnsafeBufferPointer { text in
        var words = Words(text, document.tagged.ranges)
        words.tags = tagger.tag(words, document.tagged.sentences)
        let context = TaggingContext(
          words, sentences: document.tagged.sentences, paragraphs: document.paragraphs,
          marks: QuotationMarks(words, paragraphs: document.paragraphs), cues: CueLexicon([]))
        let first = Coreference(words, context, gazetteer, ranker: nil)
        let gold = entities(first, document)
        _ = Coreference(words, context, gazetteer, ranker: nil) { at, actors, features in
          guard let entity = document.entity(at..<at + 1) else { return -1 }
          let ranking = zip(actors, features).map { ($1, gold[$0] == entity) }
          guard let right = actors.first(where: { gold[$0] == entity }) else { return -1 }
          if ranking.count > 1 { out.append(ranking) }
          return right
        }
      }
    }
  }
  return out
}

/// For each actor, the entity that most of its mentions stand for.
private func entities(_ people: Coreference, _ document: EntityDocument) -> [Int: Int] {
  var votes: [Int: [Int: Int]] = [:]
  for mention in people.mentions where mention.kind != .pronoun {
    if let actor = mention.actor, let entity = document.entity(mention.tokens) {
      votes[actor, default: [:]][entity, default: 0] += 1
    }
  }
  return votes.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key }
}
