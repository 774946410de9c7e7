import QuoteModel

/// Many parsed articles -> merged actors, topics and relations.
public struct Linker: Sendable {
  private let lists: WordLists
  private let stances = StanceLists()

  /// A linker with the embedded word lists.
  public init() { self.init(lists: WordLists()) }

  /// A linker with word lists of one's own.
  public init(lists: WordLists) { self.lists = lists }

  /// Folds the words of an article's quotations for linking. One article at a time, on any thread.
  /// O(words quoted).
  public func digest(_ parsed: ParsedArticle) -> DigestedArticle {
    var digest = Digest(parsed, lists: lists, stances: stances)
    return DigestedArticle(parsed: parsed, terms: digest.terms())
  }

  /// Links everything in the segments, whose rows follow one another. O(n log n) in quotations.
  public func link(_ segments: [Segment]) -> Links {
    let merged = ActorMerging.merge(segments, lists: lists)
    let index = LinkIndex(segments, merged, lists: lists)
    let topics = Topics(index)
    var links = Links()
    links.actors = merged.actors
    links.actorOfArticleActor = merged.ofArticleActor
    links.topics = topics.topics
    links.quotationsByTopic = topics.quotationsByTopic
    links.topicsOfQuotation = topics.topicsOfQuotation
    var pairs: [(row: Int, quotation: QuotationID)] = []
    for quotation in 0..<index.count {
      for speaker in index.speakers[quotation] { pairs.append((Int(speaker), QuotationID(quotation))) }
    }
    links.quotationsBySpeaker = PackedLists(count: merged.actors.count, pairs: pairs)
    let relations = Relations(index, stances, segments)
    links.relations = relations.lists
    links.fullestForms = relations.fullestForms
    return links
  }

  /// For pairs of quotations what tells whether they are about one subject, in the order of
  /// `Similarity.weights`, and the likelihood made of it. For fitting and measuring.
  package func similarities(_ segments: [Segment], _ pairs: [(Int, Int)]) -> [(
    features: [Float], likelihood: Float
  )] {
    let index = LinkIndex(segments, ActorMerging.merge(segments, lists: lists), lists: lists)
    let context = RelationContext(index, stances)
    return pairs.map { a, b in
      let features = context.similarity.features(a, b, context.space.overlap(a, b))
      return (features.values, Similarity.probability(features))
    }
  }
}
