import QuoteModel

/// Quotations as Markdown: a block quote each with who said it, and a footnote for each article (CommonMark, and
/// the footnotes that pandoc and GitHub know).
public struct Markdown: Export {
  /// One form only.
  public init() {}

  /// `markdown`.
  public var name: String { "markdown" }
  /// As such files are usually called.
  public var ending: String { "md" }
  /// For the help.
  public var summary: String { "block quotes with a footnote for each article (Markdown)" }

  /// An article's quotations and the footnote that cites it.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    let number = written.articles + 1
    let citation = Citation(page.article)
    var out = ""
    for row in page.rows {
      let speaker = Self.escaped(page.speakerName(row) ?? "unknown")
      let date = row.quotation.time.map { ", \($0.date.description)" } ?? ""
      out += "> \(Self.escaped(row.words))\n>\n> — \(speaker)\(date)[^\(number)]\n\n"
    }
    let address = citation.url.map { ", <\($0)>" } ?? ""
    out += "[^\(number)]: \(Self.escaped(citation.sentence))\(address).\n\n"
    return Array(out.utf8)
  }

  /// On one line, with nothing in it that Markdown or HTML in it means something by.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in SafeText.oneLine(text) {
      let opensLine = out.isEmpty && "#+-=>:|".contains(character)
      if "\\`*_[]<>&~$^|".contains(character) || opensLine { out.append("\\") }
      out.append(character)
    }
    // A number and a point at the start of a line begin a list.
    let digits = out.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let mark = out.dropFirst(digits.count).first, mark == "." || mark == ")" else {
      return out
    }
    return digits + "\\" + out.dropFirst(digits.count)
  }
}
