import Glibc
import QuoteModel

/// Chooses the phrases worth being topics: not rare, not everywhere, and none that only says another again.
struct TopicPhrases {
  /// A phrase chosen.
  struct Chosen {
    /// Row in the phrase table.
    var row: Int
    /// Its quotations, those of phrases folded into it too, ascending.
    var quotations: [Int32]
    /// How much it tells of a quotation: rare, long and named is more.
    var strength: Double
  }

  /// The phrases, the best first.
  private(set) var phrases: [Chosen] = []

  private let index: LinkIndex
  private let postings: PackedLists<QuotationID>

  /// Chooses the topics' phrases.
  init(_ index: LinkIndex) {
    self.index = index
    var pairs: [(row: Int, quotation: QuotationID)] = []
    for quotation in 0..<index.count {
      for phrase in index.phrasesOf[quotation] { pairs.append((Int(phrase), QuotationID(quotation))) }
    }
    postings = PackedLists(count: index.phrases.keys.count, pairs: pairs)
    let target = folded()
    var quotations: [Int: [Int32]] = [:]
    var frequent: [Int] = []
    for (row, into) in target.enumerated() where into >= 0 {
      if quotations[into] == nil { frequent.append(into) }
      quotations[into, default: []] += postings[row].map(\.raw)
    }
    phrases = frequent.map { row in
      let rows = Set(quotations[row] ?? []).sorted()
      return Chosen(row: row, quotations: rows, strength: strength(row, rows.count))
    }
    // Weighed as often as it occurs, as tf-idf does.
    phrases.sort {
      let (a, b) = ($0.strength * Double($0.quotations.count), $1.strength * Double($1.quotations.count))
      return a != b ? a > b : $0.row < $1.row
    }
    phrases = Array(phrases.prefix(Topics.mostPhrases(index.count)))
    dropDoubles()
    if index.count < Topics.fewQuotations { addSingles() }
  }

  /// Inverse document frequency, at least a little for what is everywhere.
  static func rarity(_ quotations: Int, of all: Int) -> Double {
    log2(1 + Double(all) / Double(max(1, quotations)))
  }

  private func strength(_ row: Int, _ quotations: Int) -> Double {
    let length = 1 + 0.8 * Double(min(index.phrases.words[row], 3) - 1)
    return Self.rarity(quotations, of: index.count) * length * (index.phrases.isName(row) ? 1.3 : 1)
  }

  /// For each phrase the phrase it counts for: itself, one it is a variant of, or -1 where it is too rare.
  private func folded() -> [Int] {
    let least = Topics.leastQuotations(index.count)
    var target = index.phrases.keys.indices.map { postings[$0].count >= least ? $0 : -1 }
    // The longer phrase that most of the short one's quotations have: `drones` where all say `military drones`.
    var longest: [Int: Int] = [:]
    for row in target.indices where target[row] == row && index.phrases.words[row] > 1 {
      guard let short = ending(of: row), target[short] >= 0 else { continue }
      let (long, all) = (postings[row].count, postings[short].count)
      if long * 10 >= all * 6, long > longest[short].map({ postings[$0].count }) ?? 0 { longest[short] = row }
      // A variant few use says no more than its head.
      if long * 4 <= all { target[row] = short }
    }
    for (short, long) in longest { target[short] = long }
    // Variants of variants: at most as many steps as a phrase has words.
    for row in target.indices where target[row] >= 0 {
      var into = target[row]
      for _ in 0..<NounPhrases.longest where target[into] >= 0 && target[into] != into { into = target[into] }
      target[row] = into
    }
    return target
  }

  /// The longest phrase this one ends in.
  private func ending(of row: Int) -> Int? {
    var key = index.phrases.keys[row][...]
    while let space = key.firstIndex(of: " ") {
      key = key[key.index(after: space)...]
      if let short = index.phrases.rows[String(key)], postings[Int(short)].count > 0 { return Int(short) }
    }
    return nil
  }

  /// Drops what covers the same quotations as a better phrase.
  private mutating func dropDoubles() {
    var covering: [[Int32]] = Array(repeating: [], count: index.count)
    var shared = [Int](repeating: 0, count: phrases.count)
    var kept: [Chosen] = []
    for phrase in phrases {
      var touched: [Int32] = []
      for quotation in phrase.quotations {
        for other in covering[Int(quotation)] {
          if shared[Int(other)] == 0 { touched.append(other) }
          shared[Int(other)] += 1
        }
      }
      let size = phrase.quotations.count
      let isDouble = touched.contains {
        shared[Int($0)] * 10 >= 8 * max(size, kept[Int($0)].quotations.count)
      }
      for other in touched { shared[Int(other)] = 0 }
      if isDouble { continue }
      for quotation in phrase.quotations { covering[Int(quotation)].append(Int32(kept.count)) }
      kept.append(phrase)
    }
    phrases = kept
  }

  /// In a small corpus a quotation without a phrase gets the longest of its own, the first of those as long.
  private mutating func addSingles() {
    var covered = [Bool](repeating: false, count: index.count)
    for quotation in phrases.flatMap(\.quotations) { covered[Int(quotation)] = true }
    for quotation in covered.indices where !covered[quotation] {
      let own = index.phrasesOf[quotation].map(Int.init)
      let words = own.map { index.phrases.words[$0] }.max() ?? 0
      guard words > 1, let row = own.first(where: { index.phrases.words[$0] == words }) else { continue }
      phrases.append(Chosen(row: row, quotations: [Int32(quotation)], strength: strength(row, 1)))
    }
  }
}
