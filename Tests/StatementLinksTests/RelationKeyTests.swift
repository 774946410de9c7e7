import Accuracy
import ArticleImport
import Foundation
import QuoteModel
import Reading
import Testing

/// The relations that a careful reader draws in the sample articles and in a few more of their kind, written down by
/// hand in `Key/relations.tsv`.
@Suite struct RelationKeyTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()

  private static func corpus() async -> Corpus {
    let samples = root.deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Resources/Samples")
    return await Reading.corpus(
      of: Inputs(paths: [samples.path(), root.appending(path: "Key/Articles").path()])
    ) { _ in
    }
  }

  private static func key(_ corpus: Corpus) throws -> [KeyedRelation] {
    let file = try String(contentsOf: root.appending(path: "Key/relations.tsv"), encoding: .utf8)
    return try file.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      try #require(KeyedRelation(line, in: corpus), "not parsed: \(line)")
    }
  }

  /// What was reached, a little below; `docs/links.md` shows the figures.
  private static let floors: [String: (precision: Double, recall: Double)] = [
    "repeats": (0.9, 0.8), "elaborates": (0.9, 0.8), "continues": (0.95, 0.8), "answers": (0.95, 0.75),
    "agrees": (0.9, 0.8), "contrasts": (0.95, 0.75), "shifts": (0.95, 0.72), "sameSubject": (0.85, 0.75),
  ]

  @Test func whatIsShownIsRightAndMostIsShown() async throws {
    let corpus = await Self.corpus()
    let key = try Self.key(corpus)
    var shown: [(kind: String, pair: Set<Int>)] = []
    for quotation in 0..<corpus.quotationCount {
      for relation in corpus.links.relations[quotation] where relation.isForward {
        shown.append(("\(relation.kind)", [quotation, relation.target.index]))
      }
    }
    for kind in Relation.Kind.allCases.map({ "\($0)" }) {
      let own = shown.filter { $0.kind == kind }
      let right = own.filter { one in key.contains { $0.pair == one.pair && $0.kinds.contains(kind) } }
      let wanted = key.filter { $0.kinds[0] == kind && $0.isWanted }
      let found = wanted.filter { entry in
        shown.contains { $0.pair == entry.pair && entry.kinds.contains($0.kind) }
      }
      let precision = Double(right.count) / Double(max(1, own.count))
      let recall = Double(found.count) / Double(max(1, wanted.count))
      print("\(kind): shown \(own.count), right \(right.count); key \(wanted.count), found \(found.count)")
      let floor = try #require(Self.floors[kind])
      #expect(wanted.count >= 8, "\(kind) is too rare in the key to be measured")
      #expect(precision >= floor.precision, "\(kind): precision \(precision)")
      #expect(recall >= floor.recall, "\(kind): recall \(recall)")
    }
  }
}
