import QuoteModel
import Screen

extension Command {
  static let keeping = [
    Command("correct", "correct: speaker, edges, no quote, one actor or two", ["c"]) { $0.open(.correct) },
    Command("corrections", "what you have corrected, to be taken back", ["g k"]) { $0.open(.corrections) },
    Command("note", "write a note on this quote", ["g n"]) { $0.askForNote() },
    Command("undo", "take back a mark, note or correction", ["u"]) { $0.undo() },
    Command("redo", "do it again", ["U"]) { $0.redo() },
  ]

  static let taking = [
    Command("range", "begin or end a range of quotes", ["v"], in: [.quotes]) { $0.toggleRange() },
    Command("copy", "copy with citation", ["y"], asking: { $0.copy() }),
    Command("copy-as", "copy in another form", ["Y"]) { $0.open(.copyForms) },
    Command("write", "write quotes to a file (export, save)", ["w"]) { $0.open(.write) },
    Command("pipe", "give quotes to a command", ["|"]) { $0.askForPipe() },
    Command("editor", "open the article in your editor", ["e"], asking: { $0.editArticle() }),
    Command("pager", "open the article in your pager", ["p"], asking: { $0.pageArticle() }),
    Command("address", "open the article's address", ["o"], asking: { $0.openArticleAddress() }),
  ]

  static let program = [
    Command("help", "all keys that work here", ["?"], hint: "help") { $0.open(.help) },
    Command("errors", "what could not be read", ["E"]) { $0.open(.errors) },
    Command("notes", "what was said at the foot", ["g e"]) { $0.open(.notes) },
    Command("theme", "the next theme", ["T"]) { $0.nextTheme() },
    Command("mouse", "mouse on or off", ["M"], asking: { $0.toggleMouse() }),
    Command("redraw", "paint the screen again", ["C-l"], asking: { _ in [.redraw] }),
    Command("suspend", "back to the shell for a while", ["C-z"], asking: { _ in [.suspend] }),
    Command("stop", "stop reading, or improving", ["C-c"], asking: { $0.stopReading() }),
    Command("unwind", "end the range, the search, the page", ["Esc"]) { $0.unwind() },
    Command("close", "close this, quit at the root", ["q"], hint: "close", asking: { $0.close() }),
    Command("quit", "quit", ["Q"], asking: { _ in [.quit] }),
  ]
}

extension BrowserState {
  mutating func nextTheme() {
    let at = Theme.all.firstIndex(of: theme) ?? 0
    settings.theme = Theme.all[(at + 1) % Theme.all.count]
    pageContent = nil
    note = "theme \(theme.name)"
  }
}
