import QuoteModel
import Reading

/// What the rows of articles say, and how they change. All of it inside of a transaction.
extension Library {
  /// Puts an article in, or what is new about one that is there. Returns its row and whether it is new, `nil` where it
  /// was said to be known and has gone meanwhile.
  func put(_ new: NewArticle) throws(LibraryError) -> (row: Int64, isNew: Bool)? {
    let known = try database.integer("SELECT id FROM article WHERE hash = ?", .blob(new.hash.bytes))
    guard let found = new.found else { return known.map { ($0, false) } }
    if let known {
      let maker = try database.text("SELECT parser || careful FROM article WHERE id = ?", .integer(known))
      guard maker != Parse.maker + "1", maker != Parse.maker + (found.isCareful ? "1" : "0") else {
        return (known, false)
      }
      try database.run(
        "UPDATE article SET quotations = ?, parser = ?, careful = ? WHERE id = ?", .integer(found.rows.count),
        .text(Parse.maker), .integer(found.isCareful ? 1 : 0), .integer(known))
      try database.run("DELETE FROM parse WHERE article = ?", .integer(known))
      try database.run("DELETE FROM quotation WHERE article = ?", .integer(known))
      try putParse(of: known, found)
      return (known, false)
    }
    let article = new.article
    try database.run(
      """
      INSERT INTO article (hash, name, path, day, date, outlet, title, byline, url, language, quotations, parser, careful,
        sketch, parts, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .blob(new.hash.bytes), .text(article.name), .text(article.path),
      .integer(Int(article.date?.sortKey ?? 0)), .text(article.date?.description), .text(article.outlet),
      .text(article.title), .text(article.byline), .text(article.url), .text(article.language),
      .integer(found.rows.count), .text(Parse.maker), .integer(found.isCareful ? 1 : 0), .blob(found.sketch),
      .blob(found.parts), .text(article.text))
    let row = database.lastRow
    try putParse(of: row, found)
    return (row, true)
  }

  private func putParse(of row: Int64, _ found: NewArticle.Found) throws(LibraryError) {
    try database.run("INSERT INTO parse VALUES (?, ?)", .integer(row), .blob(found.digest))
    for (number, quotation) in found.rows.enumerated() {
      try database.run(
        "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .integer(row), .integer(number),
        .integer(quotation.range.lower), .integer(quotation.range.upper),
        .text(Self.name(of: quotation.kind)),
        .text(quotation.said), .text(quotation.speaker), .real(Double(quotation.confidence)))
    }
    try noteArticlesChanged()
  }

  /// As the table has it.
  private static func name(of kind: Quotation.Kind) -> String {
    switch kind {
    case .indirect: "indirect"
    case .mixed: "mixed"
    case .direct: "direct"
    }
  }

  /// Takes an article out.
  func delete(article row: Int64) throws(LibraryError) {
    try deleteWords(of: row)
    try database.run("DELETE FROM article WHERE id = ?", .integer(row))
    try noteArticlesChanged()
  }

  // MARK: Where articles came from.

  /// The row of a file under a name, which is remembered from now on.
  func source(_ path: String, name: String) throws(LibraryError) -> Int64 {
    if let row = try database.integer(
      "SELECT id FROM source WHERE path = ? AND name = ?", .text(path), .text(name))
    {
      return row
    }
    try database.run("INSERT INTO source (path, name) VALUES (?, ?)", .text(path), .text(name))
    return database.lastRow
  }

  /// Remembers a file that was read to its end as it was then.
  func remember(_ file: FoundFile) throws(LibraryError) {
    let source = try source(file.path, name: file.name)
    // Known under another name too, it has to be read under that as well.
    try database.run(
      "UPDATE source SET size = NULL, modified = NULL WHERE path = ? AND (size, modified) <> (?, ?)",
      .text(file.path), .integer(file.size), .integer(file.modified))
    try database.run(
      "UPDATE source SET size = ?, modified = ? WHERE id = ?", .integer(file.size), .integer(file.modified),
      .integer(source))
  }

  func addOrigin(_ source: Int64, of article: Int64, name: String) throws(LibraryError) {
    try database.run(
      "INSERT OR IGNORE INTO origin VALUES (?, ?, ?)", .integer(source), .integer(article), .text(name))
    if database.changes > 0 { try settleName(of: article) }
  }

  /// Takes away that articles came from a file, but for some, and those that came from nowhere else. Returns how many
  /// went.
  func removeOrigins(in path: String, but kept: Set<Int64> = []) throws(LibraryError) -> Int {
    let articles = try database.rows(
      "SELECT DISTINCT article FROM origin JOIN source ON source.id = source WHERE path = ?", .text(path)
    ) { $0.integer(0) }
    var gone = 0
    for article in articles where !kept.contains(article) {
      try database.run(
        "DELETE FROM origin WHERE article = ? AND source IN (SELECT id FROM source WHERE path = ?)",
        .integer(article), .text(path))
      if try database.integer("SELECT 1 FROM origin WHERE article = ? LIMIT 1", .integer(article)) == nil {
        try delete(article: article)
        gone += 1
      } else {
        try settleName(of: article)
      }
    }
    return gone
  }

  /// Of the names an article came by the first in alphabetical order is its own, whichever came first.
  private func settleName(of article: Int64) throws(LibraryError) {
    try database.run(
      """
      UPDATE article SET (name, path) = (SELECT origin.name, source.path FROM origin JOIN source ON
        source.id = origin.source WHERE origin.article = article.id ORDER BY origin.name, source.path LIMIT 1)
      WHERE id = ?1 AND (name, path) <> (SELECT origin.name, source.path FROM origin JOIN source ON
        source.id = origin.source WHERE origin.article = article.id ORDER BY origin.name, source.path LIMIT 1)
      """, .integer(article))
    if database.changes > 0 { try noteArticlesChanged() }
  }

  // MARK: Reading.

  static let articleColumns = "name, path, title, byline, outlet, date, url, language, text, parts"

  /// The article in columns `first` and on, in the order of `articleColumns`.
  func article(_ row: Statement, from first: Int) throws(LibraryError) -> Article {
    var article = Article(
      name: row.text(first), path: row.text(first + 1), title: row.text(first + 2),
      byline: row.optionalText(first + 3), outlet: row.optionalText(first + 4),
      date: row.optionalText(first + 5).flatMap { PartialDate($0) }, url: row.optionalText(first + 6),
      language: row.optionalText(first + 7), text: row.text(first + 8))
    do throws(DecodingFailure) {
      let limit = article.text.utf8.count
      article.parts = try row.withBytes(first + 9) { bytes throws(DecodingFailure) in
        try DigestCodec.decodeParts(bytes, limit: limit)
      }
    } catch { throw damaged("article \(article.name): parts", error) }
    return article
  }
}

/// What a parse is known by beside its article.
enum Parse {
  /// The program's parser; a parse by another one is made again by `update`.
  static let maker = "1"
}
