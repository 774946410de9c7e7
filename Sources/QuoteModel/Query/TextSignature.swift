/// Which letters and pairs of letters a quotation's words hold: a search looks only at texts whose signature
/// holds that of what it looks for. 40 bytes.
///
/// Letters, digits and the most frequent pairs of letters have a bit of their own, so that for them the signature
/// alone tells whether they are there; the other pairs share what is left (Bloom 1970).
public struct TextSignature: Sendable, Hashable {
  private var letters: UInt64 = 0
  // Four words one by one: a vector would be aligned to 32 bytes, and take 64 in all.
  private var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// The signature of no text, which every other holds.
  public init() {}

  /// Whether all that is in `other` is in this one. O(1).
  @inline(__always)
  public func contains(_ other: TextSignature) -> Bool {
    letters & other.letters == other.letters && first & other.first == other.first
      && second & other.second == other.second && third & other.third == other.third
      && fourth & other.fourth == other.fourth
  }

  /// Adds the folded bytes of a text; pairs go over no edge of it. O(text).
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    TextSignature.pairBits.withUnsafeBufferPointer { table in
      var (at, last): (Int, UInt8?) = (0, nil)
      while let step = Folding.next(text, &at, keepingCase: false) {
        for index in 0..<step.count { add(step[index], behind: &last, table) }
      }
    }
  }

  /// Adds bytes that are folded already.
  mutating func add(folded bytes: [UInt8]) {
    TextSignature.pairBits.withUnsafeBufferPointer { table in
      var last: UInt8?
      for byte in bytes { add(byte, behind: &last, table) }
    }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8, behind last: inout UInt8?, _ table: UnsafeBufferPointer<UInt8>) {
    letters |= 1 << UInt64(TextSignature.bit(of: byte))
    if let last {
      let bit = TextSignature.pairBit(last, byte, table)
      let mask: UInt64 = 1 << UInt64(bit & 63)
      switch bit >> 6 {
      case 0: first |= mask
      case 1: second |= mask
      case 2: third |= mask
      default: fourth |= mask
      }
    }
    last = byte
  }

  /// Letters and digits have a bit of their own, everything else shares the rest.
  private static func bit(of byte: UInt8) -> UInt8 {
    if byte &- 0x61 < 26 { return byte - 0x61 }
    if byte &- 0x30 < 10 { return byte - 0x30 + 26 }
    return 36 + byte % 28
  }

  /// The bit of a pair: its own where it is frequent, else one of the last 100.
  @inline(__always)
  private static func pairBit(_ a: UInt8, _ b: UInt8, _ table: UnsafeBufferPointer<UInt8>) -> UInt8 {
    if a &- 0x61 < 26, b &- 0x61 < 26 {
      let own = table[Int(a - 0x61) * 26 + Int(b - 0x61)]
      if own != .max { return own }
    }
    return shared + UInt8(truncatingIfNeeded: (UInt32(a) << 8 | UInt32(b)) &* 0x9E37_79B1 >> 24)
      % (255 - shared)
  }

  /// Bits below it belong to one pair each.
  private static let shared = UInt8(frequentPairs.count)

  /// By pair of letters: its own bit, or 255.
  private static let pairBits: [UInt8] = {
    var table = [UInt8](repeating: .max, count: 26 * 26)
    for (bit, pair) in frequentPairs.enumerated() {
      let letters = Array(pair.utf8)
      table[Int(letters[0] - 0x61) * 26 + Int(letters[1] - 0x61)] = UInt8(bit)
    }
    return table
  }()

  /// The pairs of letters that English prose has most often.
  private static let frequentPairs =
    """
    th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic \
    ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un \
    lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev \
    ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu \
    rn sc gi da yo cr cl du ga qu ue
    """.split(separator: " ").map(String.init)

  /// Whether the signature alone tells that a text holds these folded bytes: a letter, a digit, a frequent pair.
  static func isExact(_ bytes: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    if bytes.count == 1 { return isLetter(bytes[0]) || bytes[0] &- 0x30 < 10 }
    return bytes.count == 2 && bytes.allSatisfy(isLetter)
      && pairBits[Int(bytes[0] - 0x61) * 26 + Int(bytes[1] - 0x61)] != .max
  }
}
