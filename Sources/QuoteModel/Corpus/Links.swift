/// What holds a corpus together across articles; linking makes one for a list of segments.
public struct Links: Sendable {
  /// The merged actors.
  public var actors: [Actor]
  /// For each article actor, counted over all segments, the actor it belongs to.
  public var actorOfArticleActor: [ActorID]
  /// What a person said of actors when this was linked.
  public var corrections: ActorCorrections
  /// Corrections that say that two names are two actors, and that others contradict.
  public var unheldCorrections: [ActorCorrections.Correction]
  /// The topics.
  public var topics: [Topic]
  /// Quotations each actor is a speaker of, ascending.
  public var quotationsBySpeaker: PackedLists<QuotationID>
  /// Quotations of each topic, ascending.
  public var quotationsByTopic: PackedLists<QuotationID>
  /// Topics of each quotation, the strongest first.
  public var topicsOfQuotation: CountedLists<TopicID>
  /// Relations of each quotation, the strongest first.
  public var relations: RelationLists
  /// For each quotation the fullest form of the same words.
  public var fullestForms: FullestForms

  /// Gives back the room kept for more. O(links).
  public mutating func trim() {
    quotationsBySpeaker.trim()
    quotationsByTopic.trim()
    topicsOfQuotation.trim()
  }

  /// Links of an empty corpus.
  public init() {
    actors = []
    actorOfArticleActor = []
    corrections = ActorCorrections()
    unheldCorrections = []
    topics = []
    quotationsBySpeaker = PackedLists()
    quotationsByTopic = PackedLists()
    topicsOfQuotation = CountedLists()
    relations = RelationLists()
    fullestForms = FullestForms()
  }
}
