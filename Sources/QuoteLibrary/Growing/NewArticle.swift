import QuoteModel

/// An article as it goes into a library: everything that costs time is done, on whatever thread.
struct NewArticle: Sendable {
  var article: Article
  var hash: ContentHash
  /// `nil` where the library has the article and its parse.
  var found: Found?

  /// What was found in it.
  struct Found: Sendable {
    var digest: [UInt8]
    var sketch: [UInt8]
    var parts: [UInt8]
    var isCareful: Bool
    var rows: [Row]
  }

  /// A quotation for the table.
  struct Row: Sendable {
    var range: TextRange
    var kind: Quotation.Kind
    var said: String?
    var speaker: String?
    var confidence: Float
  }
}

extension NewArticle {
  /// An article that the library has.
  init(known article: Article, _ hash: ContentHash) {
    self.init(article: article, hash: hash, found: nil)
  }

  /// A parsed article; `article` is as it was read. O(article).
  init(_ article: Article, _ hash: ContentHash, _ digest: DigestedArticle, isCareful: Bool) {
    let actors = digest.parsed.actors
    let rows = digest.parsed.quotations.map { quotation in
      Row(
        range: TextRange(quotation.content.first?.lower ?? 0, quotation.content.last?.upper ?? 0),
        kind: quotation.kind, said: quotation.time?.date.description,
        speaker: quotation.speakers.isEmpty
          ? nil : quotation.speakers.map { actors[$0].name }.joined(separator: ", "),
        confidence: quotation.confidence)
    }
    self.init(
      article: article, hash: hash,
      found: Found(
        digest: DigestCodec.encode(digest), sketch: Sketch(of: article.text).bytes,
        parts: DigestCodec.encode(article.parts), isCareful: isCareful, rows: rows))
  }
}
