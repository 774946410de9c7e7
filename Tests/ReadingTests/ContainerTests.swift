import ArticleImport
import QuoteModel
import Reading
import Testing

@Suite("Inputs that hold many articles")
struct ContainerTests {
  /// A file of lines, each an article, some of them broken or in another language.
  func lines(_ count: Int, _ name: String) -> Document {
    let text = (0..<count).map { number in
      switch number % 10 {
      case 3: "{\"text\": broken"
      case 7:
        "{\"id\": \"\(number)\", \"text\": \"Der Vorstand hat gesagt, dass er die Abstimmung über den Pier bis zum Frühling verschieben wird, weil es noch keine Zahlen gibt.\"}"
      default: "{\"id\": \"\(number)\", \"text\": \"The board met again.\"}"
      }
    }
    return Document(name: name, bytes: Array(text.joined(separator: "\n").utf8))
  }

  func read(_ documents: [Document], jobs: Int, inAllLanguages: Bool = false) async -> (
    names: [String], failures: [ImportError], done: [Int]
  ) {
    var (names, failures, done): ([String], [ImportError], [Int]) = ([], [], [])
    await Reading.forEachArticle(in: Inputs(documents: documents), jobs: jobs, inAllLanguages: inAllLanguages)
    {
      $0.name
    } consume: { step in
      switch step.outcome {
      case .success(let found): names += found
      case .failure(let error): failures.append(error)
      }
      done.append(step.done)
      return true
    }
    return (names, failures, done)
  }

  @Test("Articles come in order, those of the next input behind", arguments: [1, 2, 7])
  func order(jobs: Int) async {
    let plain = Document(name: "b.txt", bytes: Array("It rained.\n".utf8))
    let (names, failures, done) = await read([lines(40, "a"), plain, lines(20, "c")], jobs: jobs)
    let expected =
      (0..<40).filter { ![3, 7].contains($0 % 10) }.map { "a#\($0)" } + ["b.txt"]
      + (0..<20).filter { ![3, 7].contains($0 % 10) }.map { "c#\($0)" }
    #expect(names == expected)
    #expect(failures.count == 12)
    #expect(
      failures.first == ImportError(path: "a", place: "line 4", reason: "holds something that is no JSON"))
    #expect(done == done.sorted() && done.last == 3 && done.filter { $0 == 0 }.count == 40)
  }

  @Test("Other languages are told, or taken where all are asked for")
  func languages() async {
    let (_, failures, _) = await read([lines(10, "a")], jobs: 2)
    #expect(
      failures.last == ImportError(path: "a", place: "a#7", reason: "is in German; only English is parsed"))
    let all = await read([lines(10, "a")], jobs: 2, inAllLanguages: true)
    #expect(all.names.count == 9 && all.failures.count == 1)
  }

  @Test("An end that is wanted early comes early")
  func enough() async {
    var count = 0
    let isComplete = await Reading.forEachArticle(in: Inputs(documents: [lines(10_000, "a")]), jobs: 2) {
      $0
    } consume: { _ in
      count += 1
      return count < 5
    }
    #expect(!isComplete && count == 5)
  }
}
