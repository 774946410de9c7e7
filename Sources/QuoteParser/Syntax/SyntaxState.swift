import QuoteModel

/// A sentence half parsed (arc-hybrid; Kuhlmann, Gómez-Rodríguez & Satta 2011): a stack, what is still to be read, and
/// the arcs made so far. The root stands behind the last token.
package struct SyntaxState {
  /// What can be done next.
  package enum Action: Int, CaseIterable, Sendable {
    /// The next token goes on the stack.
    case shift
    /// The top of the stack depends on the next token.
    case left
    /// The top of the stack depends on what lies below it.
    case right
  }

  /// One token of the sentence, and the root behind the last.
  package struct Node {
    /// Hash of the token in lower case.
    var word: UInt32 = 0
    /// Its part of speech.
    var tag: UInt32 = 98
    /// What it depends on; the number of tokens for the root, -1 while there is none.
    package var head: Int32 = -1
    /// What it is to that.
    package var role = GrammaticalRole.root
    /// Its first child, or -1.
    var first: Int32 = -1
    /// Its last child, or -1.
    var last: Int32 = -1
    var leftCount: UInt8 = 0
    var rightCount: UInt8 = 0
  }

  /// The tokens and the root.
  package private(set) var nodes: [Node] = []
  /// Tokens that wait for their head.
  package private(set) var stack: [Int32] = []
  /// The next token.
  package private(set) var next: Int32 = 0

  /// No sentence.
  package init() {}

  /// How many tokens there are.
  package var count: Int { nodes.count - 1 }

  /// Begins a sentence.
  package mutating func begin(_ words: Words, _ sentence: Range<Int>) {
    nodes.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    next = 0
    for at in sentence {
      nodes.append(Node(word: words.lower[at], tag: UInt32(words.tags[at].rawValue)))
    }
    nodes.append(Node(tag: 97))
  }

  /// Whether every token has its head.
  package var isDone: Bool { next == count && stack.isEmpty }

  /// The only thing that can be done, where there is no choice.
  package var onlyAction: Action? {
    if stack.isEmpty { return .shift }
    return next == count && stack.count == 1 ? .left : nil
  }

  /// Whether it can be done.
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: next < count
    case .left: !stack.isEmpty
    case .right: stack.count > 1
    }
  }

  /// The head and the dependent of the arc that an action makes.
  package func arc(_ action: Action) -> (head: Int32, dependent: Int32)? {
    switch action {
    case .shift: nil
    case .left: (next, stack[stack.count - 1])
    case .right: (stack[stack.count - 2], stack[stack.count - 1])
    }
  }

  /// Puts the next token on the stack.
  package mutating func shift() {
    stack.append(next)
    next += 1
  }

  /// Takes the top off the stack and ties it to its head.
  package mutating func tie(_ arc: (head: Int32, dependent: Int32), _ role: GrammaticalRole) {
    stack.removeLast()
    let (head, dependent) = (Int(arc.head), Int(arc.dependent))
    nodes[dependent].head = arc.head
    nodes[dependent].role = role
    if dependent < head {
      if nodes[head].first < 0 || dependent < Int(nodes[head].first) { nodes[head].first = arc.dependent }
      nodes[head].leftCount = min(3, nodes[head].leftCount + 1)
    } else {
      if dependent > Int(nodes[head].last) { nodes[head].last = arc.dependent }
      nodes[head].rightCount = min(3, nodes[head].rightCount + 1)
    }
  }
}
