import QuoteModel

/// Finds for a quotation the few worth comparing it with: those that share its rarest features. Never all
/// pairs: so many features, so many quotations of each, so many compared.
struct Candidates {
  /// Rarest features looked up.
  static let mostFeatures = 10
  /// Quotations taken of a feature; of one with more, those read nearest.
  static let mostQuotations = 96
  /// Quotations compared; more where there are few.
  static let mostCompared = 24
  static let mostComparedOfFew = 48

  private let space: FeatureSpace
  private let most: Int
  private var scores: [Float]
  private var touched: [Int32] = []

  /// Room to count in. O(quotations).
  init(_ space: FeatureSpace) {
    self.space = space
    most = space.features.count < SameSubject.few ? Self.mostComparedOfFew : Self.mostCompared
    scores = Array(repeating: 0, count: space.features.count)
  }

  /// Quotations to compare one with, by what they share of its rarest features. O(1) in the corpus.
  mutating func of(_ quotation: Int) -> [Int32] {
    let rare = space.features[quotation].filter { space.postings[Int($0)].count > 1 }
      .sorted { (space.postings[Int($0)].count, $0) < (space.postings[Int($1)].count, $1) }
      .prefix(Self.mostFeatures)
    for feature in rare {
      let weight = space.weights[Int(feature)] * space.weights[Int(feature)]
      for other in near(quotation, in: space.postings[Int(feature)]) where other.index != quotation {
        if scores[other.index] == 0 { touched.append(other.raw) }
        scores[other.index] += weight / max(1, space.lengths[other.index])
      }
    }
    // Score and, for equal scores, the lower row first, in one number: positive floats order as their bits.
    var best: [UInt64] = []
    for other in touched {
      let entry = UInt64(scores[Int(other)].bitPattern) << 32 | UInt64(~UInt32(bitPattern: other))
      scores[Int(other)] = 0
      if best.count == most {
        if entry < best[best.count - 1] { continue }
        best.removeLast()
      }
      var place = best.count
      while place > 0, best[place - 1] < entry { place -= 1 }
      best.insert(entry, at: place)
    }
    touched.removeAll(keepingCapacity: true)
    return best.map { Int32(bitPattern: ~UInt32(truncatingIfNeeded: $0)) }
  }

  private func near(_ quotation: Int, in list: ArraySlice<QuotationID>) -> ArraySlice<QuotationID> {
    guard list.count > Self.mostQuotations else { return list }
    var (low, high) = (list.startIndex, list.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].index >= quotation { high = middle } else { low = middle + 1 }
    }
    let start = min(max(list.startIndex, low - Self.mostQuotations / 2), list.endIndex - Self.mostQuotations)
    return list[start..<(start + Self.mostQuotations)]
  }
}
