import Foundation
import Screen
import Testing

@testable import Browser

/// Scripts in Golden: a size, keys, then the screen and its looks. `WHOSAID_RECORD=1` writes the screens
/// anew, and that run fails.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static var scripts: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".screen") }.sorted()
  }

  @Test func thereAreScripts() { #expect(GoldenTests.scripts.count >= 8) }

  /// A script's name without its size, the size, and the keys.
  static func head(of script: String) throws -> (name: String, size: Size, keys: String) {
    let text = try String(contentsOf: folder.appending(path: script), encoding: .utf8)
    let head = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    let size = head[0].dropFirst("size ".count).split(separator: "x").compactMap { Int($0) }
    let name = script.split(separator: "-").dropLast().joined(separator: "-")
    return (name, Size(columns: size[0], rows: size[1]), String(head[1].dropFirst("keys ".count)))
  }

  /// Whoever presses the keys of a script; its name says what is before them.
  static func person(for name: String, _ size: Size) -> Person {
    var person = Person(size.columns, size.rows)
    switch name {
    case "errors":
      person.send(.failed(path: "news/broken.txt", place: "byte 7", reason: "not UTF-8"))
      person.send(.failed(path: "news/empty.txt", place: nil, reason: "is empty"))
    case "reading":
      person.state = BrowserState(opened: "news/", size: size)
      person.send(.progress(done: 0, of: 2))
    case "nothing-read":
      person.state = BrowserState(opened: "news/", size: size)
      person.send(.failed(path: "news/broken.txt", place: nil, reason: "is a binary file"))
      person.send(.finished(cancelled: false))
    case "first-run": person.state.greet()
    default: break
    }
    return person
  }

  @Test(arguments: scripts) func screenIsAsRecorded(_ script: String) throws {
    let file = GoldenTests.folder.appending(path: script)
    let (name, size, keys) = try GoldenTests.head(of: script)
    var person = GoldenTests.person(for: name, size)
    person.press(keys)
    let screen = draw(person.state, person.state.size)
    let actual =
      "size \(size.columns)x\(size.rows)\nkeys \(keys)\n\n\(Picture.text(screen))\n\n-- looks\n\(Picture.looks(screen))\n"
    if ProcessInfo.processInfo.environment["WHOSAID_RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(script)")
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == actual)
    }
  }
}
