/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// Every offset in the program is of this kind; Unicode code points appear only where something is
/// exported. An empty range stands for "not there" in packed columns.
public struct TextRange: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset behind the last byte.
  public var end: UInt32

  /// A range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  /// The range that stands for nothing.
  public static let none = TextRange(0, 0)

  /// The first offset, as an index.
  public var lower: Int { Int(start) }
  /// The offset behind the last byte, as an index.
  public var upper: Int { Int(end) }
  /// Number of bytes.
  public var count: Int { upper - lower }
  /// Whether it covers no byte.
  public var isEmpty: Bool { start == end }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `offset` lies inside.
  public func contains(_ offset: Int) -> Bool { lower <= offset && offset < upper }
  /// Whether the two share a byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// By start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

extension String {
  /// The text in `range`, clamped to the string and to whole scalars. O(range).
  public subscript(range: TextRange) -> Substring {
    let bytes = utf8
    let low =
      bytes.index(bytes.startIndex, offsetBy: range.lower, limitedBy: bytes.endIndex) ?? bytes.endIndex
    let high =
      bytes.index(bytes.startIndex, offsetBy: range.upper, limitedBy: bytes.endIndex) ?? bytes.endIndex
    return self[low..<high]
  }
}
