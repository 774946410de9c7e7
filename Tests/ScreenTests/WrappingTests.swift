import Screen
import Testing

@Suite struct WrappingTests {
  private func wrap(_ text: String, _ columns: Int, in range: Range<Int>? = nil) -> [String] {
    Wrapping.lines(of: text, in: range, columns: columns).map { line in
      String(decoding: Array(text.utf8)[line], as: UTF8.self)
    }
  }

  @Test func linesBreakAtBlanksWhichBelongToNone() {
    #expect(wrap("the new quay would not", 8) == ["the new", "quay", "would", "not"])
    #expect(wrap("exactly  eight", 7) == ["exactly", "eight"])
    #expect(wrap("a b ", 3) == ["a b"])
  }

  @Test func newlinesEndLines() {
    #expect(wrap("one\n\ntwo\r\nthree\u{2028}four\n", 20) == ["one", "", "two", "three", "four", ""])
    #expect(wrap("", 5) == [""])
  }

  @Test func indentsStay() { #expect(wrap("x\n  indented text", 11) == ["x", "  indented", "text"]) }

  @Test func longWordsAreCutAfterTheirLineBegan() {
    #expect(wrap("in Donaudampfschiff now", 6) == ["in", "Donaud", "ampfsc", "hiff", "now"])
    #expect(wrap("abc", 0) == ["a", "b", "c"])
  }

  @Test func noBreakSpacesHold() { #expect(wrap("was 10\u{A0}km away", 8) == ["was", "10\u{A0}km", "away"]) }

  @Test func wideCharactersBreakAnywhereButAreNeverCut() {
    #expect(wrap("世界世界", 5) == ["世界", "世界"])
    #expect(wrap("says 世界人", 8) == ["says 世", "界人"])
    #expect(wrap("世界。人", 4) == ["世", "界。", "人"])
    #expect(wrap("世a", 1) == ["世", "a"])
  }

  @Test func marksStayWithTheirLetters() {
    #expect(wrap("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
  }

  @Test func aPartOfATextKeepsTheTextsOffsets() {
    let text = "“Čuj” said the mayor"
    #expect(Wrapping.lines(of: text, in: 11..<24, columns: 8) == [11..<19, 20..<24])
    #expect(wrap(text, 9, in: 11..<24) == ["said the", "mayo"])
    #expect(wrap(text, 9, in: 11..<9999) == ["said the", "mayor"])
  }

  @Test func everyLineFitsAndNothingButBlanksIsLost() {
    var random = SystemRandomNumberGenerator()
    let alphabet: [Character] = [
      "a", "b", " ", " ", "世", "\n", "é", "—", "\u{200B}", "e\u{301}", "😀", "\t", "“",
    ]
    for _ in 0..<300 {
      let text = String((0..<80).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let columns = Int.random(in: 2...20, using: &random)
      let lines = Wrapping.lines(of: text, columns: columns)
      let bytes = Array(text.utf8)
      var at = 0
      for line in lines {
        #expect(line.lowerBound >= at)
        let skipped = String(decoding: bytes[at..<line.lowerBound], as: UTF8.self)
        #expect(skipped.allSatisfy { $0.isWhitespace || $0 == "\u{200B}" })
        #expect(TextWidth.columns(of: String(decoding: bytes[line], as: UTF8.self)) <= columns)
        at = line.upperBound
      }
    }
  }
}

@Suite struct TruncationTests {
  @Test func whatFitsStays() {
    #expect(Truncation.fit("harbor", columns: 6) == "harbor")
    #expect(Truncation.fit("harbor ", columns: 6) == "harbor")
    #expect(Truncation.fit("", columns: 3).isEmpty)
  }

  @Test func whatDoesNotFitEndsInAnEllipsis() {
    #expect(Truncation.fit("the new quay", columns: 8) == "the new…")
    #expect(Truncation.fit("the new quay", columns: 9) == "the new…")
    #expect(Truncation.fit("世界人", columns: 4) == "世…")
    #expect(Truncation.fit("世界", columns: 1) == "…")
    #expect(Truncation.fit("abc", columns: 0).isEmpty)
  }

  @Test func linesBecomeOne() {
    #expect(Truncation.fit("one\n\n two\tthree\u{2029}four", columns: 40) == "one two three four")
    #expect(Truncation.fit("\u{1B}[2J\n", columns: 10) == "␛[2J")
  }
}
