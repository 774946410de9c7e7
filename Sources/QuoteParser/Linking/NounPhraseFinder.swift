import QuoteModel

/// The noun phrases beside a verb, told from parts of speech. O(tokens near).
struct NounPhraseFinder {
  let words: Words
  let context: TaggingContext

  /// The noun phrase left of a cue, adverbs and auxiliaries between: `Ruiz has often [said]`.
  func before(_ cue: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    var end = cue.lowerBound
    while end > sentence.lowerBound, cue.lowerBound - end < 5, !isPhrase(end - 1) {
      let tag = words.tags[end - 1]
      guard tag == .RB || tag == .MD || tag.isVerb || tag == .comma || tag == .TO else { return nil }
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound, isPhrase(start - 1), end - start < 10 { start -= 1 }
    return start < end && holdsHead(start..<end) ? start..<end : nil
  }

  /// The noun phrase right of a cue: `[said] Ruiz`, `[according to] the mayor`.
  func behind(_ cue: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let start = cue.upperBound
    var end = start
    while end < sentence.upperBound, isPhrase(end), end - start < 10 { end += 1 }
    return start < end && holdsHead(start..<end) ? start..<end : nil
  }

  private func isPhrase(_ at: Int) -> Bool {
    switch words.tags[at] {
    case .DT, .JJ, .JJR, .JJS, .NN, .NNS, .NNP, .NNPS, .CD, .POS, .PRP, .PRPS, .WP: context.cue[at] < 3
    default: false
    }
  }

  private func holdsHead(_ span: Range<Int>) -> Bool {
    span.contains { words.tags[$0].isNoun || words.tags[$0] == .PRP || words.tags[$0] == .WP }
  }
}
