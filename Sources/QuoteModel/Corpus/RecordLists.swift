/// Records of bytes one behind the other, each behind its length; where every sixteenth begins is written down, so that
/// a record costs a byte or two beside its own.
struct RecordLists: Sendable {
  var bytes: [UInt8] = []
  /// Where the first, the seventeenth … record begins.
  var blocks: [UInt32] = []
  /// How many records there are, in an array so that it is a column like any other.
  var counts: [UInt32] = [0]

  static let blockSize = 16

  /// How many records there are.
  var count: Int { Int(counts[0]) }

  /// Adds a record. O(record).
  mutating func append(_ record: RecordWriter) {
    if count % RecordLists.blockSize == 0 { blocks.append(UInt32(bytes.count)) }
    var length = RecordWriter()
    length.number(record.bytes.count)
    bytes += length.bytes
    bytes += record.bytes
    counts[0] += 1
  }

  /// Adds what is written. O(record).
  mutating func append(_ write: (inout RecordWriter) -> Void) {
    var record = RecordWriter()
    write(&record)
    append(record)
  }

  /// Gives back the room kept for more. O(bytes).
  mutating func trim() { (bytes, blocks) = (bytes.trimmed, blocks.trimmed) }

  /// Record `index`. O(16).
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes.withUnsafeBufferPointer { bytes in
      var at = Int(blocks[index / RecordLists.blockSize])
      for _ in 0..<index % RecordLists.blockSize { at = RecordLists.end(of: bytes, at) }
      let length = RecordLists.length(bytes, &at)
      return at..<at + length
    }.slice(of: bytes)
  }

  /// The length of the record at `place`, which moves on to its first byte; never beyond the bytes.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int {
    let length = number(bytes, &place)
    return min(length, bytes.count - place)
  }

  /// Where the record at `place` ends.
  @inline(__always)
  static func end(of bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var at = place
    let length = length(bytes, &at)
    return at + length
  }

  /// A number as a `RecordWriter` writes it, of up to 35 bits.
  @inline(__always)
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int {
    guard at < bytes.count else { return 0 }
    var byte = bytes[at]
    at += 1
    guard byte >= 0x80 else { return Int(byte) }
    var (value, shift) = (Int(byte & 0x7F), 7)
    while at < bytes.count, shift <= 28 {
      byte = bytes[at]
      at += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }

  /// Whether there are so many records, and where they begin can be.
  func isSound(_ count: Int) -> Bool {
    counts.count == 1 && self.count == count
      && blocks.count == (count + RecordLists.blockSize - 1) / RecordLists.blockSize
      && blocks.allSatisfy { $0 <= bytes.count }
  }
}

extension Range<Int> {
  fileprivate func slice(of bytes: [UInt8]) -> ArraySlice<UInt8> { bytes[self] }
}
