import Glibc
import QuoteModel
import Reading
import Testing

@testable import QuoteLibrary

@Suite("A library")
struct LibraryTests {
  @Test("Of two programs each sees what the other has written, and nothing is lost between")
  func decisions() throws {
    let folder = try Folder()
    let first = try Library.create(at: folder.file("a.whosaid"))
    let second = try Library(folder.file("a.whosaid"))
    try first.decide(["mark\t1", "note\t1\tfür später"])
    try second.decide(["unmark\t1"])
    #expect(try first.decisions() == ["mark\t1", "note\t1\tfür später", "unmark\t1"])
    try first.keep("place", "a")
    try first.keep("place", "b")
    #expect(try second.kept("place") == "b")
    #expect(try second.kept("nothing") == nil)
  }

  @Test(
    "What is there is not made again, what is none is not opened, and what is not there is said to be missing"
  )
  func refusals() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    _ = try Library.create(at: path)
    #expect(throws: LibraryError(.exists, path: path, reason: "is there already")) {
      try Library.create(at: path)
    }
    try folder.write("b", String(repeating: "no library ", count: 20))
    #expect(throws: LibraryError(.foreign, path: folder.file("b"), reason: "is no library")) {
      try Library(folder.file("b"))
    }
    let missing = #expect(throws: LibraryError.self) { try Library(folder.file("c")) }
    #expect(missing?.kind == .missing && missing?.reason == "no such file or directory")
    #expect(
      Library.isLibrary(path) && !Library.isLibrary(folder.file("b")) && !Library.isLibrary(folder.path))
  }

  @Test("One of a newer version is refused in clear words and not touched")
  func newer() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do {
      let library = try Library.create(at: path)
      try library.decide(["mark\t1"])
      try library.database.runAll("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let before = Folder.bytes(path)
    let error = #expect(throws: LibraryError.self) { try Library(path) }
    #expect(error?.kind == .newer)
    #expect(error?.reason.hasPrefix("was made by a newer version of whosaid") == true)
    #expect(Folder.bytes(path) == before)
  }

  @Test("Nor is one whose newer version still stands in the log alone")
  func newerInLog() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    let library = try Library.create(at: path)
    try library.database.runAll("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 99")
    let before = (Folder.bytes(path), Folder.bytes(path + "-wal"))
    #expect(throws: LibraryError.self) { try Library(path) }
    #expect(Folder.bytes(path) == before.0 && Folder.bytes(path + "-wal") == before.1)
  }

  @Test("Each step of the schema is taken once, in order, and a step that fails leaves the library as it was")
  func migrations() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    let library = try Library.create(at: path)
    try library.decide(["mark\t1"])
    let database = library.database
    let steps =
      Schema.steps + [
        "ALTER TABLE decision ADD COLUMN who TEXT", "CREATE TABLE later (x); INSERT INTO later VALUES (1)",
      ]
    #expect(try Schema.bringUp(database, steps: steps))
    #expect(try !Schema.bringUp(database, steps: steps))
    #expect(try database.integer("SELECT count(*) FROM later") == 1)
    #expect(try library.decisions() == ["mark\t1"])
    #expect(throws: LibraryError.self) {
      try Schema.bringUp(database, steps: steps + ["CREATE TABLE one (x); nonsense"])
    }
    #expect(try Schema.version(of: database) == steps.count)
    #expect(try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'one'") == 0)
  }

  @Test("In a folder that cannot be written to it is read, and says so when it is to be changed")
  func readOnly() throws {
    // Root may write anywhere.
    guard getuid() != 0 else { return }
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do { try Library.create(at: path).decide(["mark\t1"]) }
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    let library = try Library(path)
    #expect(!library.isWritable)
    #expect(try library.decisions() == ["mark\t1"])
    let error = #expect(throws: LibraryError.self) { try library.decide(["unmark\t1"]) }
    #expect(error?.kind == .readOnly)
  }
}
