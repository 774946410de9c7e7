import QuoteModel

extension Corpus {
  /// A corpus of one article that was linked with no other: its actors are the article's, its topics the actors
  /// and phrases of its quotations, and it knows no relations. O(article).
  public init(alone digested: DigestedArticle) {
    var digested = digested
    digested.terms += repeatElement(
      QuotationTerms(), count: max(0, digested.parsed.quotations.count - digested.terms.count))
    let actors = digested.parsed.actors
    for row in digested.parsed.quotations.indices {
      digested.parsed.quotations[row].speakers.removeAll { !actors.indices.contains($0) }
      digested.parsed.quotations[row].about.removeAll { !actors.indices.contains($0) }
    }
    let segment = Segment([digested], firstArticle: 0, firstQuotation: 0, firstActor: 0)
    self.init(segments: [segment], links: Links(alone: digested))
  }
}

extension Links {
  fileprivate init(alone digested: DigestedArticle) {
    self.init()
    actors = digested.parsed.actors
    actorOfArticleActor = actors.indices.map { ActorID($0) }
    var rows: [Topic.Name: Int] = [:]
    var (spoken, about): ([(row: Int, quotation: QuotationID)], [(row: Int, quotation: QuotationID)]) = (
      [], []
    )
    for (row, quotation) in digested.parsed.quotations.enumerated() {
      let id = QuotationID(row)
      for speaker in Set(quotation.speakers).sorted() { spoken.append((speaker, id)) }
      var topics: [Int] = []
      for name in quotation.about.map(Topic.Name.actor) + digested.terms[row].phrases.map({ .phrase($0.key) })
      {
        let topic = rows[name, default: rows.count]
        if topic == rows.count {
          rows[name] = topic
          self.topics.append(Topic(name, in: digested, row))
        }
        if !topics.contains(topic) { topics.append(topic) }
      }
      about += topics.map { ($0, id) }
      topicsOfQuotation.append(topics.map { TopicID($0) })
    }
    relations = RelationLists(digested.parsed.quotations.map { _ in [] as [Relation] })
    quotationsBySpeaker = PackedLists(count: actors.count, pairs: spoken)
    quotationsByTopic = PackedLists(count: topics.count, pairs: about)
  }
}

extension Topic {
  fileprivate enum Name: Hashable {
    case actor(Int)
    case phrase(String)
  }

  fileprivate init(_ name: Name, in digested: DigestedArticle, _ quotation: Int) {
    switch name {
    case .actor(let row):
      self.init(label: digested.parsed.actors[row].name, kind: .actor, actor: ActorID(row))
    case .phrase(let key):
      let phrase = digested.terms[quotation].phrases.first { $0.key == key }
      self.init(label: phrase?.label ?? key, kind: .phrase)
    }
  }
}
