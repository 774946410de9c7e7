import QuoteModel

/// What the linker sees of a pair: a content and a cue, a cue and a source, or one of them left alone.
package enum LinkFeatures {
  package static let capacity = 64

  /// A content and the cue that may lead or close it; `nil` for no cue at all.
  package static func cue(
    _ candidates: LinkCandidates, _ content: Range<Int>, _ row: Int?, _ among: [Int],
    _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    let (words, context, spans) = (candidates.words, candidates.context, candidates.spans)
    let isQuoted: UInt32 = context.marks.stretchOf[content.lowerBound] >= 0 ? 1 : 0
    let sentence = Int(context.sentenceOf[content.lowerBound])
    let starts: UInt32 = context.sentences[sentence].tokens.lowerBound == content.lowerBound ? 1 : 0
    let length = AttributionFeatures.bucket(content.count)
    let kind = isQuoted | starts << 1
    let first = words.lower[content.lowerBound]
    guard let row else {
      buffer.add(200, kind)
      buffer.add(201, kind, length)
      buffer.add(202, kind, UInt32(min(3, among.count)))
      buffer.add(203, first, kind)
      buffer.add(204, content.lowerBound > 0 ? words.lower[content.lowerBound - 1] : 0, kind)
      return
    }
    let cue = spans.cues[row]
    let isLeft = cue.upperBound <= content.lowerBound
    let low = isLeft ? cue.upperBound : content.upperBound
    let high = isLeft ? content.lowerBound : cue.lowerBound
    let side: UInt32 = isLeft ? 1 : 0
    let gap = AttributionFeatures.bucket(high - low)
    let apart = distance(context, content, cue, isLeft)
    let contents = Near.between(spans.contents, low, high)
    let cues = Near.between(spans.cues, low, high)
    let marks = AttributionFeatures.between(words, low, high)
    let head = words.lower[cue.lowerBound]
    let other = neighbours(spans, cue, content)
    let base = side | kind << 1 | apart << 3
    let source = sourceSide(spans, cue)
    buffer.add(210, base)
    buffer.add(211, base, gap)
    buffer.add(212, base, contents | cues << 2)
    buffer.add(213, base, WordHash.mix(contents | cues << 2, gap))
    buffer.add(214, side | apart << 1, marks)
    buffer.add(215, base, WordHash.mix(marks, contents))
    buffer.add(216, head, base)
    buffer.add(217, head, side | gap << 1)
    buffer.add(218, WordHash.mix(head, other), side)
    buffer.add(219, base, other)
    buffer.add(220, base, WordHash.mix(other, gap))
    buffer.add(221, base, source)
    buffer.add(222, WordHash.mix(source, other), side | gap << 1)
    buffer.add(223, UInt32(words.tags[cue.upperBound - 1].rawValue), WordHash.mix(base, gap))
    buffer.add(224, first, WordHash.mix(side, head))
    buffer.add(225, length, base)
    buffer.add(226, base, cue.upperBound < words.count ? words.lower[cue.upperBound] : 0)
    buffer.add(227, base, content.upperBound < words.count ? words.lower[content.upperBound] : 0)
    let nearest = among.allSatisfy { abs(mid(spans.cues[$0], content)) >= abs(mid(cue, content)) }
    buffer.add(228, nearest ? 1 : 0, WordHash.mix(base, UInt32(min(3, among.count))))
    buffer.add(229, context.marks.stretchOf[cue.lowerBound] >= 0 ? 1 : 0, base)
    buffer.add(230, context.marks.stretchOf[cue.lowerBound] >= 0 ? 1 : 0, gap)
  }

  /// A cue and the source that may stand behind it; `nil` for none.
  package static func source(
    _ candidates: LinkCandidates, _ cue: Range<Int>, _ source: Range<Int>?, _ among: [Range<Int>],
    _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    let (words, context, spans) = (candidates.words, candidates.context, candidates.spans)
    let head = words.lower[cue.lowerBound]
    let tag = UInt32(words.tags[cue.upperBound - 1].rawValue)
    let before: UInt32 = cue.lowerBound > 0 ? words.lower[cue.lowerBound - 1] : 0
    let tagged = UInt32(min(3, Near.rows(spans.sources, in: sentence(context, cue)).count))
    guard let source else {
      buffer.add(240, tagged)
      buffer.add(241, tag, tagged)
      buffer.add(242, head, tagged)
      buffer.add(243, before, tag)
      buffer.add(244, tag, UInt32(min(3, among.count)))
      return
    }
    let isLeft = source.upperBound <= cue.lowerBound
    let low = isLeft ? source.upperBound : cue.upperBound
    let high = isLeft ? cue.lowerBound : source.lowerBound
    let side: UInt32 = isLeft ? 1 : source.lowerBound >= cue.upperBound ? 0 : 2
    let gap = AttributionFeatures.bucket(max(0, high - low))
    let isTagged: UInt32 =
      Near.rows(spans.sources, in: source).contains { spans.sources[$0] == source } ? 1 : 0
    let contents = Near.between(spans.contents, low, high)
    let cues = Near.between(spans.cues, low, high)
    let marks = AttributionFeatures.between(words, low, max(low, high))
    let base = side | isTagged << 2
    let last = UInt32(words.tags[source.upperBound - 1].rawValue)
    let first = UInt32(words.tags[source.lowerBound].rawValue)
    buffer.add(250, base, gap)
    buffer.add(251, base, tagged)
    buffer.add(252, base, contents | cues << 2)
    buffer.add(253, base, WordHash.mix(contents | cues << 2, gap))
    buffer.add(254, base, marks)
    buffer.add(255, head, base)
    buffer.add(256, head, WordHash.mix(base, gap))
    buffer.add(257, tag, WordHash.mix(base, gap))
    buffer.add(258, first, WordHash.mix(base, last))
    buffer.add(259, words.lower[source.lowerBound], base)
    buffer.add(260, words.lower[source.upperBound - 1], base)
    buffer.add(261, before, WordHash.mix(base, gap))
    buffer.add(262, WordHash.mix(tag, marks), WordHash.mix(base, cues))
    buffer.add(263, cue.upperBound < words.count ? words.lower[cue.upperBound] : 0, WordHash.mix(base, gap))
    buffer.add(264, source.lowerBound > 0 ? words.lower[source.lowerBound - 1] : 0, base)
    buffer.add(265, AttributionFeatures.bucket(source.count), base)
    buffer.add(266, source.upperBound < words.count ? words.lower[source.upperBound] : 0, base)
    let inMarks: UInt32 = context.marks.stretchOf[source.lowerBound] >= 0 ? 1 : 0
    buffer.add(267, inMarks, context.marks.stretchOf[cue.lowerBound] >= 0 ? 1 : 0)
    let nearest = among.allSatisfy { abs(mid($0, cue)) >= abs(mid(source, cue)) }
    buffer.add(268, nearest ? 1 : 0, base)
  }

  private static func sentence(_ context: TaggingContext, _ span: Range<Int>) -> Range<Int> {
    context.sentences[Int(context.sentenceOf[span.lowerBound])].tokens
  }

  private static func mid(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound
  }

  /// Sentences between a content and a cue, at most 2, and 3 where a paragraph ends between them.
  private static func distance(
    _ context: TaggingContext, _ content: Range<Int>, _ cue: Range<Int>, _ isLeft: Bool
  ) -> UInt32 {
    let from = Int(context.sentenceOf[isLeft ? content.lowerBound : content.upperBound - 1])
    let to = Int(context.sentenceOf[cue.lowerBound])
    if context.sentences[from].part != context.sentences[to].part { return 3 }
    return UInt32(min(2, abs(from - to)))
  }

  /// Whether other contents stand close on either side of the cue.
  private static func neighbours(_ spans: Spans, _ cue: Range<Int>, _ content: Range<Int>) -> UInt32 {
    var out: UInt32 = 0
    for row in Near.rows(spans.contents, in: max(0, cue.lowerBound - 6)..<cue.upperBound + 6) {
      let other = spans.contents[row]
      if other == content { continue }
      if other.upperBound <= cue.lowerBound {
        out |= cue.lowerBound - other.upperBound <= 2 ? 1 : 2
      } else if other.lowerBound >= cue.upperBound {
        out |= other.lowerBound - cue.upperBound <= 1 ? 4 : 8
      }
    }
    return out
  }

  /// On which side of the cue a source adjoins.
  private static func sourceSide(_ spans: Spans, _ cue: Range<Int>) -> UInt32 {
    var out: UInt32 = 0
    for row in Near.rows(spans.sources, in: max(0, cue.lowerBound - 3)..<cue.upperBound + 3) {
      out |= spans.sources[row].upperBound <= cue.lowerBound ? 1 : 2
    }
    return out
  }
}
