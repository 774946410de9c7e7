/// Packs one article after the other into the columns of a segment.
struct SegmentPacking {
  private var columns = SegmentColumns()
  private var termRows: [UInt32: Int32] = [:]
  private var phraseRows: [QuotationTerms.Phrase: Int32] = [:]
  private var index = WordIndexBuilder()

  /// O(article).
  mutating func add(_ digested: DigestedArticle) {
    let parsed = digested.parsed
    let firstActor = columns.actorStarts.last ?? 0
    columns.texts.append(parsed.article.text)
    columns.details.append { $0.article(parsed.article) }
    columns.actors.append { for actor in parsed.actors { $0.actor(actor) } }
    columns.mentions.append { $0.mentions(parsed.mentions) }
    for (quotation, terms) in zip(parsed.quotations, digested.terms) {
      add(quotation, firstActor)
      add(terms)
    }
    index(parsed)
    columns.quotationStarts.append(Int32(columns.dates.count))
    columns.actorStarts.append(firstActor + Int32(parsed.actors.count))
  }

  private mutating func add(_ quotation: Quotation, _ firstActor: Int32) {
    columns.dates.append(quotation.time?.date.sortKey ?? 0)
    columns.flags.append(QuotationFlags(quotation).rawValue)
    columns.confidences.append(SegmentColumns.scaled(quotation.confidence))
    columns.content.append(quotation.content)
    columns.speakers.append(quotation.speakers.map { firstActor + Int32($0) })
    columns.about.append(quotation.about.map { firstActor + Int32($0) })
    let place = quotation.content.first?.lower ?? 0
    columns.contexts.append { record in
      for range in [quotation.cue, quotation.source, quotation.asked] {
        if let range, !range.isEmpty { record.range(range, from: place) }
      }
      if let parent = quotation.parent { record.number(parent) }
    }
  }

  private mutating func add(_ terms: QuotationTerms) {
    let phrases = terms.phrases.map { row(of: $0) }
    let hashes = terms.terms.map { row(of: $0) }
    let claims = terms.claims.map { claim in
      (words: claim.words.map { $0 == 0 ? 0 : place(of: $0, in: terms.terms) }, marks: claim.marks)
    }
    columns.terms.append { record in
      record.list(phrases) { $0.number($1) }
      record.list(hashes) { $0.number($1) }
      record.marks(terms.marks)
      record.number(terms.framing.rawValue)
      record.list(terms.subjects) { $0.number($1) }
      record.list(terms.wordings) { $0.hash($1) }
      record.list(claims) { $0.claim($1) }
    }
  }

  /// A claim's word as a number above 0: its place among the quotation's terms, behind these its row in the segment.
  private mutating func place(of hash: UInt32, in terms: [UInt32]) -> Int {
    (terms.firstIndex(of: hash) ?? terms.count + Int(row(of: hash))) + 1
  }

  private mutating func row(of hash: UInt32) -> Int32 {
    if let known = termRows[hash] { return known }
    let row = Int32(columns.termHashes.count)
    termRows[hash] = row
    columns.termHashes.append(hash)
    return row
  }

  private mutating func row(of phrase: QuotationTerms.Phrase) -> Int32 {
    if let known = phraseRows[phrase] { return known }
    let row = Int32(columns.phrases.count)
    phraseRows[phrase] = row
    columns.phrases.append { $0.phrase(phrase) }
    return row
  }

  private mutating func index(_ parsed: ParsedArticle) {
    var (text, row) = (parsed.article.text, columns.quotationStarts.last ?? 0)
    text.withUTF8 { bytes in
      for quotation in parsed.quotations {
        for span in quotation.content {
          let range = min(span.lower, bytes.count)..<min(span.upper, bytes.count)
          index.add(UnsafeBufferPointer(rebasing: bytes[range]), row: row)
        }
        row += 1
      }
    }
  }

  /// The columns, without room for more. O(segment).
  consuming func finished() -> SegmentColumns {
    columns.words = index.index()
    var trimming = Trimming()
    columns.visit(&trimming)
    return columns
  }

  private struct Trimming: ColumnVisitor {
    typealias Failure = Never

    mutating func visit<Item: BitwiseCopyable>(_ name: StaticString, _ column: inout [Item]) {
      column = column.trimmed
    }
    mutating func visit(_ name: StaticString, _ texts: inout [String]) { texts = texts.trimmed }
  }
}

extension RecordWriter {
  /// A claim, its words as numbers.
  fileprivate mutating func claim(_ claim: (words: [Int], marks: Claim.Marks)) {
    for word in claim.words { number(word) }
    number(claim.marks.rawValue)
  }

  /// A phrase: its words as printed, and of its key what those do not tell.
  mutating func phrase(_ phrase: QuotationTerms.Phrase) {
    text(phrase.label)
    let shared = zip(phrase.label.utf8, phrase.key.utf8).prefix { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
      .count
    number(shared)
    let rest = phrase.key.utf8.dropFirst(shared)
    number(rest.count)
    append(rest)
  }
}
