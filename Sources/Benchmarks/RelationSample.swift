import QuoteModel
import Reading

/// Prints relations of a corpus to be read by eye.
enum RelationSample {
  /// So many relations of a kind, or of each, drawn by a seed: both quotations, the earlier first, and the evidence.
  static func print(_ count: Int, seed: UInt64, kind: String, _ paths: [String]) async {
    let corpus = await Reading.corpus(of: Inputs(paths: paths)) { _ in }
    for one in Relation.Kind.allCases where kind == "all" || "\(one)" == kind {
      var found: [(later: Int, relation: Relation)] = []
      for quotation in 0..<corpus.quotationCount {
        for relation in corpus.links.relations[quotation] where relation.kind == one && relation.isForward {
          found.append((quotation, relation))
        }
      }
      Swift.print("\(one): \(found.count)")
      var dice = Dice(seed)
      for drawn in 0..<min(count, found.count) {
        found.swapAt(drawn, dice.roll(drawn..<found.count))
        let (later, relation) = found[drawn]
        Swift.print("\(drawn + 1). [\(relation.evidence)] \(Int(relation.score * 100))")
        Swift.print("  A " + line(relation.target, corpus))
        Swift.print("  B " + line(QuotationID(later), corpus))
      }
    }
  }

  /// Article, date, speakers, cue and words.
  static func line(_ id: QuotationID, _ corpus: Corpus) -> String {
    let quotation = corpus[id]
    let article = corpus[corpus.article(of: id)]
    let speakers = corpus.speakers(of: id).map { corpus[$0].name }.joined(separator: ", ")
    let cue = quotation.cue.map { String(article.text[$0]) } ?? ""
    let words = corpus.text(of: id).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let asked = quotation.asked.map { " (asked: \(article.text[$0]))" } ?? ""
    return
      "\(article.name.prefix(24)) \(quotation.time?.date.description ?? "") <\(speakers)> {\(cue)} \(words)\(asked)"
  }
}

/// Numbers that look random and are the same for a seed.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2 &+ 1 }

  mutating func roll(_ range: Range<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
