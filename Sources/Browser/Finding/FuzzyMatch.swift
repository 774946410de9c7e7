import QuoteModel

/// How well letters typed stand for a text, as fuzzy finders count it: every letter must be there in order;
/// beginnings of words and letters in a row count more, gaps less. Accents and case do not count.
struct FuzzyMatch: Sendable {
  private let wanted: [UInt8]
  private let wantedLetters: FinderNames.Letters

  init(_ typed: String) {
    wanted = Folding.bytes(typed).filter { $0 != 0x20 }
    wantedLetters = FinderNames.Letters(wanted)
  }

  var isEmpty: Bool { wanted.isEmpty }

  private static let (matched, firstOfWord, inARow, gap, firstGap) = (16, 10, 12, 1, 3)
  /// Scores are counted in eighths, so that length can decide between equals.
  private static let scale = 8

  /// What letters in a row in the middle of a text come to.
  static func plainScore(_ letters: Int) -> Int { scale * (letters * (matched + inARow) - inARow) }

  /// What its own letters come to, in a row in the middle of a text.
  var plainScore: Int { FuzzyMatch.plainScore(wanted.count) }

  /// A quick score, or `nil` where letters are missing: that of the letters as they come first, or in a row where
  /// they stand so. Never more than the best. O(text), nothing allocated.
  func quickScore(_ text: String) -> Int? {
    var (text, folded) = (text, [UInt8]())
    text.withUTF8 { Folding.append($0, to: &folded) }
    return folded.withUnsafeBufferPointer { quickScore($0) }
  }

  /// The quick score of folded bytes.
  func quickScore(_ folded: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !wanted.isEmpty else { return 0 }
    return wanted.withUnsafeBufferPointer { wanted in
      var (next, score, gap, row, bestRow) = (0, 0, 0, 0, 0)
      var (isBehindLetter, rowBegan) = (false, 0)
      for byte in folded {
        let isLetter = FuzzyMatch.isLetter(byte)
        let bonus = isLetter && !isBehindLetter ? FuzzyMatch.firstOfWord : 0
        isBehindLetter = isLetter
        if next < wanted.count {
          if byte == wanted[next] {
            let between = gap == 0 ? FuzzyMatch.inARow : -FuzzyMatch.firstGap - FuzzyMatch.gap * (gap - 1)
            score += FuzzyMatch.matched + bonus + (next == 0 ? 0 : between)
            (next, gap) = (next + 1, 0)
          } else if next > 0 {
            gap += 1
          }
        }
        // Letters in a row, begun anew wherever the first one stands.
        if row < wanted.count, byte == wanted[row] {
          if row == 0 { rowBegan = bonus }
          row += 1
          if row == wanted.count { bestRow = max(bestRow, rowBegan + 1) }
        } else {
          row = byte == wanted[0] ? 1 : 0
          if row == 1 { rowBegan = bonus }
        }
        if next == wanted.count, row == 0, bestRow > 0 { break }
      }
      guard next == wanted.count else { return nil }
      let inARow = bestRow > 0 ? FuzzyMatch.plainScore(wanted.count) / FuzzyMatch.scale + bestRow - 1 : 0
      return max(score, inARow) * FuzzyMatch.scale - min(folded.count, 200) / 8
    }
  }

  /// Whether names with letters of such a kind may match: those without one that was typed cannot.
  func mayMatch(_ letters: FinderNames.Letters) -> Bool { letters.isSuperset(of: wantedLetters) }

  /// The best score, or `nil` where letters are missing. O(text · letters).
  func score(_ text: String) -> Int? { match(text)?.score }

  /// The score and the bytes of the text that stand for the letters.
  func match(_ text: String) -> (score: Int, bytes: [Int])? {
    guard !wanted.isEmpty else { return (0, []) }
    guard quickScore(text) != nil else { return nil }
    return best(letters(of: text))
  }

  private struct Letter {
    var byte: UInt8
    var offset: Int
    var beginsWord: Bool
  }

  /// The folded letters of a text.
  private func letters(of text: String) -> [Letter] {
    var letters: [Letter] = []
    var text = text
    text.withUTF8 { bytes in
      var isBehindLetter = false
      for (offset, step) in Folding.steps(of: bytes) {
        for byte in step {
          let isLetter = FuzzyMatch.isLetter(byte)
          letters.append(Letter(byte: byte, offset: offset, beginsWord: isLetter && !isBehindLetter))
          isBehindLetter = isLetter
        }
      }
    }
    return letters
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }

  /// The best way to place the letters (Smith & Waterman 1981, as fuzzy finders use it).
  private func best(_ letters: [Letter]) -> (score: Int, bytes: [Int])? {
    let (rows, columns) = (wanted.count, letters.count)
    // ends[i][j]: the best score with letter i at place j; from[i][j]: where letter i - 1 stands then.
    var ends = [Int](repeating: Int.min / 2, count: rows * columns)
    var from = [Int](repeating: -1, count: rows * columns)
    for row in 0..<rows {
      var reach = (score: Int.min / 2, place: -1)
      for column in row..<columns {
        if row > 0, column > 0 {
          let before = ends[(row - 1) * columns + column - 1]
          let (farther, nearer) = (reach.score - FuzzyMatch.gap, before - FuzzyMatch.firstGap)
          reach = farther > nearer ? (farther, reach.place) : (nearer, column - 1)
        }
        guard letters[column].byte == wanted[row] else { continue }
        var score = FuzzyMatch.matched + (letters[column].beginsWord ? FuzzyMatch.firstOfWord : 0)
        if row == 0 {
          score -= min(column / 4, 3)
        } else {
          let adjacent = ends[(row - 1) * columns + column - 1] + FuzzyMatch.inARow
          from[row * columns + column] = adjacent >= reach.score ? column - 1 : reach.place
          score += max(adjacent, reach.score)
        }
        ends[row * columns + column] = score
      }
    }
    let last = ends[((rows - 1) * columns)...]
    guard let score = last.max(), score > Int.min / 4, let place = last.firstIndex(of: score) else {
      return nil
    }
    var (bytes, column) = ([Int](), place - (rows - 1) * columns)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      bytes.append(letters[column].offset)
      column = from[row * columns + column]
    }
    // Of two equal matches the shorter text says more.
    return (score * FuzzyMatch.scale - min(columns, 200) / 8, bytes.reversed())
  }
}
