import QuoteModel

/// Quotations as JSON, one object a line; offsets in code points, end exclusive.
///
/// Identifiers come from content: a quotation's from its document's name, place and words, an actor's from
/// its kind and name, a topic's from its key. The same words give the same identifier everywhere.
public enum JSONLines {
  /// A line for each quotation of an article, in text order, as UTF-8; actors and topics are those of the
  /// corpus. O(article's text + output).
  public static func lines(of id: ArticleID, in corpus: Corpus) -> [UInt8] {
    let rows = corpus.quotations(in: id).map { number in
      let id = QuotationID(number)
      let topics = number < corpus.links.topicsOfQuotation.count ? corpus.links.topicsOfQuotation[number] : []
      return Row(
        quotation: corpus[id], parent: corpus.parent(of: id).map { corpus[$0] },
        speakers: corpus.speakers(of: id).map { corpus[$0] },
        topics: topics.map { topic in
          let topic = corpus[topic]
          let id = topic.code ?? topic.actor.map { corpus[$0].stableID } ?? StableID.of("phrase", topic.label)
          return (id, topic)
        })
    }
    return lines(of: rows, in: corpus[id])
  }

  /// A quotation with who said it and what it is about.
  private struct Row {
    var quotation: Quotation
    /// The quotation whose words hold this one.
    var parent: Quotation?
    var speakers: [Actor]
    var topics: [(id: String, topic: Topic)]
  }

  private static func lines(of rows: [Row], in article: Article) -> [UInt8] {
    let map = CodePointMap(article.text)
    var json = JSONText()
    for row in rows {
      json.object { write(row, article, map, into: &$0) }
      json.endLine()
    }
    return json.bytes
  }

  private static func write(
    _ row: Row, _ article: Article, _ map: CodePointMap, into json: inout JSONText
  ) {
    let quotation = row.quotation
    let words = quotation.words(in: article.text)
    json.key("doc")
    json.string(article.name)
    json.key("id")
    json.string(identifier(quotation, article, map))
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
    json.array { for actor in row.speakers { $0.actor(actor) } }
    json.key("topics")
    json.array { for topic in row.topics { $0.topic(topic.id, topic.topic) } }
    json.key("when")
    json.optional(quotation.time?.date.description)
    json.key("asked")
    json.optional(quotation.asked.map { article.text[$0] })
    json.key("parent")
    json.optional(row.parent.map { identifier($0, article, map) })
    json.key("confidence")
    json.share(quotation.confidence)
    json.key("article")
    json.object { source(article, into: &$0) }
  }

  private static func identifier(_ quotation: Quotation, _ article: Article, _ map: CodePointMap) -> String {
    let place = quotation.content.first.map { map.codePoints(in: $0).start } ?? 0
    return StableID.of(article.name, String(place), quotation.words(in: article.text))
  }

  private static func span(_ range: TextRange?, _ map: CodePointMap, into json: inout JSONText) {
    if let range { json.span(range, map) } else { json.null() }
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
    actor(parsed.actors[row])
  }

  mutating func actor(_ actor: Actor) {
    object {
      $0.key("id")
      $0.string(actor.stableID)
      $0.key("name")
      $0.string(actor.name)
      $0.key("type")
      $0.string(actor.kind.name)
    }
  }

  mutating func topic(_ id: String, _ topic: Topic) {
    object {
      $0.key("id")
      $0.string(id)
      $0.key("label")
      $0.string(topic.label)
      $0.key("kind")
      $0.string(topic.kind.name)
      guard let code = topic.code else { return }
      $0.key("code")
      $0.string(code)
    }
  }
}

extension Actor {
  var stableID: String { StableID.of("actor", kind.name, name.lowercased()) }
}
