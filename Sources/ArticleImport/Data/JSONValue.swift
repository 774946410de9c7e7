/// A value of a JSON text (RFC 8259).
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order written; of members with one name the first counts.
  case object([(key: String, value: JSONValue)])

  static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// The member of that name. O(members).
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// A text that is not blank.
  var string: String? {
    guard case .string(let text) = self, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }

  /// The text of a string or a number.
  var scalar: String? {
    if case .number(let text) = self { return text }
    return string
  }

  /// The items of an array; any other value is its own only item, null none.
  var items: [JSONValue] {
    switch self {
    case .array(let items): items
    case .null: []
    default: [self]
    }
  }

  var isObject: Bool { if case .object = self { true } else { false } }
}

/// Reads JSON. It forgives what pages get wrong (line ends inside of strings, a comma too many), and goes no deeper
/// than 128 levels.
struct JSONReader {
  /// What is wrong and at which byte.
  struct Failure: Error, Equatable {
    var reason: String
    var byte: Int
  }

  private let bytes: ArraySlice<UInt8>
  private(set) var at: Int
  private var depth = 0
  private static let deepest = 128

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// The one value in the bytes, with nothing but white space behind it. O(bytes).
  static func read(_ bytes: ArraySlice<UInt8>) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    guard reader.peek == nil else { throw reader.failure("has something behind the end of the value") }
    return value
  }

  /// The next byte that is no white space.
  var peek: UInt8? {
    mutating get {
      while at < bytes.endIndex, bytes[at].isSpace { at += 1 }
      return at < bytes.endIndex ? bytes[at] : nil
    }
  }

  private func failure(_ reason: String) -> Failure { Failure(reason: reason, byte: at - bytes.startIndex) }

  /// The next value. O(its bytes).
  mutating func value() throws(Failure) -> JSONValue {
    guard let first = peek else { throw failure("ends in the middle of a value") }
    switch first {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func members() throws(Failure) -> [(key: String, value: JSONValue)] {
    var out: [(key: String, value: JSONValue)] = []
    try enter()
    while try !leaves(at: UInt8(ascii: "}")) {
      guard peek == UInt8(ascii: "\"") else { throw failure("lacks a member's name") }
      let key = try string()
      guard peek == UInt8(ascii: ":") else { throw failure("lacks a colon") }
      at += 1
      out.append((key, try value()))
    }
    return out
  }

  private mutating func elements() throws(Failure) -> [JSONValue] {
    var out: [JSONValue] = []
    try enter()
    while try !leaves(at: UInt8(ascii: "]")) { out.append(try value()) }
    return out
  }

  /// Past an opening bracket.
  mutating func enter() throws(Failure) {
    at += 1
    depth += 1
    guard depth <= Self.deepest else { throw failure("is nested more than \(Self.deepest) deep") }
  }

  /// Past commas; whether the closing bracket came, which is passed too.
  mutating func leaves(at bracket: UInt8) throws(Failure) -> Bool {
    while peek == UInt8(ascii: ",") { at += 1 }
    guard let next = peek else { throw failure("ends in the middle of a value") }
    guard next == bracket else { return false }
    at += 1
    depth -= 1
    return true
  }

  private mutating func word() throws(Failure) -> JSONValue {
    let start = at
    while at < bytes.endIndex, bytes[at].isLetter || bytes[at].isDigit || "+-.".utf8.contains(bytes[at]) {
      at += 1
    }
    let word = bytes[start..<at].text
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case _ where word.first?.isNumber == true || word.first == "-": return .number(word)
    default:
      at = start
      throw failure("holds something that is no JSON")
    }
  }

  private mutating func string() throws(Failure) -> String {
    at += 1
    var start = at
    while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return bytes[start..<at - 1].text
    }
    var out: [UInt8] = []
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        out += bytes[start..<at]
        at += 1
        return out.text
      case UInt8(ascii: "\\"):
        out += bytes[start..<at]
        out += escape()
        start = at
      default: at += 1
      }
    }
    throw failure("ends in the middle of a string")
  }

  private mutating func escape() -> [UInt8] {
    guard at + 1 < bytes.endIndex else {
      at = bytes.endIndex
      return []
    }
    let letter = bytes[at + 1]
    at += 2
    switch letter {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return [32]
    case UInt8(ascii: "u"): return Array(String(unicode()).utf8)
    default: return [letter]
    }
  }

  /// What `\u` is followed by; a half of a pair without the other is U+FFFD.
  private mutating func unicode() -> Unicode.Scalar {
    guard let high = unit() else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(high) { return scalar }
    let before = at
    guard high < 0xDC00, at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    at += 2
    if let low = unit(), 0xDC00...0xDFFF ~= low {
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    at = before
    return "\u{FFFD}"
  }

  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.endIndex, let value = UInt32(bytes[at..<at + 4].text, radix: 16) else { return nil }
    at += 4
    return value
  }
}
