// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// Trains the source–cue–content tagger on PolNeAR train.
///
/// The second pass sees labels of a first pass that never saw the article (cross-training over folds), so that it
/// learns how far they are to be believed (stacked learning; Cohen & Carvalho 2005).
struct AttributionTraining {
  let layout = TextLayout()
  let tagger: PartOfSpeechTagger
  let cues: CueLexicon
  let lexicon: [UInt8]

  static let folds = 4
  /// Chosen on dev, as are the rate, the ridge and the dropout.
  static let epochs = 4
  static let dropout = 0.1
  static let bits = 19
  /// Fields whose mean is a pass; and those of a pass that only serves to make guesses.
  static let fields = 8
  static let fieldsOfAFold = 3

  init(_ articles: [AttributedArticle], partOfSpeech: LinearModel) {
    tagger = PartOfSpeechTagger(model: partOfSpeech)
    lexicon = Self.cueLexicon(articles, layout)
    cues = lexicon.withUnsafeBytes { CueLexicon($0) }
  }

  /// What comes of training.
  struct Result {
    var first: [UInt8]
    var second: [UInt8]
    /// The roles of each training article as both passes tag it when they never saw it.
    var unseen: [TaggedWords]
  }

  /// Trains both passes.
  func models(_ articles: [AttributedArticle]) -> Result {
    let chains = articles.map { chain($0, guesses: nil) }
    print("attribution: \(lexicon.count / 5) cue words, \(chains.reduce(0) { $0 + $1.count }) tokens")
    let first = learn(chains, "first pass", fields: Self.fields)
    let firsts = (0..<Self.folds).map { fold in
      learn(Self.without(fold, chains), "first pass, fold \(fold + 1)", fields: Self.fieldsOfAFold)
    }
    let again = articles.indices.map { row in
      firsts[row % Self.folds].withUnsafeBytes {
        chain(articles[row], guesses: AttributionTagger(first: LinearModel($0)!, second: nil))
      }
    }
    let second = learn(again, "second pass", fields: Self.fields)
    let seconds = (0..<Self.folds).map { fold in
      learn(Self.without(fold, again), "second pass, fold \(fold + 1)", fields: Self.fieldsOfAFold)
    }
    let unseen = articles.indices.map { row in
      firsts[row % Self.folds].withUnsafeBytes { first in
        seconds[row % Self.folds].withUnsafeBytes { second in
          let both = AttributionTagger(first: LinearModel(first)!, second: LinearModel(second)!)
          return parts(articles[row]) { both.tag($0, $1) }
        }
      }
    }
    return Result(first: first, second: second, unseen: unseen)
  }

  private static func without(_ fold: Int, _ chains: [Chain]) -> [Chain] {
    chains.indices.filter { $0 % folds != fold }.map { chains[$0] }
  }

  /// The mean of several fields, learned on the same chains in other orders (bagging; Breiman 1996): the mean of linear
  /// models costs what one costs, and forgets what only one of them believed.
  private func learn(_ chains: [Chain], _ name: String, fields: Int) -> [UInt8] {
    var total: [Float] = []
    for seed in 0..<fields {
      let weights = field(chains, FixedSeed(skipping: seed)).averagedWeights
      total = total.isEmpty ? weights : zip(total, weights).map { $0 + $1 }
    }
    print("attribution: \(name) learned")
    return ModelFile.bytes(
      total.map { $0 / Float(fields) }, bits: Self.bits, labels: Role.allCases.count, extra: lexicon)
  }

  private func field(_ chains: [Chain], _ seed: FixedSeed) -> ConditionalRandomField {
    let labels = Role.allCases.count
    let rows: [UInt32] = FeatureBuffer.with(labels) { buffer in
      for role in Role.allCases { buffer.add(AttributionTagger.transition, UInt32(role.rawValue)) }
      return Array(buffer.features)
    }
    let isAllowed = Role.allCases.flatMap { before in Role.allCases.map { $0.canFollow(before) } }
    var model = ConditionalRandomField(
      bits: Self.bits, labels: labels, transitionRows: rows, isAllowed: isAllowed)
    var random = seed
    for epoch in 1...Self.epochs {
      for chain in chains.shuffled(using: &random) {
        model.learn(ConditionalRandomField.thinned(chain, Self.dropout, &random))
      }
      if epoch > Self.epochs / 2 { model.keep() }
    }
    return model
  }

  private func chain(_ article: AttributedArticle, guesses: AttributionTagger?) -> Chain {
    parts(article) { words, context in
      var chain = Chain()
      chain.gold = article.labels(words).map(\.rawValue)
      let second = guesses.map { SecondPassContext($0.tag(words, context).roles, context) }
      FeatureBuffer.with(AttributionTagger.capacity) { buffer in
        for at in 0..<words.count {
          AttributionFeatures.features(words, context, at, &buffer)
          if let second { AttributionFeatures.secondPass(words, context, second, at, &buffer) }
          chain.features += buffer.features
          chain.starts.append(Int32(chain.features.count))
        }
      }
      return chain
    }
  }

  /// Calls `body` with what the tagger works on.
  func parts<R>(_ article: AttributedArticle, _ body: (Words, TaggingContext) -> R) -> R {
    article.text.withUnsafeBufferPointer { bytes in
      var laid = layout(bytes, parts: [])
      laid.words.tags = tagger.tag(laid.words, laid.sentences)
      let context = TaggingContext(
        laid.words, sentences: laid.sentences, paragraphs: laid.paragraphs,
        marks: QuotationMarks(laid.words, paragraphs: laid.paragraphs), cues: cues)
      return body(laid.words, context)
    }
  }

  /// Says how well the tagger labels the tokens of articles it never saw.
  func report(_ attribution: AttributionTagger, _ articles: [AttributedArticle], _ name: String) {
    var both = [Int](repeating: 0, count: 4)
    var (gold, got) = (both, both)
    let kind: [Role: Int] = [
      .beginContent: 1, .content: 1, .beginSource: 2, .source: 2, .beginCue: 3, .cue: 3,
    ]
    for article in articles {
      parts(article) { words, context in
        for (a, b) in zip(article.labels(words), attribution.tag(words, context).roles) {
          gold[kind[a] ?? 0] += 1
          got[kind[b] ?? 0] += 1
          if kind[a] == kind[b] { both[kind[a] ?? 0] += 1 }
        }
      }
    }
    let scores = ["content", "source", "cue"].enumerated().map { row, role in
      "\(role) \(Double(2 * both[row + 1]) / Double(gold[row + 1] + got[row + 1]))"
    }
    print("attribution: \(name), dev token F1: \(scores.joined(separator: ", "))")
  }

  /// How surely each word is a cue: counted over train, for words seen often enough.
  private static func cueLexicon(_ articles: [AttributedArticle], _ layout: TextLayout) -> [UInt8] {
    var counts: [UInt32: (cue: Int, all: Int)] = [:]
    for article in articles {
      article.text.withUnsafeBufferPointer { bytes in
        let words = layout(bytes, parts: []).words
        for (at, label) in article.labels(words).enumerated() {
          let isCue = label == .beginCue || label == .cue
          counts[words.lower[at], default: (0, 0)].all += 1
          if isCue { counts[words.lower[at], default: (0, 0)].cue += 1 }
        }
      }
    }
    var out: [UInt8] = []
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) where count.cue >= 2 {
      let share = Double(count.cue) / Double(count.all)
      guard share >= 0.08 else { continue }
      withUnsafeBytes(of: word.littleEndian) { out += $0 }
      out.append(share >= 0.6 ? 3 : share >= 0.25 ? 2 : 1)
    }
    print("attribution: \(out.count / 5) cue words")
    return out
  }
}
