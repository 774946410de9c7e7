import QuoteModel

/// A greedy part-of-speech tagger over hashed features (averaged perceptron; Collins 2002), with the classes of a
/// lexicon of word forms in its model's extra bytes. O(tokens).
package struct PartOfSpeechTagger: Sendable {
  package let model: LinearModel
  private let classes: WordClasses

  /// A tagger with those weights.
  package init(model: LinearModel) {
    self.model = model
    classes = WordClasses(model.extra)
  }

  /// The tags of every token, sentence by sentence.
  package func tag(_ words: Words, _ sentences: [Sentence]) -> [PartOfSpeech] {
    let seen = TokenForms(words, sentences, classes)
    var tags = [UInt8](repeating: PartOfSpeech.NN.rawValue, count: words.count)
    seen.forms.withUnsafeBufferPointer { forms in
      tags.withUnsafeMutableBufferPointer { tags in
        guard let tags = tags.baseAddress else { return }
        for sentence in sentences { tag(forms, sentence.tokens, tags) }
      }
    }
    return tags.map { PartOfSpeech(rawValue: $0) ?? .NN }
  }

  private func tag(
    _ forms: UnsafeBufferPointer<TokenForms.Form>, _ sentence: Range<Int>, _ tags: UnsafeMutablePointer<UInt8>
  ) {
    FeatureBuffer.with(PartOfSpeechFeatures.capacity) { buffer in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: model.labels) { scores in
        guard let base = scores.baseAddress else { return }
        for at in sentence {
          let only = forms[at].known.onlyTag
          if only > 0 {
            tags[at] = only - 1
            continue
          }
          PartOfSpeechFeatures.features(forms, tags, at, sentence, &buffer)
          scores.initialize(repeating: 0)
          model.add(buffer.features, to: base)
          var best = 0
          for label in 1..<model.labels where base[label] > base[best] { best = label }
          tags[at] = UInt8(best)
        }
      }
    }
  }
}
