import QuoteModel
import Screen

extension Menu {
  /// Y: copies in a form of one's choice.
  static let copyForms = Menu(
    title: { state, _ in "Copy \(Wording.count(state.chosen.count, "quote")) as" },
    rows: { _, _ in CitationForm.allCases.map { PopupRow(left: $0.title) } },
    choose: { state, _, row in CitationForm.allCases.element(at: row).map { state.copy($0) } ?? [] })

  /// w: which quotes to write to a file.
  static let write = Menu(
    title: { _, _ in "Write to a file" }, empty: "no quotes to write",
    rows: { state, _ in
      let decided = state.keeping.decisions.lines.count
      return state.exports.map { PopupRow(left: $0.title, right: Wording.count($0.quotes.count, "quote")) }
        + (decided > 0
          ? [PopupRow(left: "what you decided, as a journal", right: Wording.count(decided, "line"))] : [])
    },
    choose: { state, _, row in
      if let export = state.exports.element(at: row) {
        state.askWhereToWrite(export.quotes)
      } else {
        state.prompt = Prompt(.writeJournal, text: "")
      }
      return []
    })
}

extension BrowserState {
  /// What can be written down now.
  var exports: [(title: String, quotes: [QuotationID])] {
    var all: [(title: String, quotes: [QuotationID])] = []
    if range != nil { all.append(("the range", chosen)) }
    if !marks.all.isEmpty { all.append(("what is marked", marks.all.map(\.quotation))) }
    all.append(("everything in Quotes", results.quotes))
    if range == nil, let id = currentQuotation { all.append(("this quote", [id])) }
    return all.filter { !$0.quotes.isEmpty }
  }
}
