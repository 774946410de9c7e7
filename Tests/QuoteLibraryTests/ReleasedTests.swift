import Foundation
import QuoteModel
import Reading
import Testing

@testable import QuoteLibrary

/// Libraries as released versions wrote them: `Released/N.sql` holds one of form N, and never changes.
@Suite("Libraries of released versions")
struct ReleasedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Released")

  @Test("There is one of every version, and this version's is what its steps make")
  func all() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(names == (1...Schema.version).map { "\($0).sql" })
    for version in 1...Schema.version {
      let sql = try String(contentsOf: Self.folder.appending(path: "\(version).sql"), encoding: .utf8)
      #expect(sql.hasPrefix(Schema.steps[..<version].joined(separator: "\n")), "a released step has changed")
    }
  }

  @Test("Each opens with everything that was in it", arguments: 1...Schema.version)
  func opens(version: Int) async throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do {
      let database = try Database(path, .create)
      try database.runAll(
        try String(contentsOf: Self.folder.appending(path: "\(version).sql"), encoding: .utf8))
      try database.runAll("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)")
    }
    let library = try Library(path)
    #expect(try Schema.version(of: library.database) == Schema.version)
    #expect(try library.verify() == [])
    #expect(try library.list().map(\.name) == ["bridge.txt"])
    #expect(try library.decisions() == ["note\t0123456789abcdef-0-9\tasked for it"])
    #expect(try library.kept("place") == "focus\treader\n")
    let corpus = try await library.corpus()
    #expect(corpus.quotationCount > 0)
    #expect(corpus.text(of: QuotationID(0)) == "that the bridge would open in May")
  }

  /// Writes what this version would be released with: WHOSAID_RECORD=1, once, before it is.
  @Test("The one of this version is written when asked for", .enabled(if: getenv("WHOSAID_RECORD") != nil))
  func record() async throws {
    let folder = try Folder()
    try folder.write(
      "bridge.txt",
      "Title: The bridge\nDate: 2024-10-12\nOutlet: Example Wire\n\nAda Lind said that the bridge would open in May.\n"
    )
    let path = folder.file("a.whosaid")
    let library = try Library.create(at: path)
    try await library.add(.init(paths: [folder.file("bridge.txt")]))
    try library.decide(["note\t0123456789abcdef-0-9\tasked for it"])
    try library.keep("place", "focus\treader\n")
    try await library.link()
    var sql = Schema.steps.joined(separator: "\n") + "\n"
    for table in ["article", "parse", "quotation", "source", "origin", "decision", "session"] {
      let columns = try library.database.rows("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
      let values = columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
      sql += try library.database.rows("SELECT \(values) FROM \(table)") { row in
        "INSERT INTO \(table) VALUES (\(row.text(0).replacingOccurrences(of: folder.path, with: "/news")));\n"
      }.joined()
    }
    sql += "INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM article;\n"
    sql += "UPDATE fact SET value = (SELECT max(id) FROM article) WHERE name = 'words';\n"
    try Data(sql.utf8).write(to: Self.folder.appending(path: "\(Schema.version).sql"))
  }
}
