import QuoteParser

/// An averaged perceptron's weights while they are learned (Collins 2002): rows of features, columns of labels.
struct Perceptron {
  let labels: Int
  let bits: Int
  private(set) var weights: [Float]
  private var totals: [Float]
  private var steps: Float = 1

  init(bits: Int, labels: Int) {
    (self.bits, self.labels) = (bits, labels)
    weights = Array(repeating: 0, count: labels << bits)
    totals = weights
  }

  var mask: UInt32 { UInt32(1 << bits) - 1 }

  /// Adds the weights of the features to `scores`.
  func add(_ features: some Sequence<UInt32>, to scores: UnsafeMutablePointer<Float>) {
    weights.withUnsafeBufferPointer { weights in
      for feature in features {
        let row = Int(feature & mask) * labels
        for label in 0..<labels { scores[label] += weights[row + label] }
      }
    }
  }

  mutating func update(_ features: some Sequence<UInt32>, _ label: Int, by amount: Float) {
    for feature in features {
      let at = Int(feature & mask) * labels + label
      weights[at] += amount
      totals[at] += amount * steps
    }
  }

  mutating func step() { steps += 1 }

  /// The averaged weights as a model file, with what the tagger needs beside them.
  func file(extra: [UInt8] = []) -> [UInt8] {
    var averaged = weights
    for at in averaged.indices { averaged[at] -= totals[at] / steps }
    let sorted = averaged.lazy.map(abs).filter { $0 > 0 }.sorted()
    // The largest few are cut, so that the many keep their precision.
    let top = sorted.isEmpty ? 1 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * 0.9999))]
    let scale = top / 127
    var out: [UInt8] = Array("WSM1".utf8) + [UInt8(bits), UInt8(labels), 0, 0]
    withUnsafeBytes(of: scale.bitPattern.littleEndian) { out += $0 }
    out += averaged.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / scale).rounded())))) }
    withUnsafeBytes(of: UInt32(extra.count).littleEndian) { out += $0 }
    return out + extra
  }
}

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
