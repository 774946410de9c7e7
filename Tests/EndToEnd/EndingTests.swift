import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was found, and whoever waits is told the truth.
@Suite(.enabled(if: Tmux.isAvailable), .timeLimit(.minutes(1))) struct EndingTests {
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
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }
}
