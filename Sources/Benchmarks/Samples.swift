import ArticleImport
import ResourceFiles

/// The articles that come with the program.
enum Samples {
  static var documents: [Document] {
    ResourceFiles.files(in: "Samples").map { Document(name: $0.name, bytes: Array($0.bytes)) }
  }

  /// The same under twenty names, enough to measure with.
  static func many(_ documents: [Document]) -> [Document] {
    (0..<20).flatMap { round in
      documents.map { Document(name: "\(round)/" + $0.name, bytes: $0.bytes) }
    }
  }
}
