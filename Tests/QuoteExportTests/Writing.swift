import QuoteExport
import QuoteModel
import TestSupport

/// What an export writes of a corpus, from its head to its tail.
func written(
  _ name: String, _ corpus: Corpus, fields: [QuotationField]? = nil, selection: QuotationSet? = nil,
  title: String = ""
) -> String {
  guard let export = Exports.all.first(where: { $0.name == name }) else { return "no export \(name)" }
  let request = ExportRequest(fields: fields, title: title)
  var written = Written()
  var out = export.head(request)
  for row in 0..<corpus.articleCount {
    let page = QuotedArticle(ArticleID(row), in: corpus, selection: selection)
    guard !page.rows.isEmpty else { continue }
    out += export.body(page, request, after: written)
    written.add(page)
  }
  return String(decoding: out + export.tail(request, after: written), as: UTF8.self)
}

/// The same of one article alone.
func written(_ name: String, _ digested: DigestedArticle, fields: [QuotationField]? = nil, title: String = "")
  -> String
{
  written(name, Corpus(alone: digested), fields: fields, title: title)
}
