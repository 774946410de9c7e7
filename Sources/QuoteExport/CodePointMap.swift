import QuoteModel

/// Turns the program's byte offsets into an article's text into code point offsets, as exports count.
public struct CodePointMap: Sendable {
  private static let step = 64
  private let text: [UInt8]
  /// Code points before every `step`th byte; empty for ASCII text, where the two counts are one.
  private let before: [Int]

  /// A map of that text. O(bytes).
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      (self.text, before) = ([], [])
      return
    }
    var before: [Int] = []
    before.reserveCapacity(bytes.count / Self.step + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.step == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    // The end of the text may be the start of a step that holds no byte.
    if bytes.count % Self.step == 0 { before.append(count) }
    (self.text, self.before) = (bytes, before)
  }

  /// How many code points begin before byte `offset`; offsets behind the text count as its end. O(1).
  public func codePoints(before offset: Int) -> Int {
    guard !before.isEmpty else { return offset }
    let offset = min(max(0, offset), text.count)
    let row = offset / Self.step
    return before[row] + text[row * Self.step..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// A range in code points, end exclusive. O(1).
  public func codePoints(in range: TextRange) -> (start: Int, end: Int) {
    (codePoints(before: range.lower), codePoints(before: range.upper))
  }
}
