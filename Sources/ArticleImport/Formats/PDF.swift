import CPoppler
import QuoteModel

/// A PDF file with text in it: lines put together into paragraphs, words that were hyphenated made whole, what repeats
/// at the edges of pages left out. Pictures of text are not read.
public struct PDF: ArticleFormat {
  /// Reads with poppler.
  public init() {}

  /// What messages call it.
  public var name: String { "PDF" }

  /// Needs poppler.
  public var missing: String? {
    if wp_is_built() == 0 { return "built without poppler" }
    return wp_is_loaded() == 0 ? "poppler (libpoppler-glib8) is not installed" : nil
  }

  /// More pages than any collection of articles that is one file.
  private static let mostPages = 5000

  /// By its first bytes.
  public func recognizes(_ document: Document) -> Bool {
    document.bytes.prefix(1024).find("%PDF-", from: 0) != nil
  }

  /// The one article. O(bytes), as poppler goes.
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    var isEncrypted: Int32 = 0
    guard let file = document.bytes.withUnsafeBytes({ wp_open($0.baseAddress, $0.count, &isEncrypted) })
    else {
      throw document.failure(isEncrypted != 0 ? "is encrypted" : "is damaged")
    }
    defer { wp_close(file) }
    var pages: [[Substring]] = []
    let texts = (0..<min(Int(wp_page_count(file)), Self.mostPages)).map {
      Self.taken(wp_text(file, Int32($0))) ?? ""
    }
    for text in texts { pages.append(text.split(separator: "\n", omittingEmptySubsequences: false)) }
    var text = PrintedPages(pages).text()
    guard !text.isEmpty else { throw document.failure("holds no text, perhaps only pictures of it") }
    let title = Self.taken(wp_title(file))?.oneLine ?? ""
    var article = Article(name: document.name, path: document.path, title: title, text: "")
    article.byline = Self.taken(wp_author(file)).flatMap { Byline.joined([$0]) }
    let seconds = wp_created(file)
    if seconds > 0 { article.date = PartialDate(secondsSince1970: Int(seconds)) }
    text.liftHead(into: &article)
    (article.text, article.parts) = (text.text, text.parts)
    return [article]
  }

  private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { wp_free(text) }
    return String(cString: text)
  }
}

/// Lines as they are printed on pages.
struct PrintedPages {
  private var lines: [String] = []

  /// Without numbers of pages and lines that stand at the same edge of several pages. O(lines).
  init(_ pages: [[Substring]]) {
    let pages = pages.map { page in page.map { $0.trimmed } }
    var edges: [String: Int] = [:]
    for page in pages {
      for line in Self.edge(of: page) { edges[Self.withoutNumbers(line), default: 0] += 1 }
    }
    for page in pages {
      let edge = Set(Self.edge(of: page).map(String.init))
      for line in page {
        let isRepeated = edge.contains(String(line)) && (edges[Self.withoutNumbers(line)] ?? 0) > 2
        let isNumber =
          edge.contains(String(line)) && !line.isEmpty
          && line.allSatisfy { $0.isNumber || "-–/ ".contains($0) }
        if !isRepeated, !isNumber { lines.append(String(line)) }
      }
    }
  }

  private static func edge(of page: [Substring]) -> [Substring] {
    let printed = page.filter { !$0.isEmpty }
    return Array(printed.prefix(2) + printed.dropFirst(2).suffix(2))
  }

  private static func withoutNumbers(_ line: some StringProtocol) -> String {
    String(line.filter { !$0.isNumber })
  }

  /// Paragraphs: a line goes on with the one before unless that was blank, or ended early with the end of a sentence.
  func text() -> ArticleText {
    let widths = lines.map(\.count).filter { $0 > 20 }.sorted()
    let width = widths.isEmpty ? 0 : widths[widths.count * 3 / 4]
    var (out, open) = (ArticleText(), "")
    for line in lines {
      if line.isEmpty {
        // A blank line inside of a sentence is the end of a page or column.
        if Self.endsSentence(open) || open.count < 60 { Self.close(&open, &out) }
      } else if open.hasSuffix("-"), let first = line.first, first.isLowercase,
        open.dropLast().last?.isLetter == true
      {
        open = open.dropLast() + line
      } else {
        open += (open.isEmpty ? "" : " ") + line
      }
      if !line.isEmpty, line.count * 5 < width * 4,
        Self.endsSentence(line) || line.count * 2 < width && !Self.goesOn(line)
      {
        Self.close(&open, &out)
      }
    }
    Self.close(&open, &out)
    return out
  }

  private static func close(_ open: inout String, _ out: inout ArticleText) {
    out.append(open.oneLine)
    open = ""
  }

  private static func endsSentence(_ line: some StringProtocol) -> Bool {
    line.last { !"\"”’'»)]".contains($0) }.map { ".!?…:".contains($0) } ?? true
  }

  private static func goesOn(_ line: String) -> Bool { line.last.map { $0 == "," || $0 == "-" } ?? false }
}
