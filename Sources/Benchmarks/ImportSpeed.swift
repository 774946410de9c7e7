import Accuracy
import ArticleImport
import Glibc
import QuoteModel

/// How fast bytes become articles: reading only, nothing parsed, on one core.
enum ImportSpeed {
  static func print(_ folders: [String]) {
    for folder in folders {
      let names = (try? CorpusFiles.names(in: folder, ending: "")) ?? []
      let documents = names.compactMap { name in
        (try? CorpusFiles.bytes(folder + "/" + name)).map { Document(name: name, bytes: $0) }
      }.filter { !$0.bytes.isEmpty }
      let size = documents.reduce(0) { $0 + $1.bytes.count }
      var (best, text) = (Duration.seconds(1_000_000), 0)
      for _ in 0..<7 {
        let start = ContinuousClock.now
        text = 0
        for document in documents {
          let articles = (try? ArticleFormats.articles(in: document)) ?? []
          text += articles.reduce(0) { $0 + $1.text.utf8.count }
        }
        best = min(best, .now - start)
      }
      let speed = Int(Double(size) / 1e3 / max(best.milliseconds, 0.001))
      Swift.print("\(folder): \(documents.count) files, \(size) bytes, \(text) of text: \(speed) MB/s")
    }
  }
}
