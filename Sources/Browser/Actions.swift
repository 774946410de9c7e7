import QuoteModel
import Screen

extension BrowserState {
  mutating func resize(by rows: Int) {
    extraRows = max(-size.rows, min(size.rows, extraRows + rows))
  }

  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    note = usesMouse ? "mouse on: hold Shift to select text" : "mouse off"
    return [.setMouse(usesMouse)]
  }

  mutating func stopReading() -> [Effect] {
    guard isReading || improvement != nil else {
      note = "nothing is being read; q closes, Q quits"
      return []
    }
    note = "stopping"
    return [.stopReading]
  }

  /// Esc: ends the search first, then the narrowing, then the zoom.
  mutating func unwind() {
    if focus == .reader, !search.isEmpty {
      search = ""
    } else if narrowing[focus] != nil {
      narrow(focus, to: "")
    } else if isZoomed {
      isZoomed = false
    }
  }

  /// q: leaves a pane for the Quotes, and from there the program.
  mutating func close() -> [Effect] {
    if isZoomed {
      isZoomed = false
      return []
    }
    guard focus != .quotes else { return [.quit] }
    focus = .quotes
    return []
  }

  /// Copies the quotation at hand with who said it and where it stands.
  mutating func copyWithCitation() -> [Effect] {
    guard let id = currentQuotation else {
      note = "no quote to copy"
      return []
    }
    note = "copied"
    return [.copy(citation(of: id))]
  }

  /// `"…" — Speaker, "Title", Outlet, date, address`, as far as known.
  func citation(of id: QuotationID) -> String {
    let article = corpus[corpus.article(of: id)]
    let speakers = corpus.speakers(of: id).map { corpus[$0].name }.joined(separator: ", ")
    let source = [
      speakers.isEmpty ? nil : speakers, article.title.isEmpty ? article.name : "“\(article.title)”",
      article.outlet, article.date.map { $0.description }, article.url,
    ]
    let words = corpus.text(of: id)
    let isMarked = words.first.map { "\"“‘«„'".contains($0) } ?? false
    return (isMarked ? words : corpus[id].kind == .direct ? "“\(words)”" : words) + " — "
      + source.compactMap(\.self).joined(separator: ", ")
  }

  mutating func editArticle() -> [Effect] {
    guard let id = currentQuotation else {
      note = "no article to edit"
      return []
    }
    let article = corpus[corpus.article(of: id)]
    let start = corpus[id].content.first?.lower ?? 0
    let line = article.text.utf8.prefix(start).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return [.openEditor(path: article.path, line: line)]
  }

  mutating func openArticleAddress() -> [Effect] {
    guard let id = currentQuotation, let url = corpus[corpus.article(of: id)].url,
      url.hasPrefix("https://") || url.hasPrefix("http://")
    else {
      note = "this article has no address"
      return []
    }
    return [.openAddress(url)]
  }
}
