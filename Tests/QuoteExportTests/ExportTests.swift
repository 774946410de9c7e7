import Foundation
import QuoteExport
import QuoteModel
import TestSupport
import Testing

@Suite("Quotations leave as text")
struct ExportTests {
  @Test("A quotation is one line with every field, counted in code points")
  func line() {
    let line = written("jsonl", Sample.digested())
    for piece in [
      #"{"doc": "drones.txt", "id": ""#, #""kind": "direct""#, #""spans": [[11, 15], [26, 35]]"#,
      #""text": "“no” … “never \t”""#, #""cue": [6, 10], "speaker": [0, 5], "speaker_text": "Vučić""#,
      #""name": "Aleksandar Vučić", "type": "person"}]"#, #""label": "Serbia", "kind": "actor"}, {"id": "#,
      #""label": "drones", "kind": "phrase"}], "when": "2024", "asked": null, "parent": null, "confidence": 0.94"#,
      #""article": {"title": "A \"title\"\\", "date": "2024-10-11", "outlet": "Harbor News", "url": "https:"#,
    ] { #expect(line.contains(piece), "\(line)") }
    #expect(line.split(separator: "\n").count == 1)
    #expect(line.hasSuffix("}}\n"))
  }

  @Test("Identifiers depend on content alone: the same again, and another for other words")
  func identifiers() {
    func id(_ article: DigestedArticle) -> String { written("jsonl", article, fields: [.id]) }
    var other = Sample.digested()
    other.parsed.quotations[0].content.removeLast()
    var renamed = Sample.digested()
    renamed.parsed.quotations[0].confidence = 0.1
    #expect(id(Sample.digested()) == id(renamed))
    #expect(id(Sample.digested()) != id(other))
    #expect(id(Sample.digested()).firstMatch(of: /^{"id": "[0-9a-f]{16}"}\n$/) != nil)
  }

  @Test("The same words found twice at one place have two identifiers")
  func twice() {
    var article = Sample.digested()
    article.parsed.quotations += article.parsed.quotations
    let lines = written("jsonl", article, fields: [.id]).split(separator: "\n")
    #expect(lines.count == 2 && lines[0] != lines[1])
    #expect(lines[0] + "\n" == written("jsonl", Sample.digested(), fields: [.id]))
  }

  @Test("A subject is known by its code")
  func subjects() {
    let corpus = FixtureCorpus.make()
    var links = corpus.links
    links.topics[0] = Topic(label: "winter sports", kind: .subject, code: "medtop:20001148")
    #expect(
      written("jsonl", Corpus(segments: corpus.segments, links: links), fields: [.topics]).contains(
        #"{"id": "medtop:20001148", "label": "winter sports", "kind": "subject", "code": "medtop:20001148"}"#)
    )
  }

  @Test("Fields come in the order asked for")
  func fields() {
    #expect(
      written("jsonl", Sample.digested(), fields: [.when, .doc, .byline])
        == #"{"when": "2024", "doc": "drones.txt", "byline": "By Ann Lee and Bo Chen"}"# + "\n")
    #expect(
      written("csv", Sample.digested(), fields: [.kind, .actors])
        == "kind,actors\r\ndirect,Aleksandar Vučić\r\n")
  }

  @Test("Controls are escaped, those of C1 as well")
  func controls() {
    var article = Sample.digested()
    article.parsed.article.title = "a\u{1B}[31m\u{9B}1m\u{7F}é\u{0}"
    #expect(written("jsonl", article).contains(#""title": "a\u001b[31m\u009b1m\u007fé\u0000""#))
  }

  @Test("What shows nothing or turns the direction of writing is escaped")
  func hidden() {
    var article = Sample.digested()
    article.parsed.article.title = "a\u{202E}b\u{200B}c\u{E0041}é"
    #expect(written("jsonl", article).contains(#""title": "a\u202eb\u200bc\udb40\udc41é""#))
    #expect(SafeText.oneLine(article.parsed.article.title) == "abcé")
  }

  @Test("In a corpus, actors and topics are those of all its articles")
  func corpus() {
    let lines = written("jsonl", FixtureCorpus.make()).split(separator: "\n")
    #expect(lines.count == 6)
    func actor(_ line: Substring) -> Substring? {
      line.firstMatch(of: /"actors": \[\{"id": "[^"]*", "name": "Ilse Marin-Vogel"/)?.0
    }
    #expect(actor(lines[0]) != nil && actor(lines[0]) == actor(lines[3]))
    #expect(
      lines[0].contains(#""label": "harbour", "kind": "phrase"}]"#)
        && lines[4].contains(#""label": "winter", "kind": "phrase"}"#))
  }

  @Test("A selection leaves the ids of what it keeps as they were")
  func selection() throws {
    let corpus = FixtureCorpus.make()
    let query = try QueryParser.parse("speaker:marin kind:mixed")
    let all = written("jsonl", corpus).split(separator: "\n")
    let some = written("jsonl", corpus, selection: query.quotations(in: corpus)).split(separator: "\n")
    #expect(some == [all[1]])
  }

  @Test("Missing speakers, terms and rows that no actor has are null or left out, not traps")
  func gaps() {
    var article = Sample.digested()
    article.terms = []
    article.parsed.actors = []
    article.parsed.quotations[0].source = nil
    let line = written("jsonl", article)
    #expect(line.contains(#""speaker": null, "speaker_text": null, "actors": [], "topics": []"#))
    #expect(written("plain", article).hasPrefix("unknown (2024, drones.txt): "))
  }

  @Test("A mention is one line, with its actor or null")
  func mentions() {
    let lines = String(decoding: Mentions.lines(of: Sample.digested().parsed), as: UTF8.self).split(
      separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        #"{"doc": "drones.txt", "span": [0, 5], "kind": "name", "text": "Vučić", "actor": {"id": ""#))
    #expect(lines[1].hasSuffix(#""kind": "role", "text": "then", "actor": null}"#))
  }

  @Test("The plain list is a line a quotation, with nothing a terminal obeys")
  func plain() {
    #expect(
      written("plain", Sample.digested()) == "Aleksandar Vučić (2024, drones.txt): “no” … “never ”\n")
    #expect(SafeText.oneLine(" a\u{1B}[2J\n\n b\u{202E}c ") == "a[2J bc")
  }

  @Test("No export lets a terminal obey an article", arguments: Exports.all.map(\.name))
  func obedience(name: String) {
    var article = Sample.digested()
    article.parsed.article.title = "a\u{1B}[31m\u{9B}b\u{202E}c\u{7}"
    article.parsed.article.byline = "By \u{1B}]0;x\u{7}"
    article.parsed.article.outlet = "O\u{1B}c"
    article.parsed.article.name = "d\u{1B}[2J.txt"
    article.parsed.actors[0].name = "V\u{8}\u{1B}[5m"
    let bad = written(name, article, title: "t\u{1B}[m").unicodeScalars.filter {
      $0.value < 0x20 && ![9, 10, 13].contains($0.value) || 0x7F..<0xA0 ~= $0.value || $0.value == 0x202E
    }
    #expect(bad.isEmpty)
  }

  @Test("Every export in the folder is in a list")
  func list() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/QuoteExport/Formats")
    let declared = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .flatMap { file in
        try String(contentsOf: file, encoding: .utf8).matches(of: /public struct (\w+): (Folder)?Export/).map
        {
          String($0.1)
        }
      }
    let listed = Exports.all.map { "\(type(of: $0))" } + Exports.folders.map { "\(type(of: $0))" }
    #expect(Set(declared) == Set(listed))
    #expect(declared.count == Set(declared).count)
    #expect(Set((Exports.all.map(\.name) + Exports.folders.map(\.name))).count == listed.count)
  }
}
