import QuoteModel
import Screen

/// What can happen to the browser.
public enum Message: Sendable {
  /// A person did something at the terminal.
  case input(InputEvent)
  /// More was read, or what was read has better statements now: a newer snapshot of the corpus.
  case corpus(Corpus)
  /// What was shown so far was an earlier state: its articles may stand elsewhere now, or have gone.
  case replaced(Corpus)
  /// Reading went on: so many articles of so many, where the number is known.
  case progress(done: Int, of: Int?)
  /// What was asked for by `Effect.relink`.
  case relinked(Corpus)
  /// An article could not be read; `place` says where in it, if that is known.
  case failed(path: String, place: String?, reason: String)
  /// Whoever runs the browser has something to say, such as that an editor could not be started.
  case notice(String)
  /// Nothing more will be read.
  case finished(cancelled: Bool)
  /// The statements are being made better, so far of so much, and about how long the rest will take.
  case improving(done: Int, of: Int, secondsLeft: Int?)
  /// The statements will not become better than they are.
  case improved(cancelled: Bool)
}

/// What the browser asks of whoever runs it.
public enum Effect: Equatable, Sendable {
  /// Leave the program.
  case quit
  /// Stop reading articles or making their statements better; what has been read stays.
  case stopReading
  /// Give the terminal back to the shell until it is called again.
  case suspend
  /// Paint every cell again.
  case redraw
  /// Have the terminal report the mouse, or leave it to the terminal's own selection.
  case setMouse(Bool)
  /// Name the terminal's window.
  case setTitle(String)
  /// Put a text into the clipboard.
  case copy(String)
  /// Open a file in the person's editor, at a line from 1.
  case openEditor(path: String, line: Int)
  /// Show a text in the person's pager, at a line from 1.
  case openPager(text: String, line: Int)
  /// Open an address in the person's web browser.
  case openAddress(String)
  /// Write a file; one that is there stays unless it is to be written over.
  case write(path: String, text: String, overwrites: Bool)
  /// Write quotations of the corpus shown to a file of one of the forms that were offered; one that is there stays
  /// unless it is to be written over.
  case export(path: String, quotes: [QuotationID], form: FileForm, overwrites: Bool)
  /// Give a text to a command of the person's shell.
  case pipe(command: String, text: String)
  /// Link `BrowserState.corpusAsRead` anew with what a person says of actors, beside everything else, and send it
  /// `relinked`; from now on whatever is read is linked so.
  case relink(ActorCorrections)
  /// Add lines to the file of searches that are kept.
  case appendSearches([String])
  /// Add lines to the journal of marks, notes and corrections.
  case appendJournal([String])
}
