import TestSupport
import Testing

/// The stage the end-to-end tests stand on.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(1)))
struct TmuxTests {
  @Test func aProgramSeesKeysAndItsEndIsTold() throws {
    let script = "echo \"$TERM $LC_ALL $NAME\"; read line; echo \"got $line;\"; stty size; read rest; exit 7"
    let stage = try Tmux(
      ["-c", script], program: "/bin/sh", columns: 33, rows: 9, environment: ["NAME": "two words"])
    try stage.waitFor("tmux-256color C.UTF-8 two words")
    try stage.type("a “b” ;")
    try stage.send("Enter")
    #expect(try stage.waitFor("9 33").contains("got a “b” ;;"))
    try stage.send("Enter")
    #expect(try stage.waitForExit() == .status(7))
  }

  @Test func aSignalThatEndsAProgramIsTold() throws {
    let stage = try Tmux(["-c", "echo ready; kill -TERM $$"], program: "/bin/sh")
    #expect(try stage.waitForExit() == .signal(15))
  }

  @Test func whatNeverComesFailsWithTheScreen() throws {
    let stage = try Tmux(["-c", "echo here; read x"], program: "/bin/sh")
    try stage.waitFor("here")
    let failure = #expect(throws: Tmux.Failure.self) { try stage.waitFor("elsewhere", timeout: 0.05) }
    #expect(failure?.description.contains("here") == true)
  }
}
