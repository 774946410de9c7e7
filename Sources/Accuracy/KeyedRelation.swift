import QuoteModel

/// A pair of quotations of a key written by hand, and what one is to the other.
public struct KeyedRelation: Sendable {
  /// The kind of relation, and other kinds that would be as right.
  public let kinds: [String]
  /// Whether it was thought of before anything was shown; only such count for recall.
  public let isWanted: Bool
  /// Rows of the two quotations.
  public let pair: Set<Int>

  /// Reads a line of a key: the kind, other kinds or a `+`, then of each quotation how its article's name and its words
  /// begin, between tabs. `nil` where that is not what the line says, or where a corpus has no such quotation.
  /// O(quotations of the articles).
  public init?(_ line: Substring, in corpus: Corpus) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 6, let first = Self.find(columns[2], columns[3], corpus),
      let second = Self.find(columns[4], columns[5], corpus)
    else { return nil }
    kinds = [String(columns[0])] + columns[1].split(separator: ",").map(String.init)
    isWanted = columns[1] != "+" || columns[0] == "continues"
    pair = [first, second]
  }

  /// The quotation of an article that has these words alone, or else the first that begins with them, quotation marks left
  /// out.
  private static func find(_ article: Substring, _ words: Substring, _ corpus: Corpus) -> Int? {
    var first: Int?
    for row in 0..<corpus.articleCount where corpus[ArticleID(row)].name.hasPrefix(article) {
      for quotation in corpus.quotations(in: ArticleID(row)) {
        let text = corpus.text(of: QuotationID(quotation)).drop { "\"“'‘".contains($0) }
        if text == words { return quotation }
        if first == nil, text.hasPrefix(words) { first = quotation }
      }
    }
    return first
  }
}
