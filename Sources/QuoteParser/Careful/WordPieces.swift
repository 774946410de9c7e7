import QuoteModel

/// Splits text into the pieces of the careful network's vocabulary: words by white space and punctuation, accents and
/// capitals dropped, then the longest pieces from the left (WordPiece; Devlin et al. 2019). O(bytes).
struct WordPieces: Sendable {
  /// A piece, and where the word it belongs to begins in the text.
  struct Piece {
    var id: Int32
    /// 0 for the first piece of a word, more for those that go on.
    var isFirst: Bool
    /// Byte of the text at which its word begins.
    var start: UInt32
    /// Capitals of its word: 0 none, 1 at the beginning, 2 everywhere.
    var casing: UInt8
  }

  private let table: PieceTable
  let classify: Int32
  let separator: Int32
  private let unknown: Int32
  private static let longestWord = 100
  /// What stands before pieces that go on a word.
  private static let goesOn = Array("##".utf8)

  /// A vocabulary of one piece a line, those that go on a word with `##` before them. O(bytes).
  init(_ vocabulary: UnsafeRawBufferPointer) {
    table = PieceTable(vocabulary)
    classify = table.row("[CLS]") ?? 0
    separator = table.row("[SEP]") ?? 0
    unknown = table.row("[UNK]") ?? 0
  }

  /// The pieces of a stretch of text, in order.
  func pieces(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Piece] {
    var out: [Piece] = []
    var word: [UInt8] = []
    var (start, uppers, letters, firstUpper) = (0, 0, 0, false)
    func flush() {
      guard !word.isEmpty else { return }
      let casing: UInt8 = letters == 0 || !firstUpper ? 0 : letters > 1 && uppers == letters ? 2 : 1
      append(Folding.bytes(String(decoding: word, as: UTF8.self)), start, casing, to: &out)
      word.removeAll(keepingCapacity: true)
      (uppers, letters, firstUpper) = (0, 0, false)
    }
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = Self.scalar(text, at, range.upperBound)
      defer { at += length }
      if Self.isSpace(scalar) {
        flush()
      } else if Self.isPunctuation(scalar) {
        flush()
        append(Array(text[at..<at + length]), at, 0, to: &out)
      } else {
        if word.isEmpty { start = at }
        if scalar.properties.isAlphabetic {
          letters += 1
          if scalar.properties.isUppercase {
            uppers += 1
            if letters == 1 { firstUpper = true }
          }
        }
        word += text[at..<at + length]
      }
    }
    flush()
    return out
  }

  private func append(_ word: [UInt8], _ start: Int, _ casing: UInt8, to out: inout [Piece]) {
    let before = out.count
    var at = 0
    while at < word.count, word.count <= Self.longestWord {
      guard let (id, end) = longest(word[at...], goesOn: at > 0) else { break }
      out.append(Piece(id: id, isFirst: at == 0, start: UInt32(start), casing: casing))
      at = end
    }
    if at < word.count {
      out.removeSubrange(before...)
      out.append(Piece(id: unknown, isFirst: true, start: UInt32(start), casing: casing))
    }
  }

  /// The longest piece that some letters begin with, and where it ends. O(letters + places looked up).
  private func longest(_ letters: ArraySlice<UInt8>, goesOn: Bool) -> (id: Int32, end: Int)? {
    let mark = goesOn ? Self.goesOn : []
    var hash = mark.reduce(PieceTable.seed, PieceTable.hash)
    let hashes = letters.map { byte in
      hash = PieceTable.hash(hash, byte)
      return hash
    }
    for length in stride(from: letters.count, to: 0, by: -1) {
      let piece = letters.prefix(length)
      if let id = table.row(hashes[length - 1], piece, behind: mark) { return (id, piece.endIndex) }
    }
    return nil
  }

  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (
    UnicodeScalar, Int
  ) {
    let first = text[at]
    if first < 0x80 { return (UnicodeScalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard at + length <= end else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for next in at + 1..<at + length { value = value << 6 | UInt32(text[next] & 0x3F) }
    return (UnicodeScalar(value) ?? "\u{FFFD}", length)
  }

  private static func isSpace(_ scalar: UnicodeScalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.isWhitespace
  }

  private static func isPunctuation(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case ..<128: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
