import QuoteModel

/// Compares what two statements say of what both speak of.
///
/// An *anchor* is a thing both name. What stands within a few terms of it in the same sentence is said of it:
/// predicates (verbs, adjectives and words that judge), whether they are denied, and the numbers before it.
struct StanceComparison {
  /// One way in which two statements agree or disagree on an anchor.
  struct Ground {
    /// What they agree or disagree in.
    enum Kind: Int {
      /// One affirms a predicate, the other denies it; or both do the same.
      case predicate
      /// Two words that cannot both be true.
      case antonyms
      /// How they judge it.
      case verdict
      /// How many.
      case number
    }

    var kind: Kind
    /// The thing both speak of.
    var anchor: UInt32
    /// What the first says of it.
    var first: UInt32
    /// What the second says of it.
    var second: UInt32
    /// Terms that stand near the anchor in both, the anchor counted, what they differ in not.
    var shared = 1
    /// Whether the anchor is part of a name.
    var isName = false
    /// Whether one only calls its word possible.
    var isPossible = false
    /// Whether the first denies its word.
    var isFirstDenied = false
    /// Whether the second denies its word.
    var isSecondDenied = false
  }

  /// Where they say opposite things; the surest first.
  var opposite: [Ground] = []
  /// Where they say the same.
  var same: [Ground] = []

  /// The ground with most around it.
  static func surest(_ grounds: [Ground]) -> Ground? {
    grounds.max { ($0.shared, -$0.kind.rawValue) < ($1.shared, -$1.kind.rawValue) }
  }
}

/// Compares statements of one corpus.
struct Stances {
  /// Terms to either side of an anchor that are said of it.
  private static let reach = 4
  /// Anchors looked at.
  private static let mostAnchors = 12

  private let index: LinkIndex
  private let lists: StanceLists
  /// Sign of each term: for, against, neither.
  private let signs: [Int8]

  /// The stances of a corpus. O(terms).
  init(_ index: LinkIndex, _ lists: StanceLists) {
    self.index = index
    self.lists = lists
    signs = zip(index.terms.items, index.marks.items).map { Int8(lists.senses[$0]?.sign($1) ?? 0) }
  }

  /// The terms of one quotation, seen from what is said of them.
  private struct View {
    let terms: ArraySlice<UInt32>
    let marks: ArraySlice<TermMarks>
    let signs: ArraySlice<Int8>
    /// Whether the cue turns everything round.
    let isDenied: Bool
    /// The cue's own verdict.
    let cueSign: Int

    func isNegated(_ at: Int) -> Bool { marks[at].contains(.negated) != isDenied }

    /// The terms said of the one at `anchor`: near, in its sentence.
    func window(_ anchor: Int, reach: Int) -> Range<Int> {
      var low = anchor
      while low > terms.startIndex, anchor - low < reach, !marks[low].contains(.opensSentence) { low -= 1 }
      var high = anchor + 1
      while high < terms.endIndex, high - anchor <= reach, !marks[high].contains(.opensSentence) { high += 1 }
      return low..<high
    }

    func verdict(_ window: Range<Int>, besides anchor: Int) -> (sign: Int, word: Int?) {
      var (sum, word): (Int, Int?) = (0, nil)
      for at in window where at != anchor && signs[at] != 0 {
        let sign = Int(signs[at]) * (isNegated(at) ? -1 : 1)
        sum += sign
        if word == nil || sum.signum() == sign && sum.magnitude == 1 { word = at }
      }
      if sum == 0 { return (cueSign, nil) }
      return (sum.signum(), word)
    }

    /// The number that stands right before a term, as one hash.
    func number(before at: Int) -> UInt32? {
      var value: UInt32?
      var low = at - 1
      while low >= terms.startIndex, marks[low].contains(.number), !marks[low + 1].contains(.opensSentence) {
        value = (value ?? 17) &* 31 &+ terms[low]
        low -= 1
      }
      return value
    }
  }

  private func view(_ quotation: Int) -> View {
    let range = Int(index.terms.starts[quotation])..<Int(index.terms.starts[quotation + 1])
    let framing = index.framing[quotation]
    let cueSign =
      framing.contains(.supports) ? 1 : framing.isDisjoint(with: [.opposes, .denies]) ? 0 : -1
    return View(
      terms: index.terms.items[range], marks: index.marks.items[range], signs: signs[range],
      isDenied: framing.contains(.denies), cueSign: cueSign)
  }

  /// A noun that speaks well or ill of something, and that both quotations affirm, or both deny. O(terms of both).
  func sharedJudgement(_ a: Int, _ b: Int) -> UInt32? {
    let (x, y) = (view(a), view(b))
    for i in x.terms.indices where x.signs[i] != 0 && x.marks[i].isDisjoint(with: [.verb, .adjective]) {
      for j in y.terms.indices where y.terms[j] == x.terms[i] && x.isNegated(i) == y.isNegated(j) {
        return x.terms[i]
      }
    }
    return nil
  }

  /// Whether the cue, or a verb that opens the content, takes sides, and which; 0 where the two turn each other
  /// round. O(terms).
  func side(_ quotation: Int) -> Int {
    let view = view(quotation)
    var own = 0
    for at in view.terms.indices where view.signs[at] != 0 && view.marks[at].contains(.verb) {
      let sign = Int(view.signs[at]) * (view.isNegated(at) ? -1 : 1)
      if view.cueSign != 0, sign != view.cueSign { return 0 }
      if own == 0, at - view.terms.startIndex < 2 { own = sign }
    }
    return view.cueSign != 0 ? view.cueSign : own
  }

  /// How often a quotation speaks well of something, less how often it speaks ill. O(terms).
  func verdict(_ quotation: Int) -> Int {
    let view = view(quotation)
    return view.terms.indices.reduce(0) { $0 + Int(view.signs[$1]) * (view.isNegated($1) ? -1 : 1) }
  }

  /// Compares what two quotations say of the terms for which `isAnchor` holds. O(terms of both).
  func compare(_ a: Int, _ b: Int, isAnchor: (UInt32) -> Bool) -> StanceComparison {
    var comparison = StanceComparison()
    let (x, y) = (view(a), view(b))
    var anchors = 0
    for i in x.terms.indices where anchors < Self.mostAnchors {
      guard !x.marks[i].contains(.number), isAnchor(x.terms[i]) else { continue }
      for j in y.terms.indices where y.terms[j] == x.terms[i] {
        anchors += 1
        compare(x, i, y, j, into: &comparison)
      }
    }
    comparison.opposite.sort { $0.kind.rawValue < $1.kind.rawValue }
    comparison.same.sort { $0.kind.rawValue < $1.kind.rawValue }
    return comparison
  }

  private func compare(
    _ x: View, _ i: Int, _ y: View, _ j: Int, into comparison: inout StanceComparison
  ) {
    let (left, right) = (x.window(i, reach: Self.reach), y.window(j, reach: Self.reach))
    let shared = shared(x, left, y, right)
    // An adjective before its noun only tells which one is meant: `military drones`.
    func isPredicate(_ view: View, _ at: Int, _ anchor: Int) -> Bool {
      guard at != anchor, view.marks[at].isDisjoint(with: [.number, .name]) else { return false }
      if view.marks[at].contains(.verb) { return !view.marks[anchor].contains(.verb) }
      return at > anchor && (view.signs[at] != 0 || lists.opposites[view.terms[at]] != nil)
    }
    for p in left where isPredicate(x, p, i) {
      for q in right where isPredicate(y, q, j) {
        let ground = StanceComparison.Ground(
          kind: .predicate, anchor: x.terms[i], first: x.terms[p], second: y.terms[q],
          shared: shared.subtracting([x.terms[p], y.terms[q]]).count, isName: x.marks[i].contains(.name),
          isPossible: x.marks[p].contains(.possible) || y.marks[q].contains(.possible),
          isFirstDenied: x.isNegated(p), isSecondDenied: y.isNegated(q))
        let isSame = x.terms[p] == y.terms[q]
        guard isSame || lists.opposites[x.terms[p]]?.contains(y.terms[q]) == true else { continue }
        var found = ground
        if !isSame { found.kind = .antonyms }
        if isSame == (ground.isFirstDenied == ground.isSecondDenied) {
          comparison.same.append(found)
        } else {
          comparison.opposite.append(found)
        }
      }
    }
    let (one, other) = (x.verdict(left, besides: i), y.verdict(right, besides: j))
    // An adjective judges only where it follows: `the plan is mad`; a noun does anywhere, or the cue.
    func judges(_ view: View, _ at: Int?, _ anchor: Int) -> Bool {
      at.map { $0 > anchor || !view.marks[$0].contains(.adjective) } ?? true
    }
    if one.sign != 0, other.sign != 0, judges(x, one.word, i), judges(y, other.word, j) {
      let ground = StanceComparison.Ground(
        kind: .verdict, anchor: x.terms[i], first: one.word.map { x.terms[$0] } ?? 0,
        second: other.word.map { y.terms[$0] } ?? 0, shared: shared.count, isName: x.marks[i].contains(.name),
        isFirstDenied: one.word.map(x.isNegated) ?? false,
        isSecondDenied: other.word.map(y.isNegated) ?? false)
      if one.sign == other.sign { comparison.same.append(ground) } else { comparison.opposite.append(ground) }
    }
    if let one = x.number(before: i), let other = y.number(before: j) {
      let ground = StanceComparison.Ground(
        kind: .number, anchor: x.terms[i], first: x.terms[i - 1], second: y.terms[j - 1],
        shared: shared.count, isName: x.marks[i].contains(.name))
      if one == other { comparison.same.append(ground) } else { comparison.opposite.append(ground) }
    }
  }

  /// Terms of one window that the other has too, numbers left out.
  private func shared(_ x: View, _ left: Range<Int>, _ y: View, _ right: Range<Int>) -> Set<UInt32> {
    var out: Set<UInt32> = []
    for p in left where !x.marks[p].contains(.number) && y.terms[right].contains(x.terms[p]) {
      out.insert(x.terms[p])
    }
    return out
  }
}
