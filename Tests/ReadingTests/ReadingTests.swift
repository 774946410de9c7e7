import ArticleImport
import Glibc
import Locking
import QuoteModel
import Reading
import TestSupport
import Testing

@Suite("Articles are read into a corpus")
struct ReadingTests {
  func documents(_ count: Int) -> [Document] {
    (0..<count).map { number in
      // Uneven lengths, so that articles finish out of order.
      let text = String(repeating: "The board met again.\n", count: number % 7 == 0 ? 400 : 1)
      return Document(name: "\(number).txt", bytes: Array(text.utf8))
    }
  }

  func events(_ inputs: Inputs, jobs: Int = 4) async -> [ReadingEvent] {
    let seen = Locked<[ReadingEvent]>([])
    await Reading.read(inputs, jobs: jobs) { event in seen.withLock { $0.append(event) } }
    return seen.withLock { $0 }
  }

  func names(_ corpus: Corpus) -> [String] { corpus.segments.flatMap(\.articles).map(\.name) }

  @Test("Articles come in input order, whatever finishes first", arguments: [1, 2, 8])
  func order(jobs: Int) async {
    let documents = documents(120)
    let events = await events(Inputs(documents: documents), jobs: jobs)
    let corpora = events.compactMap { if case .corpus(let corpus) = $0 { corpus } else { nil } }
    #expect(corpora.last.map(names) == documents.map(\.name))
    // Every earlier corpus is the beginning of the last: ids stay.
    #expect(corpora.allSatisfy { names($0) == Array(documents.map(\.name).prefix($0.articleCount)) })
    let done = events.compactMap { if case .progress(let done, 120) = $0 { done } else { nil } }
    #expect(done == Array(1...120))
    guard case .finished(cancelled: false)? = events.last else {
      Issue.record("does not end with finished")
      return
    }
  }

  @Test("What cannot be read is told, and the rest is read")
  func failures() async {
    var documents = documents(3)
    documents[1].bytes = []
    let events = await events(Inputs(documents: documents))
    let failed = events.compactMap { if case .failed(let error) = $0 { error } else { nil } }
    #expect(failed == [ImportError(path: "1.txt", reason: "is empty")])
    guard case .corpus(let corpus)? = events.last(where: { if case .corpus = $0 { true } else { false } })
    else {
      Issue.record("no corpus")
      return
    }
    #expect(names(corpus) == ["0.txt", "2.txt"])
  }

  @Test("A named folder without articles is told")
  func emptyFolder() async throws {
    var path = Array("/tmp/whosaid-empty-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&path)).withMemoryRebound(to: CChar.self, capacity: path.count) {
      String(cString: $0)
    }
    defer { rmdir(made) }
    let events = await events(Inputs(paths: [made]))
    let failed = events.compactMap { if case .failed(let error) = $0 { error } else { nil } }
    #expect(failed == [ImportError(path: made, reason: "holds no articles")])
  }

  @Test("One corpus of everything, and what is missing")
  func corpus() async {
    var documents = documents(600)
    documents[7].bytes = []
    var failed: [String] = []
    let corpus = await Reading.corpus(of: Inputs(documents: documents), jobs: 2) { failed.append($0.path) }
    #expect(failed == ["7.txt"])
    #expect(names(corpus) == documents.map(\.name).filter { $0 != "7.txt" })
  }

  @Test("Nothing to read still gives an empty corpus and an end")
  func nothing() async {
    let events = await events(Inputs(documents: []))
    #expect(events.count == 2)
  }

  @Test("Cancelling ends the reading early and says so")
  func cancelled() async {
    let seen = Locked<(done: Int, cancelled: Bool)>((0, false))
    let inputs = Inputs(documents: documents(500))
    let task = Task {
      await Reading.read(inputs, jobs: 1) { event in
        switch event {
        case .progress(let done, _):
          seen.withLock { $0.done = done }
          if done == 3 { withUnsafeCurrentTask { $0?.cancel() } }
        case .finished(let cancelled): seen.withLock { $0.cancelled = cancelled }
        default: break
        }
      }
    }
    _ = await task.value
    #expect(seen.withLock { $0.cancelled })
    #expect(seen.withLock { $0.done } < 500)
  }

  @Test("A stream ends where its consumer has enough")
  func enough() async {
    var names: [String] = []
    let isComplete = await Reading.forEachArticle(in: Inputs(documents: documents(50)), jobs: 3) {
      $0.name
    } consume: { step in
      names += (try? step.outcome.get()) ?? []
      return names.count < 5
    }
    #expect(!isComplete)
    #expect(names == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"])
  }
}

@Suite("Files and folders are found")
struct InputsTests {
  /// A folder of its own for a test, gone with it.
  final class Folder {
    let path: String
    private var made: [String] = []

    init() {
      var template = Array("/tmp/whosaid-tests-XXXXXX".utf8CString)
      path = template.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
      }
    }

    deinit { for path in made.reversed() + [path] { remove(path) } }

    /// The path of something new in the folder.
    private func new(_ name: String) -> String {
      made.append(path + "/" + name)
      return path + "/" + name
    }

    func write(_ name: String, _ text: String = "It rained.\n") {
      guard let file = fopen(new(name), "w") else { return }
      fputs(text, file)
      fclose(file)
    }
    func makeFolder(_ name: String) { mkdir(new(name), 0o755) }
    func makePipe(_ name: String) { mkfifo(new(name), 0o644) }
    func link(_ name: String, to target: String) { symlink(target, new(name)) }
  }

  func read(_ paths: [String]) async -> (names: [String], failures: [String]) {
    var (names, failures): ([String], [String]) = ([], [])
    await Reading.forEachArticle(in: Inputs(paths: paths), jobs: 2) {
      $0.name
    } consume: { step in
      switch step.outcome {
      case .success(let found): names += found
      case .failure(let error): failures.append(error.reason)
      }
      return true
    }
    return (names, failures)
  }

  @Test("A folder is read with all below it, sorted, hidden files left out")
  func folder() async {
    let folder = Folder()
    folder.makeFolder("b")
    folder.makeFolder(".git")
    for name in ["c.txt", "a.txt", ".hidden", "b/2.txt", "b/1.txt", ".git/x"] { folder.write(name) }
    let (names, failures) = await read([folder.path])
    #expect(names == ["a.txt", "b/1.txt", "b/2.txt", "c.txt"])
    #expect(failures.isEmpty)
  }

  @Test("A link to a folder above does not lead round in circles")
  func loop() async {
    let folder = Folder()
    folder.makeFolder("in")
    folder.write("in/a.txt")
    folder.link("in/up", to: "..")
    let (names, failures) = await read([folder.path])
    #expect(names == ["in/a.txt"])
    #expect(failures.isEmpty)
  }

  @Test("A file whose name is no UTF-8 is read under a name that is")
  func rawName() async {
    let folder = Folder()
    let path = Array(folder.path.utf8CString.dropLast()) + [0x2F, 0x61, -1, 0x2E, 0x74, 0x78, 0x74, 0]
    guard let file = fopen(path, "w") else { return }
    fputs("It rained.\n", file)
    fclose(file)
    defer { unlink(path) }
    folder.write("b.txt")
    let (names, failures) = await read([folder.path])
    #expect(names == ["a\u{FFFD}.txt", "b.txt"] && failures.isEmpty)
  }

  @Test("Pipes, missing files and binary files are refused, the rest read", .timeLimit(Patience.minutes(1)))
  func refused() async {
    let folder = Folder()
    folder.write("a.txt")
    folder.makePipe("pipe")
    folder.write("z.bin", "\u{1}\u{2}\u{3}\u{4}")
    let (names, failures) = await read([folder.path, folder.path + "/none.txt"])
    #expect(names == ["a.txt"])
    #expect(failures == ["is not a regular file", "is a binary file", "no such file or directory"])
  }

  @Test("A file named alone goes by its own name")
  func file() async {
    let folder = Folder()
    folder.write("a.txt")
    #expect(await read([folder.path + "/a.txt"]).names == ["a.txt"])
  }
}
