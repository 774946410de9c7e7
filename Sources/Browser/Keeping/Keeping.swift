import QuoteModel

/// What a person has decided, how to take it back, and which quotations of this corpus it is about.
struct Keeping: Sendable {
  private(set) var decisions = Decisions()
  /// Lines that the journal does not have yet.
  private(set) var unsaved: [String] = []
  private var undone: [Deed] = []
  private var done: [Deed] = []
  /// The corpus without corrections.
  var base = Corpus()
  /// The quotations that the keys stand for.
  private(set) var found: [QuoteKey: QuotationID] = [:]
  private var keys: [QuotationID: QuoteKey] = [:]
  /// Articles that something was decided about, by their fingerprints.
  private var articles: [UInt64: ArticleID] = [:]
  private var fingerprinted = 0

  /// Several decisions made, and taken back, by one key.
  private struct Deed: Sendable {
    var title: String
    var decisions: [Decision]
    var inverses: [Decision]
  }

  init() {}

  /// Takes up a journal; lines that say nothing known are left out, and counted.
  mutating func read(journal: String) -> Int {
    var unknown = 0
    for line in journal.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if let decision = Decision(line) { decisions.take(decision) } else { unknown += 1 }
    }
    return unknown
  }

  mutating func take(_ new: [Decision], title: String) {
    // The last decision is the first to be taken back.
    let inverses = new.map { decisions.take($0) }
    done.append(Deed(title: title, decisions: new, inverses: inverses.reversed()))
    undone = []
    unsaved += new.map(\.line)
  }

  /// Takes the last deed back, and returns what it was.
  mutating func undo() -> String? {
    guard let deed = done.popLast() else { return nil }
    for decision in deed.inverses { decisions.take(decision) }
    unsaved += deed.inverses.map(\.line)
    undone.append(deed)
    return deed.title
  }

  /// Does again what was taken back last.
  mutating func redo() -> String? {
    guard let deed = undone.popLast() else { return nil }
    for decision in deed.decisions { decisions.take(decision) }
    unsaved += deed.decisions.map(\.line)
    done.append(deed)
    return deed.title
  }

  mutating func markSaved() { unsaved = [] }

  // MARK: Keys and quotations.

  /// Articles stand elsewhere in the next corpus.
  mutating func forgetArticles() { (articles, fingerprinted) = ([:], 0) }

  /// The key of a quotation: the one it is already known by, else one of its words. O(1).
  func key(of id: QuotationID) -> QuoteKey {
    if let known = keys[id] { return known }
    let text = base[base.article(of: id)].text
    let content = base[id].content
    let range = TextRange(content.first?.lower ?? 0, content.last?.upper ?? 0)
    return QuoteKey(fingerprint: QuoteKey.fingerprint(of: text), range: range)
  }

  /// Finds the quotations of a corpus that something was decided about. O(articles added + keys), and nothing
  /// where nothing was decided.
  mutating func find() {
    (found, keys) = ([:], [:])
    let wanted = decisions.keys
    guard !wanted.isEmpty else { return }
    for row in min(fingerprinted, base.articleCount)..<base.articleCount {
      articles[QuoteKey.fingerprint(of: base[ArticleID(row)].text)] = ArticleID(row)
    }
    fingerprinted = base.articleCount
    for key in wanted {
      guard let article = articles[key.fingerprint], let id = quotation(key.range, in: article) else {
        continue
      }
      found[key] = id
      keys[id] = key
    }
  }

  /// The quotations of keys that nothing need have been decided about. O(articles).
  func quotations(of keys: Set<QuoteKey>) -> [QuoteKey: QuotationID] {
    let wanted = Dictionary(grouping: keys, by: \.fingerprint)
    guard !wanted.isEmpty else { return [:] }
    var found: [QuoteKey: QuotationID] = [:]
    for row in 0..<base.articleCount {
      for key in wanted[QuoteKey.fingerprint(of: base[ArticleID(row)].text)] ?? [] {
        found[key] = self.found[key] ?? quotation(key.range, in: ArticleID(row))
      }
    }
    return found
  }

  /// The quotation of a key that nothing was decided about. O(articles).
  func quotation(of key: QuoteKey) -> QuotationID? {
    if let known = found[key] { return known }
    for row in 0..<base.articleCount
    where QuoteKey.fingerprint(of: base[ArticleID(row)].text) == key.fingerprint {
      return quotation(key.range, in: ArticleID(row))
    }
    return nil
  }

  /// The quotation whose words stand there, or else share most of the place.
  private func quotation(_ range: TextRange, in article: ArticleID) -> QuotationID? {
    var best: (id: QuotationID, shared: Int)?
    for row in base.quotations(in: article) {
      let content = base[QuotationID(row)].content
      guard let first = content.first, let last = content.last else { continue }
      if first.lower == range.lower, last.upper == range.upper { return QuotationID(row) }
      let shared = min(last.upper, range.upper) - max(first.lower, range.lower)
      let length = max(range.count, last.upper - first.lower)
      if shared * 2 > length, shared > best?.shared ?? 0 { best = (QuotationID(row), shared) }
    }
    return best?.id
  }

  /// The corpus as the decisions have it. O(quotations) where something is corrected.
  var corrected: Corpus {
    guard decisions.correctsSomething else { return base }
    var corrections: [QuotationID: QuotationCorrection] = [:]
    for (key, id) in found {
      let correction = QuotationCorrection(speaker: decisions.speakers[key], content: decisions.words[key])
      if correction != QuotationCorrection() { corrections[id] = correction }
    }
    return base.correcting(corrections, merging: merges)
  }

  /// Whole actors that are one and that linking has not taken up yet: who says less gives way.
  private var merges: [ActorMerge] {
    let said = decisions.actors.all.subtracting(base.links.corrections.all)
    let plain = said.filter { $0.isSame && $0.first.article == nil && $0.second.article == nil }
    guard !plain.isEmpty else { return [] }
    func count(_ name: String) -> Int {
      let row = base.links.actors.firstIndex { $0.name == name }
      return row.map {
        $0 < base.links.quotationsBySpeaker.count ? base.links.quotationsBySpeaker[$0].count : 0
      } ?? 0
    }
    return plain.sorted { $0.first < $1.first }.map { said in
      let (a, b) = (said.first.name, said.second.name)
      return count(a) > count(b) ? ActorMerge(b, into: a) : ActorMerge(a, into: b)
    }
  }

  /// Quotations that are none, as somebody has decided.
  var rejected: [QuotationID] { decisions.rejected.compactMap { found[$0] } }

  /// Marks in articles that are here, whose quotation is not, or not yet. O(marks).
  var marksWithoutQuote: Int {
    decisions.marks.count { articles[$0.key.fingerprint] != nil && found[$0.key] == nil }
  }

  /// The marks and notes of this corpus.
  var marks: Marks {
    var marks = Marks()
    for (key, letter) in decisions.marks {
      guard let id = found[key] else { continue }
      marks.append(Marks.Mark(quotation: id, letter: letter, note: decisions.notes[key] ?? ""))
    }
    return marks
  }
}
