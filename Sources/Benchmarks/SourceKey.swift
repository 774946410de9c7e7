import Accuracy
import QuoteModel
import Reading

/// Holds who speaks against a key of sources.
enum SourceKey {
  private static let pronouns: Set<String> = [
    "he", "she", "him", "her", "his", "they", "them", "their", "who", "it", "its",
  ]

  /// Prints, for names and descriptions and for each pronoun, how many sources of the key stand for whom they should, and how many
  /// are no source now.
  static func print(_ key: String, _ paths: [String]) async throws {
    let corpus = await Reading.corpus(of: Inputs(paths: paths)) { _ in }
    var counts: [String: (right: Int, all: Int, gone: Int)] = [:]
    let entries = Dictionary(grouping: try KeyedSource.read(key), by: \.article)
    for row in 0..<corpus.articleCount {
      let article = ArticleID(row)
      guard let wanted = entries[corpus[article].name] else { continue }
      let bytes = Array(corpus[article].text.utf8)
      var quotations: [Int: QuotationID] = [:]
      for quotation in corpus.quotations(in: article) {
        let id = QuotationID(quotation)
        if let source = corpus[id].source, quotations[Int(source.start)] == nil {
          quotations[Int(source.start)] = id
        }
      }
      for entry in wanted where entry.range.upperBound <= bytes.count {
        let text = String(decoding: bytes[entry.range], as: UTF8.self).lowercased()
        let kind = pronouns.contains(text) ? text : "names and descriptions"
        counts[kind, default: (0, 0, 0)].all += 1
        guard let id = quotations[entry.range.lowerBound] else {
          counts[kind]?.gone += 1
          continue
        }
        let speakers = corpus.speakers(of: id).map { [corpus[$0].name] }
        if entry.isRight(speakers) { counts[kind]?.right += 1 }
      }
    }
    for (kind, count) in counts.sorted(by: { ($1.value.all, $0.key) < ($0.value.all, $1.key) }) {
      let share = Double(count.right) / Double(max(1, count.all - count.gone))
      Swift.print(
        "\(kind): \(count.right) of \(count.all - count.gone) right, \(share); \(count.gone) no source")
    }
  }
}
