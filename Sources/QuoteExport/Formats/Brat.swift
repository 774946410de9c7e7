import QuoteModel

/// Quotations as brat's standoff (brat.nlplab.org/standoff): for each article its text and its annotations, with
/// the configuration that brat shows them by. Offsets count code points; a span ends where its line does.
public struct Brat: FolderExport {
  /// One form only.
  public init() {}

  /// `brat`.
  public var name: String { "brat" }
  /// For the help.
  public var summary: String { "a folder of texts and annotations (brat standoff)" }

  /// What brat must know of the annotations.
  public var fixedFiles: [ExportedFile] {
    let text = """
      [entities]
      Source
      Cue
      Content
      [relations]
      <OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
      [events]
      Attribution Content:Content, Cue?:Cue, Source?:Source
      [attributes]
      Kind Arg:Attribution, Value:direct|mixed|indirect

      """
    return [ExportedFile(path: "annotation.conf", bytes: Array(text.utf8))]
  }

  /// The text and its annotations.
  public func files(_ page: QuotedArticle, stem: String) -> [ExportedFile] {
    var writer = BratWriter(page)
    for row in page.rows { writer.add(row) }
    return [
      ExportedFile(path: stem + ".txt", bytes: Array(page.article.text.utf8)),
      ExportedFile(path: stem + ".ann", bytes: Array(writer.text.utf8)),
    ]
  }
}

private struct BratWriter {
  private let page: QuotedArticle
  private var spans = 0
  private var events = 0
  private(set) var text = ""

  init(_ page: QuotedArticle) { self.page = page }

  mutating func add(_ row: QuotedArticle.Row) {
    let quotation = row.quotation
    guard let content = add("Content", quotation.content) else { return }
    let cue = quotation.cue.flatMap { add("Cue", [$0]) }
    let source = quotation.source.flatMap { add("Source", [$0]) }
    // An event hangs on words of its own: those of the cue, or of the content where there is none.
    guard let trigger = add("Attribution", quotation.cue.map { [$0] } ?? quotation.content) else { return }
    events += 1
    let arguments = [("Content", content), ("Cue", cue), ("Source", source)].compactMap { role, span in
      span.map { " \(role):\($0)" }
    }
    text += "E\(events)\tAttribution:\(trigger)\(arguments.joined())\n"
    text += "A\(events)\tKind E\(events) \(quotation.kind.name)\n"
    let names = SafeText.oneLine(row.speakers.map(\.name).joined(separator: ", "))
    if !names.isEmpty { text += "#\(events)\tAnnotatorNotes E\(events)\t\(names)\n" }
  }

  /// Writes a text-bound annotation and returns its name; `nil` where it covers no letter.
  private mutating func add(_ type: String, _ ranges: [TextRange]) -> String? {
    let lines = ranges.flatMap(linewise)
    guard !lines.isEmpty else { return nil }
    spans += 1
    let places = lines.map { range in
      let (start, end) = page.map.codePoints(in: range)
      return "\(start) \(end)"
    }
    let words = lines.map { String(page.article.text[$0]) }
    text += "T\(spans)\t\(type) \(places.joined(separator: ";"))\t\(words.joined(separator: " "))\n"
    return "T\(spans)"
  }

  private func linewise(_ range: TextRange) -> [TextRange] {
    var (out, start): ([TextRange], Int) = ([], range.lower)
    for (at, byte) in zip(range.lower..<range.upper, page.article.text[range].utf8)
    where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      if at > start { out.append(TextRange(start, at)) }
      start = at + 1
    }
    if range.upper > start { out.append(TextRange(start, range.upper)) }
    return out
  }
}
