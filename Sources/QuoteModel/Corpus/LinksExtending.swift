/// Where the articles of a small corpus stand in a large one: some of the large one's own, and behind them new ones, which
/// are to go behind everything there.
public struct Surroundings: Sendable {
  /// The rows of the large corpus' quotations that are in the small one, ascending.
  var quotations: [QuotationID] = []
  /// The rows of its article actors that are in the small one, counted over all segments, ascending.
  var articleActors: [Int] = []

  /// Those of some articles of a corpus, each by its segment and its row there, ascending. O(their quotations and actors).
  public init(_ articles: [(segment: Segment, row: Int)]) {
    for (segment, row) in articles {
      quotations += segment.quotations(row).map { QuotationID(segment.firstQuotation + $0) }
      articleActors += segment.actorRows(row).map { segment.firstActor + $0 }
    }
  }
}

extension Links {
  /// These links with those of articles behind the rest, which were linked with the articles they touch alone: what is
  /// shown until everything is linked. `new` is of the `surroundings` and of what is new behind them.
  ///
  /// What was linked stays as it is; new statements and relations with them come to it. An actor of the new articles is the
  /// one that the articles around have, else the only one here of the same name; a topic the one of the same name. O(links).
  public func extended(by new: Links, around surroundings: Surroundings) -> Links {
    var all = self
    let (around, count) = (surroundings.quotations.count, relations.count)
    func place(_ id: QuotationID) -> QuotationID {
      id.index < around ? surroundings.quotations[id.index] : QuotationID(count + id.index - around)
    }
    let actors = all.adoptActors(of: new, around: surroundings)
    let topics = all.adoptTopics(of: new, behind: around, actors)
    all.actorOfArticleActor += new.actorOfArticleActor.dropFirst(surroundings.articleActors.count)
      .map { actors[$0.index] }
    all.quotationsBySpeaker = quotationsBySpeaker.extended(
      by: new.quotationsBySpeaker, behind: around, rows: actors.map(\.index), count: all.actors.count, place)
    all.quotationsByTopic = quotationsByTopic.extended(
      by: new.quotationsByTopic, behind: around, rows: topics.map { $0?.index }, count: all.topics.count,
      place)
    for row in around..<new.relations.count {
      var own: [TopicID] = []
      for case .some(let topic) in new.topicsOfQuotation[row].map({ topics[$0.index] })
      where !own.contains(topic) { own.append(topic) }
      all.topicsOfQuotation.append(own)
    }
    all.relations = relations.extended(by: new.relations, behind: around, place)
    all.fullestForms.append(new.fullestForms, count: new.relations.count, behind: around, place)
    return all
  }

  /// Takes in the actors of other links; returns what each is here.
  private mutating func adoptActors(of new: Links, around surroundings: Surroundings) -> [ActorID] {
    var rows: [String: Int?] = [:]
    for (row, actor) in actors.enumerated() where actor.isNamed {
      // A name that two bear is nobody's.
      rows[actor.name] = rows.keys.contains(actor.name) ? .some(nil) : row
    }
    // What most of an actor's articles around call it here.
    var votes = [[ActorID: Int]](repeating: [:], count: new.actors.count)
    for (row, actor) in zip(surroundings.articleActors, new.actorOfArticleActor) {
      votes[actor.index][actorOfArticleActor[row], default: 0] += 1
    }
    var known: [ActorID] = []
    for (actor, votes) in zip(new.actors, votes) {
      if let most = votes.max(by: { ($0.value, $1.key.raw) < ($1.value, $0.key.raw) }) {
        known.append(most.key)
      } else if actor.isNamed, let row = rows[actor.name] ?? nil, actors[row].kind == actor.kind {
        known.append(ActorID(row))
      } else {
        known.append(ActorID(actors.count))
        actors.append(actor)
      }
    }
    let first = quotationsBySpeaker.count
    for (actor, id) in zip(new.actors, known) where !actor.members.isEmpty && id.index >= first {
      actors[id.index].members = actor.members.map { known[$0].index }
    }
    return known
  }

  /// The same of topics; those of the articles around alone are left out.
  private mutating func adoptTopics(
    of new: Links, behind around: Int, _ actors: [ActorID]
  ) -> [TopicID?] {
    func name(_ topic: Topic) -> String { "\(topic.kind.rawValue) \(topic.code ?? topic.label)" }
    var rows: [String: TopicID] = [:]
    for (row, topic) in topics.enumerated() { rows[name(topic)] = TopicID(row) }
    let first = topics.count
    var known: [TopicID?] = []
    for (row, topic) in new.topics.enumerated() {
      if let row = rows[name(topic)] {
        known.append(row)
      } else if let last = new.quotationsByTopic[row].last, last.index >= around {
        known.append(TopicID(topics.count))
        topics.append(topic)
        topics[topics.count - 1].actor = topic.actor.map { actors[$0.index] }
      } else {
        known.append(nil)
      }
    }
    for row in first..<topics.count { topics[row].parent = topics[row].parent.flatMap { known[$0.index] } }
    return known
  }
}

extension PackedLists where Item == QuotationID {
  /// Lists of so many rows: these, and behind them the items from `around` on of others, whose rows are `rows` here.
  /// O(items).
  fileprivate func extended(
    by other: PackedLists, behind around: Int, rows: [Int?], count all: Int,
    _ place: (QuotationID) -> QuotationID
  ) -> PackedLists {
    var added = [[QuotationID]](repeating: [], count: all)
    for case (let row, .some(let here)) in rows.enumerated() {
      added[here] += other[row].filter { $0.index >= around }.map(place)
    }
    var lists = PackedLists()
    for row in 0..<all {
      // Two of the others may be one here, their items interleaved or the same.
      lists.append((row < count ? Array(self[row]) : []) + Set(added[row]).sorted { $0.raw < $1.raw })
    }
    return lists
  }
}

extension FullestForms {
  /// Adds the forms of quotations from `around` on: those repeated around have the form that they have here.
  fileprivate mutating func append(
    _ other: FullestForms, count: Int, behind around: Int, _ place: (QuotationID) -> QuotationID
  ) {
    var known: [QuotationID: QuotationID] = [:]
    for quotation in 0..<around {
      let form = other[QuotationID(quotation)]
      if known[form] == nil { known[form] = self[place(QuotationID(quotation))] }
    }
    for quotation in around..<max(around, count) {
      let own = QuotationID(quotation)
      let form = known[other[own]] ?? place(other[own])
      guard form != place(own) else { continue }
      quotations.append(place(own))
      forms.append(form)
    }
  }
}
