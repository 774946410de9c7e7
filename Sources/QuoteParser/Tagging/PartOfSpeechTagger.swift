import QuoteModel

/// A greedy part-of-speech tagger over hashed features (averaged perceptron; Collins 2002). O(tokens).
package struct PartOfSpeechTagger: Sendable {
  package static let capacity = 24
  package let model: LinearModel

  /// A tagger with those weights.
  package init(model: LinearModel) { self.model = model }

  /// The tags of every token, sentence by sentence.
  package func tag(_ words: Words, _ sentences: [Sentence]) -> [PartOfSpeech] {
    var tags = [PartOfSpeech](repeating: .NN, count: words.count)
    FeatureBuffer.with(Self.capacity) { buffer in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: model.labels) { scores in
        for sentence in sentences {
          for at in sentence.tokens {
            Self.features(words, tags, at, sentence.tokens, &buffer)
            scores.initialize(repeating: 0)
            if let base = scores.baseAddress { model.add(buffer.features, to: base) }
            var best = 0
            for label in 1..<model.labels where scores[label] > scores[best] { best = label }
            tags[at] = PartOfSpeech(rawValue: UInt8(best)) ?? .NN
          }
        }
      }
    }
    return tags
  }

  /// What the tagger sees of a token: its form and neighbours and the two tags before it.
  package static func features(
    _ words: Words, _ tags: [PartOfSpeech], _ at: Int, _ sentence: Range<Int>, _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    let word = words.lower[at]
    let shape = UInt32(words.shapes[at])
    let one: UInt32 = at > sentence.lowerBound ? UInt32(tags[at - 1].rawValue) : 99
    let two: UInt32 = at > sentence.lowerBound + 1 ? UInt32(tags[at - 2].rawValue) : 99
    let before: UInt32 = at > sentence.lowerBound ? words.lower[at - 1] : 1
    let after: UInt32 = at + 1 < sentence.upperBound ? words.lower[at + 1] : 2
    buffer.add(1, word)
    buffer.add(2, word, one)
    buffer.add(3, words.suffix(at, 3), shape & 7)
    buffer.add(4, words.suffix(at, 2), one)
    buffer.add(5, words.prefix(at, 2), shape)
    buffer.add(6, shape, at == sentence.lowerBound ? 1 : 0)
    buffer.add(7, one, two)
    buffer.add(8, before)
    buffer.add(9, after)
    buffer.add(10, before, word)
    buffer.add(11, word, after)
    buffer.add(12, shape, one)
    buffer.add(13, one)
    buffer.add(14, words.suffix(at, 4))
    if at + 1 < sentence.upperBound {
      buffer.add(15, words.suffix(at + 1, 3), UInt32(words.shapes[at + 1]))
      buffer.add(16, after, one)
    }
    if at + 2 < sentence.upperBound { buffer.add(17, words.lower[at + 2]) }
    if at > sentence.lowerBound { buffer.add(18, words.suffix(at - 1, 3), one) }
    buffer.add(19, 0)
  }
}
