import QuoteModel

/// The names that the finder looks through, folded, one behind the other: made when it is opened or its scope changes,
/// gone when it is closed.
struct FinderNames: Sendable {
  /// Which letters a name holds; figures share a place, and so does everything else.
  struct Letters: OptionSet {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ folded: some Sequence<UInt8>) {
      rawValue = folded.reduce(0) { letters, byte in
        letters | 1 << (byte &- 0x61 < 26 ? UInt32(byte - 0x61) : byte &- 0x30 < 10 ? 26 : 27)
      }
    }
  }

  private(set) var items: [Finder.Item] = []
  private var letters: [Letters] = []
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]

  /// Everything of a scope. O(names).
  init(_ scope: Finder.Scope, _ state: BrowserState) {
    let corpus = state.corpus
    func wants(_ one: Finder.Scope) -> Bool { scope == .everything || scope == one }
    if wants(.commands) {
      for row in Command.all.indices where Command.all[row].applies(to: state.focus) {
        add(.command(row), Command.all[row].title)
      }
    }
    if wants(.actors) {
      for (row, actor) in corpus.links.actors.enumerated() { add(.actor(ActorID(row)), actor.name) }
    }
    if wants(.topics) {
      for (row, topic) in corpus.links.topics.enumerated() { add(.topic(TopicID(row)), topic.label) }
    }
    if wants(.articles) {
      for segment in corpus.segments {
        segment.visitTitles { add(.article(ArticleID(segment.firstArticle + $0)), $1) }
      }
    }
  }

  private mutating func add(_ item: Finder.Item, _ name: String) {
    var name = name
    name.withUTF8 { add(item, $0) }
  }

  private mutating func add(_ item: Finder.Item, _ name: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    Folding.append(name, to: &bytes)
    items.append(item)
    starts.append(bytes.count)
    letters.append(Letters(bytes[start...]))
  }

  /// Shows those of some rows that match, with their quick scores. O(rows).
  func forEach(of rows: [Int32], matching match: FuzzyMatch, _ body: (Int32, Int) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for row in rows where match.mayMatch(letters[Int(row)]) {
        let name = starts[Int(row)]..<starts[Int(row) + 1]
        if let score = match.quickScore(UnsafeBufferPointer(rebasing: bytes[name])) { body(row, score) }
      }
    }
  }
}
