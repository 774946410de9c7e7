import QuoteModel

/// What the parser asks before it acts: the words on the stack and ahead, how far apart they are and what they govern
/// already (Zhang & Nivre 2011).
package enum SyntaxFeatures {
  /// At most that many features.
  package static let capacity = 64

  private static let outside = SyntaxState.Node(word: 0, tag: 99)

  @inline(__always)
  private static func node(_ nodes: UnsafeBufferPointer<SyntaxState.Node>, _ at: Int32) -> SyntaxState.Node {
    at >= 0 && Int(at) < nodes.count ? nodes[Int(at)] : outside
  }

  @inline(__always)
  private static func role(_ nodes: UnsafeBufferPointer<SyntaxState.Node>, _ at: Int32) -> UInt32 {
    at >= 0 && Int(at) < nodes.count ? UInt32(nodes[Int(at)].role.rawValue) : 31
  }

  @inline(__always)
  private static func distance(_ a: Int32, _ b: Int32) -> UInt32 {
    let steps = abs(b - a)
    return UInt32(steps < 5 ? steps : steps < 10 ? 5 : 6)
  }

  /// Fills the buffer with what tells the next action; the stack is not empty.
  package static func actions(_ state: borrowing SyntaxState, _ buffer: inout FeatureBuffer) {
    buffer.clear()
    let depth = state.stack.count
    let top = state.stack[depth - 1]
    let (below, lowest) = (depth > 1 ? state.stack[depth - 2] : -1, depth > 2 ? state.stack[depth - 3] : -1)
    let next = state.next
    state.nodes.withUnsafeBufferPointer { nodes in
      let (s0, s1, s2) = (node(nodes, top), node(nodes, below), node(nodes, lowest))
      let (b0, b1, b2) = (node(nodes, next), node(nodes, next + 1), node(nodes, next + 2))
      addWords(s0, s1, s2, b0, b1, b2, &buffer)
      let (left, right) = (role(nodes, s0.first), role(nodes, s0.last))
      let (ahead, under) = (role(nodes, b0.first), role(nodes, s1.last))
      let apart = distance(top, next)
      let tags = s0.tag | b0.tag << 7
      buffer.add(40, s0.word, apart)
      buffer.add(41, s0.tag | apart << 7)
      buffer.add(42, b0.word, apart)
      buffer.add(43, tags | apart << 14)
      let counts = UInt32(s0.leftCount) | UInt32(s0.rightCount) << 2 | UInt32(b0.leftCount) << 4
      buffer.add(44, tags | counts << 14)
      buffer.add(45, s0.word, counts)
      buffer.add(46, tags | left << 14 | right << 19)
      buffer.add(47, tags | ahead << 14 | right << 19)
      buffer.add(48, s0.word, left | right << 5)
      buffer.add(49, b0.word, ahead)
      buffer.add(50, s0.tag | s1.tag << 7 | under << 14 | left << 19)
      buffer.add(51, s1.word, under | s0.tag << 5)
      buffer.add(52, tags | node(nodes, s0.first).tag << 14 | node(nodes, s0.last).tag << 21)
      buffer.add(53, s1.tag | s0.tag << 7 | node(nodes, s0.first).tag << 14 | node(nodes, s1.last).tag << 21)
      buffer.add(54, tags | node(nodes, b0.first).tag << 14)
      buffer.add(55, node(nodes, s0.first).word, tags)
      buffer.add(56, node(nodes, next - 1).tag | tags << 7)
    }
  }

  @inline(__always)
  private static func addWords(
    _ s0: SyntaxState.Node, _ s1: SyntaxState.Node, _ s2: SyntaxState.Node, _ b0: SyntaxState.Node,
    _ b1: SyntaxState.Node, _ b2: SyntaxState.Node, _ buffer: inout FeatureBuffer
  ) {
    let tags = s0.tag | b0.tag << 7
    buffer.add(0, 0)
    buffer.add(1, s0.word)
    buffer.add(2, s0.tag)
    buffer.add(3, s0.word, s0.tag)
    buffer.add(4, b0.word)
    buffer.add(5, b0.tag)
    buffer.add(6, b0.word, b0.tag)
    buffer.add(7, b1.word)
    buffer.add(8, b1.tag)
    buffer.add(9, b2.tag)
    buffer.add(10, s1.word)
    buffer.add(11, s1.tag)
    buffer.add(12, s0.word, tags)
    buffer.add(13, b0.word, tags)
    buffer.add(14, s0.word, b0.word)
    buffer.add(15, tags)
    buffer.add(16, b0.tag | b1.tag << 7)
    buffer.add(17, s0.tag | s1.tag << 7)
    buffer.add(18, s1.word, s0.tag)
    buffer.add(19, s0.word, s1.tag)
    buffer.add(20, s0.word, s1.word)
    buffer.add(21, tags | b1.tag << 14)
    buffer.add(22, tags | b1.tag << 14 | b2.tag << 21)
    buffer.add(23, tags | s1.tag << 14)
    buffer.add(24, tags | s1.tag << 14 | s2.tag << 21)
    buffer.add(25, tags | s1.tag << 14 | b1.tag << 21)
    buffer.add(26, s1.word, tags)
    buffer.add(27, b1.word, tags)
    buffer.add(28, s0.word, b0.tag | b1.tag << 7)
    buffer.add(29, b0.word, s0.tag | s1.tag << 7)
  }

  /// Fills the buffer with what tells what a dependent is to its head.
  package static func roles(
    _ state: borrowing SyntaxState, _ arc: (head: Int32, dependent: Int32), _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    state.nodes.withUnsafeBufferPointer { nodes in
      let (head, own) = (node(nodes, arc.head), node(nodes, arc.dependent))
      let side: UInt32 = arc.head > arc.dependent ? 1 : 0
      let tags = head.tag | own.tag << 7 | side << 14
      let first = node(nodes, own.first)
      let taken = role(nodes, head.first) | role(nodes, head.last) << 5
      buffer.add(0, side)
      buffer.add(1, own.word, side)
      buffer.add(2, own.word, tags)
      buffer.add(3, head.word, tags)
      buffer.add(4, tags)
      buffer.add(5, own.word, head.word)
      buffer.add(6, tags | distance(arc.head, arc.dependent) << 15)
      buffer.add(7, first.word, tags)
      buffer.add(8, tags | first.tag << 15 | UInt32(first.role.rawValue) << 22)
      buffer.add(9, tags | taken << 15)
      buffer.add(10, head.word, taken)
      buffer.add(11, tags | node(nodes, arc.dependent + 1).tag << 15)
      buffer.add(12, tags | node(nodes, arc.dependent - 1).tag << 15)
      buffer.add(13, node(nodes, arc.dependent - 1).word, tags)
      buffer.add(14, tags | node(nodes, own.last).tag << 15)
      buffer.add(15, tags | node(nodes, head.first).tag << 15 | node(nodes, head.last).tag << 22)
    }
  }
}
