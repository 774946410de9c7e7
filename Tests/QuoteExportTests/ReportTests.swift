import QuoteModel
import TestSupport
import Testing

@testable import QuoteExport

/// The page as text; `Tests/Outside/report.py` opens it in a browser.
@Suite("The report is safe and whole")
struct ReportTests {
  @Test("Words of an article are never markup")
  func escaping() {
    let attack = "</blockquote><script>alert('x')</script>\"&amp;"
    let page = written("html", Sample.saying(attack, title: attack, speaker: attack), title: attack)
    #expect(!page.contains("<script>alert"))
    #expect(
      page.contains("&lt;/blockquote&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;amp;"))
    #expect(page.ranges(of: "<script>").count == 1)
  }

  @Test("Source, cue and words are marked where they stand")
  func marks() {
    let page = written("html", FixtureCorpus.make())
    #expect(
      page.contains(
        "<p><mark class=\"source\" title=\"source\">Ilse Marin-Vogel</mark> <mark class=\"cue\" title=\"cue\">said</mark> "
          + "<mark class=\"content\" title=\"content\">that the new quay would not change who pays for the channel</mark>. Speaking"
      ))
  }

  @Test("The policy lets through what the page carries, by its SHA-256, and nothing else")
  func policy() throws {
    let page = written("html", Sample.digested())
    let script = try #require(page.firstMatch(of: /<script>((?s).*)<\/script>/)?.1)
    #expect(!script.contains("</script"))
    #expect(page.contains("script-src 'sha256-\(Base64.text(SHA256.hash(Array(script.utf8))))'"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test("SHA-256 of messages of every length around a block, as FIPS 180-4 gives them")
  func hash() {
    func hexadecimal(_ text: String) -> String {
      SHA256.hash(Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hexadecimal("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hexadecimal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(["", "f", "fo", "foo"].map { Base64.text(Array($0.utf8)) } == ["", "Zg==", "Zm8=", "Zm9v"])
  }

  @Test("Marks that lie in one another or stick out of the paragraph cut it into stretches")
  func stretches() {
    let text = "He said she knew."
    let quotation = Quotation(
      content: [TextRange(8, 30)], cue: TextRange(3, 7), source: TextRange(8, 11), speakers: [])
    let parsed = ParsedArticle(
      article: Article(name: "a", path: "a", text: text, parts: [ArticlePart(TextRange(0, 17))]),
      quotations: [quotation])
    let page = QuotedArticle(ArticleID(0), in: Corpus(alone: DigestedArticle(parsed: parsed, terms: [])))
    let stretches = page.context(of: page.rows[0]).flatMap { page.stretches(of: page.rows[0], in: $0) }
    #expect(stretches.map { String(text[$0.range]) } == ["He ", "said", " ", "she", " knew."])
    #expect(stretches.map(\.mark) == [nil, .cue, nil, .source, .content])
  }
}
