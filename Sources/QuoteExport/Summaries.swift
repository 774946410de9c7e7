import QuoteModel

/// What a collection holds, as tables.
public enum Summaries {
  /// Columns of `actors`.
  public static let actorColumns = [
    Listing.Column("quotations"), .init("articles"), .init("name"), .init("type"), .init("first"),
    .init("last"),
    .init("aliases", isBrief: false), .init("roles"), .init("id", isBrief: false),
  ]
  /// Columns of `topics`.
  public static let topicColumns = [
    Listing.Column("quotations"), .init("articles"), .init("speakers"), .init("label"), .init("kind"),
    .init("first"), .init("last"), .init("wider", isBrief: false), .init("id", isBrief: false),
  ]
  /// Columns of `stats`.
  public static let statisticColumns =
    [
      Listing.Column("articles"), .init("quoted_articles"), .init("outlets"), .init("quotations"),
      .init("direct"),
      .init("mixed"), .init("indirect"), .init("with_speaker"), .init("speakers"), .init("topics"),
      .init("first"),
      .init("last"), .init("confidence"),
    ] + Relation.Kind.allCases.map { Listing.Column($0.name) }

  /// Whoever said something of `set`, who said most first. O(set + actors).
  public static func actors(_ set: QuotationSet, in corpus: Corpus) -> Listing {
    var listing = Listing(actorColumns)
    for (row, count) in tallies(
      set, in: corpus, corpus.links.actors.count, { corpus.speakers(of: $0).map(\.index) })
    {
      let actor = corpus[ActorID(row)]
      listing.rows.append([
        .number(count.quotations), .number(count.articles), .text(actor.name), .text(actor.kind.name),
        count.first, count.last, .list(actor.aliases), .list(distinct(actor.roles.map(\.title))),
        .text(actor.stableID),
      ])
    }
    return listing
  }

  /// What the quotations of `set` are about, the most frequent first. O(set + topics).
  public static func topics(_ set: QuotationSet, in corpus: Corpus) -> Listing {
    let links = corpus.links
    func topics(of id: QuotationID) -> [Int] {
      id.index < links.topicsOfQuotation.count ? links.topicsOfQuotation[id.index].map(\.index) : []
    }
    var speakers = [Set<ActorID>](repeating: [], count: links.topics.count)
    for id in set { for topic in topics(of: id) { speakers[topic].formUnion(corpus.speakers(of: id)) } }
    var listing = Listing(topicColumns)
    for (row, count) in tallies(set, in: corpus, links.topics.count, topics) {
      let topic = corpus[TopicID(row)]
      listing.rows.append([
        .number(count.quotations), .number(count.articles), .number(speakers[row].count), .text(topic.label),
        .text(topic.kind.name), count.first, count.last, .init(topic.parent.map { corpus[$0].label }),
        .text(corpus.tag(of: topic).id),
      ])
    }
    return listing
  }

  /// Counts of everything in `set`, in one row; `articles` and `outlets` count all that was read.
  /// O(corpus + relations of the set).
  public static func statistics(_ set: QuotationSet, in corpus: Corpus) -> Listing {
    var kinds = [0, 0, 0]
    var relations = [Int](repeating: 0, count: Relation.Kind.allCases.count)
    var (speakers, topics, articles) = (Set<ActorID>(), Set<TopicID>(), Set<ArticleID>())
    var (attributed, confidence, first, last) = (0, Float(0), Int32.max, Int32(0))
    for id in set {
      let (segment, row) = corpus.locate(id)
      kinds[Int(segment.kind(row).rawValue)] += 1
      confidence += segment.confidence(row)
      let said = corpus.speakers(of: id)
      attributed += said.isEmpty ? 0 : 1
      speakers.formUnion(said)
      articles.insert(corpus.article(of: id))
      let date = segment.dateKey(row)
      // Days of an unknown year have no place among the others.
      if date >= 512 { (first, last) = (min(first, date), max(last, date)) }
      guard id.index < corpus.links.relations.count else { continue }
      topics.formUnion(corpus.links.topicsOfQuotation[id.index])
      for relation in corpus.links.relations[id.index] where relation.isForward {
        relations[Int(relation.kind.rawValue)] += 1
      }
    }
    let outlets = Set((0..<corpus.articleCount).compactMap { corpus.outlet(of: ArticleID($0)) })
    let count = set.count
    var listing = Listing(statisticColumns, isRecord: true)
    listing.rows = [
      [
        .number(corpus.articleCount), .number(articles.count), .number(outlets.count), .number(count),
        .number(kinds[Int(Quotation.Kind.direct.rawValue)]),
        .number(kinds[Int(Quotation.Kind.mixed.rawValue)]),
        .number(kinds[Int(Quotation.Kind.indirect.rawValue)]), .number(attributed), .number(speakers.count),
        .number(topics.count), .init(PartialDate(sortKey: first == .max ? 0 : first)?.description),
        .init(PartialDate(sortKey: last)?.description),
        count == 0 ? .none : .share(confidence / Float(count)),
      ] + relations.map { .number($0) }
    ]
    return listing
  }

  /// A role seen at several dates is named once.
  private static func distinct(_ titles: [String]) -> [String] {
    var seen: Set<String> = []
    return titles.filter { seen.insert($0).inserted }
  }

  private struct Tally {
    var quotations = 0
    var articles = 0
    var lastArticle: ArticleID?
    var dates: ClosedRange<Int32>?

    var first: Listing.Value { .init(dates.flatMap { PartialDate(sortKey: $0.lowerBound)?.description }) }
    var last: Listing.Value { .init(dates.flatMap { PartialDate(sortKey: $0.upperBound)?.description }) }
  }

  /// How often each row occurs, the most frequent first; rows that do not occur are left out.
  private static func tallies(
    _ set: QuotationSet, in corpus: Corpus, _ count: Int, _ rows: (QuotationID) -> [Int]
  ) -> [(row: Int, tally: Tally)] {
    var tallies = [Tally](repeating: Tally(), count: count)
    for id in set {
      let article = corpus.article(of: id)
      let (segment, at) = corpus.locate(id)
      let date = segment.dateKey(at)
      for row in rows(id) {
        tallies[row].quotations += 1
        // Quotations come article by article.
        if tallies[row].lastArticle != article { tallies[row].articles += 1 }
        tallies[row].lastArticle = article
        guard date >= 512 else { continue }
        let dates = tallies[row].dates ?? date...date
        tallies[row].dates = min(dates.lowerBound, date)...max(dates.upperBound, date)
      }
    }
    let order = tallies.indices.filter { tallies[$0].quotations > 0 }.sorted {
      (tallies[$1].quotations, $0) < (tallies[$0].quotations, $1)
    }
    return order.map { ($0, tallies[$0]) }
  }
}
