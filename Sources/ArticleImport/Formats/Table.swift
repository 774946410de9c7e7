import QuoteModel

/// A table with a heading row and a column of text: CSV (RFC 4180), also with semicolons, and TSV.
public struct Table: ContainerFormat {
  /// Reads columns by their usual names, or by those the user gives.
  public init() {}

  /// What messages call it.
  public var name: String { "CSV, TSV" }

  /// A first row with a column of text among columns with usual names, or with the names given.
  public func recognizes(_ document: Document) -> Bool {
    let line = document.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line.count < document.bytes.count, let mark = Self.separator(line) else { return false }
    let fields = line.drop { [0xEF, 0xBB, 0xBF].contains($0) }.split(separator: mark)
    guard fields.count(where: FieldedArticle.isUsual) >= 2 || document.isCalled(".csv", ".tsv", ".tab") else {
      return false
    }
    let names = fields.map { FieldedArticle.folded($0) }
    return FieldedArticle(document.fields) { names.contains($0) ? $0 : nil }.hasText
  }

  /// Cuts row by row.
  public func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter {
    var rows = Rows(stream: stream, document: document)
    try rows.readHeading()
    return rows
  }

  /// The mark between the columns of a heading row: the one that is there most.
  private static func separator(_ line: some Collection<UInt8>) -> UInt8? {
    var counts = (tab: 0, comma: 0, semicolon: 0, bar: 0)
    for byte in line {
      switch byte {
      case UInt8(ascii: "\t"): counts.tab += 1
      case UInt8(ascii: ","): counts.comma += 1
      case UInt8(ascii: ";"): counts.semicolon += 1
      case UInt8(ascii: "|"): counts.bar += 1
      default: break
      }
    }
    let most = max(counts.tab, counts.comma, counts.semicolon, counts.bar)
    switch most {
    case 0: return nil
    case counts.bar: return UInt8(ascii: "|")
    case counts.semicolon: return UInt8(ascii: ";")
    case counts.comma: return UInt8(ascii: ",")
    default: return UInt8(ascii: "\t")
    }
  }

  private struct Rows: Cutter {
    var stream: ByteStream
    let document: Document
    private var mark = UInt8(ascii: ",")
    private var columns: [String: Int] = [:]
    private var number = 0
    private var line = 1

    init(stream: ByteStream, document: Document) { (self.stream, self.document) = (stream, document) }

    mutating func readHeading() throws(ImportError) {
      let head = try stream.peek(1 << 16)
      mark = Table.separator(head.prefix { $0 != UInt8(ascii: "\n") }) ?? mark
      for (column, field) in (try row() ?? []).enumerated() {
        let name = FieldedArticle.folded(field.filter { $0 != "\u{FEFF}" })
        if columns[name] == nil { columns[name] = column }
      }
    }

    mutating func next() throws(ImportError) -> Piece? {
      while true {
        let start = line
        guard let fields = try row() else { return nil }
        if fields.allSatisfy({ $0.isEmpty }) { continue }
        number += 1
        let article = FieldedArticle(document.fields) { name in
          columns[name].flatMap { $0 < fields.count && !fields[$0].isEmpty ? fields[$0] : nil }
        }.article(document, fallback: "\(document.name)#\(number)")
        if let article { return .article(document.completed(article)) }
        return .failure(document.failure("has no text in this row", at: "line \(start)"))
      }
    }

    /// The next row: fields apart by the mark, those in quotation marks with line ends and doubled marks inside.
    /// Lines are put together until the quotation marks in them are even.
    private mutating func row() throws(ImportError) -> [String]? {
      guard let first = try stream.line() else { return nil }
      line += 1
      var bytes = Array(first)
      var marks = OpenMarks(mark: mark)
      marks.take(bytes[...])
      while marks.isOpen {
        guard bytes.count < ArticleFormats.largest else {
          throw document.failure("has a field of more than 256 MB", at: "line \(line)")
        }
        guard let more = try stream.line() else { break }
        line += 1
        bytes.append(UInt8(ascii: "\n"))
        bytes += more
        marks.take(more)
      }
      guard let text = Charset.decode(bytes.isEmpty ? [32] : bytes) else {
        throw document.failure("is a binary file", at: "line \(line)")
      }
      return Self.split(Array(text.utf8), mark)
    }

    /// Whether the lines so far end inside of quotation marks.
    private struct OpenMarks {
      let mark: UInt8
      var isOpen = false
      private var isFieldStart = true
      private var hasJustClosed = false

      init(mark: UInt8) { self.mark = mark }

      mutating func take(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
          let isQuote = byte == UInt8(ascii: "\"")
          if isOpen {
            isOpen = !isQuote
            hasJustClosed = isQuote
          } else {
            // A doubled mark goes on with the field.
            isOpen = isQuote && (isFieldStart || hasJustClosed)
            hasJustClosed = false
          }
          isFieldStart = !isOpen && byte == mark
        }
      }
    }

    private static func split(_ bytes: [UInt8], _ mark: UInt8) -> [String] {
      var (out, field, at): ([String], [UInt8], Int) = ([], [], 0)
      while at <= bytes.count {
        if at < bytes.count, bytes[at] == UInt8(ascii: "\""), field.isEmpty {
          at += 1
          while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
              at += 1
              guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
            }
            field.append(bytes[at])
            at += 1
          }
        }
        while at < bytes.count, bytes[at] != mark {
          field.append(bytes[at])
          at += 1
        }
        out.append(String(field.text.trimmed))
        field = []
        at += 1
      }
      return out
    }
  }
}
