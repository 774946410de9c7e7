import QuoteModel

/// JSON as it is written: values and keys in order, commas put where they belong.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Ends the line, so that the next value stands on its own.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  mutating func object(_ members: (inout JSONText) -> Void) { enclosed("{", "}", members) }
  mutating func array(_ items: (inout JSONText) -> Void) { enclosed("[", "]", items) }

  /// The key of the value that comes next.
  mutating func key(_ name: some StringProtocol) {
    separate()
    quote(name)
    bytes += ": ".utf8
    needsComma = false
  }

  mutating func string(_ value: some StringProtocol) {
    separate()
    quote(value)
  }

  mutating func optional(_ value: (some StringProtocol)?) {
    if let value { string(value) } else { null() }
  }

  mutating func number(_ value: Int) { raw(String(value)) }

  mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func share(_ value: Float) { raw(Self.share(value)) }

  /// A number of 0...1 with two decimals, `1.0` and `0.9` as short as they go.
  static func share(_ value: Float) -> String {
    let hundredths = value.isFinite ? Int((min(max(value, 0), 1) * 100).rounded()) : 0
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  mutating func span(_ range: TextRange, _ map: CodePointMap) {
    let (start, end) = map.codePoints(in: range)
    array {
      $0.number(start)
      $0.number(end)
    }
  }

  mutating func optionalSpan(_ range: TextRange?, _ map: CodePointMap) {
    if let range { span(range, map) } else { null() }
  }

  mutating func null() { raw("null") }

  private mutating func raw(_ literal: String) {
    separate()
    bytes += literal.utf8
  }

  private mutating func enclosed(_ open: Character, _ close: Character, _ inside: (inout JSONText) -> Void) {
    separate()
    bytes += open.utf8
    needsComma = false
    inside(&self)
    bytes += close.utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes += ", ".utf8 }
    needsComma = true
  }

  private mutating func quote(_ value: some StringProtocol) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case 10: bytes += "\\n".utf8
      case 13: bytes += "\\r".utf8
      case 9: bytes += "\\t".utf8
      // Terminals obey the controls a line of output brings along.
      case 0..<32, 0x7F...0x9F: bytes += escape(UInt16(scalar.value))
      case 32..<0x7F: bytes.append(UInt8(scalar.value))
      case _ where scalar.isHidden: for unit in UTF16.encode(scalar) ?? .init() { bytes += escape(unit) }
      default: bytes += UTF8.encode(scalar) ?? .init()
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func escape(_ unit: UInt16) -> [UInt8] {
    let digits = String(unit, radix: 16)
    return Array("\\u".utf8) + repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count) + digits.utf8
  }
}

extension JSONText {
  /// A member whose value is text.
  mutating func member(_ name: String, _ value: some StringProtocol) {
    key(name)
    string(value)
  }

  /// The same where there is a value; nothing where there is none.
  mutating func member(_ name: String, ifAny value: (some StringProtocol)?) {
    if let value { member(name, value) }
  }

  mutating func actor(_ actor: Actor) {
    object {
      $0.member("id", actor.stableID)
      $0.member("name", actor.name)
      $0.member("type", actor.kind.name)
    }
  }

  /// Who an article's actor is, or null for a row it does not have.
  mutating func actor(_ row: Int?, of parsed: ParsedArticle) {
    guard let row, parsed.actors.indices.contains(row) else { return null() }
    actor(parsed.actors[row])
  }

  mutating func tag(_ tag: QuotedArticle.Tag) {
    object {
      $0.member("id", tag.id)
      $0.member("label", tag.label)
      $0.member("kind", tag.kind)
      $0.member("code", ifAny: tag.code)
    }
  }

  /// Items of a list that is written piece by piece: each on a line of its own, a comma before all but the first
  /// ever.
  static func items(_ count: Int, after written: Int, _ item: (Int, inout JSONText) -> Void) -> [UInt8] {
    var out: [UInt8] = []
    for row in 0..<count {
      out += (written + row == 0 ? "\n" : ",\n").utf8
      var json = JSONText()
      item(row, &json)
      out += json.bytes
    }
    return out
  }
}
