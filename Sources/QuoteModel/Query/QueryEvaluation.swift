extension Query {
  /// The quotations of a corpus for which every clause holds.
  ///
  /// Names are resolved against this corpus: O(actors + topics) for those clauses and then their posting
  /// lists; kinds, dates and outlets walk the quotations' columns; words are looked for last, in the text of
  /// what the other clauses left.
  public func quotations(in corpus: Corpus) -> QuotationSet {
    var result = QuotationSet(allOf: corpus.quotationCount)
    for clause in clauses where clause.test.search == nil {
      result.keep(corpus.quotations(passing: clause.test), isExcluded: clause.isExcluded)
    }
    for clause in clauses {
      guard let search = clause.test.search else { continue }
      result.keep(corpus.quotations(of: result, holding: search), isExcluded: clause.isExcluded)
    }
    return result
  }
}

extension QuotationSet {
  fileprivate mutating func keep(_ other: QuotationSet, isExcluded: Bool) {
    if isExcluded { subtract(other) } else { formIntersection(other) }
  }
}

extension Corpus {
  /// The actors a name stands for: those called exactly so, else those whose name or an alias has words that
  /// begin with all of its words. O(actors).
  public func actors(named name: String) -> [ActorID] {
    matches(FoldedName(name), count: links.actors.count, name: { links.actors[$0].name }) {
      links.actors[$0].aliases
    }.map { ActorID($0) }
  }

  /// The topics a name stands for, found as actors are. O(topics).
  public func topics(named name: String) -> [TopicID] {
    matches(FoldedName(name), count: links.topics.count, name: { links.topics[$0].label }) { _ in [] }
      .map { TopicID($0) }
  }

  private func matches(_ wanted: FoldedName, count: Int, name: (Int) -> String, others: (Int) -> [String])
    -> [Int]
  {
    let exact = (0..<count).filter { wanted.equals(name($0)) }
    guard exact.isEmpty else { return exact }
    return (0..<count).filter { row in
      ([name(row)] + others(row)).contains { wanted.abbreviates(FoldedName($0)) }
    }
  }

  /// Whether a span of a quotation's content holds `words`. O(its text).
  public func holds(_ id: QuotationID, _ words: SearchWords) -> Bool {
    let (segment, row) = locate(id)
    let text = segment.text(segment.article(of: row))
    return segment.contentSpans(row).contains { words.isFound(in: text[$0]) }
  }

  fileprivate func quotations(passing test: Query.Clause.Test) -> QuotationSet {
    switch test {
    case .speaker(let name): return union(of: links.quotationsBySpeaker, rows: actors(named: name))
    case .topic(let name): return union(of: links.quotationsByTopic, rows: topics(named: name))
    case .about(let name):
      let actors = Set(actors(named: name))
      return quotations { segment, row in
        segment.aboutRows[row].contains {
          actors.contains(links.actorOfArticleActor[segment.firstActor + Int($0)])
        }
      }
    case .kind(let kind): return quotations { $0.kind($1) == kind }
    case .after(let date): return quotations { $0.dateKey($1) >= date.sortKey }
    case .before(let date):
      // A key below the first year's is a day of an unknown year, or no date at all.
      return quotations { $0.dateKey($1) >= 512 && $0.dateKey($1) < date.sortKey }
    case .outlet(let name):
      let words = SearchWords(name)
      var found = QuotationSet(universe: quotationCount)
      for article in 0..<articleCount {
        guard let outlet = outlet(of: ArticleID(article)), words.isFound(in: outlet[...]) else { continue }
        for row in quotations(in: ArticleID(article)) { found.insert(QuotationID(row)) }
      }
      return found
    case .words, .pattern:
      let all = QuotationSet(allOf: quotationCount)
      return test.search.map { quotations(of: all, holding: $0) } ?? all
    }
  }

  private func union<Row: Identifier>(of lists: PackedLists<QuotationID>, rows: [Row]) -> QuotationSet {
    var found = QuotationSet(universe: quotationCount)
    for row in rows where row.index < lists.count {
      for id in lists[row.index] { found.insert(id) }
    }
    return found
  }

  private func quotations(where holds: (Segment, Int) -> Bool) -> QuotationSet {
    var found = QuotationSet(universe: quotationCount)
    for segment in segments {
      for row in 0..<segment.count where holds(segment, row) {
        found.insert(QuotationID(segment.firstQuotation + row))
      }
    }
    return found
  }
}
