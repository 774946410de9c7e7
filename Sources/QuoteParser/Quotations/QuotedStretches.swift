import QuoteModel

extension Parser {
  /// Where an article has words between quotation marks, in text order; the marks are included, and whether anybody
  /// is said to have said them does not matter. O(text).
  public func quotedStretches(in article: Article) -> [TextRange] {
    var text = article.text
    return text.withUTF8 { bytes in
      let laid = TextLayout()(bytes, parts: article.parts)
      return QuotationMarks(laid.words, paragraphs: laid.paragraphs).stretches.map(laid.words.range).sorted()
    }
  }
}
