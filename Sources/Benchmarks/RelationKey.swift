import Accuracy
import QuoteModel
import Reading
import StatementLinks

/// Holds the relations of a corpus against a key written by hand, and prints what is missed and what is not in it.
enum RelationKey {
  /// Prints shown, right, wanted and found of each kind, and each that was missed or is not in the key.
  static func print(_ key: String, _ paths: [String]) async throws {
    let corpus = await Reading.corpus(of: Inputs(paths: paths)) { _ in }
    let text = String(decoding: try CorpusFiles.bytes(key), as: UTF8.self)
    let entries = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { entry($0, corpus) }
    var shown: [(relation: Relation, later: Int)] = []
    for quotation in 0..<corpus.quotationCount {
      for relation in corpus.links.relations[quotation] where relation.isForward {
        shown.append((relation, quotation))
      }
    }
    let linker = Linker()
    for kind in Relation.Kind.allCases.map({ "\($0)" }) {
      let own = shown.filter { "\($0.relation.kind)" == kind }
      let unknown = own.filter { one in
        let pair: Set = [one.later, one.relation.target.index]
        return !entries.contains { $0.pair == pair && $0.kinds.contains(kind) }
      }
      let wanted = entries.filter { $0.kinds[0] == kind && $0.isWanted }
      let missed = wanted.filter { entry in
        !shown.contains {
          $0.later != $0.relation.target.index && entry.pair == [$0.later, $0.relation.target.index]
            && entry.kinds.contains("\($0.relation.kind)")
        }
      }
      Swift.print(
        "\(kind): shown \(own.count), right \(own.count - unknown.count); wanted \(wanted.count), found \(wanted.count - missed.count)"
      )
      let pairs = (unknown.map { [$0.later, $0.relation.target.index] } + missed.map { Array($0.pair) }).map {
        $0.sorted()
      }
      let likelihoods = linker.similarities(corpus.segments, pairs.map { ($0[0], $0[1]) })
      for (row, pair) in pairs.enumerated() {
        let what =
          row < unknown.count
          ? "not in the key: [\(unknown[row].relation.evidence)]"
          : "missed, shown as \(shown.first { pair == [$0.later, $0.relation.target.index].sorted() }.map { "\($0.relation.kind)" } ?? "nothing")"
        Swift.print("  \(what); likelihood \(likelihoods[row].likelihood) of \(likelihoods[row].features)")
        for row in pair { Swift.print("    " + RelationSample.line(QuotationID(row), corpus)) }
      }
    }
  }

  private static func entry(_ line: Substring, _ corpus: Corpus) -> KeyedRelation? {
    let entry = KeyedRelation(line, in: corpus)
    if entry == nil { Swift.print("not parsed: \(line)") }
    return entry
  }
}
