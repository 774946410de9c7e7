/// A table of results that are no quotations: actors, topics, counts.
public struct Listing: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Its name: the key of JSON, the head of a table.
    public var name: String
    /// Whether the plain form shows it unasked.
    public var isBrief: Bool

    /// A column; one that is not brief is left out of the plain form.
    public init(_ name: String, isBrief: Bool = true) { (self.name, self.isBrief) = (name, isBrief) }
  }

  /// A value in a row.
  public enum Value: Sendable, Equatable {
    // swift-format-ignore
    case text(String), number(Int), share(Float), list([String]), none

    /// The text, or nothing.
    public init(_ text: String?) { self = text.map(Value.text) ?? .none }
  }

  /// The columns, in order.
  public var columns: [Column]
  /// A value for each column, row by row.
  public var rows: [[Value]]
  /// Whether its one row is best read from top to bottom.
  public var isRecord: Bool

  /// A table without rows.
  public init(_ columns: [Column], isRecord: Bool = false) {
    self.columns = columns
    self.isRecord = isRecord
    rows = []
  }

  /// A form in which it can be written.
  public enum Format: String, CaseIterable, Sendable {
    // swift-format-ignore
    case plain, jsonl, json, csv, tsv

    /// What it is, in a few words for the help.
    public var summary: String {
      switch self {
      case .plain: "columns a person reads"
      case .jsonl: "JSON, one object a line"
      case .json: "JSON, one array"
      case .csv: "a table for spreadsheets (RFC 4180)"
      case .tsv: "a table separated by tabs, nothing quoted"
      }
    }
  }

  /// The table as UTF-8; of the columns, those of these names in that order, or all. O(output).
  public func text(_ format: Format, fields: [String]? = nil) -> [UInt8] {
    let names = fields ?? columns.filter { format != .plain || $0.isBrief }.map(\.name)
    let chosen = names.compactMap { name in columns.firstIndex { $0.name == name } }
    switch format {
    case .plain: return plain(chosen)
    case .jsonl:
      var json = JSONText()
      for row in rows {
        write(row, chosen, into: &json)
        json.endLine()
      }
      return json.bytes
    case .json:
      let items = JSONText.items(rows.count, after: 0) { write(rows[$0], chosen, into: &$1) }
      return Array("[".utf8) + items + Array("\n]\n".utf8)
    case .csv: return table(chosen, .csv)
    case .tsv: return table(chosen, .tsv)
    }
  }

  private func write(_ row: [Value], _ chosen: [Int], into json: inout JSONText) {
    json.object {
      for column in chosen {
        $0.key(columns[column].name)
        switch row[column] {
        case .text(let text): $0.string(text)
        case .number(let number): $0.number(number)
        case .share(let share): $0.share(share)
        case .list(let list): $0.array { for item in list { $0.string(item) } }
        case .none: $0.null()
        }
      }
    }
  }

  private func table(_ chosen: [Int], _ form: SeparatedValues) -> [UInt8] {
    let lines = [chosen.map { columns[$0].name }] + rows.map { row in chosen.map { Self.cell(row[$0]) } }
    return lines.flatMap { Array(form.line($0).utf8) }
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .text(let text): SafeText.oneLine(text)
    case .number(let number): String(number)
    case .share(let share): JSONText.share(share)
    case .list(let list): SafeText.oneLine(list.joined(separator: "; "))
    case .none: ""
    }
  }

  private func plain(_ chosen: [Int]) -> [UInt8] {
    let names = chosen.map { columns[$0].name }
    var lines = rows.map { row in chosen.map { Self.cell(row[$0]) } }
    if isRecord, let row = lines.first {
      lines = zip(names, row).map { [$0, $1] }
    } else {
      lines.insert(names, at: 0)
    }
    let count = lines.first?.count ?? 0
    let widths = (0..<count).map { column in lines.map { $0[column].count }.max() ?? 0 }
    // Figures stand on the right.
    let isNumber = (0..<count).map { column -> Bool in
      guard !isRecord, let value = rows.first?[chosen[column]] else { return false }
      switch value {
      case .number, .share: return true
      default: return false
      }
    }
    return lines.flatMap { cells in
      let padded = cells.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return isNumber[column] ? blanks + cell : column == count - 1 ? cell : cell + blanks
      }
      return Array((padded.joined(separator: "  ") + "\n").utf8)
    }
  }
}
