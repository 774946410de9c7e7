/// Which phrases are variants of which: `drones` said where most say `military drones`, and what lies under what.
struct PhraseTree {
  /// For each phrase the phrase it counts for: itself, one that says the same, or -1 where it is no topic.
  private(set) var target: [Int]
  /// For each phrase that counts for itself the wider one it lies under, or -1.
  private(set) var parent: [Int]

  /// Arranges the phrases that may be topics; `counts` is in how many quotations each is. O(phrases).
  init(_ phrases: PhraseTable, isEligible: [Bool], counts: [Int]) {
    target = isEligible.indices.map { isEligible[$0] ? $0 : -1 }
    parent = Array(repeating: -1, count: isEligible.count)
    // The longer phrase that most of the short one's quotations have.
    var longest: [Int: Int] = [:]
    var ending = [Int?](repeating: nil, count: target.count)
    for row in target.indices where isEligible[row] && phrases.words[row] > 1 {
      ending[row] = phrases.ending(of: row) { isEligible[$0] }
      guard let short = ending[row], counts[row] * 10 >= counts[short] * 6 else { continue }
      if counts[row] > longest[short].map({ counts[$0] }) ?? 0 { longest[short] = row }
    }
    for (short, long) in longest { target[short] = long }
    for row in target.indices where target[row] >= 0 { target[row] = end(of: row, target) }
    for row in target.indices where target[row] == row && phrases.words[row] > 1 {
      // Not under what counts for it, but under what it begins with or what that counts for.
      for case let wider? in [ending[row], phrases.beginning(of: row) { isEligible[$0] }]
      where parent[row] < 0 && target[wider] != row {
        parent[row] = target[wider]
      }
    }
    breakCircles()
  }

  /// A phrase may lie under one that counts for another which lies under it; the last such tie goes.
  private mutating func breakCircles() {
    for row in parent.indices where parent[row] >= 0 {
      var (next, steps) = (parent[row], 0)
      while next >= 0, next != row, steps < 16 { (next, steps) = (parent[next], steps + 1) }
      if next >= 0 { parent[row] = -1 }
    }
  }

  private func end(of row: Int, _ target: [Int]) -> Int {
    var into = row
    for _ in 0..<NounPhrases.longest where target[into] >= 0 && target[into] != into { into = target[into] }
    return into
  }
}
