// swift-format-ignore-file: NeverForceUnwrap
import QuoteModel
import QuoteParser

/// Trains how sure the program is of a quotation: on those put together from what the tagger said of articles it never
/// saw, each right or wrong as the corpus' scorer counts.
struct ConfidenceTraining {
  let training: AttributionTraining
  static let bits = 12
  static let epochs = 10

  init(_ training: AttributionTraining) { self.training = training }

  func model(_ articles: [AttributedArticle], _ unseen: [TaggedWords], _ links: [UInt8]) -> [UInt8] {
    var samples: [(features: [UInt32], isRight: Bool)] = []
    links.withUnsafeBytes { bytes in
      let linker = SpanLinker(LinearModel(bytes)!)
      for (article, tagged) in zip(articles, unseen) { samples += self.samples(article, tagged, linker) }
    }
    let right = samples.count { $0.isRight }
    print("confidence: \(samples.count) quotations, \(right) right")
    var model = LogLinear(bits: Self.bits)
    model.rate = 0.05
    var random = FixedSeed()
    for epoch in 1...Self.epochs {
      for sample in samples.shuffled(using: &random) {
        model.learn([[], sample.features], right: sample.isRight ? 1 : 0)
      }
      if epoch > Self.epochs / 2 { model.keep() }
    }
    return model.file()
  }

  private func samples(
    _ article: AttributedArticle, _ tagged: TaggedWords, _ linker: SpanLinker
  ) -> [(features: [UInt32], isRight: Bool)] {
    training.parts(article) { words, context in
      let gold = GoldTokens(article, words)
      let found = Assembly(words, context, tagged.roles, linker).attributions()
      return FeatureBuffer.with(Confidence.capacity) { buffer in
        found.map { attribution in
          Confidence.features(attribution, words, context, tagged, &buffer)
          return (Array(buffer.features), gold.isRight(attribution, words))
        }
      }
    }
  }
}

extension GoldTokens {
  /// Whether a quotation has at least half its words, as F1, in common with an annotated one, and a word of its source.
  func isRight(_ attribution: Attribution, _ words: Words) -> Bool {
    let content = Set(attribution.content.joined().filter { words.isMeant($0) })
    let rows = contents.indices.map { row -> (share: Double, row: Int) in
      let other = contents[row].filter { words.isMeant($0) }
      let both = content.intersection(other).count
      return (both == 0 ? 0 : 2 * Double(both) / Double(content.count + other.count), row)
    }
    guard let best = rows.max(by: { $0.share < $1.share }), best.share >= 0.5 else { return false }
    let named = Set(sources[best.row].map { words.lower[$0] })
    guard let source = attribution.source else { return named.isEmpty }
    return source.contains {
      named.contains(words.lower[$0]) && words.tags[$0] != .DT && words.tags[$0] != .IN
    }
  }
}

extension Words {
  /// Whether a token is a word and no mark.
  fileprivate func isMeant(_ at: Int) -> Bool { shapes[at] & 7 != 0 }
}
