/// Breaking text into lines of a measure.
public enum Wrapping {
  /// Breaks the part `range` (UTF-8 offsets, all of it by default, clamped) of a text into lines of at most
  /// `columns` cells, and returns the UTF-8 offsets of each line in the text.
  ///
  /// Lines break at blanks, which belong to no line; around wide characters and behind a long dash; and
  /// anywhere in a word longer than a line, but never inside a character. Ends of lines in the text end
  /// lines, so there is one more line than those. A wide character alone may be wider than one column.
  /// O(range).
  public static func lines(of text: String, in range: Range<Int>? = nil, columns: Int) -> [Range<Int>] {
    let bytes = text.utf8
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    var start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    var breaker = LineBreaker(measure: max(1, columns), offset: range.lowerBound)
    while true {
      let rest = text.unicodeScalars[start..<end]
      guard let stop = rest.firstIndex(where: \.endsLine) else {
        breaker.breakParagraph(text[start..<end])
        return breaker.lines
      }
      breaker.breakParagraph(text[start..<stop])
      start = rest.index(after: stop)
      if rest[stop] == "\r", start < end, rest[start] == "\n" { start = rest.index(after: start) }
      breaker.offset = bytes.distance(from: bytes.startIndex, to: start)
    }
  }
}

/// Fills lines with the glyphs of one paragraph after the other.
private struct LineBreaker {
  let measure: Int
  /// Where the next paragraph starts in the text.
  var offset: Int
  var lines: [Range<Int>] = []

  /// Where the line being filled starts, where its last glyph that is no blank ends, and its width so far.
  private var start = 0
  private var contentEnd = 0
  private var column = 0
  /// The last place the line may break: its end, the start of the next one, and the columns up to there.
  private var chance: (end: Int, next: Int, column: Int)?

  init(measure: Int, offset: Int) {
    self.measure = measure
    self.offset = offset
  }

  mutating func breakParagraph(_ text: Substring) {
    begin(at: offset)
    var previous: Glyph?
    for glyph in Sanitizing.glyphs(text) {
      if !glyph.isBlank {
        let place = offset + glyph.bytes.lowerBound
        if contentEnd > start, let previous, Self.mayBreak(previous, glyph) {
          chance = (contentEnd, place, column)
        }
        makeRoom(for: glyph, at: place)
        contentEnd = offset + glyph.bytes.upperBound
      }
      column += glyph.columns
      previous = glyph
    }
    lines.append(start..<contentEnd)
  }

  private mutating func begin(at place: Int) {
    (start, contentEnd, column, chance) = (place, place, 0, nil)
  }

  /// Ends the line where the glyph would pass the measure.
  private mutating func makeRoom(for glyph: Glyph, at place: Int) {
    guard column + glyph.columns > measure else { return }
    if let chance {
      lines.append(start..<chance.end)
      (start, column) = (chance.next, column - chance.column)
      self.chance = nil
    }
    guard column + glyph.columns > measure, column > 0 else { return }
    // A line of nothing but blanks is not worth showing.
    if contentEnd > start { lines.append(start..<contentEnd) }
    begin(at: place)
  }

  private static func mayBreak(_ before: Glyph, _ after: Glyph) -> Bool {
    if before.isBlank || before.base == "—" { return true }
    guard before.columns == 2 || after.columns == 2 else { return false }
    return !"、。，．：；！？）」』】〉》,.:;!?)”’".unicodeScalars.contains(after.base)
      && !"（「『【〈《(“‘".unicodeScalars.contains(before.base)
  }
}

extension Glyph {
  /// Whether lines may break here and the blank be left out; a no-break space is none of them.
  fileprivate var isBlank: Bool {
    switch base.value {
    case 0x20, 0x3000, 0x2000...0x2006, 0x2008...0x200A: true
    default: false
    }
  }
}
