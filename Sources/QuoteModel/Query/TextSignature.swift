/// Which letters and pairs of letters a quotation's words hold: a search looks only at texts whose signature
/// holds that of what it looks for. 40 bytes; the letters are exact, the pairs may collide (Bloom 1970).
public struct TextSignature: Sendable, Hashable {
  private var letters: UInt64 = 0
  private var pairs: SIMD4<UInt64> = .zero

  /// The signature of no text, which every other holds.
  public init() {}

  /// Whether all that is in `other` is in this one. O(1).
  @inline(__always)
  public func contains(_ other: TextSignature) -> Bool {
    letters & other.letters == other.letters && (pairs & other.pairs) == other.pairs
  }

  /// Adds the folded bytes of a text; pairs go over no edge of it. O(text).
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var (at, last): (Int, UInt8?) = (0, nil)
    while let step = Folding.next(text, &at, keepingCase: false) {
      for index in 0..<step.count { add(step[index], behind: &last) }
    }
  }

  /// Adds bytes that are folded already.
  mutating func add(folded bytes: [UInt8]) {
    var last: UInt8?
    for byte in bytes { add(byte, behind: &last) }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8, behind last: inout UInt8?) {
    letters |= 1 << UInt64(TextSignature.bit(of: byte))
    if let last {
      let pair = UInt8(truncatingIfNeeded: (UInt32(last) << 8 | UInt32(byte)) &* 0x9E37_79B1 >> 24)
      pairs[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
    }
    last = byte
  }

  /// Letters and digits have a bit of their own, everything else shares the rest.
  private static func bit(of byte: UInt8) -> UInt8 {
    if byte &- 0x61 < 26 { return byte - 0x61 }
    if byte &- 0x30 < 10 { return byte - 0x30 + 26 }
    return 36 + byte % 28
  }

  /// Whether a byte is alone on its bit.
  static func isExact(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }
}
