import Foundation

/// A program in a terminal of a fixed size, with keys to press and a screen to look at: tmux on a socket of
/// its own, without anybody's configuration, ended when this goes.
public final class Tmux {
  /// What went wrong, with the screen as it was.
  public enum Failure: Error, CustomStringConvertible {
    /// A call of tmux itself.
    case tmux(arguments: [String], message: String)
    /// The text did not come in time.
    case timedOut(waitingFor: String, screen: String)

    /// A sentence and the screen.
    public var description: String {
      switch self {
      case .tmux(let arguments, let message): "tmux \(arguments.joined(separator: " ")): \(message)"
      case .timedOut(let text, let screen): "no “\(text)” on the screen:\n\(screen)"
      }
    }
  }

  /// How a program ended.
  public enum Exit: Hashable, Sendable {
    /// It returned this.
    case status(Int)
    /// A signal ended it.
    case signal(Int)
  }

  private static let pause: TimeInterval = 0.01
  /// Where the program keeps what it keeps, gone with this.
  private let home = FileManager.default.temporaryDirectory.appendingPathComponent(
    "whosaid-\(UUID().uuidString)")
  private let socket = FileManager.default.temporaryDirectory
    .appendingPathComponent("whosaid-tmux-\(UUID().uuidString)").path

  /// Whether tmux is installed.
  public static var isAvailable: Bool {
    (try? Launch.output(of: ["tmux", "-V"])) != nil
  }

  /// What a skipped test says.
  public static let missing = "tmux is not installed: apt-get install tmux"

  /// The built `whosaid`, beside the tests.
  public static var program: String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = tests.appendingPathComponent("whosaid").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent(".build/debug/whosaid").path
  }

  /// Starts a program, `whosaid` by default. It sees only `PATH`, `HOME`, `TERM`, `LC_ALL`, folders of
  /// its own for what it keeps, what sanitizers are told, and what `environment` adds or replaces. It works in `folder`, else where we do.
  public init(
    _ arguments: [String] = [], program: String = Tmux.program, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], folder: String? = nil
  ) throws {
    let inherited = ProcessInfo.processInfo.environment
    let variables = [
      "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "HOME": inherited["HOME"] ?? "/",
      "TERM": "tmux-256color", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": home.path + "/state",
      "XDG_DATA_HOME": home.path + "/data", "XDG_CONFIG_HOME": home.path + "/config",
    ].merging(inherited.filter { $0.key.hasSuffix("SAN_OPTIONS") }) { $1 }.merging(environment) { $1 }
    let words = variables.map { "\($0)=\($1)" }.sorted() + [program] + arguments
    // Everything is set before the program starts, which must not see another size first.
    try tmux(
      ["start-server"], ["set", "-g", "status", "off"], ["set", "-g", "remain-on-exit", "on"],
      ["set", "-g", "remain-on-exit-format", ""], ["set", "-g", "escape-time", "0"],
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + (folder.map { ["-c", $0] } ?? [])
        + ["/usr/bin/env", "-i"] + words)
  }

  deinit {
    _ = try? tmux(["kill-server"])
    unlink(socket)
    try? FileManager.default.removeItem(at: home)
  }

  /// Presses keys by tmux' names: `j`, `Enter`, `C-d`, `M-Left`, `PageUp`.
  public func send(_ keys: String...) throws { try tmux(["send-keys", "--"] + keys) }

  /// Presses many keys at once.
  public func send(_ keys: [String]) throws { try tmux(["send-keys", "--"] + keys) }

  /// Types text as it is.
  public func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Pastes text, marked as pasted if the program asked for it.
  public func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text], ["paste-buffer", "-p"])
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen, blanks at the ends of lines left out; with `escapes`, the sequences of its styles too.
  public func capture(escapes: Bool = false) throws -> String {
    try tmux(["capture-pane", "-p"] + (escapes ? ["-e"] : []))
  }

  /// The screen row by row, each cell as its looks and what stands in it: `1;38;5;22 x`. Plain blanks at the ends of
  /// rows are left out: tmux itself does not tell them from cells that nothing was written to.
  public func cells() throws -> [[String]] {
    let text = try tmux(["capture-pane", "-p", "-e", "-N"])
    var looks = Looks()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var (row, rest) = ([String](), line)
      while let character = rest.popFirst() {
        guard character == "\u{1B}", let end = rest.firstIndex(of: "m") else {
          row.append("\(looks) \(character)")
          continue
        }
        looks.take(rest[..<end].dropFirst())
        rest = rest[rest.index(after: end)...]
      }
      while row.last == "\(Looks())  " { row.removeLast() }
      return row
    }
  }

  /// What sequences of styles come to.
  private struct Looks: CustomStringConvertible {
    private var attributes: Set<Int> = []
    private var (foreground, background) = ("", "")

    var description: String {
      attributes.sorted().map { "\($0)" }.joined(separator: ";") + foreground + background
    }

    mutating func take(_ sequence: Substring) {
      var numbers = sequence.split(separator: ";").compactMap { Int($0) }[...]
      if numbers.isEmpty { numbers = [0] }
      while let number = numbers.popFirst() {
        switch number {
        case 0: self = Looks()
        case 1...9: attributes.insert(number)
        case 22: attributes.subtract([1, 2])
        case 23...29: attributes.remove(number - 20)
        case 39: foreground = ""
        case 49: background = ""
        case 38, 48:
          let count = numbers.first == 5 ? 2 : 4
          let color = ";" + ([number] + numbers.prefix(count)).map { "\($0)" }.joined(separator: ";")
          numbers = numbers.dropFirst(count)
          if number == 38 { foreground = color } else { background = color }
        case 40...47, 100...107: background = ";\(number)"
        default: foreground = ";\(number)"
        }
      }
    }
  }

  /// Lets the program write to the clipboard.
  public func takeClipboard() throws { try tmux(["set", "-g", "set-clipboard", "on"]) }

  /// What the program has written there.
  public func clipboard() -> String { (try? tmux(["show-buffer"])) ?? "" }

  /// Waits until the screen holds a text, and returns the screen.
  @discardableResult
  public func waitFor(_ text: String, timeout: TimeInterval = 10) throws -> String {
    try wait(for: text, timeout: timeout) {
      let screen = try capture()
      return screen.contains(text) ? screen : nil
    }
  }

  /// Waits until a text has gone from the screen, and returns what stands there then.
  @discardableResult
  public func waitUntilGone(_ text: String, timeout: TimeInterval = 10) throws -> String {
    try wait(for: "end of “\(text)”", timeout: timeout) {
      let screen = try capture()
      return screen.contains(text) ? nil : screen
    }
  }

  /// Waits until the program has ended, and tells how.
  public func waitForExit(timeout: TimeInterval = 10) throws -> Exit {
    try wait(for: "end of the program", timeout: timeout) {
      let fields = try value(of: "#{pane_dead},#{pane_dead_status},#{pane_dead_signal},#{pid}")
        .split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4, fields[0] == "1" else { return nil }
      if let signal = Int(fields[2]), signal != 0 { return .signal(signal) }
      if let status = Int(fields[1]) { return .status(status) }
      // Under load tmux 3.3 misses that its child ended, and leaves it a zombie until told again.
      if let server = Int32(fields[3]) { kill(server, SIGCHLD) }
      return nil
    }
  }

  /// The program's process, to send it signals.
  public var process: Int32? { (try? value(of: "#{pane_pid}")).flatMap { Int32($0) } }

  /// What tmux knows: `#{alternate_on}` and `#{mouse_any_flag}` tell whether the terminal was given back.
  public func value(of format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  private func wait<Value>(for what: String, timeout: TimeInterval, _ look: () throws -> Value?) throws
    -> Value
  {
    let deadline = Date(timeIntervalSinceNow: timeout * Double(Patience.factor))
    while true {
      if let found = try look() { return found }
      guard Date() < deadline else { throw Failure.timedOut(waitingFor: what, screen: try capture()) }
      Thread.sleep(forTimeInterval: Self.pause)
    }
  }

  /// Runs commands of tmux in one call.
  @discardableResult
  private func tmux(_ commands: [String]...) throws -> String {
    let chained = commands.map { $0.map { $0.hasSuffix(";") ? $0.dropLast() + "\\;" : $0 } }.joined(
      separator: [";"])
    return try Launch.output(of: ["tmux", "-S", socket, "-f", "/dev/null"] + chained)
  }
}
