/// A small generator with a fixed seed (SplitMix64), so that training gives the same bytes each time.
struct FixedSeed: RandomNumberGenerator {
  private var state: UInt64 = 20_241_012

  /// A generator of its own for each number.
  init(skipping count: Int = 0) { for _ in 0..<count { _ = next() } }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
