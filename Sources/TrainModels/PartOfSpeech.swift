// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// Trains the part-of-speech tagger on GUM train and says what it scores on dev.
func trainPartOfSpeech(_ corpora: URL, lexicon: URL, epochs: Int) throws -> [UInt8] {
  let folder = corpora.appending(path: "gum")
  let documents = try TaggedDocument.read(folder.appending(path: "train"))
  let classes = try wordClasses(lexicon, documents)
  let file = classes.withUnsafeBytes { bytes in
    train(documents + documents.compactMap { $0.joinedAtHyphens() }, WordClasses(bytes), epochs: epochs)
      .file(extra: classes, leaveOutBelow: 0.003)
  }
  for prefix in ["", "GUM_news"] {
    let dev = try TaggedDocument.read(folder.appending(path: "dev"), prefix: prefix)
    print("part of speech: dev \(prefix) \(score(file, dev))")
  }
  return file
}

/// The classes of the lexicon's words, and which words of the training text have but one tag.
private func wordClasses(_ lexicon: URL, _ documents: [TaggedDocument]) throws -> [UInt8] {
  var entries: [UInt32: WordClasses.Entry] = [:]
  var classes: [Substring: UInt8] = [:]
  for line in try String(contentsOf: lexicon, encoding: .utf8).split(separator: "\n")
  where !line.hasPrefix("#") {
    let fields = line.split(separator: "\t")
    let known = classes[fields[1]] ?? UInt8(min(255, classes.count + 1))
    classes[fields[1]] = known
    entries[WordHash.lowercased(fields[0]), default: .init()].wordClass = known
  }
  var tags: [UInt32: [PartOfSpeech: Int]] = [:]
  for document in documents {
    document.withForms(WordClasses(UnsafeRawBufferPointer(start: nil, count: 0))) { forms in
      for (form, tag) in zip(forms, document.tags) { tags[form.word, default: [:]][tag, default: 0] += 1 }
    }
  }
  for (word, counts) in tags {
    let all = counts.values.reduce(0, +)
    guard all >= 30, let most = counts.max(by: { $0.value < $1.value }) else { continue }
    guard Double(most.value) >= 0.99 * Double(all) else { continue }
    entries[word, default: .init()].onlyTag = most.key.rawValue + 1
  }
  print(
    "part of speech: \(classes.count) classes of words, \(entries.values.count { $0.onlyTag > 0 }) words of one tag"
  )
  return WordClasses.bytes(entries)
}

private func train(_ documents: [TaggedDocument], _ classes: WordClasses, epochs: Int) -> SparsePerceptron {
  var model = SparsePerceptron(
    features: frequentFeatures(documents, classes), labels: PartOfSpeech.allCases.count)
  var random = FixedSeed()
  var scores = [Float](repeating: 0, count: model.labels)
  var rows: [Int] = []
  for epoch in 1...epochs {
    var right = 0, seen = 0
    for document in documents.shuffled(using: &random) {
      // The tags before a token are the tagger's own, as they will be.
      var tags = document.tags.map(\.rawValue)
      document.eachToken(classes, &tags) { at, features in
        let gold = Int(document.tags[at].rawValue)
        model.rows(features, into: &rows)
        let guess = model.best(rows, &scores)
        model.learn(rows, right: gold, guess: guess)
        right += guess == gold ? 1 : 0
        seen += 1
        return UInt8(guess)
      }
    }
    print("part of speech: epoch \(epoch), train \(Double(right) / Double(seen))")
  }
  return model
}

/// Every feature that two tokens have, when the tags before a token are right.
private func frequentFeatures(_ documents: [TaggedDocument], _ classes: WordClasses) -> [UInt32] {
  var counts: [UInt32: Int] = [:]
  for document in documents {
    var tags = document.tags.map(\.rawValue)
    document.eachToken(classes, &tags) { at, features in
      for feature in features { counts[feature, default: 0] += 1 }
      return document.tags[at].rawValue
    }
  }
  return counts.filter { $0.value > 1 }.keys.sorted()
}

extension TaggedDocument {
  fileprivate func withForms<R>(
    _ classes: WordClasses, _ body: (UnsafeBufferPointer<TokenForms.Form>) -> R
  ) -> R {
    text.withUnsafeBufferPointer { bytes in
      TokenForms(Words(bytes, ranges), sentences, classes).forms.withUnsafeBufferPointer(body)
    }
  }

  /// Calls `body` with the features of every token that is not of one tag alone, and keeps the tag it gives.
  fileprivate func eachToken(
    _ classes: WordClasses, _ tags: inout [UInt8], _ body: (Int, UnsafeBufferPointer<UInt32>) -> UInt8
  ) {
    withForms(classes) { forms in
      tags.withUnsafeMutableBufferPointer { tags in
        FeatureBuffer.with(PartOfSpeechFeatures.capacity) { buffer in
          for sentence in sentences {
            for at in sentence.tokens {
              let only = forms[at].known.onlyTag
              if only > 0 {
                tags[at] = only - 1
                continue
              }
              PartOfSpeechFeatures.features(
                forms, UnsafePointer(tags.baseAddress!), at, sentence.tokens, &buffer)
              tags[at] = body(at, buffer.features)
            }
          }
        }
      }
    }
  }
}

private func score(_ file: [UInt8], _ documents: [TaggedDocument]) -> Double {
  file.withUnsafeBytes { bytes in
    let tagger = PartOfSpeechTagger(model: LinearModel(bytes)!)
    var right = 0, seen = 0
    let clock = ContinuousClock()
    var time = Duration.zero
    for document in documents {
      document.text.withUnsafeBufferPointer { text in
        let words = Words(text, document.ranges)
        var tags: [PartOfSpeech] = []
        time += (0..<5).map { _ in clock.measure { tags = tagger.tag(words, document.sentences) } }.min()!
        right += zip(tags, document.tags).count { $0 == $1 }
        seen += tags.count
      }
    }
    print("part of speech: \(time / seen) a word, \(file.count) bytes")
    return Double(right) / Double(seen)
  }
}
