import QuoteModel
import Screen

/// An article laid out for the Reader, one of its quotations marked: `[she]ˢ [said]ᶜ [the yards …]ᵠ`.
struct ReaderPage: Sendable {
  /// What a page is made from; the same key gives the same page.
  struct Key: Equatable, Sendable {
    var quotation: QuotationID
    var columns: Int
    var search: TextSearch
    var theme: Theme
    /// The step of the evidence that is pointed at.
    var evidence: TextRange?
  }

  struct Run: Equatable, Sendable {
    var text: String
    var style: Style
  }

  struct Line: Equatable, Sendable {
    var runs: [Run]
    /// Byte of the article's text that the line begins with.
    var offset: Int
  }

  let key: Key
  let lines: [Line]
  /// Lines on which the quotation and its marks stand.
  let quotationLines: ClosedRange<Int>
  /// Lines that hold what was searched for.
  let matches: [Int]
  /// Whether the article holds characters that nobody would see, or that turn the direction of writing.
  let hasHiddenCharacters: Bool

  /// Rows of a Reader that its head and foot take.
  static func chromeRows(_ rows: Int) -> Int { rows >= 5 ? 2 : 0 }

  /// Lays an article out. O(article).
  init(_ corpus: Corpus, _ key: Key) {
    self.key = key
    let id = corpus.article(of: key.quotation)
    let article = corpus[id]
    var marks = MarkedText(corpus, article: id, key)
    var lines: [Line] = []
    for part in ReaderPage.parts(of: article) where !part.range.isEmpty {
      if !lines.isEmpty { lines.append(Line(runs: [], offset: part.range.lower)) }
      let glyphs = marks.glyphs(
        of: article.text[part.range], from: part.range.lower, ReaderPage.style(part.kind, key.theme))
      lines += ReaderPage.wrap(glyphs, columns: key.columns, offset: part.range.lower)
    }
    self.lines = lines
    hasHiddenCharacters = Sanitizing.hasHiddenCharacters(article.text)
    let quotation = corpus[key.quotation]
    let spans = quotation.content + [quotation.cue, quotation.source].compactMap(\.self)
    let first = spans.map(\.lower).min() ?? 0
    let last = spans.map(\.upper).max() ?? 0
    let top = lines.lastIndex { $0.offset <= first } ?? 0
    quotationLines = top...max(top, lines.lastIndex { $0.offset < last } ?? 0)
    matches = lines.indices.filter { line in
      let end = lines.element(at: line + 1)?.offset ?? .max
      return marks.found.contains { lines[line].offset <= $0.lower && $0.lower < end }
    }
  }

  /// The line to show first so that the quotation is in sight with a little of what leads up to it.
  func topForQuotation(height: Int) -> Int {
    let span = quotationLines.count
    let before = span >= height ? 0 : min(2, height - span)
    return max(0, quotationLines.lowerBound - before)
  }

  /// The row on which the text of a line of another page of the same article stands.
  func row(of line: Line) -> Int {
    lines.firstIndex { $0.offset == line.offset && $0.runs.isEmpty == line.runs.isEmpty }
      ?? lines.lastIndex { $0.offset <= line.offset } ?? 0
  }

  private static func parts(of article: Article) -> [ArticlePart] {
    if !article.parts.isEmpty { return article.parts }
    var parts: [ArticlePart] = []
    var start = 0
    for line in article.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { parts.append(ArticlePart(TextRange(start, start + line.count))) }
      start += line.count + 1
    }
    return parts
  }

  private static func style(_ kind: ArticlePart.Kind, _ theme: Theme) -> Style {
    switch kind {
    case .body: .plain
    case .headline: theme.strong
    case .caption, .teaser, .furniture, .metadata, .pullQuote: theme.faint
    }
  }

  /// Breaks at blanks, or inside a word that is longer than a line.
  private static func wrap(_ glyphs: [MarkedText.Glyph], columns: Int, offset: Int) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < glyphs.count {
      var (end, width) = (start, 0)
      var lastBlank: Int?
      while end < glyphs.count, width + glyphs[end].columns <= columns {
        if glyphs[end].character == " " { lastBlank = end }
        width += glyphs[end].columns
        end += 1
      }
      var next = end
      if end < glyphs.count, glyphs[end].character == " " {
        next = end + 1
      } else if end < glyphs.count, let blank = lastBlank, blank > start {
        (end, next) = (blank, blank + 1)
      }
      // A glyph wider than the line still has to go somewhere.
      if next == start { (end, next) = (start + 1, start + 1) }
      lines.append(Line(runs: runs(glyphs[start..<end]), offset: glyphs[start].offset))
      start = next
    }
    return lines
  }

  private static func runs(_ glyphs: ArraySlice<MarkedText.Glyph>) -> [Run] {
    var runs: [Run] = []
    for glyph in glyphs {
      if runs.last?.style == glyph.style {
        runs[runs.count - 1].text.append(glyph.character)
      } else {
        runs.append(Run(text: String(glyph.character), style: glyph.style))
      }
    }
    return runs
  }
}
