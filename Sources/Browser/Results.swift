import QuoteModel

/// How a list is ordered.
struct Sorting: Equatable, Sendable {
  enum Order: String, Sendable {
    // swift-format-ignore
    case date, speaker, confidence, article, count, name
  }

  struct Choice: Equatable, Sendable {
    var order: Order
    var isDescending: Bool
  }

  var quotes = Choice(order: .date, isDescending: true)
  var actors = Choice(order: .count, isDescending: true)
  var topics = Choice(order: .count, isDescending: true)

  static func orders(_ pane: Pane) -> [Order] {
    switch pane {
    case .actors, .topics: [.count, .name]
    case .quotes: [.date, .speaker, .confidence, .article]
    case .reader, .related: []
    }
  }

  subscript(pane: Pane) -> Choice? {
    get {
      switch pane {
      case .actors: actors
      case .topics: topics
      case .quotes: quotes
      case .reader, .related: nil
      }
    }
    set {
      guard let newValue else { return }
      switch pane {
      case .actors: actors = newValue
      case .topics: topics = newValue
      case .quotes: quotes = newValue
      case .reader, .related: break
      }
    }
  }
}

/// What the filter leaves, counted and put in order. Made again only when corpus, filter, order or narrowing
/// change; a key that merely moves reads it.
struct Results: Sendable {
  var matching = QuotationSet(universe: 0)
  var facets = Facets(of: QuotationSet(universe: 0), in: Corpus())
  var actors: [ActorID] = []
  var topics: [TopicID] = []
  /// For each of the topics: how many wider ones of it are listed above it.
  var topicDepths: [Int] = []
  var quotes: [QuotationID] = []
  /// Row of each quotation among `quotes`, -1 where it is none of them.
  private var rank: [Int32] = []
  /// The latest year of any quotation found, whose dates go without it.
  var latestYear: Int?

  /// The row a quotation has in Quotes. O(1).
  func row(of id: QuotationID) -> Int? {
    guard let row = rank.element(at: id.index), row >= 0 else { return nil }
    return Int(row)
  }

  /// Evaluates a query. O(corpus).
  mutating func filter(_ corpus: Corpus, _ query: Query) {
    matching = query.quotations(in: corpus)
    facets = Facets(of: matching, in: corpus)
  }

  /// Lists the actors: those found, then the rest, so that any of them stays within reach. O(n log n).
  mutating func listActors(_ corpus: Corpus, _ sorting: Sorting.Choice, narrowedBy words: String) {
    let rows = Results.rows(
      names: corpus.links.actors.map(\.name), later: corpus.links.actors.map { !$0.isNamed },
      counts: facets.actors,
      totals: (0..<facets.actors.count).map { row in
        row < corpus.links.quotationsBySpeaker.count ? corpus.links.quotationsBySpeaker[row].count : 0
      }, sorting, words)
    actors = rows.map { ActorID($0) }
  }

  /// Lists the topics as actors are listed, but in layers: subjects, phrases, actors spoken of; each behind the
  /// wider one it lies under. Subjects below the widest are listed where one of that branch is asked for, or
  /// words narrow the list. O(n log n).
  mutating func listTopics(
    _ corpus: Corpus, _ query: Query, _ sorting: Sorting.Choice, narrowedBy words: String
  ) {
    let rows = Results.rows(
      names: corpus.links.topics.map(\.label), counts: facets.topics,
      totals: (0..<facets.topics.count).map { row in
        row < corpus.links.quotationsByTopic.count ? corpus.links.quotationsByTopic[row].count : 0
      }, sorting, words)
    let isOpen = Results.openSubjects(corpus, query)
    let layers = TopicLayers(
      rows.filter { row in
        let topic = corpus.links.topics[row]
        return topic.kind != .subject || !words.isEmpty || topic.parent.map(isOpen.contains) ?? true
      }, of: corpus.links.topics, isFound: { facets.topics[$0] > 0 })
    topics = layers.rows.map { TopicID($0) }
    topicDepths = layers.depths
  }

  /// The subjects a query asks for, and what they lie under.
  private static func openSubjects(_ corpus: Corpus, _ query: Query) -> Set<TopicID> {
    var open: Set<TopicID> = []
    for clause in query.clauses {
      guard case .topic(let name) = clause.test else { continue }
      for topic in corpus.topics(named: name) where corpus[topic].kind == .subject {
        var next: TopicID? = topic
        while let id = next, open.insert(id).inserted { next = corpus[id].parent }
      }
    }
    return open
  }

  private static func rows(
    names: [String], later: [Bool] = [], counts: [Int32], totals: [Int], _ sorting: Sorting.Choice,
    _ words: String
  ) -> [Int] {
    let wanted = words.split(separator: " ").map { SearchWords(String($0)) }
    let rows = names.indices.filter { row in
      totals[row] > 0 && wanted.allSatisfy { $0.isFound(in: names[row][...]) }
    }
    return rows.sorted { a, b in
      // Who bears no name, `a spokesman`, comes behind all who do and are found.
      if !later.isEmpty, later[a] != later[b], (counts[a] > 0) == (counts[b] > 0) { return later[b] }
      if sorting.order == .count {
        if counts[a] != counts[b] { return (counts[a] > counts[b]) == sorting.isDescending }
        if totals[a] != totals[b] { return (totals[a] > totals[b]) == sorting.isDescending }
        return names[a] < names[b]
      }
      return names[a] == names[b] ? a < b : (names[a] > names[b]) == sorting.isDescending
    }
  }

  /// Lists the quotations found whose words hold each of `words`. O(found · log found), and O(their text)
  /// where there are words.
  mutating func listQuotes(_ corpus: Corpus, _ sorting: Sorting.Choice, narrowedBy words: String) {
    var found = matching
    for word in words.split(separator: " ") {
      found = corpus.quotations(of: found, holding: SearchWords(String(word)))
    }
    let keys = Results.keys(found, corpus, sorting.order)
    let sorted = keys.sorted { a, b in
      a.key == b.key ? a.id < b.id : (a.key > b.key) == sorting.isDescending
    }
    quotes = sorted.map(\.id)
    rank = Array(repeating: -1, count: corpus.quotationCount)
    for (row, id) in quotes.enumerated() { rank[id.index] = Int32(row) }
    latestYear = quotes.reduce(nil as Int32?) { latest, id in
      let (segment, row) = corpus.locate(id)
      return max(latest ?? 0, segment.dateKey(row))
    }.flatMap { PartialDate(sortKey: $0)?.year }
  }

  private static func keys(
    _ found: QuotationSet, _ corpus: Corpus, _ order: Sorting.Order
  ) -> [(key: Int64, id: QuotationID)] {
    var rankOfActor: [Int64] = []
    if order == .speaker {
      rankOfActor = Array(repeating: 0, count: corpus.links.actors.count)
      let byName = corpus.links.actors.indices.sorted {
        corpus.links.actors[$0].name < corpus.links.actors[$1].name
      }
      for (rank, actor) in byName.enumerated() { rankOfActor[actor] = Int64(rank) }
    }
    return found.map { id in
      let (segment, row) = corpus.locate(id)
      switch order {
      case .date: return (Int64(segment.dateKey(row)), id)
      case .confidence: return (Int64(segment.confidence(row) * 1000), id)
      case .speaker: return (corpus.speakers(of: id).first.map { rankOfActor[$0.index] } ?? .max, id)
      case .article, .count, .name: return (Int64(id.raw), id)
      }
    }
  }
}
