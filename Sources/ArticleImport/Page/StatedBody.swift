import QuoteModel

/// The article's text as the page states it in JSON-LD: what the paragraphs found are held against.
///
/// Statements are often cut short or without borders of paragraphs, so that the page is the better source; but where
/// the page's own text is elsewhere (put there by a script, or behind a notice), the statement is all there is.
struct StatedBody {
  private let paragraphs: [String]
  private let shingles: Set<Int>

  /// O(text).
  init(_ text: String) {
    let text = text.contains("</") || text.contains("&") ? Self.unmarked(text) : text
    paragraphs = text.split(whereSeparator: \.isNewline).map { String($0).oneLine }.filter { !$0.isEmpty }
    shingles = Set(paragraphs.flatMap(Self.shingles))
  }

  /// The paragraphs without those at the ends that the statement lacks; where it has little in common with all of them,
  /// the statement's own. O(text).
  func check(_ found: [PageBody.Paragraph]) -> [PageBody.Paragraph] {
    guard shingles.count >= 60 else { return found }
    let shares = found.map { paragraph in
      let own = Self.shingles(paragraph.text)
      return (known: own.count { shingles.contains($0) }, all: own.count)
    }
    let known = shares.reduce(0) { $0 + $1.known }
    if known * 2 < shingles.count { return paragraphs.map { PageBody.Paragraph(text: $0, kind: .body) } }
    guard known * 5 >= shingles.count * 4, known * 5 >= shares.reduce(0, { $0 + $1.all }) * 4 else {
      return found
    }
    let isKnown = shares.map { $0.known * 5 >= $0.all && $0.known > 0 }
    guard let first = isKnown.firstIndex(of: true), let last = isKnown.lastIndex(of: true) else {
      return found
    }
    return Array(found[first...last])
  }

  private static func unmarked(_ text: String) -> String {
    let page = PageText(MarkupReader.read(Array(text.utf8)))
    return page.blocks.map { page[$0] }.joined(separator: "\n")
  }

  /// Every four words in a row, as one number each.
  private static func shingles(_ text: String) -> [Int] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(\.hashValue)
    guard words.count >= 4 else { return words.isEmpty ? [] : [words.reduce(17) { $0 &* 31 &+ $1 }] }
    return (3..<words.count).map { words[$0 - 3...$0].reduce(17) { $0 &* 31 &+ $1 } }
  }
}
