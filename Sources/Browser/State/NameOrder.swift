import QuoteModel

/// An order of everybody, or of all topics, that is made once for a corpus: a filter then only has to put those
/// that it finds in front.
struct NameOrder: Sendable {
  private let choice: Sorting.Choice
  /// By how much there is of each in all, then by name; by name alone where that is asked.
  private let all: [Int]
  /// Those who bear no name, `a spokesman`: behind all who do and are found.
  private let isLater: [Bool]

  /// O(n log n).
  init(
    _ choice: Sorting.Choice, sizes: PackedLists<QuotationID>, count: Int,
    isLater: (Int) -> Bool = { _ in false }, name: (Int) -> String
  ) {
    self.choice = choice
    self.isLater = (0..<min(count, sizes.count)).map(isLater)
    let rows = (0..<min(count, sizes.count)).filter { !sizes[$0].isEmpty }
    all = rows.sorted { a, b in
      if choice.order == .count {
        let (one, other) = (sizes[a].count, sizes[b].count)
        if one != other { return (one > other) == choice.isDescending }
        return name(a) < name(b)
      }
      let (one, other) = (name(a), name(b))
      return one == other ? a < b : (one > other) == choice.isDescending
    }
  }

  /// The rows by how much was found of each, equal ones as they are in all. O(n).
  func rows(_ counts: [Int32]) -> [Int] {
    guard choice.order == .count else { return namedFirst(all) }
    let found = all.filter { counts[$0] > 0 }
    let keys = found.map { UInt32(bitPattern: choice.isDescending ? Int32.max - counts[$0] : counts[$0]) }
    let sorted = namedFirst(stablySorted(found, by: keys))
    let rest = namedFirst(all.filter { counts[$0] == 0 })
    return choice.isDescending ? sorted + rest : rest + sorted
  }

  private func namedFirst(_ rows: [Int]) -> [Int] {
    rows.filter { !isLater[$0] } + rows.filter { isLater[$0] }
  }
}
