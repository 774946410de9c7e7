import QuoteModel

/// A small corpus about invented people, made by hand: two articles, six quotations, three speakers.
public enum FixtureCorpus {
  /// The first article alone, or both.
  public static func make(articles: Int = 2) -> Corpus {
    var segments: [Segment] = []
    var (firstQuotation, firstActor) = (0, 0)
    for (row, parsed) in [harbour, winter].prefix(articles).enumerated() {
      let digest = DigestedArticle(parsed: parsed, terms: parsed.quotations.map { _ in QuotationTerms() })
      let segment = Segment(
        [digest], firstArticle: row, firstQuotation: firstQuotation, firstActor: firstActor)
      firstQuotation += segment.count
      firstActor += segment.actorCount
      segments.append(segment)
    }
    return Corpus(segments: segments, links: links(segments, isWhole: articles > 1))
  }

  private static let harbour = article(
    name: "harbour.txt", title: "Ports Weigh a Joint Dredging Fleet", outlet: "Example Wire",
    date: "2024-10-12",
    text: """
      Ports Weigh a Joint Dredging Fleet

      Ilse Marin-Vogel said that the new quay would not change who pays for the channel. Speaking beside her \
      guest, she said "the northern ports are ready" for a fleet of their own.

      Tomas Oseiv disagreed. "Closing the channel in winter was a mistake," he said on Friday. The harbour \
      board of Késtrel declined to comment.
      """,
    actors: [
      Actor(name: "Ilse Marin-Vogel", kind: .person, gender: .female),
      Actor(name: "Tomas Oseiv", kind: .person),
    ],
    statements: [
      Statement(
        ["that the new quay would not change who pays for the channel"], "said", "Ilse Marin-Vogel", 0,
        .indirect,
        "2024-10-11", 0.94),
      Statement(
        ["\"the northern ports are ready\" for a fleet of their own"], "said", "she", 0, .mixed, "2024-10-11",
        1),
      Statement(
        ["\"Closing the channel in winter was a mistake,\""], "said", "he", 1, .direct, "2024-10-07", 0.88),
    ])

  private static let winter = article(
    name: "winter.txt", title: "A Winter Without Ships", outlet: "Kestrel Post", date: "2023-12-02",
    text: """
      A Winter Without Ships

      "Dredging in one year is neither easy nor cheap," said Ilse Marin-Vogel. Anouk Déry, of the Harbour Board, \
      said the channel would stay open.

      Déry added that nobody had asked the pilots.
      """,
    actors: [
      Actor(name: "Anouk Déry", kind: .person, gender: .female),
      Actor(name: "Ilse Marin-Vogel", kind: .person),
    ],
    statements: [
      Statement(
        ["\"Dredging in one year is neither easy nor cheap,\""], "said", "Ilse Marin-Vogel", 1, .direct,
        "2023",
        0.9),
      Statement(
        ["the channel would stay open"], "said", "Anouk Déry, of the Harbour Board", 0, .indirect, nil, 0.71),
      Statement(["that nobody had asked the pilots"], "added", "Déry", 0, .indirect, "2023-12-01", 0.65),
    ])

  private struct Statement {
    let content: [String]
    let cue, source: String
    let speaker: Int
    let kind: Quotation.Kind
    let date: String?
    let confidence: Float

    init(
      _ content: [String], _ cue: String, _ source: String, _ speaker: Int, _ kind: Quotation.Kind,
      _ date: String?,
      _ confidence: Float
    ) {
      (self.content, self.cue, self.source, self.speaker) = (content, cue, source, speaker)
      (self.kind, self.date, self.confidence) = (kind, date, confidence)
    }
  }

  private static func article(
    name: String, title: String, outlet: String, date: String, text: String, actors: [Actor],
    statements: [Statement]
  ) -> ParsedArticle {
    let quotations = statements.map { statement in
      let content = statement.content.compactMap { range(of: $0, in: text, near: 0) }
      let anchor = content.first?.lower ?? 0
      return Quotation(
        content: content, cue: range(of: statement.cue, in: text, near: anchor),
        source: range(of: statement.source, in: text, near: anchor), speakers: [statement.speaker],
        kind: statement.kind,
        time: statement.date.flatMap { PartialDate($0) }.map { Quotation.Time($0, isStated: true) },
        confidence: statement.confidence)
    }
    var start = 0
    var parts: [ArticlePart] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty {
        parts.append(ArticlePart(TextRange(start, start + line.count), parts.isEmpty ? .headline : .body))
      }
      start += line.count + 1
    }
    return ParsedArticle(
      article: Article(
        name: name, path: "news/" + name, title: title, outlet: outlet, date: PartialDate(date),
        url: "https://example.org/" + name, text: text, parts: parts),
      actors: actors, quotations: quotations)
  }

  /// The occurrence of whole words that lies nearest to a byte.
  private static func range(of words: String, in text: String, near anchor: Int) -> TextRange? {
    let (text, words) = (Array(text.utf8), Array(words.utf8))
    func isLetter(_ index: Int) -> Bool { text.indices.contains(index) && (text[index] | 0x20) &- 0x61 < 26 }
    let starts = (0...max(0, text.count - words.count)).filter {
      text[$0...].starts(with: words) && !isLetter($0 - 1) && !isLetter($0 + words.count)
    }
    return starts.min { abs($0 - anchor) < abs($1 - anchor) }.map { TextRange($0, $0 + words.count) }
  }

  /// With one article, actors and topics have other ids than with two, as happens while more is read.
  private static func links(_ segments: [Segment], isWhole: Bool) -> Links {
    var links = Links()
    let marin = Actor(name: "Ilse Marin-Vogel", kind: .person, aliases: ["Marin"])
    let oseiv = Actor(name: "Tomas Oseiv", kind: .person)
    links.actors = isWhole ? [oseiv, Actor(name: "Anouk Déry", kind: .person), marin] : [marin, oseiv]
    func id(_ name: String) -> ActorID { ActorID(links.actors.firstIndex { $0.name == name } ?? 0) }
    links.actorOfArticleActor = segments.flatMap(\.actors).map { id($0.name) }
    let labels = isWhole ? ["winter", "harbour", "pilots"] : ["harbour", "winter"]
    links.topics = labels.map { Topic(label: $0, kind: .phrase) }
    let named = [["harbour"], ["harbour"], ["winter", "harbour"], ["harbour"], ["winter"], ["pilots"]]
    let topics = named.map { $0.compactMap { label in labels.firstIndex(of: label).map { TopicID($0) } } }
    var spoken: [(row: Int, quotation: QuotationID)] = []
    var about: [(row: Int, quotation: QuotationID)] = []
    for segment in segments {
      for row in 0..<segment.count {
        let quotation = QuotationID(segment.firstQuotation + row)
        for actor in segment.speakerRows[row] {
          spoken.append((links.actorOfArticleActor[segment.firstActor + Int(actor)].index, quotation))
        }
        for topic in topics[quotation.index] { about.append((topic.index, quotation)) }
        links.topicsOfQuotation.append(topics[quotation.index])
      }
    }
    links.relations = RelationLists(
      (0..<links.topicsOfQuotation.count).map {
        relations(of: QuotationID($0), isWhole: isWhole)
      })
    links.quotationsBySpeaker = PackedLists(count: links.actors.count, pairs: spoken)
    links.quotationsByTopic = PackedLists(count: links.topics.count, pairs: about)
    return links
  }

  private static func relations(of id: QuotationID, isWhole: Bool) -> [Relation] {
    switch id.raw {
    case 0:
      [Relation(to: QuotationID(1), .continues, isForward: false, score: 0.9, evidence: "next sentence")]
    case 1:
      [Relation(to: QuotationID(0), .continues, score: 0.9, evidence: "next sentence")]
        + (isWhole
          ? [Relation(to: QuotationID(3), .sameSubject, score: 0.62, evidence: "dredging, ports")] : [])
    case 2: [Relation(to: QuotationID(1), .answers, score: 0.8, evidence: "“disagreed”")]
    case 3: [Relation(to: QuotationID(1), .sameSubject, score: 0.62, evidence: "dredging, ports")]
    default: []
    }
  }
}
