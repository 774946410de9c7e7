import ArticleImport
import QuoteModel
import Reading
import StatementLinks

extension Library {
  /// Of a library with more quotations than this, linking again and again behind the screen would take more than reading
  /// is worth: `whosaid library update --careful` improves those.
  private static let mostQuotations = 200_000

  /// Articles whose better statements are written at a time: a decision waits no longer than that takes, and no more is
  /// read again where the program is killed.
  private static let batch = 4

  /// An article of a corpus as the library knows it.
  private struct Known {
    var hash: ContentHash
    var isCareful: Bool
  }

  /// Goes over the articles that were read quickly once more with the careful parser, as `Reading.improve` does, and keeps
  /// what it finds where the library can be written to, so that the next opening goes on where this one was. Does nothing
  /// where `corpus` is not what the library holds now. Cancelling the task ends it, with what was found kept.
  func improve(
    _ corpus: Corpus, jobs: Int, inSight: ArticlesInSight, actors: ActorsAsSaid,
    onEvent: @escaping @Sendable (ReadingEvent) -> Void
  ) async throws(LibraryError) {
    guard corpus.quotationCount <= Self.mostQuotations else { return }
    let known = try knownArticles()
    guard known.count == corpus.articleCount, known.contains(where: { !$0.isCareful }) else { return }
    var (found, failure): ([NewArticle], LibraryError?) = ([], nil)
    func keep() {
      defer { found = [] }
      guard isWritable, failure == nil else { return }
      do throws(LibraryError) { try keepImproved(found) } catch { failure = error }
    }
    let done = Set(known.indices.filter { known[$0].isCareful })
    await Reading.improve(
      corpus.segments, besides: done, jobs: jobs, inSight: inSight, actors: actors, onEvent: onEvent
    ) { row, digest in
      found.append(NewArticle(digest.parsed.article, known[row].hash, digest, isCareful: true))
      if found.count >= Self.batch { keep() }
    }
    if !found.isEmpty { keep() }
    if let failure { throw failure }
    if isWritable, !Task.isCancelled { try await link() }
  }

  /// The articles in the order of the corpus.
  private func knownArticles() throws(LibraryError) -> [Known] {
    try database.rows("SELECT hash, careful FROM article ORDER BY day, name, hash") { row in
      Known(hash: ContentHash(bytes: row.blob(0)), isCareful: row.integer(1) > 0)
    }
  }

  /// Writes better readings of articles that are still there.
  private func keepImproved(_ articles: [NewArticle]) throws(LibraryError) {
    try database.transaction { () throws(LibraryError) in
      for article in articles {
        // Another program may have changed what stands where: the statements are places in this very text.
        let isThere = try database.integer(
          "SELECT count(*) FROM article WHERE hash = ? AND text = ?", .blob(article.hash.bytes),
          .text(article.article.text))
        if isThere == 1 { _ = try put(article) }
      }
    }
  }
}
