import QuoteModel

extension Library {
  /// Something in a library that is not as it was written.
  public struct Fault: Sendable, Hashable {
    /// Where.
    public var place: String
    /// What is wrong there.
    public var reason: String
  }

  /// Holds every page, every reference, every article and every parse against what they must be. Returns what is wrong,
  /// nothing where all is well. O(library).
  public func verify(tell: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(LibraryError) -> [Fault]
  {
    var faults = try pages()
    // Where pages are damaged, what is read of them means little.
    do throws(LibraryError) {
      faults += try references()
      faults += try articles(tell)
      faults += try snapshot()
    } catch {
      guard error.kind == .damaged, !faults.isEmpty else { throw error }
    }
    return faults
  }

  private func pages() throws(LibraryError) -> [Fault] {
    var faults: [Fault] = []
    do throws(LibraryError) {
      let found = try database.rows("PRAGMA integrity_check") { $0.text(0) }
      faults = found.filter { $0 != "ok" }.map { Fault(place: "file", reason: $0) }
    } catch {
      guard error.kind == .damaged else { throw error }
      faults.append(Fault(place: "file", reason: error.reason))
    }
    return faults
  }

  private func references() throws(LibraryError) -> [Fault] {
    var faults = try database.rows("PRAGMA foreign_key_check") { row in
      Fault(
        place: "table \(row.text(0)), row \(row.integer(1))",
        reason: "points at a row of \(row.text(2)) that is not there")
    }
    for (what, sql) in [
      ("has no parse", "SELECT name FROM article WHERE id NOT IN (SELECT article FROM parse)"),
      ("came from nowhere", "SELECT name FROM article WHERE id NOT IN (SELECT article FROM origin)"),
    ] {
      faults += try database.rows(sql) { Fault(place: "article \($0.text(0))", reason: what) }
    }
    do throws(LibraryError) {
      try indexWords()
      try database.run("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    } catch {
      if error.kind == .damaged {
        faults.append(Fault(place: "table article_words", reason: "is not the words of the articles"))
      } else if error.kind != .readOnly {
        throw error
      }
    }
    return faults
  }

  private func articles(_ tell: (Int, Int) -> Void) throws(LibraryError) -> [Fault] {
    let total = Int(try database.integer("SELECT count(*) FROM article") ?? 0)
    var (faults, done): ([Fault], Int) = ([], 0)
    try forEachInOrder("id, hash, digest, \(Self.articleColumns)") { row in
      let place = "article \(row.text(3))"
      do throws(LibraryError) {
        let article = try self.article(row, from: 3)
        if ContentHash(of: article).bytes != row.blob(1) {
          faults.append(Fault(place: place, reason: "its text is not what was written"))
        }
        _ = try digest(row, 2, of: article)
      } catch { faults.append(Fault(place: error.place, reason: error.reason)) }
      done += 1
      tell(done, total)
      return true
    }
    return faults
  }

  /// Segments and links that are not what was written. What of them is missing or of another version is made again.
  private func snapshot() throws(LibraryError) -> [Fault] {
    guard try isLinked() else { return [] }
    var (faults, segments): ([Fault], [Segment]) = ([], [])
    _ = try database.rows("SELECT number, bytes FROM segment ORDER BY number") { row in
      let place = segments.last.map(SegmentPlace.init(behind:)) ?? SegmentPlace()
      do throws(ColumnFailure) {
        segments.append(
          try row.withBytes(1) { bytes throws(ColumnFailure) in
            try Segment(
              bytes: bytes, firstArticle: place.article, firstQuotation: place.quotation,
              firstActor: place.actor)
          })
      } catch { faults += Self.fault("segment \(row.int(0))", error) }
    }
    guard faults.isEmpty else { return faults }
    var bytes: [UInt8] = []
    _ = try database.rows("SELECT bytes FROM links WHERE scope = 0 ORDER BY part") { row in
      row.withBytes(0) { bytes += $0 }
    }
    let links = bytes.withUnsafeBytes { bytes in
      Result { () throws(ColumnFailure) in try Links(bytes: bytes, for: segments) }
    }
    if case .failure(let failure) = links { faults += Self.fault("links", failure) }
    return faults
  }

  private static func fault(_ place: String, _ failure: ColumnFailure) -> [Fault] {
    switch failure {
    case .version: []
    case .foreign: [Fault(place: place, reason: "is something else")]
    case .truncated: [Fault(place: place, reason: "is too short")]
    case .damaged(let column): [Fault(place: place, reason: "is not what was written: \(column)")]
    }
  }

  /// Gives back the room of what was taken out, and puts what belongs together side by side. Others wait meanwhile.
  /// O(library).
  public func compact() throws(LibraryError) {
    try database.run("INSERT INTO article_words (article_words) VALUES ('optimize')")
    try database.runAll("VACUUM")
    _ = try database.text("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
