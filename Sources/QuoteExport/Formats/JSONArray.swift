/// Quotations as one JSON array of the objects that JSON lines holds.
public struct JSONArray: Export {
  /// Writes every field of the schema unless others are asked for.
  public init() {}

  /// `json`.
  public var name: String { "json" }
  /// For the help.
  public var summary: String { "JSON, one array" }
  /// The keys of an object.
  public var fields: [QuotationField] { QuotationField.ofObject }

  /// Opens the array.
  public func head(_ request: ExportRequest) -> [UInt8] { Array("[".utf8) }

  /// An item a quotation.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    JSONText.items(page.rows.count, after: written.quotations) {
      $1.quotation(page.rows[$0], of: page, request.fields ?? fields)
    }
  }

  /// Closes it.
  public func tail(_ request: ExportRequest, after written: Written) -> [UInt8] { Array("\n]\n".utf8) }
}
