/// Writes words so that spellings of the same word are the same bytes: lower case, Latin letters without
/// their accents, one apostrophe, one hyphen.
enum Folding {
  /// The bases of U+00C0...U+017F, in that order; what needs two letters is in `pairs`.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkklllllllllln"
      + "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static let pairs: [UInt32: String] = [
    0xC6: "ae", 0xE6: "ae", 0xDE: "th", 0xFE: "th", 0xDF: "ss", 0x132: "ij", 0x133: "ij", 0x152: "oe",
    0x153: "oe", 0x1E9E: "ss",
  ]

  /// Appends the folded form of valid UTF-8. O(bytes).
  static func append(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
    let start = out.count
    for byte in bytes {
      guard byte < 0x80 else {
        out.removeSubrange(start...)
        return appendScalars(String(decoding: bytes, as: UTF8.self), to: &out)
      }
      out.append(byte &- 65 < 26 ? byte | 0x20 : byte)
    }
  }

  /// The folded form of a text. O(bytes).
  static func fold(_ text: some StringProtocol) -> String {
    var out: [UInt8] = []
    append(text.utf8, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func appendScalars(_ text: String, to out: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      if let pair = pairs[scalar.value] {
        out.append(contentsOf: pair.utf8)
        continue
      }
      switch scalar.value {
      case 65...90: out.append(UInt8(scalar.value) | 0x20)
      case 0..<0x80: out.append(UInt8(scalar.value))
      case 0xC0...0x17F: out.append(latin[Int(scalar.value) - 0xC0])
      case 0x1A0, 0x1A1: out.append(UInt8(ascii: "o"))
      case 0x1AF, 0x1B0: out.append(UInt8(ascii: "u"))
      case 0x218, 0x219: out.append(UInt8(ascii: "s"))
      case 0x21A, 0x21B: out.append(UInt8(ascii: "t"))
      case 0x1EA0...0x1EF9: out.append(vietnamese(scalar.value))
      case 0x2BC, 0x2018, 0x2019: out.append(UInt8(ascii: "'"))
      case 0x2010, 0x2011: out.append(UInt8(ascii: "-"))
      case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0xFEFF: break
      default: out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  private static func vietnamese(_ value: UInt32) -> UInt8 {
    switch value {
    case ...0x1EB7: UInt8(ascii: "a")
    case ...0x1EC7: UInt8(ascii: "e")
    case ...0x1ECB: UInt8(ascii: "i")
    case ...0x1EE3: UInt8(ascii: "o")
    case ...0x1EF1: UInt8(ascii: "u")
    default: UInt8(ascii: "y")
    }
  }
}

/// Fowler–Noll–Vo 1a, the hash of folded words.
enum FNV {
  /// 32 bits. O(bytes).
  static func hash32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// 64 bits. O(bytes).
  static func hash64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
