import QuoteExport
import QuoteModel
import TestSupport
import QuoteParser
import StatementLinks
import Testing

@testable import DraftCheck

@Suite("Every quotation of a draft is held against the articles")
struct DraftCheckTests {
  private static let parser = Parser()
  private static let article = """
    Council argues over the ferry

    "We will not sell the night ferry to anybody who lives on the other shore," said Mara Lindqvist. \
    Petr Osei, the harbour master, said: "The ferry costs us nine hundred marks a day."

    Osei added that the café would stay shut.
    """

  private func findings(_ draft: String) -> (
    text: String, findings: [DraftCheck.Finding], report: DraftReport
  ) {
    func parsed(_ name: String, _ text: String) -> ParsedArticle {
      Self.parser.parse(Article(name: name, path: name, text: text))
    }
    let corpus = Corpus(alone: Linker().digest(parsed("ferry.txt", Self.article)))
    let read = parsed("draft.txt", draft)
    let check = DraftCheck(read, stretches: Self.parser.quotedStretches(in: read.article))
    let found = check.findings(in: corpus)
    return (draft, found, DraftReport(read.article, found, corpus))
  }

  private func verdicts(_ draft: String) -> [DraftCheck.Verdict] { findings(draft).findings.map(\.verdict) }

  @Test("Word for word is verbatim, whatever the marks, capitals, accents and punctuation")
  func verbatim() {
    #expect(verdicts("“We will not sell the night ferry,” said Mara Lindqvist.") == [.verbatim])
    #expect(verdicts("It is, she said, for nobody “Who lives on the other shore!”") == [.verbatim])
    #expect(verdicts("Osei said that “the cafe would stay shut”.") == [.verbatim])
  }

  @Test("An ellipsis leaves words out, and brackets are the writer's own")
  func gaps() {
    #expect(
      verdicts("“We will not sell the night ferry … on the other shore,” said Lindqvist.") == [.verbatim])
    #expect(
      verdicts("“We will not sell [our boat] to anybody ... on the other shore,” said Lindqvist.") == [
        .verbatim
      ])
    #expect(verdicts("“We will not sell [...] to anybody,” said Lindqvist.") == [.verbatim])
  }

  @Test("What was altered is shown word by word")
  func altered() throws {
    let (_, found, report) = findings("“We will never sell the night ferry to anybody,” said Mara Lindqvist.")
    let match = try #require(found.first?.match)
    #expect(found.map(\.verdict) == [.altered])
    #expect(
      match.differences == [
        .init(kind: .same, words: "We will"), .init(kind: .leftOut, words: "not"),
        .init(kind: .putIn, words: "never"), .init(kind: .same, words: "sell the night ferry to anybody"),
      ])
    #expect(
      String(decoding: report.plain, as: UTF8.self) == """
        draft.txt:1: altered: “We will never sell the night ferry to anybody,” (Mara Lindqvist)
          ferry.txt, Mara Lindqvist
          We will [-not-] {+never+} sell the night ferry to anybody

        """)
  }

  @Test("A word left out without an ellipsis is an alteration, a figure changed too")
  func small() {
    #expect(verdicts("“We will sell the night ferry to anybody,” said Lindqvist.") == [.altered])
    #expect(verdicts("“The ferry costs us nine thousand marks a day,” said Osei.") == [.altered])
  }

  @Test("The right words in the wrong mouth are told")
  func speaker() {
    #expect(
      verdicts("“The ferry costs us nine hundred marks a day,” said Mara Lindqvist.") == [.wrongSpeaker])
    #expect(verdicts("“The ferry costs us nine hundred marks a day,” said Petr Osei.") == [.verbatim])
    #expect(verdicts("“The ferry costs us nine hundred marks a day,” a spokesman said.") == [.verbatim])
  }

  @Test("What nobody said is not found, and words at arm's length are left alone")
  func notFound() {
    #expect(verdicts("“We shall buy nine new boats before winter,” said Osei.") == [.notFound])
    #expect(verdicts("The “fast” boat left the “old pier” at noon.").isEmpty)
  }

  @Test("Each is told in the draft's order, as JSON too")
  func order() {
    let (_, found, report) = findings(
      "“The ferry costs us nine hundred marks a day,” said Osei.\n\n“We shall buy nine boats in winter,” said Osei.\n"
    )
    #expect(found.map(\.verdict) == [.verbatim, .notFound])
    let lines = String(decoding: report.jsonLines, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains(#""line": 1, "span": [0, 46], "#))
    #expect(lines[0].contains(#""verdict": "verbatim", "source": {"doc": "ferry.txt""#))
    #expect(
      lines[1].contains(#""line": 3"#) && lines[1].hasSuffix(#""verdict": "not-found", "source": null}"#))
  }
}

@Suite("Words are aligned")
struct AlignmentTests {
  private func steps(_ quoted: String, _ source: String) -> String {
    let (draft, text) = (quoted, source)
    let quoted = ComparedWords(quoted: TextRange(0, draft.utf8.count), in: draft)
    let source = ComparedWords(text)
    return Alignment(quoted, source, in: 0..<source.count).differences(quoted, in: draft, source, in: text)
      .map { "\($0.kind.rawValue):\($0.words)" }.joined(separator: "|")
  }

  @Test(
    "With the fewest changes, free before and behind",
    arguments: [
      ("b c", "a b c d", "same:b c"), ("b x d", "a b c d e", "same:b|left-out:c|put-in:x|same:d"),
      ("b d", "a b c d e", "same:b|left-out:c|same:d"), ("b x c", "a b c", "same:b|put-in:x|same:c"),
      ("a … d", "a b c d", "same:a|skipped:b c|same:d"), ("x", "a b", "put-in:x"),
      ("B’s café", "b's cafe", "same:B’s café"),
    ])
  func alignment(quoted: String, source: String, steps: String) {
    #expect(self.steps(quoted, source) == steps)
  }

  @Test("Nothing is aligned with nothing")
  func empty() {
    #expect(steps("", "a b").isEmpty)
    #expect(steps("a", "") == "put-in:a")
  }
}
