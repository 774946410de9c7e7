import Dispatch
import Reading

/// What a library holds already and need not be read or parsed again, asked one by one on any thread while another thread
/// adds to it: what adding costs does not grow with the library.
final class KnownArticles: @unchecked Sendable {
  private let queue = DispatchQueue(label: "known articles")
  /// A connection of its own, touched on the queue alone; it sees what has been written to the end.
  private let database: Database
  /// 1 where only what was parsed carefully counts.
  private let careful: Int

  init(in library: Library, careful: Bool) throws(LibraryError) {
    database = try library.anotherConnection()
    self.careful = careful ? 1 : 0
  }

  /// Whether an article is there, parsed by this parser and as carefully as asked for. Where the library cannot tell, it
  /// is not: writing it will say why. O(log library).
  func contains(_ hash: ContentHash) -> Bool {
    isThere(
      "SELECT 1 FROM article WHERE hash = ? AND parser = ? AND careful >= ?",
      .blob(hash.bytes), .text(Parse.maker), .integer(careful))
  }

  /// Whether a file is as it was when it was read to its end, and everything in it as `contains` wants it.
  /// O(articles of the file · log library).
  func contains(_ file: FoundFile) -> Bool {
    isThere(
      """
      SELECT 1 FROM source WHERE path = ? AND name = ? AND size = ? AND modified = ? AND NOT EXISTS
        (SELECT 1 FROM origin JOIN article ON article.id = origin.article
          WHERE origin.source = source.id AND (parser <> ? OR careful < ?))
      """, .text(file.path), .text(file.name), .integer(file.size), .integer(file.modified),
      .text(Parse.maker), .integer(careful))
  }

  private func isThere(_ query: String, _ values: Value...) -> Bool {
    queue.sync { (try? database.integer(query, values)) != nil }
  }
}
