import QuoteModel
import Reading
import StatementLinks

extension Library {
  /// Everything in the library as a corpus: the articles by date, those of a day by name, those of a name by content, so
  /// that it does not matter in which order they came. O(library), and linking where the links are not those of the
  /// articles as they are now.
  public func corpus() async throws(LibraryError) -> Corpus {
    if let stored = try await storedCorpus() { return stored }
    return try await linked().corpus
  }

  /// Makes anew what hangs together across articles, where articles have changed since it was made.
  public func link() async throws(LibraryError) {
    guard try !isLinked() else { return }
    try await linked()
  }

  /// Links as `link` does, unless it holds more than so many quotations and little of it is new: there linking everything
  /// takes longer than putting some articles in, and is left to whoever reads it next, who sees those linked with what they
  /// touch meanwhile. Returns whether it is linked then.
  public func linkWhereWorthIt(most: Int64 = 200_000) async throws(LibraryError) -> Bool {
    if try isLinked() { return true }
    let known = try database.integer("SELECT sum(quotations) FROM segment") ?? 0
    if known > most, try newArticles() <= Self.fewArticles { return false }
    try await linked()
    return true
  }

  /// How many articles have come since everything was linked.
  func newArticles() throws(LibraryError) -> Int64 {
    try database.integer(
      """
      SELECT count(*) FROM article WHERE id > coalesce((SELECT value FROM fact WHERE name = 'last linked'), 0)
      """) ?? 0
  }

  /// Links everything, and keeps it where the library can be written to.
  @discardableResult
  func linked() async throws(LibraryError) -> Linked {
    let (version, outline, known) = try database.reading { () throws(LibraryError) in
      (try articlesVersion(), try self.outline(), try segmentKeys())
    }
    var made = Linked(version: version)
    for piece in outline {
      let stored = known.contains(piece.key) ? try storedSegment(piece.key, behind: made.end) : nil
      let segment: Segment
      if let stored { segment = stored } else { segment = try pack(piece, behind: made.end) }
      made.add(segment, piece.key, isStored: stored != nil)
    }
    let linker = Linker(jobs: Reading.processors)
    made.links = linker.link(made.segments)
    made.first = linker.link(Array(made.segments.prefix(made.firstCount)))
    made.copies = try copies()
    if isWritable {
      try write(made)
      try indexWords()
    }
    return made
  }

  /// Linked segments that have not been written yet.
  struct Linked {
    let version: Int64
    var segments: [Segment] = []
    var keys: [[UInt8]] = []
    /// Which of them lie in the library already.
    var isStored: [Bool] = []
    var links = Links()
    /// The links of the first segments alone, shown while the rest is read.
    var first = Links()
    var copies: [(article: Int64, original: Int64)] = []

    /// As many quotations as fill some screens.
    private static let firstQuotations = 1000

    init(version: Int64) { self.version = version }

    var corpus: Corpus { Corpus(segments: segments, links: links) }
    var firstCount: Int {
      min(
        segments.count,
        1 + (segments.firstIndex { $0.firstQuotation + $0.count >= Self.firstQuotations } ?? segments.count))
    }
    var end: SegmentPlace { segments.last.map(SegmentPlace.init(behind:)) ?? SegmentPlace() }

    mutating func add(_ segment: Segment, _ key: [UInt8], isStored: Bool) {
      segments.append(segment)
      keys.append(key)
      self.isStored.append(isStored)
    }
  }

  // MARK: Pieces.

  /// The articles of a segment, and a key of everything it is made of.
  struct Piece {
    var articles: [Int64] = []
    var key: [UInt8] = []
  }

  /// The articles in their order, cut into segments. A segment ends behind an article whose hash says so, so that what is
  /// added elsewhere leaves it as it is. O(articles).
  private func outline() throws(LibraryError) -> [Piece] {
    var (pieces, piece, made): ([Piece], Piece, ByteWriter) = ([], Piece(), ByteWriter())
    func end() {
      piece.key = SHA256.hash(made.bytes)
      pieces.append(piece)
      (piece, made) = (Piece(), ByteWriter())
    }
    _ = try database.rows(
      """
      SELECT id, hash, name, path, parser, careful FROM article ORDER BY day, name, hash
      """
    ) { row in
      let hash = row.blob(1)
      piece.articles.append(row.integer(0))
      for byte in hash { made.byte(byte) }
      for column in 2...5 { made.text(row.text(column)) }
      if hash.first == 0 || piece.articles.count == Self.longestSegment { end() }
    }
    if !piece.articles.isEmpty { end() }
    return pieces
  }

  /// One article of 256 ends a segment; one segment of three thousand would be longer than this.
  private static let longestSegment = 2048

  private func pack(_ piece: Piece, behind place: SegmentPlace) throws(LibraryError) -> Segment {
    var batch: [DigestedArticle] = []
    for id in piece.articles {
      batch += try database.rows(
        "SELECT digest, \(Self.articleColumns) FROM article JOIN parse ON parse.article = article.id WHERE id = ?",
        .integer(id)
      ) { row throws(LibraryError) in try digest(row, 0, of: try self.article(row, from: 1)) }
    }
    return Segment(
      batch, firstArticle: place.article, firstQuotation: place.quotation, firstActor: place.actor)
  }

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

  func writeCopies(_ copies: [(article: Int64, original: Int64)]) throws(LibraryError) {
    try database.run("UPDATE article SET copy_of = NULL WHERE copy_of IS NOT NULL")
    for (article, original) in copies {
      try database.run("UPDATE article SET copy_of = ? WHERE id = ?", .integer(original), .integer(article))
    }
  }

  // MARK: Tables for queries by hand.

  func writeTables(_ links: Links) throws(LibraryError) {
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
