/// How many quotations of a set each actor said and each topic has.
public struct Facets: Sendable, Equatable {
  /// One count an actor, by `ActorID`.
  public private(set) var actors: [Int32]
  /// One count a topic, by `TopicID`.
  public private(set) var topics: [Int32]

  /// Counts a set of a corpus' quotations. O(the set or what is not in it, whichever is less; actors; topics).
  public init(of set: QuotationSet, in corpus: Corpus) {
    let isMost = set.count > corpus.quotationCount / 2
    self.init(counting: isMost ? set.complement : set, in: corpus)
    guard isMost else { return }
    let links = corpus.links
    actors = actors.indices.map { Facets.size(links.quotationsBySpeaker, $0) - actors[$0] }
    topics = topics.indices.map { Facets.size(links.quotationsByTopic, $0) - topics[$0] }
  }

  private init(counting set: QuotationSet, in corpus: Corpus) {
    actors = [Int32](repeating: 0, count: corpus.links.actors.count)
    topics = [Int32](repeating: 0, count: corpus.links.topics.count)
    actors.withUnsafeMutableBufferPointer { Facets.count(set, in: corpus, actors: $0) }
    topics.withUnsafeMutableBufferPointer { counts in
      let lists = corpus.links.topicsOfQuotation
      lists.items.withUnsafeBufferPointer { topics in
        set.forEach(in: 0..<lists.count) { id in
          for place in lists.range(of: id.index) { counts[topics[place].index] += 1 }
        }
      }
    }
  }

  private static func count(
    _ set: QuotationSet, in corpus: Corpus, actors counts: UnsafeMutableBufferPointer<Int32>
  ) {
    let merged = corpus.links.actorOfArticleActor
    for segment in corpus.segments {
      let (first, speakers) = (segment.firstQuotation, segment.speakerRows)
      set.forEach(in: first..<first + segment.count) { id in
        let row = speakers.single[id.index - first]
        guard row < 0 else { return counts[merged[segment.firstActor + Int(row)].index] += 1 }
        // Two of an article's actors may be one of the corpus'.
        for actor in Set(speakers[id.index - first].map { merged[segment.firstActor + Int($0)] }) {
          counts[actor.index] += 1
        }
      }
    }
  }

  private static func size(_ lists: PackedLists<QuotationID>, _ row: Int) -> Int32 {
    row < lists.count ? lists.starts[row + 1] - lists.starts[row] : 0
  }
}
