import ArticleImport
import QuoteModel
import Reading

extension Library {
  /// Opens a library for reading beside whoever else uses it, and tells `onEvent` of its corpus. O(library).
  public static func read(_ path: String, onEvent: @Sendable (ReadingEvent) -> Void) {
    do throws(LibraryError) {
      onEvent(.corpus(try Library(path).corpus()))
    } catch {
      onEvent(.failed(ImportError(path: error.path, place: error.place, reason: error.reason)))
    }
    onEvent(.finished(cancelled: Task.isCancelled))
  }
}
