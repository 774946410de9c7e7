import ArticleImport
import QuoteModel

/// What reading tells while it goes on.
public enum ReadingEvent: Sendable {
  /// Everything read so far, linked.
  case corpus(Corpus)
  /// The same, where what was told before was an earlier state: its articles may stand elsewhere now, or have gone.
  case replaced(Corpus)
  /// A file, or a part of one, could not be read; the rest goes on.
  case failed(ImportError)
  /// How many of the inputs found so far are done.
  case progress(done: Int, of: Int)
  /// Nothing more comes, unless the statements are to be improved.
  case finished(cancelled: Bool)
  /// How many bytes of the articles' text were gone over carefully, and about how long the rest will take.
  case improving(done: Int, of: Int, secondsLeft: Int?)
  /// The statements will not become better than they are.
  case improved(cancelled: Bool)
}
