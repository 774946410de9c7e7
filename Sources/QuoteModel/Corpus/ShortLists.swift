/// Lists most of which have one item, which stands alone; others have their place among the longer ones, and empty ones too.
public struct ShortLists<Item: ListMark>: Sendable {
  /// The only item of each list, or where the list is found.
  var single: [Item] = []
  var others = PackedLists<Item>()

  /// How many lists there are.
  public var count: Int { single.count }

  /// Adds a list. O(its length).
  mutating func append(_ list: [Item]) {
    if list.count == 1, let item = list.first, item.otherList == nil {
      single.append(item)
    } else {
      single.append(Item(otherList: others.count))
      others.append(list)
    }
  }

  /// List `index`. O(1).
  public subscript(index: Int) -> ArraySlice<Item> {
    single[index].otherList.map { others[$0] } ?? single[index...index]
  }

  /// Whether every list is there.
  func isSound(_ count: Int) -> Bool {
    single.count == count && others.isSound(others.count)
      && single.allSatisfy { $0.otherList.map { $0 < others.count } ?? true }
      && others.items.allSatisfy { $0.otherList == nil }
  }
}

/// An item some of whose values stand for nothing, and serve to say where a list is.
public protocol ListMark: BitwiseCopyable, Sendable {
  /// What says that a list is the longer one of that number.
  init(otherList: Int)
  /// The number of the longer list, `nil` for an item.
  var otherList: Int? { get }
}

extension Int32: ListMark {
  /// Below zero is no row.
  public init(otherList: Int) { self = -1 - Int32(otherList) }
  /// What `init(otherList:)` was told.
  public var otherList: Int? { self < 0 ? Int(-1 - self) : nil }
}

extension TextRange: ListMark {
  /// A range that ends before it starts is none.
  public init(otherList: Int) {
    self.init(0, 0)
    (start, end) = (.max, UInt32(otherList))
  }

  /// What `init(otherList:)` was told.
  public var otherList: Int? { start > end ? Int(end) : nil }
}
