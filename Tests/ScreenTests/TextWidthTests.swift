import Screen
import Testing

@Suite struct TextWidthTests {
  @Test func chineseJapaneseKoreanAndEmojiTakeTwoCells() {
    #expect(TextWidth.columns(of: "世界" as String) == 4)
    #expect(TextWidth.columns(of: "ｱ" as Character) == 1)
    #expect(TextWidth.columns(of: "Ａ" as Character) == 2)
    #expect(TextWidth.columns(of: "한글" as String) == 4)
    #expect(TextWidth.columns(of: "😀⌚" as String) == 4)
    #expect(TextWidth.columns(of: "𠀀" as Character) == 2)
  }

  @Test func lettersWithMarksAndBoxDrawingTakeOne() {
    #expect(TextWidth.columns(of: "e\u{301}" as Character) == 1)
    #expect(TextWidth.columns(of: "┏━▸●⇄“…”" as String) == 8)
    #expect(TextWidth.columns(of: "Vučić" as String) == 5)
    #expect(TextWidth.columns(of: "" as String) == 0)
  }
}
