import Foundation
import QuoteModel
import QuoteParser
import Testing

/// The article the project began with. It and its key are not part of the project; without them this is skipped.
private let seed = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/seed/").standardizedFileURL

private struct Key: Decodable {
  struct Statement: Decodable {
    var id, kind, content: String
    var actors: [String]
    var when: String?
  }
  var statements: [Statement]
}

struct SeedArticleTests {
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: seed.path), "the seed article is not here"),
    arguments: [false, true])
  func findsTheStatementsACarefulReaderFinds(careful: Bool) throws {
    let text = try String(contentsOf: seed.appending(path: "turkey-serbia-drones.txt"), encoding: .utf8)
    let key = try JSONDecoder().decode(
      Key.self, from: Data(contentsOf: seed.appending(path: "expected.json")))
    let day = PartialDate("2024-10-11")
    let parsed = Parser(careful: careful).parse(Article(name: "seed", path: "seed", date: day, text: text))
    let missed = key.statements.filter { statement in
      !parsed.quotations.contains { quotation in
        let words = quotation.content.map { String(text[$0]) }.joined(separator: " ")
        let names = Set(quotation.speakers.map { lastWord(parsed.actors[$0].name) })
        return overlap(words, statement.content) >= 0.5 && "\(quotation.kind)" == statement.kind
          && names == Set(statement.actors.map(lastWord)) && isOn(statement.when, quotation.time)
      }
    }
    #expect(missed.isEmpty, "missed: \(missed.map(\.id))")
    for trap in ["Kyiv Says 200 New Firms", "Your browser doesn", "signed agreements in various areas"] {
      #expect(!parsed.quotations.contains { $0.content.contains { text[$0].contains(trap) } })
    }
    let kinds: [String: Actor.Kind] = [
      "Recep Tayyip Erdogan": .person, "Aleksandar Vucic": .person, "Serbia": .country, "Turkey": .country,
      "Kosovo": .country,
    ]
    for (name, kind) in kinds { #expect(parsed.actors.first { $0.name == name }?.kind == kind, "\(name)") }
  }

  /// Whether a statement was made when the key says: `10-11`, `2023`, `last year`, told from an article of 2024.
  private func isOn(_ when: String?, _ time: Quotation.Time?) -> Bool {
    guard let when else { return true }
    let date = time?.date.description ?? ""
    return when == "last year" ? date == "2023" : date.hasSuffix(when)
  }

  private func lastWord(_ name: String) -> String {
    name.split(separator: " ").last.map { $0.lowercased() } ?? ""
  }

  private func overlap(_ a: String, _ b: String) -> Double {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    let (a, b) = (words(a), words(b))
    return 2 * Double(a.intersection(b).count) / Double(max(1, a.count + b.count))
  }
}
