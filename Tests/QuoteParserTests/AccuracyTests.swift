import Accuracy
import QuoteModel
import QuoteParser
import Testing

/// What no change may lose: a little under what was reached, which `docs/accuracy.md` shows.
private struct Floor: Sendable {
  var name: String
  var least: Double
  var reached: @Sendable (AttributionScore) -> Double

  static let quick = [
    Floor(name: "content token F1", least: 0.845) { $0.content.f1 },
    Floor(name: "found F1", least: 0.748) { $0.all.found.f1 },
    Floor(name: "exact F1", least: 0.54) { $0.all.exact.f1 },
    Floor(name: "who+what F1", least: 0.68) { $0.all.whoAndWhat.f1 },
    Floor(name: "speech who+what F1", least: 0.775) { $0.speech.whoAndWhat.f1 },
    Floor(name: "speaker", least: 0.922) { $0.speaker.precision },
  ]

  /// Of the careful parser, on every fourth article.
  static let careful = [
    Floor(name: "content token F1", least: 0.885) { $0.content.f1 },
    Floor(name: "found F1", least: 0.82) { $0.all.found.f1 },
    Floor(name: "exact F1", least: 0.575) { $0.all.exact.f1 },
    Floor(name: "who+what F1", least: 0.745) { $0.all.whoAndWhat.f1 },
    Floor(name: "speech who+what F1", least: 0.82) { $0.speech.whoAndWhat.f1 },
    Floor(name: "speaker", least: 0.915) { $0.speaker.precision },
  ]

  static let partOfSpeech = 0.955

  static func hold(_ floors: [Floor], _ score: AttributionScore) {
    for floor in floors {
      let reached = floor.reached(score)
      #expect(reached >= floor.least, "\(floor.name): \(reached), the floor is \(floor.least)")
    }
  }
}

struct AccuracyTests {
  /// PolNeAR dev (Newell, Margolin & Ruths 2018). The corpus is not part of the project; without it this is skipped.
  @Test(.enabled(if: CorpusFiles.has(CorpusFiles.polnearDev), "PolNeAR is not here"))
  func quotationsAreFoundAsWellAsBefore() async throws {
    let articles = try AnnotatedArticle.read(CorpusFiles.polnearDev)
    let score = await AttributionScore(Parser(), articles)
    #expect(score.all.found.gold > 2000)
    Floor.hold(Floor.quick, score)
  }

  /// The network takes some seconds for all articles: a part of them shows whether something broke.
  @Test(.enabled(if: CorpusFiles.has(CorpusFiles.polnearDev), "PolNeAR is not here"))
  func theCarefulParserIsAsGoodAsBefore() async throws {
    let articles = try AnnotatedArticle.read(CorpusFiles.polnearDev)
    let some = articles.indices.filter { $0 % 4 == 0 }.map { articles[$0] }
    Floor.hold(Floor.careful, await AttributionScore(Parser(careful: true), some))
  }

  /// GUM (Zeldes 2017), the news documents of its development part; skipped without it.
  @Test(.enabled(if: CorpusFiles.has(CorpusFiles.gumDev), "GUM is not here"))
  func partsOfSpeechAreAsRightAsBefore() throws {
    let accuracy = try #require(try TaggedCorpus.accuracy(CorpusFiles.gumDev, prefix: "GUM_news"))
    #expect(accuracy >= Floor.partOfSpeech)
  }
}

/// The scorer itself, on a text short enough to count by hand.
struct AttributionScoreTests {
  private static let text = "\"We will go,\" Mr. Ann Lee said. Bo Lind's aide hoped that it would rain."
  private static let brat = """
    T1\tContent 0 13\t"We will go,"
    T2\tSource 14 25\tMr. Ann Lee
    T3\tCue 26 30\tsaid
    E1\tAttribution:T1 Content:T1 Source:T2 Cue:T3
    T4\tContent 54 72\tthat it would rain
    T5\tSource 32 46\tBo Lind's aide
    T6\tCue 47 52\thoped
    E2\tAttribution:T4 Content:T4 Source:T5 Cue:T6
    """

  private func score(_ quotations: [Quotation], _ text: String = Self.text) -> AttributionScore {
    let article = Article(name: "a", path: "a", text: text)
    var score = AttributionScore()
    score.add(AnnotatedArticle(article, brat: Self.brat), quotations)
    return score
  }

  @Test func theAnnotationItselfIsAllRight() {
    let score = score([
      Quotation(content: [TextRange(0, 13)], cue: TextRange(26, 30), source: TextRange(14, 25)),
      Quotation(content: [TextRange(53, 71)], cue: TextRange(47, 52), source: TextRange(32, 46)),
    ])
    #expect(score.all.whoAndWhat.f1 == 1 && score.all.exact.f1 == 1 && score.speaker.precision == 1)
    #expect(score.content.gold == 7 && score.speech.found.gold == 1 && score.speech.found.found == 1)
    #expect(score.byKind[.direct]?.found.right == 1 && score.byKind[.indirect]?.found.right == 1)
  }

  @Test func aTitleIsNobodysName() {
    let score = score([Quotation(content: [TextRange(0, 13)], source: TextRange(14, 17), confidence: 0.95)])
    #expect(score.all.exact.right == 1 && score.all.whoAndWhat.right == 0 && score.speaker.gold == 1)
    #expect(score.reliability[9].found == 1 && score.reliability[9].right == 0)
  }

  @Test func halfTheWordsAreFoundButNotExact() {
    let score = score([Quotation(content: [TextRange(0, 3)], source: TextRange(18, 25), confidence: 1)])
    #expect(score.all.found.right == 1 && score.all.exact.right == 0 && score.all.whoAndWhat.right == 1)
    #expect(score.content.right == 1 && score.reliability[9].right == 1)
  }

  @Test func eachAnnotatedOneIsFoundOnce() {
    let score = score([
      Quotation(content: [TextRange(0, 8)], source: TextRange(18, 25)),
      Quotation(content: [TextRange(0, 13)], source: TextRange(18, 25)),
      Quotation(content: [TextRange(32, 46)]),
    ])
    #expect(score.all.found.right == 1 && score.all.exact.right == 1 && score.all.found.found == 3)
  }
}
