/// What linking needs to know of a quotation's words, taken from its article once, when it is parsed.
public struct QuotationTerms: Sendable, Equatable {
  /// Noun phrases of the content that could become topics: a folded key and the words as printed.
  public struct Phrase: Sendable, Hashable {
    /// Lower case, stemmed, joined by spaces: `militari drone`.
    public var key: String
    /// As printed: `military drones`.
    public var label: String

    /// A phrase and its key.
    public init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  /// Phrases of the content, in text order, no key twice.
  public var phrases: [Phrase]
  /// Hashes of the stems of the content's words that mean something, in text order, repeats kept.
  public var terms: [UInt32]
  /// Rows of the subjects it is about in the linker's taxonomy, the surest first.
  public var subjects: [UInt8]
  /// How each term stands in its sentence; as many as there are terms.
  public var marks: [TermMarks]
  /// What its clauses say.
  public var claims: [Claim]
  /// What the words around the content tell.
  public var framing: Framing
  /// Hashes of its sentences and of what stands between quotation marks, of some words each: all words of it, without
  /// punctuation.
  public var wordings: [UInt64]

  /// Those phrases, terms and subjects; terms without marks have none.
  public init(
    phrases: [Phrase] = [], terms: [UInt32] = [], subjects: [UInt8] = [], marks: [TermMarks] = [],
    claims: [Claim] = [], framing: Framing = [], wordings: [UInt64] = []
  ) {
    self.phrases = phrases
    self.terms = terms
    self.subjects = subjects
    self.marks = marks.count == terms.count ? marks : Array(repeating: [], count: terms.count)
    self.claims = claims
    self.framing = framing
    self.wordings = wordings
  }
}

/// An article ready for the corpus: parsed, and its quotations' words folded for linking.
public struct DigestedArticle: Sendable {
  /// The article as parsed.
  public var parsed: ParsedArticle
  /// One entry a quotation.
  public var terms: [QuotationTerms]

  /// A parsed article and the terms of each of its quotations.
  public init(parsed: ParsedArticle, terms: [QuotationTerms]) {
    self.parsed = parsed
    self.terms = terms
  }
}

/// An immutable batch of articles with their quotations as columns. Published once, shared by every
/// snapshot of the corpus that holds it.
///
/// Rows are local to the segment; `firstArticle`, `firstQuotation` and `firstActor` turn them into the
/// corpus' rows.
public final class Segment: Sendable {
  /// Corpus row of the first article.
  public let firstArticle: Int
  /// Corpus row of the first quotation.
  public let firstQuotation: Int
  /// Row of the first article actor, counted over all segments.
  public let firstActor: Int
  /// The articles.
  public let articles: [Article]
  /// For each article and behind the last: its first quotation's local row.
  public let quotationStarts: [Int32]
  /// For each article and behind the last: its first actor's local row.
  public let actorStarts: [Int32]
  /// Actors as each article gives them; `members` are rows of the same article.
  public let actors: [Actor]
  /// Mentions of each article, in text order; `actor` is a row of the same article.
  public let mentions: PackedLists<Mention>
  /// Article of each quotation, as a local row.
  public let articleRows: [Int32]
  /// Key phrases seen, by local phrase row.
  public let phrases: [QuotationTerms.Phrase]
  /// Each quotation's phrases.
  public let phraseRows: PackedLists<Int32>
  /// Each quotation's term hashes.
  public let terms: PackedLists<UInt32>
  /// Each quotation's subjects, as rows of the linker's taxonomy.
  public let subjectRows: PackedLists<UInt8>
  /// How each of those terms stands in its sentence.
  public let marks: PackedLists<TermMarks>
  /// What each quotation's clauses say.
  public let claims: PackedLists<Claim>
  /// What the words around each quotation's content tell.
  public let framings: [Framing]
  /// Hashes of each quotation's sentences.
  public let wordings: PackedLists<UInt64>
  /// Each quotation's speakers, as local actor rows.
  public let speakerRows: PackedLists<Int32>
  /// Each quotation's actors spoken of, as local actor rows.
  public let aboutRows: PackedLists<Int32>

  /// What each quotation's words hold, for searches.
  let signatures: [TextSignature]

  private let content: PackedLists<TextRange>
  private let rest: [PackedQuotation]

  private struct PackedQuotation: Sendable {
    var cue, source, asked: TextRange
    var date: Int32
    var parent: Int32
    var confidence: Float
    var kind: Quotation.Kind
    var isStated, isExact: Bool
  }

  /// Packs a batch; `firstArticle` and so on count what earlier segments hold. O(batch).
  public init(_ batch: [DigestedArticle], firstArticle: Int, firstQuotation: Int, firstActor: Int) {
    var quotationStarts: [Int32] = [0]
    var actorStarts: [Int32] = [0]
    var actors: [Actor] = []
    var mentions = PackedLists<Mention>()
    var articleRows: [Int32] = []
    var phraseIndex: [String: Int32] = [:]
    var phrases: [QuotationTerms.Phrase] = []
    var phraseRows = PackedLists<Int32>()
    var terms = PackedLists<UInt32>()
    var subjectRows = PackedLists<UInt8>()
    var marks = PackedLists<TermMarks>()
    var claims = PackedLists<Claim>()
    var framings: [Framing] = []
    var wordings = PackedLists<UInt64>()
    var speakerRows = PackedLists<Int32>()
    var aboutRows = PackedLists<Int32>()
    var content = PackedLists<TextRange>()
    var rest: [PackedQuotation] = []
    var signatures: [TextSignature] = []
    for (row, article) in batch.enumerated() {
      let base = Int32(actors.count)
      for (quotation, words) in zip(article.parsed.quotations, article.terms) {
        articleRows.append(Int32(row))
        speakerRows.append(quotation.speakers.map { base + Int32($0) })
        aboutRows.append(quotation.about.map { base + Int32($0) })
        terms.append(words.terms)
        subjectRows.append(words.subjects)
        marks.append(words.marks)
        claims.append(words.claims)
        framings.append(words.framing)
        wordings.append(words.wordings)
        phraseRows.append(
          words.phrases.map { phrase in
            if let known = phraseIndex[phrase.key] { return known }
            phraseIndex[phrase.key] = Int32(phrases.count)
            phrases.append(phrase)
            return Int32(phrases.count - 1)
          })
        content.append(quotation.content)
        rest.append(Self.pack(quotation))
      }
      signatures += Self.signatures(of: article.parsed)
      actors += article.parsed.actors
      mentions.append(article.parsed.mentions)
      quotationStarts.append(Int32(articleRows.count))
      actorStarts.append(Int32(actors.count))
    }
    mentions.trim()
    phraseRows.trim()
    terms.trim()
    claims.trim()
    speakerRows.trim()
    aboutRows.trim()
    content.trim()
    (self.firstArticle, self.firstQuotation, self.firstActor) = (firstArticle, firstQuotation, firstActor)
    articles = batch.map(\.parsed.article)
    self.quotationStarts = quotationStarts.trimmed
    self.actorStarts = actorStarts.trimmed
    self.actors = actors.trimmed
    self.mentions = mentions
    self.articleRows = articleRows.trimmed
    self.phrases = phrases.trimmed
    self.phraseRows = phraseRows
    self.terms = terms
    self.subjectRows = subjectRows
    self.marks = marks
    self.claims = claims
    self.framings = framings
    self.wordings = wordings
    self.speakerRows = speakerRows
    self.aboutRows = aboutRows
    self.content = content
    self.rest = rest.trimmed
    self.signatures = signatures.trimmed
  }

  /// The same batch at another place of the corpus, its columns shared. O(1).
  public init(_ other: Segment, firstArticle: Int, firstQuotation: Int, firstActor: Int) {
    (self.firstArticle, self.firstQuotation, self.firstActor) = (firstArticle, firstQuotation, firstActor)
    articles = other.articles
    quotationStarts = other.quotationStarts
    actorStarts = other.actorStarts
    actors = other.actors
    mentions = other.mentions
    articleRows = other.articleRows
    phrases = other.phrases
    phraseRows = other.phraseRows
    terms = other.terms
    subjectRows = other.subjectRows
    marks = other.marks
    claims = other.claims
    framings = other.framings
    wordings = other.wordings
    speakerRows = other.speakerRows
    aboutRows = other.aboutRows
    content = other.content
    rest = other.rest
    signatures = other.signatures
  }

  private static func signatures(of parsed: ParsedArticle) -> [TextSignature] {
    var text = parsed.article.text
    return text.withUTF8 { bytes in
      parsed.quotations.map { quotation in
        var signature = TextSignature()
        for span in quotation.content {
          let range = min(span.lower, bytes.count)..<min(span.upper, bytes.count)
          signature.add(UnsafeBufferPointer(rebasing: bytes[range]))
        }
        return signature
      }
    }
  }

  private static func pack(_ quotation: Quotation) -> PackedQuotation {
    PackedQuotation(
      cue: quotation.cue ?? .none, source: quotation.source ?? .none, asked: quotation.asked ?? .none,
      date: quotation.time?.date.sortKey ?? 0, parent: Int32(quotation.parent ?? -1),
      confidence: quotation.confidence, kind: quotation.kind, isStated: quotation.time?.isStated ?? false,
      isExact: quotation.time?.isExact ?? false)
  }

  /// How many quotations it holds.
  public var count: Int { rest.count }

  /// Quotation `row`; `speakers` and `about` are local actor rows, `parent` counts from its article's first.
  public func quotation(_ row: Int) -> Quotation {
    let packed = rest[row]
    return Quotation(
      content: Array(content[row]), cue: packed.cue.isEmpty ? nil : packed.cue,
      source: packed.source.isEmpty ? nil : packed.source, speakers: speakerRows[row].map(Int.init),
      about: aboutRows[row].map(Int.init), kind: packed.kind,
      asked: packed.asked.isEmpty ? nil : packed.asked,
      time: PartialDate(sortKey: packed.date).map {
        Quotation.Time($0, isStated: packed.isStated, isExact: packed.isExact)
      },
      parent: packed.parent < 0 ? nil : Int(packed.parent), confidence: packed.confidence)
  }

  /// Spans of the content of quotation `row`. O(1).
  public func contentSpans(_ row: Int) -> ArraySlice<TextRange> { content[row] }
  /// Shows the bytes of each span of some quotations' words, rows ascending; each article's text is taken up once.
  /// O(rows).
  @inline(__always)
  func visitWords(of rows: [Int32], _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    content.withUnsafeBuffers { spans, starts in
      var next = 0
      while next < rows.count {
        let article = articleRows[Int(rows[next])]
        var text = articles[Int(article)].text
        text.withUTF8 { bytes in
          while next < rows.count, articleRows[Int(rows[next])] == article {
            let row = Int(rows[next])
            for span in Int(starts[row])..<Int(starts[row + 1]) {
              let range = min(spans[span].lower, bytes.count)..<min(spans[span].upper, bytes.count)
              body(row, UnsafeBufferPointer(rebasing: bytes[range]))
            }
            next += 1
          }
        }
      }
    }
  }

  /// Kind of quotation `row`. O(1).
  public func kind(_ row: Int) -> Quotation.Kind { rest[row].kind }
  /// Confidence of quotation `row`. O(1).
  public func confidence(_ row: Int) -> Float { rest[row].confidence }
  /// `PartialDate.sortKey` of when quotation `row` was said, 0 where unknown. O(1).
  public func dateKey(_ row: Int) -> Int32 { rest[row].date }
}
