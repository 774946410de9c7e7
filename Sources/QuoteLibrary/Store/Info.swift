import Glibc
import QuoteModel

extension Library {
  /// What a library holds.
  public struct Info: Sendable, Equatable {
    /// How many articles there are.
    public var articles: Int
    /// How many quotations they hold.
    public var quotations: Int
    /// How many articles are nearly the same as an earlier one.
    public var copies: Int
    /// How many files they came from.
    public var files: Int
    /// How many lines the journal has.
    public var decisions: Int
    /// The date of the earliest article that has one.
    public var first: String?
    /// The date of the latest article that has one.
    public var last: String?
    /// The form of the file.
    public var version: Int
    /// Bytes of the file, what was written lately included.
    public var size: Int64
    /// What was added, as paths.
    public var roots: [String]
  }

  /// Counts. O(articles).
  public func info() throws(LibraryError) -> Info {
    try database.reading { () throws(LibraryError) in
      func count(_ sql: String) throws(LibraryError) -> Int {
        Int(try database.integer("SELECT " + sql) ?? 0)
      }
      return Info(
        articles: try count("count(*) FROM article"), quotations: try count("sum(quotations) FROM article"),
        copies: try count("count(*) FROM article WHERE copy_of IS NOT NULL"),
        files: try count("count(DISTINCT path) FROM source"), decisions: try count("count(*) FROM decision"),
        first: try database.text(Self.date("day")),
        last: try database.text(Self.date("day DESC")),
        version: try Schema.version(of: database), size: Self.size(of: path) + Self.size(of: path + "-wal"),
        roots: try roots())
    }
  }

  private static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// An article as a list shows it.
  public struct Entry: Sendable, Equatable {
    /// What exports call it.
    public var name: String
    /// Its headline.
    public var title: String
    /// When it was published.
    public var date: String?
    /// Who published it.
    public var outlet: String?
    /// How many quotations it holds.
    public var quotations: Int
    /// The name of the article that it is nearly the same as.
    public var copyOf: String?
    /// Where it was read from.
    public var path: String
  }

  /// What selects the date of the first article with one in an order.
  private static func date(_ order: String) -> String {
    "SELECT date FROM article WHERE id = (SELECT id FROM article WHERE day > 0 ORDER BY \(order) LIMIT 1)"
  }

  /// The articles in their order, those alone whose title or text holds `words`, where there are any: full text search
  /// as SQLite's FTS5 has it. O(articles found).
  public func list(words: String = "") throws(LibraryError) -> [Entry] {
    let columns =
      "article.name, article.title, article.date, article.outlet, article.quotations, original.name, article.path"
    let tables = "article LEFT JOIN article AS original ON original.id = article.copy_of"
    let order = "ORDER BY article.day, article.name, article.hash"
    func entry(_ row: Statement) -> Entry {
      Entry(
        name: row.text(0), title: row.text(1), date: row.optionalText(2), outlet: row.optionalText(3),
        quotations: row.int(4), copyOf: row.optionalText(5), path: row.text(6))
    }
    let words = Self.matching(words)
    guard !words.isEmpty else {
      return try database.rows("SELECT \(columns) FROM \(tables) \(order)", row: entry)
    }
    return try database.rows(
      """
      SELECT \(columns) FROM \(tables) WHERE article.id IN (\(try articlesWithWords())) \(order)
      """, .text(words), row: entry)
  }

  /// Words as FTS5 takes them literally, cut as it cuts texts: each must be there.
  private static func matching(_ words: String) -> String {
    words.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }.joined(separator: " ")
  }
}
