/// What a person types to find something in texts: words that must all be there, in any order, those in
/// quotation marks as they follow one another; or, behind a `~`, a regular expression.
public struct TextSearch: Sendable, Hashable {
  private enum Kind: Sendable, Hashable {
    case words([SearchWords])
    case pattern(Pattern)
  }

  /// What was typed.
  public let text: String
  private let kind: Kind

  /// A search that finds everything and lights nothing.
  public static let none = TextSearch(text: "", kind: .words([]))

  private init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// Reads what was typed; `asPhrase` keeps all words together. O(text).
  public init(_ text: String, asPhrase: Bool = false) throws(Pattern.Failure) {
    self.text = text
    if text.hasPrefix("~") {
      kind = text.count > 1 ? .pattern(try Pattern(String(text.dropFirst()))) : .words([])
    } else if asPhrase {
      kind = .words(text.isEmpty ? [] : [SearchWords(text)])
    } else {
      kind = .words(TextSearch.words(text).map { SearchWords($0) })
    }
  }

  /// The search for a phrase as it stands.
  public init(phrase: String) {
    text = phrase
    kind = .words(phrase.isEmpty ? [] : [SearchWords(phrase)])
  }

  /// The search for a pattern.
  public init(_ pattern: Pattern) {
    text = "~" + pattern.source
    kind = .pattern(pattern)
  }

  /// The words one by one, those between quotation marks together.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// Whether it finds everything.
  public var isEmpty: Bool { kind == .words([]) }

  /// Whether a text holds it all. O(text · words).
  public func isFound(in text: Substring) -> Bool {
    switch kind {
    case .words(let words): words.allSatisfy { $0.isFound(in: text) }
    case .pattern(let pattern): pattern.isFound(in: text)
    }
  }

  /// Every place that holds some of it, as bytes from the start of the text, in order, apart from each other.
  /// O(text · words).
  public func ranges(in text: Substring) -> [Range<Int>] {
    switch kind {
    case .pattern(let pattern): return pattern.ranges(in: text)
    case .words(let words):
      var found: [Range<Int>] = []
      for word in words {
        var at = 0
        while let place = word.firstRange(in: text, from: at) {
          found.append(place)
          at = max(place.upperBound, place.lowerBound + 1)
        }
      }
      return words.count > 1 ? TextSearch.joined(found) : found
    }
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = out.last, last.upperBound >= range.lowerBound {
        out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        out.append(range)
      }
    }
    return out
  }
}

extension Corpus {
  /// Those of `candidates` whose words hold what is searched. O(different words + found), and O(text of what that
  /// leaves) where it is more than letters in a row, has capitals or is a pattern.
  public func quotations(of candidates: QuotationSet, holding search: TextSearch) -> QuotationSet {
    switch search.parts {
    case .words(let words): words.reduce(candidates) { quotations(of: $0, holding: $1) }
    case .pattern(let pattern): quotations(of: candidates, matching: pattern)
    }
  }

  /// Those of `candidates` whose words hold `words`, as above.
  public func quotations(of candidates: QuotationSet, holding words: SearchWords) -> QuotationSet {
    let found = words.runs.reduce(candidates) { quotations(of: $0, withWordHolding: $1) }
    return words.isOneRun ? found : quotations(of: found) { words.isFound(in: $0) }
  }

  /// Those of the candidates of which a word holds letters.
  private func quotations(of candidates: QuotationSet, withWordHolding letters: [UInt8]) -> QuotationSet {
    var found = QuotationSet(universe: candidates.universe)
    letters.withUnsafeBufferPointer { letters in
      for segment in segments {
        let first = segment.firstQuotation
        guard candidates.intersects(first..<first + segment.count) else { continue }
        found.insert(behind: first) { segment.columns.words.forEachRow(holding: letters, $0) }
      }
    }
    found.formIntersection(candidates)
    return found
  }

  private func quotations(of candidates: QuotationSet, matching pattern: Pattern) -> QuotationSet {
    var matcher = PatternMatcher(pattern)
    return quotations(of: candidates) { matcher.isFound(in: $0) }
  }

  /// Those of the candidates of which a span of the words is as asked; each article's text is taken up once.
  @inline(__always)
  private func quotations(
    of candidates: QuotationSet, where holds: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> QuotationSet {
    var found = QuotationSet(universe: candidates.universe)
    for segment in segments {
      var rows: [Int32] = []
      let first = segment.firstQuotation
      candidates.forEach(in: first..<first + segment.count) { rows.append(Int32($0.index - first)) }
      segment.visitWords(of: rows) { row, words in
        if holds(words) { found.insert(QuotationID(first + row)) }
      }
    }
    return found
  }
}

extension TextSearch {
  enum Parts {
    case words([SearchWords])
    case pattern(Pattern)
  }

  var parts: Parts {
    switch kind {
    case .words(let words): .words(words)
    case .pattern(let pattern): .pattern(pattern)
    }
  }
}
