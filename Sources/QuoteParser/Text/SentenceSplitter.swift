import QuoteModel

/// Splits the tokens of a part into sentences: at full stops, question and exclamation marks, the closing
/// quotation marks and brackets behind them included. O(tokens).
package struct SentenceSplitter {
  /// Appends the sentences of the tokens in `range`, all of part `part`.
  package func split(_ words: Words, _ range: Range<Int>, part: Int, into out: inout [Sentence]) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let ends = isEnd(words, at, range)
      at += 1
      guard ends else { continue }
      while at < range.upperBound, closes(words, at) { at += 1 }
      out.append(Sentence(tokens: start..<at, part: part))
      start = at
    }
    if start < range.upperBound { out.append(Sentence(tokens: start..<range.upperBound, part: part)) }
  }

  private func isEnd(_ words: Words, _ at: Int, _ range: Range<Int>) -> Bool {
    switch words.form(at) {
    case Form.stop, Form.question, Form.exclamation: break
    case Form.ellipsis:
      guard at + 1 < range.upperBound else { return true }
      return words.isCapital(at + 1) && !words.isSpecialI(at + 1)
    default:
      // `U.S. The` and `Inc. He`: an abbreviation ends a sentence only before a clear beginning.
      guard words.endsInStop(at), at + 1 < range.upperBound, words.isCapital(at + 1) else { return false }
      return words.count(at) > 2 && Form.starters.contains(words.lower[at + 1]) && !words.isTitle(at)
    }
    guard at + 1 < range.upperBound else { return true }
    // `"Why?" he asked`: the sentence goes on in lower case.
    var next = at + 1
    while next < range.upperBound, closes(words, next) { next += 1 }
    guard next < range.upperBound else { return true }
    // `Ana Ruiz (D-Ga.), the mayor, said`
    return !words.isLowercase(next) && !Self.goingOn.contains(words.form(next))
  }

  /// Marks that no sentence begins with.
  private static let goingOn = Form.set(", ; :")

  private func closes(_ words: Words, _ at: Int) -> Bool {
    switch words.form(at) {
    case Form.closeDouble, Form.closeBracket: true
    case Form.straightDouble, Form.straightSingle, Form.closeSingle:
      // A straight mark closes where no space stands before it.
      words.ranges[at].start == words.ranges[at - 1].end
    default: false
    }
  }
}
