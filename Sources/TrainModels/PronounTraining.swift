// swift-format-ignore-file: NeverForceUnwrap
import Accuracy
import Foundation
import QuoteModel
import QuoteParser

/// Trains whom the pronouns of sources stand for, on those of PolNeAR train that were labelled by reading
/// (`KeyedSource`), and says what it and the rules choose on dev.
struct PronounTraining {
  let key: URL
  let corpora: URL
  static let bits = 14
  static let rounds = 3
  static let folds = 5
  /// Chosen on the folds, as are the rate, the ridge and the dropout.
  static let epochs = 30
  static let rate: Float = 0.05
  static let ridge: Float = 1e-3
  static let dropout = 0.15

  private struct Choice {
    var candidates: [[UInt32]]
    var right: Int
  }

  /// The model file. Who spoke last depends on the choices before: first on those of the rules alone, then on those of the model
  /// that was learned from these.
  func model() throws -> [UInt8] {
    let sources = try KeyedSource.read(key.path)
    var file: [UInt8] = []
    for round in 1...Self.rounds {
      print("pronouns: round \(round)")
      file = try file.withUnsafeBytes { bytes in
        try model(sources, by: LinearModel(bytes).map { PronounRanker($0) })
      }
    }
    return file
  }

  private func model(_ sources: [KeyedSource], by ranker: PronounRanker?) throws -> [UInt8] {
    let train = try choices(sources.filter { $0.part == "train" }, by: ranker)
    let dev = try choices(sources.filter { $0.part == "dev" }, by: ranker)
    var right = 0
    for fold in 0..<Self.folds {
      let isHeld = { $0 * Self.folds / train.count == fold }
      let trial = learn(train.indices.filter { !isHeld($0) }.map { train[$0] })
      right += self.right(trial, train.indices.filter(isHeld).map { train[$0] })
    }
    report(right, of: train.count, "train, a fifth left out")
    let model = learn(train)
    report(self.right(model, dev), of: dev.count, "dev")
    return model.file()
  }

  private func right(_ model: LogLinear, _ asked: [Choice]) -> Int {
    asked.count { model.best($0.candidates) == $0.right }
  }

  private func report(_ right: Int, of count: Int, _ name: String) {
    print("pronouns: \(name): right \(Double(right) / Double(count)) of \(count) with a choice")
  }

  /// The choices whose right candidate is among them.
  private func choices(_ sources: [KeyedSource], by ranker: PronounRanker?) throws -> [Choice] {
    let parser = Parser()
    var out: [Choice] = []
    var missing = 0
    let ofFile = Dictionary(grouping: sources) { "polnear/\($0.part)/text/\($0.article)" }
    for (path, own) in ofFile.sorted(by: { $0.key < $1.key }) {
      let file = corpora.appending(path: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      let (parsed, choices) = parser.pronounChoices(
        Article(name: path, path: file.path, text: text), by: ranker)
      for source in own where source.who.count == 1 {
        guard let choice = choices.first(where: { Int($0.range.start) == source.range.lowerBound }) else {
          continue
        }
        let names: [[String]] = choice.actors.map {
          $0 < 0 ? [] : [parsed.actors[$0].name] + parsed.actors[$0].aliases
        }
        if let right = Self.right(names, source.who[0]) {
          if choice.actors.count > 1 { out.append(Choice(candidates: choice.features, right: right)) }
        } else {
          missing += 1
        }
      }
    }
    print("pronouns: \(missing) whose right candidate is none")
    return out
  }

  /// Which candidate bears a name: exactly, or by a name that is the same.
  private static func right(_ names: [[String]], _ wanted: String) -> Int? {
    names.firstIndex { $0.contains(wanted) }
      ?? names.firstIndex { $0.contains { KeyedSource.isSame($0, wanted) } }
  }

  private func learn(_ choices: [Choice]) -> LogLinear {
    var model = LogLinear(bits: Self.bits)
    model.rate = Self.rate
    model.ridge = Self.ridge
    var random = FixedSeed()
    let bar = UInt64(Self.dropout * 4_294_967_296)
    for epoch in 1...Self.epochs {
      for choice in choices.shuffled(using: &random) {
        let left = choice.candidates.map { $0.filter { _ in random.next() & 0xFFFF_FFFF >= bar } }
        model.learn(left, right: choice.right)
      }
      if epoch > Self.epochs / 2 { model.keep() }
    }
    return model
  }
}
