import QuoteModel
import QuoteParser
import ResourceFiles

/// Part-of-speech tags against the GUM corpus, on its own tokens and sentences.
package enum TaggedCorpus {
  /// The share of right tags in the documents of a folder whose names have the prefix; `nil` without a model or words.
  package static func accuracy(_ folder: String, prefix: String) throws -> Double? {
    guard let model = ResourceFiles.bytes("Models/part-of-speech.model").flatMap({ LinearModel($0) }) else {
      return nil
    }
    let tagger = PartOfSpeechTagger(model: model)
    var (right, all) = (0, 0)
    for file in try CorpusFiles.names(in: folder, ending: ".conllu") where file.hasPrefix(prefix) {
      let document = TaggedText(conllu: try CorpusFiles.text(folder + "/" + file))
      let tags = document.text.withUnsafeBufferPointer {
        tagger.tag(Words($0, document.ranges), document.sentences)
      }
      right += zip(tags, document.tags).count { $0.name == $1 }
      all += document.tags.count
    }
    return all == 0 ? nil : Double(right) / Double(all)
  }
}

/// A CoNLL-U document: its words with the spaces between them, and their tags by name.
private struct TaggedText {
  var text: [UInt8] = []
  var ranges: [TextRange] = []
  var tags: [String] = []
  var sentences: [Sentence] = []

  init(conllu: String) {
    var start = 0
    // What a line of several words (`8-9`) says of the space behind each of them.
    var spaces: [Int: Bool] = [:]
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: "\t")
      if line.isEmpty {
        if ranges.count > start { sentences.append(Sentence(tokens: start..<ranges.count, part: 0)) }
        (start, spaces) = (ranges.count, [:])
        text.append(0x0A)
      }
      guard fields.count == 10 else { continue }
      let hasSpace = !fields[9].contains("SpaceAfter=No")
      let ids = fields[0].split(separator: "-").compactMap { Int($0) }
      if ids.count == 2 {
        for id in ids[0]..<ids[1] { spaces[id] = false }
        spaces[ids[1]] = hasSpace
      } else if let id = Int(fields[0]) {
        ranges.append(TextRange(text.count, text.count + fields[1].utf8.count))
        text += fields[1].utf8
        if spaces[id] ?? hasSpace { text.append(0x20) }
        tags.append(String(fields[4]))
      }
    }
  }
}

extension PartOfSpeech {
  /// The tag as the corpus writes it.
  fileprivate var name: String {
    switch self {
    case .PRPS: "PRP$"
    case .WPS: "WP$"
    case .comma: ","
    case .period: "."
    case .colon: ":"
    case .openQuote: "``"
    case .closeQuote: "''"
    case .openBracket: "-LRB-"
    case .closeBracket: "-RRB-"
    case .dollar: "$"
    default: "\(self)"
    }
  }
}
