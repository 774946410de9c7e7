/// Tells bytes that have changed on the disk; SQLite itself would hand them out as they are.
enum Checksum {
  /// Eight bytes at a time, multiplied and folded. O(bytes).
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = prime ^ UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian) &* prime
      hash ^= hash >> 29
      at += 8
    }
    while at < bytes.count {
      hash = (hash ^ UInt64(bytes[at])) &* prime
      hash ^= hash >> 29
      at += 1
    }
    return hash
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes(of) }

  /// The bytes before the checksum at their end, if it is theirs.
  static func verified(_ bytes: UnsafeRawBufferPointer) throws(DecodingFailure) -> UnsafeRawBufferPointer {
    guard bytes.count > 8 else { throw DecodingFailure(byte: 0, reason: "is too short") }
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
    guard UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: body.count, as: UInt64.self)) == of(body)
    else {
      throw DecodingFailure(byte: body.count, reason: "is not what was written: its checksum differs")
    }
    return body
  }
}
