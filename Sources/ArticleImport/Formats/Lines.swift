import Glibc
import QuoteModel

/// The lines of a text that hold more than white space, and how they make paragraphs.
struct Lines {
  struct Line {
    /// The line without the white space around it.
    var range: TextRange
    /// Whether nothing but this line's end lies before the next line.
    var touchesNext: Bool
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
      let end = lineEnd(bytes, from: start)
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

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let end = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(end) - UnsafeRawPointer(base)
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Line? {
    var (low, high) = (start, end)
    // A no-break space (C2 A0) is white space too, as web pages leave it in blank lines.
    while low < high {
      if bytes[low].isSpace { low += 1 } else if isNoBreak(bytes, low, end) { low += 2 } else { break }
    }
    while low < high {
      if bytes[high - 1].isSpace {
        high -= 1
      } else if isNoBreak(bytes, high - 2, end) {
        high -= 2
      } else {
        break
      }
    }
    guard low < high else { return nil }
    return Line(range: TextRange(low, high), touchesNext: true, isOpen: isOpen(bytes[high - 1]))
  }

  /// ASCII letters, figures and commas; other alphabets' last bytes do not tell letters from marks.
  private static func isOpen(_ last: UInt8) -> Bool {
    last == UInt8(ascii: ",") || last.isDigit || last.isLetter
  }

  private static func isNoBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    at >= 0 && at + 1 < end && bytes[at] == 0xC2 && bytes[at + 1] == 0xA0
  }

  subscript(_ range: TextRange) -> String { String(text[range]) }

  /// The paragraphs from line `first` on: each line one, or, where the text is hard-wrapped, lines up to
  /// a blank line or to one that ends early. O(lines), O(bytes) where they are all short.
  func paragraphs(from first: Int) -> [TextRange] {
    let lines = Array(all[first...])
    guard let wrapping = Wrapping(lines, in: text) else { return lines.map(\.range) }
    var out: [TextRange] = []
    for (row, line) in lines.enumerated() {
      if row > 0, wrapping.joins(row - 1), let open = out.popLast() {
        out.append(TextRange(open.lower, line.range.upper))
      } else {
        out.append(line.range)
      }
    }
    return out
  }
}

/// How a hard-wrapped text is wrapped: each line ends where it does because the next word did not fit.
private struct Wrapping {
  private let lines: [Lines.Line]
  /// How wide each line and its first word are, in code points.
  private let widths: [(line: Int, firstWord: Int)]
  /// The column the text is wrapped at.
  private let width: Int

  /// No text is wrapped further out.
  private static let widest = 100

  /// `nil` where a line is a paragraph.
  init?(_ lines: [Lines.Line], in text: String) {
    var text = text
    let widths = text.withUTF8 { bytes -> [(line: Int, firstWord: Int)]? in
      // In most texts the longest line is long, and tells.
      guard let longest = lines.map(\.range).max(by: { $0.count < $1.count }),
        longest.count <= 4 * Self.widest, Self.width(bytes[longest.lower..<longest.upper]) <= Self.widest
      else { return nil }
      return lines.map { line in
        let words = bytes[line.range.lower..<line.range.upper]
        return (Self.width(words), Self.width(words.prefix { !$0.isSpace }))
      }
    }
    guard let widths, let width = widths.map(\.line).max(), 40...Self.widest ~= width else { return nil }
    (self.lines, self.widths, self.width) = (lines, widths, width)
    let touching = lines.indices.filter { lines[$0].touchesNext }
    let wrapped = touching.filter(joins)
    // The widest line always looks wrapped; that most such lines stop in mid-sentence settles it.
    let open = wrapped.count { lines[$0].isOpen }
    guard open * 2 > wrapped.count && wrapped.count * 2 >= touching.count else { return nil }
  }

  /// All bytes but those that go on with a code point, eight at a time. O(bytes).
  private static func width(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    let ones: UInt64 = 0x0101_0101_0101_0101
    var (width, at) = (bytes.count, 0)
    while at + 8 <= bytes.count {
      let some = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let goingOn = (some >> 7) & ~(some >> 6) & ones
      width -= Int((goingOn &* ones) >> 56)
      at += 8
    }
    return width - bytes[at...].count { $0 & 0xC0 == 0x80 }
  }

  /// Whether the line behind that one goes on with its paragraph, give or take a ragged edge. O(1).
  func joins(_ row: Int) -> Bool {
    guard lines[row].touchesNext, row + 1 < lines.count else { return false }
    return (widths[row].line + 1 + widths[row + 1].firstWord) * 10 > width * 9
  }
}
