import QuoteModel

/// What the filter leaves, counted and put in order. Made again only when corpus, filter, order or narrowing
/// change; a key that merely moves reads it.
struct Results: Sendable {
  /// What the filter finds.
  private(set) var matching = QuotationSet(universe: 0)
  /// How many that are.
  private(set) var matchingCount = 0
  private(set) var facets = Facets(of: QuotationSet(universe: 0), in: Corpus())
  private(set) var actors: [ActorID] = []
  private(set) var topics: [TopicID] = []
  /// For each of the topics: how many wider ones of it are listed above it.
  private(set) var topicDepths: [Int] = []
  private(set) var quotes: [QuotationID] = []
  /// The latest year of any quotation found, whose dates go without it.
  private(set) var latestYear: Int?
  /// Another number whenever what the filter finds has changed.
  private(set) var generation = 0

  /// What somebody has taken out: no filter finds it.
  private(set) var rejected: [QuotationID] = []

  /// Those of what the filter finds that the narrowing leaves, and what it was.
  private var narrowed: (search: TextSearch, found: QuotationSet)?
  /// An order, and every quotation of the corpus in it, so that a filter need not sort.
  private var order: (choice: Sorting.Choice, order: QuotationOrder, quotes: [QuotationID])?
  private var actorOrder: (choice: Sorting.Choice, order: NameOrder)?
  private var topicOrder: (choice: Sorting.Choice, order: NameOrder)?

  /// What is listed in Quotes.
  var listed: QuotationSet { narrowed?.found ?? matching }

  /// The row a quotation has in Quotes; `hint` is where it may be. O(1) there, else O(listed).
  func row(of id: QuotationID, near hint: Int = 0) -> Int? {
    guard listed.contains(id) else { return nil }
    if quotes.element(at: hint) == id { return hint }
    return quotes.firstIndex(of: id)
  }

  /// Forgets what holds only for one corpus.
  mutating func forgetOrder() { (order, actorOrder, topicOrder) = (nil, nil, nil) }

  mutating func reject(_ quotations: [QuotationID]) { rejected = quotations }

  /// Evaluates a query. O(corpus).
  mutating func filter(_ corpus: Corpus, _ query: Query) {
    matching = query.quotations(in: corpus)
    if !rejected.isEmpty {
      var out = QuotationSet(universe: corpus.quotationCount)
      for id in rejected { out.insert(id) }
      matching.subtract(out)
    }
    matchingCount = matching.count
    narrowed = nil
    facets = Facets(of: matching, in: corpus)
    generation += 1
  }

  // MARK: Actors and topics.

  /// Lists the actors: those found, then the rest, so that any of them stays within reach. O(actors + found · log
  /// found), and O(n log n) for the first time in a corpus or an order.
  mutating func listActors(_ corpus: Corpus, _ sorting: Sorting.Choice, narrowedBy words: TextSearch) {
    let (all, lists) = (corpus.links.actors, corpus.links.quotationsBySpeaker)
    if actorOrder?.choice != sorting {
      actorOrder = (
        sorting,
        NameOrder(sorting, sizes: lists, count: all.count, isLater: { !all[$0].isNamed }) { all[$0].name }
      )
    }
    let rows = actorOrder?.order.rows(facets.actors) ?? []
    actors = rows.map { ActorID($0) }
    guard !words.isEmpty else { return }
    actors.removeAll { id in
      !words.isFound(in: all[id.index].name[...])
        && !all[id.index].aliases.contains { words.isFound(in: $0[...]) }
    }
  }

  /// Lists the topics as actors are listed, but in layers: subjects, phrases, actors spoken of; each behind the
  /// wider one it lies under. Subjects below the widest are listed where one of that branch is asked for, or
  /// words narrow the list.
  mutating func listTopics(
    _ corpus: Corpus, _ query: Query, _ sorting: Sorting.Choice, narrowedBy words: TextSearch
  ) {
    let (all, lists) = (corpus.links.topics, corpus.links.quotationsByTopic)
    if topicOrder?.choice != sorting {
      topicOrder = (sorting, NameOrder(sorting, sizes: lists, count: all.count) { all[$0].label })
    }
    let isOpen = Results.openSubjects(corpus, query)
    let rows = (topicOrder?.order.rows(facets.topics) ?? []).filter { row in
      guard words.isEmpty else { return words.isFound(in: all[row].label[...]) }
      return all[row].kind != .subject || all[row].parent.map(isOpen.contains) ?? true
    }
    let layers = TopicLayers(rows, of: all, isFound: { facets.topics[$0] > 0 })
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

  // MARK: Quotes.

  /// Lists the quotations found whose words, or whose speakers' names, hold what is searched. O(corpus) where most are found, else
  /// O(found · log found), and O(their text) where words are searched.
  mutating func listQuotes(_ corpus: Corpus, _ sorting: Sorting.Choice, narrowedBy words: TextSearch) {
    narrow(corpus, to: words)
    let found = listed
    let count = narrowed == nil ? matchingCount : found.count
    if order?.choice != sorting {
      let made = QuotationOrder(sorting, corpus)
      let all = QuotationSet(allOf: corpus.quotationCount)
      order = (sorting, made, made.sorted(all, count: corpus.quotationCount))
    }
    if let order, count < corpus.quotationCount / 8 {
      quotes = order.order.sorted(found, count: count)
    } else {
      let all = order?.quotes ?? []
      quotes = count == all.count ? all : found.filter(all, count: count)
    }
    latestYear = latestYear(of: found, in: corpus, sorting)
  }

  /// The latest year in which any of the quotations listed was said. O(1) by date, else O(listed).
  private func latestYear(of found: QuotationSet, in corpus: Corpus, _ sorting: Sorting.Choice) -> Int? {
    var latest: Int32 = 0
    if sorting.order == .date {
      guard let id = sorting.isDescending ? quotes.first : quotes.last else { return nil }
      let (segment, row) = corpus.locate(id)
      latest = segment.dateKey(row)
    } else {
      corpus.visit(found) { _, segment, row in latest = max(latest, segment.dateKey(row)) }
    }
    return PartialDate(sortKey: latest)?.year
  }

  /// Letters typed behind others find a part of what those found.
  private mutating func narrow(_ corpus: Corpus, to words: TextSearch) {
    guard !words.isEmpty else { return narrowed = nil }
    if let before = narrowed, before.search == words { return }
    var candidates = matching
    if let before = narrowed, words.narrows(before.search) { candidates = before.found }
    narrowed = (words, corpus.quotations(of: candidates, showing: words))
  }
}

extension TextSearch {
  /// Whether everything this finds is surely among what another finds.
  func narrows(_ other: TextSearch) -> Bool {
    text.hasPrefix(other.text) && !text.hasPrefix("~") && !text.contains("\"")
  }
}

/// An order of quotations.
struct QuotationOrder: Sendable {
  private let choice: Sorting.Choice
  private let corpus: Corpus
  private var rankOfActor: [UInt32] = []

  init(_ choice: Sorting.Choice, _ corpus: Corpus) {
    (self.choice, self.corpus) = (choice, corpus)
    guard choice.order == .speaker else { return }
    let actors = corpus.links.actors
    rankOfActor = Array(repeating: 0, count: actors.count)
    for (rank, actor) in actors.indices.sorted(by: { actors[$0].name < actors[$1].name }).enumerated() {
      rankOfActor[actor] = UInt32(rank)
    }
  }

  /// The quotations of a set in this order, equal ones in the order read. O(set).
  func sorted(_ set: QuotationSet, count: Int) -> [QuotationID] {
    var keys: [UInt32] = []
    var ids: [QuotationID] = []
    keys.reserveCapacity(count)
    ids.reserveCapacity(count)
    for segment in corpus.segments {
      let (first, key) = (segment.firstQuotation, key(in: segment))
      set.forEach(in: first..<first + segment.count) { id in
        let key = key(id.index - first)
        keys.append(choice.isDescending ? ~key : key)
        ids.append(id)
      }
    }
    return stablySorted(ids, by: keys)
  }

  /// What the rows of a segment are ordered by.
  private func key(in segment: Segment) -> (Int) -> UInt32 {
    switch choice.order {
    case .date:
      let dates = segment.dateKeys
      return { UInt32(bitPattern: dates[$0]) }
    case .confidence: return { UInt32(max(0, segment.confidence($0)) * 1000) }
    case .speaker:
      let (speakers, merged) = (segment.speakerRows, corpus.links.actorOfArticleActor)
      return { row in
        speakers[row].first.map { rankOfActor[merged[segment.firstActor + Int($0)].index] } ?? .max
      }
    case .article, .count, .name: return { UInt32(truncatingIfNeeded: segment.firstQuotation + $0) }
    }
  }
}

extension [Int32] {
  /// The rows with the greatest numbers, those with none left out. O(n).
  func greatest(_ count: Int) -> [Int] {
    var best: [Int] = []
    for row in indices where self[row] > 0 {
      if best.count == count, let last = best.last, self[last] >= self[row] { continue }
      let place = best.firstIndex { self[$0] < self[row] } ?? best.count
      best.insert(row, at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}
