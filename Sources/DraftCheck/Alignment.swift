/// How a quotation's words differ from those of the source: the fewest words to change (Levenshtein over words), where
/// the source may go on before and behind, and in the gaps the quotation marks.
struct Alignment {
  /// One step through both.
  enum Step: Equatable {
    /// The same word.
    case same(quoted: Int, source: Int)
    /// A word of the quotation that the source does not have there.
    case putIn(quoted: Int)
    /// A word of the source that the quotation does not have there.
    case leftOut(source: Int)
    /// Words of the source that an ellipsis or brackets stand for.
    case skipped(source: Int)
  }

  /// From the first word of the quotation to the last.
  private(set) var steps: [Step] = []
  /// How many words were put in, left out or replaced.
  private(set) var cost = 0

  /// The longest quotation that can be aligned, in words.
  static let longest = 1 << 13

  /// Aligns all of `quoted` with a stretch of `source` within `window`. O(quoted × window).
  init(_ quoted: ComparedWords, _ source: ComparedWords, in window: Range<Int>) {
    let (rows, columns) = (quoted.count + 1, window.count + 1)
    // Of equal changes those that keep more words win: a word kept is a small gain.
    let (change, gain) = (Int32(1) << 14, Int32(-1))
    var costs = [Int32](repeating: 0, count: rows * columns)
    func along(_ row: Int) -> Int32 {
      row == 0 || row == quoted.count || quoted.gaps.contains(row) ? 0 : change
    }
    func across(_ row: Int, _ column: Int) -> Int32 {
      quoted.hashes[row - 1] == source.hashes[window.lowerBound + column - 1] ? gain : change
    }
    for row in 1..<max(rows, 1) {
      costs[row * columns] = Int32(row) * change
      let step = along(row)
      for column in 1..<max(columns, 1) {
        costs[row * columns + column] = min(
          costs[(row - 1) * columns + column - 1] + across(row, column),
          costs[(row - 1) * columns + column] + change, costs[row * columns + column - 1] + step)
      }
    }
    var row = quoted.count
    // The first of the best ends: what comes behind the last word is no part of it.
    var column = (0..<columns).min { costs[row * columns + $0] < costs[row * columns + $1] } ?? 0
    cost = Int((costs[row * columns + column] + change - 1) / change)
    while row > 0 {
      let now = costs[row * columns + column]
      let at = window.lowerBound + column - 1
      if column > 0, now == costs[row * columns + column - 1] + along(row) {
        steps.append(along(row) == 0 ? .skipped(source: at) : .leftOut(source: at))
        column -= 1
      } else if column > 0, now == costs[(row - 1) * columns + column - 1] + across(row, column) {
        if across(row, column) == gain {
          steps.append(.same(quoted: row - 1, source: at))
        } else {
          steps += [.putIn(quoted: row - 1), .leftOut(source: at)]
        }
        (row, column) = (row - 1, column - 1)
      } else {
        steps.append(.putIn(quoted: row - 1))
        row -= 1
      }
    }
    steps.reverse()
  }

  /// The words of the source that it covers; `nil` where none is the same.
  var sourceRange: ClosedRange<Int>? {
    let same = steps.compactMap { step -> Int? in
      if case .same(_, let source) = step { source } else { nil }
    }
    guard let first = same.first, let last = same.last else { return nil }
    return first...last
  }
}
