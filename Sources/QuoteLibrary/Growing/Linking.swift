import QuoteModel
import StatementLinks

extension Library {
  /// Everything in the library as a corpus: the articles by date, those of a day by name, those of a name by content, so
  /// that it does not matter in which order they came. O(library), and linking where the links are not those of the
  /// articles as they are now.
  public func corpus() throws(LibraryError) -> Corpus {
    let segments = try database.reading { () throws(LibraryError) in try self.segments() }
    return Corpus(segments: segments, links: Linker().link(segments))
  }

  /// Makes anew what hangs together across articles, where articles have changed since it was made.
  public func link() throws(LibraryError) {
    let version = try articlesVersion()
    guard try database.integer("SELECT value FROM fact WHERE name = 'linked'") != version else { return }
    let corpus = try corpus()
    let copies = try copies()
    try database.transaction { () throws(LibraryError) in
      // Another program has added something meanwhile, and will link it.
      guard try articlesVersion() == version else { return }
      try writeCopies(copies)
      try writeTables(corpus)
      try database.run(
        "INSERT INTO fact VALUES ('linked', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        .integer(version))
    }
  }

  /// The articles with what was found in them, packed. A segment ends behind an article whose hash says so, so that what
  /// is added elsewhere leaves it as it is.
  func segments() throws(LibraryError) -> [Segment] {
    var (segments, batch): ([Segment], [DigestedArticle]) = ([], [])
    var (article, quotation, actor) = (0, 0, 0)
    func pack() {
      let segment = Segment(batch, firstArticle: article, firstQuotation: quotation, firstActor: actor)
      segments.append(segment)
      (article, quotation, actor) = (
        article + batch.count, quotation + segment.count, actor + segment.actors.count
      )
      batch = []
    }
    try forEachDigest { hash, digest in
      batch.append(digest)
      if hash.bytes.first == 0 || batch.count == Self.longestSegment { pack() }
      return true
    }
    if !batch.isEmpty { pack() }
    return segments
  }

  /// One article of 256 ends a segment; one segment of three thousand would be longer than this.
  private static let longestSegment = 2048

  // MARK: Copies.

  /// Which articles are nearly the same as an earlier one, by their rows. O(articles).
  private func copies() throws(LibraryError) -> [(article: Int64, original: Int64)] {
    var (rows, sketches): ([Int64], [Sketch]) = ([], [])
    _ = try database.rows("SELECT id, sketch, name FROM article ORDER BY day, name, hash") {
      row throws(LibraryError) in
      guard let sketch = row.withBytes(1, { Sketch($0) }) else {
        throw LibraryError(
          .damaged, path: path, place: "article \(row.text(2))", reason: "its sketch is damaged")
      }
      rows.append(row.integer(0))
      sketches.append(sketch)
    }
    return Copies.firsts(sketches).enumerated().filter { $0.offset != $0.element }.map {
      (rows[$0.offset], rows[$0.element])
    }
  }

  private func writeCopies(_ copies: [(article: Int64, original: Int64)]) throws(LibraryError) {
    try database.run("UPDATE article SET copy_of = NULL WHERE copy_of IS NOT NULL")
    for (article, original) in copies {
      try database.run("UPDATE article SET copy_of = ? WHERE id = ?", .integer(original), .integer(article))
    }
  }

  // MARK: Tables for queries by hand.

  private func writeTables(_ corpus: Corpus) throws(LibraryError) {
    let links = corpus.links
    try database.run("DELETE FROM actor")
    for (row, actor) in links.actors.enumerated() {
      try database.run(
        "INSERT INTO actor VALUES (?, ?, ?, ?)", .integer(row), .text(actor.name), .text("\(actor.kind)"),
        .integer(links.quotationsBySpeaker[row].count))
    }
    try database.run("DELETE FROM topic")
    for (row, topic) in links.topics.enumerated() {
      try database.run(
        "INSERT INTO topic VALUES (?, ?, ?, ?)", .integer(row), .text(topic.label), .text("\(topic.kind)"),
        .integer(links.quotationsByTopic[row].count))
    }
  }
}
