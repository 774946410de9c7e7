import Browser
import QuoteExport
import QuoteModel

/// The forms of `Exports` that the browser does not write by itself.
enum BrowserExports {
  /// What is offered where a file's name is asked for; those the browser has by itself left out.
  static var forms: [FileForm] {
    offered.map { FileForm(ending: $0.ending, title: $0.summary) }
  }

  private static var offered: [any Export] { Exports.all.filter { !["md", "txt", "csv"].contains($0.ending) } }

  /// Writes quotations to a file. Returns 0 or the error. O(articles + their text + output).
  static func write(
    _ quotes: [QuotationID], of corpus: Corpus, _ form: FileForm, to path: String, overwrites: Bool
  ) -> Int32 {
    guard let export = offered.first(where: { $0.ending == form.ending }) else { return 0 }
    var selection = QuotationSet(universe: corpus.quotationCount)
    for id in quotes { selection.insert(id) }
    let request = ExportRequest(title: "Who said what")
    return UserFiles.export(
      export.file(of: selection, in: corpus, request), to: path, overwrites: overwrites)
  }
}
