/// What each word can be: a class, such as every word that is both a noun and the base form of a verb.
///
/// Bytes of a hash table with a power of two of slots of four bytes, little-endian: the upper half of the
/// word's hash, a tag plus one where the word never has another, the class from 1; a slot of 0 is empty.
package struct WordClasses: @unchecked Sendable {
  // The bytes are read-only memory that lives as long as the process.
  private let slots: UnsafeRawBufferPointer
  private let mask: Int

  /// What is known of a word; zeros where nothing is.
  package struct Entry: Sendable, Equatable {
    /// Which class of the lexicon it is in.
    package var wordClass: UInt8 = 0
    /// Its only tag, plus one; 0 for none.
    package var onlyTag: UInt8 = 0

    /// An entry of those two.
    package init(wordClass: UInt8 = 0, onlyTag: UInt8 = 0) {
      (self.wordClass, self.onlyTag) = (wordClass, onlyTag)
    }
  }

  /// Reads a table where it lies.
  package init(_ bytes: UnsafeRawBufferPointer) {
    slots = bytes
    mask = bytes.count / 4 - 1
  }

  /// O(1).
  package subscript(word: UInt32) -> Entry {
    guard mask >= 0 else { return Entry() }
    let hash = WordHash.mix(word, 0)
    var slot = Int(hash) & mask
    while true {
      let value = slots.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self)
      if value == 0 { return Entry() }
      if value >> 16 == hash >> 16 {
        return Entry(
          wordClass: UInt8(truncatingIfNeeded: value), onlyTag: UInt8(truncatingIfNeeded: value >> 8))
      }
      slot = (slot + 1) & mask
    }
  }

  /// The bytes of a table of those words.
  package static func bytes(_ entries: [UInt32: Entry]) -> [UInt8] {
    var size = 2
    while size * 3 < entries.count * 4 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (word, entry) in entries.sorted(by: { $0.key < $1.key }) where entry != Entry() {
      let hash = WordHash.mix(word, 0)
      var slot = Int(hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash & 0xFFFF_0000 | UInt32(entry.onlyTag) << 8 | UInt32(entry.wordClass)
    }
    return slots.flatMap { slot in withUnsafeBytes(of: slot.littleEndian) { Array($0) } }
  }
}
