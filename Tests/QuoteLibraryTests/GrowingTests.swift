import ArticleImport
import Glibc
import Locking
import QuoteModel
import Reading
import StatementLinks
import Testing

@testable import QuoteLibrary

@Suite("A library grows and shrinks")
struct GrowingTests {
  /// Articles that share speakers and subjects, so that much hangs together.
  static func text(_ number: Int, revision: Int = 0) -> String {
    let names = ["Ilse Marin-Vogel", "Tomas Oseiv", "Anouk Déry", "Petra Lindqvist"]
    let things = ["the northern ports", "a dredging fleet", "the winter channel", "the pilots' wages"]
    let (who, what) = (names[number % 4], things[number / 4 % 4])
    return """
      Title: Harbour notes, number \(number)
      Date: 2024-\(number % 9 + 1)-1\(number % 7)
      Outlet: \(["Example Wire", "Kestrel Post"][number % 2])

      \(who) said that \(what) would cost more than \(number + 3) million this year\(revision > 0 ? ", take \(revision)" : "").

      "We have talked about \(what) for years," \(who.split(separator: " ")[1]) said. Mayor \(names[(number + 1) % 4]) \
      disagreed: "\(things[(number / 2) % 4]) will not wait until \(2025 + number % 5)."
      """
  }

  /// What a corpus says, where it can be held against another's.
  static func picture(_ corpus: Corpus) -> [String] {
    let links = corpus.links
    var out = corpus.segments.flatMap(\.articles).map {
      "\($0.name) \($0.date?.description ?? "") \($0.text.count)"
    }
    out += links.actors.map { "\($0.name) \($0.kind) \($0.aliases) \($0.roles)" }
    out += links.topics.map { "\($0)" }
    for row in 0..<corpus.quotationCount {
      let id = QuotationID(row)
      out.append("\(corpus[id]) \(corpus.speakers(of: id)) \(Array(links.topicsOfQuotation[row]))")
      out += links.relations[row].map { "\($0)" }
    }
    return out
  }

  private func add(_ library: Library, _ path: String) async throws -> Addition {
    var failed: [String] = []
    let sum = try await library.add(Inputs(paths: [path]), jobs: 2) { progress in
      if case .failed(let error) = progress { failed.append(error.reason) }
    }
    #expect(failed.isEmpty)
    return sum
  }

  @Test("A library that has changed is shown as it was, then as it is")
  func openingWhatHasChanged() async throws {
    let folder = try Folder()
    for number in 0..<12 { try folder.write("in/\(number).txt", Self.text(number)) }
    let path = folder.file("a.whosaid")
    do {
      let library = try Library.create(at: path)
      _ = try await add(library, folder.file("in"))
      try await library.link()
      try folder.write("in/more.txt", Self.text(20))
      unlink(folder.file("in/3.txt"))
      _ = try await add(library, folder.file("in"))
      _ = try library.remove(folder.file("in/3.txt"))
    }
    let events = Locked<[String]>([])
    await Library.read(path) { event in
      let told: String? =
        switch event {
        case .corpus(let corpus): "\(corpus.articleCount) articles"
        case .replaced(let corpus):
          "then \(corpus.articleCount), \(Self.names(corpus).contains("more.txt")) \(Self.names(corpus).contains("3.txt"))"
        case .finished: "finished"
        default: nil
        }
      if let told { events.withLock { $0.append(told) } }
    }
    let told = events.withLock { $0 }
    #expect(told.first?.hasSuffix("articles") == true)
    #expect(told.suffix(4) == ["12 articles", "13 articles", "then 12, true false", "finished"])
    // Now it is linked, and is all there is to show.
    events.withLock { $0 = [] }
    await Library.read(path) { event in
      if case .replaced = event { events.withLock { $0.append("again") } }
    }
    #expect(events.withLock { $0 }.isEmpty)
  }

  private static func names(_ corpus: Corpus) -> Set<String> {
    Set(corpus.segments.flatMap(\.articles).map(\.name))
  }

  @Test("Only what is new or changed is read, and the same article twice is one")
  func incremental() async throws {
    let folder = try Folder()
    for number in 0..<12 { try folder.write("in/\(number).txt", Self.text(number)) }
    try folder.write("in/again/3.txt", Self.text(3))
    let library = try Library.create(at: folder.file("a.whosaid"))
    let first = try await add(library, folder.file("in"))
    #expect(first.added == 12 && first.known == 1 && first.removed == 0 && first.unchanged == 0)
    let second = try await add(library, folder.file("in"))
    #expect(second.added == 0 && second.known == 0 && second.unchanged == 13)
    try folder.write("in/5.txt", Self.text(5, revision: 1))
    try folder.write("in/3.txt", Self.text(3, revision: 1))
    try folder.write("in/12.txt", Self.text(12))
    let third = try await add(library, folder.file("in"))
    // Of the two files with the third article one still holds it.
    #expect(third.added == 3 && third.removed == 1 && third.unchanged == 11)
    let info = try library.info()
    #expect(info.articles == 14 && info.quotations > 20 && info.files == 14)
    #expect(try library.list(words: "take").map(\.name) == ["3.txt", "5.txt"])
    #expect(try library.remove(folder.file("in/again")) == 1)
    #expect(try library.list(words: "harbour").map(\.name).count { $0 == "3.txt" } == 1)
    #expect(try library.remove(folder.file("in")) == 13)
    #expect(try library.info().articles == 0)
    #expect(
      try library.database.integer("SELECT count(*) FROM article_words WHERE article_words MATCH 'harbour'")
        == 0)
    #expect(try library.database.integer("SELECT count(*) FROM quotation") == 0)
  }

  @Test(
    "In whatever order articles are added, changed and taken out: the library is the one built anew",
    arguments: 1...4)
  func order(seed: UInt64) async throws {
    var random = seed
    func roll(_ sides: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(sides))
    }
    let folder = try Folder()
    let grown = try Library.create(at: folder.file("grown.whosaid"))
    for _ in 0..<8 {
      for _ in 0...roll(8) {
        let name = "in/\(roll(3))/\(roll(20)).txt"
        switch roll(4) {
        case 0: folder.remove(name)
        default: try folder.write(name, Self.text(roll(24), revision: roll(3)))
        }
      }
      if roll(3) == 0 { try folder.write("in/all.jsonl", "") }
      mkdir(folder.file("in"), 0o700)
      try await grown.add(Inputs(paths: [folder.file("in")]), jobs: 1 + roll(3))
      for file in try grown.files() where access(file, F_OK) != 0 { _ = try grown.remove(file) }
      if roll(3) == 0 { try await grown.add(Inputs(paths: [folder.file("in/\(roll(3))")])) }
      if roll(3) == 0 { try grown.indexWords() }
    }
    try await grown.add(Inputs(paths: (0..<3).map { folder.file("in/\($0)") }))
    let fresh = try Library.create(at: folder.file("fresh.whosaid"))
    for part in (0..<3).reversed() { try await fresh.add(Inputs(paths: [folder.file("in/\(part)")])) }
    try await fresh.add(Inputs(paths: [folder.file("in")]))
    let (a, b) = (Self.picture(try await grown.corpus()), Self.picture(try await fresh.corpus()))
    #expect(a.count > 20)
    #expect(a == b)
    #expect(try grown.verify() == [])
    #expect(try grown.list(words: "pilots").map(\.name) == fresh.list(words: "pilots").map(\.name))
  }

  @Test("A large library is not linked anew for a few articles, and then is all the same")
  func linkedLater() async throws {
    let folder = try Folder()
    let library = try Library.create(at: folder.file("a.whosaid"))
    for number in 0..<12 { try folder.write("in/\(number).txt", Self.text(number)) }
    _ = try await add(library, folder.file("in"))
    // Never linked, nothing could be shown until it is.
    #expect(try await library.linkWhereWorthIt(most: 10))
    try folder.write("in/20.txt", Self.text(20))
    _ = try await add(library, folder.file("in"))
    #expect(try await !library.linkWhereWorthIt(most: 10))
    #expect(try await library.storedCorpus() == nil)
    #expect(try await library.corpus().articleCount == 13)
    #expect(try library.isLinked())
    unlink(folder.file("in/20.txt"))
    _ = try library.remove(folder.file("in/20.txt"))
    #expect(try await library.linkWhereWorthIt(most: 1000))
  }

  @Test("Words are found whether or not they have been put in, also where nothing can be written")
  func words() async throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    for number in 0..<4 { try folder.write("in/\(number).txt", Self.text(number)) }
    let writer = try Library.create(at: path)
    _ = try await add(writer, folder.file("in"))
    try writer.indexWords()
    try folder.write("in/4.txt", Self.text(4, revision: 91))
    _ = try await add(writer, folder.file("in"))
    func number(_ library: Library) throws -> Int64? {
      try library.database.integer("SELECT count(*) FROM article_words WHERE article_words MATCH 'harbour'")
    }
    // Another program is writing: what is not in yet is found without being put in.
    let reader = try Library(path)
    try reader.database.runAll("PRAGMA busy_timeout = 1")
    try writer.database.runAll("BEGIN IMMEDIATE")
    #expect(try reader.list(words: "take 91").map(\.name) == ["4.txt"])
    #expect(try reader.list(words: "harbour").count == 5)
    #expect(try number(reader) == 4)
    try writer.database.runAll("COMMIT")
    #expect(try reader.list(words: "harbour").count == 5)
    #expect(try number(reader) == 5)
    // The last one goes, and its number is given to the next.
    _ = try reader.remove(folder.file("in/4.txt"))
    try folder.write("in/4.txt", Self.text(4, revision: 92))
    _ = try await add(reader, folder.file("in"))
    #expect(try reader.list(words: "take 91").isEmpty)
    #expect(try reader.list(words: "take 92").map(\.name) == ["4.txt"])
    #expect(try reader.verify() == [])
  }
}
