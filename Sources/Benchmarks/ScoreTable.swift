import Accuracy
import QuoteModel
import QuoteParser

/// Prints what `docs/accuracy.md` shows of the PolNeAR articles and of the parts of speech.
enum ScoreTable {
  /// Against a split of PolNeAR: a folder that holds `text` and `attributions`.
  static func print(_ split: String, careful: Bool) async throws {
    let articles = try AnnotatedArticle.read(split)
    let score = await AttributionScore(Parser(careful: careful), articles)
    for (name, ratio) in [
      ("content", score.content), ("source", score.source), ("cue", score.cue), ("found", score.all.found),
      ("speech found", score.speech.found), ("exact", score.all.exact), ("speech exact", score.speech.exact),
      ("who+what", score.all.whoAndWhat), ("speech who+what", score.speech.whoAndWhat),
    ] {
      row(name, [("p", ratio.precision), ("r", ratio.recall), ("f1", ratio.f1)], ratio.gold)
    }
    row("speaker", [("p", score.speaker.precision)], score.speaker.gold)
    for kind in [Quotation.Kind.direct, .indirect, .mixed] {
      guard let levels = score.byKind[kind] else { continue }
      row(
        "recall \(kind)",
        [
          ("found", levels.found.recall), ("exact", levels.exact.recall),
          ("who+what", levels.whoAndWhat.recall),
        ], levels.found.gold)
    }
  }

  /// How often quotations said to be so sure are right.
  static func printReliability(_ split: String, careful: Bool) async throws {
    let articles = try AnnotatedArticle.read(split)
    let score = await AttributionScore(Parser(careful: careful), articles)
    Swift.print("confidence  quotations  right")
    for (tenth, ratio) in score.reliability.enumerated() where ratio.found > 0 {
      let range = "\(figure(Double(tenth) / 10, 1))–\(figure(Double(tenth + 1) / 10, 1))"
      let count = String(repeating: " ", count: max(0, 10 - "\(ratio.found)".count)) + "\(ratio.found)"
      Swift.print("\(range)     \(count)  \(figure(ratio.precision, 3))")
    }
  }

  /// Against a folder of GUM documents, its news alone and all of it.
  static func printPartsOfSpeech(_ folder: String) throws {
    for (name, prefix) in [("news", "GUM_news"), ("all", "")] {
      let accuracy = try TaggedCorpus.accuracy(folder, prefix: prefix)
      Swift.print("part of speech, \(name): \(accuracy.map { figure($0, 4) } ?? "not measured")")
    }
  }

  private static func row(_ name: String, _ figures: [(String, Double)], _ gold: Int) {
    let padded = name + String(repeating: " ", count: max(0, 16 - name.count))
    Swift.print(padded, figures.map { "\($0.0) \(figure($0.1, 3))" }.joined(separator: "  "), " gold \(gold)")
  }

  /// A number with that many figures behind the point.
  private static func figure(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
