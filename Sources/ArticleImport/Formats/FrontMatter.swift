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
    let bytes = words.utf8
    if bytes.starts(with: "http".utf8), words.hasPrefix("http://") || words.hasPrefix("https://"),
      !bytes.contains(UInt8(ascii: " "))
    {
      article.url = article.url ?? words
      return .metadata
    }
    if let name = byline(words) {
      article.byline = article.byline ?? name
      return .metadata
    }
    if row > 0, article.byline == nil, isName(words), row + 1 < paragraphs.count,
      paragraphs[row + 1].count <= 40, PartialDate(printed: lines[paragraphs[row + 1]]) != nil
    {
      article.byline = words
      return .metadata
    }
    if bytes.count <= 60, let date = PartialDate(printed: Self.withoutLabel(words)) {
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
    guard words.utf8.count > 40 else { return words }
    let labels = ["published", "updated", "posted", "last updated", "first published", "date"]
    let lowered = words.lowercased()
    return labels.contains { lowered.hasPrefix($0) } ? words : ""
  }

  /// `By Ann Lee`, `BY ANN LEE AND BO LIND`: few words, each name with a capital, no full stop.
  private func byline(_ words: String) -> String? {
    guard words.utf8.starts(with: "By ".utf8) || words.utf8.starts(with: "BY ".utf8) else { return nil }
    let fields = words.split(separator: " ")
    guard fields.count >= 2, fields.count <= 10,
      fields.dropFirst().allSatisfy({
        $0.first?.isUppercase == true || ["and", "de", "van", "von"].contains($0)
      }),
      words.last != "."
    else { return nil }
    return fields.dropFirst().joined(separator: " ")
  }

  /// Two to four words of letters, each with a capital: above a date, who wrote it.
  private func isName(_ words: String) -> Bool {
    guard words.utf8.count <= 60 else { return false }
    let fields = words.split(separator: " ")
    return 2...4 ~= fields.count
      && fields.allSatisfy { word in
        word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-.'’".contains($0) }
      }
  }

  /// A headline is no sentence: it stops without a full stop, or writes Most of Its Words With Capitals. And
  /// it names no speaker, as `BLITZER: …` does.
  private func isHeadline(_ words: String) -> Bool {
    let end = words.unicodeScalars.last { !Self.closing.contains($0) }
    guard let end, !Self.goingOn.contains(end), end != "." && end != "!" || isCapitalized(words) else {
      return false
    }
    guard let colon = Self.colon(in: words.utf8) else { return true }
    return words[..<colon].contains { $0.isLowercase }
  }

  private static let closing = Array("\"”’'»)]".unicodeScalars)
  private static let goingOn = Array(":;,…".unicodeScalars)

  /// Where a colon and a space first stand together.
  private static func colon(in words: String.UTF8View) -> String.Index? {
    var rest = words[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[words.index(after: colon)...]
      if rest.first == UInt8(ascii: " ") { return colon }
    }
    return nil
  }

  private func isCapitalized(_ words: String) -> Bool {
    var (long, capitals, letters, isCapital) = (0, 0, 0, false)
    func endWord() {
      if letters > 3 { (long, capitals) = (long + 1, capitals + (isCapital ? 1 : 0)) }
      letters = 0
    }
    for scalar in words.unicodeScalars {
      if scalar.isLetter || scalar == "'" || scalar == "’" {
        if letters == 0 { isCapital = scalar.isCapital }
        letters += 1
      } else if scalar.isASCII || !scalar.properties.isGraphemeExtend {
        endWord()
      }
    }
    endWord()
    return long > 2 && capitals * 4 > long * 3
  }

  /// At most `longest` bytes, cut between words.
  static func shortened(_ words: some StringProtocol) -> String {
    var line: [UInt8] = []
    var isApart = false
    for scalar in words.unicodeScalars {
      if scalar.isWhite {
        isApart = true
      } else if line.count > longest {
        break
      } else {
        if isApart, !line.isEmpty { line.append(UInt8(ascii: " ")) }
        isApart = false
        line.append(contentsOf: scalar.utf8)
      }
    }
    guard line.count > longest else { return String(decoding: line, as: UTF8.self) }
    if let space = line.prefix(longest).lastIndex(of: UInt8(ascii: " ")) {
      return String(decoding: line[..<space], as: UTF8.self) + "…"
    }
    var head = String(decoding: line, as: UTF8.self)
    while head.utf8.count > longest { head.removeLast() }
    return head + "…"
  }
}

/// What the tables of Unicode say, without looking at them for ASCII.
extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isLetter : properties.isAlphabetic
  }
  fileprivate var isCapital: Bool { isASCII ? 0x41...0x5A ~= value : properties.isUppercase }
  fileprivate var isWhite: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isSpace : properties.isWhitespace
  }
}
