import QuoteModel

/// Where mentions stand, for those who ask what is near: rows by the sentence they begin in, and roles by name.
struct MentionIndex {
  private var rowsOfSentence: [[Int32]]
  private var actorOfName: [String: Int] = [:]

  init(sentences: Int) { rowsOfSentence = Array(repeating: [], count: sentences) }

  /// O(1).
  mutating func add(row: Int, sentence: Int) { rowsOfSentence[sentence].append(Int32(row)) }

  /// The first actor of a name in small letters stays.
  mutating func add(actor: Int, name: String) {
    if actorOfName[name] == nil { actorOfName[name] = actor }
  }

  func actor(named name: String) -> Int? { actorOfName[name] }

  /// Rows of the mentions that begin in those sentences. O(mentions there).
  func rows(in sentences: ClosedRange<Int>) -> [Int] {
    sentences.flatMap { rowsOfSentence[$0].map(Int.init) }
  }
}

extension Coreference {
  /// Makes the index of everything that is placed so far. O(mentions + actors).
  mutating func indexMentions() {
    index = MentionIndex(sentences: context.sentences.count)
    ordered = mentions.count
    for (row, mention) in mentions.enumerated() {
      index.add(row: row, sentence: Int(context.sentenceOf[mention.tokens.lowerBound]))
    }
    for (row, actor) in actors.enumerated() { index.add(actor: row, name: actor.name.lowercased()) }
  }

  /// Places a mention behind those there are.
  mutating func addLate(_ mention: Placed) {
    index.add(row: mentions.count, sentence: Int(context.sentenceOf[mention.tokens.lowerBound]))
    mentions.append(mention)
  }

  /// The mentions that begin in the sentences of a span or in the one before it, in the order they were placed.
  func near(_ span: Range<Int>) -> [Placed] {
    let first = max(0, Int(context.sentenceOf[span.lowerBound]) - 1)
    let last = Int(context.sentenceOf[span.upperBound - 1])
    return index.rows(in: first...max(first, last)).sorted().map { mentions[$0] }
  }
}
