/// A paragraph, heading, list item, cell or the like of a page: words between two borders of blocks.
struct PageBlock {
  /// The row of the innermost block element around the words.
  var row: Int
  /// Where they stand in `PageText.bytes`.
  var range: Range<Int>
  /// How many of their bytes are links.
  var linked: Int

  /// The share of the words that is links, 0...1.
  var linkDensity: Double { range.isEmpty ? 0 : Double(linked) / Double(range.count) }
}

/// The words of a page as its reader sees them, white space folded, block by block.
struct PageText {
  /// UTF-8, blocks one behind the other.
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [PageBlock] = []

  subscript(_ block: PageBlock) -> String { bytes[block.range].text }

  private let tree: MarkupTree
  private var linked = 0
  private var start = 0
  private var endsWithSpace = true
  private var breaks = 0

  /// An element that is open: where it ends, the block it lies in or is, whether it is in a link.
  private struct Open {
    var end: Int
    var block: Int
    var isLink: Bool
  }

  /// The words below `top` (by default the whole page). O(page).
  init(_ tree: MarkupTree, below top: Int = 0) {
    self.tree = tree
    bytes.reserveCapacity(tree.source.count / 4)
    var open = [Open(end: Int(tree.nodes[top].end), block: top, isLink: false)]
    var row = top + 1
    while row < Int(tree.nodes[top].end) {
      while open.count > 1, let last = open.last, last.end <= row {
        open.removeLast()
        if let around = open.last, around.block != last.block { endBlock(last.block) }
      }
      guard let around = open.last else { break }
      let node = tree.nodes[row]
      if node.tag == .text {
        append(tree.source[Int(node.low)..<Int(node.high)], isLink: around.isLink)
      } else if node.tag == .br {
        lineBreak(around.block)
      } else if Self.isUnseen(node.tag) {
        if !node.tag.isInline { endBlock(around.block) }
        row = max(row + 1, Int(node.end))
        continue
      } else if node.tag == .hr {
        endBlock(around.block)
      } else if Int(node.end) > row + 1 {
        let isBlock = !node.tag.isInline
        if isBlock { endBlock(around.block) }
        open.append(
          Open(
            end: Int(node.end), block: isBlock ? row : around.block, isLink: around.isLink || node.tag == .a))
      }
      row += 1
    }
    while let last = open.popLast() { endBlock(last.block) }
  }

  /// Holds no words for a reader of the page.
  private static func isUnseen(_ tag: Tag) -> Bool {
    switch tag {
    case .head, .script, .style, .template, .noscript, .svg, .select, .button, .iframe, .textarea, .audio,
      .video,
      .canvas, .map, .object, .title, .noembed, .noframes, .dialog:
      true
    default: false
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, isLink: Bool) {
    let before = bytes.count
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      if byte == UInt8(ascii: "&"), let (scalar, end) = Entities.reference(in: text, at: at) {
        append(scalar)
        at = end
        continue
      }
      at += 1
      if byte.isSpace {
        addSpace()
      } else if byte == 0xC2, at < text.endIndex, text[at] == 0xA0 {
        addSpace()
        at += 1
      } else {
        bytes.append(byte)
        endsWithSpace = false
      }
    }
    if isLink { linked += bytes.count - before }
    if bytes.count > before, !endsWithSpace { breaks = 0 }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\u{A0}" || scalar.properties.isWhitespace { return addSpace() }
    // A soft hyphen and a zero-width space are hints for line breaks.
    guard scalar != "\u{AD}", scalar != "\u{200B}" else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    endsWithSpace = false
  }

  private mutating func addSpace() {
    if !endsWithSpace { bytes.append(UInt8(ascii: " ")) }
    endsWithSpace = true
  }

  /// One break inside of a sentence is where a line was wrapped; any other ends a paragraph.
  private mutating func lineBreak(_ block: Int) {
    breaks += 1
    let last = bytes[start...].last { !$0.isSpace }
    let isWrapped = last.map { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ",") } ?? false
    if breaks > 1 || !isWrapped { endBlock(block) } else { addSpace() }
  }

  private mutating func endBlock(_ row: Int) {
    var end = bytes.count
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    bytes.removeLast(bytes.count - end)
    if end > start {
      blocks.append(PageBlock(row: row, range: start..<end, linked: min(linked, end - start)))
    }
    start = end
    linked = 0
    endsWithSpace = true
  }
}
