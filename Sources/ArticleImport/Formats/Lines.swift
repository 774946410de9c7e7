import QuoteModel

/// The lines of a text that hold more than white space, and how they make paragraphs.
struct Lines {
  struct Line {
    /// The line without the white space around it.
    var range: TextRange
    /// Whether nothing but this line's end lies before the next line.
    var touchesNext: Bool
    /// Width in code points.
    var width: Int
    /// Width of the first word, in code points.
    var firstWord: Int
    /// Whether it ends in the middle of a sentence: with no mark that closes one.
    var isOpen: Bool
  }

  let text: String
  private(set) var all: [Line] = []

  /// O(bytes).
  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    all = text.withUTF8(Self.scan)
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let line = line(bytes, start, end) {
        lines.append(line)
      } else if !lines.isEmpty {
        lines[lines.count - 1].touchesNext = false
      }
      start = end + 1
    }
    if !lines.isEmpty { lines[lines.count - 1].touchesNext = false }
    return lines
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Line? {
    var (low, high) = (start, end)
    // A no-break space (C2 A0) is white space too, as web pages leave it in blank lines.
    while low < high {
      if isSpace(bytes[low]) { low += 1 } else if isNoBreak(bytes, low, end) { low += 2 } else { break }
    }
    while low < high {
      if isSpace(bytes[high - 1]) {
        high -= 1
      } else if isNoBreak(bytes, high - 2, end) {
        high -= 2
      } else {
        break
      }
    }
    guard low < high else { return nil }
    var line = Line(range: TextRange(low, high), touchesNext: true, width: 0, firstWord: 0, isOpen: false)
    line.isOpen = isOpen(bytes[high - 1])
    var isInFirstWord = true
    for byte in bytes[low..<high] where byte & 0xC0 != 0x80 {
      line.width += 1
      isInFirstWord = isInFirstWord && !isSpace(byte)
      if isInFirstWord { line.firstWord += 1 }
    }
    return line
  }

  /// ASCII letters, figures and commas; other alphabets' last bytes do not tell letters from marks.
  private static func isOpen(_ last: UInt8) -> Bool {
    last == UInt8(ascii: ",") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= last
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= last | 0x20 && last < 0x80
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || 9...13 ~= byte }

  private static func isNoBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    at >= 0 && at + 1 < end && bytes[at] == 0xC2 && bytes[at + 1] == 0xA0
  }

  subscript(_ range: TextRange) -> String { String(text[range]) }

  /// The paragraphs from line `first` on: each line one, or, where the text is hard-wrapped, lines up to
  /// a blank line or to one that ends early. O(lines).
  func paragraphs(from first: Int) -> [TextRange] {
    let lines = all[first...]
    let width = wrapWidth(lines)
    var out: [TextRange] = []
    var joins = false
    for (line, next) in zip(lines, lines.dropFirst().map(Optional.some) + [nil]) {
      if joins, let open = out.popLast() {
        out.append(TextRange(open.lower, line.range.upper))
      } else {
        out.append(line.range)
      }
      if let next, let width { joins = isWrapped(line, before: next, at: width) }
    }
    return out
  }

  /// A wrapped line ends where it does because the next word did not fit, give or take a ragged edge.
  private func isWrapped(_ line: Line, before next: Line, at width: Int) -> Bool {
    line.touchesNext && (line.width + 1 + next.firstWord) * 10 > width * 9
  }

  /// The column the text is wrapped at; `nil` where a line is a paragraph.
  private func wrapWidth(_ lines: ArraySlice<Line>) -> Int? {
    guard let width = lines.map(\.width).max(), 40...100 ~= width else { return nil }
    let touching = zip(lines, lines.dropFirst()).filter { $0.0.touchesNext }
    let wrapped = touching.filter { isWrapped($0.0, before: $0.1, at: width) }
    // The widest line always looks wrapped; that most such lines stop in mid-sentence settles it.
    let open = wrapped.count { $0.0.isOpen }
    return open * 2 > wrapped.count && wrapped.count * 2 >= touching.count ? width : nil
  }
}
