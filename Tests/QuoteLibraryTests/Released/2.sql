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
-- What tells the order of articles, their number and their size, in the order in which they came: new ones go to its
-- end, and are sorted where they are read.
DROP INDEX article_order;
CREATE INDEX article_order ON article (id, day, name, hash, path, parser, careful, quotations);
-- `words` is the last article whose words are in `article_words`; those behind it are put in before they are needed.
INSERT INTO fact SELECT 'words', coalesce(max(id), 0) FROM article;
INSERT INTO article VALUES (1, X'E32B1DDCE2870E67548EE58FB4187D562941D396DDAF35EB5BB1D0A49B086B30', 'bridge.txt', '/news/bridge.txt', 1036620, '2024-10-12', 'Example Wire', 'The bridge', NULL, NULL, 'en', 1, '1', 0, NULL, X'5807A603EDA68602545C5E1CD0BA64063003E11C512B7107A1F11306D1DDEA2224F4881C94256B1506D6EE094BFAC0107B274E30D22A7B04E3B60001D8783511A17DF7074FAEF811FC2F342954788505BCC8BA067F578902E2197304468E1D2A', X'04001105021005021405043000', 'Title: The bridge
Date: 2024-10-12
Outlet: Example Wire

Ada Lind said that the bridge would open in May.
');
INSERT INTO parse VALUES (1, X'02040011050210050214050430000108416461204C696E6401010000000172080001010B00018E01214B041908CDA23F010000009FD3743F01010562726964670662726964676503D5EBC700C9C45ED386E1A2D60810420000000000017E448F4161B6404001D5EBC700C9C45ED300000000000000008040069240EE3F266321');
INSERT INTO quotation VALUES (1, 0, 71, 104, 'indirect', '2024-10-12', 'Ada Lind', 9.56354081630706787109e-01);
INSERT INTO source VALUES (1, '/news/bridge.txt', 'bridge.txt', 106, 1795996903020823030);
INSERT INTO origin VALUES (1, 1, 'bridge.txt');
INSERT INTO decision VALUES (1, '2026-11-30T00:01:43Z', 'note	0123456789abcdef-0-9	asked for it');
INSERT INTO session VALUES ('place', 'focus	reader
');
INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM article;
UPDATE fact SET value = (SELECT max(id) FROM article) WHERE name = 'words';
