/// How many quotations were said on each date.
public struct DateCounts: Sendable, Equatable {
  /// How many have no date, or none with a year.
  public private(set) var undated = 0
  /// The key of the first date that can be told, and how many there are of it and of each key behind it.
  private var first: Int32 = 0
  private var counts: [Int32] = []

  /// Counts the quotations of a set. O(set + days).
  public init(of set: QuotationSet, in corpus: Corpus) {
    reserve(corpus)
    for segment in corpus.segments {
      let (first, dates) = (segment.firstQuotation, segment.dateKeys)
      set.forEach(in: first..<first + segment.count) { add(dates[$0.index - first]) }
    }
  }

  /// Counts those of ascending quotations that a set holds. O(quotations + days).
  public init(of ids: ArraySlice<QuotationID>, in set: QuotationSet, of corpus: Corpus) {
    reserve(corpus)
    var segments = corpus.segments.makeIterator()
    var segment = segments.next()
    for id in ids where set.contains(id) {
      while let one = segment, id.index >= one.firstQuotation + one.count { segment = segments.next() }
      if let segment, id.index >= segment.firstQuotation {
        add(segment.dateKey(id.index - segment.firstQuotation))
      }
    }
  }

  private mutating func reserve(_ corpus: Corpus) {
    let ranges = corpus.segments.compactMap(\.dateRange)
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else {
      return
    }
    self.first = first
    counts = Array(repeating: 0, count: Int(last - first) + 1)
  }

  private mutating func add(_ key: Int32) {
    if key >= PartialDate.firstYear { counts[Int(key - first)] += 1 } else { undated += 1 }
  }

  /// The keys of the dates that something was said on, ascending.
  public var dates: [Int32] { counts.indices.filter { counts[$0] > 0 }.map { first + Int32($0) } }

  /// How many have a date. O(days).
  public var total: Int { counts.reduce(0) { $0 + Int($1) } }

  /// How many were said on a date. O(1).
  public func count(on key: Int32) -> Int {
    counts.indices.contains(Int(key - first)) ? Int(counts[Int(key - first)]) : 0
  }

  /// Shows each date that something was said on, and how much. O(days).
  public func forEach(_ body: (Int32, Int) -> Void) {
    for (place, count) in counts.enumerated() where count > 0 { body(first + Int32(place), Int(count)) }
  }
}
