/// Why bytes cannot be taken up as columns.
public enum ColumnFailure: Error, Equatable, Sendable {
  /// They are something else.
  case foreign
  /// They are of a version that this one does not read.
  case version(Int)
  /// There are fewer than they say, or more.
  case truncated
  /// They are not what was written; what of it was found out first.
  case damaged(String)
}

/// Columns as bytes: a head of 40 bytes (what it is, the version, how many bytes follow, their checksum), then each
/// column as the size of an item, the number of items, and these as they lie in memory, lowest byte first, filled up to
/// eight bytes.
enum ColumnBytes {
  /// Changes whenever a column does.
  static let version = 4
  static let headSize = 40

  /// The bytes of what `visit` shows. O(bytes).
  static func write(_ kind: UInt64, _ visit: (inout ColumnWriter) -> Void) -> [UInt8] {
    var writer = ColumnWriter()
    writer.bytes = Array(repeating: 0, count: headSize)
    visit(&writer)
    seal(&writer.bytes, kind)
    return writer.bytes
  }

  /// Writes the head before what follows it.
  static func seal(_ bytes: inout [UInt8], _ kind: UInt64) {
    let sum = bytes.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[headSize...])) }
    for (place, number) in [kind, UInt64(version), UInt64(bytes.count - headSize), sum.0, sum.1].enumerated()
    {
      withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(place * 8..<place * 8 + 8, with: $0) }
    }
  }

  /// A reader of bytes that are whole and of this kind and version. O(bytes).
  static func reader(of bytes: UnsafeRawBufferPointer, _ kind: UInt64) throws(ColumnFailure) -> ColumnReader {
    func number(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
    }
    guard bytes.count >= 8, number(0) == kind else { throw .foreign }
    guard bytes.count >= headSize else { throw .truncated }
    guard number(1) == version else { throw .version(Int(truncatingIfNeeded: number(1))) }
    let body = UnsafeRawBufferPointer(rebasing: bytes[headSize...])
    guard number(2) == body.count else { throw .truncated }
    guard checksum(body) == (number(3), number(4)) else { throw .damaged("checksum") }
    return ColumnReader(body)
  }

  /// Two sums over words of eight bytes, by multiplication and rotation: what disks and wires do to bytes shows, what
  /// somebody does on purpose need not. O(bytes), eight at a time.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    var (a, b): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, UInt64(bytes.count))
    var at = 0
    while at + 16 <= bytes.count {
      a = (a ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      b = (b ^ bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)) &* 0xC4CE_B9FE_1A85_EC53
      (a, b) = (a << 31 | a >> 33, b << 29 | b >> 35)
      at += 16
    }
    while at < bytes.count {
      a = (a ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at += 1
    }
    return (a, b ^ a >> 32)
  }
}

/// Writes columns.
struct ColumnWriter: ColumnVisitor {
  typealias Failure = Never
  fileprivate(set) var bytes: [UInt8] = []

  mutating func visit<Item: BitwiseCopyable>(_ name: StaticString, _ column: inout [Item]) {
    number(MemoryLayout<Item>.stride)
    number(column.count)
    column.withUnsafeBytes { bytes += $0 }
    bytes += repeatElement(0, count: -bytes.count & 7)
  }

  mutating func visit(_ name: StaticString, _ texts: inout [String]) {
    var lengths = texts.map { UInt64($0.utf8.count) }
    visit(name, &lengths)
    number(1)
    number(texts.reduce(0) { $0 + $1.utf8.count })
    for text in texts { bytes += text.utf8 }
    bytes += repeatElement(0, count: -bytes.count & 7)
  }

  private mutating func number(_ value: Int) {
    withUnsafeBytes(of: UInt64(value).littleEndian) { bytes += $0 }
  }
}

/// Reads columns; what they hold is for their owner to check.
struct ColumnReader: ColumnVisitor {
  private var rest: UnsafeRawBufferPointer

  fileprivate init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func visit<Item: BitwiseCopyable>(
    _ name: StaticString, _ column: inout [Item]
  ) throws(ColumnFailure) {
    let bytes = try bytes(itemSize: MemoryLayout<Item>.stride, name)
    let count = bytes.count / MemoryLayout<Item>.stride
    // All empty arrays are one, and making one here would write into it.
    guard count > 0 else { return column = [] }
    column = Array(unsafeUninitializedCapacity: count) { items, initialized in
      UnsafeMutableRawBufferPointer(items).copyMemory(from: bytes)
      initialized = count
    }
  }

  mutating func visit(_ name: StaticString, _ texts: inout [String]) throws(ColumnFailure) {
    var lengths: [UInt64] = []
    try visit(name, &lengths)
    let bytes = try bytes(itemSize: 1, name)
    var at = 0
    texts = []
    texts.reserveCapacity(lengths.count)
    for length in lengths {
      guard length <= bytes.count - at else { throw .damaged("\(name)") }
      texts.append(String(decoding: bytes[at..<at + Int(length)], as: UTF8.self))
      at += Int(length)
    }
  }

  /// The bytes of the next column, whose items are of that size.
  private mutating func bytes(
    itemSize: Int, _ name: StaticString
  ) throws(ColumnFailure) -> UnsafeRawBufferPointer {
    let (size, count) = (try number(), try number())
    guard size == itemSize, count <= rest.count / itemSize else { throw .damaged("\(name)") }
    let bytes = UnsafeRawBufferPointer(rebasing: rest[..<(count * itemSize)])
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count * itemSize + (-count * itemSize & 7)))
    return bytes
  }

  private mutating func number() throws(ColumnFailure) -> Int {
    guard rest.count >= 8 else { throw .truncated }
    let value = UInt64(littleEndian: rest.loadUnaligned(as: UInt64.self))
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(8))
    return Int(clamping: value)
  }
}
