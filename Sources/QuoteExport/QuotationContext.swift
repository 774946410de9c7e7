import QuoteModel

/// A stretch of a paragraph and what of a quotation it is.
struct MarkedStretch: Equatable {
  enum Mark: String { case source, cue, content }

  var range: TextRange
  /// The innermost part it belongs to: a cue inside the words said is a cue.
  var mark: Mark?
}

extension QuotedArticle {
  /// The paragraphs that words, cue or source of a quotation stand in, in text order. O(paragraphs).
  func context(of row: Row) -> [TextRange] {
    let spans = parts(of: row.quotation).map(\.range)
    let paragraphs = article.parts.map(\.range).filter { part in spans.contains { $0.overlaps(part) } }
    if !paragraphs.isEmpty { return paragraphs }
    // An article without paragraphs is one.
    return spans.min().map { [TextRange($0.lower, spans.map(\.upper).max() ?? $0.upper)] } ?? []
  }

  /// A paragraph cut where a quotation's parts begin and end. O(parts²).
  func stretches(of row: Row, in paragraph: TextRange) -> [MarkedStretch] {
    let marks = parts(of: row.quotation).filter { $0.range.overlaps(paragraph) }
    let edges = marks.flatMap { [$0.range.lower, $0.range.upper] } + [paragraph.lower, paragraph.upper]
    let cuts = Set(edges.map { min(max($0, paragraph.lower), paragraph.upper) }).sorted()
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let range = TextRange(start, end)
      return MarkedStretch(range: range, mark: marks.first { $0.range.contains(range) }?.mark)
    }
  }

  private func parts(of quotation: Quotation) -> [(range: TextRange, mark: MarkedStretch.Mark)] {
    var out: [(TextRange, MarkedStretch.Mark)] = []
    if let cue = quotation.cue { out.append((cue, .cue)) }
    if let source = quotation.source { out.append((source, .source)) }
    return out + quotation.content.map { ($0, .content) }
  }
}
