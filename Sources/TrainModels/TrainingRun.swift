import Foundation

/// Trains every file in `Resources/Models`: `TrainModels CORPORA OUT`.
enum TrainingRun {
  static func main(_ arguments: [String]) throws {
    guard arguments.count == 3 else {
      print("usage: TrainModels CORPORA OUT\n\nCORPORA holds gum/ and polnear/; OUT is Resources/Models.")
      exit(2)
    }
    let corpora = URL(filePath: arguments[1])
    let out = URL(filePath: arguments[2])
    let tags = try trainPartOfSpeech(corpora, epochs: 8)
    try Data(tags).write(to: out.appending(path: "part-of-speech.model"))
    let attribution = try trainAttribution(corpora, partOfSpeech: tags, epochs: 10)
    try Data(attribution).write(to: out.appending(path: "attribution.model"))
  }
}
