import ArticleImport
import Foundation
import ResourceFiles
import Testing

/// What is listed by hand holds everything there is.
@Suite("The lists are complete")
struct ListTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func files(in folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: ListTests.root.appending(path: folder), includingPropertiesForKeys: nil)
  }

  @Test(
    "Every lexicon, model and sample is embedded, byte for byte",
    arguments: ["Lexicons", "Models", "Samples"])
  func resources(folder: String) throws {
    // The word forms and how they are made are the trainer's: the program carries a model of them.
    let stored = try files(in: "Resources/" + folder).filter {
      $0.pathExtension != "md" && !$0.lastPathComponent.hasPrefix("word_forms.")
    }
    #expect(!stored.isEmpty)
    for file in stored {
      let embedded = ResourceFiles.bytes("\(folder)/\(file.lastPathComponent)")
      #expect(try embedded.map { Data($0) } == Data(contentsOf: file), "\(file.lastPathComponent)")
    }
    #expect(ResourceFiles.files(in: folder).count == stored.count)
  }

  @Test("Every format in the folder is in the list")
  func formats() throws {
    let declared = try files(in: "Sources/ArticleImport/Formats").flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: /struct (\w+): (?:Article|Container)Format/)
        .map {
          String($0.1)
        }
    }
    #expect(declared.sorted() == ArticleFormats.all.map { "\(type(of: $0))" }.sorted())
  }
}
