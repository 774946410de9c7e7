/// An XML document taken apart: its elements and texts, in order.
///
/// Feeds are often not well-formed, and a strict parser gives nothing of them behind the first error. This one goes on,
/// and says where the first error was. Entities that a document declares itself are never expanded and nothing outside
/// of it is ever read, so that neither can do harm (Entities' own bombs, external files). O(bytes), however hostile.
struct XMLTree {
  /// An element or a text.
  struct Node {
    /// An element's name without its prefix; empty for a text.
    var name: Substring = ""
    /// A text, references resolved.
    var text = ""
    var parent: Int32
    /// The row behind the last one that lies in it.
    var end: Int32
    /// Where an element's attributes stand in the source.
    var attributes: Range<Int> = 0..<0
  }

  /// In the order of the source, each before what lies in it; row 0 stands for the document.
  private(set) var nodes = [Node(parent: -1, end: 1)]
  /// What is wrong first, and in which line.
  private(set) var failure: (reason: String, line: Int)?
  private let source: [UInt8]
  private var open: [Int32] = [0]
  private var at = 0

  /// Elements further in are not nested any deeper.
  private static let deepest = 256

  /// Takes a document apart, which is UTF-8. O(bytes).
  init(_ source: [UInt8]) {
    self.source = source
    read()
  }

  // MARK: What it holds

  /// The outermost element.
  var root: Int? { nodes.indices.dropFirst().first { !nodes[$0].name.isEmpty } }

  /// The rows inside of an element, itself left out.
  func inside(_ row: Int) -> Range<Int> { row + 1..<max(row + 1, Int(nodes[row].end)) }

  /// The elements of that name right below a row. O(children).
  func children(_ row: Int, _ name: String) -> [Int] { children(row).filter { nodes[$0].name == name } }

  /// The elements and texts right below a row. O(children).
  func children(_ row: Int) -> [Int] {
    var (out, next): ([Int], Int) = ([], row + 1)
    while next < Int(nodes[row].end) {
      out.append(next)
      next = max(next + 1, Int(nodes[next].end))
    }
    return out
  }

  /// The first element of that name anywhere inside. O(content).
  func first(_ name: String, in row: Int) -> Int? { inside(row).first { nodes[$0].name == name } }

  /// All elements of that name anywhere inside. O(content).
  func all(_ name: String, in row: Int) -> [Int] { inside(row).filter { nodes[$0].name == name } }

  /// The text inside. O(content).
  func text(_ row: Int) -> String { inside(row).map { nodes[$0].text }.joined() }

  /// The first child of one of those names that holds words, as one line; names asked in order. O(children).
  func line(_ row: Int, _ names: String...) -> String? {
    names.lazy.flatMap { name in children(row, name).map { text($0).oneLine } }.first { !$0.isEmpty }
  }

  /// The value of an attribute by its name without prefix. O(tag).
  func attribute(_ name: StaticString, of row: Int) -> String? {
    var attributes = Attributes(source, nodes[row].attributes)
    while let found = attributes.next() {
      let local = source[found.name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? found.name.lowerBound
      if found.name.upperBound - local == name.utf8CodeUnitCount, source.has(name, at: local) {
        return Entities.decode(source[found.value])
      }
    }
    return nil
  }

  /// An element with all inside of it, as it stands in the source. O(content).
  func markup(inside row: Int) -> ArraySlice<UInt8> {
    let start = nodes[row].attributes.upperBound + 1
    // The document may end inside of the tag.
    guard start < source.count else { return [] }
    // Up to its end tag: the last one of its name before the next row that is not inside.
    let next = Int(nodes[row].end)
    let limit =
      next < nodes.count && !nodes[next].name.isEmpty ? nodes[next].attributes.lowerBound : source.count
    var end = limit
    let closing = Array(nodes[row].name.utf8)
    while end > start + 2 {
      end -= 1
      if source[end] == UInt8(ascii: "/"), source[end - 1] == UInt8(ascii: "<") {
        let tag = source[(end + 1)...].prefix { !$0.isSpace && $0 != UInt8(ascii: ">") }
        if tag.suffix(closing.count).elementsEqual(closing) { return source[start..<end - 1] }
      }
    }
    return source[start..<limit]
  }

  // MARK: Reading

  private mutating func read() {
    var start = at
    while at < source.count {
      guard source[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      addText(source[start..<at], isRaw: false)
      if source.has("<![CDATA[", at: at) {
        let end = source.find("]]>", from: at + 9) ?? source.count
        addText(source[min(at + 9, end)..<end], isRaw: true)
        skip(to: end + 3)
      } else if source.has("<!--", at: at) {
        skip(to: source.find("-->", from: at + 4).map { $0 + 3 } ?? source.count + 1)
      } else if source.has("<?", at: at) {
        skip(to: source.find("?>", from: at + 2).map { $0 + 2 } ?? source.count + 1)
      } else if source.has("<!", at: at) {
        skipDoctype()
      } else if source.has("</", at: at) {
        endTag()
      } else {
        startTag()
      }
      start = at
    }
    addText(source[start..<source.count], isRaw: false)
    if open.count > 1 { fail("ends inside of <\(nodes[Int(open[1])].name)>") }
    close(downTo: 0)
  }

  private mutating func skip(to end: Int) {
    if end > source.count { fail("ends in the middle of markup") }
    at = min(end, source.count)
  }

  /// A document type, with the declarations it may hold.
  private mutating func skipDoctype() {
    var depth = 0
    while at < source.count {
      switch source[at] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return skip(to: at + 1)
      default: break
      }
      at += 1
    }
    fail("ends in the middle of markup")
  }

  private mutating func startTag() {
    let start = at + 1
    var end = start
    while end < source.count, !source[end].isSpace, source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    guard end > start else {
      fail("has a '<' that begins nothing")
      at += 1
      return
    }
    var quote: UInt8?
    at = end
    while at < source.count, quote != nil || source[at] != UInt8(ascii: ">") {
      let byte = source[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      at += 1
    }
    let isEmpty = at > end && at <= source.count && source[at - 1] == UInt8(ascii: "/")
    let row = Int32(nodes.count)
    nodes.append(
      Node(name: Self.local(source[start..<end]), parent: open.last ?? 0, end: row + 1, attributes: end..<at))
    if !isEmpty, open.count < Self.deepest { open.append(row) }
    skip(to: at + 1)
  }

  private mutating func endTag() {
    let start = at + 2
    at = start
    while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
    let name = Self.local(source[min(start, at)..<at].prefix { !$0.isSpace })
    let depth = open.indices.dropFirst().last { nodes[Int(open[$0])].name == name }
    if let depth {
      if depth != open.count - 1 { fail("closes <\(name)> too early") }
      close(downTo: depth)
    } else if open.count < Self.deepest {
      fail("closes <\(name)>, which is not open")
    }
    skip(to: at + 1)
  }

  private static func local(_ name: ArraySlice<UInt8>) -> Substring {
    let text = name.text
    return text.lastIndex(of: ":").map { text[text.index(after: $0)...] } ?? text[...]
  }

  private mutating func addText(_ bytes: ArraySlice<UInt8>, isRaw: Bool) {
    guard !bytes.isEmpty, open.count > 1 else { return }
    let row = Int32(nodes.count)
    nodes.append(
      Node(text: isRaw ? bytes.text : Entities.decode(bytes), parent: open.last ?? 0, end: row + 1))
  }

  private mutating func close(downTo depth: Int) {
    while open.count > max(depth, 1) {
      if let row = open.popLast() { nodes[Int(row)].end = Int32(nodes.count) }
    }
    if depth == 0 { nodes[0].end = Int32(nodes.count) }
  }

  private mutating func fail(_ reason: String) {
    guard failure == nil else { return }
    failure = (reason, source[..<min(at, source.count)].count { $0 == UInt8(ascii: "\n") } + 1)
  }
}
