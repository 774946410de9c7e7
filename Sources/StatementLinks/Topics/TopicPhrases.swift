import Glibc
import QuoteModel

/// Chooses the phrases worth being topics, and which of them lies under which: `military drones` under `drones`.
struct TopicPhrases {
  /// A phrase chosen.
  struct Chosen {
    /// Row in the phrase table.
    var row: Int
    /// Its quotations, those of the phrases under it too, ascending.
    var quotations: [Int32]
    /// How much it tells of a quotation.
    var strength: Double
    /// The wider phrase, as an index of `phrases`.
    var parent: Int?
  }

  /// The phrases, the best first.
  private(set) var phrases: [Chosen] = []

  private let index: LinkIndex
  private let judge: PhraseJudge
  private let postings: PackedLists<QuotationID>

  /// Chooses the topics' phrases.
  init(_ index: LinkIndex, _ judge: PhraseJudge) {
    self.index = index
    self.judge = judge
    var pairs: [(row: Int, quotation: QuotationID)] = []
    for quotation in 0..<index.count {
      for phrase in index.phrasesOf[quotation] { pairs.append((Int(phrase), QuotationID(quotation))) }
    }
    postings = PackedLists(count: index.phrases.keys.count, pairs: pairs)
    let least = Topics.leastQuotations(index.count)
    let isEligible = index.phrases.keys.indices.map { row in
      postings[row].count >= least && isAllowed(row)
    }
    let tree = PhraseTree(
      index.phrases, isEligible: isEligible, counts: isEligible.indices.map { postings[$0].count })
    choose(tree)
    dropDoubles()
    if index.count < Topics.fewEnoughForSingles { addSingles() }
  }

  /// Inverse document frequency, at least a little for what is everywhere.
  static func rarity(_ quotations: Int, of all: Int) -> Double {
    log2(1 + Double(all) / Double(max(1, quotations)))
  }

  private func isAllowed(_ row: Int) -> Bool {
    judge.allows(
      row, quotations: postings[row].count,
      head: index.phrases.tail(of: row).map { postings[$0].count } ?? 1)
  }

  /// Gathers each phrase's quotations, weighs it as often as it occurs, as tf-idf does, and keeps the best.
  private mutating func choose(_ tree: PhraseTree) {
    var quotations: [Int: Set<Int32>] = [:]
    for row in tree.target.indices where tree.target[row] >= 0 {
      var into = tree.target[row]
      let own = postings[row].map(\.raw)
      // Up to the root: a phrase has at most as many ancestors as words.
      for _ in 0...NounPhrases.longest + 2 where into >= 0 {
        quotations[into, default: []].formUnion(own)
        into = tree.parent[into]
      }
    }
    phrases = quotations.map { row, all in
      Chosen(row: row, quotations: all.sorted(), strength: judge.strength(row, quotations: all.count))
    }
    phrases.sort {
      let (a, b) = ($0.strength * Double($0.quotations.count), $1.strength * Double($1.quotations.count))
      return a != b ? a > b : $0.row < $1.row
    }
    phrases = Array(phrases.prefix(Topics.mostPhrases(index.count)))
    setParents { tree.parent[$0] }
  }

  /// Ties each phrase to the nearest wider one that was chosen.
  private mutating func setParents(_ wider: (Int) -> Int) {
    var place: [Int: Int] = [:]
    for (at, phrase) in phrases.enumerated() { place[phrase.row] = at }
    for at in phrases.indices {
      var row = wider(phrases[at].row)
      while row >= 0, place[row] == nil { row = wider(row) }
      phrases[at].parent = row >= 0 ? place[row] : nil
    }
  }

  /// Drops what covers the same quotations as a better phrase; what lay under it lies under what it lay under.
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
    var wider: [Int: Int] = [:]
    for phrase in phrases { wider[phrase.row] = phrase.parent.map { phrases[$0].row } ?? -1 }
    phrases = kept
    setParents { wider[$0] ?? -1 }
  }

  /// In a small corpus a quotation without a phrase gets the longest of its own, the strongest of those as long.
  private mutating func addSingles() {
    var covered = [Bool](repeating: false, count: index.count)
    for quotation in phrases.flatMap(\.quotations) { covered[Int(quotation)] = true }
    for quotation in covered.indices where !covered[quotation] {
      let own = index.phrasesOf[quotation].map(Int.init).filter { isAllowed($0) && judge.standsAlone($0) }
      let words = own.map { index.phrases.words[$0] }.max() ?? 0
      let longest = own.filter { index.phrases.words[$0] == words }
        .map { (row: $0, strength: judge.strength($0, quotations: 1)) }
      guard let best = longest.max(by: { ($0.strength, $1.row) < ($1.strength, $0.row) }) else { continue }
      phrases.append(Chosen(row: best.row, quotations: [Int32(quotation)], strength: best.strength))
    }
  }
}
