import Foundation
import QuoteExport
import QuoteModel
import TestSupport
import Testing

@Suite("Quotations leave as text")
struct ExportTests {
  /// `Vučić said “no”, and then “never \t”.`, quoted by the article's one actor.
  func sample() -> DigestedArticle {
    let text = "Vučić said “no”, and then “never \t”."
    func range(_ words: String) -> TextRange {
      let start = Array(text.utf8).firstRange(of: Array(words.utf8))?.lowerBound ?? 0
      return TextRange(start, start + words.utf8.count)
    }
    let article = Article(
      name: "drones.txt", path: "/a/drones.txt", title: "A \"title\"\\", outlet: "Harbor News",
      date: PartialDate(year: 2024, month: 10, day: 11), text: text)
    let quotation = Quotation(
      content: [range("“no”"), range("“never \t”")], cue: range("said"), source: range("Vučić"),
      speakers: [0],
      about: [1], kind: .direct, time: Quotation.Time(PartialDate(year: 2024), isStated: true),
      confidence: 0.94)
    let parsed = ParsedArticle(
      article: article,
      actors: [Actor(name: "Aleksandar Vučić", kind: .person), Actor(name: "Serbia", kind: .country)],
      mentions: [Mention(range("Vučić"), .name, actor: 0), Mention(range("then"), .role)],
      quotations: [quotation])
    let terms = QuotationTerms(phrases: [.init(key: "drone", label: "drones")])
    return DigestedArticle(parsed: parsed, terms: [terms])
  }

  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The lines of an article that is a corpus by itself: it is about whom it speaks of, its phrases and defence.
  func lines(_ digested: DigestedArticle) -> String {
    let segment = Segment([digested], firstArticle: 0, firstQuotation: 0, firstActor: 0)
    var links = Links()
    links.actors = digested.parsed.actors
    links.actorOfArticleActor = links.actors.indices.map { ActorID($0) }
    for (quotation, terms) in zip(digested.parsed.quotations, digested.terms) {
      let actors = quotation.about.map {
        Topic(label: links.actors[$0].name, kind: .actor, actor: ActorID($0))
      }
      let topics =
        actors + terms.phrases.map { Topic(label: $0.label, kind: .phrase) }
        + (actors.isEmpty ? [] : [Topic(label: "defence", kind: .subject, code: "medtop:20000598")])
      links.topicsOfQuotation.append(topics.indices.map { TopicID(links.topics.count + $0) })
      links.topics += topics
    }
    return text(JSONLines.lines(of: ArticleID(0), in: Corpus(segments: [segment], links: links)))
  }

  @Test("A quotation is one line with every field, counted in code points")
  func line() {
    let line = lines(sample())
    for piece in [
      #"{"doc": "drones.txt", "id": ""#, #""kind": "direct""#, #""spans": [[11, 15], [26, 35]]"#,
      #""text": "“no” … “never \t”""#, #""cue": [6, 10], "speaker": [0, 5], "speaker_text": "Vučić""#,
      #""name": "Aleksandar Vučić", "type": "person"}]"#, #""label": "Serbia", "kind": "actor"}, {"id": "#,
      #""label": "drones", "kind": "phrase"}, {"id": "medtop:20000598", "label": "defence", "kind": "subject", "#,
      #""code": "medtop:20000598"}], "when": "2024", "asked": null, "parent": null, "confidence": 0.94"#,
      #""article": {"title": "A \"title\"\\", "date": "2024-10-11", "outlet": "Harbor News", "url": null}}"#,
    ] { #expect(line.contains(piece), "\(line)") }
    #expect(line.split(separator: "\n").count == 1)
    #expect(line.hasSuffix("}}\n"))
  }

  @Test("Identifiers depend on content alone: the same again, and another for other words")
  func identifiers() {
    func id(_ article: DigestedArticle) -> String {
      let line = lines(article)
      return String(line.split(separator: "\"").dropFirst(7).first ?? "")
    }
    var other = sample()
    other.parsed.quotations[0].content.removeLast()
    var renamed = sample()
    renamed.parsed.quotations[0].confidence = 0.1
    #expect(id(sample()) == id(renamed))
    #expect(id(sample()) != id(other))
    #expect(id(sample()).utf8.count == 16)
  }

  @Test("Controls are escaped, those of C1 as well")
  func controls() {
    var article = sample()
    article.parsed.article.title = "a\u{1B}[31m\u{9B}1m\u{7F}é\u{0}"
    #expect(
      lines(article).contains(#""title": "a\u001b[31m\u009b1m\u007fé\u0000""#))
  }

  @Test("What shows nothing or turns the direction of writing is escaped")
  func hidden() {
    var article = sample()
    article.parsed.article.title = "a\u{202E}b\u{200B}c\u{E0041}é"
    #expect(lines(article).contains(#""title": "a\u202eb\u200bc\udb40\udc41é""#))
    #expect(PlainList.oneLine(article.parsed.article.title) == "abcé")
  }

  @Test("In a corpus, actors and topics are those of all its articles")
  func corpus() {
    let corpus = FixtureCorpus.make()
    let lines = (0..<2).map { text(JSONLines.lines(of: ArticleID($0), in: corpus)) }
    #expect(lines[0].split(separator: "\n").count == 3)
    func actor(_ line: String) -> String? {
      line.range(of: #""actors": \[\{"id": "[^"]*", "name": "Ilse Marin-Vogel""#, options: .regularExpression)
        .map { String(line[$0]) }
    }
    #expect(actor(lines[0]) != nil && actor(lines[0]) == actor(lines[1]))
    #expect(lines[0].contains(#""label": "harbour", "kind": "phrase"}]"#))
    #expect(lines[1].contains(#""label": "winter", "kind": "phrase"}"#))
  }

  @Test("Missing speakers and terms are null or left out, not traps")
  func gaps() {
    var article = sample()
    article.terms = [QuotationTerms()]
    article.parsed.actors = []
    article.parsed.quotations[0].source = nil
    article.parsed.quotations[0].speakers = []
    article.parsed.quotations[0].about = []
    let line = lines(article)
    #expect(line.contains(#""speaker": null, "speaker_text": null, "actors": [], "topics": []"#))
    #expect(text(PlainList.lines(of: article.parsed)).hasPrefix("unknown (2024, drones.txt): "))
  }

  @Test("A mention is one line, with its actor or null")
  func mentions() {
    let lines = text(Mentions.lines(of: sample().parsed)).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        #"{"doc": "drones.txt", "span": [0, 5], "kind": "name", "text": "Vučić", "actor": {"id": ""#))
    #expect(lines[1].hasSuffix(#""kind": "role", "text": "then", "actor": null}"#))
  }

  @Test("The plain list is a line a quotation, with nothing a terminal obeys")
  func plain() {
    let list = text(PlainList.lines(of: sample().parsed))
    #expect(list == "Aleksandar Vučić (2024, drones.txt): “no” … “never ”\n")
    #expect(PlainList.oneLine(" a\u{1B}[2J\n\n b\u{202E}c ") == "a[2J bc")
  }
}
