/// Which words are cues, and how surely, as the trainer counted them: pairs of a word's hash and a strength
/// 1...3. Open addressing, so that a look-up is one or two loads.
package struct CueLexicon: Sendable {
  private let slots: [UInt64]
  private let mask: Int

  /// A lexicon of those words.
  package init(_ entries: [(word: UInt32, strength: UInt8)]) {
    var size = 64
    while size < entries.count * 3 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for entry in entries {
      var at = Int(entry.word) & (size - 1)
      while slots[at] != 0 { at = (at + 1) & (size - 1) }
      slots[at] = UInt64(entry.word) << 8 | UInt64(entry.strength)
    }
    self.slots = slots
    mask = size - 1
  }

  /// Reads entries of five bytes, hash and strength.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.init(
      stride(from: 0, to: bytes.count - bytes.count % 5, by: 5).map {
        (bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self), bytes[$0 + 4])
      })
  }

  /// 0 for a word that is no cue.
  @inline(__always)
  package subscript(word: UInt32) -> UInt32 {
    var at = Int(word) & mask
    while slots[at] != 0 {
      if UInt32(truncatingIfNeeded: slots[at] >> 8) == word { return UInt32(slots[at] & 0xFF) }
      at = (at + 1) & mask
    }
    return 0
  }
}
