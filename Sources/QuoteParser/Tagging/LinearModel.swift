/// Weights of a linear model over hashed features, read where they lie.
///
/// File: four bytes of magic, log2 of the rows and the labels as bytes, two bytes 0, the scale as a 32-bit float,
/// the weights, then the number of extra bytes and those bytes. All numbers are little-endian. The weights are
/// - `WSM1`, dense: rows * labels signed bytes, row by row; features share rows as their hashes fall;
/// - `WSM2`, sparse: the number of bytes, then those of `SparseRows`; features keep apart.
package struct LinearModel: @unchecked Sendable {
  // The pointer is to read-only memory that lives as long as the process.
  package let weights: UnsafePointer<Int8>
  package let labels: Int
  package let mask: UInt32
  package let scale: Float
  /// What the trainer keeps beside the weights, such as a word list.
  package let extra: UnsafeRawBufferPointer
  private let sparse: SparseRows?

  /// Reads a model in place; `nil` where the bytes are no model.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 16, let base = bytes.baseAddress, bytes.starts(with: "WSM".utf8),
      bytes[3] == 0x31 || bytes[3] == 0x32
    else { return nil }
    let isSparse = bytes[3] == 0x32
    let (bits, labels) = (Int(bytes[4]), Int(bytes[5]))
    let start = isSparse ? 16 : 12
    let end =
      start + (isSparse ? Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) : labels << bits)
    guard bytes.count >= end + 4 else { return nil }
    let count = Int(bytes.loadUnaligned(fromByteOffset: end, as: UInt32.self))
    guard bytes.count >= end + 4 + count else { return nil }
    weights = (base + start).assumingMemoryBound(to: Int8.self)
    self.labels = labels
    mask = UInt32(1 << bits) - 1
    scale = bytes.loadUnaligned(fromByteOffset: 8, as: Float.self)
    extra = UnsafeRawBufferPointer(rebasing: bytes[(end + 4)..<(end + 4 + count)])
    sparse = isSparse ? SparseRows(base + start, bits: bits) : nil
  }

  /// Adds the weights of the features to `scores`. O(features * labels).
  @inline(__always)
  package func add(_ features: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Int32>) {
    if let sparse {
      sparse.add(features, to: scores)
      return
    }
    if 4...8 ~= labels, features.count <= 256 { return addSmall(features, to: scores) }
    for feature in features {
      let row = weights + Int(feature & mask) * labels
      for label in 0..<labels { scores[label] &+= Int32(row[label]) }
    }
  }

  /// The same for rows of four to eight labels, which fit one load: at most 256 signed bytes fit in 16 bits. What is
  /// read behind the last row are the four bytes that count the extra ones.
  @inline(__always)
  private func addSmall(_ features: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Int32>) {
    let rows = UnsafeRawPointer(weights)
    var sums = SIMD8<Int16>()
    for feature in features {
      let row = rows.loadUnaligned(fromByteOffset: Int(feature & mask) * labels, as: SIMD8<Int8>.self)
      sums &+= SIMD8<Int16>(truncatingIfNeeded: row)
    }
    for label in 0..<labels { scores[label] &+= Int32(sums[label]) }
  }
}

/// A small buffer of features, filled and emptied once a token.
package struct FeatureBuffer {
  package private(set) var count = 0
  package let storage: UnsafeMutableBufferPointer<UInt32>

  /// Calls `body` with a buffer for at most `capacity` features.
  package static func with<R>(_ capacity: Int, _ body: (inout FeatureBuffer) -> R) -> R {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { storage in
      storage.initialize(repeating: 0)
      var buffer = FeatureBuffer(storage: storage)
      return body(&buffer)
    }
  }

  private init(storage: UnsafeMutableBufferPointer<UInt32>) { self.storage = storage }

  @inline(__always)
  package mutating func add(_ template: UInt32, _ value: UInt32) {
    storage[count] = WordHash.mix(value, template &* 0x85EB_CA6B)
    count += 1
  }
  @inline(__always)
  package mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32) {
    add(template, WordHash.mix(a, b &+ 0x27D4_EB2F))
  }
  package mutating func clear() { count = 0 }
  package var features: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: storage[0..<count]) }
}
