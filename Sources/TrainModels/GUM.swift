// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// A document of the GUM corpus: its words and their tags, sentence by sentence.
struct TaggedDocument {
  var text: [UInt8] = []
  var ranges: [TextRange] = []
  var tags: [PartOfSpeech] = []
  var sentences: [Sentence] = []

  /// Every document of a folder of CoNLL-U files whose name has the prefix.
  static func read(_ folder: URL, prefix: String = "") throws -> [TaggedDocument] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "conllu" && $0.lastPathComponent.hasPrefix(prefix) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { TaggedDocument(conllu: try String(contentsOf: $0, encoding: .utf8)) }
  }

  init(conllu: String) {
    var start = 0
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if ranges.count > start { sentences.append(Sentence(tokens: start..<ranges.count, part: 0)) }
        start = ranges.count
        text += [0x0A]
        continue
      }
      let fields = line.split(separator: "\t")
      guard fields.count == 10, fields[0].allSatisfy(\.isNumber) else { continue }
      ranges.append(TextRange(text.count, text.count + fields[1].utf8.count))
      text += Array(fields[1].utf8)
      if !fields[9].contains("SpaceAfter=No") { text += [0x20] }
      tags.append(Self.tag(String(fields[4])))
    }
  }

  private static func tag(_ name: String) -> PartOfSpeech {
    switch name {
    case "PRP$": .PRPS
    case "WP$": .WPS
    case ",": .comma
    case ".": .period
    case ":": .colon
    case "``": .openQuote
    case "''": .closeQuote
    case "-LRB-": .openBracket
    case "-RRB-": .closeBracket
    case "$": .dollar
    default: PartOfSpeech.allCases.first { "\($0)" == name } ?? .NN
    }
  }
}

/// Trains the part-of-speech tagger and says what it scores.
func trainPartOfSpeech(_ corpora: URL, epochs: Int) throws -> [UInt8] {
  let folder = corpora.appending(path: "gum")
  let documents = try TaggedDocument.read(folder.appending(path: "train"))
  var model = Perceptron(bits: 16, labels: PartOfSpeech.allCases.count)
  var random = FixedSeed()
  var scores = [Float](repeating: 0, count: model.labels)
  for epoch in 1...epochs {
    var right = 0, seen = 0
    for document in documents.shuffled(using: &random) {
      document.text.withUnsafeBufferPointer { bytes in
        let words = Words(bytes, document.ranges)
        var tags = [PartOfSpeech](repeating: .NN, count: words.count)
        FeatureBuffer.with(PartOfSpeechTagger.capacity) { buffer in
          for sentence in document.sentences {
            for at in sentence.tokens {
              PartOfSpeechTagger.features(words, tags, at, sentence.tokens, &buffer)
              for label in scores.indices { scores[label] = 0 }
              scores.withUnsafeMutableBufferPointer { model.add(buffer.features, to: $0.baseAddress!) }
              let best = scores.indices.max { scores[$0] < scores[$1] }!
              let gold = Int(document.tags[at].rawValue)
              if best != gold {
                model.update(buffer.features, gold, by: 1)
                model.update(buffer.features, best, by: -1)
              } else {
                right += 1
              }
              seen += 1
              model.step()
              tags[at] = PartOfSpeech(rawValue: UInt8(best))!
            }
          }
        }
      }
    }
    print("part of speech: epoch \(epoch), train \(Double(right) / Double(seen))")
  }
  let file = model.file()
  for prefix in ["", "GUM_news"] {
    let dev = try TaggedDocument.read(folder.appending(path: "dev"), prefix: prefix)
    print("part of speech: dev \(prefix) \(score(file, dev))")
  }
  return file
}

private func score(_ file: [UInt8], _ documents: [TaggedDocument]) -> Double {
  file.withUnsafeBytes { bytes in
    let tagger = PartOfSpeechTagger(model: LinearModel(bytes)!)
    var right = 0, seen = 0
    for document in documents {
      document.text.withUnsafeBufferPointer { text in
        let tags = tagger.tag(Words(text, document.ranges), document.sentences)
        right += zip(tags, document.tags).count { $0 == $1 }
        seen += tags.count
      }
    }
    return Double(right) / Double(seen)
  }
}
