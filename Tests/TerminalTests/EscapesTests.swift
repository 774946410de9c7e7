import Screen
import Testing

@testable import Terminal

@Suite struct EscapesTests {
  @Test func theRestorationUndoesAllInOrder() {
    let string = Escapes.restoration(
      attributesOff: "<sgr0>", keypadOff: "<rmkx>", cursorOn: "<cnorm>", leaveScreen: "<rmcup>")
    #expect(
      string
        == "\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l<sgr0><rmkx><cnorm><rmcup>\r")
  }

  @Test func delaysInTerminfoStringsAreNotSent() {
    #expect(Escapes.withoutDelays("\u{1B}[?1049l$<5/>\u{1B}[m$<100>$x$<") == "\u{1B}[?1049l\u{1B}[m$x$<")
  }

  @Test func titlesAreMadeSafeAndShort() {
    #expect(Escapes.title("a\u{1B}\\\u{7}b\nc") == "\u{1B}]2;a␛\\␇b␊c\u{1B}\\")
    #expect(Escapes.title(String(repeating: "x", count: 900)).count == 206)
  }

  @Test func copiesAreEncodedMadeSafeAndLimited() {
    #expect(Escapes.copy("“Hi”\n") == "\u{1B}]52;c;4oCcSGnigJ0K\u{1B}\\")
    #expect(Escapes.copy("x\u{1B}y") == "\u{1B}]52;c;eOKQm3k=\u{1B}\\")
    #expect(Escapes.copy(String(repeating: "x", count: 80_000)) == nil)
    #expect(["", "f", "fo", "foo"].map { Escapes.base64(Array($0.utf8)) } == ["", "Zg==", "Zm8=", "Zm9v"])
  }
}

@Suite struct TransliterationTests {
  @Test func bordersAndLettersHaveTwinsInASCII() {
    let text = "┏━┓┃│└─▸ Vučić “yes” … 世"
    #expect(String(text.map { Transliteration.ascii($0) }) == "+-+||+-> Vucic \"yes\" . ?")
  }
}

@Suite struct MailboxTests {
  @Test func messagesOfManyTasksAllArriveInTheirOrder() async throws {
    let mailbox = try Mailbox<(sender: Int, number: Int)>()
    await withTaskGroup(of: Void.self) { group in
      for sender in 0..<4 { group.addTask { for number in 0..<500 { mailbox.send((sender, number)) } } }
    }
    let all = mailbox.take()
    #expect(all.count == 2000)
    for sender in 0..<4 { #expect(all.filter { $0.sender == sender }.map(\.number) == Array(0..<500)) }
    #expect(mailbox.take().isEmpty)
  }
}
