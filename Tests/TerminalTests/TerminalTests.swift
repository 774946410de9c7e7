import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

/// ncurses has one terminal at a time.
@Suite(.serialized) struct TerminalTests {
  init() { setlocale(LC_ALL, "C.UTF-8") }

  private func withTerminal(
    columns: UInt16 = 40, rows: UInt16 = 6, type: String = "xterm-256color", noColor: Bool = false,
    _ body: (Terminal, PseudoTerminal) throws -> Void
  ) throws {
    let pty = try PseudoTerminal(columns: columns, rows: rows)
    let terminal = try Terminal(input: pty.back, output: pty.back, type: type, noColor: noColor)
    defer { terminal.close() }
    try body(terminal, pty)
  }

  private func screen(_ lines: [String], style: Style = .plain) -> Screen {
    var screen = Screen(Size(columns: 40, rows: 6))
    for (row, line) in lines.enumerated() { screen.write(line, row: row, column: 0, style: style) }
    return screen
  }

  /// The events of signals to the process, one after the other; the threads of tests block them.
  private func signalled(_ terminal: Terminal, _ signals: [Int32]) throws -> [TerminalEvent] {
    let mailbox = try Mailbox<Int>()
    return signals.flatMap { signal in
      kill(getpid(), signal)
      terminal.wait(on: mailbox, atMost: .seconds(5))
      return terminal.events()
    }
  }

  @Test func onlyWhatChangedIsWritten() throws {
    try withTerminal { terminal, pty in
      terminal.show(screen(["harbor fees", "世界 čaj"]))
      let first = pty.output()
      #expect(first.contains("harbor fees") && first.contains("世界 čaj"))
      terminal.show(screen(["harbor fees", "世界 čaj"]))
      #expect(pty.output().isEmpty)
      terminal.show(screen(["harbor toll", "世界 čaj"]))
      let second = pty.output()
      #expect(second.contains("toll") && !second.contains("harbor") && !second.contains("世界"))
    }
  }

  @Test func theLastCellIsPaintedAndTheCursorPlaced() throws {
    try withTerminal { terminal, pty in
      var picture = screen([])
      picture.write("end", row: 5, column: 37)
      picture.cursor = Point(row: 2, column: 3)
      terminal.show(picture)
      let output = pty.output()
      #expect(output.contains("d"))
      #expect(output.contains("\u{1B}[3;4H"))
      picture.cursor = nil
      terminal.show(picture)
      #expect(pty.output().contains("\u{1B}[?25l"))
    }
  }

  @Test func stylesReachTheTerminal() throws {
    try withTerminal { terminal, pty in
      terminal.show(screen(["x"], style: Style(.palette(208), on: .rgb(0, 0, 255), [.bold, .underline])))
      let output = pty.output()
      #expect(output.contains("38;5;208") && output.contains("48;5;21"))
    }
  }

  @Test func withoutColourTheAttributesStay() throws {
    try withTerminal(noColor: true) { terminal, pty in
      terminal.show(screen(["x"], style: Style(.palette(208), [.bold, .reverse])))
      let output = pty.output()
      #expect(output.contains("0;1;7mx") && !output.contains("38;5"))
    }
  }

  @Test func keysPastesAndTheMouseAreRead() throws {
    try withTerminal { terminal, pty in
      terminal.setMouse(true)
      #expect(pty.output().contains("\u{1B}[?1006h"))
      pty.type(
        "jč\u{1B}[1;3D\u{1B}OA\u{1B}[5~\u{7F}\u{1B}[200~q q\u{1B}[201~\u{1B}[<64;250;3Mx\u{1B}[99~\u{1B}f")
      let keys: [InputEvent] = [
        .key(Key("j")), .key(Key("č")), .key(Key(.left, alt: true)), .key(Key(.up)), .key(Key(.pageUp)),
        .key(Key(.backspace)), .paste("q q"), .mouse(MouseEvent(.scrollUp, at: Point(row: 2, column: 249))),
        .key(Key("x")), .key(Key(.character("f"), alt: true)),
      ]
      #expect(terminal.events() == keys.map { .input($0) })
      #expect(terminal.events().isEmpty)
      pty.type("\u{1B}")
      #expect(terminal.events() == [.input(.key(Key(.escape)))])
    }
  }

  @Test func aNewSizeIsToldOnceAndPainted() throws {
    try withTerminal { terminal, pty in
      terminal.show(screen(["before"]))
      pty.resize(columns: 20, rows: 3)
      let events = try signalled(terminal, [SIGWINCH, SIGWINCH, SIGWINCH])
      #expect(events == [.input(.resize(Size(columns: 20, rows: 3)))])
      #expect(terminal.events().isEmpty)
      _ = pty.output()
      terminal.show(screen(["a long line that is longer than 20 columns", "", "", "below"]))
      #expect(pty.output().contains("a long line"))
      #expect(terminal.size == Size(columns: 20, rows: 3))
    }
  }

  /// A terminal that was smaller for a moment has cut off what it showed.
  @Test func theSameSizeAgainIsPaintedAnew() throws {
    try withTerminal { terminal, pty in
      terminal.show(screen(["harbor fees"]))
      pty.resize(columns: 20, rows: 3)
      pty.resize(columns: 40, rows: 6)
      let events = try signalled(terminal, [SIGWINCH])
      #expect(events.isEmpty)
      _ = pty.output()
      terminal.show(screen(["harbor fees"]))
      #expect(pty.output().contains("harbor fees"))
    }
  }

  @Test func sizesFromOneCellUpDoNotTrap() throws {
    try withTerminal { terminal, pty in
      for (columns, rows) in [(1, 1), (2, 1), (1, 9), (300, 100), (3, 3)] as [(UInt16, UInt16)] {
        pty.resize(columns: columns, rows: rows)
        _ = try signalled(terminal, [SIGWINCH])
        terminal.show(screen(["世界世界", "世界世界 long enough to be cut"]))
        terminal.show(screen(["x世界", "\u{301}y", "z"]))
        _ = pty.output()
      }
    }
  }

  @Test func signalsThatEndTheProgramAreEvents() throws {
    try withTerminal { terminal, _ in
      let events = try signalled(terminal, [SIGTERM, SIGHUP, SIGTSTP])
      #expect(events == [.terminate(signal: SIGTERM), .terminate(signal: SIGHUP), .suspend])
    }
  }

  @Test func aTerminalThatIsGoneIsToldOnceAndNeverSpins() throws {
    try withTerminal { terminal, pty in
      pty.type("k")
      pty.hangUp()
      #expect(terminal.events().last == .hangUp)
      #expect(terminal.events().isEmpty)
      let mailbox = try Mailbox<Int>()
      let clock = ContinuousClock()
      #expect(clock.measure { terminal.wait(on: mailbox, atMost: .milliseconds(80)) } >= .milliseconds(75))
    }
  }

  @Test func waitingEndsWithAMessageOrAKey() throws {
    try withTerminal { terminal, pty in
      let mailbox = try Mailbox<Int>()
      mailbox.send(7)
      terminal.wait(on: mailbox)
      #expect(mailbox.take() == [7])
      pty.type("j")
      terminal.wait(on: mailbox)
      #expect(terminal.events() == [.input(.key(Key("j")))])
    }
  }

  @Test func closingGivesTheTerminalBack() throws {
    let pty = try PseudoTerminal(columns: 40, rows: 6)
    let before = pty.localModes
    let terminal = try Terminal(input: pty.back, output: pty.back, type: "xterm-256color")
    #expect(pty.localModes != before)
    terminal.setMouse(true)
    terminal.setTitle("summit")
    terminal.show(screen(["x"]))
    _ = pty.output()
    terminal.close()
    let output = pty.output()
    for sequence in ["\u{1B}[?2004l", "\u{1B}[?1000l", "\u{1B}[?1049l", Escapes.titleBack] {
      #expect(output.contains(sequence))
    }
    #expect(pty.localModes == before)
  }

  @Test func outsideTheTerminalIsAsItWasFound() throws {
    try withTerminal { terminal, pty in
      terminal.show(screen(["inside"]))
      _ = pty.output()
      var seen = ""
      terminal.runOutside { seen = pty.output() }
      #expect(seen.contains("\u{1B}[?1049l"))
      terminal.show(screen(["inside"]))
      let after = pty.output()
      #expect(after.contains("\u{1B}[?1049h") && after.contains("inside"))
    }
  }

  @Test func anUnknownTypeIsTakenForXtermAndSaidSo() throws {
    try withTerminal(type: "no-such-terminal") { terminal, pty in
      #expect(terminal.notices.count == 1)
      #expect(terminal.notices.first?.contains("no-such-terminal") == true)
      terminal.show(screen(["shown"]))
      #expect(pty.output().contains("shown"))
    }
    #expect(throws: TerminalError.unusable(type: "dumb")) { try withTerminal(type: "dumb") { _, _ in } }
  }

  @Test func withoutUTF8TextAndBordersAreASCII() throws {
    setlocale(LC_ALL, "C")
    defer { setlocale(LC_ALL, "C.UTF-8") }
    try withTerminal { terminal, pty in
      terminal.show(screen(["┌─ Vučić “x” ─┐", "世!"]))
      let output = pty.output()
      #expect(output.contains("+- Vucic \"x\" -+"))
      #expect(output.contains("? !"))
      #expect(output.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  /// The one test that what is counted here and what is counted there agree.
  @Test func widthsAgreeWithTheCLibrary() {
    var differing: [String] = []
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in Sanitizing.glyphs(String(scalar)) {
        guard let base = glyph.character.unicodeScalars.first else { continue }
        let width = Int(terminal_wcwidth(base.value))
        // What is newer than the library is drawn as a stand-in.
        if width != glyph.columns, width != -1 { differing.append(String(value, radix: 16)) }
      }
    }
    #expect(differing.count <= 80, "\(differing)")
  }
}
