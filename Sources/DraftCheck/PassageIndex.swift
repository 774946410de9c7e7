/// Finds where quoted words may stand in a text: an index of the pairs of words in all quotations of a draft, so that
/// a collection of any size is gone over once.
struct PassageIndex {
  private var places: [UInt64: [(quotation: Int, word: Int)]] = [:]
  private let quotations: [ComparedWords]

  /// O(words of the quotations).
  init(_ quotations: [ComparedWords]) {
    self.quotations = quotations
    for (row, words) in quotations.enumerated() {
      // A single word is looked up by itself.
      if words.count == 1 { places[Self.key(words.hashes[0], 0), default: []].append((row, 0)) }
      for at in words.hashes.indices.dropLast() {
        places[Self.key(words.hashes[at], words.hashes[at + 1]), default: []].append((row, at))
      }
    }
    hasSingles = quotations.contains { $0.count == 1 }
  }

  private let hasSingles: Bool

  private static func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
    first &* 0x9E37_79B9_7F4A_7C15 ^ second
  }

  /// Stretches of a text in which much of a quotation stands, by quotation. O(text + hits).
  func windows(in text: ComparedWords) -> [(quotation: Int, window: Range<Int>)] {
    var hits: [Int: [(text: Int, word: Int)]] = [:]
    for at in text.hashes.indices {
      if at + 1 < text.count {
        for place in places[Self.key(text.hashes[at], text.hashes[at + 1])] ?? [] {
          hits[place.quotation, default: []].append((at, place.word))
        }
      }
      guard hasSingles else { continue }
      for place in places[Self.key(text.hashes[at], 0)] ?? [] {
        hits[place.quotation, default: []].append((at, place.word))
      }
    }
    return hits.keys.sorted().flatMap { row in
      windows(hits[row] ?? [], quotations[row], text.count).map { (row, $0) }
    }
  }

  private func windows(_ hits: [(text: Int, word: Int)], _ words: ComparedWords, _ count: Int) -> [Range<Int>]
  {
    // An ellipsis may leave out paragraphs.
    let reach = words.gaps.isEmpty ? words.count / 2 + 8 : 300
    var clusters: [[(text: Int, word: Int)]] = []
    for hit in hits {
      if let last = clusters.last?.last, hit.text - last.text <= reach {
        clusters[clusters.count - 1].append(hit)
      } else {
        clusters.append([hit])
      }
    }
    return clusters.compactMap { cluster in
      guard let first = cluster.first, let last = cluster.last else { return nil }
      // Words changed here and there leave at least this share of the pairs.
      guard Set(cluster.map(\.word)).count * 4 >= words.count - 1 else { return nil }
      let start = max(0, first.text - words.count - 4)
      return start..<min(count, last.text + words.count + 4)
    }
  }
}
