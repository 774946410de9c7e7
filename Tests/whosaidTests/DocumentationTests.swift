import Foundation
import QuoteModel
import Testing

@testable import whosaid

@Suite("The help and what is made of it")
struct DocumentationTests {
  @Test("What is kept of the table is fresh: make docs", arguments: Documentation.all.map(\.name))
  func fresh(name: String) throws {
    let document = try #require(Documentation.all.first { $0.name == name })
    guard let path = document.path else { return }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let kept = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    #expect(kept == document.text(), "\(path) is stale: run `make docs`")
  }

  @Test("Every document names every command and every option", arguments: Documentation.all.map(\.name))
  func complete(name: String) throws {
    let text = try #require(Documentation.all.first { $0.name == name }).text()
      .replacing("\\-", with: "-")
    for command in Command.all { #expect(text.contains(command.name.rawValue)) }
    for option in Option.all { #expect(text.contains(option.long)) }
  }

  @Test("The help fits 100 columns, and that of each command too")
  func width() {
    for text in [Help.text] + Command.all.map(Help.text(of:)) {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test("Every command has a row, every option of a command exists, and no letter means two")
  func table() {
    #expect(Command.all.map(\.name) == Command.Name.allCases)
    let names = Set(Option.all.map(\.long))
    for command in Command.all { #expect(Set(command.options).isSubset(of: names)) }
    let letters = Option.all.compactMap(\.short)
    #expect(letters.count == Set(letters).count)
  }

  @Test("The man page knows every field of a query")
  func queries() throws {
    let failure = #expect(throws: QueryParser.Failure.self) { try QueryParser.parse("nosuch:x") }
    let fields = failure?.message.split(separator: " there are ").last?.split(separator: ", ") ?? []
    #expect(fields.count > 3)
    for field in fields { #expect(ManPage.queries.contains("\(field):")) }
  }

  @Test("Files of a folder lie below it and never write over one another")
  func stems() {
    var stems = FileStems()
    #expect(stems.stem(for: "news/a.txt") == "news/a")
    #expect(stems.stem(for: "news/A.txt") == "news/A-2")
    #expect(stems.stem(for: "../../etc/.passwd") == "etc/passwd")
    #expect(stems.stem(for: "/..//") == "article")
    #expect(stems.stem(for: "-") == "-")
    #expect(stems.stem(for: String(repeating: "é", count: 400)).utf8.count <= 200)
  }
}
