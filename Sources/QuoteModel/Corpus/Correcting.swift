/// What a person says of one quotation in the place of what the parser says.
public struct QuotationCorrection: Sendable, Equatable {
  /// The name of who said it, `nil` where the parser is right.
  public var speaker: String?
  /// The words said, `nil` where the parser is right.
  public var content: [TextRange]?

  /// A correction.
  public init(speaker: String? = nil, content: [TextRange]? = nil) {
    self.speaker = speaker
    self.content = content
  }
}

/// Two actors that a person says are one.
public struct ActorMerge: Sendable, Hashable {
  /// The name that gives way.
  public var name: String
  /// The name of who it is.
  public var into: String

  /// A merge.
  public init(_ name: String, into: String) {
    self.name = name
    self.into = into
  }
}

extension Corpus {
  /// The corpus with corrections laid over it: the ids of quotations and articles stay, those of actors may not.
  /// Topics and relations stay as they were. O(articles corrected + quotations), O(1) where there is nothing.
  public func correcting(
    _ corrections: [QuotationID: QuotationCorrection], merging merges: [ActorMerge] = []
  ) -> Corpus {
    guard !corrections.isEmpty || !merges.isEmpty else { return self }
    var overlay = CorrectionOverlay(self)
    overlay.correct(corrections)
    overlay.merge(merges)
    return overlay.corpus
  }
}

private struct CorrectionOverlay {
  private var segments: [Segment]
  private var links: Links
  private let old: Corpus

  init(_ corpus: Corpus) {
    old = corpus
    segments = corpus.segments
    links = corpus.links
  }

  mutating func correct(_ corrections: [QuotationID: QuotationCorrection]) {
    let bySegment = Dictionary(grouping: corrections.keys.filter { $0.index < old.quotationCount }) { id in
      old.segments.firstIndex { id.index < $0.firstQuotation + $0.count } ?? 0
    }
    var actorOf: [ActorID] = []
    var firstActor = 0
    for (number, segment) in old.segments.enumerated() {
      let known = links.actorOfArticleActor[segment.firstActor..<segment.firstActor + segment.actorCount]
      if let ids = bySegment[number] {
        actorOf += rebuild(number, ids.sorted(), corrections, Array(known), firstActor)
      } else {
        actorOf += known
        if firstActor != segment.firstActor {
          segments[number] = Segment(
            segment, firstArticle: segment.firstArticle, firstQuotation: segment.firstQuotation,
            firstActor: firstActor)
        }
      }
      firstActor += segments[number].actorCount
    }
    links.actorOfArticleActor = actorOf
  }

  /// Packs a segment anew, and returns the actors of its article actors.
  private mutating func rebuild(
    _ number: Int, _ ids: [QuotationID], _ corrections: [QuotationID: QuotationCorrection],
    _ known: [ActorID],
    _ firstActor: Int
  ) -> [ActorID] {
    let segment = segments[number]
    var actorOf: [ActorID] = []
    let batch = (0..<segment.articleCount).map { article in
      var digested = segment.digested(article)
      actorOf += known[segment.actorRows(article)]
      let rows = segment.quotations(article)
      for id in ids where rows.contains(id.index - segment.firstQuotation) {
        let row = id.index - segment.firstQuotation - rows.lowerBound
        if let content = corrections[id]?.content { digested.parsed.quotations[row].content = content }
        guard let name = corrections[id]?.speaker else { continue }
        let actor = self.actor(named: name)
        digested.parsed.quotations[row].speakers = [digested.parsed.actors.count]
        digested.parsed.actors.append(Actor(name: name, kind: links.actors[actor.index].kind))
        actorOf.append(actor)
      }
      return digested
    }
    segments[number] = Segment(
      batch, firstArticle: segment.firstArticle, firstQuotation: segment.firstQuotation,
      firstActor: firstActor)
    return actorOf
  }

  private mutating func actor(named name: String) -> ActorID {
    if let row = links.actors.firstIndex(where: { $0.name == name }) { return ActorID(row) }
    links.actors.append(Actor(name: name, kind: .person))
    return ActorID(links.actors.count - 1)
  }

  /// Those that give way keep their row, so that topics and groups that point at it go on to do so, but nothing
  /// is said by them any more.
  mutating func merge(_ merges: [ActorMerge]) {
    for merge in merges {
      guard let from = links.actors.firstIndex(where: { $0.name == merge.name }),
        let into = links.actors.firstIndex(where: { $0.name == merge.into }), from != into
      else { continue }
      for row in links.actorOfArticleActor.indices where links.actorOfArticleActor[row].index == from {
        links.actorOfArticleActor[row] = ActorID(into)
      }
      for name in [links.actors[from].name] + links.actors[from].aliases
      where !links.actors[into].aliases.contains(name) { links.actors[into].aliases.append(name) }
      for role in links.actors[from].roles where !links.actors[into].roles.contains(role) {
        links.actors[into].roles.append(role)
      }
    }
  }

  var corpus: Corpus {
    var links = links
    var pairs: [(row: Int, quotation: QuotationID)] = []
    let unposted = Corpus(segments: segments, links: links)
    for number in 0..<unposted.quotationCount {
      for actor in unposted.speakers(of: QuotationID(number)) {
        pairs.append((actor.index, QuotationID(number)))
      }
    }
    links.quotationsBySpeaker = PackedLists(count: links.actors.count, pairs: pairs)
    return Corpus(segments: segments, links: links)
  }
}
