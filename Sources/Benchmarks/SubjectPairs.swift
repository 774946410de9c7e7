import Accuracy
import QuoteExport
import QuoteModel
import Reading
import StatementLinks

/// How well the similarity of quotations tells pairs about one subject, by pairs labelled by hand.
enum SubjectPairs {
  private struct Labelled {
    var pair: (Int, Int)
    var isOneSubject: Bool
    var isHeldOut: Bool
  }

  /// Prints average precision of TF-IDF cosine and of the likelihood, on the pairs chosen by and on those held out.
  /// With `features`, the features of each pair instead.
  static func print(_ key: String, features: Bool, _ paths: [String]) async throws {
    let corpus = await Reading.corpus(of: Inputs(paths: paths)) { _ in }
    let pairs = try read(key, corpus)
    let found = Linker().similarities(corpus.segments, pairs.map(\.pair))
    if features {
      for (pair, one) in zip(pairs, found) {
        Swift.print(
          pair.isOneSubject ? 1 : 0, pair.isHeldOut ? 1 : 0,
          one.features.map { "\($0)" }.joined(separator: " "))
      }
      return
    }
    for isHeldOut in [false, true] {
      let rows = pairs.indices.filter { pairs[$0].isHeldOut == isHeldOut }
      func precision(_ score: (Int) -> Float) -> Float {
        averagePrecision(rows.map { (score($0), pairs[$0].isOneSubject) })
      }
      Swift.print(
        isHeldOut ? "held out:" : "chosen by:", rows.count, "pairs,", rows.count { pairs[$0].isOneSubject },
        "of one subject;",
        "average precision of cosine \(precision { found[$0].features[0] }), of likelihood \(precision { found[$0].likelihood })"
      )
    }
  }

  /// Mean of the precision at each right pair, the likeliest first.
  private static func averagePrecision(_ scored: [(score: Float, isRight: Bool)]) -> Float {
    var (right, sum): (Float, Float) = (0, 0)
    for (row, one) in scored.sorted(by: { $0.score > $1.score }).enumerated() where one.isRight {
      right += 1
      sum += right / Float(row + 1)
    }
    return right > 0 ? sum / right : 0
  }

  private static func read(_ key: String, _ corpus: Corpus) throws -> [Labelled] {
    var rows: [String: Int] = [:]
    for article in 0..<corpus.articleCount {
      let id = ArticleID(article)
      let map = CodePointMap(corpus[id].text)
      for quotation in corpus.quotations(in: id) {
        let content = corpus[QuotationID(quotation)].content
        guard let first = content.first, let last = content.last else { continue }
        rows["\(corpus[id].name) \(map.codePoints(in: first).start) \(map.codePoints(in: last).end)"] =
          quotation
      }
    }
    let lines = String(decoding: try CorpusFiles.bytes(key), as: UTF8.self).split(separator: "\n")
    return lines.compactMap { line in
      let columns = line.split(separator: "\t")
      guard !line.hasPrefix("#"), columns.count == 8, let a = rows[columns[0...2].joined(separator: " ")],
        let b = rows[columns[3...5].joined(separator: " ")]
      else { return nil }
      return Labelled(pair: (a, b), isOneSubject: columns[6] == "1", isHeldOut: columns[7] == "held")
    }
  }
}
