/// Writes numbers and texts one behind the other in as few bytes as they need: numbers in 7 bits a byte, the lowest
/// first (LEB128), texts behind their length. For what is looked at one at a time and seldom.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// Forgets what was written, and keeps the room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Bytes as they are.
  mutating func append(_ more: some Collection<UInt8>) { bytes += more }

  mutating func number(_ value: some BinaryInteger) {
    var rest = UInt64(truncatingIfNeeded: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number that may be below zero: small ones on either side are short.
  mutating func signed(_ value: Int) { number(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  /// A text that may not be there.
  mutating func optional(_ text: String?) {
    number(text.map { $0.utf8.count + 1 } ?? 0)
    if let text { bytes += text.utf8 }
  }

  /// As much of a date as is known.
  mutating func date(_ date: PartialDate?) { number(UInt32(bitPattern: date?.sortKey ?? 0)) }

  mutating func list<Item>(_ items: some Collection<Item>, _ write: (inout RecordWriter, Item) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }

  /// A number of which no byte is likelier than another.
  mutating func hash(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }

  /// A row, or none.
  mutating func row(_ row: Int?) { number((row ?? -1) + 1) }

  /// A span, told from a place near it.
  mutating func range(_ range: TextRange, from place: Int) {
    signed(range.lower - place)
    number(range.count)
  }
}

/// Reads what a `RecordWriter` wrote. Other bytes give zeros, short texts and short lists, never a trap.
struct RecordReader {
  private var rest: ArraySlice<UInt8>
  /// Where the text ends that spans are of.
  private let end: Int

  init(_ bytes: ArraySlice<UInt8>, end: Int = 0) { (rest, self.end) = (bytes, end) }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() -> Int {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while let byte = rest.popFirst() {
      value |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80, shift < 63 else { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: value)
  }

  mutating func signed() -> Int {
    let value = UInt64(bitPattern: Int64(number()))
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
  }

  mutating func text() -> String { text(of: number()) }

  mutating func optional() -> String? {
    let count = number()
    return count > 0 ? text(of: count - 1) : nil
  }

  mutating func date() -> PartialDate? { PartialDate(sortKey: Int32(truncatingIfNeeded: number())) }

  /// How many items follow, each of a byte or more.
  mutating func count() -> Int { min(max(0, number()), rest.count) }

  mutating func list<Item>(_ read: (inout RecordReader) -> Item) -> [Item] {
    (0..<count()).map { _ in read(&self) }
  }

  mutating func range(from place: Int) -> TextRange {
    let distance = signed()
    return range(place &+ distance, count: number())
  }

  /// A span, as far as there is text.
  func range(_ start: Int, count: Int) -> TextRange {
    let start = min(max(0, start), end)
    return TextRange(start, start + min(max(0, count), end - start))
  }

  /// A number below a limit, `nil` for any other.
  mutating func index(below limit: Int) -> Int? {
    let index = number()
    return (0..<limit).contains(index) ? index : nil
  }

  /// A row of so many, told as one more than it is; 0 for none.
  mutating func row(of count: Int) -> Int? {
    let row = number() &- 1
    return (0..<count).contains(row) ? row : nil
  }

  mutating func hash() -> UInt64 { bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }

  /// The bytes of a text.
  mutating func bytes() -> ArraySlice<UInt8> { bytes(number()) }

  /// Passes over a text.
  mutating func skip() { _ = bytes() }

  /// The next bytes as they are.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    let taken = rest.prefix(max(0, count))
    rest = rest.dropFirst(taken.count)
    return taken
  }

  private mutating func text(of count: Int) -> String { String(decoding: bytes(count), as: UTF8.self) }
}
