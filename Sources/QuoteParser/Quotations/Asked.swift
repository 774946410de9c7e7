import QuoteModel

/// The question a statement answers: `Asked whether …, Ruiz said`.
enum Asked {
  private static let cues = Form.set("asked pressed questioned quizzed")
  private static let leads = Form.set("whether if about what why how when who where which")

  /// Whether a cue is the `Asked` that begins a sentence: the question of somebody unnamed.
  static func isQuestion(_ words: Words, _ cue: Range<Int>) -> Bool {
    cues.contains(words.lower[cue.lowerBound]) && words.isCapital(cue.lowerBound)
  }

  /// The question in the sentence of `span`, before it, if there is one. O(sentence).
  static func question(_ words: Words, _ sentence: Range<Int>, before span: Range<Int>) -> Range<Int>? {
    guard let first = sentence.first, cues.contains(words.lower[first]) else { return nil }
    var at = first + 1
    while at < span.lowerBound, !leads.contains(words.lower[at]) {
      if at > first + 6 { return nil }
      at += 1
    }
    let start = at < span.lowerBound && words.lower[at] == WordHash.lowercased("about") ? at + 1 : at
    var end: Int?
    for at in start..<max(start, span.lowerBound) where words.form(at) == Form.comma { end = at }
    // The last comma before the speaker closes the question.
    guard let end, end > start else { return nil }
    return start..<end
  }
}
