import FaultyStorage
import Glibc
import QuoteModel
import QuoteParser
import StatementLinks
import Testing

@testable import QuoteLibrary

/// The power goes, or the disk is full, at any call that would change something on the disk. In full by `make soak`.
@Suite("Nothing that was said to be safe is lost", .serialized)
struct FaultTests {
  private static let soak = getenv("WHOSAID_SOAK") != nil
  private static let isRegistered = faulty_register() == 0

  private static let articles: [NewArticle] = {
    let (parser, linker) = (Parser(), Linker())
    return (0..<6).map { number in
      let article = Article(
        name: "\(number).txt", path: "/in/\(number).txt", title: "\(number)", text: GrowingTests.text(number))
      return NewArticle(
        article, ContentHash(of: article), linker.digest(parser.parse(article)), isCareful: false)
    }
  }()

  private func put(_ articles: ArraySlice<NewArticle>, into library: Library) throws(LibraryError) {
    try library.database.transaction { () throws(LibraryError) in
      for new in articles {
        guard let (row, _) = try library.put(new) else { continue }
        let source = try library.source(new.article.path, name: new.article.name)
        try library.addOrigin(source, of: row, name: new.article.name)
      }
    }
  }

  /// What a person and the program do with a library; `safe` is told what was said to be safe.
  private func live(with library: Library, safe: (String) -> Void) async throws(LibraryError) {
    func decide(_ line: String) throws(LibraryError) {
      try library.decide([line])
      safe(line)
    }
    try decide("mark\t1")
    try put(Self.articles[0..<3], into: library)
    safe("articles 3")
    try decide("note\t1\tfor later")
    try put(Self.articles[3..<6], into: library)
    safe("articles 6")
    _ = try library.remove("/in/2.txt")
    safe("articles 5")
    try await library.link()
    try decide("unmark\t1")
    _ = try library.database.text("PRAGMA wal_checkpoint(TRUNCATE)")
    try decide("mark\t2")
    try library.compact()
    try decide("merge\ta\tb")
  }

  private func check(_ path: String, _ safe: [String], at change: Int) throws {
    let library = try Library(path)
    #expect(try library.verify() == [], "at change \(change)")
    let lines = try library.decisions()
    let wanted = safe.filter { !$0.hasPrefix("articles") }
    // The one in hand may be there or not.
    #expect(
      lines.starts(with: wanted) && lines.count <= wanted.count + 1, "at change \(change): \(lines), not \(wanted)")
    let counts = [0, 3, 6, 5]
    let count = safe.last { $0.hasPrefix("articles") }.flatMap { Int($0.dropFirst(9)) } ?? 0
    let articles = try library.info().articles
    let next = counts.firstIndex(of: count).map { counts[min($0 + 1, 3)] } ?? 0
    #expect(articles == count || articles == next, "at change \(change)")
  }

  @Test("Whenever the power goes: it verifies, and every decision that was kept is there")
  func powerCut() async throws {
    #expect(Self.isRegistered)
    let folder = try Folder()
    var (change, runs) = (1, 0)
    while true {
      let path = folder.file("\(change).whosaid")
      do { _ = try Library.create(at: path) }
      var safe: [String] = []
      var isCut = false
      faulty_arm(Int32(FAULTY_POWER_CUT), change, UInt64(change) &* 77)
      do {
        let library = try Library(path, storage: "faulty")
        try await live(with: library) { safe.append($0) }
      } catch { isCut = true }
      faulty_arm(Int32(FAULTY_NEVER), 0, 0)
      // Memory shared between programs is gone with the power.
      unlink(path + "-shm")
      try check(path, safe, at: change)
      for end in ["", "-wal", "-shm"] { unlink(path + end) }
      runs += 1
      if !isCut { break }
      change += Self.soak ? 1 : 1 + change % 9
    }
    #expect(runs > 15)
  }

  @Test("When the disk is full it is said, and goes on once there is room")
  func diskFull() async throws {
    #expect(Self.isRegistered)
    let folder = try Folder()
    var (change, runs) = (1, 0)
    while true {
      let path = folder.file("\(change).whosaid")
      do { _ = try Library.create(at: path) }
      var (safe, failure): ([String], LibraryError?) = ([], nil)
      do {
        let library = try Library(path, storage: "faulty")
        faulty_arm(Int32(FAULTY_DISK_FULL), change, 0)
        do throws(LibraryError) { try await live(with: library) { safe.append($0) } } catch {
          failure = error
        }
        faulty_arm(Int32(FAULTY_NEVER), 0, 0)
        #expect(failure.map { $0.kind == .full && $0.reason == "there is no room left on the disk" } ?? true)
        try library.decide(["mark\tafter"])
        #expect(try library.decisions().last == "mark\tafter")
      }
      let library = try Library(path)
      #expect(try library.verify() == [], "at change \(change)")
      #expect(try library.decisions().starts(with: safe.filter { !$0.hasPrefix("articles") }))
      for end in ["", "-wal", "-shm"] { unlink(path + end) }
      runs += 1
      if failure == nil { break }
      change += Self.soak ? 1 : 1 + change % 9
    }
    #expect(runs > 15)
  }

  @Test("A byte that has changed on the disk is found, and where")
  func damage() async throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do {
      let library = try Library.create(at: path)
      try put(Self.articles[...], into: library)
      try library.decide(["mark\t1"])
      try await library.link()
      _ = try library.database.text("PRAGMA wal_checkpoint(TRUNCATE)")
      #expect(try library.verify() == [])
    }
    // The text of one article, and the parse of another.
    try change(path, "would cost more than 3 million", by: "would cost more than 9 million")
    let library = try Library(path)
    let faults = try library.verify()
    #expect(
      faults.contains(Library.Fault(place: "article 0.txt", reason: "its text is not what was written")))
    #expect(faults.allSatisfy { $0.place == "article 0.txt" || $0.place == "table article_words" })
    try library.database.run("UPDATE parse SET digest = zeroblob(100) WHERE article = 2")
    #expect(
      try library.verify().contains { $0.place == "article 1.txt: parse" && $0.reason.contains("checksum") })
    // What was linked is whole, and is shown; what was parsed is not.
    #expect(try await library.corpus().articleCount == 6)
    try library.database.run("DELETE FROM segment")
    let error = await #expect(throws: LibraryError.self) { try await library.corpus() }
    #expect(error?.kind == .damaged && error?.place == "article 1.txt: parse")
  }

  @Test("A page that has changed is found, and never ends the program", arguments: 1...6)
  func pages(seed: UInt64) async throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do {
      let library = try Library.create(at: path)
      try put(Self.articles[...], into: library)
      try await library.link()
      _ = try library.database.text("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let size = Folder.bytes(path).count
    let file = try #require(fopen(path, "r+"))
    // Garbage over a whole page other than the first.
    fseek(file, Int(seed * 7919) % (size / 16384 - 1) * 16384 + 16384, SEEK_SET)
    let garbage = (0..<16384).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ Int(seed)) }
    fwrite(garbage, 1, garbage.count, file)
    fclose(file)
    do throws(LibraryError) {
      let library = try Library(path)
      #expect(try !library.verify().isEmpty)
    } catch { #expect(error.kind == .damaged) }
    if let library = try? Library(path) {
      _ = try? await library.corpus()
      _ = try? library.info()
    }
  }

  private func change(_ path: String, _ old: String, by new: String) throws {
    let (bytes, old) = (Folder.bytes(path), Array(old.utf8))
    let at = try #require((0...(bytes.count - old.count)).first { bytes[$0...].starts(with: old) })
    let file = try #require(fopen(path, "r+"))
    fseek(file, at, SEEK_SET)
    fwrite(Array(new.utf8), 1, new.utf8.count, file)
    fclose(file)
  }
}
