extension Segment {
  /// Its articles. O(segment).
  public var articles: [Article] { (0..<articleCount).map(article) }

  /// Actors as each article gives them, article by article. O(segment).
  public var actors: [Actor] { (0..<articleCount).flatMap(actors) }

  /// Article `row` as it was before it was packed, its tokens and sentences left out. O(article).
  public func digested(_ row: Int) -> DigestedArticle {
    let (quotationRows, firstActor) = (quotations(row), actorRows(row).lowerBound)
    let quotations = quotationRows.map { at in
      var quotation = quotation(at)
      quotation.speakers = quotation.speakers.map { $0 - firstActor }
      quotation.about = quotation.about.map { $0 - firstActor }
      return quotation
    }
    return DigestedArticle(
      parsed: ParsedArticle(
        article: article(row), actors: actors(row), mentions: mentions(row), quotations: quotations),
      terms: quotationRows.map { at in
        var terms = terms(at)
        terms.phrases = phraseRows(at).map { phrase($0) }
        return terms
      })
  }

  /// What linking needs to know of the words of quotation `row`, its phrases left out. O(its words).
  public func terms(_ row: Int) -> QuotationTerms {
    var reader = RecordReader(columns.terms[row])
    for _ in 0..<reader.count() { _ = reader.number() }
    let terms = reader.list { $0.number() }
    let marks = reader.marks(terms.count)
    let framing = Framing(rawValue: UInt32(truncatingIfNeeded: reader.number()))
    let subjects = reader.list { UInt8(truncatingIfNeeded: $0.number()) }
    let wordings = reader.list { $0.hash() }
    let hashes = terms.map { columns.termHashes.indices.contains($0) ? columns.termHashes[$0] : 0 }
    let claims = reader.list { reader in
      let words = (0..<4).map { _ in hash(of: reader.number(), hashes) }
      return Claim(words, Claim.Marks(rawValue: UInt16(truncatingIfNeeded: reader.number())))
    }
    return QuotationTerms(
      terms: hashes.filter { $0 != 0 }, subjects: subjects, marks: marks, claims: claims, framing: framing,
      wordings: wordings)
  }

  /// What the numbers of terms stand for.
  public var termHashes: [UInt32] { columns.termHashes }

  /// Shows the number of each term of quotation `row`. O(its terms).
  @inline(__always)
  public func forEachTerm(_ row: Int, _ body: (Int) -> Void) {
    let record = columns.terms[row]
    record.withUnsafeBufferPointer { bytes in
      var at = 0
      for _ in 0..<min(RecordLists.number(bytes, &at), bytes.count) { _ = RecordLists.number(bytes, &at) }
      for _ in 0..<min(RecordLists.number(bytes, &at), bytes.count) {
        let term = RecordLists.number(bytes, &at)
        if term < columns.termHashes.count { body(term) }
      }
    }
  }

  /// The word that a claim's number stands for.
  private func hash(of number: Int, _ terms: [UInt32]) -> UInt32 {
    let place = number &- 1
    if terms.indices.contains(place) { return terms[place] }
    let row = place &- terms.count
    return columns.termHashes.indices.contains(row) ? columns.termHashes[row] : 0
  }

  /// How many different key phrases it holds.
  public var phraseCount: Int { columns.phrases.count }

  /// Key phrase `row`. O(phrase).
  public func phrase(_ row: Int) -> QuotationTerms.Phrase {
    var reader = RecordReader(columns.phrases[row])
    return reader.phrase()
  }

  /// The key phrases of quotation `row`, as local rows. O(phrases).
  public func phraseRows(_ row: Int) -> [Int] {
    var reader = RecordReader(columns.terms[row])
    return reader.list { $0.number() }.filter { 0..<phraseCount ~= $0 }
  }
}

extension RecordReader {
  fileprivate mutating func phrase() -> QuotationTerms.Phrase {
    let label = text()
    let shared = label.utf8.prefix(max(0, number()))
    let rest = bytes(number())
    let key = String(decoding: shared.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } + rest, as: UTF8.self)
    return QuotationTerms.Phrase(key: key, label: label)
  }
}
