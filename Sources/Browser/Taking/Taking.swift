import QuoteModel
import Screen

extension BrowserState {
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

  /// y: copies what is chosen with who said it and where it stands.
  mutating func copy(_ form: CitationForm = .plain) -> [Effect] {
    let quotes = chosen
    guard !quotes.isEmpty else {
      note = "no quote to copy"
      return []
    }
    range = nil
    note = quotes.count == 1 ? "copied" : "\(Wording.count(quotes.count, "quote")) copied"
    let separator = form == .markdown ? "\n\n" : "\n"
    return [.copy(quotes.map { citation(of: $0, form) }.joined(separator: separator))]
  }

  // MARK: Files and programs.

  mutating func askWhereToWrite(_ quotes: [QuotationID]) {
    prompt = Prompt(.write(quotes), text: "")
    note = nil
    completePrompt()
  }

  mutating func askForPipe() {
    let quotes = chosen
    guard !quotes.isEmpty else { return note = "no quote to pipe" }
    prompt = Prompt(.pipe(quotes), text: "")
  }

  /// A file's name as typed; a `!` at its end writes over one that is there.
  private func file(_ name: String) -> (path: String, overwrites: Bool) {
    name.hasSuffix("!") ? (String(name.dropLast()), true) : (name, false)
  }

  func write(_ text: String, to name: String) -> [Effect] {
    let (path, overwrites) = file(name)
    return path.isEmpty ? [] : [.write(path: path, text: text, overwrites: overwrites)]
  }

  /// Writes quotations to a file whose name says the form.
  mutating func write(_ quotes: [QuotationID], to name: String) -> [Effect] {
    let (path, overwrites) = file(name)
    let fitting = fileForms.filter { path.lowercased().hasSuffix("." + $0.ending) }
    guard let form = fitting.max(by: { $0.ending.utf8.count < $1.ending.utf8.count }) else {
      let known = fileForms.map { "." + $0.ending }.joined(separator: " ")
      note = name.isEmpty ? "not written: the file has no name" : "the name has to end in one of \(known)"
      return []
    }
    range = nil
    guard let own = ExportForm(rawValue: form.ending) else {
      return [.export(path: path, quotes: quotes, form: form, overwrites: overwrites)]
    }
    return [.write(path: path, text: own.text(of: quotes, in: self), overwrites: overwrites)]
  }

  mutating func pipe(_ quotes: [QuotationID], to command: String) -> [Effect] {
    guard command.contains(where: { $0 != " " }) else { return [] }
    range = nil
    return [.pipe(command: command, text: ExportForm.txt.text(of: quotes, in: self))]
  }

  mutating func editArticle() -> [Effect] {
    guard let (article, line) = articleAtHand else {
      note = "no article to edit"
      return []
    }
    return [.openEditor(path: article.path, line: line)]
  }

  mutating func pageArticle() -> [Effect] {
    guard let (article, line) = articleAtHand else {
      note = "no article to page through"
      return []
    }
    return [.openPager(text: article.text, line: line)]
  }

  /// The article at hand, and the line on which the quotation begins.
  private var articleAtHand: (Article, line: Int)? {
    guard let id = currentQuotation else { return nil }
    let article = corpus[corpus.article(of: id)]
    let start = corpus[id].content.first?.lower ?? 0
    return (article, article.text.utf8.prefix(start).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 })
  }

  mutating func openArticleAddress() -> [Effect] {
    guard let id = currentQuotation, let url = corpus[corpus.article(of: id)].address else {
      note = "this article has no address"
      return []
    }
    return [.openAddress(url)]
  }
}
