import Foundation
import TestSupport
import Testing

/// The three tasks of docs/terminals.md by the shortest way, their keys counted.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(1)))
struct TasksTests {
  /// Somebody who presses keys and counts them.
  private final class Hand {
    let stage: Tmux
    private(set) var count = 0

    init(_ home: Folder) throws {
      stage = try Tmux(
        ["--quick"], columns: 120, rows: 40, environment: ["HOME": home.path], folder: home.path)
      try stage.waitFor("· 15 articles")
      try stage.waitUntilGone("linking")
    }

    func press(_ keys: String...) throws {
      count += keys.count
      for key in keys { try stage.send(key) }
    }

    func type(_ text: String) throws {
      count += text.count
      try stage.type(text)
    }
  }

  /// The counts that the document gives.
  private func told(_ task: String) throws -> Int? {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/terminals.md")
    let row = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first { $0.contains(task) }
    let cells = row?.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    return cells.count > 2 ? Int(cells[1]) : nil
  }

  @Test func whatOnePersonSaidAboutOneTopic() throws {
    let hand = try Hand(Folder())
    try hand.press("1", "Enter", "3", "/")
    try hand.type("dredg")
    try hand.press("Enter")
    let screen = try hand.stage.waitFor("speaker:\"Tomas Oseiv\"")
    try hand.stage.waitFor("/dredg")
    #expect(screen.contains("Tomas Oseiv"))
    #expect(try told("one person said about one topic") == hand.count)
  }

  @Test func aStatementIsFollowedToItsContradiction() throws {
    let hand = try Hand(Folder())
    try hand.press("/")
    try hand.type("if our people")
    try hand.press("Enter")
    let before = try hand.stage.waitFor("⇅1")
    #expect(before.contains("that a fleet was possible"))
    try hand.press("]", "x")
    try hand.stage.waitFor("outside the filter")
    #expect(try told("to its contradiction") == hand.count)
  }

  @Test func tenMarkedQuotesAreWrittenWithCitations() throws {
    let home = try Folder()
    let hand = try Hand(home)
    try hand.press("v")
    for _ in 0..<9 { try hand.press("j") }
    try hand.press("m", "w", "Enter", "Tab", "Enter")
    try hand.stage.waitFor("written: quotes.md")
    let text = try String(contentsOfFile: home.path + "/quotes.md", encoding: .utf8)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("> — ") }.count == 10)
    #expect(try told("ten marked quotes") == hand.count)
  }
}
