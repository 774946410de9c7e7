import QuoteModel

/// The words met in one call, each folded and stemmed once.
struct Vocabulary: ~Copyable {
  /// A word as linking sees it.
  struct Word {
    /// The folded stem.
    let stem: String
    /// `FNV.hash32` of the stem.
    let hash: UInt32
    /// `FNV.hash32` of the folded word itself.
    let form: UInt32
    /// Whether it says nothing by itself.
    let isStopword: Bool
    /// Whether it is no topic by itself.
    let isTopicStopword: Bool
    /// Whether it names a day or a month.
    let isCalendar: Bool
    /// Whether it begins with a letter and has more than one character.
    let isWord: Bool
  }

  private let lists: WordLists
  private let stemmer = Stemmer()
  private var rows: [UInt64: Int32] = [:]
  private var words: [Word] = []
  private var folded: [UInt8] = []
  /// For each token of the article its row of `words`, -1 where the text ends before it.
  private var ofTokens: [Int32] = []

  /// An empty vocabulary.
  init(_ lists: WordLists) { self.lists = lists }

  /// Looks up the tokens of an article, once for all who ask for them. O(bytes).
  mutating func read(_ tokens: [TextRange], of bytes: UnsafeBufferPointer<UInt8>) {
    ofTokens = []
    ofTokens.reserveCapacity(tokens.count)
    for range in tokens {
      ofTokens.append(range.upper <= bytes.count ? row(bytes[range.lower..<range.upper]) : -1)
    }
  }

  /// The word of a token that was read. O(1).
  subscript(token: Int) -> Word? {
    let row = ofTokens.indices.contains(token) ? Int(ofTokens[token]) : -1
    return row >= 0 ? words[row] : nil
  }

  /// The word of these bytes. O(bytes); words are told apart by a 64-bit hash.
  mutating func word(_ bytes: some Collection<UInt8>) -> Word { words[Int(row(bytes))] }

  private mutating func row(_ bytes: some Collection<UInt8>) -> Int32 {
    folded.removeAll(keepingCapacity: true)
    Folding.append(bytes, to: &folded)
    // `Sept.`, and a full stop that was taken for an abbreviation's; `U.S.` keeps its own.
    if folded.last == 0x2E, folded.firstIndex(of: 0x2E) == folded.count - 1 { folded.removeLast() }
    let key = FNV.hash64(folded)
    if let row = rows[key] { return row }
    let stem = stemmer.stem(folded)
    let hash = FNV.hash32(stem)
    let word = Word(
      stem: String(decoding: stem, as: UTF8.self), hash: hash, form: FNV.hash32(folded),
      isStopword: lists.stopwords.contains(hash),
      isTopicStopword: lists.topicStopwords.contains(hash), isCalendar: WordLists.calendar.contains(hash),
      isWord: folded.count > 1 && folded.first.map { $0 &- 97 < 26 || $0 >= 0x80 } == true)
    rows[key] = Int32(words.count)
    words.append(word)
    return Int32(words.count - 1)
  }

  /// The key a phrase of these words has: stems joined by spaces; hyphens part words as tokens do. O(bytes).
  mutating func key(of phrase: some StringProtocol) -> String {
    var out = ""
    for part in phrase.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }) {
      if !out.isEmpty { out += " " }
      out += word(part).stem
    }
    return out
  }
}
