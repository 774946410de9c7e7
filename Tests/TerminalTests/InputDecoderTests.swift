import CNcurses
import Screen
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private func decode(_ tokens: [InputDecoder.Token]) -> [InputEvent] {
    var decoder = InputDecoder()
    return tokens.flatMap { decoder.feed($0) }
  }

  private func typed(_ text: String) -> [InputDecoder.Token] {
    text.unicodeScalars.map { .character($0.value) } + [.pause]
  }

  private func key(_ code: Key.Code, control: Bool = false, alt: Bool = false) -> InputEvent {
    .key(Key(code, control: control, alt: alt))
  }

  @Test func aLetterAndAFunctionKeyOfTheSameNumberAreTwoThings() {
    #expect(decode([.character(269), .code(269)]) == [key(.character("č")), key(.function(5))])
  }

  @Test func controlBackspaceEnterAndTabHaveOneNameEach() {
    #expect(decode(typed("\u{3}\u{1C}\0")) == ["c", "\\", " "].map { key(.character($0), control: true) })
    #expect(
      decode([.character(0x7F), .character(8), .code(KEY_BACKSPACE)])
        == Array(repeating: key(.backspace), count: 3))
    #expect(decode(typed("\r\n\t")) == [key(.enter), key(.enter), key(.tab)])
    #expect(decode([.code(KEY_BTAB), .code(KEY_PPAGE)]) == [key(.backTab), key(.pageUp)])
  }

  @Test func escapeIsAKeyWhenNothingFollowsAndAltWhenSomethingDoes() {
    #expect(decode(typed("\u{1B}")) == [key(.escape)])
    #expect(decode(typed("\u{1B}x")) == [key(.character("x"), alt: true)])
    #expect(decode(typed("\u{1B}") + typed("x")) == [key(.escape), key(.character("x"))])
    #expect(decode([.character(0x1B), .code(KEY_LEFT), .pause]) == [key(.left, alt: true)])
    #expect(decode(typed("\u{1B}\u{1B}")) == [key(.escape), key(.escape)])
    #expect(decode(typed("\u{1B}[")) == [key(.character("["), alt: true)])
  }

  @Test func sequencesNobodyKnowsAreNotCommands() {
    #expect(decode(typed("\u{1B}[25;3~q")) == [key(.character("q"))])
    #expect(decode(typed("\u{1B}[?62;1") + typed("j")) == [key(.character("j"))])
  }

  @Test func pastedTextIsTextAndNothingInItIsACommand() {
    let tokens: [InputDecoder.Token] =
      [.code(KeyCodes.pasteStart)] + typed("q\u{1B}:") + typed("two\rlines") + [.code(KEY_DOWN)]
      + [.code(KeyCodes.pasteEnd)] + typed("j")
    #expect(decode(tokens) == [.paste("q\u{1B}:two\nlines"), key(.character("j"))])
  }

  @Test func anEndlessPasteIsCut() {
    var decoder = InputDecoder()
    _ = decoder.feed(.code(KeyCodes.pasteStart))
    for _ in 0..<100_000 { _ = decoder.feed(.character(0x78)) }
    guard case .paste(let text)? = decoder.feed(.code(KeyCodes.pasteEnd)).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 65_536)
  }

  @Test func modifiersOfCursorKeysAreRead() {
    let definitions = Dictionary(uniqueKeysWithValues: KeyCodes.definitions.map { ($0.sequence, $0.code) })
    func pressed(_ sequence: String) -> Key? { definitions[sequence].flatMap { KeyCodes.key($0) } }
    #expect(pressed("\u{1B}[1;3D") == Key(.left, alt: true))
    #expect(pressed("\u{1B}[1;5C") == Key(.right, control: true))
    #expect(pressed("\u{1B}[1;2A") == Key(.up))
    #expect(pressed("\u{1B}[6;8~") == Key(.pageDown, control: true, alt: true))
    #expect(Set(KeyCodes.definitions.map(\.code).filter { $0 >= 2000 }).count == 66)
  }

  @Test func mouseReportsMayComeInPieces() {
    let report: [InputDecoder.Token] = [.code(KeyCodes.mouseReport)] + typed("0;300;") + typed("5Mq")
    #expect(
      decode(report) == [.mouse(MouseEvent(.press, at: Point(row: 4, column: 299))), key(.character("q"))])
    #expect(decode([.code(KeyCodes.mouseReport)] + typed("x;;;M")).isEmpty)
  }

  @Test func anyTokensEndInEventsOrNothing() {
    var random = SystemRandomNumberGenerator()
    var decoder = InputDecoder()
    for _ in 0..<20_000 {
      let value = UInt32.random(in: 0...0x300, using: &random)
      let tokens: [InputDecoder.Token] = [
        .character(value), .code(Int32(value) + 1900), .pause, .character(0x1B), .character(.max),
      ]
      _ = decoder.feed(tokens.randomElement(using: &random) ?? .pause)
    }
  }
}

@Suite struct MouseReportTests {
  @Test func buttonWheelAndModifiersAreToldApart() {
    #expect(MouseReport("0;1;1M")?.action == .press)
    #expect(MouseReport("0;1;1m")?.action == .release)
    #expect(MouseReport("32;1;1M")?.action == .drag)
    #expect(MouseReport("64;1;1M")?.action == .scrollUp)
    #expect(MouseReport("81;1;1M")?.action == .scrollDown)
    #expect(MouseReport("2;1;1M")?.action == nil)
    #expect(MouseReport("0;0;1M") == nil)
    #expect(MouseReport("99999999999999999999;1;1M") == nil)
  }

  @Test func twoQuickPressesOnOneCellAreDouble() throws {
    var clicks = ClickCounter()
    let (here, there) = (try #require(MouseReport("0;3;3M")), try #require(MouseReport("0;4;3M")))
    #expect(clicks.event(for: here, at: .milliseconds(0))?.action == .press)
    #expect(clicks.event(for: here, at: .milliseconds(300))?.action == .doublePress)
    #expect(clicks.event(for: here, at: .milliseconds(500))?.action == .press)
    #expect(clicks.event(for: there, at: .milliseconds(600))?.action == .press)
    #expect(clicks.event(for: there, at: .milliseconds(2000))?.action == .press)
  }
}
