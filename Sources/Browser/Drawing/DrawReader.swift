import QuoteModel
import Screen

extension Canvas {
  mutating func drawReader(_ place: Layout.Place) {
    guard let id = state.reading, let page = state.readerPage else {
      return drawEmpty(place, "A quote chosen in 3 Quotes is shown here, in its article.")
    }
    let inside = place.inside
    let chrome = ReaderPage.chromeRows(inside.rows)
    let limit = inside.column + inside.columns
    if chrome > 0 {
      screen.write(
        heading(id, columns: inside.columns - 2).clipped(to: inside.columns - 2), row: inside.row,
        column: inside.column + 1, limit: limit,
        style: theme.strong)
      drawFoot(
        id,
        Rect(
          row: inside.row + inside.rows - 1, column: inside.column + 1, columns: inside.columns - 2, rows: 1))
    }
    let height = inside.rows - chrome
    for (row, line) in page.lines.dropFirst(state.readerTop).prefix(height).enumerated() {
      var at = inside.column + 1
      for run in line.runs {
        at = screen.write(
          run.text, row: inside.row + min(chrome, 1) + row, column: at, limit: limit, style: run.style)
      }
    }
  }

  /// `Title · Outlet · 12 Oct 2024 · quote 3/9`; where room is short the title gives way first.
  private func heading(_ id: QuotationID, columns: Int) -> String {
    let article = state.corpus[state.corpus.article(of: id)]
    let (number, count) = state.place(of: id)
    let parts = [article.outlet, article.date.map(Wording.date), "quote \(number)/\(count)"]
    let rest = parts.compactMap(\.self).joined(separator: " · ")
    let title = article.title.isEmpty ? article.name : article.title
    return title.clipped(to: max(12, columns - rest.columns - 3)) + " · " + rest
  }

  /// `ˢ she → Ilse Marin-Vogel .94   ᶜ said   mixed   when 11 Oct 2024`, and what is related where no pane
  /// shows it and there is room.
  private mutating func drawFoot(_ id: QuotationID, _ line: Rect) {
    let limit = line.column + line.columns
    var at = line.column
    for (text, style) in foot(id) where at == line.column || at + text.columns <= limit {
      at = screen.write(text.clipped(to: limit - at), row: line.row, column: at, limit: limit, style: style)
      at += 3
    }
  }

  private func foot(_ id: QuotationID) -> [(String, Style)] {
    let quotation = state.corpus[id]
    let text = state.corpus.text(of: state.corpus.article(of: id))
    let names = state.corpus.speakers(of: id).map { state.corpus[$0].name }.joined(separator: ", ")
    let source = quotation.source.map { String(text[$0]) } ?? names
    let worded = source == names || source.hasSuffix(" " + names) ? "" : source + " → "
    let confidence = Wording.confidence(quotation.confidence)
    let gap = confidence.hasPrefix(" ") ? "" : " "
    var out: [(String, Style)] = [
      ("ˢ " + worded + (names.isEmpty ? "unknown" : names) + gap + confidence, theme.source)
    ]
    if let cue = quotation.cue { out.append(("ᶜ " + text[cue], theme.cue)) }
    out.append((quotation.kind.name, .plain))
    // A date that is not stated is the article's, which the heading has.
    if let time = quotation.time, time.isStated {
      out.append(((time.isExact ? "when " : "when about ") + Wording.date(time.date), .plain))
    }
    if page(hasHidden: id) { out.append(("! hidden characters", theme.problem)) }
    if let note = state.marks[id]?.note, !note.isEmpty { out.append(("* " + note, theme.strong)) }
    if layout.place(.related) == nil, !state.related.isEmpty { out.append((relatedSummary, .plain)) }
    return out
  }

  private func page(hasHidden id: QuotationID) -> Bool { state.readerPage?.hasHiddenCharacters ?? false }

  /// `5 Related 3: =2 ↩1`.
  private var relatedSummary: String {
    var counts: [(kind: Relation.Kind, count: Int)] = []
    for relation in state.related {
      if let index = counts.firstIndex(where: { $0.kind == relation.kind }) {
        counts[index].count += 1
      } else {
        counts.append((relation.kind, 1))
      }
    }
    return "5 Related \(state.related.count): "
      + counts.map { "\($0.kind.symbol)\($0.count)" }.joined(separator: " ")
  }
}
