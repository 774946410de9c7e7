/// Many short lists in two arrays: list `i` is `items[starts[i]..<starts[i + 1]]`.
public struct PackedLists<Item: Sendable>: Sendable {
  /// Every list's items, one list after the other.
  public internal(set) var items: [Item] = []
  /// Where each list starts, and behind them the end of the last.
  public internal(set) var starts: [Int32] = [0]

  /// No lists.
  public init() {}

  /// Adds a list. O(its length).
  public mutating func append(_ list: some Sequence<Item>) {
    items.append(contentsOf: list)
    starts.append(Int32(items.count))
  }

  /// Gives back the room kept for more lists. O(items).
  mutating func trim() {
    items = items.trimmed
    starts = starts.trimmed
  }

  /// How many lists there are.
  public var count: Int { starts.count - 1 }

  /// List `index`. O(1).
  public subscript(index: Int) -> ArraySlice<Item> {
    items[Int(starts[index])..<Int(starts[index + 1])]
  }
}

extension Array {
  /// The same elements without room for more: an array that has grown keeps up to twice what it needs. O(n).
  var trimmed: [Element] { capacity > count + count / 16 ? withUnsafeBufferPointer { Array($0) } : self }
}

extension PackedLists where Item == QuotationID {
  /// Lists of quotations, one for each of `count` rows, from pairs whose quotations come in ascending order.
  /// O(pairs + count).
  public init(count: Int, pairs: [(row: Int, quotation: QuotationID)]) {
    self.init()
    var sizes = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { sizes[pair.row + 1] += 1 }
    for row in 0..<count { sizes[row + 1] += sizes[row] }
    var next = sizes
    var filled = [QuotationID](repeating: QuotationID(raw: 0), count: pairs.count)
    for pair in pairs {
      filled[Int(next[pair.row])] = pair.quotation
      next[pair.row] += 1
    }
    items = filled
    starts = sizes
  }
}
