/// The tables of a library, as the steps that lead from an empty file to them.
enum Schema {
  /// Stands in the file's head: `whos`.
  static let applicationID = 0x7768_6F73

  /// Step `n` makes version `n + 1` of what version `n` was. A step that was released never changes.
  static let steps: [String] = [version1, version2]

  /// The version this program writes.
  static var version: Int { steps.count }

  private static let version1 = """
    -- What does not fit elsewhere: `articles` counts the changes of articles, `linked` says which of those the links
    -- were made of.
    CREATE TABLE fact (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

    -- An article is its content: `hash` is the SHA-256 of all that was read, names of files left out. `day` is what
    -- articles are ordered by: year * 512 + month * 32 + day, 0 without a date. `copy_of` is the first of those articles
    -- that are nearly the same. `parts` are the paragraphs as they were read. `parser` and `careful` say what parsed it.
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL, day INTEGER NOT NULL,
      date TEXT, outlet TEXT, title TEXT NOT NULL, byline TEXT, url TEXT, language TEXT, quotations INTEGER NOT NULL,
      parser TEXT NOT NULL, careful INTEGER NOT NULL, copy_of INTEGER REFERENCES article ON DELETE SET NULL, sketch BLOB NOT NULL, parts BLOB NOT NULL,
      text TEXT NOT NULL) STRICT;
    CREATE INDEX article_order ON article (day, name, hash, path, parser, careful);
    CREATE INDEX article_copies ON article (copy_of) WHERE copy_of IS NOT NULL;
    CREATE VIRTUAL TABLE article_words USING fts5(title, text, content='article', content_rowid='id', detail='column');

    -- What the parser found in an article.
    CREATE TABLE parse (article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, digest BLOB NOT NULL) STRICT;

    -- For queries by hand. `start` and `stop` are bytes of the text; `speaker` is named as the article names them.
    CREATE TABLE quotation (
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, number INTEGER NOT NULL, start INTEGER NOT NULL,
      stop INTEGER NOT NULL, kind TEXT NOT NULL, said TEXT, speaker TEXT, confidence REAL NOT NULL,
      PRIMARY KEY (article, number)) STRICT, WITHOUT ROWID;
    CREATE VIEW quote AS
      SELECT article.name AS article, date, outlet, title, number, speaker, kind, said, confidence,
        CAST(substr(CAST(text AS BLOB), start + 1, stop - start) AS TEXT) AS words
      FROM quotation JOIN article ON article.id = quotation.article;

    -- What a person has named to be added, the files found there (by `name` below what was named; without size and
    -- time where a file is to be read again), and the articles that came from each.
    CREATE TABLE root (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, name TEXT NOT NULL, size INTEGER, modified INTEGER,
      UNIQUE (path, name)) STRICT;
    CREATE TABLE origin (
      source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, name TEXT NOT NULL,
      PRIMARY KEY (source, article, name)) STRICT, WITHOUT ROWID;
    CREATE INDEX origin_article ON origin (article);

    -- Made by linking, of everything above; made again where it is missing.
    CREATE TABLE actor (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, quotations INTEGER NOT NULL) STRICT;
    CREATE TABLE topic (id INTEGER PRIMARY KEY, label TEXT NOT NULL, kind TEXT NOT NULL, quotations INTEGER NOT NULL) STRICT;
    -- `key` is the SHA-256 of what a segment is made of, so that one that is still the same is not packed again. `links`
    -- with scope 0 are those of everything; with scope 1 those of the first segments alone, shown while the rest is read.
    CREATE TABLE segment (
      number INTEGER PRIMARY KEY, key BLOB NOT NULL, articles INTEGER NOT NULL, quotations INTEGER NOT NULL,
      actors INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE links (
      scope INTEGER NOT NULL, part INTEGER NOT NULL, segments INTEGER NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (scope, part)) STRICT;

    -- What a person decided, line by line as in the journal of docs/configuration.md, and where they were.
    CREATE TABLE decision (id INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL, line TEXT NOT NULL) STRICT;
    CREATE TABLE session (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  private static let version2 = """
    -- What tells the order of articles, their number and their size, in the order in which they came: new ones go to its
    -- end, and are sorted where they are read.
    DROP INDEX article_order;
    CREATE INDEX article_order ON article (id, day, name, hash, path, parser, careful, quotations);
    -- `words` is the last article whose words are in `article_words`; those behind it are put in before they are needed.
    INSERT INTO fact SELECT 'words', coalesce(max(id), 0) FROM article;
    """

  /// Brings a library to this program's version, each step whole or not at all. Returns whether there was one to take.
  @discardableResult
  static func bringUp(_ database: Database, steps: [String] = steps) throws(LibraryError) -> Bool {
    guard try version(of: database) < steps.count else { return false }
    try database.transaction { () throws(LibraryError) in
      // Another program may have done it meanwhile.
      for step in steps.dropFirst(try version(of: database)) { try database.runAll(step) }
      try database.runAll("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
    }
    return true
  }

  static func version(of database: Database) throws(LibraryError) -> Int {
    Int(try database.integer("PRAGMA user_version") ?? 0)
  }
}
