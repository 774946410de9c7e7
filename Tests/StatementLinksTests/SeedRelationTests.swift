import Accuracy
import ArticleImport
import Foundation
import QuoteModel
import Reading
import Testing

/// The article the project began with. It is no part of the repository; without it this is skipped.
@Suite struct SeedRelationTests {
  private struct Expected: Decodable {
    struct Statement: Decodable {
      var id: String
      var content: String
    }
    struct Link: Decodable {
      var a: String
      var b: String
      var type: String
    }
    var statements: [Statement]
    var relations: [Link]
  }

  private static let folder = CorpusFiles.shared + "/seed/"

  /// Kinds that fit what a reader calls a relation.
  private static func kinds(_ type: String) -> Set<Relation.Kind> {
    if type.contains("elaborated") { return [.elaborates] }
    if type.contains("agree") { return [.agrees, .sameSubject] }
    if type.contains("shift") { return [.shifts] }
    if type.contains("continued") { return [.continues, .elaborates] }
    if type.contains("set against") { return [.contrasts, .agrees, .sameSubject] }
    return [.sameSubject, .agrees]
  }

  @Test(.enabled(if: CorpusFiles.has(folder), "the seed article is not here"))
  func allSevenAreFoundWithAFittingKind() async throws {
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: URL(filePath: Self.folder + "expected.json")))
    let corpus = await Reading.corpus(of: Inputs(paths: [Self.folder + "turkey-serbia-drones.txt"])) { _ in }
    func words(_ text: String) -> Set<Substring> { Set(text.lowercased().split { !$0.isLetter }) }
    func find(_ id: String) -> Int? {
      guard let wanted = expected.statements.first(where: { $0.id == id }).map({ words($0.content) }) else {
        return nil
      }
      return (0..<corpus.quotationCount).max { a, b in
        func score(_ row: Int) -> Double {
          let own = words(corpus.text(of: QuotationID(row)))
          return Double(own.intersection(wanted).count) / Double(own.union(wanted).count)
        }
        return score(a) < score(b)
      }
    }
    #expect(expected.relations.count == 7)
    for link in expected.relations {
      let (a, b) = (try #require(find(link.a)), try #require(find(link.b)))
      let found = corpus.links.relations[a].first { $0.target.index == b }
      #expect(
        found.map { Self.kinds(link.type).contains($0.kind) } == true,
        "\(link.a)-\(link.b) \(link.type): \(found.map { "\($0.kind)" } ?? "nothing")")
    }
  }
}
