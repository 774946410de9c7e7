/// The in-memory model: everything read so far and how it hangs together.
///
/// A value that is cheap to copy. Whoever browses keeps the one it has until a newer one comes; ids of
/// articles stay the same from one to the next (what is read later comes behind), those of quotations only as
/// long as no article before them is parsed anew, those of actors and topics need not.
public struct Corpus: Sendable {
  /// Batches in the order read.
  public let segments: [Segment]
  /// Actors, topics and relations over all segments.
  public let links: Links
  /// How many articles it holds.
  public let articleCount: Int
  /// How many quotations it holds.
  public let quotationCount: Int
  /// How many article actors it holds.
  public let articleActorCount: Int

  private let firstQuotations: [Int]
  private let firstArticles: [Int]

  /// An empty corpus.
  public init() { self.init(segments: [], links: Links()) }

  /// A corpus of segments whose rows follow one another, and the links made for exactly them.
  public init(segments: [Segment], links: Links) {
    self.segments = segments
    self.links = links
    articleCount = segments.last.map { $0.firstArticle + $0.articleCount } ?? 0
    quotationCount = segments.last.map { $0.firstQuotation + $0.count } ?? 0
    articleActorCount = segments.last.map { $0.firstActor + $0.actorCount } ?? 0
    firstQuotations = segments.map(\.firstQuotation)
    firstArticles = segments.map(\.firstArticle)
  }

  /// The segment that holds a quotation and the row there. O(log segments).
  public func locate(_ id: QuotationID) -> (segment: Segment, row: Int) {
    let segment = segments[firstQuotations.lastIndex(notAbove: id.index)]
    return (segment, id.index - segment.firstQuotation)
  }

  /// The segment that holds an article and the row there. O(log segments).
  public func locate(_ id: ArticleID) -> (segment: Segment, row: Int) {
    let segment = segments[firstArticles.lastIndex(notAbove: id.index)]
    return (segment, id.index - segment.firstArticle)
  }

  /// An article. O(its parts); its text, title or outlet alone come cheaper.
  public subscript(id: ArticleID) -> Article {
    let (segment, row) = locate(id)
    return segment.article(row)
  }

  /// An article's text. O(log segments).
  public func text(of id: ArticleID) -> String {
    let (segment, row) = locate(id)
    return segment.text(row)
  }

  /// An article's title. O(log segments).
  public func headline(of id: ArticleID) -> String {
    let (segment, row) = locate(id)
    return segment.title(row)
  }

  /// Who published an article. O(log segments).
  public func outlet(of id: ArticleID) -> String? {
    let (segment, row) = locate(id)
    return segment.outlet(row)
  }

  /// A quotation as its article has it: `speakers` and `about` are the article's actors; see
  /// `speakers(of:)`. O(its spans).
  public subscript(id: QuotationID) -> Quotation {
    let (segment, row) = locate(id)
    return segment.quotation(row)
  }

  /// An actor. O(1).
  public subscript(id: ActorID) -> Actor { links.actors[id.index] }

  /// A topic. O(1).
  public subscript(id: TopicID) -> Topic { links.topics[id.index] }

  /// The article a quotation stands in. O(log segments).
  public func article(of id: QuotationID) -> ArticleID {
    let (segment, row) = locate(id)
    return ArticleID(segment.firstArticle + segment.article(of: row))
  }

  /// The quotations of an article, in text order. O(log segments).
  public func quotations(in id: ArticleID) -> Range<Int> {
    let (segment, row) = locate(id)
    let (base, rows) = (segment.firstQuotation, segment.quotations(row))
    return base + rows.lowerBound..<base + rows.upperBound
  }

  /// The mentions of an article with the actors they stand for, in text order.
  public func mentions(in id: ArticleID) -> [(mention: Mention, actor: ActorID?)] {
    let (segment, row) = locate(id)
    let base = segment.firstActor + segment.actorRows(row).lowerBound
    return segment.mentions(row).map { mention in
      (mention, mention.actor.map { links.actorOfArticleActor[base + $0] })
    }
  }

  /// The quotation whose words hold that one. O(log segments).
  public func parent(of id: QuotationID) -> QuotationID? {
    self[id].parent.map { QuotationID(quotations(in: article(of: id)).lowerBound + $0) }
  }

  /// Who said a quotation. O(number of speakers).
  public func speakers(of id: QuotationID) -> [ActorID] {
    let (segment, row) = locate(id)
    return merged(segment.speakerRows[row], in: segment)
  }

  /// The actors a quotation speaks of. O(their number).
  public func about(_ id: QuotationID) -> [ActorID] {
    let (segment, row) = locate(id)
    return merged(segment.aboutRows[row], in: segment)
  }

  /// Shows each quotation of a set, in ascending order, with the segment that holds it and the row there.
  /// O(set + segments).
  @inlinable
  public func visit(_ set: QuotationSet, _ body: (QuotationID, Segment, Int) -> Void) {
    for segment in segments {
      let first = segment.firstQuotation
      set.forEach(in: first..<first + segment.count) { body($0, segment, $0.index - first) }
    }
  }

  private func merged(_ rows: ArraySlice<Int32>, in segment: Segment) -> [ActorID] {
    var out: [ActorID] = []
    for row in rows {
      let actor = links.actorOfArticleActor[segment.firstActor + Int(row)]
      if !out.contains(actor) { out.append(actor) }
    }
    return out
  }

  /// The words of a quotation, its spans joined by `…` where words lie between them.
  public func text(of id: QuotationID) -> String {
    let (segment, row) = locate(id)
    let text = segment.text(segment.article(of: row))
    return segment.contentSpans(row).map { String(text[$0]) }.joined(separator: " … ")
  }
}

extension [Int] {
  /// Index of the last element that is at most `value`, in an ascending array whose first is.
  fileprivate func lastIndex(notAbove value: Int) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
