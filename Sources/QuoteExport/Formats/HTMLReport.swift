import QuoteModel
import ResourceFiles

/// Quotations as one web page that needs no network: each in its paragraph, with source, cue and words marked, and
/// filters and a timeline made by a script that the page carries. Without scripts it can be read as well.
public struct HTMLReport: Export {
  /// One form only.
  public init() {}

  /// `html`.
  public var name: String { "html" }
  /// For the help.
  public var summary: String { "a report to filter and read in a browser, offline" }

  /// Up to the first article.
  public func head(_ request: ExportRequest) -> [UInt8] {
    let title = HTMLText.escaped(SafeText.oneLine(request.title.isEmpty ? "Quotations" : request.title))
    let (style, script) = (Self.file("report.css"), Self.file("report.js"))
    let policy =
      "default-src 'none'; style-src '\(Self.fingerprint(style))'; script-src '\(Self.fingerprint(script))'; "
      + "base-uri 'none'; form-action 'none'"
    return Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="whosaid">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <header id="top"><h1>\(title)</h1><p id="count" role="status"></p></header>
      <div id="page">
      <aside id="tools" aria-label="Filters" hidden></aside>
      <main id="quotes">

      """.utf8)
  }

  /// An article and its quotations.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    let citation = Citation(page.article)
    var html = HTMLText()
    html.raw("<section class=\"article\"><h2>")
    html.link(citation.title, to: citation.url)
    html.raw("</h2><p class=\"source\">")
    html.raw(
      [
        HTMLText.span("outlet", citation.outlet),
        HTMLText.span("author", citation.authors.joined(separator: ", ")),
        HTMLText.span("published", page.article.date?.description), HTMLText.span("doc", page.article.name),
      ].compactMap { $0 }.joined(separator: " · "))
    html.raw("</p>\n")
    for row in page.rows { write(row, page, into: &html) }
    html.raw("</section>\n")
    return Array(html.text.utf8)
  }

  /// The script, and the end.
  public func tail(_ request: ExportRequest, after written: Written) -> [UInt8] {
    Array(
      """
      </main>
      </div>
      <footer>\(written.quotations) quotations of \(written.articles) articles, found by whosaid.</footer>
      <script>\(Self.file("report.js"))</script>
      </body>
      </html>

      """.utf8)
  }

  private func write(_ row: QuotedArticle.Row, _ page: QuotedArticle, into html: inout HTMLText) {
    let date = row.quotation.time?.date.description
    html.raw("<article class=\"quote\" id=\"q\(row.id)\"><header>")
    let speakers = row.speakers.isEmpty ? [page.speakerName(row) ?? "unknown"] : row.speakers.map(\.name)
    html.raw(speakers.compactMap { HTMLText.span("speaker", $0) }.joined(separator: ", "))
    if let date { html.raw(" <time datetime=\"\(date)\">\(date)</time>") }
    html.raw(" <span class=\"kind\">\(row.quotation.kind.name)</span>")
    let sure = JSONText.share(row.quotation.confidence)
    html.raw(" <span class=\"sure\" title=\"how sure the parser is\">\(sure)</span></header>\n<blockquote>")
    html.text(row.words)
    html.raw("</blockquote>\n")
    if !row.topics.isEmpty {
      let items = row.topics.map { "<li>\(HTMLText.escaped(SafeText.oneLine($0.label)))</li>" }
      html.raw("<ul class=\"topics\">\(items.joined())</ul>\n")
    }
    html.raw("<details><summary>in the article</summary>")
    for paragraph in page.context(of: row) {
      html.raw("<p>")
      for stretch in page.stretches(of: row, in: paragraph) {
        html.stretch(page.article.text[stretch.range], stretch.mark)
      }
      html.raw("</p>")
    }
    html.raw("</details></article>\n")
  }

  private static func file(_ name: String) -> String {
    ResourceFiles.bytes("Report/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// How a policy names a script or a style that it lets through (W3C Content Security Policy 3).
  private static func fingerprint(_ text: String) -> String {
    "sha256-" + Base64.text(SHA256.hash(Array(text.utf8)))
  }
}

/// HTML as it is written.
private struct HTMLText {
  private(set) var text = ""

  mutating func raw(_ markup: String) { text += markup }

  mutating func text(_ words: some StringProtocol) { text += Self.escaped(SafeText.oneLine(words)) }

  mutating func link(_ words: String, to address: String?) {
    guard let address else { return text(words) }
    raw("<a href=\"\(Self.escaped(address))\" rel=\"noopener noreferrer\">")
    text(words)
    raw("</a>")
  }

  /// Words of a paragraph, the white space at their ends kept.
  mutating func stretch(_ words: Substring, _ mark: MarkedStretch.Mark?) {
    let inner = Self.escaped(SafeText.oneLine(words))
    let before = words.first?.isWhitespace ?? false ? " " : ""
    let after = words.last?.isWhitespace ?? false && !inner.isEmpty ? " " : ""
    guard let mark, !inner.isEmpty else { return raw(before + inner + after) }
    raw("\(before)<mark class=\"\(mark.rawValue)\" title=\"\(mark.rawValue)\">\(inner)</mark>\(after)")
  }

  static func span(_ name: String, _ words: String?) -> String? {
    guard let words, !words.isEmpty else { return nil }
    return "<span class=\"\(name)\">\(escaped(SafeText.oneLine(words)))</span>"
  }

  /// Text as text, inside of elements and of quoted attributes.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
