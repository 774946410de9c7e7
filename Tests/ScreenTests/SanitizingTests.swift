import Screen
import Testing

@Suite struct SanitizingTests {
  private func shown(_ text: String) -> String { Sanitizing.characters(text).map { String($0) }.joined() }

  @Test func escapeSequencesArriveAsPictures() {
    #expect(shown("\u{1B}]0;owned\u{7}\u{1B}[2J") == "␛]0;owned␇␛[2J")
    #expect(shown("a\nb\rc\u{8}d\u{0}\u{7F}") == "a␊b␍c␈d␀␡")
    #expect(shown("\u{9B}31m\u{90}") == "\u{FFFD}31m\u{FFFD}")
    #expect(shown("a\tb") == "a b")
  }

  @Test func whatReordersOrHidesTextIsLeftOut() {
    #expect(shown("if admin\u{202E}\u{2066} // check\u{2069} \u{2066}") == "if admin // check ")
    #expect(
      shown("zero\u{200B}width\u{FEFF}\u{2060}soft\u{AD}hyphen\u{61C}\u{200F}") == "zerowidthsofthyphen")
    #expect(shown("tag\u{E0041}\u{E007F}line\u{2028}para\u{2029}") == "taglinepara")
    let noncharacters: [UInt32] = [0xFFFE, 0xFDD0, 0x10FFFF]
    for value in noncharacters {
      #expect(Unicode.Scalar(value).map { shown(String($0)) } == "\u{FFFD}")
    }
    #expect(shown("filler\u{3164}\u{115F}\u{FFA0}") == "filler")
  }

  @Test func aGlyphKeepsFourMarksAndNeedsABase() {
    let many = "e" + String(repeating: "\u{301}", count: 9) + "x"
    #expect(Sanitizing.characters(many).map { $0.unicodeScalars.count } == [5, 1])
    #expect(shown("\u{301}a") == "\u{25CC}\u{301}a")
  }

  @Test func emojiFallIntoWhatEveryTerminalDrawsAlike() {
    #expect(shown("👨‍👩‍👧").map { $0 } == ["👨", "👩", "👧"])
    #expect(shown("❤\u{FE0F}") == "❤")
    #expect(shown("👋🏽!") == "👋!")
    #expect(shown("🇩🇪") == "DE")
    #expect(shown("1\u{FE0F}\u{20E3}") == "1")
  }

  @Test func lettersOfJoiningScriptsAreSeparateCells() {
    #expect(Sanitizing.characters("क्षा").count == 3)
    #expect(Sanitizing.characters("\u{1112}\u{1161}\u{11AB}").count == 1)
    #expect(Sanitizing.characters("a\u{1161}") == ["a"])
  }

  @Test func glyphsKnowWhereTheyStandInTheText() {
    let text = "é\u{301}\u{200B}世a"
    let places = Sanitizing.glyphs(text).map(\.bytes)
    #expect(places == [0..<7, 7..<10, 10..<11])
    #expect(Sanitizing.glyphs("x\u{202E}").map(\.bytes) == [0..<4])
  }

  @Test func aLineForATitleOrAMessageIsOneLine() {
    #expect(Sanitizing.line("plain words") == "plain words")
    #expect(Sanitizing.line("two\nlines\u{7}\u{202E}") == "two␊lines␇")
  }

  @Test(arguments: [
    "a\u{202E}b", "pass\u{200B}word", "\u{1B}[1m", "soft\u{AD}", "ab\u{200D}c", "\u{E0041}", "x\u{85}",
  ])
  func hiddenCharactersAreNoticed(_ text: String) { #expect(Sanitizing.hasHiddenCharacters(text)) }

  @Test(arguments: [
    "Plain “quoted” text — naïve.\r\n\tNext", "👨‍👩‍👧 👋🏽 ❤\u{FE0F}", "می‌خواهم", "e\u{301}", "世界", "",
  ])
  func whatWritingNeedsIsNotHidden(_ text: String) { #expect(!Sanitizing.hasHiddenCharacters(text)) }

  @Test func everyCodePointHasAWidthItKeepsOnTheScreen() {
    var screen = Screen(Size(columns: 6, rows: 1))
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in Sanitizing.glyphs(String(scalar)) {
        if TextWidth.columns(of: glyph.character) != glyph.columns || !(1...2).contains(glyph.columns) {
          Issue.record("U+\(String(value, radix: 16))")
        }
      }
      if value % 97 == 0 { screen.write("a\(String(scalar))\(String(scalar))b", row: 0, column: 0) }
    }
  }
}
