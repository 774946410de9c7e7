import Browser
import Glibc
import QuoteExport
import QuoteModel
import Screen

/// The files that the browser has written and read, with a screen or without.
enum BrowserFiles {
  /// The forms of `Exports` that the browser does not write by itself.
  private static let offered = Exports.all.filter { !["md", "txt", "csv"].contains($0.ending) }

  /// What is offered where a file's name is asked for.
  static var forms: [FileForm] { offered.map { FileForm(ending: $0.ending, title: $0.summary) } }

  /// Quotations as a file of an offered form. O(articles + their text + output).
  static func bytes(of quotes: [QuotationID], in corpus: Corpus, _ form: FileForm) -> [UInt8] {
    guard let export = offered.first(where: { $0.ending == form.ending }) else { return [] }
    var selection = QuotationSet(universe: corpus.quotationCount)
    for id in quotes { selection.insert(id) }
    return export.file(of: selection, in: corpus, ExportRequest(title: "Who said what"))
  }

  /// Writes a file, and says what came of it.
  static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) -> String {
    switch UserFiles.export(bytes, to: path, overwrites: overwrites) {
    case 0: "written: \(path)"
    case EEXIST: "\(path) is there already: a ! behind the name writes over it"
    case let status: "\(path): \(reason(status))"
    }
  }

  /// Adds lines to a file of the person's own; says what is wrong where that cannot be done.
  static func keep(_ lines: [String], in file: String?) -> String? {
    let status = UserFiles.append(lines, to: file)
    return status == 0 ? nil : "this is not kept: \(file ?? "there is no home"): \(reason(status))"
  }

  private static func reason(_ status: Int32) -> String { String(cString: strerror(status)) }
}

extension BrowserState {
  /// A browser as the person left it: configuration, habits, place, journal and searches taken up.
  static func asLeft(
    _ arguments: Arguments, _ size: Size, _ keeper: Keeper, _ notices: inout [String]
  ) -> BrowserState {
    var problems: [Settings.Problem] = []
    let settings = Settings(UserFiles.read(UserFiles.configuration) ?? "", problems: &problems)
    var state = BrowserState(opened: arguments.opened, size: size, settings: settings)
    state.offer(BrowserFiles.forms)
    if let habits = UserFiles.read(UserFiles.habits) {
      state.resume(habits: habits, keepsTheme: settings.namesTheme)
    } else {
      state.greet()
    }
    if let place = keeper.place { state.resume(place: place) }
    if !arguments.query.clauses.isEmpty { state.ask(arguments.query) }
    for journal in keeper.journals {
      notices += notUnderstood(state.resume(journal: journal.text), journal.path)
    }
    if let searches = UserFiles.read(UserFiles.searches) {
      notices += notUnderstood(state.resume(searches: searches), UserFiles.searches)
    }
    notices += problems.map { "\(UserFiles.configuration ?? "config"):\($0.line): \($0.message)" }
    return state
  }

  private static func notUnderstood(_ lines: Int, _ file: String?) -> [String] {
    lines == 0 ? [] : ["\(lines) lines are not understood: \(file ?? "")"]
  }
}
