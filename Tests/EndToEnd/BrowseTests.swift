import Foundation
import TestSupport
import Testing

/// The built program in a real terminal.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(1)))
struct BrowseTests {
  @Test func theSamplesOpenAndAnActorFilters() throws {
    let stage = try Tmux(columns: 120, rows: 40)
    try stage.waitFor("· 15 articles")
    try stage.send("1", "Enter")
    let screen = try stage.waitFor("speaker:")
    #expect(screen.contains("1 Actors") && screen.contains("5 Related"))
    try stage.send("BSpace")
    try stage.waitFor("› ", timeout: 2)
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
    #expect(try stage.value(of: "#{alternate_on}") == "0")
  }

  /// The statement under the cursor stays there and in the Reader while others change around it.
  @Test func theSamplesImproveAndWhatIsReadStays() throws {
    let stage = try Tmux(columns: 120, rows: 40)
    try stage.waitFor("· 15 articles")
    try stage.send("/")
    try stage.type("never raised them")
    try stage.send("Enter")
    let before = try stage.waitFor("[\"I will not raise the fees,\"]ᵠ")
    #expect(before.contains("quote 2/"))
    try stage.send("Escape")
    try stage.waitUntilGone("/never raised")
    try stage.waitUntilGone("parsing", timeout: 20)
    try stage.waitUntilGone("improving", timeout: 20)
    let after = try stage.waitFor("quote 2/")
    #expect(after.contains("[\"I will not raise the fees,\"]ᵠ"))
    #expect(
      try stage.waitFor("▸01 Jun 2025 Tomas Oseiv        D \"I will not raise").contains("improving") == false
    )
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func improvingIsStoppedAndTurnedOff() throws {
    let folder = try Folder()
    let rain = String(
      repeating: "Rain fell on the coast all morning, and the ferries stayed in port. ", count: 200)
    for number in 0..<40 {
      try folder.write("\(number).txt", Data("Ada Lind said the bridge would open.\n\(rain)".utf8))
    }
    let stage = try Tmux([folder.path], columns: 120, rows: 40)
    try stage.waitFor("improving")
    try stage.send("C-c")
    let stopped = try stage.waitFor("improving stopped")
    #expect(!stopped.contains("improving 1"))
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
    let quick = try Tmux(["--quick", folder.path], columns: 120, rows: 40)
    try quick.waitFor("· 40 articles")
    try quick.waitUntilGone("linking")
    #expect(!(try quick.capture().contains("improving")))
  }

  @Test func narrowingFollowingAndComingBack() throws {
    let stage = try Tmux(["--quick"], columns: 120, rows: 40)
    try stage.waitFor("· 15 articles")
    try stage.send("/")
    try stage.type("never raised them")
    try stage.send("Enter")
    try stage.waitFor("1/1 ┛")
    try stage.waitFor("quote 2/")
    try stage.send("5", "j", "Enter")
    let elsewhere = try stage.waitFor("outside the filter")
    #expect(!elsewhere.contains("· quote 2/"))
    try stage.send("C-o")
    try stage.waitFor("· quote 2/")
    try stage.send("q", "q", "q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func everySizeShowsTheReaderAndSurvivesBeingResized(columns: Int, rows: Int) throws {
    let stage = try Tmux(columns: columns, rows: rows)
    try stage.waitFor("· 15 articles")
    try stage.waitFor("4 Reader")
    try stage.resize(columns: 10, rows: 3)
    try stage.waitFor("too small")
    try stage.resize(columns: 1, rows: 1)
    try stage.resize(columns: columns, rows: rows)
    try stage.waitFor("4 Reader")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func whatCannotBeReadIsListedAndTheRestIsShown() throws {
    let folder = try Folder()
    try folder.write("good.txt", Data("The mayor, Ada Lind, said the bridge would open.\n".utf8))
    try folder.write("picture.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0, 1, 2, 3, 0]))
    try folder.write("empty.txt", Data())
    let stage = try Tmux([folder.path], columns: 120, rows: 40)
    try stage.waitFor("Ada Lind")
    try stage.send("E")
    let list = try stage.waitFor("picture.txt")
    #expect(list.contains("empty.txt"))
    try stage.send("q", "Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func noColourMeansNoColour() throws {
    let stage = try Tmux(columns: 80, rows: 24, environment: ["NO_COLOR": "1"])
    try stage.waitFor("· 15 articles")
    let screen = try stage.capture(escapes: true)
    #expect(screen.contains("\u{1B}["))
    #expect(!screen.contains(/\e\[[0-9;]*(3[0-8]|4[0-8])[;m]/))
  }

  @Test func withoutUTF8EverythingIsASCII() throws {
    let stage = try Tmux(environment: ["LC_ALL": "C"])
    let screen = try stage.waitFor(". 15 articles")
    #expect(screen.contains("+- 3 Quotes"))
    #expect(screen.allSatisfy { $0.isASCII })
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test(arguments: ["no-such-terminal", ""]) func anUnknownTerminalIsTakenForTheUsualOne(type: String) throws
  {
    let stage = try Tmux(environment: ["TERM": type])
    try stage.waitFor("taken for xterm-256color")
    try stage.waitFor("4 Reader")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func aTerminalWithoutACursorIsRefusedInWords() throws {
    let stage = try Tmux(columns: 80, environment: ["TERM": "dumb"])
    #expect(try stage.waitForExit() == .status(1))
    try stage.waitFor("type “dumb” cannot show the browser")
  }

  @Test func nothingHappensWhileNobodyDoesAnything() throws {
    let stage = try Tmux(["--quick"], columns: 120, rows: 40)
    try stage.waitFor("· 15 articles")
    try stage.waitUntilGone("linking")
    let program = try #require(stage.process)
    /// Ticks of processor time.
    func worked() throws -> [Substring] {
      let text = try String(contentsOfFile: "/proc/\(program)/stat", encoding: .utf8)
      return (text.split(separator: ")").last?.split(separator: " ") ?? []).dropFirst(11).prefix(2).map { $0 }
    }
    // It may have something to put away.
    Thread.sleep(forTimeInterval: 0.5)
    let before = try worked()
    Thread.sleep(forTimeInterval: 1)
    #expect(try worked() == before && before.count == 2)
  }

  @Test func theMouseChoosesAPane() throws {
    let stage = try Tmux(columns: 120, rows: 40)
    try stage.waitFor("· 15 articles")
    #expect(try stage.value(of: "#{mouse_any_flag}#{mouse_button_flag}") == "00")
    try stage.waitFor("┏━ 3 Quotes")
    try stage.send("M")
    try stage.waitFor("mouse")
    // A press in the topics, as the terminal reports it.
    try stage.type("\u{1B}[<0;5;26M\u{1B}[<0;5;26m")
    try stage.waitFor("┏━ 2 Topics")
  }
}

/// A folder of articles that goes when the test ends.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("whosaid-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: Data) throws {
    try bytes.write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
