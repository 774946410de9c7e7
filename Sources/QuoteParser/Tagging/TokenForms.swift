import QuoteModel

/// What the part-of-speech tagger sees of each token's letters, computed once an article. O(bytes).
package struct TokenForms: Sendable {
  /// One token.
  package struct Form: Sendable {
    /// Hash of the token in lower case, digits alike, marks of typesetters as typewriters have them.
    package var word = WordHash.seed
    /// Hashes of the last one to five bytes.
    package var suffixes = InlineArray<5, UInt32>(repeating: 0)
    /// Hashes of the first one to three characters.
    package var prefixes = InlineArray<3, UInt32>(repeating: 0)
    /// Hash of its runs of capitals, small letters, digits and marks: `U.S.` and `A.B.` are alike.
    package var pattern = WordHash.seed
    /// Mark, lower, capital and so on: the classes of `Shape`.
    package var shape: UInt8 = 0
    /// Bytes, 255 at most.
    package var length: UInt8 = 0
    /// 1 where white space stands before it, 2 where behind.
    package var spaces: UInt8 = 0
    /// What the article shows of the word: 1 it has it in lower case, 2 capitalised inside a sentence,
    /// 4 this one's sentence is in title case or capitals, where a capital tells nothing.
    package var elsewhere: UInt8 = 0
    /// What the lexicon knows.
    package var known = WordClasses.Entry()

    /// Nothing: what stands before and behind a sentence.
    package init() {}
  }

  /// Of each token.
  package private(set) var forms: [Form] = []

  /// Looks at every token of an article.
  package init(_ words: Words, _ sentences: [Sentence], _ classes: WordClasses) {
    forms.reserveCapacity(words.count)
    var end = UInt32.max
    for (at, range) in words.ranges.enumerated() {
      var form = Form(words.bytes, range, shape: words.shapes[at])
      form.known = classes[form.word]
      if range.start != end {
        form.spaces = 1
        if at > 0 { forms[at - 1].spaces |= 2 }
      }
      end = range.end
      forms.append(form)
    }
    lookElsewhere(sentences)
  }

  /// Tells names from words that only begin a sentence by how the article writes them in other places.
  private mutating func lookElsewhere(_ sentences: [Sentence]) {
    let slots = 8192
    var seen = [UInt8](repeating: 0, count: slots)
    for sentence in sentences {
      let tells = capitalsTell(sentence.tokens)
      for at in sentence.tokens {
        if !tells { forms[at].elsewhere = 4 }
        let slot = Int(forms[at].word) & (slots - 1)
        if forms[at].shape == Shape.lower {
          seen[slot] |= 1
        } else if forms[at].shape == Shape.capital, tells, at > sentence.tokens.lowerBound,
          forms[at - 1].shape != Shape.mark
        {
          seen[slot] |= 2
        }
      }
    }
    for at in forms.indices { forms[at].elsewhere |= seen[Int(forms[at].word) & (slots - 1)] }
  }

  /// Whether more long words are in lower case than words are capitalised.
  private func capitalsTell(_ tokens: Range<Int>) -> Bool {
    var (capitals, lowers) = (0, 0)
    for at in tokens {
      switch forms[at].shape {
      case Shape.capital, Shape.upper: capitals += 1
      case Shape.lower where forms[at].length > 3: lowers += 1
      default: break
      }
    }
    return lowers >= capitals
  }
}

extension TokenForms.Form {
  /// Of the bytes in `range`, whose shape is known.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange, shape: UInt8) {
    self.shape = shape & 7
    length = UInt8(min(255, range.count))
    var (at, characters) = (range.lower, 0)
    var last: UInt8 = 0
    while at < range.upper {
      let (byte, count) = Self.plain(bytes, at, range.upper)
      let kind: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): kind = 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: kind = 2
      case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = 3
      default: kind = byte
      }
      word = WordHash.step(word, Self.folded(byte))
      if characters < 3 { prefixes[characters] = word }
      if kind != last { pattern = WordHash.step(pattern, kind) }
      last = kind
      characters += 1
      at += count
    }
    var suffix = WordHash.seed
    for count in 0..<min(5, range.count) {
      suffix = WordHash.step(suffix, Self.folded(bytes[range.upper - 1 - count]))
      suffixes[count] = suffix
    }
  }

  /// The byte at `at`, curly marks and dashes as ASCII has them, and how many bytes it took.
  @inline(__always)
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (UInt8, Int) {
    guard bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 else { return (bytes[at], 1) }
    switch bytes[at + 2] {
    case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
    case 0x93, 0x94: return (UInt8(ascii: "-"), 3)
    case 0x9C, 0x9D, 0x9E: return (UInt8(ascii: "\""), 3)
    default: return (bytes[at], 1)
    }
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 {
    ByteKind.isUpper(byte) ? byte | 0x20 : ByteKind.isDigit(byte) ? UInt8(ascii: "0") : byte
  }
}
