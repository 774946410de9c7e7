import QuoteModel

/// The spans of tokens that a tagger labelled, by role, each list in text order.
package struct Spans {
  package var contents: [Range<Int>] = []
  package var sources: [Range<Int>] = []
  package var cues: [Range<Int>] = []
  /// The source and the cue that a rule has found for a content, by where that begins; it needs no linker.
  var clauses: [Int: Clause] = [:]

  /// `[she] [saw] "room for more"`.
  struct Clause {
    var source: Range<Int>
    var cue: Range<Int>
  }

  /// The spans of a sequence of labels. O(tokens).
  package init(_ roles: [Role]) {
    var at = 0
    while at < roles.count {
      let begin = roles[at]
      guard begin == .beginContent || begin == .beginSource || begin == .beginCue else {
        at += 1
        continue
      }
      let start = at
      at += 1
      while at < roles.count, roles[at].rawValue == begin.rawValue + 1 { at += 1 }
      switch begin {
      case .beginContent: contents.append(start..<at)
      case .beginSource: sources.append(start..<at)
      default: cues.append(start..<at)
      }
    }
  }
}

/// The rows of sorted, disjoint spans that stand near a place, found by bisection.
package enum Near {
  /// Rows of the spans that overlap `scope`. O(log spans).
  package static func rows(_ spans: [Range<Int>], in scope: Range<Int>) -> Range<Int> {
    let low = spans.firstRow { $0.upperBound > scope.lowerBound }
    var end = low
    while end < spans.count, spans[end].lowerBound < scope.upperBound { end += 1 }
    return low..<end
  }

  /// How many of the spans lie between two places, at most 3.
  static func between(_ spans: [Range<Int>], _ from: Int, _ to: Int) -> UInt32 {
    guard to > from else { return 0 }
    return UInt32(
      min(3, rows(spans, in: from..<to).count { spans[$0].lowerBound >= from && spans[$0].upperBound <= to }))
  }
}
