import QuoteModel

/// Quotations as sparse vectors: terms, phrases and actors spoken of, each weighed by how rare it is.
///
/// Features are numbered terms first, then phrases, then actors, so that what a feature is can be told from
/// its number.
final class FeatureSpace {
  /// Each quotation's features, ascending.
  private(set) var features = PackedLists<Int32>()
  /// Each feature's weight.
  private(set) var weights: [Float] = []
  /// Length of each quotation's vector, at least three quarters of the mean.
  private(set) var lengths: [Float] = []
  /// Each feature's quotations, ascending.
  let postings: PackedLists<QuotationID>
  /// Number of the first phrase.
  let firstPhrase: Int32
  /// Number of the first actor.
  let firstActor: Int32
  /// Each term's hash, by its feature.
  private(set) var hashes: [UInt32] = []
  /// Each term's feature, by its hash.
  let rows: [UInt32: Int32]

  /// The vectors of a corpus. O(terms).
  init(_ index: LinkIndex) {
    var rows: [UInt32: Int32] = [:]
    let terms = index.terms.items.map { hash -> Int32 in
      if let row = rows[hash] { return row }
      rows[hash] = Int32(rows.count)
      return Int32(rows.count - 1)
    }
    self.rows = rows
    var hashes = [UInt32](repeating: 0, count: rows.count)
    for (hash, row) in rows { hashes[Int(row)] = hash }
    self.hashes = hashes
    firstPhrase = Int32(rows.count)
    firstActor = firstPhrase + Int32(index.phrases.keys.count)
    let count = Int(firstActor) + index.actors.count
    var pairs: [(row: Int, quotation: QuotationID)] = []
    pairs.reserveCapacity(terms.count * 2)
    for quotation in 0..<index.count {
      let range = Int(index.terms.starts[quotation])..<Int(index.terms.starts[quotation + 1])
      var own = Array(terms[range])
      for phrase in index.phrasesOf[quotation] { own.append(firstPhrase + phrase) }
      for actor in index.about[quotation] { own.append(firstActor + actor) }
      own.sort()
      var last: Int32 = -1
      own.removeAll { feature in
        defer { last = feature }
        return feature == last
      }
      features.append(own)
      for feature in own { pairs.append((Int(feature), QuotationID(quotation))) }
    }
    postings = PackedLists(count: count, pairs: pairs)
    weigh(index)
  }

  /// A phrase of one word is a term too, so it adds half; one of several adds more than its terms.
  private func weigh(_ index: LinkIndex) {
    weights = (0..<postings.count).map { feature in
      let rarity = TopicPhrases.rarity(postings[feature].count, of: index.count)
      let phrase = feature - Int(firstPhrase)
      guard phrase >= 0, phrase < index.phrases.words.count else { return Float(rarity) }
      return Float(rarity) * (index.phrases.words[phrase] > 1 ? 0.8 : 0.5)
    }
    lengths = (0..<features.count).map { quotation in
      var sum: Float = 0
      for feature in features[quotation] { sum += weights[Int(feature)] * weights[Int(feature)] }
      return sum.squareRoot()
    }
    // Without a floor, two statements of one or two words would be the closest there are.
    let mean = lengths.reduce(0, +) / Float(max(1, lengths.count))
    for quotation in lengths.indices { lengths[quotation] = max(lengths[quotation], 0.75 * mean) }
  }

  /// How much two quotations share.
  struct Overlap {
    /// Cosine of their vectors, 0...1; less where one is short.
    var cosine: Float
    /// Terms both have.
    var terms: Int
    /// Terms and actors both have.
    var things: Int
    /// Terms of the one with fewer.
    var fewerTerms: Int
    /// Terms of the one with more.
    var moreTerms: Int
    /// Weights of the terms both have, added up.
    var weight: Float
    /// Phrases and actors both have, the weightiest first, at most `most`.
    var subjects: [Int32]
    /// The weightiest term both have.
    var word: Int32?

    static let most = 6
  }

  /// Compares two quotations. O(features of both).
  func overlap(_ a: Int, _ b: Int) -> Overlap {
    var dot: Float = 0
    var (terms, actors) = (0, 0)
    var weight: Float = 0
    var word: Int32?
    var subjects: [Int32] = []
    forEachShared(a, b) { feature in
      let own = weights[Int(feature)]
      dot += own * own
      if feature < firstPhrase {
        terms += 1
        weight += own
        if word.map({ weights[Int($0)] < own }) ?? true { word = feature }
      } else {
        subjects.append(feature)
      }
      if feature >= firstActor { actors += 1 }
    }
    if subjects.count > 1 { subjects.sort { (weights[Int($1)], $0) < (weights[Int($0)], $1) } }
    let (own, others) = (termCount(a), termCount(b))
    let length = lengths[a] * lengths[b]
    return Overlap(
      cosine: length > 0 ? min(1, dot / length) : 0, terms: terms, things: terms + actors,
      fewerTerms: min(own, others),
      moreTerms: max(own, others), weight: weight, subjects: Array(subjects.prefix(Overlap.most)), word: word)
  }

  /// Calls `body` with each feature that both have, ascending. O(features of both).
  @inline(__always)
  private func forEachShared(_ a: Int, _ b: Int, _ body: (Int32) -> Void) {
    let (starts, items) = (features.starts, features.items)
    items.withUnsafeBufferPointer { items in
      var (i, j) = (Int(starts[a]), Int(starts[b]))
      let (endA, endB) = (Int(starts[a + 1]), Int(starts[b + 1]))
      while i < endA, j < endB {
        let (x, y) = (items[i], items[j])
        if x == y { body(x) }
        i += x <= y ? 1 : 0
        j += y <= x ? 1 : 0
      }
    }
  }

  /// The weight of the weightiest term that the one of two quotations with fewer terms has alone. O(features of both).
  func weightiestTerm(of a: Int, besides b: Int) -> Float {
    let (short, long) = termCount(a) <= termCount(b) ? (a, b) : (b, a)
    let others = features[long].prefix(while: { $0 < firstPhrase })
    var place = others.startIndex
    var most: Float = 0
    for term in features[short].prefix(while: { $0 < firstPhrase }) {
      while place < others.endIndex, others[place] < term { place += 1 }
      if place == others.endIndex || others[place] != term { most = max(most, weights[Int(term)]) }
    }
    return most
  }

  /// How many different terms a quotation has. O(log features).
  func termCount(_ quotation: Int) -> Int {
    let own = features[quotation]
    var (low, high) = (own.startIndex, own.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if own[middle] >= firstPhrase { high = middle } else { low = middle + 1 }
    }
    return low - own.startIndex
  }
}
