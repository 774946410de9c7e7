/// How mail carries bytes in seven bits.
enum TransferEncoding {
  /// `=E2=80=9C`, lines joined at a `=` at their end; what is none stays. O(bytes).
  static func quotedPrintable(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var (out, at): ([UInt8], Int) = ([], 0)
    out.reserveCapacity(bytes.count)
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "=") else {
        out.append(bytes[at])
        at += 1
        continue
      }
      if let high = digit(bytes, at + 1), let low = digit(bytes, at + 2) {
        out.append(high << 4 | low)
        at += 3
        continue
      }
      var end = at + 1
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
      if end >= bytes.count || bytes[end] == 0x0A {
        at = end + 1
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }

  private static func digit(_ bytes: [UInt8], _ at: Int) -> UInt8? {
    at < bytes.count ? Character(Unicode.Scalar(bytes[at])).hexDigitValue.map(UInt8.init) : nil
  }

  /// Base 64, what belongs to no such text passed over. O(bytes).
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var (out, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}

/// Words of header fields in other encodings: `=?utf-8?q?Caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  /// The text with such words decoded; white space between two of them goes. O(text).
  static func decode(_ text: String) -> String {
    var (out, rest, endsWithWord) = ("", text[...], false)
    while let open = rest.firstRange(of: "=?") {
      let before = rest[..<open.lowerBound]
      let fields = rest[open.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, fields[3].first == "=", let word = decoded(fields[0], fields[1], fields[2])
      else {
        out += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        endsWithWord = false
        continue
      }
      if !endsWithWord || before.contains(where: { !$0.isWhitespace }) { out += before }
      out += word
      rest = fields[3].dropFirst()
      endsWithWord = true
    }
    return out + rest
  }

  private static func decoded(_ charset: Substring, _ encoding: Substring, _ word: Substring) -> String? {
    let bytes: [UInt8]
    switch encoding.lowercased() {
    case "q": bytes = TransferEncoding.quotedPrintable(word.utf8.map { $0 == UInt8(ascii: "_") ? 32 : $0 })
    case "b": bytes = TransferEncoding.base64(word.utf8)
    default: return nil
    }
    return Charset.decode(bytes, declared: String(charset.prefix { $0 != "*" }))
  }
}
