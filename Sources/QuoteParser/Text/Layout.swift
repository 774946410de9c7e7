import QuoteModel
import ResourceFiles

/// The text of an article taken apart: paragraphs told from furniture, tokens, sentences. The first stage
/// of the parser and of the trainer.
package struct TextLayout: Sendable {
  let tokenizer: Tokenizer
  let furniture: FurnitureFinder
  let splitter = SentenceSplitter()

  /// With the embedded word lists.
  package init() {
    tokenizer = Tokenizer(
      abbreviations: Set(
        ResourceFiles.lines("Lexicons/abbreviations.txt").compactMap { line in
          // `G.O.P.` is known by the stops within; `GOP.` ends a sentence.
          let word = line.prefix { $0 != "\t" }.filter { $0 != "." }
          return line.prefix { $0 != "\t" }.dropLast().contains(".") ? nil : WordHash.lowercased(word)
        }))
    furniture = FurnitureFinder()
  }

  /// What the stages after it work on.
  package struct Result {
    /// The tokens of the parts that can hold statements.
    package var words: Words
    /// Its sentences.
    package var sentences: [Sentence]
    /// Tokens of each paragraph, in order.
    package var paragraphs: [Range<Int>]
    /// The parts, furniture and teasers told apart.
    package var parts: [ArticlePart]
  }

  /// Takes a text apart. O(bytes).
  package func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>, parts: [ArticlePart]) -> Result {
    let parts = furniture.classify(bytes, parts.isEmpty ? Self.paragraphs(bytes) : parts)
    var ranges: [TextRange] = []
    var paragraphs: [Range<Int>] = []
    var rows: [Int] = []
    for (row, part) in parts.enumerated() where part.kind.holdsStatements {
      let start = ranges.count
      tokenizer.tokenize(bytes, part.range, into: &ranges)
      if ranges.count > start {
        paragraphs.append(start..<ranges.count)
        rows.append(row)
      }
    }
    let words = Words(bytes, ranges)
    var sentences: [Sentence] = []
    for (paragraph, row) in zip(paragraphs, rows) {
      splitter.split(words, paragraph, part: row, into: &sentences)
    }
    return Result(words: words, sentences: sentences, paragraphs: paragraphs, parts: parts)
  }

  /// The tokens of given sentences, with nothing told apart: for corpora that come so. O(bytes).
  package func words(_ bytes: UnsafeBufferPointer<UInt8>, of sentences: [TextRange]) -> (Words, [Sentence]) {
    var ranges: [TextRange] = []
    var out: [Sentence] = []
    for sentence in sentences {
      let start = ranges.count
      tokenizer.tokenize(bytes, sentence, into: &ranges)
      if ranges.count > start { out.append(Sentence(tokens: start..<ranges.count, part: 0)) }
    }
    return (Words(bytes, ranges), out)
  }

  /// Every line with something on it, where the importer told no paragraphs.
  static func paragraphs(_ bytes: UnsafeBufferPointer<UInt8>) -> [ArticlePart] {
    var out: [ArticlePart] = []
    var start = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == 0x0A {
      var (low, high) = (start, at)
      while low < high, bytes[low] <= 0x20 { low += 1 }
      while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
      if low < high { out.append(ArticlePart(TextRange(low, high))) }
      start = at + 1
    }
    return out
  }
}

extension ArticlePart.Kind {
  var holdsStatements: Bool { self == .body || self == .headline || self == .caption }
}
