import ArticleImport
import Foundation
import QuoteModel
import QuoteParser
import StatementLinks

/// Topics that a person wrote down, and how many of those shown are right and of those wanted are shown.
struct TopicScore: CustomStringConvertible {
  var shown = 0
  var right = 0
  var wanted = 0
  var found = 0
  var wrong: [String] = []
  var missed: [String] = []

  var precision: Double { Double(right) / Double(max(1, shown)) }
  var recall: Double { Double(found) / Double(max(1, wanted)) }
  var description: String {
    "precision \(right)/\(shown), recall \(found)/\(wanted)\nwrong: \(wrong.joined(separator: "; "))\n"
      + "missed: \(missed.joined(separator: "; "))"
  }

  /// Counts what is shown of one statement: an item of the key allows its wordings (`a/b`), and is wanted unless
  /// it begins with `?`.
  mutating func add(_ labels: [String], key: [Substring], where statement: String) {
    let items = key.map { item in
      (
        isWanted: !item.hasPrefix("?"),
        wordings: item.drop { $0 == "?" }.split(separator: "/").map(String.init)
      )
    }
    for label in labels {
      shown += 1
      if items.contains(where: { $0.wordings.contains(label) }) {
        right += 1
      } else {
        wrong.append("\(label) [\(statement)]")
      }
    }
    for item in items where item.isWanted {
      wanted += 1
      if item.wordings.contains(where: labels.contains) {
        found += 1
      } else {
        missed.append("\(item.wordings[0]) [\(statement)]")
      }
    }
  }
}

/// The keys beside the tests, and the articles they are about.
enum TopicKeys {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = here.appending(path: "../..").standardizedFileURL
  static let shared = root.appending(path: "../shared").standardizedFileURL
  static let hasShared = FileManager.default.fileExists(atPath: shared.path)

  /// A key's rows, split at tabs.
  static func rows(_ name: String) throws -> [[Substring]] {
    try String(contentsOf: here.appending(path: "Key/" + name), encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  static func items(_ row: [Substring], _ column: Int) -> [Substring] {
    row.indices.contains(column) ? row[column].split(separator: "|") : []
  }

  /// A corpus of the files in a folder, in order of their names.
  static func corpus(of folder: URL) throws -> Corpus {
    let (parser, linker) = (Parser(), Linker())
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    let articles = try files.flatMap { file in
      try ArticleFormats.articles(
        in: Document(name: file.lastPathComponent, bytes: Array(Data(contentsOf: file))))
    }
    return linker.corpus(of: articles.map { linker.digest(parser.parse($0)) })
  }
}

extension Corpus {
  /// The quotation of an article that begins with those words, or holds all but the first of them.
  func quotation(in article: Substring, saying words: Substring) -> Int? {
    let rest = words.drop { $0 != " " }
    let own = (0..<quotationCount).filter { self[self.article(of: QuotationID($0))].name == article }
    func said(_ quotation: Int) -> String {
      text(of: QuotationID(quotation)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return own.first { said($0).hasPrefix(words) } ?? own.first { said($0).contains(rest) }
  }

  /// The quotation of an article that begins nearest to a byte, at most forty away.
  func quotation(in article: Substring, at byte: Int) -> Int? {
    (0..<quotationCount).filter { self[self.article(of: QuotationID($0))].name.hasPrefix(article) }
      .map { (quotation: $0, away: abs(Int(self[QuotationID($0)].content.first?.start ?? 0) - byte)) }
      .filter { $0.away <= 40 }.min { $0.away < $1.away }?.quotation
  }

  /// Labels of a quotation's topics of a kind; of those that lie under one another, the narrowest alone.
  func narrowest(_ quotation: Int, _ kind: Topic.Kind) -> [String] {
    let topics = links.topicsOfQuotation[quotation].filter { self[$0].kind == kind }
    let wider = Set(topics.flatMap { ancestors($0) })
    return topics.filter { !wider.contains($0) }.map { self[$0].label }
  }

  /// What a topic lies under, the nearest first.
  func ancestors(_ topic: TopicID) -> [TopicID] {
    var out: [TopicID] = []
    while let next = self[out.last ?? topic].parent { out.append(next) }
    return out
  }

  /// The subjects a key names, and those they lie under, which are right too.
  func widened(_ key: [Substring]) -> [Substring] {
    key
      + key.flatMap { item -> [Substring] in
        guard
          let topic = links.topics.firstIndex(where: {
            $0.kind == .subject && $0.label == item.drop { $0 == "?" }
          })
        else { return [] }
        return ancestors(TopicID(topic)).map { "?" + self[$0].label }
      }
  }
}
