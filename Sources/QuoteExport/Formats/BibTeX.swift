import QuoteModel

/// The articles as BibTeX entries, the quotations as their annotation; UTF-8, as biber reads it.
public struct BibTeX: Export {
  /// One form only.
  public init() {}

  /// `bibtex`.
  public var name: String { "bibtex" }
  /// As such files are usually called.
  public var ending: String { "bib" }
  /// For the help.
  public var summary: String { "citations of the articles, the quotations as annotation (BibTeX)" }

  /// An entry an article.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    let citation = Citation(page.article)
    let date = page.article.date
    let names = citation.authors.map { "{\(Self.escaped($0))}" }.joined(separator: " and ")
    let fields: [(String, String?)] = [
      ("title", "{\(Self.escaped(citation.title))}"),
      ("author", names.isEmpty ? nil : names),
      ("journal", citation.outlet.map(Self.escaped)),
      ("year", date?.year.map { String($0) }),
      ("date", date?.year == nil ? nil : date?.description),
      // Taken as it stands; a safe address holds no brace.
      ("url", citation.url),
      ("annote", page.notes.map(Self.escaped).joined(separator: "\\par ")),
    ]
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
    return Array("@article{\(citation.key),\n\(lines.joined(separator: ",\n"))\n}\n\n".utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&", "%", "$", "#", "_": "\\\(character)"
      // Braces must be paired whatever stands before them.
      case "{": "\\textbraceleft{}"
      case "}": "\\textbraceright{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "\\": "\\textbackslash{}"
      default: "\(character)"
      }
    }.joined()
  }
}
