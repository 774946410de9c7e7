import QuoteModel

/// Many parsed articles -> merged actors, topics and relations.
public struct Linker: Sendable {
  private let lists: WordLists
  /// What a person says of actors: it wins over all evidence.
  public var corrections = ActorCorrections()

  /// A linker with the embedded word lists.
  public init() { self.init(lists: WordLists()) }

  /// A linker with word lists of one's own.
  public init(lists: WordLists) { self.lists = lists }

  /// Folds the words of an article's quotations for linking. One article at a time, on any thread.
  /// O(words quoted).
  public func digest(_ parsed: ParsedArticle) -> DigestedArticle {
    var digest = Digest(parsed, lists: lists)
    return DigestedArticle(parsed: parsed, terms: digest.terms())
  }

  /// Links everything in the segments, whose rows follow one another. O(n log n) in quotations.
  public func link(_ segments: [Segment]) -> Links {
    let merged = ActorMerging.merge(segments, lists: lists, corrections: corrections)
    let index = LinkIndex(segments, merged, lists: lists)
    let topics = Topics(index)
    var links = Links()
    links.actors = merged.actors
    links.actorOfArticleActor = merged.ofArticleActor
    links.unheldCorrections = merged.unheld
    links.topics = topics.topics
    links.quotationsByTopic = topics.quotationsByTopic
    links.topicsOfQuotation = topics.topicsOfQuotation
    var pairs: [(row: Int, quotation: QuotationID)] = []
    for quotation in 0..<index.count {
      for speaker in index.speakers[quotation] { pairs.append((Int(speaker), QuotationID(quotation))) }
    }
    links.quotationsBySpeaker = PackedLists(count: merged.actors.count, pairs: pairs)
    links.relations = Relations(index).lists
    return links
  }
}
