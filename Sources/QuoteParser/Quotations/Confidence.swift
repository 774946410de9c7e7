import Glibc
import QuoteModel

/// How probable it is that a quotation has the right words and the right source, by a logistic regression over how
/// it was made and how sure the tagger and the linker were; trained on articles that the tagger never saw.
package struct Confidence: Sendable {
  package static let capacity = 32
  private let model: LinearModel

  package init(_ model: LinearModel) { self.model = model }

  /// 0...1. O(1): of a long content some words are asked.
  package func of(
    _ attribution: Attribution, _ words: Words, _ context: TaggingContext, _ tagged: TaggedWords
  ) -> Float {
    FeatureBuffer.with(Self.capacity) { buffer in
      Self.features(attribution, words, context, tagged, &buffer)
      return 1 / (1 + expf(-model.sum(buffer.features)))
    }
  }

  /// Fills the buffer with what the regression sees.
  package static func features(
    _ attribution: Attribution, _ words: Words, _ context: TaggingContext, _ tagged: TaggedWords,
    _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    let kind: UInt32 =
      switch Quotation.Kind(attribution.content, words, context.marks) {
      case .direct: 0
      case .mixed: 1
      case .indirect: 2
      }
    var make = kind
    if attribution.cue != nil { make |= 4 }
    if attribution.source != nil { make |= 8 }
    if attribution.isInherited { make |= 16 }
    let inside = attribution.content.map { mean($0, tagged) }.min() ?? 0
    let first = tagged.probability(attribution.content[0].lowerBound)
    let end = (attribution.content.last?.upperBound ?? 1) - 1
    let last = tagged.probability(end)
    let cue = attribution.cue.map { step(tagged.probability($0.lowerBound)) } ?? 15
    let source = attribution.source.map { step(tagged.probability($0.lowerBound)) } ?? 15
    let length = AttributionFeatures.bucket(attribution.content.reduce(0) { $0 + $1.count })
    let strength = attribution.cue.map { UInt32(context.cue[$0.lowerBound]) } ?? 4
    buffer.add(300, 0)
    buffer.add(301, make)
    buffer.add(307, source)
    buffer.add(308, step(attribution.cueChoice))
    buffer.add(309, step(attribution.sourceChoice))
    buffer.add(310, kind, step(attribution.cueChoice))
    buffer.add(312, UInt32(min(4, attribution.content.count)), kind)
    buffer.add(313, strength, kind)
    buffer.add(315, attribution.source.map { UInt32(words.tags[$0.lowerBound].rawValue) } ?? 99)
    buffer.add(316, attribution.source.map { step(tagged.probability($0.upperBound - 1)) } ?? 15, source)
    let place = place(of: attribution.content, words, context)
    buffer.add(317, place, make)
    // What the marks hold needs no tagger to tell it.
    if place == quotedParagraph { return }
    buffer.add(302, make, step(inside))
    buffer.add(303, step(inside))
    buffer.add(304, step(first))
    buffer.add(305, step(last))
    buffer.add(306, cue)
    buffer.add(311, length, kind)
    buffer.add(314, step(first * last), length)
  }

  private static let quotedParagraph: UInt32 = 2

  /// 0 where some of it stands outside marks, 2 where it is a paragraph between marks, else 1.
  private static func place(of content: [Range<Int>], _ words: Words, _ context: TaggingContext) -> UInt32 {
    guard content.count == 1, context.marks.stretchOf[content[0].lowerBound] >= 0,
      context.marks.stretchOf[content[0].upperBound - 1] >= 0
    else { return 0 }
    return context.isQuotedParagraph(content[0], words) ? quotedParagraph : 1
  }

  /// The mean over at most twelve words of a content.
  private static func mean(_ span: Range<Int>, _ tagged: TaggedWords) -> Float {
    let stride = stride(from: span.lowerBound, to: span.upperBound, by: max(1, span.count / 12))
    var (sum, count): (Float, Float) = (0, 0)
    for at in stride {
      sum += tagged.probability(at)
      count += 1
    }
    return sum / max(1, count)
  }

  /// A probability in twelve steps, finer near one.
  private static func step(_ p: Float) -> UInt32 {
    switch p {
    case ..<0.2: 0
    case ..<0.4: 1
    case ..<0.5: 2
    case ..<0.6: 3
    case ..<0.7: 4
    case ..<0.8: 5
    case ..<0.87: 6
    case ..<0.92: 7
    case ..<0.95: 8
    case ..<0.98: 9
    case ..<0.995: 10
    default: 11
    }
  }
}
