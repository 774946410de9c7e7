/// Which word each word of a statement hangs on, as far as its clauses tell: -1 for the heads of sentences and for what
/// was not tied.
struct ClauseTree {
  /// The row of the word that each hangs on.
  private(set) var heads: [Int32]
  /// What each is to that word.
  private(set) var roles: [GrammaticalRole]

  /// Words without any tie.
  init(count: Int) {
    heads = Array(repeating: -1, count: count)
    roles = Array(repeating: .other, count: count)
  }

  /// Ties a word to another one.
  mutating func tie(_ row: Int, to head: Int, _ role: GrammaticalRole) {
    guard row != head else { return }
    heads[row] = Int32(head)
    roles[row] = role
  }

  /// Makes a word the head of its sentence.
  mutating func setRoot(_ row: Int) {
    heads[row] = -1
    roles[row] = .root
  }

  /// Moves what hangs on one word to another.
  mutating func move(from: Int, to: Int, _ rows: Range<Int>) {
    for row in rows where heads[row] == Int32(from) && row != to { heads[row] = Int32(to) }
  }
}
