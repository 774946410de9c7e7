extension RandomAccessCollection where Index == Int {
  /// The first row for which a condition holds that, once it holds, holds for every row behind; the end where it
  /// never does. O(log n).
  @inlinable
  package func firstRow(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
