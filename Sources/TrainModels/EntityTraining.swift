// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// Trains the tagger of names' types on GUM train, and says what it and the rules before it score on dev.
struct EntityTraining {
  let corpora: URL
  let tagger: PartOfSpeechTagger
  let layout = TextLayout()
  let gazetteer = Gazetteer()

  static let bits = 16
  static let labelBits = 2
  /// Chosen on dev, as are the rate and the dropout.
  static let epochs = 12
  static let rate: Float = 0.02
  static let ridge: Float = 3e-3
  /// The share of features left out of each step (dropout; Srivastava et al. 2014).
  static let dropout = 0.25

  func model() throws -> [UInt8] {
    let folder = corpora.appending(path: "gum")
    let samples = try EntityDocument.read(folder.appending(path: "train")).flatMap { self.samples($0) }
    print("entities: \(samples.count) names to learn from")
    let file = learn(samples).file(labelBits: Self.labelBits)
    for prefix in ["", "GUM_news"] {
      let dev = try EntityDocument.read(folder.appending(path: "dev"), prefix: prefix)
      try file.withUnsafeBytes { try report(EntityTagger(LinearModel($0)!)!, dev, "dev \(prefix)") }
      reportSpans(dev, "dev \(prefix)")
    }
    return file
  }

  private typealias Sample = (features: [UInt32], right: Int)

  /// Calls `body` with the names of a document.
  private func names<R>(_ document: EntityDocument, _ body: (NamedEntities, Words) throws -> R) rethrows -> R
  {
    try document.document.text.withUnsafeBufferPointer { bytes in
      var (words, sentences) = layout.words(bytes, of: document.sentences)
      words.tags = tagger.tag(words, sentences)
      return try body(NamedEntities(words, sentences, gazetteer), words)
    }
  }

  private func samples(_ document: EntityDocument) -> [Sample] {
    names(document) { names, words in
      FeatureBuffer.with(NamedEntities.capacity) { buffer in
        (0..<names.count).compactMap { row in
          guard !names.isDemonym(row), let type = document.type(of: words.bytes(names.tokens(row))) else {
            return nil
          }
          names.features(row, &buffer)
          return (Array(buffer.features), Int(type.rawValue))
        }
      }
    }
  }

  private func learn(_ samples: [Sample]) -> LogLinear {
    var model = LogLinear(bits: Self.bits + Self.labelBits)
    model.rate = Self.rate
    model.ridge = Self.ridge
    var random = FixedSeed()
    let bar = UInt64(Self.dropout * 4_294_967_296)
    for epoch in 1...Self.epochs {
      for sample in samples.shuffled(using: &random) {
        let features = sample.features.filter { _ in random.next() & 0xFFFF_FFFF >= bar }
        let candidates = EntityType.allCases.map { type in
          features.map { $0 << UInt32(Self.labelBits) | UInt32(type.rawValue) }
        }
        model.learn(candidates, right: sample.right)
      }
      if epoch > Self.epochs / 2 { model.keep() }
    }
    return model
  }

  // MARK: Scores

  /// Prints accuracy and, for each type, precision, recall and F1 of names: by the rules alone, and by the tagger
  /// with the word lists before it.
  private func report(_ tagger: EntityTagger, _ documents: [EntityDocument], _ name: String) throws {
    var rules = Confusion()
    var trained = Confusion()
    var sure: [(probability: Float, isRight: Bool)] = []
    for document in documents {
      names(document) { names, words in
        let verdicts = tagger.verdicts(names)
        for row in 0..<names.count where !names.isDemonym(row) {
          guard let gold = document.type(of: words.bytes(names.tokens(row))) else { continue }
          let ruled = EntityType(names.ruled(row))
          rules.add(gold, ruled)
          let verdict = verdicts[names.cluster(row)]
          trained.add(gold, EntityType(names.kind(row, verdicts)))
          if !names.isKnown(row) { sure.append((verdict.probability, verdict.type == gold)) }
        }
      }
    }
    print("entities: \(name)\n  rules    \(rules)\n  trained  \(trained)")
    for bar: Float in [0.5, 0.7, 0.8, 0.9, 0.95] {
      let above = sure.filter { $0.probability >= bar }
      let right = Double(above.count { $0.isRight }) / Double(max(1, above.count))
      print("  sure \(bar): \(above.count) of \(sure.count), right \(right)")
    }
  }

  /// Prints precision and recall of the spans of names, with or without their titles: found ones against every name
  /// of the corpus, its outermost ones against those found.
  private func reportSpans(_ documents: [EntityDocument], _ name: String) {
    var (found, right, gold, reached) = (0, 0, 0, 0)
    for document in documents {
      let every = Set(document.named.map(\.span))
      let outermost = document.outermost
      names(document) { names, words in
        let rows = (0..<names.count).filter { !names.isDemonym($0) }
        let spans = Set(rows.flatMap { [words.bytes(names.tokens($0)), words.bytes(names.titled($0))] })
        found += rows.count
        right += rows.count {
          every.contains(words.bytes(names.tokens($0))) || every.contains(words.bytes(names.titled($0)))
        }
        gold += outermost.count
        reached += outermost.count { spans.contains($0) }
      }
    }
    print(
      "entities: spans, \(name): precision \(Double(right) / Double(found)) of \(found), "
        + "recall \(Double(reached) / Double(gold)) of \(gold)")
  }
}

/// How often each type was taken for each.
struct Confusion: CustomStringConvertible {
  private var counts = [[Int]](repeating: [Int](repeating: 0, count: 4), count: 4)

  mutating func add(_ gold: EntityType, _ got: EntityType) {
    counts[Int(gold.rawValue)][Int(got.rawValue)] += 1
  }

  var description: String {
    let all = counts.joined().reduce(0, +)
    let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    let types = EntityType.allCases.map { type in
      let row = Int(type.rawValue)
      let gold = counts[row].reduce(0, +)
      let got = counts.reduce(0) { $0 + $1[row] }
      let p = Double(counts[row][row]) / Double(max(1, got))
      let r = Double(counts[row][row]) / Double(max(1, gold))
      return "\(type) p \(Self.short(p)) r \(Self.short(r)) of \(gold)"
    }
    return "accuracy \(Self.short(Double(right) / Double(max(1, all)))) of \(all); "
      + types.joined(separator: "; ")
  }

  private static func short(_ share: Double) -> String { String(format: "%.3f", share) }
}

extension EntityType {
  /// What the rules' kinds come to.
  init(_ kind: Actor.Kind) {
    switch kind {
    case .person: self = .person
    case .organisation, .group: self = .organisation
    case .place, .country: self = .place
    case .unknown: self = .other
    }
  }
}

extension Words {
  fileprivate func bytes(_ tokens: Range<Int>) -> TextRange {
    TextRange(ranges[tokens.lowerBound].lower, ranges[tokens.upperBound - 1].upper)
  }
}
