import TestSupport
import Testing

@testable import QuoteModel

@Suite struct ColumnBytesTests {
  /// The fixture with all that a segment can hold of it.
  private let corpus: Corpus = {
    let plain = FixtureCorpus.make()
    var article = plain.segments[0].digested(0)
    article.parsed.article.byline = ""
    article.parsed.article.parts = [ArticlePart(TextRange(0, 20), .headline), ArticlePart(TextRange(22, 90))]
    article.parsed.actors[0].aliases = ["Marin", ""]
    article.parsed.actors[1].roles = [Actor.Role("harbour master", seen: PartialDate(year: 2024, month: 2))]
    article.parsed.actors[1].members = [0]
    article.parsed.mentions = [
      Mention(TextRange(36, 52), .name, actor: 0), Mention(TextRange(60, 64), .pronoun),
    ]
    article.parsed.quotations[0].speakers = [1, 0]
    article.parsed.quotations[1].speakers = []
    article.parsed.quotations[1].parent = 0
    article.parsed.quotations[1].content.append(TextRange(180, 200))
    article.parsed.quotations[2].asked = TextRange(3, 9)
    article.terms[0] = QuotationTerms(
      phrases: [.init(key: "new quai", label: "New quays"), .init(key: "quai", label: "quays")],
      terms: [7, .max, 7], subjects: [3], marks: [.verb, [.name, .number], .name],
      framing: [.supports, .grants],
      wordings: [.max, 1])
    let segment = Segment([article], firstArticle: 0, firstQuotation: 0, firstActor: 0)
    return Corpus(segments: [segment, plain.segments[1]], links: plain.links)
  }()

  private func segment(_ bytes: [UInt8]) throws -> Segment {
    try bytes.withUnsafeBytes { try Segment(bytes: $0, firstArticle: 0, firstQuotation: 0, firstActor: 0) }
  }

  private func links(_ bytes: [UInt8]) throws -> Links {
    try bytes.withUnsafeBytes { try Links(bytes: $0, for: corpus.segments) }
  }

  @Test func aSegmentIsReadAsItWasWritten() throws {
    for original in corpus.segments {
      let again = try segment(original.bytes())
      #expect(again.bytes() == original.bytes())
      for row in 0..<original.articleCount {
        #expect(again.digested(row).parsed == original.digested(row).parsed)
        #expect(again.digested(row).terms == original.digested(row).terms)
      }
    }
    let article = corpus.segments[0].digested(0)
    #expect(article.terms[0].phrases.map(\.key) == ["new quai", "quai"])
    #expect(article.terms[0].marks == [.verb, [.name, .number], .name])
    #expect(article.parsed.quotations.map(\.speakers) == [[1, 0], [], [1]])
    #expect(article.terms[0].terms == [7, .max, 7] && article.terms[0].wordings == [.max, 1])
    #expect(article.parsed.article.byline?.isEmpty == true && article.parsed.article.language == nil)
    #expect(article.parsed.quotations.map(\.parent) == [nil, 0, nil])
  }

  @Test func linksAreReadAsTheyWereWritten() throws {
    var links = corpus.links
    var corrections = ActorCorrections()
    corrections.separate(.init("Marin", in: "harbour.txt"), from: .init("Oseiv"))
    links.unheldCorrections = corrections.sorted
    links.topics[1].parent = TopicID(0)
    let again = try self.links(links.bytes())
    #expect(again.actors == links.actors && again.topics == links.topics)
    #expect(again.actorOfArticleActor == links.actorOfArticleActor)
    #expect(again.unheldCorrections == links.unheldCorrections)
    #expect(again.quotationsByTopic.items == links.quotationsByTopic.items)
    #expect(
      again.relations.elementsEqual(links.relations) && again.relations.joined().contains { $0.score == 0.62 }
    )
    #expect(again.bytes() == links.bytes())
  }

  @Test func everyOtherByteIsAnError() {
    let whole = corpus.segments[0].bytes()
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x10
      #expect(throws: ColumnFailure.self) { try segment(bytes) }
    }
    for count in 0..<whole.count {
      #expect(throws: ColumnFailure.self) { try segment(Array(whole.prefix(count))) }
    }
    #expect(throws: ColumnFailure.truncated) { try segment(whole + [0]) }
    #expect(throws: ColumnFailure.foreign) { try segment(corpus.links.bytes()) }
    #expect(throws: ColumnFailure.foreign) { try segment([]) }
    var newer = whole
    newer[8] = 99
    #expect(throws: ColumnFailure.version(99)) { try segment(newer) }
  }

  /// Bytes somebody made on purpose, their checksum right: either they are an error, or everything in them can be asked.
  @Test(arguments: [1, 2, 3]) func bytesMadeOnPurposeAreAnErrorOrHarmless(_ seed: UInt64) {
    var random = seed
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    let (segmentBytes, linksBytes) = (corpus.segments[0].bytes(), corpus.links.bytes())
    var taken = 0
    for round in 0..<300 {
      var bytes = round % 2 == 0 ? segmentBytes : linksBytes
      for _ in 0..<1 + next(3) {
        let place = ColumnBytes.headSize + next(bytes.count - ColumnBytes.headSize)
        bytes[place] = [0, 1, 0x7F, 0x80, 0xFF, UInt8(next(256))][next(6)]
      }
      if round % 2 == 0 {
        ColumnBytes.seal(&bytes, Segment.kind)
        guard let segment = try? segment(bytes) else { continue }
        ask(Corpus(segments: [segment], links: Links()), linked: false)
      } else {
        ColumnBytes.seal(&bytes, Links.kind)
        guard let links = try? links(bytes) else { continue }
        ask(Corpus(segments: corpus.segments, links: links), linked: true)
      }
      taken += 1
    }
    #expect(taken > 30)
  }

  private func ask(_ corpus: Corpus, linked: Bool) {
    for segment in corpus.segments {
      for row in 0..<segment.articleCount { _ = segment.digested(row) }
      let packed = Segment(
        (0..<segment.articleCount).map { segment.digested($0) }, firstArticle: 0, firstQuotation: 0,
        firstActor: 0)
      #expect(packed.count == segment.count)
    }
    let all = QuotationSet(allOf: corpus.quotationCount)
    for words in ["e", "quay", "the northern", "Q"] {
      _ = corpus.quotations(of: all, holding: SearchWords(words))
    }
    for row in 0..<corpus.quotationCount {
      let id = QuotationID(row)
      _ = corpus.text(of: id).count + corpus[id].content.count
      _ = corpus.parent(of: id)
      guard linked else { continue }
      _ = corpus.speakers(of: id).map { corpus[$0].name }
      for relation in corpus.links.relations[row] { _ = corpus.text(of: relation.target) + relation.evidence }
    }
    if linked { _ = Facets(of: QuotationSet(universe: corpus.quotationCount), in: corpus) }
  }
}

@Suite struct WordIndexTests {
  private static let text = """
    The northern ports' fleet—Vučić said: “don't wait” 1,000 tonnes. THE Quay, naïve; 日本 café x. \
    The harbours and the channel
    """

  /// Quotations from every blank to every later one of the text, some in two spans.
  private let corpus: Corpus = {
    let blanks = WordIndexTests.text.utf8.enumerated().filter { $0.element == 0x20 }.map(\.offset)
    let edges = blanks + [WordIndexTests.text.utf8.count]
    let quotations = edges.indices.flatMap { first in
      (first + 1..<edges.count).map { last in
        let (start, middle, end) = (edges[first] + 1, edges[(first + last + 1) / 2], edges[last])
        return Quotation(
          content: middle < end && last % 3 == 0
            ? [TextRange(start, middle), TextRange(middle, end)] : [TextRange(start, end)])
      }
    }
    let parsed = ParsedArticle(article: Article(name: "a", path: "a", text: text), quotations: quotations)
    let digested = DigestedArticle(parsed: parsed, terms: quotations.map { _ in QuotationTerms() })
    return Corpus(alone: digested)
  }()

  @Test(arguments: [
    "e", "the", "The", "THE", "northern ports", "ports'", "don't", "1,000", "00", "vucic", "Vučić", "naive",
    "日本",
    "—", "fleet—v", "x", "zzz", "café x", ".", " ", "th", "harbours and the channel",
  ]) func findsWhatTheTextsHold(_ words: String) {
    let search = SearchWords(words)
    let found = corpus.quotations(of: QuotationSet(allOf: corpus.quotationCount), holding: search)
    let held = (0..<corpus.quotationCount).map { QuotationID($0) }.filter { corpus.holds($0, search) }
    #expect(Array(found) == held)
    #expect(found.count > 0 || words == "zzz")
  }

  @Test func manyQuotationsAreUnpackedAsTheyWerePacked() {
    let (segment, spans) = (corpus.segments[0], corpus.segments[0].count)
    let quotations = segment.digested(0).parsed.quotations
    #expect(spans > 100 && quotations.count == spans)
    #expect(quotations.contains { $0.content.count == 2 } && quotations.allSatisfy { $0.cue == nil })
    for (row, quotation) in quotations.enumerated() {
      #expect(segment.contentSpans(row).elementsEqual(quotation.content))
      #expect(quotation.content.allSatisfy { $0.start < $0.end })
    }
  }
}
