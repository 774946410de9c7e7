import Glibc
import QuoteModel

/// A choice and how sure it is, 0...1.
package struct LinkChoice {
  /// Which of the candidates; `nil` for none of them.
  package var row: Int?
  package var probability: Float
}

/// Whoever ties contents to cues and cues to sources: the quick tagger's ranker or the careful network's pointers.
package protocol AttributionLinks {
  /// Which of the cues, given as rows of the spans' cues, a content belongs to.
  func cue(of content: Range<Int>, _ candidates: LinkCandidates, _ among: [Int]) -> LinkChoice
  /// Which of the sources is that of a cue.
  func source(of cue: Range<Int>, _ candidates: LinkCandidates, _ among: [Range<Int>]) -> LinkChoice
}

/// Ties contents to cues and cues to sources: a log-linear choice among candidates, of which "none" is one
/// (maximum entropy ranking; Ravichandran, Hovy & Och 2003).
package struct SpanLinker: AttributionLinks, Sendable {
  package let model: LinearModel
  /// A statement without a source helps nobody: none is chosen only where it is clearly best. Chosen on PolNeAR dev.
  private static let unsourced: Float = -1

  package init(_ model: LinearModel) { self.model = model }

  /// Which of the candidates' cues a content belongs to.
  package func cue(of content: Range<Int>, _ candidates: LinkCandidates, _ among: [Int]) -> LinkChoice {
    choose(among.count, none: 0) { choice, buffer in
      LinkFeatures.cue(candidates, content, choice.map { among[$0] }, among, &buffer)
    }
  }

  /// Which of the sources is that of a cue.
  package func source(of cue: Range<Int>, _ candidates: LinkCandidates, _ among: [Range<Int>]) -> LinkChoice {
    choose(among.count, none: Self.unsourced) { choice, buffer in
      LinkFeatures.source(candidates, cue, choice.map { among[$0] }, among, &buffer)
    }
  }

  private func choose(
    _ count: Int, none bias: Float, _ features: (Int?, inout FeatureBuffer) -> Void
  ) -> LinkChoice {
    FeatureBuffer.with(LinkFeatures.capacity) { buffer in
      features(nil, &buffer)
      let none = model.sum(buffer.features) + bias
      var best = LinkChoice(row: nil, probability: 0)
      var top = none
      var all = [none]
      for row in 0..<count {
        features(row, &buffer)
        let score = model.sum(buffer.features)
        all.append(score)
        if score > top { (top, best.row) = (score, row) }
      }
      best.probability = 1 / all.reduce(0) { $0 + expf($1 - top) }
      return best
    }
  }
}

extension LinearModel {
  /// The sum of the features' weights, in the units they were learned in; for a model of one label.
  package func sum(_ features: UnsafeBufferPointer<UInt32>) -> Float {
    var total: Int32 = 0
    for feature in features { total &+= Int32(weights[Int(feature & mask) * labels]) }
    return Float(total) * scale
  }
}
