import QuoteModel
import QuoteParser

/// How well quotations were found, in the terms of `eval/score_quotes.py` of the data folder: the same definitions,
/// counted the same way.
package struct AttributionScore: Sendable {
  /// Right ones by how many were found and how many are annotated.
  package struct Ratio: Sendable {
    package var right = 0
    package var found = 0
    package var gold = 0

    /// The share of what was found that is right.
    package var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    /// The share of what is annotated that was found.
    package var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    /// Their harmonic mean.
    package var f1: Double { found + gold == 0 ? 0 : 2 * Double(right) / Double(found + gold) }
  }

  /// Words of contents, sources, cues.
  package var content = Ratio()
  package var source = Ratio()
  package var cue = Ratio()
  /// Quotations matched, matched word for word, and matched with the right source.
  package var all = Levels()
  /// The same, of those whose cue tells of speech.
  package var speech = Levels()
  /// Of the matched ones with an annotated source, those with the right one.
  package var speaker = Ratio()
  /// By the annotated kind; only recall has a meaning.
  package var byKind: [Quotation.Kind: Levels] = [:]
  /// By tenths of confidence: how many were found, how many have the right words and source.
  package var reliability = Array(repeating: Ratio(), count: 10)

  /// Three degrees of right.
  package struct Levels: Sendable {
    package var found = Ratio()
    package var exact = Ratio()
    package var whoAndWhat = Ratio()

    fileprivate mutating func add(found: Int = 0, gold: Int = 0) {
      for level in [\Levels.found, \.exact, \.whoAndWhat] {
        self[keyPath: level].found += found
        self[keyPath: level].gold += gold
      }
    }

    fileprivate mutating func addMatch(isExact: Bool, isRight: Bool) {
      found.right += 1
      exact.right += isExact ? 1 : 0
      whoAndWhat.right += isRight ? 1 : 0
    }
  }

  /// Nothing scored yet.
  package init() {}

  /// Adds what was found in an article.
  package mutating func add(_ article: AnnotatedArticle, _ quotations: [Quotation]) {
    let found = article.scored(quotations)
    add(article.gold, found, \.content, to: &content)
    add(article.gold, found, \.source, to: &source)
    add(article.gold, found, \.cue, to: &cue)
    let pairs = ScoredQuotation.pairs(article.gold, found)
    all.add(found: found.count, gold: article.gold.count)
    speech.add(
      found: found.count - pairs.count { !article.gold[$0.gold].isSpeech },
      gold: article.gold.count { $0.isSpeech })
    for gold in article.gold { byKind[gold.kind, default: Levels()].add(gold: 1) }
    var right: Set<Int> = []
    for (row, column) in pairs where add(article.gold[row], found[column]) { right.insert(column) }
    for (column, quotation) in found.enumerated() {
      let tenth = min(9, max(0, Int(quotation.confidence * 10)))
      reliability[tenth].found += 1
      reliability[tenth].right += right.contains(column) ? 1 : 0
    }
  }

  /// Counts a pair; whether the source is right.
  private mutating func add(_ gold: ScoredQuotation, _ found: ScoredQuotation) -> Bool {
    let isSourced = !gold.source.isEmpty
    let isRight = isSourced ? gold.sharesName(found) : found.source.isEmpty
    let isExact = gold.content == found.content
    if isSourced {
      speaker.found += 1
      speaker.gold += 1
      speaker.right += isRight ? 1 : 0
    }
    all.addMatch(isExact: isExact, isRight: isRight)
    byKind[gold.kind, default: Levels()].addMatch(isExact: isExact, isRight: isRight)
    if gold.isSpeech { speech.addMatch(isExact: isExact, isRight: isRight) }
    return isRight
  }

  private func add(
    _ gold: [ScoredQuotation], _ found: [ScoredQuotation], _ role: KeyPath<ScoredQuotation, [Int]>,
    to ratio: inout Ratio
  ) {
    let (gold, found) = (Set(gold.flatMap { $0[keyPath: role] }), Set(found.flatMap { $0[keyPath: role] }))
    ratio.right += gold.intersection(found).count
    ratio.gold += gold.count
    ratio.found += found.count
  }
}

extension AttributionScore {
  /// What a parser makes of those articles, parsed on all cores.
  package init(_ parser: Parser, _ articles: [AnnotatedArticle]) async {
    self.init()
    let quotations = await withTaskGroup(of: (Int, [Quotation]).self) { group in
      for (row, article) in articles.enumerated() {
        group.addTask { (row, parser.parse(article.article).quotations) }
      }
      return await group.reduce(into: [Int: [Quotation]]()) { $0[$1.0] = $1.1 }
    }
    for (row, article) in articles.enumerated() { add(article, quotations[row] ?? []) }
  }
}
