extension Segment {
  /// Article `row` as it was before it was packed, its tokens and sentences left out. O(article).
  public func digested(_ row: Int) -> DigestedArticle {
    let quotationRows = Int(quotationStarts[row])..<Int(quotationStarts[row + 1])
    let actorRows = Int(actorStarts[row])..<Int(actorStarts[row + 1])
    let quotations = quotationRows.map { at in
      var quotation = quotation(at)
      quotation.speakers = quotation.speakers.map { $0 - actorRows.lowerBound }
      quotation.about = quotation.about.map { $0 - actorRows.lowerBound }
      return quotation
    }
    return DigestedArticle(
      parsed: ParsedArticle(
        article: articles[row], actors: Array(actors[actorRows]), mentions: Array(mentions[row]),
        quotations: quotations),
      terms: quotationRows.map { at in
        QuotationTerms(
          phrases: phraseRows[at].map { phrases[Int($0)] }, terms: Array(terms[at]),
          subjects: Array(subjectRows[at]), marks: Array(marks[at]), claims: Array(claims[at]),
          framing: framings[at],
          wordings: Array(wordings[at]))
      })
  }
}
