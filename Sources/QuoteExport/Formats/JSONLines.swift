import QuoteModel

/// Quotations as JSON, one object a line; offsets in code points, end exclusive.
///
/// Identifiers come from content: a quotation's from its document's name, place and words, an actor's from
/// its kind and name, a topic's from its label. The same words give the same identifier everywhere.
public struct JSONLines: Export {
  /// Writes every field of the schema unless others are asked for.
  public init() {}

  /// `jsonl`.
  public var name: String { "jsonl" }
  /// For the help.
  public var summary: String { "JSON, one object a line" }
  /// The keys of an object.
  public var fields: [QuotationField] { QuotationField.ofObject }

  /// A line a quotation.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    var json = JSONText()
    for row in page.rows {
      json.quotation(row, of: page, request.fields ?? fields)
      json.endLine()
    }
    return json.bytes
  }
}

extension JSONText {
  /// A quotation as an object of those fields.
  mutating func quotation(_ row: QuotedArticle.Row, of page: QuotedArticle, _ fields: [QuotationField]) {
    object {
      for field in fields {
        $0.key(field.rawValue)
        page.write(field, row, into: &$0)
      }
    }
  }
}
