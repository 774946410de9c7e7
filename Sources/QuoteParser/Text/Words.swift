import QuoteModel

/// The tokens of one article with what every stage asks of them, computed once. O(bytes).
package struct Words {
  package let bytes: UnsafeBufferPointer<UInt8>
  package var ranges: [TextRange]
  /// Hash of each token in lower case.
  package var lower: [UInt32] = []
  /// Coarse shape: see `Shape`.
  package var shapes: [UInt8] = []
  /// Part of speech of each, once tagged.
  package var tags: [PartOfSpeech] = []

  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ ranges: [TextRange]) {
    self.bytes = bytes
    self.ranges = ranges
    lower.reserveCapacity(ranges.count)
    shapes.reserveCapacity(ranges.count)
    for range in ranges {
      lower.append(WordHash.lowercased(bytes, range.lower, range.upper))
      shapes.append(Shape.of(bytes, range))
    }
  }

  package var count: Int { ranges.count }
  func count(_ at: Int) -> Int { ranges[at].count }
  func form(_ at: Int) -> UInt32 { lower[at] }
  func isCapital(_ at: Int) -> Bool { shapes[at] & 7 == Shape.capital || shapes[at] & 7 == Shape.upper }
  func isLowercase(_ at: Int) -> Bool { shapes[at] & 7 == Shape.lower }
  func isWord(_ at: Int) -> Bool { shapes[at] & 7 != Shape.mark }
  func isSpecialI(_ at: Int) -> Bool { ranges[at].count == 1 && bytes[ranges[at].lower] == UInt8(ascii: "I") }
  func endsInStop(_ at: Int) -> Bool {
    ranges[at].count > 1 && bytes[ranges[at].upper - 1] == UInt8(ascii: ".")
  }
  func isTitle(_ at: Int) -> Bool { Form.titles.contains(lower[at]) }
  func text(_ at: Int) -> String {
    String(decoding: bytes[ranges[at].lower..<ranges[at].upper], as: UTF8.self)
  }
  func text(_ span: Range<Int>) -> String {
    guard !span.isEmpty else { return "" }
    let text = bytes[ranges[span.lowerBound].lower..<ranges[span.upperBound - 1].upper]
    return String(decoding: text, as: UTF8.self)
  }
  func range(_ span: Range<Int>) -> TextRange {
    TextRange(ranges[span.lowerBound].lower, ranges[span.upperBound - 1].upper)
  }
  /// Whether any white space stands before the token.
  func hasSpaceBefore(_ at: Int) -> Bool { at == 0 || ranges[at].start > ranges[at - 1].end }
  /// Hash of the last `n` bytes in lower case.
  func suffix(_ at: Int, _ n: Int) -> UInt32 {
    let range = ranges[at]
    return WordHash.lowercased(bytes, max(range.lower, range.upper - n), range.upper)
  }
  /// Hash of the first `n` bytes in lower case.
  func prefix(_ at: Int, _ n: Int) -> UInt32 {
    let range = ranges[at]
    return WordHash.lowercased(bytes, range.lower, min(range.upper, range.lower + n))
  }
}

/// What a token looks like: a class in the low three bits, flags above.
enum Shape {
  static let mark: UInt8 = 0
  static let lower: UInt8 = 1
  static let capital: UInt8 = 2
  static let upper: UInt8 = 3
  static let number: UInt8 = 4
  static let mixed: UInt8 = 5
  static let hyphen: UInt8 = 8
  static let stop: UInt8 = 16

  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> UInt8 {
    var (uppers, lowers, digits) = (0, 0, 0)
    var flags: UInt8 = 0
    for at in range.lower..<range.upper {
      let byte = bytes[at]
      if ByteKind.isUpper(byte) {
        uppers += 1
      } else if ByteKind.isLower(byte) {
        lowers += 1
      } else if ByteKind.isDigit(byte) {
        digits += 1
      } else if byte == 0x2D {
        flags |= hyphen
      } else if byte == 0x2E {
        flags |= stop
      } else if byte >= 0xC3, byte != 0xE2, byte < 0xF0 {
        if at == range.lower, byte == 0xC3, at + 1 < bytes.count, bytes[at + 1] < 0xA0 {
          uppers += 1
        } else {
          lowers += 1
        }
      }
    }
    if uppers + lowers + digits == 0 { return mark | flags }
    if digits > 0 { return (uppers + lowers == 0 ? number : mixed) | flags }
    if uppers == 0 { return lower | flags }
    let first = bytes[range.lower]
    let firstUpper = ByteKind.isUpper(first) || first == 0xC3
    if lowers == 0 { return (uppers == 1 ? capital : upper) | flags }
    return (firstUpper ? capital : mixed) | flags
  }
}

/// Hashes of forms that stages ask for by name.
enum Form {
  static let stop = WordHash.lowercased(".")
  static let comma = WordHash.lowercased(",")
  static let colon = WordHash.lowercased(":")
  static let semicolon = WordHash.lowercased(";")
  /// Dashes, and the hyphens that stand for them.
  static let dashes = set("- -- \u{2013} \u{2014}")
  static let question = WordHash.lowercased("?")
  static let exclamation = WordHash.lowercased("!")
  static let ellipsis = WordHash.lowercased("…")
  static let straightDouble = WordHash.lowercased("\"")
  static let openDouble = WordHash.lowercased("“")
  static let closeDouble = WordHash.lowercased("”")
  static let straightSingle = WordHash.lowercased("'")
  static let openSingle = WordHash.lowercased("‘")
  static let closeSingle = WordHash.lowercased("’")
  static let backticks = WordHash.lowercased("``")
  static let twoApostrophes = WordHash.lowercased("''")
  static let openGuillemet = WordHash.lowercased("«")
  static let closeGuillemet = WordHash.lowercased("»")
  static let lowDouble = WordHash.lowercased("„")
  static let openBracket = WordHash.lowercased("(")
  static let closeBracket = WordHash.lowercased(")")
  static let that = WordHash.lowercased("that")
  static let to = WordHash.lowercased("to")
  static let by = WordHash.lowercased("by")
  static let and = WordHash.lowercased("and")
  static let like = WordHash.lowercased("like")
  static let slash = WordHash.lowercased("/")
  static let of = WordHash.lowercased("of")
  static let whether = WordHash.lowercased("whether")
  static let possessive: Set<UInt32> = set("'s ’s ' ’")
  /// Determiners of somebody or something new.
  static let indefinites = set("a an another one")
  static let starters = set(
    "the a an he she it they we i you in on at but and if this that these those his her its their when while as "
      + "for after before however according mr mr. mrs mrs. ms ms. there what who why how")
  static let titles = set(
    "mr. mrs. ms. dr. sen. rep. gov. gen. lt. sgt. col. capt. prof. st. rev. hon. maj. sens. reps.")

  static func set(_ words: String) -> Set<UInt32> {
    Set(words.split(separator: " ").map { WordHash.lowercased($0) })
  }
}
