@testable import ArticleImport
import QuoteModel
import Testing

@Suite("A text becomes an article")
struct PlainTextTests {
  func article(_ text: String, named name: String = "a.txt") throws -> Article {
    try #require(try ArticleFormats.articles(in: Document(name: name, bytes: Array(text.utf8))).first)
  }

  func parts(_ article: Article, _ kind: ArticlePart.Kind) -> [String] {
    article.parts.filter { $0.kind == kind }.map { String(article.text[$0.range]) }
  }

  @Test("Each line of prose is a paragraph, without the white space around it")
  func paragraphs() throws {
    let text =
      "The board met on Monday and agreed to wait.\n \u{A0}\n  “No,” she said, “we will not wait any longer for it.” \nEnd.\n"
    let article = try article(text)
    #expect(article.text == text)
    #expect(
      parts(article, .body) == [
        "The board met on Monday and agreed to wait.",
        "“No,” she said, “we will not wait any longer for it.”", "End.",
      ])
    #expect(article.title == "The board met on Monday and agreed to wait.")
  }

  @Test("Hard-wrapped lines are joined up to a blank line")
  func hardWrapped() throws {
    let text = """
      Harbor vote is put off again

      The harbor board said on Tuesday that it would put off
      the vote on the new pier until the spring, and that no
      work would begin before then.

      “We need more time,” said Ann Lee, who heads the board
      and who has opposed the pier.

      """
    let article = try article(text)
    #expect(parts(article, .headline) == ["Harbor vote is put off again"])
    #expect(parts(article, .body).map { $0.hasSuffix(".") } == [true, true])
    #expect(parts(article, .body).first?.hasSuffix("would begin before then.") == true)
  }

  @Test(
    "A line's width is counted in code points, however many bytes they take",
    arguments: ["é", "œ", "”", "語", "𝄞"])
  func wrappedLetters(letter: String) throws {
    // Sixty code points a line, as many of them in other alphabets as fit, at every place in a word of eight bytes.
    for shift in 0..<8 {
      let line =
        String(repeating: "a", count: shift) + " " + String(repeating: letter, count: 58 - shift) + "b"
      let text = Array(repeating: line, count: 5).joined(separator: "\n") + "\nthe end.\n"
      #expect(try article(text).parts.count == 1, "\(shift)")
    }
  }

  @Test("Short lines that were not wrapped stay apart")
  func shortLines() throws {
    let article = try article("LEE: Why now?\nKOVAC: Because it is time.\nLEE: Is it?\nKOVAC: Yes, it is.\n")
    #expect(parts(article, .body).count == 4)
  }

  @Test("Header lines become fields and metadata")
  func headers() throws {
    let article = try article(
      "Title: Pier vote put off\nByline: Ann Lee\nOutlet: Harbor News\nDate: October 12, 2024\nURL: https://example.org/a\n\nThe board met.\n"
    )
    #expect(article.title == "Pier vote put off")
    #expect(article.byline == "Ann Lee")
    #expect(article.outlet == "Harbor News")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 12))
    #expect(article.url == "https://example.org/a")
    #expect(parts(article, .metadata).count == 5)
    #expect(parts(article, .body) == ["The board met."])
  }

  @Test("A first line that only looks like a header is prose")
  func noHeaders() throws {
    let article = try article("Note: this is how it began, she said.\nThen it went on.\n")
    #expect(parts(article, .metadata).isEmpty)
  }

  @Test("A headline, a byline and a date above the text are told apart")
  func frontMatter() throws {
    let article = try article("Pier vote put off\nBy Ann Lee\n12 October 2024\nThe board met on Tuesday.\n")
    #expect(parts(article, .headline) == ["Pier vote put off"])
    #expect(article.title == "Pier vote put off")
    #expect(article.byline == "Ann Lee")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 12))
    #expect(parts(article, .body) == ["The board met on Tuesday."])
  }

  @Test(
    "A first line is a headline where it is no sentence or is written in capitals",
    arguments: [
      ("Harbor Board Puts Off Vote on New Pier.", true), ("Lee: ‘we will not wait’", true),
      ("Will the pier be built?", true), ("The Harbor Board put off its vote on the pier.", false),
      ("LEE: Why now", false), ("The board met on Tuesday:", false),
    ])
  func headlines(first: String, isHeadline: Bool) throws {
    let article = try article(first + "\nThe board met on Tuesday and talked about it until nine.\n")
    #expect(parts(article, .headline) == (isHeadline ? [first] : []))
    #expect(article.title == first)
  }

  @Test("The file's name gives outlet and date where the text does not")
  func fileName() throws {
    let article = try article("It rained.\n", named: "2016/harbor-news_2016-09-12_rain-again.txt")
    #expect(article.outlet == "harbor-news")
    #expect(article.date == PartialDate(year: 2016, month: 9, day: 12))
    #expect(try self.article("It rained.\n", named: "rain.txt").outlet == nil)
  }

  @Test(
    "Dates are read as articles print them",
    arguments: [
      ("2024-10-12T08:00:00Z", "2024-10-12"), ("12 October 2024", "2024-10-12"),
      ("Saturday, Oct. 12, 2024", "2024-10-12"), ("Sat, 12 Oct 2024 10:00:00", "2024-10-12"),
      ("September 2nd, 2023", "2023-09-02"), ("sept. 2, 2023", "2023-09-02"),
    ])
  func dates(printed: String, iso: String) {
    #expect(PartialDate(printed: printed)?.description == iso)
  }

  @Test(
    "What is no date gives none",
    arguments: ["", "October", "may be 12 2024", "12345-10-123", "2024-13-01", "soon"])
  func noDates(printed: String) {
    #expect(PartialDate(printed: printed) == nil)
  }

  @Test("Empty and binary files are refused with a reason")
  func refused() {
    func reason(_ bytes: [UInt8]) -> String? {
      do {
        _ = try ArticleFormats.articles(in: Document(name: "x", bytes: bytes))
        return nil
      } catch { return error.reason }
    }
    #expect(reason([]) == "is empty")
    #expect(reason(Array(" \n\n".utf8)) == "is empty")
    #expect(reason([0, 1, 2, 3, 0, 9]) == "is a binary file")
  }

  @Test("Parts lie in order, apart, and inside the text, whatever the text")
  func anyText() throws {
    let pieces = [
      "a", "\n", " ", "\u{A0}", "Title: x\n", "é", "By Ann Lee\n", "2024-01-01\n", ".", "word ", "“",
    ]
    var state: UInt64 = 3
    for _ in 0..<300 {
      let text =
        (0..<20).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1
          return pieces[Int(state >> 33) % pieces.count]
        }.joined() + "x"
      let article = try article(text)
      #expect(article.parts.allSatisfy { !$0.range.isEmpty && $0.range.upper <= text.utf8.count })
      #expect(zip(article.parts, article.parts.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
    }
  }
}

@Suite("Datelines are read")
struct DatelineTests {
  @Test(
    "Agencies and days stand before the dash",
    arguments: [
      ("OSLO, Oct. 11 (Harbor Press) — The board met.", "Harbor Press", "--10-11"),
      ("WESTPORT (HP) - The board met.", "HP", nil),
      ("(HP) The board met.", "HP", nil), ("Westport (Harbor Press) – It rained.", "Harbor Press", nil),
      ("WESTPORT, 3 May — It rained.", nil, "--05-03"),
    ] as [(String, String?, String?)])
  func read(text: String, outlet: String?, date: String?) throws {
    let dateline = try #require(Dateline(text))
    #expect(dateline.outlet == outlet && dateline.date?.description == date)
  }

  @Test(
    "Prose is none",
    arguments: [
      "The board — all of it — met.", "(and so it went) It rained.", "It rained.", "", "—", "( ) x",
      "She — Ann — left.",
    ])
  func prose(text: String) {
    #expect(Dateline(text) == nil)
  }
}
