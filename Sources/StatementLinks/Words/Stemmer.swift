import CStemmer

/// Snowball's English stemmer. A stemmer belongs to one call: libstemmer keeps the word in the object.
struct Stemmer: ~Copyable {
  private let handle: OpaquePointer?

  /// A stemmer; where there is no memory for one, words stay as they are.
  init() { handle = sb_stemmer_new("english", "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a folded word, in its American spelling. O(bytes).
  borrowing func stem(_ word: [UInt8]) -> [UInt8] {
    let word = Spelling.american(word)
    guard let handle, let stem = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}
