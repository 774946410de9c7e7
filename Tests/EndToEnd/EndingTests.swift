import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was found, and whoever waits is told the truth.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(1)))
struct EndingTests {
  /// Signals that ask, and one of each kind that a fault raises.
  @Test(arguments: [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGSEGV, SIGILL, SIGABRT])
  func aSignalGivesTheTerminalBack(signal: Int32) throws {
    let stage = try Tmux(columns: 80, rows: 24)
    try stage.waitFor("· 15 articles")
    #expect(try stage.value(of: "#{alternate_on}") == "1")
    let program = try #require(stage.process)
    kill(program, signal)
    #expect(try stage.waitForExit() == .signal(Int(signal)))
    #expect(try stage.value(of: "#{alternate_on}#{mouse_any_flag}#{mouse_button_flag}") == "000")
  }

  @Test func controlCStopsTheReadingAndNotTheProgram() throws {
    let stage = try Tmux(columns: 80, rows: 24)
    try stage.waitFor("· 15 articles")
    try stage.send("C-c")
    try stage.send("?")
    try stage.waitFor("Keys in")
    try stage.send("q", "Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func withoutATerminalAPlainListIsPrinted() throws {
    let stage = try Tmux(["-c", "\(Tmux.program) | head -n 3; read end"], program: "/bin/sh", columns: 120)
    let screen = try stage.waitFor("Sofia Albrecht")
    #expect(!screen.contains("1 Actors"))
  }

  @Test func articlesOnStandardInputLeaveTheKeyboardToTheBrowser() throws {
    let stage = try Tmux(
      ["-c", "echo 'Ada Lind said the bridge would open.' | \(Tmux.program) -"], program: "/bin/sh",
      columns: 120, rows: 40)
    try stage.waitFor("Ada Lind")
    try stage.waitFor("whosaid  standard input")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func whatIsPipedInIsReadUnasked() throws {
    let stage = try Tmux(
      ["-c", "echo 'Ada Lind said the bridge would open.' | \(Tmux.program)"], program: "/bin/sh",
      columns: 120, rows: 40)
    try stage.waitFor("Ada Lind")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func controlCLeavesAPipeThatNeverEnds() throws {
    let stage = try Tmux(
      ["-c", "{ echo 'Ada Lind said no.'; exec sleep 30; } | \(Tmux.program)"], program: "/bin/sh")
    try stage.waitFor("Reading.")
    try stage.send("C-c")
    try stage.waitFor("reading stopped")
  }

  @Test func theEditorOpensAtTheQuoteAndIsStoppedByItsOwnKeys() throws {
    let folder = try Folder()
    try folder.write(
      "one.txt", Data("A bridge\n\nNothing yet.\n\nAda Lind said the bridge would open.\n".utf8))
    let editor = folder.path + "/editor"
    try folder.write("editor", Data("#!/bin/sh\necho \"editing $*\"\nexec sleep 60\n".utf8))
    chmod(editor, 0o700)
    let stage = try Tmux([folder.path + "/one.txt"], environment: ["EDITOR": editor])
    try stage.waitFor("4 Reader")
    try stage.waitFor("Lind")
    try stage.send("e")
    #expect(try stage.waitFor("editing").contains("+5"))
    try stage.send("C-c")
    try stage.waitFor("ended with status 130")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func suspendedItLeavesTheTerminalToTheShellAndComesBack() throws {
    let stage = try Tmux(["--norc", "-i"], program: "/bin/bash", environment: ["PS1": "shell> "])
    try stage.waitFor("shell>")
    try stage.type(Tmux.program)
    try stage.send("Enter")
    try stage.waitFor("· 15 articles")
    try stage.send("C-z")
    try stage.waitFor("Stopped")
    #expect(try stage.value(of: "#{alternate_on}") == "0")
    try stage.type("fg")
    try stage.send("Enter")
    try stage.waitFor("4 Reader")
    try stage.send("Q")
    try stage.waitFor("shell>")
    #expect(try stage.value(of: "#{alternate_on}") == "0")
  }
}
