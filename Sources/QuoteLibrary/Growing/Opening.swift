import ArticleImport
import QuoteModel
import Reading
import StatementLinks

extension Library {
  /// Opens a library for reading beside whoever else uses it, and tells `onEvent` of its corpus: of its beginning at once,
  /// then of all of it. O(library). Where it has changed since it was linked, it is told of as it was then, with what is
  /// new behind it, and again once everything is linked, which costs O(n log n).
  ///
  /// Where it `follows` the folders that were added, what is written there is added to the library and appears behind the
  /// rest, until the task is cancelled; at the next opening it stands in its place. Else, where it `improves`, what was
  /// read quickly is read again carefully behind the screen and kept.
  public static func read(
    _ path: String, follows: Bool = false, improves: Bool = false, jobs: Int = Reading.processors,
    inSight: ArticlesInSight = ArticlesInSight(), actors: ActorsAsSaid = ActorsAsSaid(),
    onEvent: @escaping @Sendable (ReadingEvent) -> Void
  ) async {
    func fail(_ error: LibraryError) {
      onEvent(.failed(ImportError(path: error.path, place: error.place, reason: error.reason)))
    }
    do throws(LibraryError) {
      let library = try Library(path)
      let watch = follows ? FolderWatch(try library.roots()) : nil
      if let first = try await library.storedCorpus(isFirst: true, asLinkedLast: true) {
        onEvent(.corpus(first))
      }
      var last = try library.lastArticle()
      let isLinked = try library.isLinked()
      if !isLinked, let past = try await library.storedCorpus(asLinkedLast: true) {
        onEvent(.corpus(past))
        if let more = try library.withWhatIsNew(past) { onEvent(.corpus(more)) }
      }
      guard !Task.isCancelled else { return onEvent(.finished(cancelled: true)) }
      let corpus = try await library.corpus()
      onEvent(isLinked ? .corpus(corpus) : .replaced(corpus))
      onEvent(.finished(cancelled: Task.isCancelled))
      guard let watch else {
        guard improves, !Task.isCancelled else { return }
        do throws(LibraryError) {
          try await library.improve(corpus, jobs: jobs, inSight: inSight, actors: actors, onEvent: onEvent)
        } catch { fail(error) }
        return
      }
      await Reading.follow(watch, from: corpus, actors: actors, onEvent: onEvent) {
        do throws(LibraryError) {
          try await library.add(Inputs(paths: try library.roots()), jobs: jobs) { progress in
            if case .failed(let error) = progress { onEvent(.failed(error)) }
          }
          let new = try library.digests(behind: last)
          last = try library.lastArticle()
          return new
        } catch {
          fail(error)
          return []
        }
      }
    } catch {
      fail(error)
      onEvent(.finished(cancelled: Task.isCancelled))
    }
  }

  /// A corpus as it was linked last, and behind it what has come since, linked with what it touches; `nil` where nothing has, or where
  /// it is so much that it is better linked whole.
  private func withWhatIsNew(_ past: Corpus) throws(LibraryError) -> Corpus? {
    guard let last = try database.integer("SELECT value FROM fact WHERE name = 'last linked'"),
      1...Self.fewArticles ~= (try newArticles())
    else { return nil }
    let place = past.segments.last.map(SegmentPlace.init(behind:)) ?? SegmentPlace()
    let segment = Segment(
      try digests(behind: last), firstArticle: place.article, firstQuotation: place.quotation,
      firstActor: place.actor)
    let linker = Linker(jobs: Reading.processors)
    return Corpus(
      segments: past.segments + [segment], links: linker.extend(past.links, of: past.segments, by: segment))
  }

  /// So many are read and linked by themselves in a second or two.
  static let fewArticles: Int64 = 2000

  private func lastArticle() throws(LibraryError) -> Int64 {
    try database.integer("SELECT max(id) FROM article") ?? 0
  }

  /// The articles that were put in behind a row.
  private func digests(behind row: Int64) throws(LibraryError) -> [DigestedArticle] {
    try database.rows(
      """
      SELECT digest, \(Self.articleColumns) FROM article JOIN parse ON parse.article = article.id WHERE id > ?
        ORDER BY day, name, hash
      """, .integer(row)
    ) { row throws(LibraryError) in try digest(row, 0, of: try self.article(row, from: 1)) }
  }
}
