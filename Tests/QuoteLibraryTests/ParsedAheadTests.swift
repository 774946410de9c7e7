import Glibc
import QuoteModel
import QuoteParser
import Reading
import StatementLinks
import Testing

@testable import QuoteLibrary

@Suite("What a killed program has parsed is not parsed again")
struct ParsedAheadTests {
  private static let articles = (0..<4).map { number in
    Article(name: "\(number).txt", path: "/in/\(number).txt", title: "", text: GrowingTests.text(number))
  }

  /// An article with a statement that no parser would find in it: whoever has it took it from the file.
  private func marked(_ article: Article, careful: Bool = false) -> NewArticle {
    var parsed = Parser().parse(article)
    parsed.quotations = [Quotation(content: [TextRange(2, 5)], kind: .direct)]
    return NewArticle(article, ContentHash(of: article), Linker().digest(parsed), isCareful: careful)
  }

  private func isMarked(_ article: NewArticle?) -> Bool {
    article?.found?.rows.map(\.range) == [TextRange(2, 5)]
  }

  private func take(_ article: Article, _ ahead: ParsedAhead, careful: Bool = false) -> NewArticle? {
    ahead.take(article, ContentHash(of: article), careful: careful)
  }

  @Test("Cut at any byte, the whole records before are there, and more can be written behind them")
  func cut() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    var ends: [Int] = []
    do {
      let ahead = try #require(ParsedAhead(beside: path))
      for article in Self.articles.prefix(2) {
        ahead.keep(marked(article))
        ends.append(Folder.bytes(path + "-parsed").count)
      }
    }
    let bytes = Folder.bytes(path + "-parsed")
    for size in stride(from: 0, through: bytes.count, by: 17) + ends {
      unlink(path + "-parsed")
      let file = try #require(fopen(path + "-parsed", "w"))
      fwrite(bytes, 1, size, file)
      fclose(file)
      do {
        let ahead = try #require(ParsedAhead(beside: path))
        for (article, end) in zip(Self.articles, ends) {
          #expect(isMarked(take(article, ahead)) == (size >= end), "cut at \(size)")
        }
        ahead.keep(marked(Self.articles[2]))
      }
      let again = try #require(ParsedAhead(beside: path))
      #expect(isMarked(take(Self.articles[2], again)), "cut at \(size)")
      #expect(again.hashes.count == ends.count { size >= $0 } + 1)
    }
  }

  @Test("A byte that has changed makes for parsing again, and for nothing else")
  func damage() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do { try #require(ParsedAhead(beside: path)).keep(marked(Self.articles[0])) }
    let bytes = Folder.bytes(path + "-parsed")
    var taken = 0
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var changed = bytes
      changed[place] ^= 0x41
      let file = try #require(fopen(path + "-parsed", "w"))
      fwrite(changed, 1, changed.count, file)
      fclose(file)
      let found = take(Self.articles[0], try #require(ParsedAhead(beside: path)))
      #expect(found == nil || isMarked(found), "byte \(place)")
      taken += found == nil ? 0 : 1
    }
    // The bytes of the hash and of the care are other articles' then; no other change goes unnoticed.
    #expect(taken == 0)
  }

  @Test("A careful parse serves both, a quick one the quick alone; one program has the file at a time")
  func careful() throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    do {
      let ahead = try #require(ParsedAhead(beside: path))
      #expect(ParsedAhead(beside: path) == nil)
      ahead.keep(marked(Self.articles[0], careful: true))
      ahead.keep(marked(Self.articles[1]))
    }
    let ahead = try #require(ParsedAhead(beside: path))
    #expect(take(Self.articles[0], ahead)?.found?.isCareful == true)
    #expect(take(Self.articles[0], ahead, careful: true)?.found?.isCareful == true)
    #expect(take(Self.articles[1], ahead)?.found?.isCareful == false)
    #expect(take(Self.articles[1], ahead, careful: true) == nil)
    #expect(take(Self.articles[3], ahead) == nil)
  }

  @Test("Adding takes it from there; the file goes once everything is in the library, and not before")
  func adding() async throws {
    let folder = try Folder()
    let path = folder.file("a.whosaid")
    for number in 0..<4 { try folder.write("\(number % 2)/\(number).txt", GrowingTests.text(number)) }
    // As they are read.
    var read: [Article] = []
    await Reading.forEachArticle(in: Inputs(paths: (0..<2).map { folder.file("\($0)") })) {
      $0
    } consume: { step in
      read += (try? step.outcome.get()) ?? []
      return true
    }
    #expect(read.count == 4)
    do {
      let ahead = try #require(ParsedAhead(beside: path))
      for article in read where article.name != "2.txt" { ahead.keep(marked(article)) }
    }
    let library = try Library.create(at: path)
    #expect(try await library.add(Inputs(paths: [folder.file("0")])).added == 2)
    #expect(try library.list().map(\.quotations).count { $0 == 1 } == 1)
    #expect(access(path + "-parsed", F_OK) == 0)
    #expect(try await library.add(Inputs(paths: [folder.file("1")])).added == 2)
    #expect(try library.list().count { $0.quotations == 1 } == 3)
    #expect(access(path + "-parsed", F_OK) != 0)
    #expect(try library.verify() == [])
  }
}
