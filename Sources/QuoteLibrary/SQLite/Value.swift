/// What a column of a row may hold.
enum Value: Sendable, Equatable {
  // swift-format-ignore
  case null, integer(Int64), real(Double), text(String), blob([UInt8])

  static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
  static func integer(_ number: Int) -> Value { .integer(Int64(number)) }
  static func integer(_ number: Int64?) -> Value { number.map { .integer($0) } ?? .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(stringLiteral value: String) { self = .text(value) }
}
