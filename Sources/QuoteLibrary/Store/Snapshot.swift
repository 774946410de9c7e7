import QuoteModel

/// Where the rows of a segment begin.
struct SegmentPlace: Sendable {
  var (article, quotation, actor) = (0, 0, 0)

  init() {}

  init(behind segment: Segment) {
    article = segment.firstArticle + segment.articleCount
    quotation = segment.firstQuotation + segment.count
    actor = segment.firstActor + segment.actorCount
  }
}

/// The corpus as it was linked last, kept as columns that are read as they lie. It is made of the rest of the library and
/// made again where it is missing, stale, damaged, or of a version that this program does not read.
extension Library {
  /// The bytes of links that lie in one row.
  private static let partSize = 32 << 20

  /// Whether the links are those of the articles as they are now.
  func isLinked() throws(LibraryError) -> Bool {
    try database.integer("SELECT value FROM fact WHERE name = 'linked'") == (try articlesVersion())
  }

  func segmentKeys() throws(LibraryError) -> Set<[UInt8]> {
    Set(try database.rows("SELECT key FROM segment") { $0.blob(0) })
  }

  /// Writes what was linked, unless articles have changed meanwhile: then whoever changed them links them.
  func write(_ made: Linked) throws(LibraryError) {
    try database.transaction { () throws(LibraryError) in
      guard try articlesVersion() == made.version else { return }
      try writeSegments(made)
      try database.run("DELETE FROM links")
      try writeLinks(made.links, scope: 0, segments: made.segments.count)
      try writeLinks(made.first, scope: 1, segments: made.firstCount)
      try writeCopies(made.copies)
      try writeTables(made.links)
      try database.run(
        "INSERT INTO fact VALUES ('linked', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        .integer(made.version))
      try database.run(
        "INSERT OR REPLACE INTO fact SELECT 'last linked', coalesce(max(id), 0) FROM article")
    }
  }

  private func writeSegments(_ made: Linked) throws(LibraryError) {
    // Below zero they are out of the way of the new numbers.
    try database.run("UPDATE segment SET number = -1 - number")
    for (number, segment) in made.segments.enumerated() {
      if made.isStored[number] {
        try database.run(
          "UPDATE segment SET number = ? WHERE key = ?", .integer(number), .blob(made.keys[number]))
        if database.changes > 0 { continue }
      }
      try database.run(
        "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?)", .integer(number), .blob(made.keys[number]),
        .integer(segment.articleCount), .integer(segment.count), .integer(segment.actorCount),
        .blob(segment.bytes()))
    }
    try database.run("DELETE FROM segment WHERE number < 0")
  }

  private func writeLinks(_ links: Links, scope: Int, segments: Int) throws(LibraryError) {
    let bytes = links.bytes()
    for (part, start) in stride(from: 0, to: bytes.count, by: Self.partSize).enumerated() {
      try database.run(
        "INSERT INTO links VALUES (?, ?, ?, ?)", .integer(scope), .integer(part), .integer(segments),
        .blob(Array(bytes[start..<min(start + Self.partSize, bytes.count)])))
    }
  }

  // MARK: Reading it.

  /// A segment that lies in the library, `nil` where it cannot be taken up.
  func storedSegment(_ key: [UInt8], behind place: SegmentPlace) throws(LibraryError) -> Segment? {
    try database.rows("SELECT bytes FROM segment WHERE key = ?", .blob(key)) { row in
      row.withBytes(0) { Self.segment($0, at: place) }
    }.first ?? nil
  }

  private static func segment(_ bytes: UnsafeRawBufferPointer, at place: SegmentPlace) -> Segment? {
    try? Segment(
      bytes: bytes, firstArticle: place.article, firstQuotation: place.quotation, firstActor: place.actor)
  }

  /// The corpus as it was linked last, all of it or the first segments; `nil` where there is none, or where it is not what
  /// the articles are now, unless that does not matter. O(its bytes), on all processors.
  func storedCorpus(
    isFirst: Bool = false, asLinkedLast: Bool = false
  ) async throws(LibraryError) -> Corpus? {
    let stored = try database.reading { () throws(LibraryError) -> StoredBytes? in
      let isShown = try isLinked() || asLinkedLast
      return isShown ? try storedBytes(scope: isFirst ? 1 : 0) : nil
    }
    guard let stored else { return nil }
    let segments = await withTaskGroup(of: (Int, Segment?).self) { group in
      for (number, piece) in stored.segments.enumerated() {
        group.addTask { (number, piece.bytes.withUnsafeBytes { Self.segment($0, at: piece.place) }) }
      }
      var segments = [Segment?](repeating: nil, count: stored.segments.count)
      for await (number, segment) in group { segments[number] = segment }
      return segments.compactMap { $0 }
    }
    guard segments.count == stored.segments.count,
      let links = try? stored.links.withUnsafeBytes({ try Links(bytes: $0, for: segments) })
    else { return nil }
    return Corpus(segments: segments, links: links)
  }

  private struct StoredBytes {
    var segments: [(bytes: [UInt8], place: SegmentPlace)] = []
    var links: [UInt8] = []
  }

  private func storedBytes(scope: Int) throws(LibraryError) -> StoredBytes? {
    var (out, place, count) = (StoredBytes(), SegmentPlace(), 0)
    _ = try database.rows(
      "SELECT bytes, segments FROM links WHERE scope = ? ORDER BY part", .integer(scope)
    ) { row in
      row.withBytes(0) { out.links += $0 }
      count = row.int(1)
    }
    guard !out.links.isEmpty else { return nil }
    _ = try database.rows(
      "SELECT articles, quotations, actors, bytes FROM segment WHERE number < ? ORDER BY number",
      .integer(count)
    ) { row in
      out.segments.append((row.blob(3), place))
      place.article += row.int(0)
      place.quotation += row.int(1)
      place.actor += row.int(2)
    }
    return out.segments.count == count ? out : nil
  }
}
