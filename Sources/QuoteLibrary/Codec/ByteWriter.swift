import QuoteModel

/// Writes numbers and texts as few bytes: seven bits of a number a byte, the lowest first (LEB128).
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number that may be below zero, small ones short.
  mutating func signed(_ value: Int) { number(value << 1 ^ value >> (Int.bitWidth - 1)) }

  /// A number that may be missing.
  mutating func optional(_ value: Int?) { number(value.map { $0 + 1 } ?? 0) }

  /// As it lies in memory, the lowest byte first.
  mutating func fixed(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes += value.utf8
  }

  mutating func text(_ value: String?) {
    number(value.map { $0.utf8.count + 1 } ?? 0)
    if let value { bytes += value.utf8 }
  }

  mutating func list<Items: Collection>(_ items: Items, _ write: (inout ByteWriter, Items.Element) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }

  mutating func date(_ date: PartialDate?) {
    optional(date.map { Int($0.sortKey) })
  }

  /// A range by how far it starts behind `place`, which moves to its end.
  mutating func range(_ range: TextRange, behind place: inout Int) {
    signed(range.lower - place)
    number(range.count)
    place = range.upper
  }
}
