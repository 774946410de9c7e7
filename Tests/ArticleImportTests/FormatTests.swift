import QuoteModel
import Testing

@testable import ArticleImport

@Suite("Formats, by small examples")
struct FormatTests {
  func articles(_ text: String, named name: String = "a", fields: String = "") throws -> [Article] {
    var document = Document(name: name, bytes: Array(text.utf8))
    document.fields = FieldNames(fields) ?? FieldNames()
    return try ArticleFormats.articles(in: document)
  }

  func paragraphs(_ article: Article?) -> [String] {
    article?.parts.map { String(article?.text[$0.range] ?? "") } ?? []
  }

  @Test("SubRip: cues become sentences, sentences paragraphs")
  func subRip() throws {
    let text = """
      1
      00:00:01,000 --> 00:00:03,000
      <i>Good evening. The board</i>

      2
      00:00:03,100 --> 00:00:05,000
      put off the vote.

      3
      00:00:30,000 --> 00:00:32,000
      - Why now?
      - Because it is late.

      """
    #expect(
      paragraphs(try articles(text).first) == [
        "Good evening. The board put off the vote.", "Why now?", "Because it is late.",
      ])
  }

  @Test("WebVTT: who speaks stands before it, styles and notes are left out")
  func webVTT() throws {
    let text = """
      WEBVTT - The evening talk

      STYLE
      ::cue { color: red }

      NOTE never shown

      00:01.000 --> 00:03.000 line:0
      <v Ann Ray>So the vote is off?

      00:03.000 --> 00:04.000
      <v Greta Vinter>It is put off.

      00:04.100 --> 00:06.000
      <v Greta Vinter>Until &quot;spring&quot;.
      """
    let article = try #require(try articles(text).first)
    #expect(article.title == "The evening talk")
    #expect(
      paragraphs(article) == [
        "ANN RAY: So the vote is off?", "GRETA VINTER: It is put off. Until \"spring\".",
      ])
  }

  @Test("NITF: headline, byline, outlet, date, body, captions")
  func nitf() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf xml:lang="en-US"><head><docdata><date.issue norm="20241011T083000Z"/></docdata>
      <pubdata name="Harbor News"/></head><body><body.head><hedline><hl1>Pier vote off</hl1></hedline><byline>By Ann Ray</byline></body.head>
      <body.content><p>The board put off <em>the</em> vote.</p><hl2>Next</hl2><media><media-caption>The pier.</media-caption><p>no</p></media><p>Then &#8220;spring&#8221;.</p></body.content></body></nitf>
      """
    let article = try #require(try articles(text).first)
    #expect(
      article.title == "Pier vote off" && article.byline == "Ann Ray" && article.outlet == "Harbor News")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 11))
    #expect(paragraphs(article) == ["The board put off the vote.", "Next", "Then “spring”.", "The pier."])
    #expect(article.parts.map(\.kind) == [.body, .headline, .body, .caption])
  }

  @Test("NewsML-G2: the items of a message, text as NITF or HTML")
  func newsML() throws {
    func item(_ content: String) -> String {
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta><provider literal="Harbor Press"/><versionCreated>2024-10-11T08:30:00Z</versionCreated></itemMeta>
      <contentMeta><by>By Ann Ray</by><headline>Pier vote off</headline></contentMeta><contentSet>\(content)</contentSet></newsItem>
      """
    }
    let text =
      "<newsMessage><itemSet>"
      + item(
        "<inlineXML><nitf><body><body.content><p>The board met.</p></body.content></body></nitf></inlineXML>")
      + item(
        "<inlineXML><html xmlns='x'><body><h1>Pier vote off</h1><p>The board &amp; the mayor met.</p></body></html></inlineXML>"
      )
      + item("<inlineData>One.\n\nTwo.</inlineData>") + "</itemSet></newsMessage>"
    let found = try articles(text)
    #expect(
      found.map { paragraphs($0) } == [["The board met."], ["The board & the mayor met."], ["One.", "Two."]])
    #expect(
      found.allSatisfy {
        $0.title == "Pier vote off" && $0.byline == "Ann Ray" && $0.outlet == "Harbor Press"
      })
    #expect(found.allSatisfy { $0.date == PartialDate(year: 2024, month: 10, day: 11) })
  }

  @Test("CSV: quotation marks hold commas, line ends and quotation marks")
  func quoted() throws {
    let text =
      "title,author,text\r\n\"Off, again\",\"Ray, Ann\",\"She said \"\"no\"\",\r\nand left.\"\r\n,,\r\nNext,Bo,\"\"\"Yes\"\" it is.\"\r\n"
    let found = try articles(text, named: "a.csv")
    #expect(found.map(\.title) == ["Off, again", "Next"])
    #expect(found.map { paragraphs($0) } == [["She said \"no\",", "and left."], ["\"Yes\" it is."]])
    #expect(found.first?.byline == "Ray, Ann")
  }

  @Test("Fields with other names are found where they are named")
  func mapped() throws {
    let json = #"{"kop": "Off", "stuk": "The board met.", "text": "no"}"#
    #expect(try articles(json, fields: "text=stuk,title=kop").map(\.title) == ["Off"])
    #expect(paragraphs(try articles(json, fields: "text=stuk,title=kop").first) == ["The board met."])
    #expect(
      paragraphs(try articles("Kop;Stuk\nOff;It met.\n", named: "a.csv", fields: "text=Stuk").first) == [
        "It met."
      ])
    #expect(FieldNames("text") == nil && FieldNames("nosuch=a") == nil && FieldNames("") == nil)
  }

  @Test("JSON: broken lines are told with their number, the rest is read")
  func brokenLines() throws {
    var cutter: any Cutter
    let text =
      "{\"text\": \"One.\"}\n{\"text\": broken}\nnothing\n{\"title\": \"no text\"}\n{\"text\": \"Two.\"}\n{\"text\": \"Thr"
    guard
      case .pieces(let found) = try ArticleFormats.open(Document(name: "a.jsonl", bytes: Array(text.utf8)))
    else {
      Issue.record("not cut")
      return
    }
    cutter = found
    var out: [String] = []
    while let piece = try cutter.next() {
      switch piece {
      case .article(let article): out.append(article.text)
      case .failure(let error): out.append("\(error.place): \(error.reason)")
      case .document: out.append("?")
      }
    }
    #expect(
      out == [
        "One.", "line 2: holds something that is no JSON", "line 3: holds something that is no JSON",
        "line 4: holds no article", "Two.",
        "line 6: ends in the middle of a string",
      ])
  }

  @Test(
    "JSON: arrays, services' answers, several values and pretty ones",
    arguments: [
      #"[{"text": "One."}, {"text": "Two."}]"#,
      #"{"status": "ok", "articles": [{"content": "One."}, {"content": "Two."}]}"#,
      #"{"hits": {"hits": [{"_source": {"body": "One."}}, {"_source": {"body": "Two."}}]}}"#,
      #"{"text": "One."}{"text": "Two."}"#, "{\n  \"text\": \"One.\"\n}\n{\n  \"text\": \"Two.\"\n}\n",
      #"{"data": [{"title": {"rendered": "x"}, "content": {"rendered": "<p>One.</p>"}}, {"text": ["Two."]}]}"#,
    ])
  func shapes(json: String) throws {
    #expect(try articles(json).map(\.text) == ["One.", "Two."])
  }

  @Test("An article's own name is its name in any file; a number only counts the rows of its file")
  func ownNames() throws {
    for file in ["a.jsonl", "b/c.json", "-"] {
      func name(_ fields: String) throws -> [String] {
        try articles("{\(fields), \"text\": \"It rained.\"}", named: file).map(\.name)
      }
      #expect(try name(#""doc": "news/x.txt""#) == ["news/x.txt"])
      #expect(try name(#""doc": "17""#) == ["17"])
      #expect(try name(#""id": "k7", "doc": "x""#) == ["x"])
      #expect(try name(#""guid": "https://example.org/x""#) == ["https://example.org/x"])
      #expect(try name(#""id": 17"#) == [file == "-" ? "17" : file + "#17"])
      #expect(try name(#""id": " ""#) == [file])
    }
    let table = "id,title,text\nr1,Off,It met.\n2,On,It met.\n"
    #expect(try articles(table, named: "a.csv").map(\.name) == ["r1", "a.csv#2"])
    let mapped = #"{"key": 5, "text": "It met."}"#
    #expect(try articles(mapped, named: "a.json", fields: "id=key").map(\.name) == ["a.json#5"])
  }

  @Test("The text of a field is kept letter by letter, with what stands above it told")
  func fieldText() throws {
    let text =
      "Pier vote off\nBy Ann Ray\n2024-10-11\nThe board put off the vote.\nThe mayor was disappointed."
    let inJSON = text.split(separator: "\n").joined(separator: #"\r\n"#)
    let line =
      #"{"doc": "a", "text": "\#(inJSON)", "captions": ["The pier.", " "], "pull_quotes": ["Off again"]}"#
    let article = try #require(try articles(line).first)
    #expect(article.text == text + "\n\nThe pier.\n\nOff again")
    #expect(article.title == "Pier vote off" && article.byline == "Ann Ray")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 11))
    #expect(
      article.parts.map(\.kind) == [.headline, .metadata, .metadata, .body, .body, .caption, .pullQuote])
    #expect(paragraphs(article).suffix(2) == ["The pier.", "Off again"])
  }

  @Test("Dates as numbers and texts")
  func dates() throws {
    for date in [
      "1728635400", "1728635400000", "\"2024-10-11T08:30:00Z\"", "\"Fri, 11 Oct 2024 08:30:00 GMT\"",
      "\"20241011\"",
    ] {
      #expect(
        try articles("{\"text\": \"a\", \"date\": \(date)}").first?.date
          == PartialDate(year: 2024, month: 10, day: 11), "\(date)")
    }
    #expect(PartialDate(secondsSince1970: -1) == PartialDate(year: 1969, month: 12, day: 31))
    #expect(PartialDate(secondsSince1970: 951_782_400) == PartialDate(year: 2000, month: 2, day: 29))
  }

  @Test("Markdown: marks go, words stay")
  func markdown() throws {
    let text =
      "+++\ntitle = \"Off\"\nauthors = [\"Ann Ray\", \"Bo Lind\"]\n+++\n# Off\n\n> She *said* **no**, `x_y` [here](u) and ![pic](v) left\nagain.\n\nNext\n----\n\n1. One\n2. Two\n\n```\ncode\n```\n"
    let article = try #require(try articles(text).first)
    #expect(article.title == "Off" && article.byline == "Ann Ray, Bo Lind")
    #expect(paragraphs(article) == ["She said no, x_y here and left again.", "Next", "One", "Two"])
  }

  @Test("Mail: encoded words, base 64, forwarded mails, HTML in another encoding")
  func mail() throws {
    let text = """
      From: =?utf-8?q?Ann_R=C3=A4y?= <a@example.org>
      To: b@example.org
      Date: Fri, 11 Oct 2024 08:30:00 +0200
      Subject: =?UTF-8?B?UGllciB2b3Rl?= =?iso-8859-2?q?_Pawe=B3?=
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="xx"

      preamble
      --xx
      Content-Type: text/html; charset=iso-8859-2
      Content-Transfer-Encoding: quoted-printable

      <p>Pawe=B3 said =
      no.</p>
      --xx
      Content-Type: message/rfc822

      From: c@example.org
      Subject: Inner
      Date: Thu, 10 Oct 2024 08:30:00 +0200

      It rained.
      --xx--
      epilogue
      """
    let found = try articles(text)
    #expect(found.map(\.title) == ["Pier vote Paweł", "Inner"])
    #expect(found.map(\.byline) == ["Ann Räy", nil])
    #expect(found.map { paragraphs($0) } == [["Paweł said no."], ["It rained."]])
  }

  @Test("Languages are told apart, and names of places make no foreign article")
  func languages() {
    let texts = [
      "en":
        "The board said that it would put off the vote in Île-de-la-Cité and in El Puerto de la Cruz until it has the figures.",
      "de":
        "Der Vorstand hat am Dienstag gesagt, dass er die Abstimmung über den neuen Pier bis zum Frühling verschieben wird, weil es keine Zahlen gibt.",
      "fr":
        "Le conseil a annoncé mardi que le vote sur la nouvelle jetée est reporté au printemps, car les chiffres ne sont pas encore connus et que rien ne presse.",
      "es":
        "La junta dijo el martes que la votación sobre el nuevo muelle se aplaza hasta la primavera porque no hay cifras y los vecinos no las han visto.",
      "ru": "Совет перенёс голосование о новом причале на весну, сообщил во вторник его председатель.",
      "ja": "港湾局は火曜日、新しい桟橋に関する投票を春まで延期すると発表した。",
      "zh": "港务局周二宣布，关于新码头的投票推迟到明年春天举行。",
      "ar": "أعلن مجلس الميناء يوم الثلاثاء تأجيل التصويت على الرصيف الجديد حتى الربيع",
    ]
    for (language, text) in texts { #expect(Language.detect(text) == language) }
    #expect(Language.detect("Okay.") == nil)
    // A long quotation in another language, wherever it stands, makes no foreign article, nor an English one.
    let (english, german) = (texts["en"] ?? "", texts["de"] ?? "")
    for place in 0..<40 {
      func paragraphs(_ common: String, _ rare: String) -> String {
        (0..<40).map { $0 == place || $0 == place + 1 ? rare : common }.joined(separator: "\n\n")
      }
      #expect(Language.detect(paragraphs(english, german)) == "en", "\(place)")
      #expect(Language.detect(paragraphs(german, english)) == "de", "\(place)")
    }
    #expect(Language.code("en-GB") == "en" && Language.code("C") == nil && Language.code("deu") == "de")
  }
}
