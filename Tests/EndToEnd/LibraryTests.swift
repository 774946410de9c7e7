import Foundation
@testable import QuoteLibrary
import TestSupport
import Testing

/// Libraries as a person and a script use them: the built program, killed and started again.
@Suite("A library outlives its programs", .timeLimit(Patience.minutes(20)))
struct LibraryTests {
  private static let kills = ProcessInfo.processInfo.environment["WHOSAID_SOAK"] == nil ? 12 : 1000

  private func start(_ home: Folder, _ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tmux.program)
    process.arguments = arguments
    process.environment = ["XDG_DATA_HOME": home.path + "/data", "XDG_STATE_HOME": home.path + "/state"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: home.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: home.path + "/messages")
    try process.run()
    return process
  }

  /// What a run wrote to standard output, its messages and its status.
  private func run(_ home: Folder, _ arguments: String...) throws -> (
    out: String, messages: String, status: Int32
  ) {
    for name in ["out", "messages"] { try home.write(name, Data()) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tmux.program)
    process.arguments = arguments
    process.environment = ["XDG_DATA_HOME": home.path + "/data", "XDG_STATE_HOME": home.path + "/state"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: home.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: home.path + "/messages")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: home.path + "/" + name, encoding: .utf8)
    }
    return (try text("out"), try text("messages"), process.terminationStatus)
  }

  private func write(_ count: Int, to home: Folder) throws {
    try FileManager.default.createDirectory(atPath: home.path + "/in", withIntermediateDirectories: true)
    for number in 0..<count {
      let text = (0..<12).map {
        "Ada Lind said that bridge \(number) would open in \($0 + 2) weeks, or later."
      }
      try home.write("in/\(number).txt", Data(text.joined(separator: "\n\n").utf8))
    }
  }

  @Test("Without a path the library opened last is read, and the samples where they are asked for")
  func openedLast() throws {
    let home = try Folder()
    try write(1, to: home)
    #expect(try run(home).out.contains("Oseiv"))
    #expect(try run(home, "library", "create", "bridges", home.path + "/in").status == 0)
    #expect(try run(home, "--quiet", "bridges").out.contains("Lind"))
    #expect(try run(home).out.contains("Lind"))
    let samples = try run(home, "--samples")
    #expect(samples.out.contains("Oseiv") && !samples.out.contains("Lind"))
  }

  @Test("Killed at any moment it verifies, goes on where it was, and loses no decision made meanwhile")
  func killed() throws {
    let home = try Folder()
    let count = 600
    try write(count, to: home)
    for name in ["out", "messages"] { try home.write(name, Data()) }
    let path = home.path + "/a.whosaid"
    var (decisions, articles, kills): ([String], Int, Int) = ([], 0, 0)
    var parsed: Set<ContentHash> = []
    var library = try Library.create(at: path)
    while kills < Self.kills {
      let process = try start(home, "library", "add", path, home.path + "/in")
      let moment = Date().addingTimeInterval(Double.random(in: 0.01...0.35))
      while Date() < moment, process.isRunning {
        let line = "note\t0000000000000001-0-\(decisions.count + 1)\tkept"
        try library.decide([line])
        decisions.append(line)
        usleep(5000)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      kills += 1
      #expect(try library.verify() == [])
      #expect(try library.decisions() == decisions)
      let now = try library.info().articles
      #expect(now >= articles)
      articles = now
      // What was parsed once is in the library or beside it, and is not parsed again.
      let hashes = try library.database.rows("SELECT hash FROM article") { ContentHash(bytes: $0.blob(0)) }
      let kept = try #require(ParsedAhead(beside: path)).hashes.union(hashes)
      #expect(kept.isSuperset(of: parsed))
      parsed = kept
      if now == count {
        // Begin again.
        for end in ["", "-wal", "-shm", "-parsed"] { unlink(path + end) }
        (articles, decisions, parsed) = (0, [], [])
        library = try Library.create(at: path)
      }
    }
    #expect(try run(home, "library", "add", path, home.path + "/in").status == 0)
    #expect(try library.info().articles == count)
    #expect(access(path + "-parsed", F_OK) != 0)
    #expect(try library.verify() == [])
    #expect(try library.decisions() == decisions)
  }

  @Test("Two programs add to one library, and nothing is missing")
  func twoWriters() throws {
    let home = try Folder()
    try write(300, to: home)
    for name in ["out", "messages"] { try home.write(name, Data()) }
    let path = home.path + "/a.whosaid"
    let library = try Library.create(at: path)
    let writers = try (0..<2).map { _ in try start(home, "library", "add", path, home.path + "/in") }
    for process in writers {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try library.info().articles == 300)
    #expect(try library.verify() == [])
  }

  @Test("By name: made, listed, read by every command, exported and taken in again the same")
  func commands() throws {
    let home = try Folder()
    try write(6, to: home)
    let made = try run(home, "library", "create", "bridges", home.path + "/in")
    #expect(
      made.messages == "whosaid: 6 articles added, 0 known, 0 replaced; 0 files unchanged\n"
        && made.status == 0)
    #expect(
      try run(home, "library", "list", "-f", "tsv", "-F", "name,articles").out
        == "name\tarticles\nbridges\t6\n")
    #expect(try run(home, "library", "info", "-f", "tsv", "-F", "quotations").out == "quotations\n72\n")
    #expect(try run(home, "library", "verify").status == 0)
    #expect(try run(home, "library", "verify", "nosuch").status == 1)
    #expect(try run(home, "library").messages.hasPrefix("whosaid: library what? create, add, "))
    #expect(try run(home, "library", "frobnicate").status == 2)
    let direct = try run(home, "extract", home.path + "/in").out
    #expect(try run(home, "extract", "bridges").out == direct && !direct.isEmpty)
    for command in ["actors", "stats", "articles", "mentions"] {
      #expect(
        try run(home, command, "bridges").out == run(home, command, home.path + "/in").out, "\(command)")
    }
    // Without a path the library opened last is read.
    #expect(try run(home, "browse").out == run(home, "browse", home.path + "/in").out)

    #expect(try run(home, "library", "export", "bridges", "-o", home.path + "/lines").status == 0)
    #expect(
      try run(home, "extract", "-f", "parsed", home.path + "/in", "-o", home.path + "/mapped").status == 0)
    for (name, lines) in [("second", "/lines"), ("third", "/mapped")] {
      #expect(try run(home, "library", "create", name).status == 0)
      #expect(
        try run(home, "library", "import", name, home.path + lines).messages
          == "whosaid: 6 articles added, 0 known\n")
      #expect(try run(home, "extract", name).out == direct)
    }
    try home.write("bad", Data("{\"doc\": \"a\"}\nno json\n".utf8))
    let bad = try run(home, "library", "import", "third", home.path + "/bad")
    #expect(bad.status == 1 && bad.messages.contains("bad: line 2: is no JSON"))
    #expect(bad.messages.contains("bad: line 1: is no parsed article"))
  }

  @Test(
    "Marks made in the browser are in the library",
    .enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)))
  func browser() throws {
    let home = try Folder()
    try write(6, to: home)
    let path = home.path + "/a.whosaid"
    #expect(try run(home, "library", "create", path, home.path + "/in").status == 0)
    func open() throws -> Tmux {
      try Tmux(
        [], columns: 120, rows: 40,
        environment: [
          "XDG_STATE_HOME": home.path + "/state", "XDG_DATA_HOME": home.path + "/data",
          "XDG_CONFIG_HOME": home.path + "/config", "HOME": home.path,
        ])
    }
    let stage = try open()
    try stage.waitFor("72 · 6 articles")
    try stage.send("m")
    try stage.waitFor("marked: 'a")
    // Safe as soon as the screen says so, whatever happens to the program.
    kill(try #require(stage.process), SIGKILL)
    let line = try #require(try Library(path).decisions().first)
    #expect(line.hasPrefix("mark\t") && line.hasSuffix("\ta"))
    let again = try open()
    try again.waitFor("' 1 mark")
    try again.send("Q")
    #expect(try again.waitForExit() == .status(0))
    #expect(try Library(path).kept("place")?.contains("reading\t") == true)
  }
}
