import QuoteModel

/// A short sketch of a text by which nearly the same texts are found: for each of 24 hash functions the least hash of
/// its runs of five words (Broder 1997). Two sketches share about as many numbers as their texts share runs.
struct Sketch: Sendable, Equatable {
  static let size = 24
  /// Texts are copies of each other where so many of the 24 numbers are the same: four fifths of their runs.
  static let alike = 19
  private static let run = 5

  private(set) var least = [UInt32](repeating: .max, count: size)

  /// O(text).
  init(of text: String) {
    var text = text
    text.withUTF8 { bytes in
      var recent = [UInt64](repeating: 0, count: Self.run)
      var (words, hash, isInside) = (0, Self.basis, false)
      for at in 0...bytes.count {
        let byte = at < bytes.count ? bytes[at] : 0x20
        let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
        if letter &- 0x61 < 26 || letter &- 0x30 < 10 || letter >= 0x80 {
          hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
          isInside = true
        } else if isInside {
          recent[words % Self.run] = hash
          words += 1
          if words >= Self.run { add(recent, last: words) }
          (hash, isInside) = (Self.basis, false)
        }
      }
      if words > 0, words < Self.run { add(recent, last: words) }
    }
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ recent: [UInt64], last words: Int) {
    var run: UInt64 = 0
    for step in 0..<Self.run { run = (run ^ recent[(words + step) % Self.run]) &* 0x9E37_79B9_7F4A_7C15 }
    run ^= run >> 32
    var factor: UInt64 = 0xD6E8_FEB8_6659_FD93
    for row in 0..<Self.size {
      let hash = UInt32(truncatingIfNeeded: (run &* factor) >> 32)
      if hash < least[row] { least[row] = hash }
      factor = factor &* 0x5851_F42D_4C95_7F2D | 1
    }
  }

  var bytes: [UInt8] {
    var out = ByteWriter()
    for number in least { out.fixed(number) }
    return out.bytes
  }

  /// `nil` where the bytes are no sketch.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.size * 4 else { return nil }
    least = (0..<Self.size).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
    }
  }

  func isLike(_ other: Sketch) -> Bool { zip(least, other.least).count { $0 == $1 } >= Self.alike }
}

/// Which of many texts are nearly the same. What comes out does not depend on the order of what goes in.
enum Copies {
  /// Numbers of a sketch that must all be the same for two texts to be looked at: eight bands of three find 997 of 1,000
  /// pairs that share four fifths, and few others.
  private static let band = 3

  /// For each sketch the row of the first that is like it, or like one that is like it, and so on; its own where there
  /// is none before it. O(sketches + pairs that share a band).
  static func firsts(_ sketches: [Sketch]) -> [Int] {
    var first = Array(sketches.indices)
    func root(_ row: Int) -> Int {
      var row = row
      while first[row] != row {
        first[row] = first[first[row]]
        row = first[row]
      }
      return row
    }
    for start in stride(from: 0, to: Sketch.size, by: band) {
      var buckets: [[UInt32]: [Int]] = [:]
      for (row, sketch) in sketches.enumerated() {
        buckets[Array(sketch.least[start..<start + band]), default: []].append(row)
      }
      for rows in buckets.values where rows.count > 1 {
        for (at, row) in rows.enumerated() {
          for other in rows[..<at] where root(other) != root(row) && sketches[other].isLike(sketches[row]) {
            let (a, b) = (root(other), root(row))
            first[max(a, b)] = min(a, b)
          }
        }
      }
    }
    return sketches.indices.map(root)
  }
}
