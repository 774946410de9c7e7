/// The rows of a sparse linear model: of each feature that matters, the labels it speaks for or against.
///
/// Bytes, little-endian: a hash table of a power of two of slots of 32 bits, each a check of 12 bits above an
/// offset of 20 bits in pairs of bytes plus one (0 where empty), then the rows, each of whole pairs: a count, then as
/// many labels, a byte left over where they are even in number, then as many signed weights of 16 bits.
package struct SparseRows: @unchecked Sendable {
  // The pointer is to read-only memory that lives as long as the process.
  private let slots: UnsafeRawPointer
  private let rows: UnsafePointer<UInt8>
  private let mask: UInt32

  /// A feature's weights, label by label; no label has none.
  package typealias Row = [(label: UInt8, weight: Int16)]

  static let offsetBits: UInt32 = 20

  /// Reads a table of `1 << bits` slots and its rows where they lie.
  init(_ base: UnsafeRawPointer, bits: Int) {
    slots = base
    rows = (base + (4 << bits)).assumingMemoryBound(to: UInt8.self)
    mask = (1 << UInt32(bits)) - 1
  }

  /// Adds the weights of the features to `scores`. O(features * their labels).
  @inline(__always)
  func add(_ features: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Int32>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: features.count) { found in
      guard let found = found.baseAddress else { return }
      // All look-ups before any sum: the loads do not wait for one another.
      var count = 0
      for feature in features {
        let offset = offset(feature)
        found[count] = offset
        count += offset > 0 ? 1 : 0
      }
      for index in 0..<count {
        let row = rows + (Int(found[index]) - 1) * 2
        let labels = Int(row[0])
        let weights = UnsafeRawPointer(row + (labels / 2 + 1) * 2)
        for at in 0..<labels {
          scores[Int(row[at + 1])] &+= Int32(weights.loadUnaligned(fromByteOffset: at * 2, as: Int16.self))
        }
      }
    }
  }

  /// Where a feature's row is, in pairs of bytes plus one; 0 for none.
  @inline(__always)
  private func offset(_ feature: UInt32) -> UInt32 {
    var slot = feature & mask
    while true {
      let value = slots.loadUnaligned(fromByteOffset: Int(slot) * 4, as: UInt32.self)
      if value == 0 || (value ^ feature) >> Self.offsetBits == 0 {
        return value & ((1 << Self.offsetBits) - 1)
      }
      slot = (slot + 1) & mask
    }
  }

  /// The bytes of a table of those rows, and log2 of its slots; of features that look alike the first is kept.
  package static func bytes(_ rows: [(feature: UInt32, row: Row)]) -> (bits: Int, bytes: [UInt8]) {
    let kept = rows.filter { !$0.row.isEmpty }
    var bits = 1
    // Half empty: a feature that has no row meets few of others, and their checks seldom match.
    while 5 << bits < kept.count * 9 { bits += 1 }
    let mask = UInt32(1 << bits) - 1
    var slots = [UInt32](repeating: 0, count: 1 << bits)
    var out: [UInt8] = []
    for (feature, row) in kept {
      var slot = Int(feature & mask)
      while slots[slot] != 0, slots[slot] >> offsetBits != feature >> offsetBits {
        slot = (slot + 1) & Int(mask)
      }
      guard slots[slot] == 0 else { continue }
      precondition(out.count / 2 + 1 < 1 << offsetBits, "too many rows")
      slots[slot] = (feature >> offsetBits) << offsetBits | UInt32(out.count / 2 + 1)
      out.append(UInt8(row.count))
      out += row.map(\.label)
      if row.count % 2 == 0 { out.append(0) }
      for entry in row { withUnsafeBytes(of: entry.weight.littleEndian) { out += $0 } }
    }
    let table = slots.flatMap { slot in withUnsafeBytes(of: slot.littleEndian) { Array($0) } }
    return (bits, table + out)
  }
}
