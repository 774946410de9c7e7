import QuoteModel

/// The articles of a corpus that new ones touch: those with the statements that share the rarest terms with theirs, which
/// are the ones that linking everything would compare them with.
struct Neighbourhood {
  /// Rarest terms looked at of a statement.
  private static let mostTerms = 10
  /// Statements kept of a term: of one with more, those read last, which are the nearest in time.
  private static let mostQuotations = 48
  /// Statements around each that bring their article in.
  private static let mostCompared = 12
  /// Articles that are linked in half a second or so.
  private static let mostArticles = 400

  /// The articles, in the order of the corpus.
  private(set) var articles: [(segment: Segment, row: Int)] = []

  private struct Postings {
    var count = 0
    var last: [Int32] = []
    var next = 0

    mutating func add(_ quotation: Int32) {
      count += 1
      if last.count < Neighbourhood.mostQuotations {
        last.append(quotation)
      } else {
        last[next] = quotation
        next = (next + 1) % Neighbourhood.mostQuotations
      }
    }
  }

  /// O(terms of the corpus), a number read for each.
  init(of new: Segment, in corpus: [Segment]) {
    let terms = (0..<new.count).map { Set(new.terms($0).terms) }
    var rows: [UInt32: Int] = [:]
    for term in terms.joined() where rows[term] == nil { rows[term] = rows.count }
    var postings = [Postings](repeating: Postings(), count: rows.count)
    var count = 0
    for segment in corpus {
      let known = segment.termHashes.map { rows[$0] ?? -1 }
      for row in 0..<segment.count {
        segment.forEachTerm(row) { term in
          if known[term] >= 0 { postings[known[term]].add(Int32(segment.firstQuotation + row)) }
        }
      }
      count += segment.count
    }
    choose(Self.scores(terms, rows, postings, of: count), in: corpus)
  }

  /// How much each quotation has to do with the new ones.
  private static func scores(
    _ terms: [Set<UInt32>], _ rows: [UInt32: Int], _ postings: [Postings], of count: Int
  ) -> [Int32: Double] {
    var sums: [Int32: Double] = [:]
    for own in terms {
      let rare = own.compactMap { rows[$0] }.filter { postings[$0].count > 0 }
        .sorted { (postings[$0].count, $0) < (postings[$1].count, $1) }
      var shared: [Int32: Double] = [:]
      for term in rare.prefix(mostTerms) {
        let rarity = TopicPhrases.rarity(postings[term].count, of: count)
        for quotation in postings[term].last { shared[quotation, default: 0] += rarity * rarity }
      }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostCompared)
      for (quotation, score) in best { sums[quotation, default: 0] += score }
    }
    return sums
  }

  private mutating func choose(_ scores: [Int32: Double], in corpus: [Segment]) {
    struct Place: Hashable {
      var segment: Int
      var row: Int
    }
    var sums: [Place: Double] = [:]
    for (quotation, score) in scores.sorted(by: { $0.key < $1.key }) {
      let segment = corpus.partitionPoint { $0.firstQuotation > Int(quotation) } - 1
      let row = corpus[segment].article(of: Int(quotation) - corpus[segment].firstQuotation)
      sums[Place(segment: segment, row: row), default: 0] += score
    }
    let best = sums.sorted { ($1.value, $0.key.segment, $0.key.row) < ($0.value, $1.key.segment, $1.key.row) }
    articles = best.prefix(Self.mostArticles).map(\.key)
      .sorted { ($0.segment, $0.row) < ($1.segment, $1.row) }
      .map { (corpus[$0.segment], $0.row) }
  }
}
