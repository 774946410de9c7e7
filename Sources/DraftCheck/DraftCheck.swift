import QuoteModel

/// Holds the quotations of a draft against a collection: whether somebody said those words, and whether it was the one
/// the draft names.
public struct DraftCheck: Sendable {
  /// What became of a quotation of the draft.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Its words stand in an article, word for word.
    case verbatim
    /// Most of its words stand in an article.
    case altered
    /// Its words stand in an article, said by somebody else.
    case wrongSpeaker = "wrong-speaker"
    /// No article has its words.
    case notFound = "not-found"
  }

  /// Whether draft and article name the same speaker.
  public enum SpeakerMatch: String, Sendable {
    // swift-format-ignore
    case same, other, unknown
  }

  /// A run of words of a comparison.
  public struct Difference: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable {
      case same
      /// The article has it, the draft has not.
      case leftOut = "left-out"
      /// The draft has it, the article has not.
      case putIn = "put-in"
      /// The draft leaves it out by an ellipsis or brackets.
      case skipped
    }

    /// What it is.
    public var kind: Kind
    /// The words, as the draft has them, or the article where the draft has none.
    public var words: String
  }

  /// Where an article has the words.
  public struct Match: Sendable {
    /// The article.
    public var article: ArticleID
    /// Where in its text, in bytes.
    public var range: TextRange
    /// The quotation that holds the words; `nil` where the article gives them to nobody.
    public var quotation: QuotationID?
    /// Whether the two name the same speaker.
    public var speaker: SpeakerMatch
    /// The draft's words and the article's, from the first to the last.
    public var differences: [Difference]
    /// How many words differ.
    public var cost: Int
  }

  /// A quotation of the draft and what became of it.
  public struct Finding: Sendable {
    /// Where it stands in the draft, its marks included, in bytes.
    public var range: TextRange
    /// Whom the draft gives the words to, where it says so.
    public var speakers: [Actor]
    /// What became of it.
    public var verdict: Verdict
    /// The best place in the collection; `nil` where it was not found.
    public var match: Match?
  }

  /// Of every five words, at most two may differ: beyond that it is another statement.
  private static let mostChanged = 0.4
  /// Shorter ones count only where the draft says who said them: they may be titles, or words used at arm's length.
  private static let shortestLoose = 3

  /// Words of the draft times words of the article that are compared: 8,000 with 8,000.
  private static let mostCells = 1 << 26

  private let draftText: String
  private let quotations: [(range: TextRange, words: ComparedWords, speakers: [Actor])]
  private let index: PassageIndex

  /// A check of a draft. `stretches` are its words between quotation marks, marks included. O(draft).
  public init(_ draft: ParsedArticle, stretches: [TextRange]) {
    draftText = draft.article.text
    quotations = stretches.compactMap { range in
      let words = ComparedWords(quoted: range, in: draft.article.text)
      let holding = draft.quotations.filter { $0.content.contains { $0.overlaps(range) } }
      // The innermost says who speaks.
      let inner = holding.min {
        $0.content.reduce(0) { $0 + $1.count } < $1.content.reduce(0) { $0 + $1.count }
      }
      guard words.count >= (inner == nil ? Self.shortestLoose : 1) else { return nil }
      let speakers = inner?.speakers.filter(draft.actors.indices.contains).map { draft.actors[$0] }
      return (range, words, speakers ?? [])
    }
    index = PassageIndex(quotations.map(\.words))
  }

  /// What becomes of each quotation of the draft, in its order. O(collection's text).
  public func findings(in corpus: Corpus) -> [Finding] {
    var best = [Match?](repeating: nil, count: quotations.count)
    for row in 0..<corpus.articleCount {
      let text = corpus.text(of: ArticleID(row))
      let words = ComparedWords(text)
      for (quotation, window) in index.windows(in: words) {
        guard let match = match(quotation, words, window, text, ArticleID(row), corpus) else { continue }
        if best[quotation].map({ match.isBetter(than: $0) }) ?? true { best[quotation] = match }
      }
    }
    return zip(quotations, best).map { quotation, match in
      Finding(range: quotation.range, speakers: quotation.speakers, verdict: Verdict(match), match: match)
    }
  }

  private func match(
    _ row: Int, _ source: ComparedWords, _ window: Range<Int>, _ text: String, _ article: ArticleID,
    _ corpus: Corpus
  ) -> Match? {
    let words = quotations[row].words
    guard words.count < Alignment.longest, words.count * window.count <= Self.mostCells else { return nil }
    let alignment = Alignment(words, source, in: window)
    guard Double(alignment.cost) <= Double(words.count) * Self.mostChanged, let found = alignment.sourceRange
    else { return nil }
    let place = TextRange(source.ranges[found.lowerBound].lower, source.ranges[found.upperBound].upper)
    let quotation = corpus.quotation(at: place, in: article)
    let said = quotation.map { corpus.speakers(of: $0).map { corpus[$0] } } ?? []
    return Match(
      article: article, range: place, quotation: quotation,
      speaker: SpeakerMatch(quotations[row].speakers, said),
      differences: alignment.differences(words, in: draftText, source, in: text), cost: alignment.cost)
  }
}

extension DraftCheck.Match {
  fileprivate func isBetter(than other: Self) -> Bool {
    func rank(_ match: Self) -> (Int, Int, Int) {
      (match.cost, match.speaker == .same ? 0 : 1, match.quotation == nil ? 1 : 0)
    }
    return rank(self) < rank(other)
  }
}

extension DraftCheck.Verdict {
  fileprivate init(_ match: DraftCheck.Match?) {
    guard let match else {
      self = .notFound
      return
    }
    self = match.cost > 0 ? .altered : match.speaker == .other ? .wrongSpeaker : .verbatim
  }
}

extension Corpus {
  /// The quotation of an article that holds most of a range, the innermost of those that hold the same.
  fileprivate func quotation(at range: TextRange, in article: ArticleID) -> QuotationID? {
    var best: (id: QuotationID, shared: Int, size: Int)?
    for id in quotations(in: article).map({ QuotationID($0) }) {
      let (segment, row) = locate(id)
      let spans = segment.contentSpans(row)
      let shared = spans.reduce(0) { $0 + max(0, min($1.upper, range.upper) - max($1.lower, range.lower)) }
      let size = spans.reduce(0) { $0 + $1.count }
      guard shared * 2 > range.count else { continue }
      if best.map({ (shared, -size) > ($0.shared, -$0.size) }) ?? true { best = (id, shared, size) }
    }
    return best?.id
  }
}
