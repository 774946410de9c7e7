import Foundation
import QuoteModel
import Screen
import Testing

@testable import Browser

/// What the scripts of Golden go through, found out by running them.
@Suite struct CoverageTests {
  /// What is on the screen at the end of the scripts, by size; and which scripts run a command.
  private static let coverage = Result { try Coverage() }

  private struct Coverage {
    var shown: [String: Set<String>] = [:]
    var scripts: [String: Set<String>] = [:]

    init() throws {
      for script in GoldenTests.scripts {
        let (name, size, keys) = try GoldenTests.head(of: script)
        var person = GoldenTests.person(for: name, size)
        person.onKey = { state, key in
          let isText = state.prompt != nil || state.popup != nil
          return isText ? nil : state.command(on: state.pending + [key])?.name
        }
        person.press(keys)
        for command in person.commands { scripts[command, default: []].insert(name) }
        shown["\(size.columns)x\(size.rows)", default: []].formUnion(Self.parts(person.state))
      }
    }

    /// Panes with the focus, the page, the list and the line that are open, by the names of their cases.
    private static func parts(_ state: BrowserState) -> Set<String> {
      var parts = ["pane \(state.focus)"]
      if let page = state.page { parts.append("page " + caseName(page.kind)) }
      if let popup = state.popup { parts.append("list " + caseName(popup.kind)) }
      if let prompt = state.prompt { parts.append("line " + caseName(prompt.purpose)) }
      if state.prompt?.problem != nil { parts.append("a line that is wrong") }
      if state.corpus.quotationCount == 0 { parts.append(state.isReading ? "reading" : "nothing read") }
      if state.results.quotes.isEmpty, state.corpus.quotationCount > 0 { parts.append("nothing found") }
      if state.firstHint != nil { parts.append("first hint") }
      return Set(parts)
    }

    /// `actors(Browser.ActorPurpose…)` is `actors`.
    private static func caseName(_ value: some Any) -> String { String("\(value)".prefix { $0 != "(" }) }
  }

  @Test func everyPanePageListAndLineHasAScreenAtEachSize() throws {
    let coverage = try Self.coverage.get()
    let wanted =
      Pane.allCases.map { "pane \($0)" }
      + [
        "actor", "topic", "heat", "matrix", "oppositions", "balance", "comparison", "versus", "lineage",
      ].map { "page " + $0 }
      + [
        "help", "errors", "notes", "sort", "palette", "finder", "chips", "trail", "marks", "underCursor",
        "copyForms",
        "correct", "actors", "split", "write", "corrections", "searches",
      ].map { "list " + $0 }
      + [
        "filter", "narrow", "search", "note", "write", "writeJournal", "writeTrail", "nameSearch", "pipe",
      ].map { "line " + $0 } + [
        "a line that is wrong", "nothing found", "reading", "nothing read", "first hint",
      ]
    for size in ["80x24", "120x40", "200x60"] {
      #expect(Set(wanted).subtracting(coverage.shown[size] ?? []).sorted() == [], "\(size)")
    }
  }

  /// The table at the end of docs/keys.md; `WHOSAID_RECORD=1` writes it anew, and that run fails.
  @Test func theTableOfCommandsAndTheirScreensIsFresh() throws {
    let coverage = try Self.coverage.get()
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/keys.md")
      .standardizedFileURL
    let table = Self.table(coverage.scripts)
    let kept = try String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["WHOSAID_RECORD"] == "1" {
      try (KeyTable.markdown + table).write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/keys.md")
    } else {
      #expect(kept == KeyTable.markdown + table, "docs/keys.md is stale: run `make docs`")
    }
  }

  private static func table(_ scripts: [String: Set<String>]) -> String {
    var lines = [
      "", "## What the tests press", "",
      "`Tests/EndToEnd/KeysTests.swift` reads the tables above and presses every key of them in a terminal; `C-z` is",
      "pressed in `EndingTests.swift`. The scripts of `Tests/BrowserTests/Golden`, each at 80x24, 120x40 and 200x60, run:",
      "", "| command | scripts |", "|---|---|",
    ]
    lines += Command.all.map { command in
      let names = scripts[command.name, default: []].sorted()
      let shown =
        names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", \(names.count - 6) more" : "")
      return "| `\(command.name)` | \(shown) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
