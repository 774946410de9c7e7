/// The words met in one call, each folded and stemmed once.
struct Vocabulary: ~Copyable {
  /// A word as linking sees it.
  struct Word {
    /// The folded stem.
    let stem: String
    /// `FNV.hash32` of the stem.
    let hash: UInt32
    /// Whether it says nothing by itself.
    let isStopword: Bool
    /// Whether it is no topic by itself.
    let isTopicStopword: Bool
    /// Whether it names a day or a month.
    let isCalendar: Bool
    /// Whether it has a letter and more than one character.
    let isWord: Bool
  }

  private let lists: WordLists
  private let stemmer = Stemmer()
  private var rows: [UInt64: Int32] = [:]
  private var words: [Word] = []
  private var folded: [UInt8] = []

  /// An empty vocabulary.
  init(_ lists: WordLists) { self.lists = lists }

  /// The word of these bytes. O(bytes); words are told apart by a 64-bit hash.
  mutating func word(_ bytes: some Collection<UInt8>) -> Word {
    folded.removeAll(keepingCapacity: true)
    Folding.append(bytes, to: &folded)
    let key = FNV.hash64(folded)
    if let row = rows[key] { return words[Int(row)] }
    let stem = stemmer.stem(folded)
    let hash = FNV.hash32(stem)
    let word = Word(
      stem: String(decoding: stem, as: UTF8.self), hash: hash, isStopword: lists.stopwords.contains(hash),
      isTopicStopword: lists.topicStopwords.contains(hash), isCalendar: WordLists.calendar.contains(hash),
      isWord: folded.count > 1 && folded.contains { $0 &- 97 < 26 || $0 >= 0x80 })
    rows[key] = Int32(words.count)
    words.append(word)
    return word
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
