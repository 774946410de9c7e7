import Glibc

/// Which words stand in which quotations of a segment: an inverted file over folded words, where a word is a run of
/// letters, figures and what is beyond ASCII.
///
/// Letters without a gap between them are looked for among the words, not in the texts: what holds them holds one of the
/// words that hold them. Words stand one behind the other, each ended by a zero; the record of each in `postings` holds
/// its rows as distances.
struct WordIndex: Sendable {
  /// The folded words, in the order first seen.
  var words: [UInt8] = []
  /// Where the first, the seventeenth … word begins.
  var blocks: [UInt32] = []
  /// The rows of each word.
  var postings = RecordLists()

  /// Whether a folded byte belongs to a word.
  @inline(__always)
  static func isOfWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// Shows the row of every quotation of which a word holds `letters`, which are all of a word; some rows more than
  /// once. O(words + rows).
  func forEachRow(holding letters: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    words.withUnsafeBufferPointer { words in
      postings.bytes.withUnsafeBufferPointer { postings in
        var cursor = WordCursor()
        var from = 0
        let rarest = WordIndex.rarest(of: letters)
        while let found = WordIndex.find(letters, rarest, in: words, from: from) {
          cursor.advance(to: found, words, postings, self)
          WordIndex.read(postings, at: cursor.posting, body)
          from = cursor.wordEnd
        }
      }
    }
  }

  /// The next place of the letters at or behind `from`: where their rarest one is, the others are compared. O(words).
  private static func find(
    _ letters: UnsafeBufferPointer<UInt8>, _ rarest: Int, in words: UnsafeBufferPointer<UInt8>, from: Int
  ) -> Int? {
    guard let start = words.baseAddress, let needle = letters.baseAddress else { return nil }
    var at = from + rarest
    while at < words.count, let hit = memchr(start + at, Int32(needle[rarest]), words.count - at) {
      let place = UnsafeRawPointer(hit) - UnsafeRawPointer(start) - rarest
      if place + letters.count <= words.count, memcmp(start + place, needle, letters.count) == 0 {
        return place
      }
      at = place + rarest + 1
    }
    return nil
  }

  /// Which of the letters is the rarest in English.
  private static func rarest(of letters: UnsafeBufferPointer<UInt8>) -> Int {
    let order = Array("etaoinshrdlcumwfgypbvkjxqz".utf8)
    return letters.indices.max { a, b in
      (order.firstIndex(of: letters[a]) ?? order.count) < (order.firstIndex(of: letters[b]) ?? order.count)
    } ?? 0
  }

  /// Shows the rows of the list at `place`.
  @inline(__always)
  private static func read(_ postings: UnsafeBufferPointer<UInt8>, at place: Int, _ body: (Int) -> Void) {
    var at = place
    let length = RecordLists.length(postings, &at)
    let end = at + length
    var row = 0
    while at < end {
      row += RecordLists.number(postings, &at)
      body(row)
    }
  }
}

/// A walk over the words of an index.
private struct WordCursor {
  private var block = 0
  private var word = 0
  /// Where the list of the word stands.
  private(set) var posting = 0
  /// Behind the word and its zero.
  private(set) var wordEnd = 0

  /// Goes on to the word that the byte at `place` belongs to. O(blocks between).
  mutating func advance(
    to place: Int, _ words: UnsafeBufferPointer<UInt8>, _ postings: UnsafeBufferPointer<UInt8>,
    _ index: WordIndex
  ) {
    let old = block
    while block + 1 < index.blocks.count, Int(index.blocks[block + 1]) <= place { block += 1 }
    if block != old || wordEnd == 0 {
      (word, posting) = (Int(index.blocks[block]), Int(index.postings.blocks[block]))
      wordEnd = end(of: word, words)
    }
    while wordEnd <= place, wordEnd < words.count {
      word = wordEnd
      wordEnd = end(of: word, words)
      posting = RecordLists.end(of: postings, posting)
    }
  }

  private func end(of word: Int, _ words: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = words.baseAddress, let end = memchr(start + word, 0, words.count - word) else {
      return words.count
    }
    return UnsafeRawPointer(end) - UnsafeRawPointer(start) + 1
  }
}

/// Takes up the words of one quotation after the other and makes their index.
struct WordIndexBuilder {
  private var words: [UInt8] = []
  private var starts: [UInt32] = []
  private var hashes: [UInt64] = []
  /// The row that each word was seen in last, and in how many it was.
  private var lastRows: [Int32] = []
  private var counts: [Int32] = []
  /// Open addressing: words by hash, -1 where there is none.
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private var entries: [(word: Int32, row: Int32)] = []

  /// Takes a span of a quotation's text; rows come in ascending order. O(span).
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, row: Int32) {
    let begin = words.count
    var (at, hash, start) = (0, WordIndexBuilder.seed, begin)
    while let step = Folding.next(text, &at, keepingCase: false) {
      for index in 0..<step.count {
        let byte = step[index]
        if WordIndex.isOfWord(byte) {
          words.append(byte)
          hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        } else if words.count > start {
          endWord(from: start, hash, row)
          (hash, start) = (WordIndexBuilder.seed, words.count)
        }
      }
    }
    if words.count > start { endWord(from: start, hash, row) }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The bytes behind `start` are a word: a new one, which stays, or one known, which gives way.
  private mutating func endWord(from start: Int, _ hash: UInt64, _ row: Int32) {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, isWord(known, from: start) {
        words.removeLast(words.count - start)
        return note(Int32(known), row)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    words.append(0)
    starts.append(UInt32(start))
    hashes.append(hash)
    lastRows.append(-1)
    counts.append(0)
    note(Int32(hashes.count - 1), row)
    if hashes.count * 2 > slots.count { grow() }
  }

  private func isWord(_ known: Int, from start: Int) -> Bool {
    words.withUnsafeBufferPointer { words in
      var (a, b) = (Int(starts[known]), start)
      while b < words.count, words[a] == words[b] { (a, b) = (a + 1, b + 1) }
      return b == words.count && words[a] == 0
    }
  }

  private mutating func note(_ word: Int32, _ row: Int32) {
    guard lastRows[Int(word)] != row else { return }
    lastRows[Int(word)] = row
    counts[Int(word)] += 1
    entries.append((word, row))
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (word, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(word)
    }
  }

  /// The index of all that was taken up. O(words + entries).
  func index() -> WordIndex {
    var next = [Int](repeating: 0, count: counts.count + 1)
    for (word, count) in counts.enumerated() { next[word + 1] = next[word] + Int(count) }
    var rows = [Int32](repeating: 0, count: entries.count)
    let ends = next
    for entry in entries {
      rows[next[Int(entry.word)]] = entry.row
      next[Int(entry.word)] += 1
    }
    var index = WordIndex()
    for word in counts.indices {
      if word % RecordLists.blockSize == 0 { index.blocks.append(starts[word]) }
      index.postings.append { record in
        var before: Int32 = 0
        for row in rows[ends[word]..<ends[word + 1]] {
          record.number(row - before)
          before = row
        }
      }
    }
    index.words = words
    return index
  }
}
