import QuoteModel
import Screen

/// The text of an article with one quotation's source, cue and content in brackets and in their own look.
struct MarkedText {
  /// One character as shown; brackets have the offset of the text they stand at.
  struct Glyph {
    var character: Character
    var columns: Int
    var style: Style
    var offset: Int
  }

  private struct Bracket {
    var offset: Int
    var text: String
    var style: Style
    var closes: Bool
  }

  /// Where the words searched for stand.
  let found: [TextRange]
  private let spans: [(range: TextRange, style: Style)]
  private let evidence: TextRange?
  private let theme: Theme
  private let others: [TextRange]
  private var brackets: ArraySlice<Bracket>

  init(_ corpus: Corpus, article: ArticleID, _ key: ReaderPage.Key) {
    let (id, theme) = (key.quotation, key.theme)
    (evidence, self.theme) = (key.evidence, theme)
    let quotation = corpus[id]
    var spans: [(range: TextRange, style: Style)] = []
    var brackets: [Bracket] = []
    func mark(_ range: TextRange, _ letter: String, _ style: Style) {
      spans.append((range, style))
      brackets.append(Bracket(offset: range.lower, text: "[", style: style, closes: false))
      brackets.append(Bracket(offset: range.upper, text: "]" + letter, style: style, closes: true))
    }
    if let source = quotation.source { mark(source, "ˢ", theme.source) }
    if let cue = quotation.cue { mark(cue, "ᶜ", theme.cue) }
    for range in quotation.content { mark(range, "ᵠ", theme.content) }
    self.spans = spans
    self.brackets = brackets.sorted { ($0.offset, $1.closes ? 1 : 0) < ($1.offset, $0.closes ? 1 : 0) }[...]
    others = corpus.quotations(in: article).filter { $0 != id.index }
      .flatMap { corpus[QuotationID($0)].content }.sorted()
    found = key.search.ranges(in: corpus.text(of: article)[...]).map {
      TextRange($0.lowerBound, $0.upperBound)
    }
  }

  /// The glyphs of a part of the text that begins at byte `start`; parts must come in text order. O(text ·
  /// spans of the quotation).
  mutating func glyphs(of text: Substring, from start: Int, _ base: Style) -> [Glyph] {
    var glyphs: [Glyph] = []
    var at = start
    var (other, match) = (firstEnding(others, behind: start), firstEnding(found, behind: start))
    for character in text {
      emitBrackets(at, &glyphs)
      while other < others.count, others[other].upper <= at { other += 1 }
      while match < found.count, found[match].upper <= at { match += 1 }
      var style = spans.last { $0.range.contains(at) }?.style ?? base
      if other < others.count, others[other].contains(at) {
        style = style.adding(theme.otherQuote.attributes)
      }
      if match < found.count, found[match].contains(at) { style = theme.match }
      if evidence?.contains(at) ?? false { style = style.toggling(.reverse) }
      append(character, style, at, &glyphs)
      at += character.utf8.count
    }
    emitBrackets(at, &glyphs)
    return glyphs
  }

  private func firstEnding(_ ranges: [TextRange], behind offset: Int) -> Int {
    ranges.firstIndex { $0.upper > offset } ?? ranges.count
  }

  private mutating func emitBrackets(_ offset: Int, _ glyphs: inout [Glyph]) {
    while let bracket = brackets.first, bracket.offset <= offset {
      brackets.removeFirst()
      for character in bracket.text {
        glyphs.append(
          Glyph(
            character: character, columns: TextWidth.columns(of: character), style: bracket.style,
            offset: bracket.offset))
      }
    }
  }

  private func append(_ character: Character, _ style: Style, _ offset: Int, _ glyphs: inout [Glyph]) {
    if character.isWhitespace {
      glyphs.append(Glyph(character: " ", columns: 1, style: style, offset: offset))
      return
    }
    for shown in Sanitizing.characters(String(character)) {
      let columns = TextWidth.columns(of: shown)
      if columns > 0 {
        glyphs.append(Glyph(character: shown, columns: columns, style: style, offset: offset))
      }
    }
  }
}
