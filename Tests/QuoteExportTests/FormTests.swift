import Foundation
import QuoteModel
import TestSupport
import Testing

@testable import QuoteExport

/// Each form as its readers take it. `Tests/Outside/exports.py` reads them with other programs.
@Suite("Quotations leave in many forms")
struct FormTests {
  private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

  @Test("JSON is one array of what JSON lines holds, empty or not")
  func array() throws {
    let corpus = FixtureCorpus.make()
    let array = try #require(try json(written("json", corpus)) as? [NSDictionary])
    let lines = try written("jsonl", corpus).split(separator: "\n").map {
      try #require(try json(String($0)) as? NSDictionary)
    }
    #expect(array == lines)
    for name in ["json", "web-annotation", "csl-json"] {
      #expect((try json(written(name, Corpus())) as? [Any])?.isEmpty == true)
    }
  }

  @Test(
    "A cell is quoted where it must be, and a formula is text",
    arguments: [
      ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "a b"),
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'=1"), ("＝1", "'＝1"),
      ("=\u{301}1", "'=\u{301}1"),
      ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""),
    ])
  func cells(words: String, cell: String) {
    #expect(written("csv", Sample.saying(words), fields: [.text]) == "text\r\n\(cell)\r\n")
  }

  @Test("A table of tabs quotes nothing and holds none in its cells")
  func tabs() {
    let table = written("tsv", Sample.digested(), fields: [.text, .spans])
    #expect(table == "text\tspans\n“no” … “never ”\t11-15 26-35\n")
  }

  @Test("Markdown means what the words say")
  func markdown() {
    let text = written("markdown", Sample.saying("1. *no* <b>[x](y)</b>", title: "A_b_", speaker: "# Lee"))
    #expect(text.hasPrefix("> 1\\. \\*no\\* \\<b\\>\\[x\\](y)\\</b\\>\n>\n> — \\# Lee[^1]\n"))
    #expect(text.contains("[^1]: “A\\_b\\_”.\n"))
  }

  @Test("Markdown cites every article once")
  func footnotes() {
    let text = written("markdown", FixtureCorpus.make())
    #expect(text.contains("— Tomas Oseiv, 2024-10-07[^1]"))
    #expect(
      text.contains(
        "[^2]: “A Winter Without Ships”, Kestrel Post, 2023-12-02, <https://example.org/winter.txt>."))
    #expect(text.components(separatedBy: "[^1]:").count == 2)
  }

  @Test("RIS has a record an article, and a note a quotation")
  func ris() {
    let text = written("ris", Sample.digested())
    #expect(
      text.hasPrefix(
        "TY  - NEWS\r\nID  - lee2024-"))
    for line in [
      "AU  - Ann Lee", "AU  - Bo Chen", "T2  - Harbor News", "DA  - 2024/10/11/",
      "N1  - Aleksandar Vučić: “no” … “never ”",
      "UR  - https://example.org/a?b=1&c=%20", "ER  - ",
    ] { #expect(text.contains("\r\n\(line)\r\n")) }
  }

  @Test("BibTeX takes every letter as it is, and its braces are paired")
  func bibtex() {
    let text = written("bibtex", Sample.saying(##"50% of {A} & B_c # d \ ~ ^ $"##, title: "T}"))
    #expect(text.contains(##"50\% of \textbraceleft{}A\textbraceright{} \& B\_c \# d \textbackslash{}"##))
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    #expect(written("bibtex", Sample.digested()).contains("author = {{Ann Lee} and {Bo Chen}}"))
  }

  @Test("An annotation's positions hold its words, in code points")
  func annotations() throws {
    let article = Sample.digested()
    let scalars = Array(article.parsed.article.text.unicodeScalars)
    let items = try #require(try json(written("web-annotation", article)) as? [[String: Any]])
    let targets = try #require(items.first?["target"] as? [[String: Any]])
    #expect(targets.count == 2)
    for target in targets {
      #expect(target["source"] as? String == "https://example.org/a?b=1&c=%20")
      let selectors = try #require(target["selector"] as? [[String: Any]])
      let start = try #require(selectors[0]["start"] as? Int)
      let end = try #require(selectors[0]["end"] as? Int)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      #expect(selectors[1]["exact"] as? String == String(words))
    }
    let prefix = (targets[0]["selector"] as? [[String: Any]])?[1]["prefix"] as? String
    #expect(prefix == "Vučić said ")
  }

  @Test("schema.org knows who said it and where it stands")
  func schema() throws {
    let root = try #require(try json(written("schema-org", Sample.digested())) as? [String: Any])
    #expect(root["@context"] as? String == "https://schema.org")
    let node = try #require((root["@graph"] as? [[String: Any]])?.first)
    let speaker = (node["spokenByCharacter"] as? [[String: Any]])?.first
    #expect(speaker?["name"] as? String == "Aleksandar Vučić" && speaker?["@type"] as? String == "Person")
    #expect((node["isPartOf"] as? [String: Any])?["headline"] as? String == "A \"title\"\\")
  }

  @Test(
    "An address that is not of the web, or would break out, is no link",
    arguments: [
      "javascript:alert(1)", "https://a.b/\"onclick=x", "https://a.b/<x>", "data:text/html,x",
      "https://a.b/ x",
    ])
  func addresses(address: String) {
    var article = Sample.digested()
    article.parsed.article.url = address
    #expect(!written("html", article).contains("<a href"))
    #expect(!written("markdown", article).contains(", <"))
  }

  @Test("brat's spans hold their words, and none holds a line's end")
  func brat() throws {
    let text = "“Wait\nfor it”, said Žan."
    let quotation = Quotation(
      content: [TextRange(0, 17)], source: nil, speakers: [0], kind: .direct)
    let parsed = ParsedArticle(
      article: Article(name: "z.txt", path: "z.txt", text: text), actors: [Actor(name: "Žan")],
      quotations: [quotation])
    let corpus = Corpus(alone: DigestedArticle(parsed: parsed, terms: []))
    let files = Brat().files(QuotedArticle(ArticleID(0), in: corpus), stem: "z")
    #expect(files.map(\.path) == ["z.txt", "z.ann"])
    let lines = String(decoding: files[1].bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "T1\tContent 0 5;6 13\t“Wait for it”")
    #expect(lines[2] == "E1\tAttribution:T2 Content:T1")
    #expect(lines[3] == "A1\tKind E1 direct")
    #expect(lines[4] == "#1\tAnnotatorNotes E1\tŽan")
  }
}
