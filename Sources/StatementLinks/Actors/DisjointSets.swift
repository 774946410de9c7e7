/// Sets that only ever grow together; the smallest member stands for its set.
struct DisjointSets {
  private var parents: [Int32]
  private var alone: [Bool]

  /// `count` sets of one.
  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
    alone = Array(repeating: true, count: count)
  }

  /// The smallest member of an element's set. Close to O(1).
  mutating func find(_ element: Int) -> Int {
    var root = element
    while Int(parents[root]) != root { root = Int(parents[root]) }
    var walk = element
    while Int(parents[walk]) != root { (walk, parents[walk]) = (Int(parents[walk]), Int32(root)) }
    return root
  }

  /// Makes the sets of two elements one.
  mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (find(a), find(b))
    guard a != b else { return }
    alone[a] = false
    alone[b] = false
    parents[max(a, b)] = Int32(min(a, b))
  }

  /// Whether two elements are of one set.
  mutating func same(_ a: Int, _ b: Int) -> Bool { find(a) == find(b) }

  /// Whether an element was never united with another: meant for elements that may still be, on their own.
  func isAlone(_ element: Int) -> Bool { Int(parents[element]) == element && alone[element] }
}
