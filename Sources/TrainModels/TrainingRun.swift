import Foundation

/// Trains every file in `Resources/Models`, or the antecedents alone: `TrainModels CORPORA OUT [antecedents]`.
enum TrainingRun {
  static func main(_ arguments: [String]) throws {
    guard arguments.count == 3 || arguments.count == 4 && arguments[3] == "antecedents" else {
      print(
        "usage: TrainModels CORPORA OUT [antecedents]\n\nCORPORA holds gum/ and polnear/; OUT is Resources/Models.")
      exit(2)
    }
    let corpora = URL(filePath: arguments[1])
    let out = URL(filePath: arguments[2])
    let tagsFile = out.appending(path: "part-of-speech.model")
    let onlyAntecedents = arguments.count == 4
    let tags =
      onlyAntecedents ? try [UInt8](Data(contentsOf: tagsFile)) : try trainPartOfSpeech(corpora, epochs: 8)
    if !onlyAntecedents { try Data(tags).write(to: tagsFile) }
    let antecedents = try trainAntecedents(corpora, partOfSpeech: tags, epochs: 12)
    try Data(antecedents).write(to: out.appending(path: "antecedents.model"))
    if onlyAntecedents { return }
    let attribution = try trainAttribution(corpora, partOfSpeech: tags, epochs: 10)
    try Data(attribution).write(to: out.appending(path: "attribution.model"))
  }
}
