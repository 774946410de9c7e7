/// Names for things that stay the same from run to run and from machine to machine.
struct StableID {
  // FNV-1a, 64 bits: a newsroom's millions of quotations collide with a chance of one in a million.
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // A byte that no UTF-8 text holds keeps "ab", "c" apart from "a", "bc".
    state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The identifier of what those words tell apart.
  static func of(_ words: String...) -> String {
    var id = StableID()
    for word in words { id.add(word) }
    return id.text
  }
}
