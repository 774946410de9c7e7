/// An element, or a run of text, of a page.
struct MarkupNode {
  var tag: Tag
  /// The row of the element it lies in; -1 for the root.
  var parent: Int32
  /// The row behind the last one that lies in it.
  var end: Int32
  /// Where its text, or an element's attributes, stand in the source.
  var low: UInt32
  var high: UInt32
}

/// A page taken apart: its elements and texts in the order of the source, each before what lies in it.
///
/// One flat array holds them, so that nothing that walks it can run out of stack, however deep the page is nested.
struct MarkupTree {
  /// The page, as UTF-8.
  let source: [UInt8]
  /// Row 0 is the root.
  var nodes: [MarkupNode]

  /// The rows inside of an element, itself left out.
  func inside(_ row: Int) -> Range<Int> { row + 1..<max(row + 1, Int(nodes[row].end)) }

  /// The rows from the root to the row, itself left out, innermost first. O(depth).
  func ancestors(_ row: Int) -> UnfoldFirstSequence<Int> {
    let first = Int(nodes[row].parent)
    return sequence(first: max(first, 0)) { $0 == 0 ? nil : Int(nodes[$0].parent) }
  }

  /// The value of an element's attribute, references resolved; `nil` where it has none of that name. O(tag).
  func attribute(_ name: StaticString, of row: Int) -> String? {
    guard nodes[row].tag != .text else { return nil }
    var attributes = Attributes(source, Int(nodes[row].low)..<Int(nodes[row].high))
    while let found = attributes.next() {
      guard found.name.count == name.utf8CodeUnitCount, source.has(name, at: found.name.lowerBound) else {
        continue
      }
      return Entities.decode(source[found.value])
    }
    return nil
  }

  /// The names and values of an element's attributes, in order. O(tag).
  func attributes(of row: Int) -> [(name: Range<Int>, value: Range<Int>)] {
    var (attributes, out) = (
      Attributes(source, Int(nodes[row].low)..<Int(nodes[row].high)),
      [(name: Range<Int>, value: Range<Int>)]()
    )
    while let found = attributes.next() { out.append(found) }
    return out
  }

  /// The text in an element, white space as it stands, references resolved. O(content).
  func text(of row: Int) -> String {
    inside(row).filter { nodes[$0].tag == .text }.map { row in
      let range = Int(nodes[row].low)..<Int(nodes[row].high)
      let isRaw = nodes[Int(nodes[row].parent)].tag
      return isRaw == .script || isRaw == .style ? source[range].text : Entities.decode(source[range])
    }.joined()
  }

  /// The text in an element as one line. O(content).
  func line(of row: Int) -> String { text(of: row).oneLine }
}

extension String {
  /// Each run of white space one space, none at the ends.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// Goes over the attributes of a start tag: `a=b`, `a="b"`, `a='b'`, `a`.
struct Attributes {
  private let source: [UInt8]
  private var at: Int
  private let end: Int

  init(_ source: [UInt8], _ range: Range<Int>) {
    self.source = source
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    skip { $0.isSpace || $0 == UInt8(ascii: "/") }
    let start = at
    if at < end { at += 1 }
    skip { !$0.isSpace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
    let name = start..<at
    guard !name.isEmpty else { return nil }
    skip(\.isSpace)
    guard at < end, source[at] == UInt8(ascii: "=") else { return (name, at..<at) }
    at += 1
    skip(\.isSpace)
    return (name, value())
  }

  private mutating func value() -> Range<Int> {
    guard at < end else { return at..<at }
    let quote = source[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = at
      skip { !$0.isSpace }
      return start..<at
    }
    let start = at + 1
    at = start
    skip { $0 != quote }
    let value = start..<at
    at = min(at + 1, end)
    return value
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while at < end, isSkipped(source[at]) { at += 1 }
  }
}
