import Testing

@testable import QuoteModel

@Suite("Lists behind their lengths") struct CountedListsTests {
  /// Lists of those lengths, their items counted through.
  private func lists(_ lengths: [Int]) -> CountedLists<Int32> {
    var lists = CountedLists<Int32>()
    var next: Int32 = 0
    for length in lengths {
      lists.append(next..<next + Int32(length))
      next += Int32(length)
    }
    return lists
  }

  @Test(
    "Every list is what was added",
    arguments: [
      [], [0], [3], [0, 0, 1, 2, 254, 0, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9], Array(repeating: 254, count: 17),
      [255], [1, 255, 2, 0, 1000, 254, 3, 300, 256, 1, 5],
    ])
  func everyListIsThere(lengths: [Int]) {
    let lists = lists(lengths)
    #expect(lists.count == lengths.count)
    var next: Int32 = 0
    for (row, length) in lengths.enumerated() {
      #expect(Array(lists[row]) == Array(next..<next + Int32(length)), "list \(row)")
      next += Int32(length)
    }
    #expect(lists.isSound(lengths.count))
    #expect(!lists.isSound(lengths.count + 1))
  }

  @Test("What does not fit together is not sound")
  func unsound() {
    let whole = lists([2, 300, 1, 0, 4, 4, 4, 4, 4, 4])
    var lists = whole
    lists.lengths[0] = 3
    #expect(!lists.isSound(10))
    lists = whole
    lists.lengths[1] = 44
    #expect(!lists.isSound(10))
    lists = whole
    lists.long = []
    #expect(!lists.isSound(10))
    lists = whole
    lists.long = [40, 300]
    #expect(!lists.isSound(10))
    lists = whole
    lists.blocks[1] = 7
    #expect(!lists.isSound(10))
    lists = whole
    lists.items.removeLast()
    #expect(!lists.isSound(10))
    lists = whole
    lists.lengths[12] = 1
    #expect(!lists.isSound(10))
    lists = whole
    lists.counts = []
    #expect(!lists.isSound(10))
  }
}
