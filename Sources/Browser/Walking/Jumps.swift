import QuoteModel

extension BrowserState {
  /// Has Reader and Related show a quotation, and Quotes point at it where it is listed. O(1) where the cursor
  /// is on it already, else O(listed).
  mutating func show(_ id: QuotationID?) {
    guard let id, id.raw >= 0, id.index < corpus.quotationCount else { return }
    if id != reading {
      positions[.related] = ListPosition()
      narrowing[.related] = nil
      evidenceStep = nil
    }
    reading = id
    if let row = results.row(of: id, near: cursor(.quotes)) {
      positions[.quotes, default: ListPosition()].cursor = row
    }
    readerTop = .max
  }

  /// Goes to a quotation and remembers the place left.
  mutating func jump(to id: QuotationID) {
    guard id != reading || page != nil else { return }
    trail.leave(stop)
    if page != nil { closePage(focusing: .reader) }
    show(id)
    if !results.listed.contains(id) { note = "outside the filter" }
  }

  /// Enter: opens a quote, follows a relation or what a page points at.
  mutating func open() {
    switch focus {
    case .actors, .topics, .timeline: replaceFilter()
    case .quotes:
      guard reading != nil else { return note = "no quote to open" }
      trail.leave(stop)
      focus = .reader
    case .related:
      guard let relation = currentRelation else { return note = "no related statement" }
      jump(to: relation.target)
    case .reader: readerTop = .max
    case .page: followLink()
    }
  }

  /// Moves the focus to who said the quotation at hand.
  mutating func goToSpeaker() {
    guard let id = currentQuotation, let actor = corpus.speakers(of: id).first else {
      return note = "no speaker is known"
    }
    if results.actors.firstIndex(of: actor) == nil { stopNarrowing(.actors) }
    move(.actors, onto: results.actors.firstIndex(of: actor))
    setFocus(.actors)
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
    setFocus(.topics)
  }

  private mutating func stopNarrowing(_ pane: Pane) {
    guard narrowing[pane] != nil else { return }
    narrowing[pane] = nil
    list(pane)
  }

  func topics(of id: QuotationID) -> ArraySlice<TopicID> {
    id.index < corpus.links.topicsOfQuotation.count ? corpus.links.topicsOfQuotation[id.index] : []
  }
}
