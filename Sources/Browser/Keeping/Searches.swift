import QuoteModel

/// Filters that a person has given names to, and which articles were there when each was looked at last: what is in
/// articles that came since is new.
///
/// They are kept as lines, added at the end: an article that was seen, a search, a look at it. The order of the lines is
/// the order of what happened, and no clock is needed.
struct Searches: Sendable {
  struct Search: Equatable, Sendable {
    var name: String
    /// The filter as text.
    var query: String
    /// How many articles were known when it was looked at last.
    var seen: Int
  }

  private(set) var all: [Search] = []
  /// Lines that the file does not have yet.
  private(set) var unsaved: [String] = []
  /// Articles by their fingerprints, and how many were known before each.
  private var known: [UInt64: Int] = [:]
  /// The same for each article of the corpus.
  private var places: [Int] = []

  init() {}

  /// Takes up what was kept; returns how many lines say nothing known.
  mutating func read(_ text: String) -> Int {
    text.split(whereSeparator: \.isNewline).reduce(0) { $0 + (take($1) ? 0 : 1) }
  }

  mutating func markSaved() { unsaved = [] }

  /// Keeps a filter; one of that name gives way. What is there now is not new to it.
  mutating func add(_ name: String, _ query: String) { say("search\t\(name)\t\(query)") }

  mutating func forget(_ name: String) { say("forget\t\(name)") }

  /// Remembers that a search was looked at.
  mutating func see(_ name: String) { say("seen\t\(name)") }

  private mutating func say(_ line: String) {
    if take(line[...]) { unsaved.append(line) }
  }

  private mutating func take(_ line: Substring) -> Bool {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count > 1, !fields[1].isEmpty else { return false }
    switch fields[0] {
    case "article":
      guard let fingerprint = UInt64(fields[1], radix: 16) else { return false }
      if known[fingerprint] == nil { known[fingerprint] = known.count }
    case "search":
      guard fields.count > 2 else { return false }
      let search = Search(name: fields[1], query: fields[2], seen: known.count)
      if let row = all.firstIndex(where: { $0.name == search.name }) {
        all[row] = search
      } else {
        all.append(search)
      }
    case "seen":
      if let row = all.firstIndex(where: { $0.name == fields[1] }) { all[row].seen = known.count }
    case "forget": all.removeAll { $0.name == fields[1] }
    default: return false
    }
    return true
  }

  /// Gets to know the articles of a corpus. O(articles); nothing where nothing is kept.
  mutating func know(_ corpus: Corpus) {
    guard places.count != corpus.articleCount else { return }
    places = (0..<corpus.articleCount).map { row in
      let fingerprint = QuoteKey.fingerprint(of: corpus[ArticleID(row)].text)
      if known[fingerprint] == nil { say("article\t" + String(fingerprint, radix: 16)) }
      return known[fingerprint] ?? .max
    }
  }

  /// Whether an article has come since so many were known.
  func isNew(_ article: ArticleID, since seen: Int) -> Bool {
    (places.element(at: article.index) ?? .max) >= seen
  }
}

/// How many quotations a search finds, and how many of them are new.
struct SearchCount: Equatable, Sendable {
  var new, all: Int
}

extension BrowserState {
  /// Takes up the searches that were kept before; returns how many lines say nothing known.
  public mutating func resume(searches text: String) -> Int { searches.read(text) }

  /// gs: the searches that were kept; where there are none, the filter can be made one.
  mutating func openSearches() {
    guard searches.all.isEmpty else {
      countSearches()
      return open(.searches)
    }
    askForSearchName()
  }

  mutating func askForSearchName() {
    guard isFiltered else {
      return note = "nothing is filtered: a filter can be kept here, and tells what is new"
    }
    popup = nil
    prompt = Prompt(.nameSearch, text: "")
  }

  mutating func keepSearch(as name: String) {
    let name = name.onOneLine
    guard name.contains(where: { $0 != " " }) else { return }
    searches.know(corpus)
    searches.add(name, filter.query.description.onOneLine)
    note = "kept as \(name): g s tells what is new in it"
  }

  /// Asks for what a search finds, what is new in it marked; it is not new the next time.
  mutating func openSearch(_ search: Searches.Search) {
    let clauses = (try? QueryParser.parse(search.query))?.clauses ?? []
    let new = searchCounts[search.name]?.new ?? 0
    fresh = new > 0 ? (search.seen, clauses) : nil
    searches.see(search.name)
    setFilter(Filter(Query(clauses)))
    note = new > 0 ? "\(Wording.count(new, "new quote")): ] n goes from one to the next" : "nothing new"
  }

  /// Counts what each search finds. O(found) each.
  mutating func countSearches() {
    guard !searches.all.isEmpty else { return }
    searches.know(corpus)
    searchCounts = [:]
    for search in searches.all {
      guard let query = try? QueryParser.parse(search.query) else { continue }
      let found = query.quotations(in: corpus)
      let out = Set(results.rejected)
      var count = SearchCount(new: 0, all: 0)
      for id in found where !out.contains(id) {
        count.all += 1
        if searches.isNew(corpus.article(of: id), since: search.seen) { count.new += 1 }
      }
      searchCounts[search.name] = count
    }
  }

  /// Says, once everything is read, what is new.
  mutating func tellWhatIsNew() {
    countSearches()
    let fresh = searches.all.filter { searchCounts[$0.name]?.new ?? 0 > 0 }
    guard note == nil, let first = fresh.first else { return }
    let names = fresh.count == 1 ? first.name : "\(fresh.count) kept filters"
    note = "new in \(names): g s shows it"
  }

  /// How many articles were known when the search at hand had been looked at before.
  var freshSince: Int? {
    guard let fresh, fresh.clauses.allSatisfy(query.clauses.contains) else { return nil }
    return fresh.since
  }

  /// Whether a quotation is new in the search at hand.
  func isFresh(_ id: QuotationID) -> Bool {
    freshSince.map { searches.isNew(corpus.article(of: id), since: $0) } ?? false
  }
}
