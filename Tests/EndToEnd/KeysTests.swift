import Foundation
import TestSupport
import Testing

/// Every key of docs/keys.md in a real terminal.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)))
struct KeysTests {
  struct Row {
    var keys: [String]
    var places: String
    var command: String
  }

  static let rows: [Row] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/keys.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.replacingOccurrences(of: "\\|", with: "¦").split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 4, cells[3].hasPrefix("`"), cells[3] != "command" else { return nil }
      let keys = cells[0].split(separator: "`").map(String.init).filter { $0.contains { $0 != " " } }
      return Row(
        keys: keys.map { $0.replacingOccurrences(of: "¦", with: "|") }, places: cells[2],
        command: cells[3].replacingOccurrences(of: "`", with: ""))
    }
  }()

  private static let named = [
    "Backspace": "BSpace", "Esc": "Escape", "PgUp": "PageUp", "PgDn": "PageDown", "S-Tab": "BTab",
  ]

  /// A key as tmux calls it: `gg` is two.
  static func tmuxKeys(_ text: String) -> [String] {
    if let name = named[text] { return [name] }
    let isNamed = ["Enter", "Space", "Tab", "Up", "Down", "Left", "Right", "Home", "End"].contains(text)
    if isNamed || text.hasPrefix("C-") || text.hasPrefix("M-") || text.count == 1 { return [text] }
    return text.map(String.init)
  }

  /// Keys that bring the place a command needs into focus.
  private static func way(to places: String) -> [String] {
    let numbers = [
      "Actors": "1", "Topics": "2", "Quotes": "3", "Reader": "4", "Related": "5", "Timeline": "6",
    ]
    if places.hasPrefix("all but") || places == "everywhere" { return ["3"] }
    guard let first = places.split(separator: ",").first else { return ["3"] }
    return first == "Page" ? ["g", "h"] : [numbers[String(first)] ?? "3"]
  }

  private func stage(columns: Int = 120, rows: Int = 40) throws -> Tmux {
    try Tmux(
      ["--quick"], columns: columns, rows: rows,
      environment: ["VISUAL": "true", "PAGER": "true", "EDITOR": "true"])
  }

  @Test(.timeLimit(.minutes(3))) func everyKeyIsPressedOnce() throws {
    #expect(Self.rows.count > 80)
    let stage = try stage()
    try stage.waitFor("· 15 articles")
    for row in Self.rows where !["quit", "close", "suspend"].contains(row.command) {
      for key in row.keys {
        for key in ["Escape", "Escape"] + Self.way(to: row.places) + Self.tmuxKeys(key) + ["Escape"] {
          try stage.send(key)
        }
        // An editor or pager may have the terminal for a moment.
        let screen = try stage.waitFor(" whosaid  ")
        #expect(screen.hasPrefix(" whosaid"), "\(row.command) \(key)")
      }
    }
    try stage.send("Escape", "Escape", "3", "Q")
    #expect(try stage.waitForExit() == .status(0))
  }
}

/// Articles and files that would take over a terminal, in the whole program.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(.minutes(1)))
struct HostileFilesTests {
  @Test func theyAreShownAndNeverObeyed() throws {
    let folder = try Folder()
    let attack = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{9B}31m\u{202E}"
    try folder.write(
      "a\u{1B}]0;owned\u{07}.txt",
      Data("The mayor, Ada \(attack) Lind, said the bridge \(attack) would open.\nAda Lind said no.\n".utf8))
    try folder.write("b\u{1B}[2J.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0, 1, 2, 3, 0]))
    let stage = try Tmux(["--quick", folder.path], columns: 120, rows: 40)
    try stage.waitFor("Ada Lind")
    for keys in [["E"], ["Escape", "4"], ["g", "a"], ["q", "f"], ["Escape", "1", "Enter"]] {
      for key in keys { try stage.send(key) }
      #expect(try stage.capture().hasPrefix(" whosaid"))
    }
    #expect(
      try stage.value(of: "#{pane_title}").contains("owned") == false
        || stage.value(of: "#{pane_title}").contains("whosaid"))
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
    let list = try Tmux(
      ["-c", "\(Tmux.program) extract --format plain \(folder.path) 2>&1; echo THE END"], program: "/bin/sh",
      columns: 120)
    let screen = try list.waitFor("THE END")
    #expect(screen.contains("Lind") && !screen.contains("owned\u{07}"))
    #expect(try list.value(of: "#{pane_title}") != "owned")
  }
}
