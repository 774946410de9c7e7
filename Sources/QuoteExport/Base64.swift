/// Bytes as text (RFC 4648).
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// O(bytes).
  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let left = bytes.count - start
      var bits = Int(bytes[start]) << 16
      if left > 1 { bits |= Int(bytes[start + 1]) << 8 }
      if left > 2 { bits |= Int(bytes[start + 2]) }
      out.append(letters[bits >> 18])
      out.append(letters[bits >> 12 & 63])
      out.append(left > 1 ? letters[bits >> 6 & 63] : UInt8(ascii: "="))
      out.append(left > 2 ? letters[bits & 63] : UInt8(ascii: "="))
    }
    return String(decoding: out, as: UTF8.self)
  }
}
