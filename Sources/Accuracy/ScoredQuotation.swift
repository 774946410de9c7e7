import QuoteModel

/// A quotation, annotated or found, as the words it covers.
struct ScoredQuotation {
  /// Numbers of words, in text order.
  let content: [Int]
  let source: [Int]
  let cue: [Int]
  let kind: Quotation.Kind
  /// Whether its cue tells of speech, or it has none, as in headlines and transcripts.
  let isSpeech: Bool
  /// How sure the parser is; 1 for what is annotated.
  let confidence: Float
  private let names: Set<String>

  private static let empty: Set<String> = [
    "the", "a", "an", "of", "and", "in", "at", "for", "to", "mr", "mrs", "ms", "dr", "sen", "rep", "gov",
    "president", "senator",
  ]

  /// `nil` where the content covers no word. Ranges are in code points.
  init?(
    _ text: ScoredText, content: [Range<Int>], source: [Range<Int>], cue: [Range<Int>], confidence: Float = 1
  ) {
    self.content = text.cover(content)
    guard !self.content.isEmpty else { return nil }
    self.source = text.cover(source)
    self.cue = text.cover(cue)
    let words = text.strings(self.source)
    let meant = words.subtracting(Self.empty)
    names = meant.isEmpty ? words : meant
    kind = text.kind(content)
    isSpeech =
      cue.isEmpty
      || cue.contains { span in
        let words = ScoredText.words(text.scalars, span)
        return words.isEmpty || words.contains { ReportingCue.contains(text.string($0)) }
      }
    self.confidence = confidence
  }

  /// Twice the words in common by all the words of both: the F1 of their contents.
  func overlap(_ other: ScoredQuotation) -> Double {
    var (row, both) = (0, 0)
    for word in content {
      while row < other.content.count, other.content[row] < word { row += 1 }
      if row < other.content.count, other.content[row] == word { both += 1 }
    }
    return 2 * Double(both) / Double(content.count + other.content.count)
  }

  /// Whether a word of the source, other than an article or a title, is the same.
  func sharesName(_ other: ScoredQuotation) -> Bool { !names.isDisjoint(with: other.names) }

  /// Annotated and found, one to one, best first, each with at least half the words in common.
  static func pairs(_ gold: [ScoredQuotation], _ found: [ScoredQuotation]) -> [(gold: Int, found: Int)] {
    var all: [(share: Double, gold: Int, found: Int)] = []
    for row in gold.indices {
      for column in found.indices {
        let share = gold[row].overlap(found[column])
        if share >= 0.5 { all.append((share, row, column)) }
      }
    }
    all.sort { ($1.share, $0.gold, $0.found) < ($0.share, $1.gold, $1.found) }
    var (goldLeft, foundLeft) = (Set(gold.indices), Set(found.indices))
    return all.compactMap { pair in
      guard goldLeft.contains(pair.gold), foundLeft.contains(pair.found) else { return nil }
      goldLeft.remove(pair.gold)
      foundLeft.remove(pair.found)
      return (pair.gold, pair.found)
    }
  }
}
