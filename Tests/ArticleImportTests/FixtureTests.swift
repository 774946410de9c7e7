import Foundation
import QuoteModel
import Testing

@testable import ArticleImport

/// Test files that other programs made; `Fixtures/make.sh` says how.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func document(_ name: String) throws -> Document {
    Document(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }

  static func articles(_ name: String) throws -> [Article] {
    try ArticleFormats.articles(in: try document(name))
  }

  /// All of them but those that make them.
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix("make.") }.sorted()
}

@Suite("Files that other programs made are read")
struct FixtureTests {
  static let paragraphs = [
    "The harbor board put off the vote on the new pier until the spring, its chair said on Tuesday after a night that went on until two.",
    "Nobody has seen the figures yet,",
    "Work on the pier was to begin in March. It would have closed the fish market for two summers, dealers say.",
    "The figures come in January.", "Then the board meets again.",
    "The mayor, Tomas Oseiv, who asked for the pier, said that he was disappointed but that one winter more would do no harm.",
  ]

  /// The article's words, whatever quotation marks a program made of straight ones.
  func check(_ article: Article, hasOutlet: Bool, hasAddress: Bool, by: Bool = true) {
    let bodies = article.parts.filter { $0.kind == .body }.map { String(article.text[$0.range]) }
    for (paragraph, words) in zip(bodies, Self.paragraphs) { #expect(paragraph.contains(words)) }
    #expect(bodies.count == 6, "\(bodies)")
    #expect(
      article.parts.filter { $0.kind == .headline }.map { String(article.text[$0.range]) } == [
        "What comes next"
      ])
    checkFacts(article, hasOutlet: hasOutlet, hasAddress: hasAddress, by: by)
  }

  func checkFacts(_ article: Article, hasOutlet: Bool, hasAddress: Bool, by: Bool = true) {
    #expect(article.title == "Pier vote put off until the spring")
    #expect(article.byline == (by ? "Ann Ray" : nil))
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 11))
    #expect(article.outlet == (hasOutlet ? "Harbor News" : nil))
    #expect(article.url == (hasAddress ? "https://example.org/pier" : nil))
    #expect(article.language == "en")
  }

  @Test(
    "One article, with what the format can say of it",
    arguments: [
      ("article.md", true, true), ("pandoc.odt", false, false), ("pandoc.docx", false, false),
      ("pandoc.html", false, false),
      ("pandoc.epub", true, false), ("libreoffice.odt", false, false), ("libreoffice.docx", false, false),
      ("page.html", true, true), ("page.html.gz", true, true), ("chromium.mhtml", true, true),
      ("warcio.warc.gz", true, true),
      ("ninjs.json", true, true),
      ("feed.json", true, true), ("superdesk.ninjs", true, false), ("xml-rss.rdf", true, true),
      ("pandoc.md", true, true), ("article.md.bz2", true, true), ("article.md.lz4", true, true),
      ("article.md.lz", true, true),
    ])
  func single(name: String, hasOutlet: Bool, hasAddress: Bool) throws {
    let articles = try Fixture.articles(name)
    #expect(articles.count == 1)
    check(try #require(articles.first), hasOutlet: hasOutlet, hasAddress: hasAddress)
  }

  @Test("A newsletter goes under its outlet's name")
  func newsletter() throws {
    check(
      try #require(try Fixture.articles("newsletter.eml").first), hasOutlet: true, hasAddress: false,
      by: false)
  }

  @Test(
    "Text without headings keeps its paragraphs",
    arguments: [
      ("python.json", 1, true), ("python.jsonl", 3, true), ("python.csv", 2, true), ("python.tsv", 2, true),
    ])
  func fields(name: String, count: Int, hasOutlet: Bool) throws {
    let articles = try Fixture.articles(name)
    #expect(articles.count == count)
    for article in articles {
      #expect(article.parts.count == 7)
      checkFacts(article, hasOutlet: hasOutlet, hasAddress: true)
    }
    #expect(Set(articles.map(\.name)).count == count)
  }

  @Test("Feeds give their entries' full content", arguments: ["feedgen.rss", "feedgen.atom"])
  func feeds(name: String) throws {
    let articles = try Fixture.articles(name)
    #expect(articles.map(\.name) == [name + "#1", name + "#2"])
    for article in articles { check(article, hasOutlet: true, hasAddress: true) }
  }

  @Test("Mail is decoded; a mailbox is cut at its mails, not at sentences that begin with From")
  func mail() throws {
    let articles = try Fixture.articles("python.mbox")
    #expect(articles.count == 3)
    #expect(articles.last?.title == "Pier vote put off until the spring – part 2")
    #expect(
      articles.allSatisfy {
        $0.text.hasSuffix("From now on “nothing” is certain, she said – not even the pier.")
      })
    let single = try #require(try Fixture.articles("python.eml").first)
    #expect(single.byline == "Ann Ray" && single.date == PartialDate(year: 2024, month: 10, day: 11))
    #expect(single.text.hasSuffix("not even the pier."))
  }

  @Test(
    "What a newsroom's system sends out", arguments: [("superdesk.nitf", false), ("superdesk.newsml", true)])
  func newsroom(name: String, hasOutlet: Bool) throws {
    let article = try #require(try Fixture.articles(name).first)
    checkFacts(article, hasOutlet: hasOutlet, hasAddress: false)
    // It writes paragraphs alone into NITF, neither headings nor lists.
    let spoken = [0, 1, 2, 5].map { Self.paragraphs[$0] }
    let paragraphs = article.parts.map { String(article.text[$0.range]) }
    #expect(paragraphs.count == 4 && zip(paragraphs, spoken).allSatisfy { $0.contains($1) }, "\(paragraphs)")
    #expect(article.parts.allSatisfy { $0.kind == .body })
  }

  @Test(
    "What is spoken becomes sentences and paragraphs again",
    arguments: ["pysrt.srt", "pycaption.srt", "webvtt-py.vtt", "pycaption.vtt"])
  func subtitles(name: String) throws {
    let article = try #require(try Fixture.articles(name).first)
    let paragraphs = article.parts.map { String(article.text[$0.range]) }
    #expect(
      paragraphs.count == 6 && zip(paragraphs, Self.paragraphs).allSatisfy { $0.contains($1) },
      "\(paragraphs)")
    #expect(article.title == paragraphs.first && article.date == nil && article.language == "en")
  }

  @Test("Hard-wrapped text keeps its letters; headline, byline and date stand above it")
  func wrapped() throws {
    let article = try #require(try Fixture.articles("pandoc.txt").first)
    checkFacts(article, hasOutlet: false, hasAddress: false)
    #expect(Array(article.text.utf8) == (try Fixture.document("pandoc.txt")).bytes)
    let bodies = article.parts.filter { $0.kind == .body }.map {
      article.text[$0.range].split(separator: "\n").joined(separator: " ")
    }
    for words in Self.paragraphs { #expect(bodies.contains { $0.contains(words) }, "\(words)") }
  }

  @Test("Extracted text of Common Crawl, its headline in front")
  func extracted() throws {
    let article = try #require(try Fixture.articles("warcio.wet.gz").first)
    #expect(article.title == "Pier vote put off until the spring")
    #expect(article.url == "https://example.org/pier" && article.language == "en")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 12))
    for words in Self.paragraphs { #expect(article.text.contains(words), "\(words)") }
  }

  @Test(
    "Archives give the files in them",
    arguments: ["archive.zip", "archive.tar.gz", "archive.tar.xz", "archive.tar.zst"])
  func archives(name: String) throws {
    let articles = try Fixture.articles(name)
    #expect(articles.map(\.name).prefix(2) == [name + "/article.md", name + "/pandoc.html"])
    #expect(articles.count == (name == "archive.zip" ? 4 : 2))
    check(try #require(articles.first), hasOutlet: true, hasAddress: true)
  }

  @Test("Lines of a PDF become paragraphs again")
  func pdf() throws {
    let article = try #require(try Fixture.articles("libreoffice.pdf").first)
    let bodies = article.parts.filter { $0.kind == .body }.map { String(article.text[$0.range]) }
    for words in Self.paragraphs { #expect(bodies.contains { $0.contains(words) }, "\(words)") }
    #expect(article.title == "Pier vote put off until the spring")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 11))
  }

  @Test("Every file is of the format it is meant for, and of no other before it", arguments: Fixture.names)
  func recognized(name: String) throws {
    var document = try Fixture.document(name)
    document.bytes = Array(document.bytes.prefix(ArticleFormats.headSize))
    let format = try #require(ArticleFormats.all.first { $0.recognizes(document) })
    let expected = [
      "md": "Markdown", "odt": "OpenDocument text (ODT)", "docx": "Word (DOCX)", "epub": "EPUB", "pdf": "PDF",
      "html": "HTML",
      "gz": "gzip, xz, zstd, bzip2", "xz": "gzip, xz, zstd, bzip2", "zst": "gzip, xz, zstd, bzip2",
      "zip": "ZIP, TAR",
      "eml": "mail (EML, MHTML)", "mhtml": "mail (EML, MHTML)", "mbox": "mbox", "rss": "RSS, Atom",
      "atom": "RSS, Atom", "csv": "CSV, TSV",
      "tsv": "CSV, TSV",
      "txt": "plain text", "nitf": "NITF", "newsml": "NewsML-G2",
      "ninjs": "JSON, JSON lines, JSON Feed, ninjs",
      "rdf": "RSS, Atom", "srt": "SRT, WebVTT", "vtt": "SRT, WebVTT", "bz2": "gzip, xz, zstd, bzip2",
      "lz4": "gzip, xz, zstd, bzip2", "lz": "gzip, xz, zstd, bzip2",
      "json": "JSON, JSON lines, JSON Feed, ninjs", "jsonl": "JSON, JSON lines, JSON Feed, ninjs",
    ]
    #expect(format.name == expected[String(name.split(separator: ".").last ?? "")])
  }

  @Test(
    "Content tells the format where the name lies",
    arguments: [
      "pandoc.odt", "page.html", "python.jsonl", "python.mbox", "feedgen.rss", "superdesk.nitf",
      "superdesk.newsml",
      "pysrt.srt", "pycaption.vtt", "warcio.wet.gz",
    ])
  func misnamed(name: String) throws {
    var document = try Fixture.document(name)
    document.name = "story.txt"
    #expect(try ArticleFormats.articles(in: document).map(\.text) == Fixture.articles(name).map(\.text))
  }
}
