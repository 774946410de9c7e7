/// How many bytes each column takes in memory: what arrays hold, and for texts the room around them. What the allocator
/// adds to that is not in it.
public struct ColumnSizes: Sendable {
  /// A column and its bytes, in the order of the columns.
  public private(set) var all: [(column: String, bytes: Int)] = []

  /// The columns of a corpus, segments summed up.
  public init(_ corpus: Corpus) {
    for segment in corpus.segments {
      var columns = segment.columns
      columns.visit(&self)
    }
    let links = corpus.links
    var columns = LinksColumns(links)
    columns.actors = RecordLists()
    columns.topics = RecordLists()
    columns.visit(&self)
    add("actors", links.actors.reduce(0) { $0 + ColumnSizes.bytes(of: $1) })
    add(
      "topics", links.topics.reduce(0) { $0 + MemoryLayout<Topic>.stride + ColumnSizes.bytes(of: $1.label) })
  }

  private mutating func add(_ column: String, _ bytes: Int) {
    if let row = all.firstIndex(where: { $0.column == column }) {
      all[row].bytes += bytes
    } else {
      all.append((column, bytes))
    }
  }

  /// What a text takes beside its 16 bytes: nothing up to 15 bytes of UTF-8.
  private static func bytes(of text: String) -> Int { text.utf8.count > 15 ? 33 + text.utf8.count : 0 }

  private static func bytes(of actor: Actor) -> Int {
    let texts = [actor.name] + actor.aliases + actor.roles.map(\.title)
    let arrays = [
      actor.aliases.count * MemoryLayout<String>.stride, actor.roles.count * MemoryLayout<Actor.Role>.stride,
      actor.members.count * MemoryLayout<Int>.stride,
    ]
    return MemoryLayout<Actor>.stride + texts.reduce(0) { $0 + bytes(of: $1) }
      + arrays.reduce(0) { $0 + ($1 > 0 ? $1 + 32 : 0) }
  }
}

extension ColumnSizes: ColumnVisitor {
  typealias Failure = Never

  mutating func visit<Item: BitwiseCopyable>(_ name: StaticString, _ column: inout [Item]) {
    add("\(name)", column.capacity * MemoryLayout<Item>.stride)
  }

  mutating func visit(_ name: StaticString, _ texts: inout [String]) {
    add("\(name)", texts.reduce(0) { $0 + $1.utf8.count })
    add("\(name): what goes with them", texts.count * (MemoryLayout<String>.stride + 33))
  }
}
