import QuoteModel

/// Repairs what the tagger cut apart or ran together, by rules, each a function of its own. O(spans).
struct SpanRepair {
  private let words: Words
  private let context: TaggingContext
  private var contents: [Range<Int>]
  private var sources: [Range<Int>]
  private var cues: [Range<Int>]

  init(_ words: Words, _ context: TaggingContext, _ spans: Spans) {
    (self.words, self.context) = (words, context)
    (contents, sources, cues) = (spans.contents, spans.sources, spans.cues)
  }

  /// The spans after every rule.
  func repaired() -> Spans {
    var work = self
    work.absorbClauses()
    work.claimClauses()
    work.fillGaps()
    var spans = Spans([])
    spans.contents = work.contents.flatMap { trimmed($0) }
    (spans.sources, spans.cues) = (work.sources, work.cues)
    return spans
  }

  private static let openers = Form.set("that whether if how why")

  /// A content that is only `that` leads the clause behind it, whatever else was seen in there: up to the
  /// next participle cue behind a comma (`, adding`) or the sentence's end.
  private mutating func absorbClauses() {
    for index in contents.indices {
      let content = contents[index]
      guard content.count == 1, Self.openers.contains(words.lower[content.lowerBound]) else { continue }
      let end = sentence(content.lowerBound).upperBound
      let stop = cues.first {
        $0.lowerBound > content.upperBound && $0.lowerBound < end
          && words.form($0.lowerBound - 1) == Form.comma
      }
      contents[index] = content.lowerBound..<(stop?.lowerBound ?? end)
    }
    contents = contents.reduce(into: []) { kept, next in
      if let last = kept.last, last.upperBound >= next.upperBound { return }
      kept.append(next)
    }
    let inside = contents
    let isFree: (Range<Int>) -> Bool = { span in
      !inside.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
    }
    sources = sources.filter(isFree)
    cues = cues.filter(isFree)
  }

  /// `Turkey confirmed its resolve, Ruiz said, …`: a cue whose source stands behind a comma, with a comma or a
  /// full stop after it, claims the clause before it, whatever else was seen in there.
  private mutating func claimClauses() {
    for cue in cues where words.text(cue).lowercased() == "said" || words.text(cue).lowercased() == "says" {
      guard let source = sources.first(where: { $0.upperBound == cue.lowerBound }), source.lowerBound > 1,
        words.form(source.lowerBound - 1) == Form.comma, cue.upperBound < words.count,
        words.form(cue.upperBound) == Form.comma || words.form(cue.upperBound) == Form.stop
      else { continue }
      let end = source.lowerBound - 1
      let start = sentence(cue.lowerBound).lowerBound
      guard let last = contents.lastIndex(where: { $0.upperBound == end && $0.lowerBound > start }),
        end - start > 3,
        let other = cues.first(where: { $0.lowerBound > start && $0.upperBound <= contents[last].lowerBound }
        ),
        !contents.contains(where: { $0.lowerBound >= start && $0.upperBound <= other.lowerBound })
      else { continue }
      contents[last] = start..<end
      let claimed = contents[last]
      sources.removeAll { claimed.contains($0.lowerBound) }
      cues.removeAll { claimed.contains($0.lowerBound) }
    }
  }

  /// Two contents of one sentence with a few words and no source or cue between are one.
  private mutating func fillGaps() {
    contents = contents.reduce(into: []) { out, next in
      guard let last = out.last, isOne(last, next) else { return out.append(next) }
      out[out.count - 1] = last.lowerBound..<next.upperBound
    }
  }

  private func isOne(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard b.lowerBound - a.upperBound <= Self.widestGap,
      context.sentenceOf[a.upperBound - 1] == context.sentenceOf[b.lowerBound]
    else { return false }
    let isBetween: (Range<Int>) -> Bool = { $0.lowerBound >= a.upperBound && $0.upperBound <= b.lowerBound }
    if sources.contains(where: isBetween) || cues.contains(where: isBetween) { return false }
    // `… and that …` begins another.
    return !(a.upperBound...b.lowerBound).contains { words.form($0) == Form.that }
  }

  /// Tokens a gap may hold; chosen on PolNeAR dev.
  private static let widestGap = 8

  /// The content without the punctuation at its ends; one mark out of balance is left out too.
  private func trimmed(_ span: Range<Int>) -> [Range<Int>] {
    var (low, high) = (span.lowerBound, span.upperBound)
    while low < high, isEdge(low), context.marks.places[low] != .open { low += 1 }
    while high > low, isEdge(high - 1), context.marks.places[high - 1] != .close,
      !(context.marks.places[high - 1] == .inside)
    {
      high -= 1
    }
    guard (low..<high).contains(where: { words.isWord($0) }) else { return [] }
    return [low..<high]
  }

  private func isEdge(_ at: Int) -> Bool {
    [Form.comma, Form.colon, Form.semicolon, Form.stop].contains(words.form(at))
      || !words.isWord(at) && words.count(at) > 1
  }

  private func sentence(_ at: Int) -> Range<Int> { context.sentences[Int(context.sentenceOf[at])].tokens }
}
