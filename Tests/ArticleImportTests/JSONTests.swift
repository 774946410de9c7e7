import Testing

@testable import ArticleImport

@Suite("JSON is read")
struct JSONTests {
  func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)[...]) }

  @Test("Every kind of value")
  func values() throws {
    #expect(
      try read(#" {"a": [1, -2.5e3, true, false, null], "b": {"c": "d"}} "#)
        == .object([
          ("a", .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null])),
          ("b", .object([("c", .string("d"))])),
        ]))
  }

  @Test("Escapes, pairs of halves, and halves alone")
  func escapes() throws {
    #expect(try read(#""a\n\t\"\\\/\u00e9\ud83d\ude00""#) == .string("a\n\t\"\\/é😀"))
    #expect(try read(#""\ud83d x \ude00 \uZZ""#) == .string("\u{FFFD} x \u{FFFD} \u{FFFD}ZZ"))
  }

  @Test("What pages get wrong is forgiven: raw line ends, a comma too many")
  func forgiven() throws {
    #expect(try read("[\"a\nb\", 1,]") == .array([.string("a\nb"), .number("1")]))
  }

  @Test(
    "What is wrong is told, with its byte",
    arguments: ["", "{", "[1", "\"a", "{\"a\" 1}", "{1: 2}", "nul", "1 2", "\"\\"])
  func wrong(text: String) {
    #expect(throws: JSONReader.Failure.self) { try read(text) }
  }

  @Test("Nesting without end is refused")
  func deep() {
    #expect(throws: JSONReader.Failure.self) { try read(String(repeating: "[", count: 1_000_000)) }
  }
}
