import QuoteModel

/// A step along one thread of statements, which `;` repeats.
struct Step: Equatable, Sendable {
  enum Thread: CaseIterable, Sendable {
    // swift-format-ignore
    case related, opposition, answers, sameWords, speaker, speakerByDate, topic, speakerOnTopic, article, fresh, evidence
  }

  var thread: Thread
  var isForward: Bool
}

extension Step.Thread {
  /// The letter behind the bracket.
  var key: String {
    switch self {
    case .related: "r"
    case .opposition: "x"
    case .answers: "a"
    case .sameWords: "w"
    case .speaker: "s"
    case .speakerByDate: "d"
    case .topic: "t"
    case .speakerOnTopic: "p"
    case .article: "q"
    case .fresh: "n"
    case .evidence: "e"
    }
  }

  /// What the palette calls it.
  var name: String {
    switch self {
    case .related: "related"
    case .opposition: "opposition"
    case .answers: "answer"
    case .sameWords: "same-words"
    case .speaker: "same-speaker"
    case .speakerByDate: "same-speaker-by-date"
    case .topic: "same-topic"
    case .speakerOnTopic: "same-speaker-on-topic"
    case .article: "quote"
    case .fresh: "new"
    case .evidence: "evidence"
    }
  }

  /// What stands behind `next` and `previous`.
  var title: String {
    switch self {
    case .related: "related statement"
    case .opposition: "shift or contrast"
    case .answers: "answer to this, or what it answers"
    case .sameWords: "place with the same words"
    case .speaker: "by the same speaker"
    case .speakerByDate: "by the same speaker, by date"
    case .topic: "on the same topic"
    case .speakerOnTopic: "of this speaker on this topic"
    case .article: "quote of this article"
    case .fresh: "quote that is new in a kept filter"
    case .evidence: "step of the evidence"
    }
  }

  /// Kinds of relations it goes along; `nil` where it goes along something else.
  fileprivate var kinds: Set<Relation.Kind>? {
    switch self {
    case .related: Set(Relation.Kind.allCases)
    case .opposition: [.shifts, .contrasts]
    case .answers: [.answers]
    case .sameWords: [.repeats]
    default: nil
    }
  }
}

/// A walk over the relations of one quotation: which one, which kinds, and how far it has come.
struct RelationWalk: Equatable, Sendable {
  var origin: QuotationID
  var kinds: Set<Relation.Kind>
  var row: Int
  var at: QuotationID
}

extension BrowserState {
  mutating func repeatStep() {
    guard let lastStep else { return note = "no step to repeat" }
    take(lastStep)
  }

  /// Steps to the next or previous statement of a thread. O(log n) in its length, O(relations) for related,
  /// O(length) by date.
  mutating func take(_ step: Step) {
    lastStep = step
    guard let reading else { return note = "no quote to start from" }
    if step.thread == .evidence { return stepAlongEvidence(step.isForward) }
    if step.thread == .fresh { return stepToFresh(step.isForward) }
    if let kinds = step.thread.kinds { return walkRelations(kinds, from: reading, step) }
    guard let next = neighbour(of: reading, step) else {
      return note = step.isForward ? "this is the last" : "this is the first"
    }
    jump(to: next)
  }

  private func neighbour(of id: QuotationID, _ step: Step) -> QuotationID? {
    switch step.thread {
    case .article:
      let siblings = corpus.quotations(in: corpus.article(of: id))
      let next = id.index + (step.isForward ? 1 : -1)
      return siblings.contains(next) ? QuotationID(next) : nil
    case .speaker: return saidByTheSame(id).neighbour(of: id, step.isForward)
    case .speakerByDate: return datedNeighbour(of: id, step.isForward)
    case .topic: return onTheSameTopic(id).neighbour(of: id, step.isForward)
    case .speakerOnTopic:
      let topics = Set(topics(of: id))
      let both = saidByTheSame(id).filter { $0 == id || !topics.isDisjoint(with: self.topics(of: $0)) }
      return both[...].neighbour(of: id, step.isForward)
    case .related, .opposition, .answers, .sameWords, .fresh, .evidence: return nil
    }
  }

  /// The next row of Quotes that is new. O(listed).
  private mutating func stepToFresh(_ isForward: Bool) {
    guard freshSince != nil else { return note = "nothing is known to be new: g s opens a kept filter" }
    let quotes = results.quotes
    let here =
      reading.flatMap { results.row(of: $0, near: cursor(.quotes)) } ?? (isForward ? -1 : quotes.count)
    let rows =
      isForward ? Array(quotes.indices.dropFirst(here + 1)) : quotes.indices.prefix(max(0, here)).reversed()
    guard let next = rows.first(where: { isFresh(quotes[$0]) }) else {
      return note = isForward ? "no new quote below" : "no new quote above"
    }
    jump(to: quotes[next])
  }

  func saidByTheSame(_ id: QuotationID) -> ArraySlice<QuotationID> {
    let lists = corpus.links.quotationsBySpeaker
    guard let actor = corpus.speakers(of: id).first, actor.index < lists.count else { return [] }
    return lists[actor.index]
  }

  private func onTheSameTopic(_ id: QuotationID) -> ArraySlice<QuotationID> {
    let lists = corpus.links.quotationsByTopic
    guard let topic = topics(of: id).first, topic.index < lists.count else { return [] }
    return lists[topic.index]
  }

  /// What the same speaker said next, or before; of one day, in the order read.
  private func datedNeighbour(of id: QuotationID, _ isForward: Bool) -> QuotationID? {
    func place(_ id: QuotationID) -> (Int32, Int32) { (dateKey(id), id.raw) }
    let (all, here) = (saidByTheSame(id), place(id))
    return isForward
      ? all.filter { place($0) > here }.min { place($0) < place($1) }
      : all.filter { place($0) < here }.max { place($0) < place($1) }
  }

  func dateKey(_ id: QuotationID) -> Int32 {
    let (segment, row) = corpus.locate(id)
    return segment.dateKey(row)
  }

  /// Walks the relations of the quotation it began at, not of those it comes to.
  private mutating func walkRelations(_ kinds: Set<Relation.Kind>, from id: QuotationID, _ step: Step) {
    let fresh = RelationWalk(origin: id, kinds: kinds, row: -1, at: id)
    var walk = walk ?? fresh
    if walk.at != id || walk.kinds != kinds { walk = fresh }
    let relations = relations(walk)
    guard !relations.isEmpty else { return note = "no \(step.thread.title) was found" }
    walk.row += step.isForward ? 1 : -1
    guard let target = walk.row == -1 ? walk.origin : relations.element(at: walk.row)?.target else {
      return note = step.isForward ? "this is the last \(step.thread.name)" : "this is the first"
    }
    walk.at = target
    let relation = relations.element(at: walk.row)
    jump(to: target)
    // Why it is here stands at the foot, unless there is something to warn of.
    note = note ?? relation.map { "\($0.kind.symbol) \($0.kind.name): \($0.evidence)" }
    self.walk = walk
  }

  func relations(_ walk: RelationWalk) -> [Relation] {
    relations(of: walk.origin).filter { walk.kinds.contains($0.kind) }
  }
}

extension ArraySlice<QuotationID> {
  /// The element behind or before one, in an ascending list. O(log n).
  fileprivate func neighbour(of id: QuotationID, _ isForward: Bool) -> QuotationID? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    let next = isForward ? (low < endIndex && self[low] == id ? low + 1 : low) : low - 1
    return indices.contains(next) ? self[next] : nil
  }
}
