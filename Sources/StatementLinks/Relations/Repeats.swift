import QuoteModel

/// The same words again: another outlet has them, or the article comes back to them.
enum Repeats {
  /// Fewer different terms are too few to tell a repetition from chance.
  static let leastTerms = 5
  /// Fewer are too few where one is cut short: `former Florida governor …` is in many statements.
  static let leastTermsCut = 8
  /// Share of the neighbouring terms of the shorter one that must be neighbours in the other.
  static let leastNeighbours: Float = 0.6
  /// Share of the shorter one's terms that the other must have.
  static let leastShared: Float = 0.8
  /// Copies of one wording compared with each other; of more, those read nearest.
  static let mostCopies = 8

  /// Whether one repeats the other. O(terms).
  static func judge(
    _ a: Int, _ b: Int, _ overlap: FeatureSpace.Overlap, _ context: RelationContext
  ) -> Finding? {
    guard overlap.fewerTerms >= leastTerms else { return nil }
    let contained = Float(overlap.terms) / Float(overlap.fewerTerms)
    guard contained >= leastShared, areApart(a, b, context.index) else { return nil }
    let whole = Float(overlap.terms) / Float(overlap.fewerTerms + overlap.moreTerms - overlap.terms)
    let isCut = whole < leastShared
    guard !isCut || overlap.fewerTerms >= leastTermsCut, neighbours(a, b, context.index) >= leastNeighbours
    else { return nil }
    let speakers = (context.index.speakers[a], context.index.speakers[b])
    let otherSpeaker = !speakers.0.isEmpty && !speakers.1.isEmpty && !context.index.shareSpeaker(a, b)
    let (earlier, later) = context.inOrder(a, b)
    return Finding(
      earlier: Int32(earlier), later: Int32(later), kind: .repeats,
      score: contained * (0.8 + 0.2 * whole) * (otherSpeaker ? 0.9 : 1),
      reason: .sameWords(isCut: isCut, otherSpeaker: otherSpeaker))
  }

  /// How many of the shorter one's pairs of neighbouring terms the other has too: the same words in another
  /// order say something else.
  private static func neighbours(_ a: Int, _ b: Int, _ index: LinkIndex) -> Float {
    func pairs(_ quotation: Int) -> Set<UInt64> {
      let terms = index.terms[quotation]
      return Set(zip(terms, terms.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    }
    let (x, y) = (pairs(a), pairs(b))
    return Float(x.intersection(y).count) / Float(max(1, min(x.count, y.count)))
  }

  /// Words nested in other words, or right beside them, are no repetition.
  private static func areApart(_ a: Int, _ b: Int, _ index: LinkIndex) -> Bool {
    index.article[a] != index.article[b] || abs(index.paragraph[a] - index.paragraph[b]) > 1
  }

  /// Pairs that share one of their smallest pairs of neighbouring terms (MinHash), which finds copies of
  /// a wording however common its terms are. O(n log n).
  static func copies(_ index: LinkIndex) -> [(Int32, Int32)] {
    var entries: [(key: UInt64, quotation: Int32)] = []
    for quotation in 0..<index.count {
      let terms = index.terms[quotation]
      guard terms.count >= leastTerms else { continue }
      var hashes = zip(terms, terms.dropFirst()).map { mix(UInt64($0) << 32 | UInt64($1)) }
      hashes.sort()
      for hash in hashes.prefix(4) { entries.append((hash, Int32(quotation))) }
    }
    entries.sort { ($0.key, $0.quotation) < ($1.key, $1.quotation) }
    var pairs: [(Int32, Int32)] = []
    for (row, entry) in entries.enumerated() {
      for other in entries[(row + 1)...].prefix(mostCopies) {
        guard other.key == entry.key else { break }
        if other.quotation != entry.quotation { pairs.append((entry.quotation, other.quotation)) }
      }
    }
    pairs.sort(by: <)
    var unique: [(Int32, Int32)] = []
    for pair in pairs where unique.last.map({ $0 != pair }) ?? true { unique.append(pair) }
    return unique
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var x = value
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}
