import QuoteModel

/// What a span may be tied to: the cues of a content, the sources of a cue. The choice among them is the linker's.
package struct LinkCandidates {
  let words: Words
  let context: TaggingContext
  package let spans: Spans
  private let phrases: NounPhraseFinder

  package init(_ words: Words, _ context: TaggingContext, _ spans: Spans) {
    (self.words, self.context, self.spans) = (words, context, spans)
    phrases = NounPhraseFinder(words: words, context: context)
  }

  /// Rows of the cues that a content may have: those of its sentences and the ones beside them, no further than
  /// its neighbour paragraphs.
  package func cues(of content: Range<Int>) -> [Int] {
    let first = Int(context.sentenceOf[content.lowerBound])
    let last = Int(context.sentenceOf[content.upperBound - 1])
    let low = max(0, first - 2)
    let high = min(context.sentences.count - 1, last + 1)
    let part = context.sentences[first].part
    let scope =
      context.sentences[low].tokens.lowerBound..<context.sentences[high].tokens.upperBound
    return Near.rows(spans.cues, in: scope).filter { row in
      let cue = spans.cues[row]
      guard cue.upperBound <= content.lowerBound || cue.lowerBound >= content.upperBound else { return false }
      let sentence = Int(context.sentenceOf[cue.lowerBound])
      return abs(context.sentences[sentence].part - part) <= 1
    }
  }

  /// The sources that a cue may have: those tagged in its sentence, and the noun phrases that stand beside it.
  package func sources(of cue: Range<Int>) -> [Range<Int>] {
    let sentence = context.sentences[Int(context.sentenceOf[cue.lowerBound])].tokens
    var out = Near.rows(spans.sources, in: sentence).map { spans.sources[$0] }
    for phrase in [phrases.before(cue, sentence), phrases.behind(cue, sentence)].compactMap({ $0 })
    where !out.contains(where: { $0.overlaps(phrase) }) {
      out.append(phrase)
    }
    return out
  }

  /// Where whoever does it stands behind a passive cue: `were [told] by Ruiz`, `were [told by] Ruiz`.
  package func agent(of cue: Range<Int>, _ among: [Range<Int>]) -> Range<Int>? {
    guard cue.upperBound < words.count else { return nil }
    let start: Int
    if words.form(cue.upperBound) == Form.by {
      start = cue.upperBound + 1
    } else if words.form(cue.upperBound - 1) == Form.by, cue.count > 1 {
      start = cue.upperBound
    } else {
      return nil
    }
    let isPassive = words.tags[start - 2] == .VBN || words.tags[start - 2] == .VBD
    guard isPassive else { return nil }
    let sentence = context.sentences[Int(context.sentenceOf[cue.lowerBound])].tokens
    return among.first { $0.lowerBound == start } ?? phrases.behind(cue.lowerBound..<start, sentence)
  }
}
