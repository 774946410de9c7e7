import QuoteModel

/// Hashes the wording of a statement, sentence by sentence and quotation mark by quotation mark: every word counts,
/// punctuation does not, so that copies meet however common their words are.
struct WordingHashes {
  /// Fewer words are no wording.
  static let leastWords = 5

  /// One hash for each sentence or quoted part that is long enough.
  private(set) var hashes: [UInt64] = []
  private var hash: UInt64 = 0
  private var words = 0

  /// Takes the next token. O(1).
  mutating func take(_ word: Vocabulary.Word, _ tag: PartOfSpeech) {
    switch tag {
    case .period, .openQuote, .closeQuote: end()
    case .comma, .colon, .HYPH, .openBracket, .closeBracket, .NFP: break
    default:
      hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(word.hash) &+ (hash >> 29)
      words += 1
    }
  }

  /// Ends a sentence or a span.
  mutating func end() {
    if words >= Self.leastWords { hashes.append(hash) }
    (hash, words) = (0, 0)
  }
}
