/// Takes HTML apart as browsers do, whatever is wrong with it: tags left open, closed twice or in the wrong order.
///
/// The tokens are those of the HTML standard (13.2.5), the tree follows its rules for what ends what (13.2.6) for the
/// elements that carry text; what it says about frames, foreign content and the order of formatting does not matter
/// for text and is left out. Every byte is looked at a bounded number of times: O(bytes), however hostile.
struct MarkupReader {
  private let source: [UInt8]
  private var nodes: [MarkupNode] = []
  /// The rows of the elements that are open, outermost first.
  private var open: [Int32] = [0]
  /// How many of them are `p`.
  private var openParagraphs = 0
  private var at = 0

  /// Elements further in are not nested any deeper, as browsers do it.
  private static let deepest = 512

  /// The page's tree. O(bytes).
  static func read(_ source: [UInt8]) -> MarkupTree {
    // Offsets have 32 bits; a page is never that large.
    var reader = MarkupReader(source.count < 1 << 31 ? source : Array(source.prefix(1 << 31 - 1)))
    reader.read()
    return MarkupTree(source: reader.source, nodes: reader.nodes)
  }

  private init(_ source: [UInt8]) {
    self.source = source
    nodes.reserveCapacity(source.count / 24 + 8)
    nodes.append(MarkupNode(tag: .root, parent: -1, end: 0, low: 0, high: 0))
  }

  private mutating func read() {
    var start = 0
    while at < source.count {
      guard source[at] == UInt8(ascii: "<"), at + 1 < source.count else {
        at += 1
        continue
      }
      let next = source[at + 1]
      guard next.isLetter || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(next) else {
        at += 1
        continue
      }
      addText(start..<at)
      if next.isLetter {
        startTag()
      } else if next == UInt8(ascii: "/") {
        endTag()
      } else {
        declaration()
      }
      start = at
    }
    addText(start..<source.count)
    closeAll(downTo: 0)
  }

  // MARK: Tokens

  private mutating func startTag() {
    let name = name(from: at + 1)
    let tag = Tag(source[name])
    let low = name.upperBound
    at = low
    skipTag()
    let high = min(at, source.count)
    at = min(at + 1, source.count)
    insert(tag, low..<high)
    if tag.isRaw { rawText(of: name) }
  }

  private func name(from start: Int) -> Range<Int> {
    var end = start
    while end < source.count, !source[end].isSpace, source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    { end += 1 }
    return start..<end
  }

  /// Goes to the `>` that ends a tag, past those inside of quotes.
  private mutating func skipTag() {
    var quote: UInt8?
    var isValue = false
    while at < source.count {
      let byte = source[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return
      } else if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      if !byte.isSpace { isValue = byte == UInt8(ascii: "=") && quote == nil }
      at += 1
    }
  }

  private mutating func endTag() {
    guard at + 2 < source.count, source[at + 2].isLetter else { return declaration() }
    let name = name(from: at + 2)
    at = name.upperBound
    while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
    at = min(at + 1, source.count)
    close(Tag(source[name]))
  }

  /// A comment, a doctype, a processing instruction or a `CDATA` section, whose text counts.
  private mutating func declaration() {
    if source.has("<!--", at: at) {
      // `<!-->` is a comment too.
      at = source.find("-->", from: at + 2).map { $0 + 3 } ?? source.count
    } else if source.has("<![CDATA[", at: at) {
      let end = source.find("]]>", from: at + 9) ?? source.count
      addText(min(at + 9, end)..<end)
      at = min(end + 3, source.count)
    } else {
      while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
      at = min(at + 1, source.count)
    }
  }

  /// The content of a script and the like: everything up to its own end tag.
  private mutating func rawText(of name: Range<Int>) {
    let start = at
    while at < source.count {
      if source[at] == UInt8(ascii: "<"), source.has("</", at: at), isSame(name, at + 2) { break }
      at += 1
    }
    addText(start..<at)
    close(Tag(source[name]))
    while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
    at = min(at + 1, source.count)
  }

  private func isSame(_ name: Range<Int>, _ start: Int) -> Bool {
    guard start + name.count <= source.count else { return false }
    for offset in 0..<name.count
    where source[name.lowerBound + offset].lowercased != source[start + offset].lowercased {
      return false
    }
    let end = start + name.count
    return end == source.count || source[end].isSpace || source[end] == UInt8(ascii: ">")
      || source[end] == UInt8(ascii: "/")
  }

  // MARK: The tree

  private var current: Int { Int(open.last ?? 0) }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    add(.text, range)
  }

  private mutating func add(_ tag: Tag, _ range: Range<Int>) {
    let row = Int32(nodes.count)
    nodes.append(
      MarkupNode(
        tag: tag, parent: Int32(current), end: row + 1, low: UInt32(range.lowerBound),
        high: UInt32(range.upperBound)))
  }

  private mutating func insert(_ tag: Tag, _ range: Range<Int>) {
    if tag.closesParagraph { closeParagraph() }
    closeImplied(before: tag)
    add(tag, range)
    guard !tag.isVoid, open.count < Self.deepest else { return }
    open.append(Int32(nodes.count - 1))
    if tag == .p { openParagraphs += 1 }
  }

  private mutating func closeParagraph() {
    // Mostly there is none, and a look at all that is open would be long where that is deep.
    guard openParagraphs > 0 else { return }
    closeNearest(among: [.p], within: [.td, .th, .table, .caption, .button, .object])
  }

  /// What the start of an element ends although nothing says so.
  private mutating func closeImplied(before tag: Tag) {
    switch tag {
    case .li: closeNearest(among: [.li], within: [.ul, .ol, .menu, .table, .td])
    case .dt, .dd: closeNearest(among: [.dt, .dd], within: [.dl, .table, .td])
    case .option: closeNearest(among: [.option], within: [.select])
    case .tr: closeNearest(among: [.tr], within: [.table])
    case .td, .th: closeNearest(among: [.td, .th], within: [.tr, .table])
    case .tbody, .thead, .tfoot: closeNearest(among: [.tbody, .thead, .tfoot], within: [.table])
    case .a: closeNearest(among: [.a], within: [.td, .th, .table, .object, .div, .li, .section, .article])
    case .body: closeNearest(among: [.head], within: [])
    default: break
    }
  }

  /// Closes the innermost open element of that kind, with all inside of it, unless one of `bounds` stands between.
  private mutating func closeNearest(among tags: [Tag], within bounds: [Tag]) {
    for depth in open.indices.dropFirst().reversed() {
      let tag = nodes[Int(open[depth])].tag
      if tags.contains(tag) { return closeAll(downTo: depth) }
      if bounds.contains(tag) { return }
    }
  }

  private mutating func close(_ tag: Tag) {
    guard !tag.isVoid else { return }
    for depth in open.indices.dropFirst().reversed() {
      let other = nodes[Int(open[depth])].tag
      if other == tag { return closeAll(downTo: depth) }
      // A cell holds what is in it; formatting ends at the block around it.
      let isBound =
        [.td, .th, .table].contains(other) && ![.table, .tr, .tbody, .thead, .tfoot].contains(tag)
      if isBound || tag.isInline && !other.isInline && tag != .other { return }
    }
  }

  private mutating func closeAll(downTo depth: Int) {
    while open.count > max(depth, 1) {
      guard let row = open.popLast() else { break }
      nodes[Int(row)].end = Int32(nodes.count)
      if nodes[Int(row)].tag == .p { openParagraphs -= 1 }
    }
    if depth == 0 { nodes[0].end = Int32(nodes.count) }
  }
}
