import Foundation
import QuoteParser
import StatementLinks

/// Trains every file in `Resources/Models`: `TrainModels CORPORA OUT`.
enum TrainingRun {
  static func main(_ arguments: [String]) throws {
    guard arguments.count >= 3 else {
      print(
        "usage: TrainModels CORPORA OUT [MODEL…]\n\nCORPORA holds gum/ and polnear/; OUT is Resources/Models; "
          + "a MODEL is background, part-of-speech, entities, attribution or pronouns, all without one.")
      exit(2)
    }
    let wanted = Set(arguments.dropFirst(3))
    let isWanted: (String) -> Bool = { wanted.isEmpty || wanted.contains($0) }
    let corpora = URL(filePath: arguments[1])
    let out = URL(filePath: arguments[2])
    if isWanted("background") {
      let documents = try newsDocuments(corpora)
      try Data(Background.bytes(of: documents)).write(to: out.appending(path: "background.model"))
    }
    let tagFile = out.appending(path: "part-of-speech.model")
    if isWanted("part-of-speech") {
      let lexicon = out.deletingLastPathComponent().appending(path: "Lexicons/word_forms.tsv")
      try Data(try trainPartOfSpeech(corpora, lexicon: lexicon, epochs: 8)).write(to: tagFile)
    }
    let tags = try Data(contentsOf: tagFile)
    if isWanted("entities") {
      try tags.withUnsafeBytes { tags in
        guard let partOfSpeech = LinearModel(tags) else { return }
        let training = EntityTraining(corpora: corpora, tagger: PartOfSpeechTagger(model: partOfSpeech))
        try Data(try training.model()).write(to: out.appending(path: "entities.model"))
      }
    }
    if isWanted("pronouns") {
      let root = out.deletingLastPathComponent().deletingLastPathComponent()
      let key = root.appending(path: "Tests/QuoteParserTests/Key/sources.tsv")
      let training = PronounTraining(key: key, corpora: corpora)
      try Data(try training.model()).write(to: out.appending(path: "pronouns.model"))
    }
    guard isWanted("attribution") else { return }
    let polnear = corpora.appending(path: "polnear")
    let train = try AttributedArticle.read(polnear.appending(path: "train"))
    let dev = try AttributedArticle.read(polnear.appending(path: "dev"))
    try tags.withUnsafeBytes { tags in
      guard let partOfSpeech = LinearModel(tags) else { return }
      let training = AttributionTraining(train, partOfSpeech: partOfSpeech)
      let result = training.models(train)
      result.first.withUnsafeBytes { one in
        result.second.withUnsafeBytes { two in
          guard let one = LinearModel(one), let two = LinearModel(two) else { return }
          training.report(AttributionTagger(first: one, second: nil), dev, "first pass")
          training.report(AttributionTagger(first: one, second: two), dev, "both passes")
        }
      }
      try Data(result.first).write(to: out.appending(path: "attribution.model"))
      try Data(result.second).write(to: out.appending(path: "attribution-second.model"))
      let links = LinkTraining(training).model(train, result.unseen)
      try Data(links).write(to: out.appending(path: "links.model"))
      let confidence = ConfidenceTraining(training).model(train, result.unseen, links)
      try Data(confidence).write(to: out.appending(path: "confidence.model"))
    }
  }

  /// The texts that tell what English news talks of anyway: PolNeAR train, and GUM train, which is not news alone.
  private static func newsDocuments(_ corpora: URL) throws -> [String] {
    let news = try FileManager.default.contentsOfDirectory(
      at: corpora.appending(path: "polnear/train/text"), includingPropertiesForKeys: nil
    )
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    .map { try String(contentsOf: $0, encoding: .utf8) }
    let other = try TaggedDocument.read(corpora.appending(path: "gum/train")).map {
      String(decoding: $0.text, as: UTF8.self)
    }
    return news + other
  }
}
