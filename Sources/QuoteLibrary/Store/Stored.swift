import QuoteModel

extension Library {
  /// An article as it lies in the library.
  public struct Stored: Sendable {
    /// The article as it was read.
    public var article: Article
    /// Its paragraphs as they were read, in the library's own form.
    public var parts: [UInt8]
    /// What was found in it, in the library's own form.
    public var digest: [UInt8]
    /// Which parser parsed it.
    public var parser: String
    /// Whether it did so carefully.
    public var isCareful: Bool
    /// What it is known by.
    var hash: ContentHash

    /// A parsed article as it would lie in a library; `article` is as it was read. O(article).
    public init(_ article: Article, _ digest: DigestedArticle, isCareful: Bool) {
      self.init(
        article: article, parts: DigestCodec.encode(article.parts), digest: DigestCodec.encode(digest),
        parser: Parse.maker, isCareful: isCareful, hash: ContentHash(of: article))
    }

    init(
      article: Article, parts: [UInt8], digest: [UInt8], parser: String, isCareful: Bool, hash: ContentHash
    ) {
      (self.article, self.parts, self.digest) = (article, parts, digest)
      (self.parser, self.isCareful, self.hash) = (parser, isCareful, hash)
    }
  }

  /// Shows every article as it lies there, in the library's order. O(library), one article in memory.
  public func forEachStored(_ body: (Stored) -> Void) throws(LibraryError) {
    try forEachInOrder("digest, parser, careful, hash, \(Self.articleColumns)") { row throws(LibraryError) in
      body(
        Stored(
          article: try self.article(row, from: 4), parts: row.blob(13), digest: row.blob(0),
          parser: row.text(1),
          isCareful: row.int(2) > 0, hash: ContentHash(bytes: row.blob(3))))
      return true
    }
  }

  /// Shows every article with what was found in it, in the library's order, until `body` returns false. O(library), one
  /// article in memory.
  public func forEachArticle(_ body: (DigestedArticle) -> Bool) throws(LibraryError) {
    try forEachDigest { body($1) }
  }

  /// The same with the hash of each.
  func forEachDigest(_ body: (ContentHash, DigestedArticle) -> Bool) throws(LibraryError) {
    try forEachInOrder("hash, digest, \(Self.articleColumns)") { row throws(LibraryError) in
      let article = try self.article(row, from: 2)
      return body(ContentHash(bytes: row.blob(0)), try digest(row, 1, of: article))
    }
  }

  /// Shows columns of every article and its parse in the library's order, as it is now, until `body` returns false.
  /// O(library), one article in memory: to be sorted, articles would have to be held.
  func forEachInOrder(
    _ columns: String, _ body: (Statement) throws(LibraryError) -> Bool
  ) throws(LibraryError) {
    try database.reading { () throws(LibraryError) in
      let order = try database.rows("SELECT id FROM article ORDER BY day, name, hash") { $0.integer(0) }
      let query = "SELECT \(columns) FROM article JOIN parse ON parse.article = article.id WHERE id = ?"
      for id in order {
        let goesOn = try database.rows(query, .integer(id)) { row throws(LibraryError) in try body(row) }
        if goesOn.first == false { return }
      }
    }
  }

  /// What was found in an article, of a column that holds it.
  func digest(_ row: Statement, _ column: Int, of article: Article) throws(LibraryError) -> DigestedArticle {
    do throws(DecodingFailure) {
      return try row.withBytes(column) { bytes throws(DecodingFailure) in
        try DigestCodec.decode(bytes, of: article)
      }
    } catch { throw damaged("article \(article.name): parse", error) }
  }

  /// The journal with when each line was written.
  public func datedDecisions() throws(LibraryError) -> [(line: String, made: String)] {
    try database.rows("SELECT line, made FROM decision ORDER BY id") { ($0.text(0), $0.text(1)) }
  }
}
