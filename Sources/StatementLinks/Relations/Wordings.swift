import QuoteModel

/// Finds quotations that may be the same words: those that share some of their rarest pairs of neighbouring
/// terms. What is cut, punctuated anew or lightly reworded keeps most of its pairs.
enum Wordings {
  /// Pairs of neighbours looked up of a quotation, the rarest first.
  private static let mostPairs = 10
  /// Quotations taken of a pair; of one with more, those read nearest.
  private static let mostQuotations = 32
  /// Quotations compared.
  private static let mostCompared = 12

  private struct Entry {
    var key: UInt64
    var quotation: Int32
  }

  /// Pairs of quotations worth comparing, the lower row first, none twice. O(n log n) in terms.
  static func candidates(_ index: LinkIndex) -> [(Int32, Int32)] {
    let entries = entries(index)
    // For each quotation its entries, the rarest first.
    var ranges: [(start: Int32, end: Int32)] = Array(repeating: (0, 0), count: entries.count)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      for row in start..<end { ranges[row] = (Int32(start), Int32(end)) }
      start = end
    }
    let rows = PackedRows(count: index.count, entries.lazy.map { Int($0.quotation) })
    var counts = [UInt8](repeating: 0, count: index.count)
    var pairs: [(Int32, Int32)] = []
    for quotation in 0..<index.count {
      var own = rows[quotation].filter { ranges[Int($0)].end - ranges[Int($0)].start > 1 }
      own.sort {
        let (a, b) = (ranges[Int($0)], ranges[Int($1)])
        return (a.end - a.start, $0) < (b.end - b.start, $1)
      }
      var touched: [Int32] = []
      for row in own.prefix(mostPairs) {
        for near in nearest(Int(row), in: ranges[Int(row)]) where entries[near].quotation != quotation {
          let other = entries[near].quotation
          if counts[Int(other)] == 0 { touched.append(other) }
          counts[Int(other)] &+= 1
        }
      }
      touched.sort { (counts[Int($1)], $0) < (counts[Int($0)], $1) }
      for other in touched.prefix(mostCompared) {
        pairs.append((min(Int32(quotation), other), max(Int32(quotation), other)))
      }
      for other in touched { counts[Int(other)] = 0 }
    }
    pairs.sort(by: <)
    var unique: [(Int32, Int32)] = []
    for pair in pairs where unique.last.map({ $0 != pair }) ?? true { unique.append(pair) }
    return unique
  }

  private static func entries(_ index: LinkIndex) -> [Entry] {
    var entries: [Entry] = []
    for quotation in 0..<index.count {
      let terms = index.terms[quotation]
      var own = Set(index.wordings[quotation])
      for (a, b) in zip(terms, terms.dropFirst()) { own.insert(mix(UInt64(a) << 32 | UInt64(b))) }
      for key in own { entries.append(Entry(key: key, quotation: Int32(quotation))) }
    }
    entries.sort { ($0.key, $0.quotation) < ($1.key, $1.quotation) }
    return entries
  }

  private static func nearest(_ row: Int, in range: (start: Int32, end: Int32)) -> Range<Int> {
    let (start, end) = (Int(range.start), Int(range.end))
    guard end - start > mostQuotations else { return start..<end }
    let low = min(max(start, row - mostQuotations / 2), end - mostQuotations)
    return low..<(low + mostQuotations)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var x = value
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}

/// For each of `count` lists the rows that belong to it, ascending.
private struct PackedRows {
  private var starts: [Int32]
  private var rows: [Int32]

  init(count: Int, _ lists: some Sequence<Int>) {
    starts = Array(repeating: 0, count: count + 1)
    for list in lists { starts[list + 1] += 1 }
    for list in 0..<count { starts[list + 1] += starts[list] }
    rows = Array(repeating: 0, count: Int(starts[count]))
    var next = starts
    for (row, list) in lists.enumerated() {
      rows[Int(next[list])] = Int32(row)
      next[list] += 1
    }
  }

  subscript(list: Int) -> ArraySlice<Int32> { rows[Int(starts[list])..<Int(starts[list + 1])] }
}
