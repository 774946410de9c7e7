/// A regular expression over folded text: accents off, case off unless a capital was typed.
///
/// Known: letters as they are, `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S`, `\b`, `^`, `$`, `(…)`, `|`, `*`, `+`,
/// `?`, `{2}`, `{2,}`, `{2,4}`, and `\` before a sign that shall stand for itself. Matching takes time in
/// proportion to the text, whatever the pattern (Thompson 1968).
public struct Pattern: Sendable, Hashable {
  /// Why a text is no pattern.
  public struct Failure: Error, Sendable, Hashable {
    /// What to tell the person who typed it.
    public var message: String
  }

  /// The text it was made from.
  public let source: String
  /// Whether case counts.
  let keepsCase: Bool
  /// Steps of the automaton; `0` is where it starts.
  let steps: [Step]

  /// A step of the automaton; numbers are those of the steps behind it.
  enum Step: Sendable, Hashable {
    /// Takes one byte of a set.
    case take(ByteSet, Int)
    /// Goes both ways.
    case split(Int, Int)
    /// Goes on where the place is so.
    case when(Place, Int)
    case found
  }

  enum Place: Sendable, Hashable {
    // swift-format-ignore
    case start, end, wordEdge
  }

  /// Reads a pattern. O(pattern), repetitions written out.
  public init(_ source: String) throws(Failure) {
    self.source = source
    keepsCase = Pattern.hasCapital(source)
    var reader = PatternReader(source, keepsCase: keepsCase)
    let tree = try reader.read()
    var builder = PatternBuilder()
    steps = try builder.build(tree)
  }

  /// `\W` is no capital that somebody looks for.
  private static func hasCapital(_ source: String) -> Bool {
    var isEscaped = false
    for character in source {
      if character.isUppercase, !isEscaped { return true }
      isEscaped = character == "\\" && !isEscaped
    }
    return false
  }

  /// Patterns with the same text are the same.
  public static func == (a: Pattern, b: Pattern) -> Bool { a.source == b.source }
  /// By its text.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// Whether a text holds a match. O(text).
  public func isFound(in text: Substring) -> Bool {
    var matcher = PatternMatcher(self)
    var text = text
    return text.withUTF8 { matcher.isFound(in: $0) }
  }

  /// Every match, the longest at its place, none of them empty, as bytes from the start of the text.
  /// O(text · longest match).
  public func ranges(in text: Substring) -> [Range<Int>] {
    var matcher = PatternMatcher(self)
    var text = text
    return text.withUTF8 { bytes in
      var (found, at): ([Range<Int>], Int) = ([], 0)
      while at < bytes.count {
        if let end = matcher.end(of: bytes, from: at), end > at {
          found.append(at..<end)
          at = end
        } else {
          at += 1
        }
      }
      return found
    }
  }
}

/// A set of bytes.
struct ByteSet: Sendable, Hashable {
  private var low: SIMD2<UInt64> = .zero
  private var high: SIMD2<UInt64> = .zero

  init() {}

  init(_ ranges: ClosedRange<UInt8>...) {
    for range in ranges { for byte in range { insert(byte) } }
  }

  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low[0] |= bit
    case 1: low[1] |= bit
    case 2: high[0] |= bit
    default: high[1] |= bit
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: low[0]
      case 1: low[1]
      case 2: high[0]
      default: high[1]
      }
    return word & (1 << UInt64(byte & 63)) != 0
  }

  mutating func formUnion(_ other: ByteSet) {
    low |= other.low
    high |= other.high
  }

  /// The ASCII bytes that are not in it.
  var asciiComplement: ByteSet {
    var out = ByteSet()
    for byte in UInt8(0)...0x7F where !contains(byte) { out.insert(byte) }
    return out
  }
}
