/// Quotations as a table, a header and a row each: CSV as RFC 4180 has it, or TSV as IANA registered it.
public struct SeparatedValues: Export {
  /// Commas, lines ended by CR LF, cells quoted where they must be.
  public static let csv = SeparatedValues(name: "csv", summary: "a table for spreadsheets (RFC 4180)")
  /// Tabs, lines ended by LF, nothing quoted: no cell holds a tab or a line's end.
  public static let tsv = SeparatedValues(name: "tsv", summary: "a table separated by tabs, nothing quoted")

  /// `csv` or `tsv`.
  public let name: String
  /// For the help.
  public let summary: String
  /// The columns.
  public var fields: [QuotationField] { QuotationField.ofTable }

  /// The names of the columns.
  public func head(_ request: ExportRequest) -> [UInt8] {
    Array(line((request.fields ?? fields).map(\.rawValue)).utf8)
  }

  /// A row a quotation.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    page.rows.flatMap { row in Array(line((request.fields ?? fields).map { page.cell($0, row) }).utf8) }
  }

  /// Cells as a line of the table. They hold no controls and no line ends. O(cells).
  func line(_ cells: [String]) -> String {
    let safe = cells.map(Self.defused)
    if name == "tsv" { return safe.joined(separator: "\t") + "\n" }
    return safe.map(Self.quoted).joined(separator: ",") + "\r\n"
  }

  /// A spreadsheet takes what begins so for a formula, and runs it; with an apostrophe before, it is text. The wide
  /// forms count in Japanese settings.
  private static func defused(_ cell: String) -> String {
    // Of a letter with accents only the letter counts; what shows nothing may be dropped before it.
    let first = cell.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    guard let first, "=+-@＝＋－＠".unicodeScalars.contains(first) else { return cell }
    return "'" + cell
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
