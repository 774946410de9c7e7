import QuoteModel

/// The words of articles, for full text search. They are put in when they are asked for or articles are linked, not while
/// articles are added, which would take a twentieth longer.
extension Library {
  /// Articles whose words are put in at a time: others who write wait no longer than that takes.
  private static let wordsBatch: Int64 = 2048

  /// Puts in the words of all articles, where the library can be written to. O(new text).
  func indexWords() throws(LibraryError) {
    guard isWritable else { return }
    while try hasMoreWords() {
      try database.transaction { () throws(LibraryError) in
        // Another program may have done it meanwhile.
        let done = try lastWithWords()
        guard
          let next = try database.integer(
            "SELECT max(id) FROM (SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?)", .integer(done),
            .integer(Self.wordsBatch))
        else { return }
        try database.run(
          """
          INSERT INTO article_words (rowid, title, text)
            SELECT id, title, text FROM article WHERE id > ? AND id <= ?
          """, .integer(done), .integer(next))
        try setLastWithWords(next)
      }
    }
  }

  /// What selects the numbers of the articles that hold the words bound to it. Where the library cannot be written to
  /// now, the words that are not in yet are put into a table of this connection's own.
  func articlesWithWords() throws(LibraryError) -> String {
    _ = try? indexWords()
    let query = "SELECT rowid FROM article_words WHERE article_words MATCH ?1"
    guard try hasMoreWords() else { return query }
    try database.runAll(
      """
      DROP TABLE IF EXISTS temp.more_words;
      CREATE VIRTUAL TABLE temp.more_words USING fts5(title, text, content='', detail='column');
      """)
    try database.run(
      "INSERT INTO temp.more_words (rowid, title, text) SELECT id, title, text FROM article WHERE id > ?",
      .integer(try lastWithWords()))
    return query + " UNION SELECT rowid FROM temp.more_words WHERE more_words MATCH ?1"
  }

  /// Takes the words of an article out, which is to be taken out itself.
  func deleteWords(of row: Int64) throws(LibraryError) {
    let last = try lastWithWords()
    guard row <= last else { return }
    try database.run(
      """
      INSERT INTO article_words (article_words, rowid, title, text)
        SELECT 'delete', id, title, text FROM article WHERE id = ?
      """, .integer(row))
    // The number of the last row is given to the next new one.
    if row == last { try setLastWithWords(row - 1) }
  }

  private func hasMoreWords() throws(LibraryError) -> Bool {
    try database.integer("SELECT 1 FROM article WHERE id > ? LIMIT 1", .integer(try lastWithWords())) != nil
  }

  private func lastWithWords() throws(LibraryError) -> Int64 {
    try database.integer("SELECT value FROM fact WHERE name = 'words'") ?? 0
  }

  private func setLastWithWords(_ row: Int64) throws(LibraryError) {
    try database.run("INSERT OR REPLACE INTO fact VALUES ('words', ?)", .integer(row))
  }
}
