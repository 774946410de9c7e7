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

  /// An empty vocabulary.
  init(_ lists: WordLists) { self.lists = lists }

  /// The word of these bytes. O(bytes); words are told apart by a 64-bit hash.
  mutating func word(_ bytes: some Collection<UInt8>) -> Word {
    folded.removeAll(keepingCapacity: true)
    Folding.append(bytes, to: &folded)
    // `Sept.`, and a full stop that was taken for an abbreviation's; `U.S.` keeps its own.
    if folded.last == 0x2E, folded.firstIndex(of: 0x2E) == folded.count - 1 { folded.removeLast() }
    let key = FNV.hash64(folded)
    if let row = rows[key] { return words[Int(row)] }
    let stem = stemmer.stem(folded)
    let hash = FNV.hash32(stem)
    let word = Word(
      stem: String(decoding: stem, as: UTF8.self), hash: hash, form: FNV.hash32(folded),
      isStopword: lists.stopwords.contains(hash),
      isTopicStopword: lists.topicStopwords.contains(hash), isCalendar: WordLists.calendar.contains(hash),
      isWord: folded.count > 1 && folded.first.map { $0 &- 97 < 26 || $0 >= 0x80 } == true)
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
