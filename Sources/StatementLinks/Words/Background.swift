import ResourceFiles

/// In how many documents of English news each word occurs, so that what is common everywhere is told from what
/// one collection is about. Made by `TrainModels`; words are hashes of stems.
package struct Background: Sendable {
  private let documents: Double
  private let shares: [UInt32: UInt16]

  /// The one embedded in the program; without it, every word is rare.
  package init() {
    self.init(ResourceFiles.bytes("Models/background.model") ?? UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Reads what `bytes(of:)` wrote: a mark, how many documents and words there are, the words' hashes ascending,
  /// in how many documents each is. Anything else gives a background in which every word is rare. O(words).
  package init(_ bytes: UnsafeRawBufferPointer) {
    func number(_ at: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
    guard bytes.count >= 12, bytes.starts(with: Self.mark), bytes.count == 12 + 6 * Int(number(8)) else {
      (documents, shares) = (1, [:])
      return
    }
    documents = Double(max(1, number(4)))
    let count = Int(number(8))
    var shares: [UInt32: UInt16] = Dictionary(minimumCapacity: count)
    for row in 0..<count {
      let at = 12 + 4 * count + 2 * row
      shares[number(12 + 4 * row)] = UInt16(
        littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self))
    }
    self.shares = shares
  }

  /// The share of documents a stem occurs in, 0...1. O(1).
  func share(_ stem: UInt32) -> Double { Double(shares[stem] ?? 0) / documents }

  private static let mark = Array("WSB1".utf8)

  /// Counts in how many documents each word is and writes those in three or more. O(bytes).
  package static func bytes(of documents: [String]) -> [UInt8] {
    var vocabulary = Vocabulary(WordLists())
    var counts: [UInt32: UInt16] = [:]
    for document in documents {
      var seen: Set<UInt32> = []
      for part in document.utf8.split(whereSeparator: { !Self.isLetter($0) }) {
        let word = vocabulary.word(part)
        if word.isWord, !word.isStopword { seen.insert(word.hash) }
      }
      for word in seen { counts[word, default: 0] += 1 }
    }
    let kept = counts.filter { $0.value >= 3 }.sorted { $0.key < $1.key }
    var out = mark
    func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { out += $0 } }
    append(UInt32(documents.count))
    append(UInt32(kept.count))
    for word in kept { append(word.key) }
    for word in kept { append(word.value) }
    return out
  }

  /// ASCII letters, and whatever is not ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0x80 }
}
