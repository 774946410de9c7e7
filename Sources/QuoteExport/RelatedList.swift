import QuoteModel

extension Summaries {
  /// Columns of `related`.
  public static let relatedColumns = [
    Listing.Column("relation"), .init("direction", isBrief: false), .init("score"), .init("when"),
    .init("id"),
    .init("speakers"), .init("doc", isBrief: false), .init("evidence"), .init("text"),
  ]

  /// What is related to a quotation, the strongest first. O(relations × text of their articles).
  public static func related(to id: QuotationID, in corpus: Corpus) -> Listing {
    var listing = Listing(relatedColumns)
    guard id.index < corpus.links.relations.count else { return listing }
    for relation in corpus.links.relations[id.index] {
      let target = relation.target
      listing.rows.append([
        .text(relation.kind.name), .text(relation.isForward ? "to an earlier one" : "from a later one"),
        .share(relation.score), .init(corpus[target].time?.date.description),
        .text(corpus.stableID(of: target)),
        .list(corpus.speakers(of: target).map { corpus[$0].name }),
        .text(corpus[corpus.article(of: target)].name),
        .text(relation.evidence), .text(corpus.text(of: target)),
      ])
    }
    return listing
  }
}

extension Corpus {
  /// The quotations whose stable id begins with these digits, in the order read. O(all text).
  public func quotations(named digits: String) -> [QuotationID] {
    let wanted = digits.lowercased()
    return (0..<articleCount).flatMap { row in
      let article = ArticleID(row)
      let names = stableIDs(in: article, CodePointMap(self[article].text))
      return zip(quotations(in: article), names).filter { $1.hasPrefix(wanted) }.map { QuotationID($0.0) }
    }
  }
}
