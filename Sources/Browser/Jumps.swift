import QuoteModel

/// A step along one thread of statements, which `;` repeats.
struct Step: Equatable, Sendable {
  enum Thread: Sendable {
    // swift-format-ignore
    case related, speaker, topic, article
  }

  var thread: Thread
  var isForward: Bool
}

/// A walk over the relations of one quotation: which one, and how far it has come.
struct RelationWalk: Equatable, Sendable {
  var origin: QuotationID
  var row: Int
  var at: QuotationID
}

extension BrowserState {
  /// Has Reader and Related show a quotation, and Quotes point at it where it is listed. O(1).
  mutating func show(_ id: QuotationID?) {
    guard let id, id.raw >= 0, id.index < corpus.quotationCount else { return }
    if id != reading { positions[.related] = ListPosition() }
    reading = id
    if let row = results.row(of: id) { positions[.quotes, default: ListPosition()].cursor = row }
    readerTop = .max
  }

  /// Goes to a quotation and remembers the place left.
  mutating func jump(to id: QuotationID) {
    guard id != reading else { return }
    trail.leave(stop)
    show(id)
    if results.row(of: id) == nil { note = "outside the filter" }
  }

  /// Enter: filters on an actor or topic, opens a quote, follows a relation.
  mutating func open() {
    switch focus {
    case .actors, .topics: replaceFilter()
    case .quotes:
      guard reading != nil else { return note = "no quote to open" }
      trail.leave(stop)
      focus = .reader
    case .related:
      guard let relation = currentRelation else { return note = "no related statement" }
      jump(to: relation.target)
    case .reader: readerTop = .max
    }
  }

  /// Moves the focus to who said the quotation at hand.
  mutating func goToSpeaker() {
    guard let id = currentQuotation, let actor = corpus.speakers(of: id).first else {
      return note = "no speaker is known"
    }
    if results.actors.firstIndex(of: actor) == nil { stopNarrowing(.actors) }
    move(.actors, onto: results.actors.firstIndex(of: actor))
    focus = .actors
  }

  /// Moves the focus to the strongest topic of the quotation at hand.
  mutating func goToTopic() {
    guard let id = currentQuotation, let topic = topics(of: id).first else {
      return note = "no topic is known"
    }
    if results.topics.firstIndex(of: topic) == nil { stopNarrowing(.topics) }
    // A subject that is not listed lies under one that is.
    var listed: TopicID? = topic
    while let id = listed, results.topics.firstIndex(of: id) == nil { listed = corpus[id].parent }
    move(.topics, onto: listed.flatMap { results.topics.firstIndex(of: $0) })
    focus = .topics
  }

  private mutating func stopNarrowing(_ pane: Pane) {
    guard narrowing[pane] != nil else { return }
    narrowing[pane] = nil
    list(pane)
  }

  func topics(of id: QuotationID) -> ArraySlice<TopicID> {
    id.index < corpus.links.topicsOfQuotation.count ? corpus.links.topicsOfQuotation[id.index] : []
  }

  // MARK: Steps.

  mutating func repeatStep() {
    guard let lastStep else { return note = "no step to repeat" }
    take(lastStep)
  }

  /// Steps to the next or previous statement of a thread. O(log n) in its length, O(relations) for related.
  mutating func take(_ step: Step) {
    lastStep = step
    guard let reading else { return note = "no quote to start from" }
    if step.thread == .related { return stepAlongRelations(from: reading, step.isForward) }
    guard let next = neighbour(of: reading, step) else {
      return note = step.isForward ? "this is the last" : "this is the first"
    }
    jump(to: next)
  }

  private func neighbour(of id: QuotationID, _ step: Step) -> QuotationID? {
    switch step.thread {
    case .related: return nil
    case .article:
      let siblings = corpus.quotations(in: corpus.article(of: id))
      let next = id.index + (step.isForward ? 1 : -1)
      return siblings.contains(next) ? QuotationID(next) : nil
    case .speaker:
      let lists = corpus.links.quotationsBySpeaker
      guard let actor = corpus.speakers(of: id).first, actor.index < lists.count else { return nil }
      return lists[actor.index].neighbour(of: id, step.isForward)
    case .topic:
      let lists = corpus.links.quotationsByTopic
      guard let topic = topics(of: id).first, topic.index < lists.count else { return nil }
      return lists[topic.index].neighbour(of: id, step.isForward)
    }
  }

  /// Walks the relations of the quotation it began at, not of those it comes to.
  private mutating func stepAlongRelations(from id: QuotationID, _ isForward: Bool) {
    var walk = walk ?? RelationWalk(origin: id, row: -1, at: id)
    if walk.at != id { walk = RelationWalk(origin: id, row: -1, at: id) }
    guard walk.origin.index < corpus.links.relations.count else { return note = "no related statement" }
    let relations = Array(corpus.links.relations[walk.origin.index])
    guard !relations.isEmpty else { return note = "no related statement" }
    walk.row += isForward ? 1 : -1
    guard let target = walk.row == -1 ? walk.origin : relations.element(at: walk.row)?.target else {
      return note = isForward ? "this is the last related" : "this is the first related"
    }
    walk.at = target
    jump(to: target)
    self.walk = walk
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
