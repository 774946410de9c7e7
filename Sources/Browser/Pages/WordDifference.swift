import QuoteModel

/// Two texts word by word: which words of each have no partner in the other.
struct WordDifference {
  struct Word: Equatable {
    var text: String
    var isShared: Bool
  }

  let one: [Word]
  let other: [Word]

  /// Longest common subsequence of the folded words (Hunt & Szymanski 1977 is not needed for texts this short).
  /// O(words · words), each text cut at 400 words.
  init(_ one: String, _ other: String) {
    let (left, right) = (WordDifference.words(one), WordDifference.words(other))
    let (a, b) = (left.map(WordDifference.key), right.map(WordDifference.key))
    var lengths = Array(repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for row in a.indices.reversed() {
      for column in b.indices.reversed() {
        lengths[row][column] =
          a[row] == b[column]
          ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    var (sharedLeft, sharedRight) = (Set<Int>(), Set<Int>())
    var (row, column) = (0, 0)
    while row < a.count, column < b.count {
      if a[row] == b[column] {
        sharedLeft.insert(row)
        sharedRight.insert(column)
        (row, column) = (row + 1, column + 1)
      } else if lengths[row + 1][column] >= lengths[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    self.one = left.indices.map { Word(text: left[$0], isShared: sharedLeft.contains($0)) }
    self.other = right.indices.map { Word(text: right[$0], isShared: sharedRight.contains($0)) }
  }

  /// Whether the words are the same throughout.
  var isNone: Bool { one.allSatisfy(\.isShared) && other.allSatisfy(\.isShared) }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).prefix(400).map(String.init)
  }

  /// Without case, accents and the punctuation around it.
  private static func key(_ word: String) -> [UInt8] {
    let folded = Folding.bytes(word)
    func isPart(_ byte: UInt8) -> Bool { byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 }
    guard let first = folded.firstIndex(where: isPart), let last = folded.lastIndex(where: isPart) else {
      return folded
    }
    return Array(folded[first...last])
  }
}
