/// A set of quotations of one corpus, one bit each.
public struct QuotationSet: Sendable, Equatable {
  /// How many quotations there are to choose from.
  public let universe: Int
  @usableFromInline var words: [UInt64]

  /// No quotation of `universe`.
  public init(universe: Int) {
    self.universe = universe
    words = Array(repeating: 0, count: (universe + 63) / 64)
  }

  /// Every quotation of `universe`.
  public init(allOf universe: Int) {
    self.init(universe: universe)
    for index in words.indices { words[index] = .max }
    if universe % 64 != 0 { words[words.count - 1] = (1 << UInt64(universe % 64)) - 1 }
  }

  /// Adds one; what lies outside the universe is left out. O(1).
  public mutating func insert(_ id: QuotationID) {
    guard id.raw >= 0, id.index < universe else { return }
    words[id.index >> 6] |= 1 << UInt64(id.index & 63)
  }

  /// Adds rows counted from `first`, as `visit` shows them; what lies outside the universe is left out. O(rows).
  @inline(__always)
  mutating func insert(behind first: Int, _ visit: ((Int) -> Void) -> Void) {
    let universe = universe
    words.withUnsafeMutableBufferPointer { words in
      visit { row in
        let id = first + row
        if id < universe { words[id >> 6] |= 1 << UInt64(truncatingIfNeeded: id & 63) }
      }
    }
  }

  /// Whether it holds one. O(1).
  public func contains(_ id: QuotationID) -> Bool {
    id.raw >= 0 && id.index < universe && words[id.index >> 6] & (1 << UInt64(id.index & 63)) != 0
  }

  /// Keeps what `other` holds too. O(universe / 64).
  public mutating func formIntersection(_ other: QuotationSet) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  /// Adds what `other` holds, as far as the universe reaches. O(universe / 64).
  public mutating func formUnion(_ other: QuotationSet) {
    for index in words.indices.prefix(other.words.count) { words[index] |= other.words[index] }
  }

  /// Drops what `other` holds. O(universe / 64).
  public mutating func subtract(_ other: QuotationSet) {
    for index in words.indices.prefix(other.words.count) { words[index] &= ~other.words[index] }
  }

  /// Those that it holds of an order of the universe; they are so many. O(order).
  public func filter(_ order: [QuotationID], count: Int) -> [QuotationID] {
    guard order.count <= universe else { return order.filter(contains) }
    return words.withUnsafeBufferPointer { words in
      Array(unsafeUninitializedCapacity: count + 1) { found, total in
        for id in order where total <= count {
          // Written whether it is held or not: the next one takes its place.
          (found.baseAddress.unsafelyUnwrapped + total).initialize(to: id)
          total += Int(words[id.index >> 6] >> UInt64(id.index & 63) & 1)
        }
      }
    }
  }

  /// Whether it may hold one of a range: one of the range or of its neighbours up to a multiple of 64. O(range / 64).
  func intersects(_ range: Range<Int>) -> Bool {
    let all = words.indices.clamped(to: range.lowerBound >> 6..<(range.upperBound + 63) >> 6)
    return words[all].contains { $0 != 0 }
  }

  /// What it does not hold. O(universe / 64).
  public var complement: QuotationSet {
    var all = QuotationSet(allOf: universe)
    all.subtract(self)
    return all
  }

  /// How many it holds. O(universe / 64).
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}

extension QuotationSet {
  /// Shows each quotation of a range that it holds, in ascending order. O(range / 64 + found).
  @inlinable
  public func forEach(in range: Range<Int>, _ body: (QuotationID) -> Void) {
    let range = range.clamped(to: 0..<universe)
    guard !range.isEmpty else { return }
    for index in range.lowerBound >> 6...(range.upperBound - 1) >> 6 {
      var bits = words[index]
      let first = index << 6
      if first < range.lowerBound { bits &= .max << UInt64(range.lowerBound - first) }
      if first + 64 > range.upperBound { bits &= .max >> UInt64(first + 64 - range.upperBound) }
      while bits != 0 {
        body(QuotationID(first + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }
}

extension QuotationSet: Sequence {
  /// Walks the quotations in ascending order, skipping empty words.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var bits: UInt64

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      bits = words.first ?? 0
    }

    /// The next quotation, `nil` behind the last.
    public mutating func next() -> QuotationID? {
      while bits == 0 {
        index += 1
        guard index < words.count else { return nil }
        bits = words[index]
      }
      let bit = bits.trailingZeroBitCount
      bits &= bits - 1
      return QuotationID(index << 6 + bit)
    }
  }

  /// Ascending.
  public func makeIterator() -> Iterator { Iterator(words) }
  /// For `Sequence`; the exact count is not cheaper to tell.
  public var underestimatedCount: Int { 0 }
}
