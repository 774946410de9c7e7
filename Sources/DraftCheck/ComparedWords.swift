import QuoteModel

/// A text as a comparison sees it: its words, without case, accents and punctuation.
struct ComparedWords {
  /// A hash of each word's folded letters.
  private(set) var hashes: [UInt64] = []
  /// Where each stands, in bytes of the whole text.
  private(set) var ranges: [TextRange] = []
  /// Words before which any others may have been left out: an ellipsis or brackets stand there.
  private(set) var gaps: Set<Int> = []

  var count: Int { hashes.count }

  /// The words of a text. O(text).
  init(_ text: String) { self.init(text, in: TextRange(0, text.utf8.count), isQuoted: false) }

  /// The words of a part of a text that quotes another: what stands in brackets is the writer's own and no word, and
  /// an ellipsis is a gap. O(part).
  init(quoted range: TextRange, in text: String) { self.init(text, in: range, isQuoted: true) }

  private init(_ text: String, in range: TextRange, isQuoted: Bool) {
    var (at, start, depth, points) = (range.lower, -1, 0, 0)
    var word = ""
    for scalar in text[range].unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isInside(scalar, word) {
        if depth == 0 {
          if start < 0 { start = at }
          word.unicodeScalars.append(scalar)
        }
        points = 0
      } else {
        add(&word, start, at)
        start = -1
        if isQuoted {
          points = scalar == "." ? points + 1 : 0
          if scalar == "[" { depth += 1 }
          if scalar == "]" { depth = max(0, depth - 1) }
          if scalar == "[" || scalar == "]" || scalar == "…" || points == 3 { gaps.insert(count) }
        }
      }
      at += UTF8.width(scalar)
    }
    add(&word, start, at)
  }

  /// An apostrophe or an accent of its own belongs to the word it stands in.
  private func isInside(_ scalar: Unicode.Scalar, _ word: String) -> Bool {
    !word.isEmpty && (scalar == "'" || scalar == "’" || scalar.properties.generalCategory == .nonspacingMark)
  }

  private mutating func add(_ word: inout String, _ start: Int, _ end: Int) {
    guard !word.isEmpty else { return }
    // What closes a quotation looks like an apostrophe.
    let folded = Folding.bytes(word).reversed().drop { $0 == UInt8(ascii: "'") }.reversed()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in folded { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hashes.append(hash)
    ranges.append(TextRange(start, end))
    word = ""
  }
}
