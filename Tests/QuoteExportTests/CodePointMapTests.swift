import QuoteExport
import QuoteModel
import Testing

@Suite("Byte offsets become code point offsets")
struct CodePointMapTests {
  @Test("Every scalar's offset is its number, in short and long texts", arguments: [1, 3, 64, 65, 500])
  func everyScalar(repeats: Int) {
    let text = String(repeating: "a“é😀日", count: repeats)
    let map = CodePointMap(text)
    var (byte, wrong) = (0, 0)
    for (number, scalar) in text.unicodeScalars.enumerated() {
      if map.codePoints(before: byte) != number { wrong += 1 }
      byte += UTF8.width(scalar)
    }
    #expect(wrong == 0)
    #expect(map.codePoints(before: byte) == text.unicodeScalars.count)
  }

  @Test("ASCII text counts the same both ways")
  func ascii() {
    #expect(CodePointMap("plain words").codePoints(in: TextRange(2, 7)) == (2, 7))
  }

  @Test("An offset behind the text counts as its end")
  func behind() {
    #expect(CodePointMap("é").codePoints(before: 99) == 1)
  }
}
