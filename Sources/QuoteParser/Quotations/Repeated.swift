import QuoteModel

/// Pull quotes, subheads and captions that repeat a statement's words without its cue: `'We will go.'` between two
/// paragraphs, where the text says who said `"we will go"`. They are said by the same speakers.
struct RepeatedWords {
  /// Words in a row that two statements must share, or all of the shorter one.
  private static let least = 4
  /// How many words are compared, and how many statements that begin alike: a text of one word is no reason to be slow.
  private static let most = 40
  private static let mostAlike = 8
  private let words: Words

  init(_ words: Words) { self.words = words }

  /// For each statement without a cue whose words stand in one that has a cue and a source: the row of that one.
  /// O(words in statements), and nothing where every statement has a cue.
  func originals(of told: [Attribution]) -> [Int: Int] {
    let bare = told.indices.filter {
      !hasWord(told[$0].cue) && !told[$0].isTurn && told[$0].content.count == 1
    }
    guard !bare.isEmpty else { return [:] }
    var rowsOfStart: [UInt32: [Int]] = [:]
    var forms: [Int: [UInt32]] = [:]
    for row in bare {
      let said = self.said(told[row].content[0])
      guard said.count >= Self.least else { continue }
      let start = key(said[...])
      guard rowsOfStart[start, default: []].count < Self.mostAlike else { continue }
      forms[row] = Array(said.prefix(Self.most))
      rowsOfStart[start, default: []].append(row)
    }
    guard !forms.isEmpty else { return [:] }
    var out: [Int: Int] = [:]
    for (original, attribution) in told.enumerated()
    where hasWord(attribution.cue) && attribution.source != nil {
      for content in attribution.content {
        let said = self.said(content)
        guard said.count >= Self.least else { continue }
        for at in 0...said.count - Self.least {
          for row in rowsOfStart[key(said[at...])] ?? [] where out[row] == nil {
            if let wanted = forms[row], said[at...].starts(with: wanted) { out[row] = original }
          }
        }
      }
    }
    return out
  }

  /// Whether there is a cue, and it is more than a colon.
  private func hasWord(_ cue: Range<Int>?) -> Bool { cue?.contains { words.isWord($0) } ?? false }

  private func said(_ content: Range<Int>) -> [UInt32] {
    content.compactMap { words.isWord($0) ? words.lower[$0] : nil }
  }

  /// A hash of the first words.
  private func key(_ said: ArraySlice<UInt32>) -> UInt32 {
    said.prefix(Self.least).reduce(0) { $0 &* 31 &+ $1 }
  }
}
