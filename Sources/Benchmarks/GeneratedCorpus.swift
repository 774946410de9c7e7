import QuoteExport
import QuoteModel

/// A corpus as large as wanted, of words that mean nothing: as many articles, actors, topics and relations as an
/// archive of that size has, the frequent ones as frequent as in language (Zipf). The same on every run.
struct GeneratedCorpus {
  private var random: UInt64 = 42
  private var words: [String] = []
  private var names: [String] = []
  private let topicCount: Int
  static let quotationsPerArticle = 8
  private static let articlesPerSegment = 2048
  /// So many that of the phrases of a segment somewhat less than half are different ones, as in news.
  private static let phraseCount = 1_000_000

  init(quotations: Int) {
    topicCount = max(50, quotations / 200)
    words = (0..<20_000).map { _ in word() }
    names = (0..<max(50, quotations / 25)).map { _ in word().capitalized + " " + word().capitalized }
  }

  /// Builds it. O(quotations).
  mutating func make(quotations: Int) -> Corpus {
    var segments: [Segment] = []
    var (articles, made, actors) = (0, 0, 0)
    while made < quotations {
      let batch = (0..<GeneratedCorpus.articlesPerSegment).map { article(number: articles + $0) }
      let segment = Segment(batch, firstArticle: articles, firstQuotation: made, firstActor: actors)
      segments.append(segment)
      articles += batch.count
      made += segment.count
      actors += segment.actorCount
    }
    return Corpus(segments: segments, links: links(segments))
  }

  /// Articles as lines of JSON, to be read and parsed.
  mutating func lines(_ numbers: Range<Int>) -> [UInt8] {
    numbers.flatMap { ArticleLines.line(of: article(number: $0).parsed.article) }
  }

  private mutating func article(number: Int) -> DigestedArticle {
    let date = PartialDate(year: 2015 + number % 10, month: number / 10 % 12 + 1, day: number / 120 % 28 + 1)
    var (text, quotations, actors) = (phrase(6).capitalized, [Quotation](), [Actor]())
    text += "\n\n"
    for _ in 0..<GeneratedCorpus.quotationsPerArticle {
      let name = names[rank(names.count)]
      let source = TextRange(text.utf8.count, text.utf8.count + name.utf8.count)
      text += name
      text += " said "
      let cue = TextRange(source.upper + 1, source.upper + 5)
      let start = text.utf8.count
      text += "\"" + phrase(14 + Int(next() % 12)) + ".\""
      let content = [TextRange(start, text.utf8.count)]
      text += "\n\n"
      let row = actors.firstIndex { $0.name == name } ?? actors.count
      if row == actors.count { actors.append(actor(name)) }
      quotations.append(
        Quotation(
          content: content, cue: cue, source: source, speakers: [row],
          about: actors.count > 1 && next() % 4 == 0 ? [actors.count - 2] : [], kind: .direct,
          time: Quotation.Time(date, isStated: false), confidence: Float(next() % 100) / 100))
    }
    let article = Article(
      name: "\(number).txt", path: "news/\(number).txt", title: phrase(5), outlet: "Outlet \(number % 40)",
      date: date,
      text: text,
      parts: quotations.compactMap { $0.source.map { ArticlePart(TextRange($0.lower, $0.upper + 100)) } })
    let found = quotations.flatMap { mentions(in: $0, of: actors.count) }
    return DigestedArticle(
      parsed: ParsedArticle(article: article, actors: actors, mentions: found, quotations: quotations),
      terms: quotations.map { _ in terms() })
  }

  private mutating func actor(_ name: String) -> Actor {
    let surname = String(name.drop { $0 != " " }.dropFirst())
    return Actor(
      name: name, kind: .person, aliases: next() % 5 < 2 ? [surname] : [],
      roles: next() % 5 == 0 ? [Actor.Role(phrase(2), seen: PartialDate(year: 2015, month: 3, day: 4))] : [])
  }

  private mutating func mentions(in quotation: Quotation, of actors: Int) -> [Mention] {
    guard let source = quotation.source, let content = quotation.content.first else { return [] }
    return [Mention(source, .name, actor: quotation.speakers[0])]
      + stride(from: content.lower + 10, to: content.upper - 5, by: 30).map {
        Mention(TextRange($0, $0 + 4 + Int(next() % 8)), .name, actor: Int(next() % UInt64(actors)))
      }
  }

  /// What linking would know of a quotation.
  private mutating func terms() -> QuotationTerms {
    let rows = (0..<9).map { _ in rank(words.count) }
    let kinds: [TermMarks] = [
      [], [], [], .verb, .verb, .adjective, .name, .opensSentence, [.negated, .verb],
    ]
    return QuotationTerms(
      phrases: (0..<Int(next() % 8)).map { _ in
        let row = rank(GeneratedCorpus.phraseCount)
        let label = words[row &* 7919 % words.count] + " " + words[row % words.count]
        return QuotationTerms.Phrase(key: label, label: label)
      }, terms: rows.map(hash),
      subjects: [UInt8(next() % 20)],
      marks: rows.map { _ in kinds[Int(next() % 9)] }, claims: claims(of: rows),
      framing: Framing(rawValue: next() % 4 == 0 ? 1 : 0),
      wordings: (0..<1 + next() % 3 / 2).map { _ in next() &* 0x9E37_79B9_7F4A_7C15 })
  }

  /// Claims as many as news makes, 85 a hundred quotations, of the quotation's terms.
  private mutating func claims(of rows: [Int]) -> [Claim] {
    (0..<[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3][Int(next() % 13)]).map { _ in
      let words = (0..<4).map { _ in next() % 8 < 5 ? hash(rows[Int(next() % UInt64(rows.count))]) : 0 }
      return Claim(
        subject: words[0], predicate: words[1], object: words[2], qualifier: words[3],
        marks: Claim.Marks(rawValue: UInt16(truncatingIfNeeded: next() & next())))
    }
  }

  private func hash(_ row: Int) -> UInt32 { UInt32(truncatingIfNeeded: (row + 1) &* 0x9E37_79B1) }

  private mutating func links(_ segments: [Segment]) -> Links {
    var links = Links()
    var rows: [String: Int] = [:]
    for (row, name) in names.enumerated() { rows[name] = rows[name] ?? row }
    links.actors = names.map { actor($0) }
    links.topics = (0..<topicCount).map { _ in Topic(label: phrase(1 + Int(next() % 2)), kind: .phrase) }
    var related: [[Relation]] = []
    var (spoken, about): ([(row: Int, quotation: QuotationID)], [(row: Int, quotation: QuotationID)]) = (
      [], []
    )
    for segment in segments {
      let actors = segment.actors.map { rows[$0.name] ?? 0 }
      links.actorOfArticleActor += actors.map { ActorID($0) }
      for row in 0..<segment.count {
        let id = QuotationID(segment.firstQuotation + row)
        for actor in segment.speakerRows[row] { spoken.append((actors[Int(actor)], id)) }
        let topics = Set((0..<3).map { _ in rank(topicCount) }).sorted()
        for topic in topics { about.append((topic, id)) }
        links.topicsOfQuotation.append(topics.map { TopicID($0) })
        related.append(relations(of: id, links.topics))
      }
    }
    links.relations = RelationLists(related)
    links.quotationsBySpeaker = PackedLists(count: names.count, pairs: spoken)
    links.quotationsByTopic = PackedLists(count: topicCount, pairs: about)
    return links
  }

  private mutating func relations(of id: QuotationID, _ topics: [Topic]) -> [Relation] {
    (0..<Int(next() % 5)).map { _ in
      let subject = topics[rank(topics.count)].label
      return Relation(
        to: QuotationID(max(0, id.index - 1 - Int(next() % 1000))), Relation.Kind.allCases[Int(next() % 8)],
        score: Float(next() % 100) / 100,
        evidence: next() % 3 == 0 ? "goes on in the next paragraph" : "both about \(subject)")
    }
  }

  // MARK: Words.

  private mutating func next() -> UInt64 {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (random ^ (random >> 31)) >> 8
  }

  /// A row of so many, the first ones far more often: 1/rank.
  private mutating func rank(_ count: Int) -> Int {
    let share = Double(next() % 1_000_000) / 1_000_000
    var (power, base, left) = (1.0, Double(count), share)
    // count^share, by squaring: no Foundation here.
    while left > 1e-6 {
      base = base.squareRoot()
      left *= 2
      if left >= 1 {
        power *= base
        left -= 1
      }
    }
    return min(count - 1, Int(power) - 1)
  }

  private mutating func word() -> String {
    let (onsets, vowels) = (Array("bcdfghjklmnprstvz"), Array("aeiou"))
    return (0..<(1 + Int(next() % 3))).map { _ in
      String([onsets[Int(next() % 17)], vowels[Int(next() % 5)]])
        + (next() % 2 == 0 ? String(onsets[Int(next() % 17)]) : "")
    }.joined()
  }

  private mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in words[rank(words.count)] }.joined(separator: " ")
  }

  /// Words to type, the frequent and the rare.
  func samples(_ count: Int) -> [String] { (0..<count).map { words[$0 * $0 * 7 % words.count] } }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
