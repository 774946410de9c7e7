/// How many quotations of a set each actor said and each topic has.
public struct Facets: Sendable, Equatable {
  /// One count an actor, by `ActorID`.
  public private(set) var actors: [Int32]
  /// One count a topic, by `TopicID`.
  public private(set) var topics: [Int32]

  /// Counts a set of a corpus' quotations. O(set), and O(actors + topics) where it is the whole corpus.
  public init(of set: QuotationSet, in corpus: Corpus) {
    let links = corpus.links
    if set.count == corpus.quotationCount {
      actors = Facets.sizes(links.quotationsBySpeaker, links.actors.count)
      topics = Facets.sizes(links.quotationsByTopic, links.topics.count)
      return
    }
    var actors = [Int32](repeating: 0, count: links.actors.count)
    var topics = [Int32](repeating: 0, count: links.topics.count)
    corpus.visit(set) { id, segment, row in
      let rows = segment.speakerRows[row]
      for (place, row) in rows.enumerated() {
        let actor = links.actorOfArticleActor[segment.firstActor + Int(row)]
        // Two of an article's actors may be one of the corpus'.
        let isCounted = rows.prefix(place).contains {
          links.actorOfArticleActor[segment.firstActor + Int($0)] == actor
        }
        if !isCounted { actors[actor.index] += 1 }
      }
      guard id.index < links.topicsOfQuotation.count else { return }
      for topic in links.topicsOfQuotation[id.index] { topics[topic.index] += 1 }
    }
    self.actors = actors
    self.topics = topics
  }

  private static func sizes(_ lists: PackedLists<QuotationID>, _ count: Int) -> [Int32] {
    (0..<count).map { $0 < lists.count ? Int32(lists[$0].count) : 0 }
  }
}
