import QuoteModel

/// What the part-of-speech tagger asks of a token: its form, affixes and shape (Ratnaparkhi 1996; Toutanova et al.
/// 2003), its neighbours, the two tags before it, the lexicon's classes, and how the article writes it elsewhere.
package enum PartOfSpeechFeatures {
  /// At most that many features a token.
  package static let capacity = 64

  /// Fills the buffer with the features of token `at`; `tags` are needed of the tokens before it alone.
  @inline(__always)
  package static func features(
    _ forms: UnsafeBufferPointer<TokenForms.Form>, _ tags: UnsafePointer<UInt8>, _ at: Int,
    _ sentence: Range<Int>, _ buffer: inout FeatureBuffer
  ) {
    let outside = TokenForms.Form()
    let isFirst = at == sentence.lowerBound
    let hasTwo = at > sentence.lowerBound + 1
    let this = forms[at]
    let before = isFirst ? outside : forms[at - 1]
    let after = at + 1 < sentence.upperBound ? forms[at + 1] : outside
    let one = isFirst ? 99 : UInt32(tags[at - 1])
    let two = hasTwo ? UInt32(tags[at - 2]) : 99
    buffer.clear()
    addForm(this, before, after, one, two, isFirst, &buffer)
    addContext(
      this, before, after, hasTwo ? forms[at - 2] : outside,
      at + 2 < sentence.upperBound ? forms[at + 2] : outside, one, two, &buffer)
  }

  @inline(__always)
  private static func addForm(
    _ this: TokenForms.Form, _ before: TokenForms.Form, _ after: TokenForms.Form, _ one: UInt32,
    _ two: UInt32,
    _ isFirst: Bool, _ buffer: inout FeatureBuffer
  ) {
    let shape = UInt32(this.shape)
    let capital = shape | (isFirst ? 8 : 0) | UInt32(this.elsewhere) << 4
    buffer.add(0, 0)
    buffer.add(1, this.word)
    buffer.add(2, this.word, one)
    buffer.add(3, this.word, after.word)
    buffer.add(4, before.word, this.word)
    buffer.add(5, this.word, capital)
    for length in 0..<5 { buffer.add(6 + UInt32(length), this.suffixes[length]) }
    for length in 0..<3 { buffer.add(11 + UInt32(length), this.prefixes[length]) }
    buffer.add(14, this.suffixes[1], one)
    buffer.add(15, this.suffixes[2], one)
    buffer.add(16, this.suffixes[2], shape)
    buffer.add(17, this.suffixes[1], capital)
    buffer.add(18, this.pattern)
    buffer.add(20, shape, one)
    buffer.add(21, capital)
    buffer.add(22, capital, one)
    buffer.add(23, shape, UInt32(before.shape) | UInt32(after.shape) << 4)
    // Quotation marks open before a word and close behind one; a dash between spaces is no hyphen.
    if this.shape == Shape.mark {
      buffer.add(25, this.word, UInt32(this.spaces))
      buffer.add(26, UInt32(this.spaces), one)
    }
  }

  @inline(__always)
  private static func addContext(
    _ this: TokenForms.Form, _ before: TokenForms.Form, _ after: TokenForms.Form, _ before2: TokenForms.Form,
    _ after2: TokenForms.Form, _ one: UInt32, _ two: UInt32, _ buffer: inout FeatureBuffer
  ) {
    let kind = UInt32(this.known.wordClass)
    let kindAfter = UInt32(after.known.wordClass)
    buffer.add(30, before.word)
    buffer.add(31, after.word)
    buffer.add(32, before2.word)
    buffer.add(33, after2.word)
    buffer.add(34, one)
    buffer.add(35, one, two)
    buffer.add(36, after.word, one)
    buffer.add(37, after.suffixes[2], UInt32(after.shape))
    buffer.add(38, after.suffixes[1], one)
    buffer.add(39, before.suffixes[2], one)
    buffer.add(40, after2.suffixes[2])
    buffer.add(41, after.pattern)
    buffer.add(43, kind)
    buffer.add(44, kindAfter)
    buffer.add(45, UInt32(before.known.wordClass))
    buffer.add(46, UInt32(after2.known.wordClass))
    buffer.add(47, kind, kindAfter)
    buffer.add(48, kind, one)
    buffer.add(49, kindAfter, one)
  }
}
