/// Everything the links of a corpus hold, as flat columns. `visit` is the one list of them.
struct LinksColumns: Sendable {
  var actors = RecordLists()
  var actorOfArticleActor: [ActorID] = []
  var corrections = RecordLists()
  var topics = RecordLists()
  var quotationsBySpeaker = PackedLists<QuotationID>()
  var quotationsByTopic = PackedLists<QuotationID>()
  var topicsOfQuotation = CountedLists<TopicID>()
  var relations = RelationLists()
  var fullestForms = FullestForms()
  var said = RecordLists()

  /// Shows every column to a visitor, always in this order.
  mutating func visit<Visitor: ColumnVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit("actors", &actors)
    try visitor.visit("actors of article actors", &actorOfArticleActor)
    try visitor.visit("corrections", &corrections)
    try visitor.visit("topics", &topics)
    try visitor.visit("quotations of speakers", &quotationsBySpeaker)
    try visitor.visit("quotations of topics", &quotationsByTopic)
    try visitor.visit("topics of quotations", &topicsOfQuotation)
    try visitor.visit("relations", &relations.lists)
    try visitor.visit("reasons of relations", &relations.reasons)
    try visitor.visit("words of reasons", &relations.words)
    try visitor.visit("repeated quotations", &fullestForms.quotations)
    try visitor.visit("fullest forms", &fullestForms.forms)
    try visitor.visit("said of actors", &said)
  }
}

extension LinksColumns {
  init(_ links: Links) {
    for actor in links.actors { actors.append { $0.actor(actor) } }
    for correction in links.unheldCorrections { corrections.append { $0.correction(correction) } }
    for correction in links.corrections.sorted { said.append { $0.correction(correction) } }
    for topic in links.topics { topics.append { $0.topic(topic) } }
    (actorOfArticleActor, fullestForms) = (links.actorOfArticleActor, links.fullestForms)
    (quotationsBySpeaker, quotationsByTopic) = (links.quotationsBySpeaker, links.quotationsByTopic)
    (topicsOfQuotation, relations) = (links.topicsOfQuotation, links.relations)
  }

  var links: Links {
    var links = Links()
    links.actors = (0..<actors.count).map { row in
      var reader = RecordReader(actors[row])
      var actor = reader.actor()
      actor.members.removeAll { !(0..<actors.count).contains($0) }
      return actor
    }
    links.unheldCorrections = (0..<corrections.count).map { row in
      var reader = RecordReader(corrections[row])
      return reader.correction()
    }
    for row in 0..<said.count {
      var reader = RecordReader(said[row])
      links.corrections.add(reader.correction())
    }
    links.topics = (0..<topics.count).map { row in
      var reader = RecordReader(topics[row])
      return reader.topic(actors: actors.count, topics: topics.count)
    }
    (links.actorOfArticleActor, links.fullestForms) = (actorOfArticleActor, fullestForms)
    (links.quotationsBySpeaker, links.quotationsByTopic) = (quotationsBySpeaker, quotationsByTopic)
    (links.topicsOfQuotation, links.relations) = (topicsOfQuotation, relations)
    return links
  }

  /// The first column found to hold what cannot be in a corpus of so many quotations and article actors, if there is one.
  /// O(links).
  fileprivate func unsound(quotations: Int, articleActors: Int) -> String? {
    guard actors.isSound(actors.count), corrections.isSound(corrections.count), said.isSound(said.count),
      topics.isSound(topics.count)
    else { return "actors, corrections, topics" }
    func isID(_ id: some Identifier, _ count: Int) -> Bool { id.raw >= 0 && id.index < count }
    func isIDs(_ ids: [some Identifier], _ count: Int) -> Bool { ids.allSatisfy { isID($0, count) } }
    guard actorOfArticleActor.count == articleActors, isIDs(actorOfArticleActor, actors.count) else {
      return "actors of article actors"
    }
    guard quotationsBySpeaker.isSound(actors.count), isIDs(quotationsBySpeaker.items, quotations) else {
      return "quotations of speakers"
    }
    guard quotationsByTopic.isSound(topics.count), isIDs(quotationsByTopic.items, quotations) else {
      return "quotations of topics"
    }
    guard topicsOfQuotation.isSound(quotations), isIDs(topicsOfQuotation.items, topics.count) else {
      return "topics of quotations"
    }
    guard relations.lists.isSound(quotations), relations.reasons.isSound(relations.reasons.count),
      relations.words.isSound(relations.words.count)
    else { return "relations" }
    return fullestForms.isSound(quotations) ? nil : "fullest forms"
  }
}

extension Links {
  static let kind: UInt64 = 0x736B_6E69_6C73_6877  // "whslinks"

  /// Its columns as bytes, to be written somewhere and read again. O(links).
  public func bytes() -> [UInt8] {
    var columns = LinksColumns(self)
    return ColumnBytes.write(Links.kind, { columns.visit(&$0) })
  }

  /// The links of bytes that `bytes()` made, for the segments they were made for. Everything that is an index of something
  /// is checked; other bytes are an error. O(links).
  public init(bytes: UnsafeRawBufferPointer, for segments: [Segment]) throws(ColumnFailure) {
    var reader = try ColumnBytes.reader(of: bytes, Links.kind)
    var columns = LinksColumns()
    try columns.visit(&reader)
    guard reader.isAtEnd else { throw .truncated }
    let corpus = Corpus(segments: segments, links: Links())
    let unsound = columns.unsound(
      quotations: corpus.quotationCount, articleActors: corpus.articleActorCount)
    if let unsound { throw .damaged(unsound) }
    self = columns.links
  }
}

extension RecordWriter {
  fileprivate mutating func correction(_ correction: ActorCorrections.Correction) {
    for name in [correction.first, correction.second] {
      text(name.name)
      optional(name.article)
    }
    number(correction.isSame ? 1 : 0)
  }
}

extension RecordReader {
  fileprivate mutating func correction() -> ActorCorrections.Correction {
    let first = name()
    let second = name()
    return ActorCorrections.Correction(first, second, isSame: number() == 1)
  }

  private mutating func name() -> ActorCorrections.Name {
    let name = text()
    return ActorCorrections.Name(name, in: optional())
  }
}
