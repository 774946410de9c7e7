import QuoteModel

/// Mentions of actors as JSON, one object a line; offsets in code points, end exclusive.
public enum Mentions {
  /// A line for each mention of an article, in text order, as UTF-8. O(article's text + output).
  public static func lines(of parsed: ParsedArticle) -> [UInt8] {
    let map = CodePointMap(parsed.article.text)
    var json = JSONText()
    for mention in parsed.mentions {
      json.object {
        $0.key("doc")
        $0.string(parsed.article.name)
        $0.key("span")
        $0.span(mention.range, map)
        $0.key("kind")
        $0.string(mention.kind.name)
        $0.key("text")
        $0.string(parsed.article.text[mention.range])
        $0.key("actor")
        $0.actor(mention.actor, of: parsed)
      }
      json.endLine()
    }
    return json.bytes
  }
}
