import QuoteModel

/// A small corpus made by hand: two people, two articles, three statements, one relation.
public enum FixtureCorpus {
  /// The corpus.
  public static func make() -> Corpus {
    let first = article(
      "first.txt", "2024-10-12", "Ilse Marin said the quay would open. \"We shall see,\" Tomas Oseiv said.",
      ["the quay would open", "\"We shall see,\""], ["Ilse Marin", "Tomas Oseiv"])
    let second = article(
      "second.txt", "2024-10-14", "Ilse Marin said the quay would not open.", ["the quay would not open"],
      ["Ilse Marin", "Tomas Oseiv"])
    let segment = Segment([first, second], firstArticle: 0, firstQuotation: 0, firstActor: 0)
    var links = Links()
    links.actors = first.parsed.actors
    links.actorOfArticleActor = [0, 1, 0, 1].map { ActorID($0) }
    links.topics = [Topic(label: "quay", kind: .phrase)]
    let marin = QuotationID(0), oseiv = QuotationID(1), later = QuotationID(2)
    links.quotationsBySpeaker = PackedLists(count: 2, pairs: [(0, marin), (1, oseiv), (0, later)])
    links.quotationsByTopic = PackedLists(count: 1, pairs: [(0, marin), (0, later)])
    for topics in [[TopicID(0)], [], [TopicID(0)]] { links.topicsOfQuotation.append(topics) }
    links.relations.append([
      Relation(to: later, .sameSubject, isForward: false, score: 0.8, evidence: "both about quay")
    ])
    links.relations.append([])
    links.relations.append([Relation(to: marin, .sameSubject, score: 0.8, evidence: "both about quay")])
    return Corpus(segments: [segment], links: links)
  }

  private static func article(
    _ name: String, _ date: String, _ text: String, _ contents: [String], _ people: [String]
  ) -> DigestedArticle {
    let published = PartialDate(date)
    let article = Article(
      name: name, path: name, title: "The quay", outlet: "Example Wire", date: published, text: text,
      parts: [ArticlePart(TextRange(0, text.utf8.count))])
    var parsed = ParsedArticle(article: article, actors: people.map { Actor(name: $0, kind: .person) })
    parsed.quotations = contents.enumerated().map { index, content in
      var quotation = Quotation(content: [range(of: content, in: text)], speakers: [index], confidence: 0.9)
      quotation.source = range(of: people[index], in: text)
      quotation.kind = content.hasPrefix("\"") ? .direct : .indirect
      quotation.time = published.map { Quotation.Time($0, isStated: false) }
      return quotation
    }
    return DigestedArticle(parsed: parsed, terms: contents.map { _ in QuotationTerms() })
  }

  private static func range(of part: String, in text: String) -> TextRange {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return TextRange(start, start + wanted.count)
  }
}
