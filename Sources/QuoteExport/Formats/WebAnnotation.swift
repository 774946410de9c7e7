import QuoteModel

/// Quotations as annotations of their articles (W3C Web Annotation Data Model, 2017), an array of them.
///
/// Positions count code points of the article's text as it was read (see `ArticleLines`); the words around them find
/// the place in a page as well. The target is the words said, each span one; bodies say who said it, point at the source
/// and the cue, and name the topics.
public struct WebAnnotation: Export {
  /// How much text around a span is told, in code points, as Hypothesis does.
  private static let surroundings = 32
  /// One form only.
  public init() {}

  /// `web-annotation`.
  public var name: String { "web-annotation" }
  /// As such files are usually called.
  public var ending: String { "anno.jsonld" }
  /// For the help.
  public var summary: String { "W3C Web Annotations (JSON-LD)" }

  /// Opens the array.
  public func head(_ request: ExportRequest) -> [UInt8] { Array("[".utf8) }

  /// An annotation a quotation.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    JSONText.items(page.rows.count, after: written.quotations) { number, json in
      json.object { annotation(page.rows[number], page, into: &$0) }
    }
  }

  /// Closes it.
  public func tail(_ request: ExportRequest, after written: Written) -> [UInt8] { Array("\n]\n".utf8) }

  private func annotation(_ row: QuotedArticle.Row, _ page: QuotedArticle, into json: inout JSONText) {
    json.member("@context", "http://www.w3.org/ns/anno.jsonld")
    json.member("id", "urn:whosaid:quotation:" + row.id)
    json.member("type", "Annotation")
    json.member("motivation", "identifying")
    json.key("body")
    json.array {
      for actor in row.speakers { text(actor.name, "identifying", into: &$0) }
      text("\(row.quotation.kind.name) quotation", "classifying", into: &$0)
      for topic in row.topics { text(topic.label, "tagging", into: &$0) }
      if let source = row.quotation.source { place(source, page, "identifying", into: &$0) }
      if let cue = row.quotation.cue { place(cue, page, "describing", into: &$0) }
    }
    json.key("target")
    json.array { for span in row.quotation.content { place(span, page, nil, into: &$0) } }
  }

  private func text(_ value: String, _ purpose: String, into json: inout JSONText) {
    json.object {
      $0.member("type", "TextualBody")
      $0.member("value", value)
      $0.member("format", "text/plain")
      $0.member("purpose", purpose)
    }
  }

  private func place(_ range: TextRange, _ page: QuotedArticle, _ purpose: String?, into json: inout JSONText)
  {
    let text = page.article.text
    let (start, end) = page.map.codePoints(in: range)
    json.object {
      $0.member("type", "SpecificResource")
      $0.member("purpose", ifAny: purpose)
      $0.member("source", SafeText.webAddress(page.article.url) ?? "urn:whosaid:article:" + id(page.article))
      $0.key("selector")
      $0.array {
        $0.object {
          $0.member("type", "TextPositionSelector")
          $0.key("start")
          $0.number(start)
          $0.key("end")
          $0.number(end)
        }
        $0.object {
          let before = text[TextRange(max(0, range.lower - Self.surroundings * 4), range.lower)]
          let after = text[TextRange(range.upper, range.upper + Self.surroundings * 4)]
          $0.member("type", "TextQuoteSelector")
          $0.member("exact", text[range])
          $0.member(
            "prefix", String(String.UnicodeScalarView(before.unicodeScalars.suffix(Self.surroundings))))
          $0.member(
            "suffix", String(String.UnicodeScalarView(after.unicodeScalars.prefix(Self.surroundings))))
        }
      }
    }
  }

  private func id(_ article: Article) -> String { StableID.of("article", article.name) }
}
