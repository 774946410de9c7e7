import ArticleImport
import QuoteModel
import Testing

@Suite("Of a page the article is read")
struct HTMLTests {
  func article(_ page: String) throws -> Article {
    try #require(try ArticleFormats.articles(in: Document(name: "a.html", bytes: Array(page.utf8))).first)
  }

  func parts(_ article: Article, _ kind: ArticlePart.Kind) -> [String] {
    article.parts.filter { $0.kind == kind }.map { String(article.text[$0.range]) }
  }

  static let prose = [
    "The harbor board put off the vote on the new pier until the spring, its chair said on Tuesday after a long night.",
    "“Nobody has seen the figures yet,” Ann Lee told reporters outside the hall, “and nobody votes on figures unseen.”",
    "Work on the pier was to begin in March. It would have closed the fish market for two summers, dealers say.",
    "The mayor, who asked for the pier, said that he was disappointed but that one winter more would do no harm.",
  ]

  /// A page with much around the article.
  static func page(head: String = "", body: String = prose.map { "<p>\($0)</p>" }.joined(separator: "\n"))
    -> String
  {
    """
    <!DOCTYPE html><html lang="en-GB"><head><title>Pier vote put off | Harbor News</title>\(head)</head><body>
    <div class="cookie-banner"><p>We use cookies so that we can show you what you want. By going on you agree to that.</p></div>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport and everything about it</a></li></ul></nav></header>
    <main><article><h1>Pier vote put off</h1><div class="share-bar"><a href="#">Share on Facebook</a></div>
    <div class="article-body">\(body)</div>
    <aside class="related"><h3>Related</h3><ul><li><a href="/x">Fish market moves to the old station after all</a></li></ul></aside>
    <section id="comments"><p>I have lived here for forty years and never once did anybody ask me about that pier, not once.</p></section>
    </article></main>
    <footer><p>Harbor News is a member of the press council. All rights reserved, and no part may be printed again.</p></footer>
    </body></html>
    """
  }

  @Test("The paragraphs, and nothing around them")
  func body() throws {
    let article = try article(Self.page())
    #expect(parts(article, .body) == Self.prose)
    #expect(article.text == Self.prose.joined(separator: "\n\n"))
  }

  @Test("Headings, list items and quoted posts are kept; teasers and lists of links are not")
  func kinds() throws {
    let body = """
      <p>\(Self.prose[0])</p><h2>What comes next</h2><ul><li>The figures come in January.</li><li>Then the board meets.</li></ul>
      <blockquote class="twitter-tweet">Let us see the numbers, dear board, and let us see them soon.</blockquote>
      <p>\(Self.prose[1])</p><p><a href="/y">READ MORE: Who pays for the pier</a></p><p>\(Self.prose[2])</p>
      <h3>More on the harbor</h3><ul><li><a href="/1">A long winter for dealers</a></li><li><a href="/2">Ice at the mole</a></li></ul>
      """
    let article = try article(Self.page(body: body))
    #expect(parts(article, .headline) == ["What comes next"])
    #expect(
      parts(article, .body) == [
        Self.prose[0], "The figures come in January.", "Then the board meets.",
        "Let us see the numbers, dear board, and let us see them soon.", Self.prose[1], Self.prose[2],
      ])
  }

  @Test("Captions and pull-quotes stand behind the text, marked")
  func captions() throws {
    let body = """
      <p>\(Self.prose[0])</p><figure><img src="a.jpg"><figcaption>The old pier seen from the fish market in May.</figcaption></figure>
      <p>\(Self.prose[1])</p><aside class="pull-quote">Nobody votes on figures unseen</aside><p>\(Self.prose[2])</p>
      """
    let article = try article(Self.page(body: body))
    #expect(parts(article, .body) == Array(Self.prose[0...2]))
    #expect(parts(article, .caption) == ["The old pier seen from the fish market in May."])
    #expect(parts(article, .pullQuote) == ["Nobody votes on figures unseen"])
    #expect(article.parts.map(\.kind) == [.body, .body, .body, .caption, .pullQuote])
  }

  @Test(
    "Title, byline, outlet, date and address, from wherever a page gives them",
    arguments: [
      """
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
      {"@type": "NewsArticle", "headline": "Pier vote put off", "datePublished": "2024-10-11T23:30:00+02:00",
      "author": [{"@type": "Person", "name": "Ann Ray"}, {"@type": "Person", "name": "Bo Lind"}],
      "publisher": {"@type": "Organization", "name": "Harbor News"}, "mainEntityOfPage": {"@id": "https://example.org/pier"}}]}</script>
      """,
      """
      <meta property="og:title" content="Pier vote put off | Harbor News"><meta property="og:site_name" content="Harbor News">
      <meta property="article:published_time" content="2024-10-11"><meta name="author" content="Ann Ray and Bo Lind">
      <link rel="canonical" href="https://example.org/pier">
      """,
      """
      <meta itemprop="headline" content="Pier vote put off"><meta itemprop="author" content="By Ann Ray and Bo Lind">
      <meta itemprop="datePublished" content="2024-10-11"><meta property="og:url" content="https://example.org/pier">
      <meta name="application-name" content="Harbor News">
      """,
    ])
  func metadata(head: String) throws {
    let article = try article(Self.page(head: head))
    #expect(article.title == "Pier vote put off")
    #expect(article.byline == "Ann Ray and Bo Lind")
    #expect(article.outlet == "Harbor News")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 11))
    #expect(article.url == "https://example.org/pier")
  }

  @Test("Without any of that, what a reader sees")
  func seen() throws {
    let body = "<span class='byline'>By Ann Ray</span><time datetime='2024-10-11T08:00'>yesterday</time>"
    let article = try article(Self.page(body: body + Self.prose.map { "<p>\($0)</p>" }.joined()))
    #expect(article.title == "Pier vote put off")
    #expect(article.byline == "Ann Ray")
    #expect(article.date == PartialDate(year: 2024, month: 10, day: 11))
  }

  @Test("Where the page has no text, the statement in JSON-LD is taken")
  func stated() throws {
    let long = (Self.prose + Self.prose.map { $0.uppercased() }).joined(separator: "\\n")
    let head = #"<script type="application/ld+json">{"@type": "Article", "articleBody": "\#(long)"}</script>"#
    let article = try article(
      Self.page(
        head: head,
        body: "<p>This story is for subscribers only, who read it with all the others we have.</p>"))
    #expect(parts(article, .body).count == 8)
    #expect(parts(article, .body).first == Self.prose[0])
  }

  @Test("Paragraphs made by line breaks come apart, lines inside of a sentence do not")
  func breaks() throws {
    let article = try article(
      Self.page(
        body:
          "The board met on Tuesday and then<br>again on Friday.<br><br>\(Self.prose[0])<br><br>\(Self.prose[1])"
      ))
    #expect(
      parts(article, .body) == [
        "The board met on Tuesday and then again on Friday.", Self.prose[0], Self.prose[1],
      ])
  }

  @Test(
    "A page without an article is told",
    arguments: ["<html><body></body></html>", "<html><script>a()</script></html>"])
  func none(page: String) {
    #expect(throws: ImportError(path: "a.html", reason: "holds no article")) { try article(page) }
  }

  @Test("The encoding a page declares is used, unless its bytes say otherwise")
  func charset() throws {
    let words = Self.page(
      head: "<meta charset=\"iso-8859-2\">", body: "<p>“\(Self.prose[0])” Đorđe Šušić</p>")
    #expect(try article(words).text.hasSuffix("Đorđe Šušić"))
    let bytes = Self.page(head: "<meta charset=\"iso-8859-2\">").utf8.map { $0 }
    let polish = Array("<p>Pawe\u{0}".utf8).dropLast() + [0xB3]
    let at = try #require(String(decoding: bytes, as: UTF8.self).utf8.firstRange(of: "<p>The harbor".utf8))
    let offset = bytes.count - String(decoding: bytes, as: UTF8.self).utf8[at.lowerBound...].count
    let page =
      Array(bytes[..<offset]) + polish
      + Array(" said so to all who would hear it, again and again, all night.</p>".utf8)
      + Array(bytes[offset...].filter { $0 < 128 })
    let read = try #require(try ArticleFormats.articles(in: Document(name: "a", bytes: page)).first)
    #expect(read.text.hasPrefix("Paweł said so"))
  }
}
