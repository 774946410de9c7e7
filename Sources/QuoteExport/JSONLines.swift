import QuoteModel

/// Quotations as JSON, one object a line; offsets in code points, end exclusive.
///
/// Identifiers come from content: a quotation's from its document's name, place and words, an actor's from
/// its kind and name, a topic's from its key. The same words give the same identifier everywhere.
public enum JSONLines {
  /// A line for each quotation of an article, in text order, as UTF-8. O(article's text + output).
  public static func lines(of digested: DigestedArticle) -> [UInt8] {
    let article = digested.parsed.article
    let map = CodePointMap(article.text)
    var json = JSONText()
    for (row, quotation) in digested.parsed.quotations.enumerated() {
      let terms = row < digested.terms.count ? digested.terms[row] : QuotationTerms()
      json.object { write(quotation, terms, digested.parsed, map, into: &$0) }
      json.endLine()
    }
    return json.bytes
  }

  private static func write(
    _ quotation: Quotation, _ terms: QuotationTerms, _ parsed: ParsedArticle, _ map: CodePointMap,
    into json: inout JSONText
  ) {
    let article = parsed.article
    let words = quotation.words(in: article.text)
    let place = quotation.content.first.map { map.codePoints(in: $0).start } ?? 0
    json.key("doc")
    json.string(article.name)
    json.key("id")
    json.string(StableID.of(article.name, String(place), words))
    json.key("kind")
    json.string(quotation.kind.name)
    json.key("spans")
    json.array { for range in quotation.content { $0.span(range, map) } }
    json.key("text")
    json.string(words)
    json.key("cue")
    span(quotation.cue, map, into: &json)
    json.key("speaker")
    span(quotation.source, map, into: &json)
    json.key("speaker_text")
    json.optional(quotation.source.map { article.text[$0] })
    json.key("actors")
    json.array {
      for row in quotation.speakers where parsed.actors.indices.contains(row) { $0.actor(row, of: parsed) }
    }
    json.key("topics")
    json.array { topics(quotation, terms, parsed, into: &$0) }
    json.key("when")
    json.optional(quotation.time?.date.description)
    json.key("asked")
    json.optional(quotation.asked.map { article.text[$0] })
    json.key("confidence")
    json.share(quotation.confidence)
    json.key("article")
    json.object { source(article, into: &$0) }
  }

  private static func span(_ range: TextRange?, _ map: CodePointMap, into json: inout JSONText) {
    if let range { json.span(range, map) } else { json.null() }
  }

  /// Whom it speaks of, then its key phrases: what one article can tell of its subjects.
  private static func topics(
    _ quotation: Quotation, _ terms: QuotationTerms, _ parsed: ParsedArticle, into json: inout JSONText
  ) {
    let spokenOf = quotation.about.filter(parsed.actors.indices.contains).map { parsed.actors[$0] }
    let labels =
      spokenOf.map { (id: $0.stableID, label: $0.name) }
      + terms.phrases.map { (id: StableID.of("phrase", $0.key), label: $0.label) }
    for topic in labels {
      json.object {
        $0.key("id")
        $0.string(topic.id)
        $0.key("label")
        $0.string(topic.label)
      }
    }
  }

  private static func source(_ article: Article, into json: inout JSONText) {
    json.key("title")
    json.string(article.title)
    json.key("date")
    json.optional(article.date?.description)
    json.key("outlet")
    json.optional(article.outlet)
    json.key("url")
    json.optional(article.url)
  }
}

extension JSONText {
  /// Who an article's actor is, or null for a row it does not have.
  mutating func actor(_ row: Int?, of parsed: ParsedArticle) {
    guard let row, parsed.actors.indices.contains(row) else { return null() }
    let actor = parsed.actors[row]
    object {
      $0.key("id")
      $0.string(actor.stableID)
      $0.key("name")
      $0.string(actor.name)
      $0.key("type")
      $0.string(actor.kind.name)
    }
  }
}

extension Actor {
  var stableID: String { StableID.of("actor", kind.name, name.lowercased()) }
}
