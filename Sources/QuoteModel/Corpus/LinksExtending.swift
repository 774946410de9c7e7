extension Links {
  /// These links with those of articles behind the rest, which were linked by themselves: what is shown until everything is
  /// linked. An actor of theirs is one of these where just one bears the same name; a topic where it is called the same.
  /// What they have to do with statements of the rest is not in it. O(links).
  public func extended(by new: Links) -> Links {
    var all = self
    let firstQuotation = relations.count
    let actors = all.adoptActors(of: new)
    let topics = all.adoptTopics(of: new, actors)
    func shifted(_ id: QuotationID) -> QuotationID { QuotationID(firstQuotation + id.index) }
    all.actorOfArticleActor += new.actorOfArticleActor.map { actors[$0.index] }
    all.quotationsBySpeaker = quotationsBySpeaker.extended(
      by: new.quotationsBySpeaker, rows: actors.map(\.index), count: all.actors.count, shifted)
    all.quotationsByTopic = quotationsByTopic.extended(
      by: new.quotationsByTopic, rows: topics.map(\.index), count: all.topics.count, shifted)
    for row in 0..<new.topicsOfQuotation.count {
      var own: [TopicID] = []
      for topic in new.topicsOfQuotation[row].map({ topics[$0.index] }) where !own.contains(topic) {
        own.append(topic)
      }
      all.topicsOfQuotation.append(own)
    }
    all.relations.append(new.relations)
    all.fullestForms.append(new.fullestForms, shifted)
    return all
  }

  /// Takes in the actors of other links; returns what each is here.
  private mutating func adoptActors(of new: Links) -> [ActorID] {
    var rows: [String: Int?] = [:]
    for (row, actor) in actors.enumerated() where actor.isNamed {
      // A name that two bear is nobody's.
      rows[actor.name] = rows.keys.contains(actor.name) ? .some(nil) : row
    }
    var known: [ActorID] = []
    for actor in new.actors {
      if actor.isNamed, let row = rows[actor.name] ?? nil, actors[row].kind == actor.kind {
        known.append(ActorID(row))
      } else {
        known.append(ActorID(actors.count))
        actors.append(actor)
      }
    }
    for (actor, id) in zip(new.actors, known) where !actor.members.isEmpty {
      actors[id.index].members = actor.members.map { known[$0].index }
    }
    return known
  }

  /// The same of topics.
  private mutating func adoptTopics(of new: Links, _ actors: [ActorID]) -> [TopicID] {
    func name(_ topic: Topic) -> String { "\(topic.kind.rawValue) \(topic.code ?? topic.label)" }
    var rows: [String: TopicID] = [:]
    for (row, topic) in topics.enumerated() { rows[name(topic)] = TopicID(row) }
    let first = topics.count
    var known: [TopicID] = []
    for var topic in new.topics {
      topic.actor = topic.actor.map { actors[$0.index] }
      if let row = rows[name(topic)] {
        known.append(row)
      } else {
        known.append(TopicID(topics.count))
        topics.append(topic)
      }
    }
    for row in first..<topics.count { topics[row].parent = topics[row].parent.map { known[$0.index] } }
    return known
  }
}

extension PackedLists where Item == QuotationID {
  /// Lists of so many rows: these, and behind them the items of others, whose rows are `rows` here. O(items).
  fileprivate func extended(
    by other: PackedLists, rows: [Int], count all: Int, _ shifted: (QuotationID) -> QuotationID
  ) -> PackedLists {
    var added = [[QuotationID]](repeating: [], count: all)
    for (row, here) in rows.enumerated() { added[here] += other[row].map(shifted) }
    var lists = PackedLists()
    for row in 0..<all {
      // Two of the others may be one here, their items interleaved or the same.
      lists.append((row < count ? Array(self[row]) : []) + Set(added[row]).sorted { $0.raw < $1.raw })
    }
    return lists
  }
}

extension RelationLists {
  /// Adds the relations of quotations behind these, which are among themselves. O(their relations).
  fileprivate mutating func append(_ other: RelationLists) {
    let (firstReason, firstWord) = (reasons.count, words.count)
    for row in 0..<other.words.count { words.append { $0.append(other.words[row]) } }
    for row in 0..<other.reasons.count {
      var reader = RecordReader(other.reasons[row])
      reasons.append { record in while !reader.isAtEnd { record.number(reader.number() + firstWord) } }
    }
    for row in 0..<other.lists.count {
      var reader = RecordReader(other.lists[row])
      lists.append { record in
        while !reader.isAtEnd {
          record.number(reader.number())
          record.signed(reader.signed())
          record.number(reader.number())
          record.number(reader.number() + firstReason)
        }
      }
    }
  }
}

extension FullestForms {
  fileprivate mutating func append(_ other: FullestForms, _ shifted: (QuotationID) -> QuotationID) {
    quotations += other.quotations.map(shifted)
    forms += other.forms.map(shifted)
  }
}
