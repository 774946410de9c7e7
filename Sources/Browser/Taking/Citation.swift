import QuoteModel
import Screen

/// How a quotation is written down with where it comes from.
enum CitationForm: String, CaseIterable, Sendable {
  // swift-format-ignore
  case plain, markdown, words, address

  var title: String {
    switch self {
    case .plain: "words, speaker, article"
    case .markdown: "Markdown, with a link to the article"
    case .words: "the words alone"
    case .address: "the article's address, or its file"
    }
  }
}

extension BrowserState {
  /// `"…" — Speaker, “Title”, Outlet, date, address`, as far as known.
  func citation(of id: QuotationID, _ form: CitationForm = .plain) -> String {
    let article = corpus[corpus.article(of: id)]
    switch form {
    case .words: return quoted(id)
    case .address: return article.url ?? article.path
    case .plain:
      let title = article.title.isEmpty ? article.name : "“\(article.title)”"
      let source = [speakerNames(id), title, article.outlet, article.date?.description, article.url]
      return quoted(id) + " — " + source.compactMap(\.self).joined(separator: ", ")
    case .markdown:
      let title = (article.title.isEmpty ? article.name : article.title).markdown
      let link = article.address.map { "[\(title)](<\($0)>)" } ?? "*\(title)*"
      let source = [speakerNames(id)?.markdown, link, article.outlet?.markdown, article.date?.description]
      let note = marks[id]?.note ?? ""
      return "> \(quoted(id).onOneLine.markdown)\n>\n> — "
        + source.compactMap(\.self).joined(separator: ", ") + (note.isEmpty ? "" : "\n\n\(note.markdown)")
    }
  }

  func speakerNames(_ id: QuotationID) -> String? {
    let names = corpus.speakers(of: id).map { corpus[$0].name }.joined(separator: ", ")
    return names.isEmpty ? nil : names
  }

  /// The words with quotation marks where they were said as they stand.
  private func quoted(_ id: QuotationID) -> String {
    let words = corpus.text(of: id)
    let isMarked = words.first.map { "\"“‘«„'".contains($0) } ?? false
    return isMarked || corpus[id].kind != .direct ? words : "“\(words)”"
  }
}

/// A form of files, told by the end of their names.
public struct FileForm: Hashable, Sendable {
  /// The end, without the point before it.
  public var ending: String
  /// What it is, in a few words.
  public var title: String

  /// A form.
  public init(ending: String, title: String) { (self.ending, self.title) = (ending, title) }
}

/// Forms that the browser writes by itself: quotations in the order they are listed in, with a person's notes.
enum ExportForm: String, CaseIterable, Sendable {
  // swift-format-ignore
  case md, txt, csv

  var title: String {
    switch self {
    case .md: "citations with links and your notes, Markdown"
    case .txt: "citations, one a line"
    case .csv: "a table for spreadsheets, with your notes"
    }
  }

  /// Whole files are UTF-8, and nothing in them is obeyed by a terminal.
  func text(of quotes: [QuotationID], in state: BrowserState) -> String {
    switch self {
    case .md:
      Sanitizing.text(quotes.map { state.citation(of: $0, .markdown) }.joined(separator: "\n\n") + "\n")
    case .txt: quotes.map { Sanitizing.line(state.citation(of: $0).onOneLine) + "\n" }.joined()
    case .csv:
      ([ExportForm.columns] + quotes.map { ExportForm.fields(of: $0, state) })
        .map { $0.map(\.csvField).joined(separator: ",") + "\r\n" }.joined()
    }
  }

  private static let columns = [
    "quote", "speaker", "kind", "said", "confidence", "article", "outlet", "published", "address", "file",
    "note",
  ]

  private static func fields(of id: QuotationID, _ state: BrowserState) -> [String] {
    let (quotation, article) = (state.corpus[id], state.corpus[state.corpus.article(of: id)])
    return [
      state.corpus.text(of: id), state.speakerNames(id) ?? "", quotation.kind.name,
      quotation.time?.date.description ?? "",
      String(Wording.confidence(quotation.confidence).drop { $0 == " " }),
      article.title, article.outlet ?? "", article.date?.description ?? "", article.url ?? "", article.name,
      state.marks[id]?.note ?? "",
    ]
  }
}

extension Article {
  /// An address that may be opened: nothing but the web's own.
  var address: String? {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"),
      url.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F && $0 != "<" && $0 != ">" })
    else { return nil }
    return url
  }
}

extension String {
  /// White space of any kind as one blank.
  var onOneLine: String {
    guard utf8.contains(where: { $0 < 0x20 }) else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A field of a CSV file (RFC 4180); what a spreadsheet would take for a formula is defused.
  fileprivate var csvField: String {
    let safe = Sanitizing.line(onOneLine)
    let defused = safe.first.map { "=+-@".contains($0) } ?? false ? "'" + safe : safe
    guard defused.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return defused }
    return "\"" + defused.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Signs that Markdown would take for its own, escaped.
  fileprivate var markdown: String {
    var out = ""
    for character in self {
      if "\\`*_[]<>#|".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
