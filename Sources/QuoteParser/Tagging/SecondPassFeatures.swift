import QuoteModel

/// What the second pass sees beside the features of the first: the labels that the first gave, around the token and
/// at the nearest cues, and how much of the sentence it took for content.
package struct SecondPassContext {
  let roles: [Role]
  /// For each token: the nearest cue of the first pass to the left and right in its sentence, -1 where none.
  var cueLeft: [Int32]
  var cueRight: [Int32]
  /// For each token: a bit set of what its sentence, the one before and the one after hold.
  var around: [UInt32]

  package init(_ roles: [Role], _ context: TaggingContext) {
    self.roles = roles
    cueLeft = Array(repeating: -1, count: roles.count)
    cueRight = cueLeft
    around = Array(repeating: 0, count: roles.count)
    let held = context.sentences.map { sentence in
      sentence.tokens.reduce(into: UInt32(0)) { bits, at in bits |= roles[at].bit }
    }
    for (row, sentence) in context.sentences.enumerated() {
      let before = row > 0 ? held[row - 1] : 0
      let after = row + 1 < held.count ? held[row + 1] : 0
      let bits = held[row] | before << 3 | after << 6
      var nearest: Int32 = -1
      for at in sentence.tokens {
        around[at] = bits
        cueLeft[at] = nearest
        if roles[at] == .beginCue { nearest = Int32(at) }
      }
      nearest = -1
      for at in sentence.tokens.reversed() {
        cueRight[at] = nearest
        if roles[at] == .beginCue { nearest = Int32(at) }
      }
    }
  }
}

extension Role {
  /// One bit a kind of span: content, source, cue.
  var bit: UInt32 {
    switch self {
    case .outside: 0
    case .beginContent, .content: 1
    case .beginSource, .source: 2
    case .beginCue, .cue: 4
    }
  }
}

extension AttributionFeatures {
  /// Adds what the second pass sees of token `at` to the features of the first.
  package static func secondPass(
    _ words: Words, _ context: TaggingContext, _ second: SecondPassContext, _ at: Int,
    _ buffer: inout FeatureBuffer
  ) {
    let count = words.count
    let roles = second.roles
    let word = words.lower[at]
    let tag = UInt32(words.tags[at].rawValue)
    let place = UInt32(context.marks.places[at].rawValue)
    func role(_ i: Int) -> UInt32 { i >= 0 && i < count ? UInt32(roles[i].rawValue) : 15 }
    func lower(_ i: Int) -> UInt32 { i >= 0 && i < count ? words.lower[i] : 7 }
    let here = role(at)
    let (one, two) = (role(at - 1), role(at + 1))
    let near = here | one << 4 | two << 8
    buffer.add(100, here)
    buffer.add(101, near)
    buffer.add(102, near, role(at - 2) | role(at + 2) << 4)
    buffer.add(103, role(at - 3) | role(at - 2) << 4 | one << 8, here)
    buffer.add(104, role(at + 3) | role(at + 2) << 4 | two << 8, here)
    buffer.add(105, here, word)
    buffer.add(106, near, tag)
    buffer.add(107, here | one << 4, lower(at - 1))
    buffer.add(108, here | two << 4, lower(at + 1))
    buffer.add(109, here, second.around[at])
    buffer.add(110, second.around[at], WordHash.mix(place, tag))
    let left = Int(second.cueLeft[at])
    let right = Int(second.cueRight[at])
    let leftGap = left >= 0 ? bucket(at - left) : 10
    let rightGap = right >= 0 ? bucket(right - at) : 10
    buffer.add(111, leftGap | rightGap << 4, here)
    buffer.add(112, leftGap | rightGap << 4, place | tag << 4)
    if left >= 0 {
      let cue = words.lower[left]
      buffer.add(113, cue, here | leftGap << 4)
      buffer.add(114, cue, lower(left + 1))
      buffer.add(115, roleBits(roles, left + 1, at), here | place << 4)
      buffer.add(116, role(left - 1) | role(left + 1) << 4 | here << 8, tag)
    }
    if right >= 0 {
      let cue = words.lower[right]
      buffer.add(117, cue, here | rightGap << 4)
      buffer.add(118, cue, lower(right - 1))
      buffer.add(119, roleBits(roles, at + 1, right), here | place << 4)
      buffer.add(120, role(right - 1) | role(right + 1) << 4 | here << 8, tag)
    }
  }

  private static func roleBits(_ roles: [Role], _ from: Int, _ to: Int) -> UInt32 {
    var out: UInt32 = 0
    for at in from..<max(from, min(to, from + 30)) { out |= roles[at].bit }
    return out
  }
}
