import QuoteModel

/// The part a token plays in an attribution relation, as the tagger sees it.
package enum Role: UInt8, CaseIterable {
  // swift-format-ignore
  case outside, beginContent, content, beginSource, source, beginCue, cue

  /// Whether this label may follow `before`: a span goes on only after its own kind.
  package func canFollow(_ before: Role) -> Bool {
    switch self {
    case .content: before == .beginContent || before == .content
    case .source: before == .beginSource || before == .source
    case .cue: before == .beginCue || before == .cue
    default: true
    }
  }
}

/// A linear-chain tagger of sources, cues and contents (conditional random field with Viterbi decoding; Lafferty,
/// McCallum & Pereira 2001), over an article as one chain, in two passes: the second sees the labels of the first.
/// O(tokens * labels²).
package struct AttributionTagger: Sendable {
  package static let capacity = 120
  /// Template of the label-to-label weights: the feature's value is the label before.
  package static let transition: UInt32 = 1_000
  /// What is taken off the score of "outside", so that fewer statements are missed. Chosen on PolNeAR dev.
  private static let reluctance: Float = 0.3
  let first: LinearModel
  let second: LinearModel?
  package let cues: CueLexicon

  /// A tagger of both passes, or of the first alone.
  package init(first: LinearModel, second: LinearModel?) {
    (self.first, self.second) = (first, second)
    cues = CueLexicon(first.extra)
  }

  /// The best sequence of labels.
  package func tag(_ words: Words, _ context: TaggingContext) -> TaggedWords {
    var (scores, later) = scores(words, context)
    let tagged = Self.best(first, scores)
    guard let second, words.count > 0 else { return tagged }
    let around = SecondPassContext(tagged.roles, context)
    swap(&scores, &later)
    Self.forEach(words, &scores) { at, buffer, row in
      buffer.clear()
      AttributionFeatures.secondPass(words, context, around, at, &buffer)
      second.add(buffer.features, to: row)
    }
    return Self.best(second, scores)
  }

  /// What both passes make of the features that they share, which are worked out once.
  private func scores(_ words: Words, _ context: TaggingContext) -> (first: [Int32], second: [Int32]) {
    let labels = Role.allCases.count
    var mine = Self.start(first, words.count)
    var later = second.map { Self.start($0, words.count) } ?? []
    later.withUnsafeMutableBufferPointer { later in
      Self.forEach(words, &mine) { at, buffer, row in
        AttributionFeatures.features(words, context, at, &buffer)
        first.add(buffer.features, to: row)
        if let second, let base = later.baseAddress { second.add(buffer.features, to: base + at * labels) }
      }
    }
    return (mine, later)
  }

  /// Scores before any feature is seen: a little against "outside".
  private static func start(_ model: LinearModel, _ count: Int) -> [Int32] {
    let labels = Role.allCases.count
    var out = [Int32](repeating: 0, count: count * labels)
    let outside = Int32(reluctance / model.scale)
    for at in 0..<count { out[at * labels] = -outside }
    return out
  }

  private static func forEach(
    _ words: Words, _ scores: inout [Int32],
    _ body: (Int, inout FeatureBuffer, UnsafeMutablePointer<Int32>) -> Void
  ) {
    FeatureBuffer.with(capacity) { buffer in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let base = scores.baseAddress else { return }
        for at in 0..<words.count { body(at, &buffer, base + at * Role.allCases.count) }
      }
    }
  }

  /// The best path through the scores.
  private static func best(_ model: LinearModel, _ scores: [Int32]) -> TaggedWords {
    let roles = Viterbi.best(scores, transitions: transitions(model), labels: Role.allCases.count)
    return TaggedWords(roles, scores: scores, scale: model.scale)
  }

  private static func transitions(_ model: LinearModel) -> [Int32] {
    let labels = Role.allCases.count
    var out = [Int32](repeating: 0, count: labels * labels)
    FeatureBuffer.with(1) { buffer in
      for before in Role.allCases {
        buffer.clear()
        buffer.add(Self.transition, UInt32(before.rawValue))
        out.withUnsafeMutableBufferPointer { out in
          if let base = out.baseAddress {
            model.add(buffer.features, to: base + Int(before.rawValue) * labels)
          }
        }
      }
    }
    return out
  }
}

/// The best path through a chain of label scores.
package enum Viterbi {
  /// `scores` is tokens * labels; `transitions` is before * labels + label. O(tokens * labels²).
  package static func best(_ scores: [Int32], transitions: [Int32], labels: Int) -> [Role] {
    let count = scores.count / labels
    guard count > 0 else { return [] }
    let forbidden: Int32 = -1_000_000_000
    var allowed = transitions
    for before in Role.allCases {
      for label in Role.allCases where !label.canFollow(before) {
        allowed[Int(before.rawValue) * labels + Int(label.rawValue)] = forbidden
      }
    }
    var last = (0..<labels).map { label -> Int32 in
      Role(rawValue: UInt8(label))?.canFollow(.outside) == true ? scores[label] : forbidden
    }
    var back = [UInt8](repeating: 0, count: count * labels)
    var now = last
    for at in 1..<max(1, count) {
      for label in 0..<labels {
        var best = 0
        var top = Int32.min
        for before in 0..<labels {
          let score = last[before] &+ allowed[before * labels + label]
          if score > top {
            top = score
            best = before
          }
        }
        now[label] = max(forbidden, top &+ scores[at * labels + label])
        back[at * labels + label] = UInt8(best)
      }
      swap(&last, &now)
    }
    var label = last.indices.max { last[$0] < last[$1] } ?? 0
    var out = [Role](repeating: .outside, count: count)
    for at in stride(from: count - 1, through: 0, by: -1) {
      out[at] = Role(rawValue: UInt8(label)) ?? .outside
      label = Int(back[at * labels + label])
    }
    return out
  }
}
