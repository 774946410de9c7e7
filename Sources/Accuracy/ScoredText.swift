import QuoteModel

/// An article's words, as scoring counts them: runs of letters and figures, joined inside by an apostrophe, a full stop
/// or a hyphen; marks never count. Offsets are code points, as the corpus gives them.
struct ScoredText {
  let scalars: [Unicode.Scalar]
  let words: [Range<Int>]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    words = Self.words(scalars, 0..<scalars.count)
  }

  /// The words in a part of a text, as if there were nothing around it. O(range).
  static func words(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard scalars[at].isWord else {
        at += 1
        continue
      }
      let start = at
      while true {
        while at < range.upperBound, scalars[at].isWord { at += 1 }
        guard at + 1 < range.upperBound, scalars[at].joinsWords, scalars[at + 1].isWord else { break }
        at += 1
      }
      out.append(start..<at)
    }
    return out
  }

  /// Which words lie, by more than half, inside one of the spans, in text order. O(words · spans).
  func cover(_ spans: [Range<Int>]) -> [Int] {
    words.indices.filter { index in
      spans.contains { 2 * words[index].clamped(to: $0).count > words[index].count }
    }
  }

  /// The words with those numbers, in small letters.
  func strings(_ rows: [Int]) -> Set<String> {
    Set(rows.map { string(words[$0]).lowercased() })
  }

  func string(_ range: Range<Int>) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars[range])
    return String(out)
  }

  /// How many of a content's words stand between quotation marks: all, some or none.
  func kind(_ spans: [Range<Int>]) -> Quotation.Kind {
    guard let low = spans.map(\.lowerBound).min(), let high = spans.map(\.upperBound).max() else {
      return .indirect
    }
    let marked = quoted(max(0, low - 2)..<min(scalars.count, high + 2))
    var (inside, outside) = (0, 0)
    for span in spans {
      for word in Self.words(scalars, span) {
        let isMarked = marked.contains {
          $0.lowerBound <= word.lowerBound && word.upperBound <= $0.upperBound
        }
        if isMarked { inside += 1 } else { outside += 1 }
      }
    }
    return inside == 0 ? .indirect : outside > 0 ? .mixed : .direct
  }

  /// What stands between marks in a part of the text; a double mark that nothing closes reaches to its end.
  private func quoted(_ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let rest = at + 1..<range.upperBound
      var end: Int?
      switch scalars[at] {
      case "“": end = scalars[rest].firstIndex(of: "”") ?? range.upperBound - 1
      case "\"": end = scalars[rest].firstIndex(of: "\"") ?? range.upperBound - 1
      case "‘":
        let close = scalars[rest].firstIndex(of: "’")
        end = close.flatMap { $0 + 1 < range.upperBound && scalars[$0 + 1].isWord ? nil : $0 }
      default: end = nil
      }
      if let end { out.append(at..<end + 1) }
      at = (end ?? at) + 1
    }
    return out
  }
}

extension Unicode.Scalar {
  /// A letter, a figure or an underscore: what a word is made of.
  fileprivate var isWord: Bool {
    if value < 0x80 {
      return 0x30...0x39 ~= value || 0x41...0x5A ~= value || 0x61...0x7A ~= value || value == 0x5F
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  fileprivate var joinsWords: Bool { self == "'" || self == "’" || self == "." || self == "-" }
}
