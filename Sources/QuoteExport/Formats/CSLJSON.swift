import QuoteModel

/// The articles as items of CSL-JSON, which pandoc and Zotero read, the quotations as their notes.
public struct CSLJSON: Export {
  /// One form only.
  public init() {}

  /// `csl-json`.
  public var name: String { "csl-json" }
  /// As such files are usually called.
  public var ending: String { "csl.json" }
  /// For the help.
  public var summary: String { "citations of the articles, the quotations as notes (CSL-JSON)" }

  /// Opens the array.
  public func head(_ request: ExportRequest) -> [UInt8] { Array("[".utf8) }

  /// An item an article.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    let citation = Citation(page.article)
    return JSONText.items(1, after: written.articles) { _, json in
      json.object {
        $0.member("id", citation.key)
        $0.member("type", "article-newspaper")
        $0.member("title", citation.title)
        if !citation.authors.isEmpty {
          $0.key("author")
          $0.array { for name in citation.authors { $0.object { $0.member("literal", name) } } }
        }
        $0.member("container-title", ifAny: citation.outlet)
        if let date = page.article.date, let year = date.year {
          $0.key("issued")
          $0.object {
            $0.key("date-parts")
            $0.array {
              $0.array { for part in [year, date.month, date.day] { if let part { $0.number(part) } } }
            }
          }
        }
        $0.member("URL", ifAny: citation.url)
        $0.member("note", page.notes.joined(separator: "\n"))
      }
    }
  }

  /// Closes it.
  public func tail(_ request: ExportRequest, after written: Written) -> [UInt8] { Array("\n]\n".utf8) }
}
