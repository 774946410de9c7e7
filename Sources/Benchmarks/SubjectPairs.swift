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

  /// The labelled pairs whose quotations are found: the parser may cut one elsewhere now than when it was labelled, so of each
  /// article the one is taken that has most of the words, and at least half of both.
  private static func read(_ key: String, _ corpus: Corpus) throws -> [Labelled] {
    var rows: [Substring: [(range: Range<Int>, row: Int)]] = [:]
    for article in 0..<corpus.articleCount {
      let id = ArticleID(article)
      let map = CodePointMap(corpus[id].text)
      rows[Substring(corpus[id].name)] = corpus.quotations(in: id).compactMap { row in
        let content = corpus[QuotationID(row)].content
        guard let first = content.first, let last = content.last else { return nil }
        let (start, end) = (map.codePoints(in: first).start, map.codePoints(in: last).end)
        return start < end ? (Int(start)..<Int(end), row) : nil
      }
    }
    func find(_ columns: ArraySlice<Substring>) -> Int? {
      let columns = Array(columns)
      guard let start = Int(columns[1]), let end = Int(columns[2]), start < end else { return nil }
      let best = (rows[columns[0]] ?? []).max {
        overlap($0.range, start..<end) < overlap($1.range, start..<end)
      }
      return best.flatMap { overlap($0.range, start..<end) >= 0.5 ? $0.row : nil }
    }
    let lines = String(decoding: try CorpusFiles.bytes(key), as: UTF8.self).split(separator: "\n")
    return lines.compactMap { line in
      let columns = line.split(separator: "\t")
      guard !line.hasPrefix("#"), columns.count == 8, let a = find(columns[0...2]),
        let b = find(columns[3...5]), a != b
      else { return nil }
      return Labelled(pair: (a, b), isOneSubject: columns[6] == "1", isHeldOut: columns[7] == "held")
    }
  }

  /// What two ranges share, of the longer one.
  private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    Double(a.clamped(to: b).count) / Double(max(a.count, b.count))
  }
}
