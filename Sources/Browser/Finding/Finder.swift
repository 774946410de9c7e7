import QuoteModel
import Screen

/// The fuzzy finder: what was found for the letters typed, best first.
struct Finder: Equatable, Sendable {
  /// Something that can be found.
  enum Item: Equatable, Sendable {
    case actor(ActorID)
    case topic(TopicID)
    case article(ArticleID)
    case quotation(QuotationID)
    /// A row of the table of commands.
    case command(Int)
  }

  /// What is looked through.
  enum Scope: String, CaseIterable, Sendable {
    // swift-format-ignore
    case everything, actors, topics, articles, quotes, commands
  }

  struct Found: Equatable, Sendable {
    var item: Item
    var score: Int
    /// Bytes of the row's text that stand for the letters.
    var lit: [Int]
  }

  var scope = Scope.everything
  private(set) var found: [Found] = []
  /// What is looked through, and of what scope it is.
  private var names: (scope: Scope, all: FinderNames)?
  /// What found them: letters typed behind others are looked for among the names that those found.
  private var typed: String?
  private var candidates: [Int32] = []

  /// How many are kept.
  static let limit = 200

  private var quotesFound: (search: TextSearch, found: QuotationSet)?

  static func == (a: Finder, b: Finder) -> Bool { a.scope == b.scope && a.found == b.found }

  /// After it the next letter looks through everything anew.
  mutating func forgetMatches() { (names, typed, quotesFound) = (nil, nil, nil) }

  /// Finds what the letters stand for. O(names), and O(quotes' text) where it is about quotes; letters behind
  /// others cost what those found.
  mutating func find(_ text: String, _ state: BrowserState) {
    let names = names(state)
    let isNarrower = typed.map { !$0.isEmpty && text.hasPrefix($0) } ?? false
    if !isNarrower { candidates = Array(0..<Int32(names.items.count)) }
    typed = text
    let match = FuzzyMatch(text)
    var kept: [Int32] = []
    var best = Best(limit: Finder.limit)
    names.forEach(of: candidates, matching: match) { row, score in
      let item = names.items[Int(row)]
      kept.append(row)
      best.add(Found(item: item, score: score + weight(of: item, state), lit: []))
    }
    candidates = kept
    // Those that may be the best are looked at closely; where some have the letters in a row, letters strewn about are noise.
    let near = best.sorted.map { one in (one: one, match: match.match(state.name(of: one.item))) }
    let inARow = match.plainScore
    let least = near.contains { $0.match.map { $0.score >= inARow * 7 / 8 } ?? false } ? inARow * 3 / 4 : 0
    found = near.compactMap { one, match in
      var one = one
      guard let match else { return one }
      guard match.score >= least else { return nil }
      (one.score, one.lit) = (match.score + weight(of: one.item, state), match.bytes)
      return one
    }
    if scope == .quotes || scope == .everything { found += quotes(text, state) }
    found = Array(found.sorted { $0.score > $1.score }.prefix(Finder.limit))
  }

  private mutating func names(_ state: BrowserState) -> FinderNames {
    if let names, names.scope == scope { return names.all }
    let all = FinderNames(scope, state)
    names = (scope, all)
    return all
  }

  /// Quotes hold the words typed as they are: letters strewn over a sentence find every sentence.
  private mutating func quotes(_ text: String, _ state: BrowserState) -> [Found] {
    guard text.utf8.count >= 3 || scope == .quotes, let search = try? TextSearch(text) else {
      quotesFound = nil
      return []
    }
    var set = QuotationSet(allOf: state.corpus.quotationCount)
    if let quotesFound, search.narrows(quotesFound.search) { set = quotesFound.found }
    if !search.isEmpty { set = state.corpus.quotations(of: set, holding: search) }
    quotesFound = (search, set)
    return set.prefix(Finder.limit).map { id in
      let lit = search.ranges(in: state.name(of: .quotation(id))[...]).flatMap { Array($0) }
      return Found(item: .quotation(id), score: FuzzyMatch.plainScore(text.utf8.count) - 24, lit: lit)
    }
  }

  /// Of equal matches the one who says more comes first; a name before a headline.
  private func weight(of item: Item, _ state: BrowserState) -> Int {
    func size(_ lists: PackedLists<QuotationID>, _ row: Int) -> Int {
      row < lists.count ? min(lists[row].count, 1000) : 0
    }
    switch item {
    case .actor(let id): return 32 + size(state.corpus.links.quotationsBySpeaker, id.index) / 20
    case .topic(let id): return 24 + size(state.corpus.links.quotationsByTopic, id.index) / 20
    case .article, .quotation: return 0
    case .command: return -16
    }
  }

  /// The best of many, without sorting all of them.
  private struct Best {
    let limit: Int
    var kept: [Found] = []
    private var least = Int.min

    init(limit: Int) { self.limit = limit }

    mutating func add(_ one: Found) {
      guard one.score > least else { return }
      kept.append(one)
      guard kept.count >= 4 * limit else { return }
      kept = Array(sorted)
      least = kept.last?.score ?? .min
    }

    var sorted: [Found] { Array(kept.sorted { $0.score > $1.score }.prefix(limit)) }
  }
}

extension BrowserState {
  /// What the finder matches letters with.
  func name(of item: Finder.Item) -> String {
    switch item {
    case .actor(let id): corpus[id].name
    case .topic(let id): corpus[id].label
    case .article(let id): corpus.title(of: id)
    case .quotation(let id): corpus.text(of: id).onOneLine
    case .command(let row): Command.all[row].title
    }
  }

  /// What an item is, for the finder's right column.
  func kind(of item: Finder.Item) -> String {
    switch item {
    case .actor(let id):
      "actor " + Wording.number(results.facets.actors.element(at: id.index).map(Int.init) ?? 0)
    case .topic(let id):
      "topic " + Wording.number(results.facets.topics.element(at: id.index).map(Int.init) ?? 0)
    case .article(let id): corpus[id].date.map { "article " + $0.description } ?? "article"
    case .quotation(let id): corpus.speakers(of: id).first.map { Wording.shortName(corpus[$0]) } ?? "quote"
    case .command(let row): settings.keys.keys(of: Command.all[row]).first?.text ?? "command"
    }
  }

  /// What Enter does to what was found.
  mutating func go(to item: Finder.Item) -> [Effect] {
    switch item {
    case .actor(let id): setFilter(Filter(Query([.init(.speaker(corpus[id].name))])))
    case .topic(let id): setFilter(Filter(Query([.init(.topic(corpus[id].label))])))
    case .article(let id):
      let rows = corpus.quotations(in: id)
      guard !rows.isEmpty else {
        note = "no quote was found in this article"
        return []
      }
      jump(to: QuotationID(rows.lowerBound))
      setFocus(.reader)
    case .quotation(let id):
      jump(to: id)
      setFocus(.reader)
    case .command(let row): return Command.all[row].run(&self)
    }
    return []
  }

  /// A look at what was found, as lines.
  func preview(of item: Finder.Item) -> [String] {
    switch item {
    case .actor(let id):
      let actor = corpus[id]
      let said =
        id.index < corpus.links.quotationsBySpeaker.count ? corpus.links.quotationsBySpeaker[id.index] : []
      return [actor.name, Wording.count(said.count, "quote")]
        + actor.roles.prefix(3).map(\.title) + [""] + said.suffix(12).reversed().map { "· " + line(of: $0) }
    case .topic(let id):
      let all =
        id.index < corpus.links.quotationsByTopic.count ? corpus.links.quotationsByTopic[id.index] : []
      return [corpus[id].label, Wording.count(all.count, "quote"), ""]
        + all.suffix(12).reversed().map { "· " + line(of: $0) }
    case .article(let id):
      let article = corpus[id]
      return [corpus.title(of: id)] + [article.outlet, article.date?.description].compactMap(\.self) + [""]
        + corpus.quotations(in: id).prefix(12).map { "· " + line(of: QuotationID($0)) }
    case .quotation(let id):
      return [corpus.title(of: corpus.article(of: id)), "", line(of: id)]
    case .command(let row):
      return [
        Command.all[row].title, settings.keys.keys(of: Command.all[row]).map(\.text).joined(separator: ", "),
      ]
    }
  }

  /// `Marin: the northern ports …`.
  func line(of id: QuotationID) -> String {
    let speaker = corpus.speakers(of: id).first.map { Wording.shortName(corpus[$0]) } ?? "?"
    return speaker + ": " + corpus.text(of: id).onOneLine
  }
}

extension Corpus {
  /// An article's headline, or else its file's name.
  func title(of id: ArticleID) -> String {
    let title = self.headline(of: id)
    return title.isEmpty ? self[id].name : title
  }
}
