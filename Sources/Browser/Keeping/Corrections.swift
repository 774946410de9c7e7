import QuoteModel

/// What an actor is chosen for.
enum ActorPurpose: Equatable, Sendable {
  /// Who said these after all.
  case speaker([QuotationID])
  /// Whom the actor of this name is the same as.
  case merge(String)

  var question: String {
    switch self {
    case .speaker(let quotes): "who said \(quotes.count == 1 ? "this" : "these \(quotes.count)")"
    case .merge(let name): "\(name) is the same as"
    }
  }
}

/// What a person decides, in terms of this corpus.
enum Change {
  case mark([QuotationID])
  case unmark([QuotationID])
  case note(QuotationID, String)
  case speaker([QuotationID], String)
  case words(QuotationID, [TextRange])
  case reject([QuotationID])
  case merge(String, into: String)
}

extension BrowserState {
  /// Takes a decision, shows what comes of it, and has the journal keep it. O(corpus) for corrections.
  mutating func keep(_ change: Change) {
    let (decisions, title) = decisions(for: change)
    guard !decisions.isEmpty else { return }
    keeping.take(decisions, title: title)
    applyDecisions()
    note = title + "; u takes it back"
  }

  private func decisions(for change: Change) -> ([Decision], String) {
    func each(_ ids: [QuotationID], _ make: (QuoteKey) -> Decision) -> [Decision] {
      ids.filter { $0.index < keeping.base.quotationCount }.map { make(keeping.key(of: $0)) }
    }
    switch change {
    case .mark(let ids):
      var letters = marks.freeLetters
      let decisions = each(ids) { .mark($0, letters.popFirst()) }
      guard decisions.count == 1, case .mark(_, let letter?) = decisions[0] else {
        return (decisions, Wording.count(ids.count, "quote") + " marked")
      }
      return (decisions, "marked: '\(letter) comes back here")
    case .unmark(let ids):
      return (each(ids) { .unmark($0) }, "mark taken off " + Wording.count(ids.count, "quote"))
    case .note(let id, let text):
      guard id.index < keeping.base.quotationCount else { return ([], "") }
      let key = keeping.key(of: id)
      let mark: [Decision] = marks[id] == nil && !text.isEmpty ? [.mark(key, marks.freeLetters.first)] : []
      return (mark + [.note(key, text)], text.isEmpty ? "note taken away" : "note kept")
    case .speaker(let ids, let name):
      return (each(ids) { .speaker($0, name) }, "\(Wording.count(ids.count, "quote")) now by \(name)")
    case .words(let id, let ranges):
      return ([.words(keeping.key(of: id), ranges)], "edges moved")
    case .reject(let ids):
      return (each(ids) { .isQuote($0, false) }, "\(Wording.count(ids.count, "quote")) taken out")
    case .merge(let name, let into):
      return ([.merge(ActorMerge(name, into: into))], "\(name) is now \(into)")
    }
  }

  /// Lays what was decided over the corpus as it was read. O(corpus) where something is corrected.
  mutating func applyDecisions() {
    let (anchors, line) = (anchors, lineInSight)
    let before = corpus
    keeping.find()
    corpus = keeping.corrected
    marks = keeping.marks
    let rejected = keeping.rejected
    let isSame =
      before.segments.elementsEqual(corpus.segments) { $0 === $1 }
      && before.links.actors.count == corpus.links.actors.count && results.rejected == rejected
      && before.links.actorOfArticleActor == corpus.links.actorOfArticleActor
    guard !isSame else { return }
    results.reject(rejected)
    results.forgetOrder()
    results.filter(corpus, query)
    listAll()
    restore(anchors)
    pageContent = nil
    readerPage = nil
    if let line { layReader(from: line) }
  }

  mutating func undo() {
    guard let title = keeping.undo() else { return note = "nothing to take back" }
    applyDecisions()
    note = "taken back: " + title
  }

  mutating func redo() {
    guard let title = keeping.redo() else { return note = "nothing to do again" }
    applyDecisions()
    note = "done again: " + title
  }

  /// What an actor was chosen for is done.
  mutating func correct(_ purpose: ActorPurpose, _ name: String) -> [Effect] {
    popup = nil
    switch purpose {
    case .speaker(let ids): keep(.speaker(ids, name))
    case .merge(let actor):
      if actor == name { note = "that is one already" } else { keep(.merge(actor, into: name)) }
    }
    return []
  }

  /// What a merge would change, before it is made: `changes 14 quotes in 6 articles`.
  func spread(of actor: ActorID) -> String {
    let lists = corpus.links.quotationsBySpeaker
    let quotes = actor.index < lists.count ? Array(lists[actor.index]) : []
    return spread(of: quotes)
  }

  func spread(of quotes: [QuotationID]) -> String {
    let articles = Set(quotes.map { corpus.article(of: $0) }).count
    return "changes \(Wording.count(quotes.count, "quote")) in \(Wording.count(articles, "article"))"
  }

  /// The same words elsewhere, which a wrong speaker may be wrong for as well.
  func sameWords(as id: QuotationID) -> [QuotationID] {
    [id] + relations(of: id).filter { $0.kind == .repeats }.map(\.target)
  }

  /// Moves an edge of a quotation's words by one word.
  mutating func moveEdge(of id: QuotationID, isStart: Bool, outward: Bool) {
    var content = corpus[id].content
    let text = Array(corpus.text(of: corpus.article(of: id)).utf8)
    guard !content.isEmpty else { return }
    if isStart {
      let edge = outward ? text.wordStart(before: content[0].lower) : text.wordStart(behind: content[0].lower)
      guard let edge, edge < content[0].upper else { return note = "no further" }
      content[0] = TextRange(edge, content[0].upper)
    } else {
      let last = content.count - 1
      let edge =
        outward ? text.wordEnd(behind: content[last].upper) : text.wordEnd(before: content[last].upper)
      guard let edge, edge > content[last].lower else { return note = "no further" }
      content[last] = TextRange(content[last].lower, edge)
    }
    keep(.words(id, content))
  }
}

extension [UInt8] {
  private func isBlank(_ at: Int) -> Bool { self[at] <= 0x20 }

  fileprivate func wordStart(before edge: Int) -> Int? {
    var at = Swift.min(edge, count)
    while at > 0, isBlank(at - 1) { at -= 1 }
    guard at > 0 else { return nil }
    while at > 0, !isBlank(at - 1) { at -= 1 }
    return at
  }

  fileprivate func wordStart(behind edge: Int) -> Int? {
    var at = edge
    while at < count, !isBlank(at) { at += 1 }
    while at < count, isBlank(at) { at += 1 }
    return at < count ? at : nil
  }

  fileprivate func wordEnd(behind edge: Int) -> Int? {
    var at = edge
    while at < count, isBlank(at) { at += 1 }
    guard at < count else { return nil }
    while at < count, !isBlank(at) { at += 1 }
    return at
  }

  fileprivate func wordEnd(before edge: Int) -> Int? {
    var at = Swift.min(edge, count)
    while at > 0, !isBlank(at - 1) { at -= 1 }
    while at > 0, isBlank(at - 1) { at -= 1 }
    return at > 0 ? at : nil
  }
}
