import QuoteModel

extension Alignment {
  /// The steps as runs of words, as printed.
  func differences(
    _ quoted: ComparedWords, in draft: String, _ source: ComparedWords, in article: String
  ) -> [DraftCheck.Difference] {
    var out: [DraftCheck.Difference] = []
    for step in steps {
      let next: DraftCheck.Difference
      switch step {
      case .same(let row, _): next = .init(kind: .same, words: String(draft[quoted.ranges[row]]))
      case .putIn(let row): next = .init(kind: .putIn, words: String(draft[quoted.ranges[row]]))
      case .leftOut(let row): next = .init(kind: .leftOut, words: String(article[source.ranges[row]]))
      case .skipped(let row): next = .init(kind: .skipped, words: String(article[source.ranges[row]]))
      }
      if let last = out.last, last.kind == next.kind {
        out[out.count - 1].words += " " + next.words
      } else {
        out.append(next)
      }
    }
    return out
  }
}
