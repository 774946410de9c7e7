import QuoteModel

/// The articles as records of RIS, which reference managers import, the quotations as their notes.
public struct RIS: Export {
  /// One form only.
  public init() {}

  /// `ris`.
  public var name: String { "ris" }
  /// For the help.
  public var summary: String { "citations of the articles, the quotations as notes (RIS)" }

  /// A record an article.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    let citation = Citation(page.article)
    var lines = ["TY  - NEWS", "ID  - \(citation.key)", "TI  - \(citation.title)"]
    lines += citation.authors.map { "AU  - \($0)" }
    if let outlet = citation.outlet { lines.append("T2  - \(outlet)") }
    if let date = page.article.date, let year = date.year {
      func two(_ number: Int?) -> String { number.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
      lines += ["PY  - \(year)", "DA  - \(year)/\(two(date.month))/\(two(date.day))/"]
    }
    if let url = citation.url { lines.append("UR  - \(url)") }
    lines += page.notes.map { "N1  - \($0)" }
    return Array((lines + ["ER  - ", ""]).map { $0 + "\r\n" }.joined().utf8)
  }
}
