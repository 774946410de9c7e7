import QuoteModel

/// Markdown, with the fields before it that static sites write: YAML between `---`, TOML between `+++`.
public struct Markdown: ArticleFormat {
  /// Reads what articles use of CommonMark.
  public init() {}

  /// What messages call it.
  public var name: String { "Markdown" }

  /// By fields in front, or by its name and a mark of Markdown at the beginning of a line.
  public func recognizes(_ document: Document) -> Bool {
    let isFenced = document.bytes.begins("---") || document.bytes.begins("+++")
    let isNamed = document.isCalled(".md", ".markdown", ".mdown")
    guard isFenced || isNamed else { return false }
    let head = document.bytes.prefix(1 << 13).text
    if Self.frontMatter(head) != nil { return true }
    return isNamed
      && head.split(separator: "\n").contains { line in
        ["# ", "## ", "> ", "* ", "- ", "![", "["].contains { line.hasPrefix($0) } || line.contains("](")
          || line.contains("**")
      }
  }

  /// The one article. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    guard let text = Charset.decode(document.bytes) else { throw document.failure("is a binary file") }
    let (fields, body) = Self.frontMatter(text) ?? ([:], text[...])
    var article = Article(name: document.name, path: document.path, text: "")
    FieldedArticle(document.fields) { fields[$0] }.fill(&article)
    let out = Blocks(body, title: &article.title).text
    guard !out.isEmpty else { throw document.failure("is empty") }
    (article.text, article.parts) = (out.text, out.parts)
    return [article]
  }

  /// The fields between two lines of `---` or `+++` at the top, by folded names, and what is behind them.
  private static func frontMatter(_ text: String) -> ([String: String], Substring)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let fence = lines.first?.trimmed, fence == "---" || fence == "+++",
      let end = lines.dropFirst().prefix(200).firstIndex(where: {
        $0.trimmed == fence || fence == "---" && $0.trimmed == "..."
      })
    else { return nil }
    var (fields, last): ([String: String], String) = ([:], "")
    for line in lines[1..<end] {
      if line.first == "#" || line.trimmed.isEmpty { continue }
      if line.trimmed.hasPrefix("- "), !last.isEmpty {
        // A list below its name.
        fields[last] = [fields[last] ?? "", unquoted(line.trimmed.dropFirst(2))].filter { !$0.isEmpty }
          .joined(separator: ", ")
      } else if let mark = line.firstIndex(where: { $0 == ":" || $0 == "=" && fence == "+++" }),
        line.first?.isWhitespace == false
      {
        last = FieldedArticle.folded(line[..<mark])
        fields[last] = unquoted(line[line.index(after: mark)...])
      } else if !line.contains(":") && !last.isEmpty && line.first?.isWhitespace == true {
        fields[last] = [fields[last] ?? "", unquoted(line)].filter { !$0.isEmpty && $0 != ">" && $0 != "|" }
          .joined(separator: " ")
      } else if line.first?.isWhitespace != true {
        return nil
      }
    }
    guard !fields.isEmpty else { return nil }
    return (fields, text[lines[end].endIndex...])
  }

  private static func unquoted(_ value: some StringProtocol) -> String {
    var value = value.trimmed.description
    if value.hasPrefix("["), value.hasSuffix("]") {
      return value.dropFirst().dropLast().split(separator: ",").map { unquoted($0) }.joined(separator: ", ")
    }
    for quote in ["\"", "'"] where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      value = String(value.dropFirst().dropLast())
    }
    return value
  }

  /// The blocks of a text: paragraphs, headings, quoted paragraphs, list items.
  private struct Blocks {
    private(set) var text = ArticleText()
    private var open: [String] = []

    init(_ body: Substring, title: inout String) {
      var isCode = false
      for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
        let words = line.trimmed
        if words.hasPrefix("```") || words.hasPrefix("~~~") {
          isCode.toggle()
          close()
        } else if isCode || words.isEmpty || words.allSatisfy({ "-*_= ".contains($0) }) {
          if words.allSatisfy({ $0 == "=" || $0 == "-" }), !words.isEmpty, !open.isEmpty {
            heading(open.joined(separator: " "), level: words.first == "=" ? 1 : 2, &title)
            open = []
          }
          close()
        } else if let level = Self.level(words) {
          close()
          heading(words.drop { $0 == "#" }.trimmed.description, level: level, &title)
        } else if let item = Self.item(words) {
          close()
          open = [item]
        } else {
          open.append(String(words.drop { $0 == ">" || $0 == " " }))
          if line.hasSuffix("  ") || line.hasSuffix("\\") { close() }
        }
      }
      close()
    }

    private mutating func close() {
      if !open.isEmpty { text.append(Markdown.plain(open.joined(separator: " "))) }
      open = []
    }

    /// The first one of the highest level is the title.
    private mutating func heading(_ words: String, level: Int, _ title: inout String) {
      let words = Markdown.plain(words)
      if level == 1, title.isEmpty || title == words {
        title = words
      } else {
        text.append(words, .headline)
      }
    }

    private static func level(_ words: Substring) -> Int? {
      let marks = words.prefix { $0 == "#" }.count
      return 1...6 ~= marks && words.dropFirst(marks).first == " " ? marks : nil
    }

    private static func item(_ words: Substring) -> String? {
      if let first = words.first, "-*+".contains(first), words.dropFirst().first == " " {
        return String(words.dropFirst(2))
      }
      let digits = words.prefix { $0.isNumber }
      guard 1...2 ~= digits.count, ". ".elementsEqual(words.dropFirst(digits.count).prefix(2)) else {
        return nil
      }
      return String(words.dropFirst(digits.count + 2))
    }
  }

  /// A line without marks of emphasis and code, links as their words, pictures left out. O(line).
  static func plain(_ line: String) -> String {
    let characters = Array(line)
    // Up to `linkless` no bracket closes: looking once is enough.
    var (out, at, linkless): (String, Int, Int) = ("", 0, 0)
    while at < characters.count {
      let mark = characters[at]
      if mark == "\\", at + 1 < characters.count, characters[at + 1].isPunctuation {
        out.append(characters[at + 1])
        at += 2
      } else if mark == "!" || mark == "[", at >= linkless, let (words, end) = link(characters, at, &linkless)
      {
        if mark == "[" { out += plain(words) }
        at = end
      } else if mark == "*" || mark == "`" {
        at += 1
      } else if mark == "_", !isInsideWord(characters, at) {
        at += 1
      } else {
        out.append(mark)
        at += 1
      }
    }
    return Entities.decode(Array(out.utf8)[...]).oneLine
  }

  /// `[words](address)`, `[words][name]`, with or without `!` before; how far it goes. Looks at 2,000 characters.
  private static func link(_ text: [Character], _ start: Int, _ linkless: inout Int) -> (
    words: String, end: Int
  )? {
    let open = text[start] == "!" ? start + 1 : start
    let limit = min(text.count, open + 2000)
    guard open < limit, text[open] == "[" else { return nil }
    guard let close = text[open..<limit].firstIndex(of: "]") else {
      linkless = limit
      return nil
    }
    guard close + 2 < limit, text[close + 1] == "(" || text[close + 1] == "[" else { return nil }
    guard let end = text[(close + 2)..<limit].firstIndex(of: text[close + 1] == "(" ? ")" : "]") else {
      linkless = limit
      return nil
    }
    return (String(text[(open + 1)..<close]), end + 1)
  }

  private static func isInsideWord(_ text: [Character], _ at: Int) -> Bool {
    at > 0 && at + 1 < text.count && (text[at - 1].isLetter || text[at - 1].isNumber)
      && (text[at + 1].isLetter || text[at + 1].isNumber)
  }
}
