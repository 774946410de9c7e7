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

  @Test(.timeLimit(Patience.minutes(3))) func everyKeyIsPressedOnce() throws {
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
    // The keys that leave: a pane, then the program.
    // Twice, since behind an Escape that waits to be read a key is one with Alt.
    try stage.send("Escape", "Escape", "4", "4")
    try stage.waitFor("┏━ 4 Reader")
    try stage.send("q")
    try stage.waitFor("┏━ 3 Quotes")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }
}

/// Articles and files that would take over a terminal, in the whole program.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(1)))
struct HostileFilesTests {
  /// What would take over a terminal: CSI, OSC 0, 8 and 52, DCS, APC, one that never ends, the same in eight bits,
  /// marks that turn the direction of writing.
  private static let attack =
    "\u{1B}]0;owned\u{07}\u{1B}]8;;http://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\\u{1B}]52;c;b3duZWQ=\u{07}"
    + "\u{1B}[2J\u{1B}[?1049l\u{1B}P+q544e\u{1B}\\\u{1B}_Gf=100;AAAA\u{1B}\\\u{9B}31m\u{9D}0;owned\u{9C}\u{90}q\u{9C}"
    + "\u{202E}turned\u{2066}\u{1B}]2;owned"

  private static func keys(_ word: Substring) -> [String] {
    word == "Enter" ? ["Enter"] : word.map(String.init)
  }

  @Test func theyAreShownAndNeverObeyed() throws {
    let folder = try Folder()
    let attack = Self.attack
    let json = try JSONEncoder().encode([
      "title": "The title \(attack)", "outlet": "Wire \(attack)", "date": "2024-05-06",
      "url": "http://a.b/\(attack)",
      "text":
        "The mayor, Ada \(attack) Lind, said the bridge \(attack) would open.\nAda Lind said the harbour is closed.\n",
    ])
    try folder.write("a\u{1B}]0;owned\u{07}.json", json)
    try folder.write(
      "b\u{1B}[2J\u{9B}31m\u{202E}.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0, 1, 2, 3, 0]))
    let stage = try Tmux(["--quick", folder.path], columns: 120, rows: 40)
    try stage.takeClipboard()
    try stage.waitFor("Ada Lind")
    try stage.waitFor("E 1 error")
    let walks = [
      "E", "4", "ga", "gt", "gh", "gw", "gb", "gl", "gx", "f", "1 Enter", "2 Enter", "3", "5", "6", "?", "gj",
      "m gm", "c",
      "g k", "*", "F", "w", "Y", "s", "g e", "] e", "gv", "z",
    ]
    for walk in walks {
      try stage.send(["Escape", "Escape", "Escape", "3"] + walk.split(separator: " ").flatMap(Self.keys))
      let screen = try stage.waitFor(" whosaid")
      #expect(screen.hasPrefix(" whosaid"), "\(walk)")
    }
    #expect(!(try stage.value(of: "#{pane_title}").hasPrefix("owned")))
    #expect(try stage.value(of: "#{alternate_on}") == "1" && stage.clipboard() == "")
    try stage.send("Escape", "Escape", "3", "Q")
    #expect(try stage.waitForExit() == .status(0))
    #expect(try stage.value(of: "#{alternate_on}") == "0")
    let list = try Tmux(
      ["-c", "\(Tmux.program) extract --format plain \(folder.path) 2>&1; echo THE END"], program: "/bin/sh",
      columns: 120)
    try list.takeClipboard()
    let screen = try list.waitFor("THE END")
    #expect(screen.contains("Lind"))
    #expect(!(try list.value(of: "#{pane_title}").hasPrefix("owned")) && list.clipboard() == "")
  }
}
