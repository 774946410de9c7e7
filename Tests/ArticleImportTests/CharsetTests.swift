import ArticleImport
import Testing

@Suite("Bytes become text")
struct CharsetTests {
  @Test("Clean UTF-8 is taken as it is, byte for byte")
  func clean() {
    let text = "“Zürich”, she said.\n\n  Two spaces \u{A0}and 日本.\n"
    #expect(Charset.decode(Array(text.utf8)).map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test("A UTF-8 byte order mark is dropped")
  func mark() {
    #expect(Charset.decode([0xEF, 0xBB, 0xBF] + Array("é.\n".utf8)) == "é.\n")
  }

  @Test(
    "UTF-16 is read in both byte orders, with a mark and without", arguments: [true, false], [true, false])
  func wide(isLittle: Bool, hasMark: Bool) {
    let text = "He said: “Fine.” 😀\n"
    let bytes = ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    #expect(Charset.decode(bytes) == text)
  }

  @Test("Windows-1252 quotation marks tell it from Latin-1")
  func eightBit() {
    let windows: [UInt8] = [0x93] + Array("Z".utf8) + [0xFC] + Array("rich".utf8) + [0x94]
    #expect(Charset.detect(windows) == .windows1252)
    #expect(Charset.decode(windows) == "“Zürich”")
    let latin: [UInt8] = Array("Z".utf8) + [0xFC] + Array("rich".utf8)
    #expect(Charset.detect(latin) == .latin1)
    #expect(Charset.decode(latin) == "Zürich")
  }

  @Test("A broken byte in UTF-8 text is replaced and the rest kept")
  func repaired() {
    let bytes = Array("“One” “two” ".utf8) + [0xE2, 0x80] + Array("three”".utf8)
    #expect(Charset.decode(bytes) == "“One” “two” \u{FFFD}three”")
  }

  @Test(
    "Every line end becomes LF",
    arguments: [("a\r\nb\r\n", "a\nb\n"), ("a\rb\r\rc", "a\nb\n\nc"), ("a\n\r\nb", "a\n\nb")])
  func lineEnds(stored: String, text: String) {
    #expect(Charset.decode(Array(stored.utf8)) == text)
  }

  @Test("Zero bytes, many controls and PDF are no text")
  func binary() {
    #expect(Charset.decode([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 0, 2, 0, 0, 0]) == nil)
    #expect(Charset.decode((0..<200).map { UInt8($0 % 2 == 0 ? 3 : 0xC8) }) == nil)
    #expect(Charset.decode(Array("%PDF-1.7\n".utf8)) == nil)
  }

  @Test("Any bytes decode to something or to nothing, and never trap")
  func anyBytes() {
    var state: UInt64 = 7
    for length in 0..<400 {
      let bytes = (0..<length % 37).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(state >> 56)
      }
      _ = Charset.decode(bytes)
      _ = Charset.decode([0xFF, 0xFE] + bytes)
      _ = Charset.decode([0xFE, 0xFF] + bytes)
    }
  }
}
