import Glibc

/// What a tagger says of an article: the best sequence of roles, and how sure it is of each.
package struct TaggedWords {
  package let roles: [Role]
  /// For each word, the score of every role; in units of `scale` nats.
  private let scores: [Int32]
  private let scale: Float

  init(_ roles: [Role], scores: [Int32], scale: Float) {
    (self.roles, self.scores, self.scale) = (roles, scores, scale)
  }

  /// How probable it is, by the word's own scores, that it plays the part that it was given, 0...1. O(roles).
  package func probability(_ at: Int) -> Float {
    let labels = Role.allCases.count
    let row = scores[at * labels..<(at + 1) * labels]
    let top = row.max() ?? 0
    var (same, all): (Float, Float) = (0, 0)
    for (label, score) in row.enumerated() {
      let share = expf(Float(score - top) * scale)
      all += share
      if (label + 1) / 2 == (Int(roles[at].rawValue) + 1) / 2 { same += share }
    }
    return same / all
  }
}
