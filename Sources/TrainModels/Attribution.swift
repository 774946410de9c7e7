// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// One article's features, token by token, and its gold labels.
private struct Chain {
  var features: [UInt32] = []
  var starts: [Int32] = [0]
  var gold: [Role] = []
  var count: Int { gold.count }
  func of(_ at: Int) -> ArraySlice<UInt32> { features[Int(starts[at])..<Int(starts[at + 1])] }
}

/// Trains the source–cue–content tagger on PolNeAR train and says what it scores on dev.
func trainAttribution(_ corpora: URL, partOfSpeech: [UInt8], epochs: Int) throws -> [UInt8] {
  let split = corpora.appending(path: "polnear")
  let train = try AttributedArticle.read(split.appending(path: "train"))
  let dev = try AttributedArticle.read(split.appending(path: "dev"))
  return partOfSpeech.withUnsafeBytes { bytes in
    let tagger = PartOfSpeechTagger(model: LinearModel(bytes)!)
    let layout = TextLayout()
    let lexicon = cueLexicon(train, layout)
    let cues = CueLexicon(lexicon.withUnsafeBytes { UnsafeRawBufferPointer($0) })
    let chains = train.map { chain($0, layout, tagger, cues) }
    let held = dev.map { chain($0, layout, tagger, cues) }
    var model = Perceptron(bits: 19, labels: Role.allCases.count)
    var random = FixedSeed()
    for epoch in 1...epochs {
      for chain in chains.shuffled(using: &random) { learn(chain, &model) }
      print("attribution: epoch \(epoch)")
    }
    let file = model.file(extra: lexicon)
    file.withUnsafeBytes { report(AttributionTagger(LinearModel($0)!), dev, layout, tagger) }
    _ = held
    return file
  }
}

/// How surely each word is a cue: counted over train, for words seen often enough.
private func cueLexicon(_ articles: [AttributedArticle], _ layout: TextLayout) -> [UInt8] {
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

private func chain(
  _ article: AttributedArticle, _ layout: TextLayout, _ tagger: PartOfSpeechTagger, _ cues: CueLexicon
) -> Chain {
  article.text.withUnsafeBufferPointer { bytes in
    var result = layout(bytes, parts: [])
    result.words.tags = tagger.tag(result.words, result.sentences)
    let marks = QuotationMarks(result.words, paragraphs: result.paragraphs)
    let context = TaggingContext(
      result.words, sentences: result.sentences, paragraphs: result.paragraphs, marks: marks, cues: cues)
    var chain = Chain()
    chain.gold = article.labels(result.words)
    FeatureBuffer.with(AttributionTagger.capacity) { buffer in
      for at in 0..<result.words.count {
        AttributionFeatures.features(result.words, context, at, &buffer)
        chain.features += buffer.features
        chain.starts.append(Int32(chain.features.count))
      }
    }
    return chain
  }
}

private let transitionFeatures: [UInt32] = FeatureBuffer.with(Role.allCases.count) { buffer in
  for role in Role.allCases { buffer.add(AttributionTagger.transition, UInt32(role.rawValue)) }
  return Array(buffer.features)
}

/// One step of the structured perceptron on one article, paragraph costs left to Viterbi.
private func learn(_ chain: Chain, _ model: inout Perceptron) {
  let labels = model.labels
  guard chain.count > 0 else { return }
  var scores = [Float](repeating: 0, count: chain.count * labels)
  scores.withUnsafeMutableBufferPointer { scores in
    for at in 0..<chain.count { model.add(chain.of(at), to: scores.baseAddress! + at * labels) }
  }
  var transitions = [Float](repeating: 0, count: labels * labels)
  transitions.withUnsafeMutableBufferPointer { out in
    for role in Role.allCases {
      let feature = transitionFeatures[Int(role.rawValue)]
      model.add(CollectionOfOne(feature), to: out.baseAddress! + Int(role.rawValue) * labels)
    }
  }
  // Whole numbers, so that training and tagging share one Viterbi.
  let guess = Viterbi.best(
    scores.map { Int32($0 * 64) }, transitions: transitions.map { Int32($0 * 64) }, labels: labels)
  for at in 0..<chain.count {
    let (gold, best) = (chain.gold[at], guess[at])
    if gold != best {
      model.update(chain.of(at), Int(gold.rawValue), by: 1)
      model.update(chain.of(at), Int(best.rawValue), by: -1)
    }
    let (goldBefore, bestBefore) = at > 0 ? (chain.gold[at - 1], guess[at - 1]) : (.outside, .outside)
    if at > 0, gold != best || goldBefore != bestBefore {
      model.update([transitionFeatures[Int(goldBefore.rawValue)]], Int(gold.rawValue), by: 1)
      model.update([transitionFeatures[Int(bestBefore.rawValue)]], Int(best.rawValue), by: -1)
    }
  }
  model.step()
}

private func report(
  _ attribution: AttributionTagger, _ articles: [AttributedArticle], _ layout: TextLayout,
  _ tagger: PartOfSpeechTagger
) {
  var both = [Int](repeating: 0, count: 4), gold = both, got = both
  let kind: [Role: Int] = [.beginContent: 1, .content: 1, .beginSource: 2, .source: 2, .beginCue: 3, .cue: 3]
  for article in articles {
    article.text.withUnsafeBufferPointer { bytes in
      var result = layout(bytes, parts: [])
      result.words.tags = tagger.tag(result.words, result.sentences)
      let context = TaggingContext(
        result.words, sentences: result.sentences, paragraphs: result.paragraphs,
        marks: QuotationMarks(result.words, paragraphs: result.paragraphs), cues: attribution.cues)
      for (a, b) in zip(article.labels(result.words), attribution.tag(result.words, context)) {
        gold[kind[a] ?? 0] += 1
        got[kind[b] ?? 0] += 1
        if kind[a] == kind[b] { both[kind[a] ?? 0] += 1 }
      }
    }
  }
  for (row, name) in ["", "content", "source", "cue"].enumerated() where row > 0 {
    print("attribution: dev \(name) token F1 \(Double(2 * both[row]) / Double(gold[row] + got[row]))")
  }
}
