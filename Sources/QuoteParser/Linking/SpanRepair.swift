import QuoteModel

/// Repairs what the tagger cut apart or ran together, by rules, each a function of its own. O(spans).
struct SpanRepair {
  private let words: Words
  private let context: TaggingContext
  private var contents: [Range<Int>]
  private let sources: [Range<Int>]
  private let cues: [Range<Int>]
  private var clauses: [Int: Spans.Clause] = [:]

  init(_ words: Words, _ context: TaggingContext, _ spans: Spans) {
    (self.words, self.context) = (words, context)
    (contents, cues) = (spans.contents, spans.cues)
    sources = spans.sources.compactMap { Self.withoutClock($0, words) }
  }

  /// `10:05 Governor Ruiz said` in a report that goes on by the clock: the time is no part of who says it.
  private static func withoutClock(_ span: Range<Int>, _ words: Words) -> Range<Int>? {
    guard isClock(span.lowerBound, words) else { return span }
    return span.count > 1 ? span.dropFirst() : nil
  }

  /// `9:30`, `16:05`.
  private static func isClock(_ at: Int, _ words: Words) -> Bool {
    guard 4...5 ~= words.count(at), words.shapes[at] & 7 == Shape.number else { return false }
    let bytes = words.bytes[words.ranges[at].lower..<words.ranges[at].upper]
    return bytes[bytes.endIndex - 3] == UInt8(ascii: ":")
  }

  /// The spans after every rule.
  func repaired() -> Spans {
    var work = self
    work.fillGaps()
    work.fillMarks()
    work.partClauses()
    work.leadClauses()
    work.addParticiples()
    var spans = Spans([])
    spans.contents = work.contents.flatMap { trimmed($0) }
    (spans.sources, spans.cues, spans.clauses) = (sources, cues, work.clauses)
    return spans
  }

  /// Two contents of one sentence with a few words and no source or cue between are one.
  private mutating func fillGaps() {
    contents = contents.reduce(into: []) { out, next in
      guard let last = out.last, isOne(last, next) else { return out.append(next) }
      out[out.count - 1] = last.lowerBound..<next.upperBound
    }
  }

  /// What stands between a pair of marks is said as a whole: where most of it is content, or where it is a paragraph of
  /// its own, and nothing in it is a source or a cue, the sentences that the tagger left out belong to it too.
  private mutating func fillMarks() {
    for stretch in context.marks.stretches where stretch.count > Self.widestGap {
      let rows = Near.rows(contents, in: stretch)
      let covered = rows.reduce(0) { $0 + contents[$1].clamped(to: stretch).count }
      guard covered < stretch.count, covered * 2 > stretch.count || context.isQuotedParagraph(stretch, words),
        Near.between(sources, stretch.lowerBound, stretch.upperBound) == 0,
        Near.between(cues, stretch.lowerBound, stretch.upperBound) == 0
      else { continue }
      let low = min(rows.first.map { contents[$0].lowerBound } ?? stretch.lowerBound, stretch.lowerBound)
      let high = max(rows.last.map { contents[$0].upperBound } ?? stretch.upperBound, stretch.upperBound)
      contents.replaceSubrange(rows, with: [low..<high])
    }
  }

  private static let joints = Form.set("and but while")

  /// `the port "is ours" and she saw "room for more"`: between two pairs of marks, a pronoun or a name and a verb behind
  /// a joint begin a statement of their own.
  private mutating func partClauses() {
    var out: [Range<Int>] = []
    for content in contents {
      var start = content.lowerBound
      for at in content
      where Self.joints.contains(words.form(at)) && at + 3 < content.upperBound && at > start {
        guard context.marks.places[at - 1] == .close, context.marks.places[at + 3] == .open,
          words.tags[at + 1] == .PRP || words.tags[at + 1].isProperNoun,
          words.tags[at + 2] == .VBD || words.tags[at + 2] == .VBZ
        else { continue }
        out.append(start..<at)
        clauses[at + 3] = Spans.Clause(source: at + 1..<at + 2, cue: at + 2..<at + 3)
        start = at + 3
      }
      out.append(start..<content.upperBound)
    }
    contents = out
  }

  /// `the port was safe, while Ruiz repeated [that it was not]`: a joint, a name or pronoun and a verb of saying lead a
  /// statement, whatever the tagger took them for.
  private mutating func leadClauses() {
    for content in contents {
      let cue = content.lowerBound - 1
      guard cue > 2, context.cue[cue] >= 2, words.tags[cue] == .VBD || words.tags[cue] == .VBZ,
        words.tags[cue - 1] == .PRP || words.tags[cue - 1].isProperNoun,
        Near.rows(contents, in: cue - 1..<cue + 1).isEmpty
      else { continue }
      var start = cue - 1
      while start > 0, cue - start < 5, words.tags[start].isProperNoun, words.tags[start - 1].isProperNoun {
        start -= 1
      }
      // No `leaders of Turkey and Serbia said`.
      guard start > 1, Self.joints.contains(words.form(start - 1)), !words.isWord(start - 2),
        context.sentenceOf[start - 1] == context.sentenceOf[cue]
      else { continue }
      clauses[content.lowerBound] = Spans.Clause(source: start..<cue, cue: cue..<cue + 1)
    }
  }

  private static let participles = Form.set(
    "saying adding noting arguing stressing emphasizing underscoring underlining warning insisting claiming explaining "
      + "pointing declaring suggesting")

  /// `Ruiz spoke of the port, underscoring [the need for calm]`: behind a comma, a participle of saying whose words the
  /// tagger left out has the source of the cue before it.
  private mutating func addParticiples() {
    var added: [Range<Int>] = []
    for at in words.lower.indices.dropFirst(2)
    where words.tags[at] == .VBG && Self.participles.contains(words.lower[at]) {
      let sentence = context.sentences[Int(context.sentenceOf[at])].tokens
      let end = sentence.upperBound
      guard words.form(at - 1) == Form.comma, at + 3 < end, context.marks.places[at] == .outside,
        Near.rows(contents, in: at..<end).isEmpty, Near.rows(cues, in: at + 1..<end).isEmpty,
        !Near.rows(cues, in: sentence.lowerBound..<at).isEmpty,
        let source = Near.rows(sources, in: sentence.lowerBound..<at).last.map({ sources[$0] })
      else { continue }
      clauses[at + 1] = Spans.Clause(source: source, cue: at..<at + 1)
      added.append(at + 1..<end)
    }
    guard !added.isEmpty else { return }
    contents = (contents + added).sorted { $0.lowerBound < $1.lowerBound }
  }

  private func isOne(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard b.lowerBound >= a.upperBound, b.lowerBound - a.upperBound <= Self.widestGap,
      context.sentenceOf[a.upperBound - 1] == context.sentenceOf[b.lowerBound]
    else { return false }
    if Near.between(sources, a.upperBound, b.lowerBound) + Near.between(cues, a.upperBound, b.lowerBound) > 0
    {
      return false
    }
    // `… and that …` begins another.
    return !(a.upperBound...b.lowerBound).contains { words.form($0) == Form.that }
  }

  /// Tokens a gap may hold; chosen on PolNeAR dev.
  private static let widestGap = 8

  /// The content without the punctuation at its ends; one mark out of balance is left out too.
  private func trimmed(_ span: Range<Int>) -> [Range<Int>] {
    var (low, high) = (span.lowerBound, span.upperBound)
    if low + 1 < high, Self.isClock(low, words) { low += 1 }
    if let clause = clauseBehindAdverbial(low..<high) { low = clause }
    while low < high, isEdge(low), context.marks.places[low] != .open { low += 1 }
    while high > low, isEdge(high - 1), context.marks.places[high - 1] != .close,
      !(context.marks.places[high - 1] == .inside)
    {
      high -= 1
    }
    guard (low..<high).contains(where: { words.isWord($0) }) else { return [] }
    return [low..<high]
  }

  private static let adverbial = Form.set("on in at during after before since last this")

  /// `said on October [11 during a visit that …]`: when and where it was said is no part of what was said.
  private func clauseBehindAdverbial(_ span: Range<Int>) -> Int? {
    guard let first = span.first, words.tags[first] == .CD || Self.adverbial.contains(words.lower[first])
    else {
      return nil
    }
    let head = span.prefix(10)
    guard let that = head.first(where: { words.form($0) == Form.that && words.tags[$0] == .IN }),
      that + 2 < span.upperBound,
      !head.prefix(while: { $0 < that }).contains(where: { words.tags[$0].isVerb || words.tags[$0] == .MD })
    else { return nil }
    return that
  }

  private func isEdge(_ at: Int) -> Bool {
    [Form.comma, Form.colon, Form.semicolon, Form.stop].contains(words.form(at))
      || !words.isWord(at) && words.count(at) > 1
  }
}
