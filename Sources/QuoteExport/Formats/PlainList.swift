import QuoteModel

/// Quotations as lines a person reads: `Ann Lee (2024-10-12, a.txt): “We will wait.”`. Nothing in them is obeyed
/// by a terminal.
public struct PlainList: Export {
  /// One form only.
  public init() {}

  /// `plain`.
  public var name: String { "plain" }
  /// As such files are usually called.
  public var ending: String { "txt" }
  /// For the help.
  public var summary: String { "a line a person reads" }

  /// A line a quotation.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    page.rows.flatMap { row in
      let place = [row.quotation.time?.date.description, page.article.name].compactMap { $0 }
      let line = "\(page.speakerName(row) ?? "unknown") (\(place.joined(separator: ", "))): \(row.words)"
      return Array((SafeText.oneLine(line) + "\n").utf8)
    }
  }
}
