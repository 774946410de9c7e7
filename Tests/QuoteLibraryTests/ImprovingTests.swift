import Glibc
import Locking
import QuoteModel
import Reading
import Testing

@testable import QuoteLibrary

@Suite("A library's statements are improved behind the reading and kept")
struct ImprovingTests {
  /// A library of articles read quickly, linked.
  private func library(in folder: Folder, _ count: Int) async throws -> String {
    for number in 0..<count { try folder.write("in/\(number).txt", GrowingTests.text(number)) }
    let path = folder.file("a.whosaid")
    let library = try Library.create(at: path)
    _ = try await library.add(Inputs(paths: [folder.file("in")]), jobs: 2)
    try await library.link()
    return path
  }

  /// What opening it tells: how much there was to improve, whether its end was told, and the last corpus.
  private func open(_ path: String) async -> (improving: Int?, isImproved: Bool, last: Corpus?, failures: Int)
  {
    let told = Locked<(improving: Int?, isImproved: Bool, last: Corpus?, failures: Int)>((nil, false, nil, 0))
    await Library.read(path, improves: true, jobs: 2) { event in
      told.withLock { told in
        switch event {
        case .improving(_, let total, _): told.improving = total
        case .improved(cancelled: false): told.isImproved = true
        case .corpus(let corpus), .replaced(let corpus): told.last = corpus
        case .failed: told.failures += 1
        default: break
        }
      }
    }
    return told.withLock { $0 }
  }

  @Test("At the end it is the library that careful reading makes, and the next opening has nothing to do")
  func improved() async throws {
    let folder = try Folder()
    let path = try await library(in: folder, 40)
    let first = await open(path)
    #expect(first.isImproved && first.failures == 0)
    let careful = try Library.create(at: folder.file("careful.whosaid"))
    _ = try await careful.add(Inputs(paths: [folder.file("in")]), jobs: 2, careful: true)
    let expected = GrowingTests.picture(try await careful.corpus())
    #expect(first.last.map(GrowingTests.picture) == expected)
    let kept = try Library(path)
    #expect(try kept.isLinked())
    #expect(GrowingTests.picture(try await kept.corpus()) == expected)
    #expect(try kept.verify() == [])
    let second = await open(path)
    #expect(second.improving == nil)
    #expect(second.last.map(GrowingTests.picture) == expected)
  }

  @Test("What was improved before is left as it is")
  func goesOn() async throws {
    let folder = try Folder()
    let path = try await library(in: folder, 20)
    let whole = try #require(await open(path).improving)
    // A few more, read quickly.
    for number in 20..<24 { try folder.write("in/\(number).txt", GrowingTests.text(number)) }
    let grown = try Library(path)
    _ = try await grown.add(Inputs(paths: [folder.file("in")]), jobs: 2)
    try await grown.link()
    let rest = try #require(await open(path).improving)
    #expect(rest > 0 && rest < whole / 2)
    #expect(try Library(path).database.integer("SELECT count(*) FROM article WHERE careful = 0") == 0)
  }

  @Test("Left in the middle, what is done is kept, and the library is whole")
  func cancelled() async throws {
    let folder = try Folder()
    let path = try await library(in: folder, 80)
    let task = Task {
      await Library.read(path, improves: true, jobs: 1) { event in
        if case .improving(let done, let total, _) = event, done > total / 2 {
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
    }
    await task.value
    let library = try Library(path)
    let left = try #require(try library.database.integer("SELECT count(*) FROM article WHERE careful = 0"))
    #expect(left > 0 && left < 80)
    #expect(try library.verify() == [])
    #expect(try await library.corpus().articleCount == 80)
  }

  @Test(
    "A library that cannot be written to is improved on the screen alone",
    .enabled(if: getuid() != 0, "whoever may do everything can write everywhere"))
  func readOnly() async throws {
    let folder = try Folder()
    let path = try await library(in: folder, 8)
    chmod(path, 0o400)
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    let first = await open(path)
    #expect(first.isImproved && first.failures == 0)
  }
}
