import QuoteModel

/// Articles with what was found in them, as JSON, one object a line: what mappers write and libraries take in.
///
/// `doc` to `text` are those of `ArticleLines` but for the text, which is whole here; `parts` and `parse` are bytes in
/// base 64, in the form of docs/library.md.
public struct ParsedLine: Sendable {
  /// The article as it was read.
  public var article: Article
  /// Its paragraphs as they were read.
  public var parts: [UInt8]
  /// Which parser parsed it, and whether carefully.
  public var parser: String
  /// Whether it was parsed carefully.
  public var isCareful: Bool
  /// What was found in it.
  public var parse: [UInt8]

  /// A line of those parts.
  public init(article: Article, parts: [UInt8], parser: String, isCareful: Bool, parse: [UInt8]) {
    (self.article, self.parts, self.parse) = (article, parts, parse)
    (self.parser, self.isCareful) = (parser, isCareful)
  }

  /// The line, as UTF-8. O(article).
  public var bytes: [UInt8] {
    var json = JSONText()
    json.object {
      $0.key("doc")
      $0.string(article.name)
      $0.key("path")
      $0.string(article.path)
      $0.key("title")
      $0.string(article.title)
      $0.key("byline")
      $0.optional(article.byline)
      $0.key("outlet")
      $0.optional(article.outlet)
      $0.key("date")
      $0.optional(article.date?.description)
      $0.key("url")
      $0.optional(article.url)
      $0.key("language")
      $0.optional(article.language)
      $0.key("text")
      $0.string(article.text)
      $0.key("parts")
      $0.string(Base64.text(parts))
      $0.key("parser")
      $0.string(parser)
      $0.key("careful")
      $0.boolean(isCareful)
      $0.key("parse")
      $0.string(Base64.text(parse))
    }
    json.endLine()
    return json.bytes
  }

  /// A line of the journal, as it stands among the lines of a library.
  public static func bytes(decision line: String, made: String) -> [UInt8] {
    var json = JSONText()
    json.object {
      $0.key("decision")
      $0.string(line)
      $0.key("made")
      $0.string(made)
    }
    json.endLine()
    return json.bytes
  }
}
