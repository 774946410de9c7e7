import QuoteModel

/// Finds in a newer snapshot of a corpus what an older one holds. Quotations may have got other edges, or have gone, when
/// their article was parsed anew.
struct Renewal {
  let old: Corpus
  let new: Corpus
  /// Whether articles may stand elsewhere, or have gone; else they stay where they are, and others come behind them.
  let mayMoveArticles: Bool
  private let moved = Moved()

  /// Where articles were found: a way walked asks for the same few again and again.
  private final class Moved { var articles: [ArticleID: ArticleID?] = [:] }

  init(old: Corpus, new: Corpus, mayMoveArticles: Bool = false) {
    (self.old, self.new, self.mayMoveArticles) = (old, new, mayMoveArticles)
  }

  /// The quotation that stands for one of the older snapshot: itself where nothing has changed, else the one of
  /// the same article that shares most of its words, else the nearest of that article, else the nearest of all.
  /// `nil` only where the newer snapshot holds none. O(quotations of the article).
  func quotation(_ id: QuotationID) -> QuotationID? {
    guard new.quotationCount > 0, id.raw >= 0, id.index < old.quotationCount else { return nil }
    guard let article = article(old.article(of: id)) else {
      // It is not there any more: what stands about where it was.
      return mayMoveArticles ? QuotationID(min(id.index, new.quotationCount - 1)) : nil
    }
    let (wanted, rows) = (old[id], new.quotations(in: article))
    if rows.contains(id.index), new[id] == wanted { return id }
    let best = rows.map { (row: $0, likeness: Likeness(new[QuotationID($0)], wanted)) }
      .max { $0.likeness < $1.likeness }
    return QuotationID(best?.row ?? min(rows.lowerBound, new.quotationCount - 1))
  }

  /// Where an article of the older snapshot stands, `nil` where it has gone. O(how far it has moved), once.
  func article(_ article: ArticleID) -> ArticleID? {
    guard mayMoveArticles else { return article.index < new.articleCount ? article : nil }
    if let known = moved.articles[article] { return known }
    let found = search(for: article)
    moved.articles[article] = .some(found)
    return found
  }

  /// Looks for an article from where it stood outwards.
  private func search(for article: ArticleID) -> ArticleID? {
    let (name, text) = (old[article].name, old.text(of: article))
    func isSame(_ row: Int) -> Bool {
      0..<new.articleCount ~= row && new.text(of: ArticleID(row)) == text && new[ArticleID(row)].name == name
    }
    let reach = max(article.index, new.articleCount - article.index)
    for step in 0...reach {
      if isSame(article.index - step) { return ArticleID(article.index - step) }
      if isSame(article.index + step) { return ArticleID(article.index + step) }
    }
    return nil
  }

  /// How much a quotation has of another one of the same text.
  private struct Likeness: Comparable {
    private let overlap: Double
    private let sameEnds: Int
    private let distance: Int

    init(_ one: Quotation, _ other: Quotation) {
      var shared = 0
      for a in one.content {
        for b in other.content { shared += max(0, min(a.upper, b.upper) - max(a.lower, b.lower)) }
      }
      let all = (one.content + other.content).reduce(0) { $0 + $1.count }
      overlap = all > shared ? Double(shared) / Double(all - shared) : 0
      sameEnds = (one.cue == other.cue ? 1 : 0) + (one.source == other.source ? 1 : 0)
      distance = abs((one.content.first?.lower ?? 0) - (other.content.first?.lower ?? 0))
    }

    static func < (a: Likeness, b: Likeness) -> Bool {
      if a.overlap != b.overlap { return a.overlap < b.overlap }
      if a.overlap > 0, a.sameEnds != b.sameEnds { return a.sameEnds < b.sameEnds }
      return a.distance > b.distance
    }
  }
}

extension Prompt.Purpose {
  /// What is written, piped or noted is of the newer snapshot.
  mutating func renew(_ quotation: (QuotationID) -> QuotationID?) {
    switch self {
    case .write(let quotes): self = .write(quotes.compactMap(quotation))
    case .pipe(let quotes): self = .pipe(quotes.compactMap(quotation))
    case .note(let id): if let id = quotation(id) { self = .note(id) }
    case .filter, .narrow, .search, .writeJournal, .writeTrail, .nameSearch: break
    }
  }
}

extension Popup.Kind {
  mutating func renew(_ quotation: (QuotationID) -> QuotationID?) {
    if case .actors(.speaker(let quotes)) = self { self = .actors(.speaker(quotes.compactMap(quotation))) }
  }
}

extension BrowserState {
  /// Takes a newer snapshot; cursors, scrolling and the way here stay on what they were on, though its id may be
  /// another. O(corpus).
  mutating func take(_ newer: Corpus, mayMoveArticles: Bool = false) {
    // Where articles are only added, a snapshot with fewer came late.
    guard mayMoveArticles || newer.articleCount >= corpus.articleCount else { return }
    let renewal = Renewal(old: corpus, new: newer, mayMoveArticles: mayMoveArticles)
    if mayMoveArticles { keeping.forgetArticles() }
    keeping.base = newer
    keeping.find()
    let (anchors, line) = (anchors, lineInSight)
    let article = reading.flatMap { renewal.article(corpus.article(of: $0)) }
    corpus = keeping.corrected
    marks = keeping.marks
    results.reject(keeping.rejected)
    reading = reading.flatMap(renewal.quotation)
    range = range.flatMap(renewal.quotation)
    trail.renew(renewal.quotation)
    page = page?.renewed(renewal.quotation)
    prompt?.purpose.renew(renewal.quotation)
    popup?.kind.renew(renewal.quotation)
    walk = walk.flatMap { renew($0, renewal) }
    results.forgetOrder()
    results.filter(corpus, query)
    listAll()
    restore(anchors.renewed(renewal.quotation))
    readerPage = nil
    findAnew()
    if reading == nil { reading = results.quotes.first }
    // Until a person does something, the list shows its top; what was read is then looked at, and stays.
    if !hasActed, isReading { return moveToTop() }
    guard let reading, corpus.article(of: reading) == article else { return readerTop = .max }
    if let line { layReader(from: line) }
  }

  /// What a finder has found holds for one corpus only.
  private mutating func findAnew() {
    guard let popup, var finder = popup.finder else { return }
    finder.forgetMatches()
    finder.find(popup.line.text, self)
    self.popup?.finder = finder
  }

  private mutating func moveToTop() {
    for pane in Pane.allCases { positions[pane] = ListPosition() }
    show(results.quotes.first)
  }

  /// The same walk, where the step it has come to is still one of it.
  private func renew(_ walk: RelationWalk, _ renewal: Renewal) -> RelationWalk? {
    guard let origin = renewal.quotation(walk.origin), let at = renewal.quotation(walk.at) else { return nil }
    var renewed = RelationWalk(origin: origin, kinds: walk.kinds, row: -1, at: origin)
    if walk.row == -1 { return renewed }
    guard let row = relations(renewed).firstIndex(where: { $0.target == at }) else { return nil }
    (renewed.row, renewed.at) = (row, at)
    return renewed
  }

  // MARK: Cursors hold on to what they are on.

  struct Anchors {
    var actor, topic: String?
    var quotation, target: QuotationID?

    /// The same in a newer snapshot.
    func renewed(_ quotation: (QuotationID) -> QuotationID?) -> Anchors {
      var anchors = self
      anchors.quotation = self.quotation.flatMap(quotation)
      anchors.target = target.flatMap(quotation)
      return anchors
    }
  }

  var anchors: Anchors {
    Anchors(
      actor: currentActor.map { corpus[$0].name }, topic: currentTopic.map { corpus[$0].label },
      quotation: results.quotes.element(at: cursor(.quotes)), target: currentRelation?.target)
  }

  mutating func restore(_ anchors: Anchors) {
    let corpus = corpus
    if let name = anchors.actor {
      move(
        .actors,
        onto: results.actors.firstIndex { corpus[$0].name == name }
          ?? results.actors.firstIndex { corpus[$0].aliases.contains(name) })
    }
    if let label = anchors.topic {
      move(.topics, onto: results.topics.firstIndex { corpus[$0].label == label })
    }
    if let quotation = anchors.quotation { move(.quotes, onto: rowNearest(to: quotation)) }
    if let target = anchors.target {
      move(.related, onto: related.firstIndex { $0.target == target })
    }
  }

  /// The row of a quotation, or of the nearest one of its article that is listed. O(quotations of the article).
  private func rowNearest(to id: QuotationID) -> Int? {
    if let row = results.row(of: id, near: cursor(.quotes)) { return row }
    guard id.index < corpus.quotationCount else { return nil }
    return corpus.quotations(in: corpus.article(of: id)).filter { results.listed.contains(QuotationID($0)) }
      .min { abs($0 - id.index) < abs($1 - id.index) }.flatMap { results.row(of: QuotationID($0)) }
  }

  // MARK: What is in sight.

  /// The articles on the screen and those that come with the next page of quotes, the one being read first.
  /// O(rows shown).
  public var articlesInSight: [ArticleID] {
    let top = positions[.quotes]?.top ?? 0
    let rows = top..<max(top, min(results.quotes.count, top + 2 * max(1, layout.height(.quotes))))
    let targets = related.prefix(layout.height(.related)).map(\.target)
    var articles: [ArticleID] = []
    for id in [reading].compactMap(\.self) + results.quotes[rows] + targets {
      let article = corpus.article(of: id)
      if !articles.contains(article) { articles.append(article) }
    }
    return articles
  }
}
