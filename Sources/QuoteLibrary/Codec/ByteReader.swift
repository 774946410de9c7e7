import QuoteModel

/// Bytes that are not what a writer of ours has written.
struct DecodingFailure: Error, Equatable {
  /// Where.
  var byte: Int
  /// What is wrong, for a person.
  var reason: String
}

/// Reads what `ByteWriter` wrote. Any bytes are read or refused; none of them traps or asks for more memory than a
/// few times their number.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var at = 0

  /// The bytes must stay where they are while they are read.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }
  private var left: Int { bytes.count - at }

  func failure(_ reason: String) -> DecodingFailure { DecodingFailure(byte: at, reason: reason) }

  mutating func byte() throws(DecodingFailure) -> UInt8 {
    guard left > 0 else { throw failure("ends too early") }
    defer { at += 1 }
    return bytes[at]
  }

  private mutating func raw() throws(DecodingFailure) -> UInt64 {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let next = try byte()
      guard shift < 63 || next < 2 else { throw failure("holds a number that is too large") }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  /// A number of 0 to 2³¹ - 1: nothing in a library is larger.
  mutating func number() throws(DecodingFailure) -> Int {
    let value = try raw()
    guard value <= UInt64(Int32.max) else { throw failure("holds a number that is too large") }
    return Int(value)
  }

  mutating func signed() throws(DecodingFailure) -> Int {
    let value = try raw()
    guard value <= UInt64(UInt32.max) else { throw failure("holds a number that is too large") }
    return Int(value >> 1) ^ -Int(value & 1)
  }

  mutating func optional() throws(DecodingFailure) -> Int? {
    let value = try number()
    return value == 0 ? nil : value - 1
  }

  mutating func fixed<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(DecodingFailure) -> Number {
    let size = MemoryLayout<Number>.size
    guard left >= size else { throw failure("ends too early") }
    defer { at += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Number.self))
  }

  mutating func text() throws(DecodingFailure) -> String { try text(of: try number()) }

  mutating func optionalText() throws(DecodingFailure) -> String? {
    guard let count = try optional() else { return nil }
    return try text(of: count)
  }

  private mutating func text(of count: Int) throws(DecodingFailure) -> String {
    guard count <= left else { throw failure("ends too early") }
    defer { at += count }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<at + count]), as: UTF8.self)
  }

  /// A list of items, each of which takes a byte at least.
  mutating func list<Item>(
    _ read: (inout ByteReader) throws(DecodingFailure) -> Item
  ) throws(DecodingFailure) -> [Item] {
    let count = try number()
    guard count <= left else { throw failure("ends too early") }
    var out: [Item] = []
    out.reserveCapacity(count)
    for _ in 0..<count { out.append(try read(&self)) }
    return out
  }

  mutating func date() throws(DecodingFailure) -> PartialDate? {
    guard let key = try optional() else { return nil }
    return PartialDate(sortKey: Int32(key))
  }

  /// A range behind `place`, inside of a text of `limit` bytes.
  mutating func range(behind place: inout Int, limit: Int) throws(DecodingFailure) -> TextRange {
    let start = place + (try signed())
    let count = try number()
    guard start >= 0, start + count <= limit else { throw failure("points behind the end of the text") }
    place = start + count
    return TextRange(start, place)
  }

  /// One of an enumeration's cases.
  mutating func one<Kind: RawRepresentable>(
    of type: Kind.Type = Kind.self
  ) throws(DecodingFailure) -> Kind where Kind.RawValue == UInt8 {
    guard let value = Kind(rawValue: try byte()) else { throw failure("holds an unknown kind") }
    return value
  }
}
