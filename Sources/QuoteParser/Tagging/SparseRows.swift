/// The rows of a sparse linear model: of each feature that matters, the labels it speaks for or against.
///
/// Bytes, little-endian: a hash table of a power of two of slots of 32 bits, each a check of 10 bits above an
/// offset of 22 bits plus one (0 where empty), then the rows: a count, then as many labels, then as many signed
/// weights.
package struct SparseRows: @unchecked Sendable {
  // The pointer is to read-only memory that lives as long as the process.
  private let slots: UnsafeRawPointer
  private let rows: UnsafePointer<UInt8>
  private let mask: UInt32

  /// A feature's weights, label by label; no label has none.
  package typealias Row = [(label: UInt8, weight: Int8)]

  static let offsetBits: UInt32 = 22

  /// Reads a table of `1 << bits` slots and its rows where they lie.
  init(_ base: UnsafeRawPointer, bits: Int) {
    slots = base
    rows = (base + (4 << bits)).assumingMemoryBound(to: UInt8.self)
    mask = (1 << UInt32(bits)) - 1
  }

  /// Adds the weights of a feature to `scores`. O(its labels).
  @inline(__always)
  func add(_ feature: UInt32, to scores: UnsafeMutablePointer<Int32>) {
    var slot = feature & mask
    while true {
      let value = slots.loadUnaligned(fromByteOffset: Int(slot) * 4, as: UInt32.self)
      if value == 0 { return }
      if value >> Self.offsetBits == feature >> Self.offsetBits {
        let row = rows + Int(value & ((1 << Self.offsetBits) - 1)) - 1
        let count = Int(row[0])
        for at in 1...count {
          scores[Int(row[at])] &+= Int32(Int8(bitPattern: row[at + count]))
        }
        return
      }
      slot = (slot + 1) & mask
    }
  }

  /// The bytes of a table of those rows, and log2 of its slots; of features that look alike the first is kept.
  package static func bytes(_ rows: [(feature: UInt32, row: Row)]) -> (bits: Int, bytes: [UInt8]) {
    var bits = 1
    while (3 << bits) < rows.count * 4 { bits += 1 }
    let mask = UInt32(1 << bits) - 1
    var slots = [UInt32](repeating: 0, count: 1 << bits)
    var out: [UInt8] = []
    for (feature, row) in rows where !row.isEmpty {
      var slot = Int(feature & mask)
      while slots[slot] != 0, slots[slot] >> offsetBits != feature >> offsetBits {
        slot = (slot + 1) & Int(mask)
      }
      guard slots[slot] == 0 else { continue }
      precondition(out.count + 1 < 1 << offsetBits, "too many rows")
      slots[slot] = (feature >> offsetBits) << offsetBits | UInt32(out.count + 1)
      out.append(UInt8(row.count))
      out += row.map(\.label)
      out += row.map { UInt8(bitPattern: $0.weight) }
    }
    let table = slots.flatMap { slot in withUnsafeBytes(of: slot.littleEndian) { Array($0) } }
    return (bits, table + out)
  }
}
