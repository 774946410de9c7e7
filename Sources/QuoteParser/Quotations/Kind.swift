import QuoteModel

extension Quotation.Kind {
  /// Direct where every word stands between marks, indirect where none does, else mixed.
  init(_ spans: [Range<Int>], _ words: Words, _ marks: QuotationMarks) {
    var (inside, outside) = (0, 0)
    for span in spans {
      for at in span where words.isWord(at) {
        if marks.stretchOf[at] >= 0 { inside += 1 } else { outside += 1 }
      }
    }
    self = inside == 0 ? .indirect : outside == 0 ? .direct : .mixed
  }
}
