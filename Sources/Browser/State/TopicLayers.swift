import QuoteModel

/// Topics in the order they are listed: what is found before what is not; in each part subjects, phrases, actors;
/// and each topic behind the wider one it lies under.
struct TopicLayers {
  private(set) var rows: [Int] = []
  /// For each row: under how many listed ones it lies.
  private(set) var depths: [Int] = []

  /// Arranges rows of `topics` that are in the order of their layer already. O(rows).
  init(_ sorted: [Int], of topics: [Topic], isFound: (Int) -> Bool) {
    for found in [true, false] {
      let part = sorted.filter { isFound($0) == found }
      var isListed = [Bool](repeating: false, count: topics.count)
      for row in part { isListed[row] = true }
      var children: [Int: [Int]] = [:]
      var roots: [[Int]] = Array(repeating: [], count: TopicLayers.order.count)
      for row in part {
        if let parent = topics[row].parent?.index, parent < topics.count, isListed[parent], parent != row {
          children[parent, default: []].append(row)
        } else {
          roots[TopicLayers.order.firstIndex(of: topics[row].kind) ?? 0].append(row)
        }
      }
      for row in roots.joined() { add(row, 0, &children) }
    }
  }

  private static let order: [Topic.Kind] = [.subject, .phrase, .actor]

  /// A list of children is taken when it is added, so that even a circle would end.
  private mutating func add(_ row: Int, _ depth: Int, _ children: inout [Int: [Int]]) {
    rows.append(row)
    depths.append(depth)
    for child in children.removeValue(forKey: row) ?? [] { add(child, depth + 1, &children) }
  }
}
