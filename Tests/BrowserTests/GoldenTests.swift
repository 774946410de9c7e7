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

  @Test(arguments: scripts) func screenIsAsRecorded(_ name: String) throws {
    let file = GoldenTests.folder.appending(path: name)
    let script = try String(contentsOf: file, encoding: .utf8)
    let head = script.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    let size = head[0].dropFirst("size ".count).split(separator: "x").compactMap { Int($0) }
    var person = Person(size[0], size[1])
    if name.hasPrefix("errors") {
      person.send(.failed(path: "news/broken.txt", place: "byte 7", reason: "not UTF-8"))
      person.send(.failed(path: "news/empty.txt", place: nil, reason: "is empty"))
    }
    person.press(String(head[1].dropFirst("keys ".count)))
    let screen = draw(person.state, person.state.size)
    let actual =
      "\(head[0])\n\(head[1])\n\n\(Picture.text(screen))\n\n-- looks\n\(Picture.looks(screen))\n"
    if ProcessInfo.processInfo.environment["WHOSAID_RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    } else {
      #expect(script == actual)
    }
  }
}
