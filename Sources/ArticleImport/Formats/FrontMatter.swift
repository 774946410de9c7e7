import QuoteModel

/// What stands above an article's running text: a headline, a byline, a date, an address.
struct FrontMatter {
  private let paragraphs: [TextRange]
  private let lines: Lines
  /// How far down such lines are looked for.
  private static let reach = 5
  /// The longest headline, in bytes.
  private static let longest = 160

  init(_ paragraphs: [TextRange], in lines: Lines) {
    self.paragraphs = paragraphs
    self.lines = lines
  }

  /// The parts of the paragraphs; fields the article lacks are filled. O(paragraphs).
  func fill(_ article: inout Article) -> [ArticlePart] {
    var parts: [ArticlePart] = []
    var isAbove = true
    for (row, range) in paragraphs.enumerated() {
      isAbove = isAbove && row < Self.reach && range.count <= Self.longest
      let kind = isAbove ? kind(lines[range], row: row, &article) : .body
      isAbove = isAbove && kind != .body
      parts.append(ArticlePart(range, kind))
    }
    if article.title.isEmpty, let first = parts.first(where: { $0.kind != .metadata }) {
      article.title = Self.shortened(lines[first.range])
    }
    return parts
  }

  private func kind(_ words: String, row: Int, _ article: inout Article) -> ArticlePart.Kind {
    if words.hasPrefix("http://") || words.hasPrefix("https://"), !words.contains(" ") {
      article.url = article.url ?? words
      return .metadata
    }
    if let name = byline(words) {
      article.byline = article.byline ?? name
      return .metadata
    }
    if words.utf8.count <= 60, let date = PartialDate(printed: Self.withoutLabel(words)) {
      article.date = article.date ?? date
      return .metadata
    }
    let isTitled = !article.title.isEmpty
    guard isHeadline(words), row + 1 < paragraphs.count, !isTitled || words == article.title else {
      return .body
    }
    article.title = words
    return .headline
  }

  /// `Published: …`, `Updated on …` before a date; a line that goes on with other words is no date.
  private static func withoutLabel(_ words: String) -> String {
    let labels = ["published", "updated", "posted", "last updated", "first published", "date"]
    let lowered = words.lowercased()
    let isLabelled = labels.contains { lowered.hasPrefix($0) }
    return isLabelled || words.utf8.count <= 40 ? words : ""
  }

  /// `By Ann Lee`, `BY ANN LEE AND BO LIND`: few words, each name with a capital, no full stop.
  private func byline(_ words: String) -> String? {
    let fields = words.split(separator: " ")
    guard fields.count >= 2, fields.count <= 10, fields[0] == "By" || fields[0] == "BY",
      fields.dropFirst().allSatisfy({
        $0.first?.isUppercase == true || ["and", "de", "van", "von"].contains($0)
      }),
      words.last != "."
    else { return nil }
    return fields.dropFirst().joined(separator: " ")
  }

  /// A headline is no sentence: it stops without a full stop, or writes Most of Its Words With Capitals. And
  /// it names no speaker, as `BLITZER: …` does.
  private func isHeadline(_ words: String) -> Bool {
    let end = words.last { !"\"”’'»)]".contains($0) }
    guard let end, !":;,…".contains(end), !".!".contains(end) || isCapitalized(words) else { return false }
    guard let colon = words.range(of: ": ") else { return true }
    return words[..<colon].contains { $0.isLowercase }
  }

  private func isCapitalized(_ words: String) -> Bool {
    let long = words.split { !($0.isLetter || $0 == "'" || $0 == "’") }.filter { $0.count > 3 }
    return long.count > 2 && long.count { $0.first?.isUppercase == true } * 4 > long.count * 3
  }

  /// At most `longest` bytes, cut between words.
  static func shortened(_ words: some StringProtocol) -> String {
    let line = words.prefix(2 * longest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.utf8.count > longest else { return line }
    var head = Substring(line)
    while head.utf8.count > longest { head.removeLast() }
    return String(head[..<(head.lastIndex(of: " ") ?? head.endIndex)]) + "…"
  }
}

extension String {
  /// Where `colon` and a space first stand together.
  fileprivate func range(of separator: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(separator) }
  }
}
