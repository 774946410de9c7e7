/// Many lists of a few items, one behind the other: of each its length in a byte, and of every eight where they begin, so
/// that a list costs a byte and a half beside its items.
public struct CountedLists<Item: BitwiseCopyable & Sendable>: Sendable {
  /// Every list's items, one list after the other.
  public internal(set) var items: [Item] = []
  /// The lists' lengths, filled up to blocks of eight; `CountedLists.isLong` for those that stand in `long`.
  var lengths: [UInt8] = []
  /// Where the first list of each block begins.
  var blocks: [UInt32] = []
  /// Lists of more than a byte can tell: the row, and how many items, ascending.
  var long: [UInt32] = []
  /// How many lists there are, in an array so that it is a column like any other.
  var counts: [UInt32] = [0]

  private static var blockSize: Int { 8 }
  private static var isLong: UInt8 { .max }

  /// No lists.
  public init() {}

  /// How many lists there are.
  public var count: Int { Int(counts[0]) }

  /// Adds a list. O(its length).
  public mutating func append(_ list: some Sequence<Item>) {
    let (row, start) = (count, items.count)
    if row % Self.blockSize == 0 {
      blocks.append(UInt32(start))
      lengths += repeatElement(0, count: Self.blockSize)
    }
    items.append(contentsOf: list)
    let length = items.count - start
    if length < Self.isLong {
      lengths[row] = UInt8(length)
    } else {
      lengths[row] = Self.isLong
      long += [UInt32(row), UInt32(length)]
    }
    counts[0] += 1
  }

  /// Gives back the room kept for more lists. O(items).
  mutating func trim() {
    (items, lengths, blocks) = (items.trimmed, lengths.trimmed, blocks.trimmed)
  }

  /// List `index`. O(1), O(log of the long lists) beside a long one.
  public subscript(index: Int) -> ArraySlice<Item> { items[range(of: index)] }

  /// Where the items of list `index` stand.
  @inline(__always)
  func range(of index: Int) -> Range<Int> {
    let place = index % Self.blockSize
    let start = Int(blocks[index / Self.blockSize])
    guard long.isEmpty else { return slowRange(of: index, start) }
    let lengths = lengths.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index - place, as: UInt64.self))
    }
    // Eight lengths in a word: those before this one are left, and added up two bytes each.
    let before = lengths & (1 << UInt64(place * 8) - 1)
    let halves = (before & 0x00FF_00FF_00FF_00FF) + (before >> 8 & 0x00FF_00FF_00FF_00FF)
    let lower = start + Int((halves &* 0x0001_0001_0001_0001) >> 48)
    return lower..<lower + Int(lengths >> UInt64(place * 8) & 0xFF)
  }

  private func slowRange(of index: Int, _ start: Int) -> Range<Int> {
    let lower = (index - index % Self.blockSize..<index).reduce(start) { $0 + length(of: $1) }
    return lower..<lower + length(of: index)
  }

  private func length(of row: Int) -> Int {
    guard lengths[row] == Self.isLong else { return Int(lengths[row]) }
    let pairs = long.count / 2
    let place = (0..<pairs).partitionPoint { long[$0 * 2] >= row }
    return place < pairs && long[place * 2] == row ? Int(long[place * 2 + 1]) : 0
  }

  /// Whether there are so many lists and they are the items.
  func isSound(_ count: Int) -> Bool {
    guard counts.count == 1, self.count == count, long.count % 2 == 0,
      blocks.count == (count + Self.blockSize - 1) / Self.blockSize,
      lengths.count == blocks.count * Self.blockSize,
      lengths[count...].allSatisfy({ $0 == 0 }),
      lengths.count(where: { $0 == Self.isLong }) == long.count / 2,
      stride(from: 0, to: long.count, by: 2).allSatisfy({
        long[$0] < count && lengths[Int(long[$0])] == Self.isLong && ($0 == 0 || long[$0 - 2] < long[$0])
      })
    else { return false }
    var end = 0
    for row in 0..<count {
      if row % Self.blockSize == 0, blocks[row / Self.blockSize] != end { return false }
      end += length(of: row)
    }
    return end == items.count
  }
}
