import Foundation
import TestSupport
import Testing

/// Very many keys, sizes and presses of the mouse in no order, the same on every run of a seed: `make soak`.
@Suite(
  .enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)),
  .enabled(if: ProcessInfo.processInfo.environment["WHOSAID_SOAK"] != nil, "make soak runs it"))
struct SoakTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// For as many seconds as `WHOSAID_SOAK` says: after every hundredth step the screen is the same as one painted
  /// anew, cell by cell with its looks; nothing crashes, and memory stays flat.
  @Test(.timeLimit(.minutes(30))) func stepsInNoOrderLeaveTheScreenAndTheMemorySound() throws {
    let seconds = Self.environment["WHOSAID_SOAK"].flatMap(Double.init) ?? 8
    let seed = Self.environment["WHOSAID_SEED"].flatMap(UInt64.init) ?? 11
    var walk = Walk(seed: seed)
    let box = try Sandbox()
    var stage = try box.start()
    let (end, middle) = (Date(timeIntervalSinceNow: seconds), Date(timeIntervalSinceNow: seconds / 3))
    var (early, starts, rounds): (Int?, Int, Int) = (nil, 1, 0)
    while Date() < end {
      var said: [String] = []
      while walk.stepsInRound < 100 { said.append(try walk.take(stage)) }
      walk.stepsInRound = 0
      if try stage.value(of: "#{pane_dead}") == "1" {
        // Some keys in some order quit.
        #expect(try stage.waitForExit() == .status(0), "seed \(seed): \(said)")
        stage = try box.start()
        walk.beginAnew()
        (early, starts) = (nil, starts + 1)
        continue
      }
      let program = try #require(stage.process)
      // In a window of one column tmux 3.3 shows what nobody wrote.
      if walk.size.columns == 1 { continue }
      // It keeps a size back for a quarter of a second, and where it has come back to the one before, tells of another first.
      Thread.sleep(until: walk.lastSize + 0.6)
      let shown = try Self.settled(stage, program, walk.size)
      try stage.send("C-l")
      let fresh = try Self.settled(stage, program, walk.size)
      if shown != fresh {
        Issue.record("seed \(seed), round \(rounds): \(said)\n\(Self.cells(shown, not: fresh))")
      }
      if early == nil, Date() > middle { early = Self.memory(of: program) }
      rounds += 1
    }
    print("\(rounds) rounds of 100 steps, started \(starts) times")
    guard let program = stage.process, let early, let late = Self.memory(of: program) else { return }
    print("memory \(early) kB, then \(late) kB")
    #expect(late < early + early / 4 + 8192, "\(early) kB, then \(late) kB")
  }

  /// The first cells in which two screens differ.
  private static func cells(_ shown: [[String]], not fresh: [[String]]) -> String {
    guard shown.count == fresh.count else { return "\(shown.count) rows are \(fresh.count)" }
    return zip(shown, fresh).enumerated().filter { $1.0 != $1.1 }.map { row, both in
      let columns = (0..<max(both.0.count, both.1.count)).filter { column in
        both.0.dropFirst(column).first != both.1.dropFirst(column).first
      }
      let cells = columns.prefix(8).map { column in
        "\(column): \(both.0.dropFirst(column).first ?? "blank"), now \(both.1.dropFirst(column).first ?? "blank")"
      }
      return "row \(row), \(columns.count) cells: " + cells.joined(separator: "; ")
    }.joined(separator: "\n")
  }

  /// The screen once the program has been told its size, waits for keys, and nothing changes any more.
  private static func settled(
    _ stage: Tmux, _ program: Int32, _ size: (columns: Int, rows: Int)
  ) throws -> [[String]] {
    var last = (cells: [[String]](), time: -1)
    for _ in 0..<2000 {
      Thread.sleep(forTimeInterval: 0.02)
      if isStopped(program) { kill(program, SIGCONT) }
      let next = (cells: try stage.cells(), time: isTold(program, size) ? busyTime(of: program) : -1)
      if next == last, next.time >= 0 { return next.cells }
      last = next
    }
    return last.cells
  }

  /// Whether the program's terminal has a size by now: tmux passes it on a while after it has taken it.
  private static func isTold(_ program: Int32, _ size: (columns: Int, rows: Int)) -> Bool {
    let terminal = open("/proc/\(program)/fd/0", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    var told = winsize()
    return ioctl(terminal, UInt(TIOCGWINSZ), &told) == 0 && Int(told.ws_col) == size.columns
      && Int(told.ws_row) == size.rows
  }

  private static func fields(_ program: Int32, _ task: String) -> [Substring] {
    let text = (try? String(contentsOfFile: "/proc/\(program)/\(task)stat", encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.split(separator: " ") ?? []
  }

  /// Suspended, as a key or a command of the palette may have it.
  private static func isStopped(_ program: Int32) -> Bool { fields(program, "").first == "T" }

  /// Ticks that the program has worked for; -1 while a thread of it is at work.
  private static func busyTime(of program: Int32) -> Int {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(program)/task")) ?? []
    guard tasks.allSatisfy({ fields(program, "task/\($0)/").first != "R" }) else { return -1 }
    return fields(program, "").dropFirst(11).prefix(2).compactMap { Int($0) }.reduce(0, +)
  }

  /// Resident memory in kB.
  private static func memory(of program: Int32) -> Int? {
    let status = try? String(contentsOfFile: "/proc/\(program)/status", encoding: .utf8)
    return status?.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
      .flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") }
  }

  /// Whatever is typed into the prompt for a command of the shell finds no program and no file there.
  private final class Sandbox {
    let folder: Folder
    private let programs: String

    init() throws {
      folder = try Folder()
      programs = folder.path + "/bin"
      try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(atPath: programs + "/true", withDestinationPath: "/bin/true")
    }

    func start() throws -> Tmux {
      let articles = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/corpora/polnear/dev/text").standardizedFileURL.path
      let paths = FileManager.default.fileExists(atPath: articles) ? [articles] : []
      let stage = try Tmux(
        ["--quick"] + paths, columns: 120, rows: 40,
        environment: [
          "PATH": programs, "VISUAL": "true", "PAGER": "true", "EDITOR": "true", "HOME": folder.path,
        ], folder: folder.path)
      try stage.waitFor(" articles")
      try stage.waitUntilGone("parsing", timeout: 60)
      try stage.waitUntilGone("linking", timeout: 60)
      return stage
    }
  }

  /// Steps, each told in words.
  private struct Walk {
    var stepsInRound = 0
    private var random: Numbers
    private(set) var size = (columns: 120, rows: 40)
    private(set) var lastSize = Date.distantPast

    init(seed: UInt64) { random = Numbers(state: seed) }

    /// What starts other programs or ends this one is left out.
    private static let keys: [[String]] = {
      let out = ["quit", "close", "suspend", "pipe", "editor", "pager", "address"]
      let rows = KeysTests.rows.filter { !out.contains($0.command) }
      return rows.flatMap(\.keys).map(KeysTests.tmuxKeys)
        + ["a", "e", "o", "Enter", "Enter", "Escape", "Escape"].map { [$0] }
    }()

    /// The next steps are taken in a terminal that has just been opened.
    mutating func beginAnew() { size = (120, 40) }

    /// Does something, and says what.
    mutating func take(_ stage: Tmux) throws -> String {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        let sizes = [(80, 24), (120, 40), (200, 60), (50, 12), (20, 5), (1, 1), (2, 1), (133, 17)]
        // A storm now and then: the last one counts.
        let count = Int.random(in: 0..<6, using: &random) == 0 ? 12 : 1
        for _ in 0..<count {
          size = sizes.randomElement(using: &random) ?? size
          try stage.resize(columns: size.columns, rows: size.rows)
        }
        stepsInRound += count
        lastSize = Date()
        return "\(count) sizes, \(size.columns)x\(size.rows)"
      case 1:
        let reports = (0..<4).map { _ in
          let button = [0, 0, 0, 32, 64, 65, 3].randomElement(using: &random) ?? 0
          let (column, row) = (
            Int.random(in: 1...size.columns, using: &random), Int.random(in: 1...size.rows, using: &random)
          )
          return "\u{1B}[<\(button);\(column);\(row)\(Bool.random(using: &random) ? "M" : "m")"
        }
        stepsInRound += reports.count
        try stage.type(reports.joined())
        return "mouse " + reports.map { String($0.dropFirst(3)) }.joined(separator: " ")
      default:
        let keys = (0..<12).flatMap { _ in Walk.keys.randomElement(using: &random) ?? [] }
        stepsInRound += keys.count
        try stage.send(keys)
        return keys.joined(separator: " ")
      }
    }
  }

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
