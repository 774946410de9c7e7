import QuoteModel

/// What two quotations say of the same things, clause by clause.
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
    }

    var kind: Kind
    /// The thing both speak of.
    var anchor: UInt32
    /// What the first says of it.
    var first: UInt32
    /// What the second says of it.
    var second: UInt32
    /// How many of subject, object, what qualifies them and predicate are the same.
    var shared = 1
    /// Whether the anchor is part of a name.
    var isName = false
    /// Whether one only calls its word possible.
    var isPossible = false
    /// Whether both say who does it, and it is the same.
    var hasSubject = false
    /// Whether both say it of themselves.
    var isOwn = false
    /// Whether both say that it is to be.
    var isDemanded = false
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

/// Compares statements of one corpus by their claims.
final class Stances {
  private let index: LinkIndex
  private let lists: StanceLists

  /// The stances of a corpus. O(1).
  init(_ index: LinkIndex, _ lists: StanceLists) {
    self.index = index
    self.lists = lists
  }

  /// Compares what two quotations claim of the things for which `isAnchor` holds; `isTurned` where the second was said
  /// first. O(claims of both, multiplied).
  func compare(
    _ a: Int, _ b: Int, isNear: Bool, isTurned: Bool, isAnchor: (UInt32) -> Bool
  ) -> StanceComparison {
    var comparison = StanceComparison()
    let isOneSpeaker = index.shareSpeaker(a, b)
    for x in index.claims[a] where x.marks.contains(.isMain) {
      for y in index.claims[b] where y.marks.contains(.isMain) {
        compareClaims(x, y, isOneSpeaker, isNear, isTurned, isAnchor, &comparison)
        compareVerdicts(x, y, isAnchor, &comparison)
      }
    }
    return comparison
  }

  private func compareClaims(
    _ x: Claim, _ y: Claim, _ isOneSpeaker: Bool, _ isNear: Bool, _ isTurned: Bool,
    _ isAnchor: (UInt32) -> Bool,
    _ comparison: inout StanceComparison
  ) {
    let isCopular = x.marks.contains(.isCopular)
    let (x, y) = (y.marks.contains(.isCopular) ? Self.state(x) : x, isCopular ? Self.state(y) : y)
    let isSame = x.predicate == y.predicate
    guard x.predicate != 0, y.predicate != 0,
      isSame || lists.opposites[x.predicate]?.contains(y.predicate) == true,
      x.marks.contains(.isCopular) == y.marks.contains(.isCopular),
      var ground = Self.frame(x, y, isOneSpeaker: isOneSpeaker, isNear: isNear),
      // Side by side, or with all parts the same, a word may be common.
      isNear || ground.shared > (isOneSpeaker && x.object != 0 ? 1 : 2) || isAnchor(ground.anchor)
    else { return }
    (ground.kind, ground.first, ground.second) = (isSame ? .predicate : .antonyms, x.predicate, y.predicate)
    ground.isPossible = x.marks.union(y.marks).contains(.possible)
    ground.isFirstDenied = x.marks.contains(.denied)
    ground.isSecondDenied = y.marks.contains(.denied)
    if isSame == (ground.isFirstDenied == ground.isSecondDenied) {
      // What is and what is to be are two claims.
      if x.marks.contains(.isDemanded) == y.marks.contains(.isDemanded) { comparison.same.append(ground) }
    } else if !(isTurned ? Self.areApart(y, x) : Self.areApart(x, y)) {
      comparison.opposite.append(ground)
    }
  }

  /// What was not done before and what will be done do not contradict each other; a promise and what was done then do.
  private static func areApart(_ earlier: Claim, _ later: Claim) -> Bool {
    later.marks.contains(.isFuture) && earlier.marks.contains(.isPast) && !earlier.marks.contains(.isFuture)
  }

  /// `The channel had been closed` also says that it was closed.
  private static func state(_ claim: Claim) -> Claim {
    guard claim.marks.isDisjoint(with: [.isCopular, .isOwn, .isPronoun, .isOblique]), claim.subject == 0
    else {
      return claim
    }
    var claim = claim
    (claim.subject, claim.object) = (claim.object, 0)
    claim.marks.insert(.isCopular)
    if claim.marks.contains(.hasNamedObject) { claim.marks.insert(.hasNamedSubject) }
    return claim
  }

  /// Who does what to what, where two claims may be about one such thing.
  private static func frame(
    _ x: Claim, _ y: Claim, isOneSpeaker: Bool, isNear: Bool
  ) -> StanceComparison.Ground? {
    let areOwn = x.marks.contains(.isOwn) && y.marks.contains(.isOwn)
    // `The ferries will stop.` … `They will not stop.`
    let isTakenUp =
      isNear && isOneSpeaker && (x.subject == 0) != (y.subject == 0)
      && x.marks.union(y.marks).contains(.isPronoun)
    let hasSubject = x.subject != 0 && x.subject == y.subject || isOneSpeaker && areOwn || isTakenUp
    if x.subject != 0, y.subject != 0, !hasSubject { return nil }
    // What I do and what somebody else does are two things.
    if !isOneSpeaker, x.marks.contains(.isOwn) && y.subject != 0 || y.marks.contains(.isOwn) && x.subject != 0
    {
      return nil
    }
    let hasObject = x.object != 0 && x.object == y.object
    // What hangs on a preposition may be left out: `they will stop`, `they will stop in spring`.
    let isWhole = x.marks.union(y.marks).isDisjoint(with: .isOblique) || x.object != 0 && y.object != 0
    if x.object != 0 || y.object != 0, !hasObject, isWhole || !hasSubject { return nil }
    guard hasSubject || hasObject else { return nil }
    // `I voted in a primary`: so may everybody.
    if !hasSubject, !x.marks.union(y.marks).isDisjoint(with: .isOblique) { return nil }
    // What two things are said to be in one sense are still two things.
    if isTakenUp, !hasObject, x.marks.contains(.isCopular) { return nil }
    let isQualified = x.qualifier != 0 && y.qualifier != 0
    if isQualified, x.qualifier != y.qualifier { return nil }
    let isName =
      hasObject && !hasSubject ? x.marks.contains(.hasNamedObject) : x.marks.contains(.hasNamedSubject)
    let subject = hasSubject ? max(x.subject, y.subject) : 0
    let anchor = subject != 0 ? subject : hasObject ? x.object : x.predicate
    return StanceComparison.Ground(
      kind: .predicate, anchor: anchor, first: 0, second: 0,
      shared: (hasSubject ? 1 : 0) + (hasObject ? 1 : 0) + (isQualified ? 1 : 0)
        + (x.predicate == y.predicate ? 1 : 0), isName: isName, hasSubject: hasSubject,
      isOwn: areOwn,
      isDemanded: x.marks.contains(.isDemanded) && y.marks.contains(.isDemanded))
  }

  private func compareVerdicts(
    _ x: Claim, _ y: Claim, _ isAnchor: (UInt32) -> Bool, _ comparison: inout StanceComparison
  ) {
    guard let one = judgement(x), let other = judgement(y), one.target == other.target, isAnchor(one.target)
    else { return }
    let isQualified = x.qualifier != 0 && y.qualifier != 0
    if isQualified, x.qualifier != y.qualifier { return }
    // `make it great`, `it will be great` and `it is great` are three judgements.
    let times: Claim.Marks = [.isDemanded, .isFuture]
    if x.marks.union(y.marks).contains(.isCopular), one.sign == other.sign,
      x.marks.intersection(times) != y.marks.intersection(times)
    {
      return
    }
    let ground = StanceComparison.Ground(
      kind: .verdict, anchor: one.target, first: x.predicate, second: y.predicate,
      shared: isQualified ? 2 : 1,
      isName: x.marks.contains(.isCopular)
        ? x.marks.contains(.hasNamedSubject) : x.marks.contains(.hasNamedObject),
      isPossible: x.marks.union(y.marks).contains(.possible),
      isOwn: !x.marks.contains(.isCopular) && !y.marks.contains(.isCopular),
      isFirstDenied: x.predicate != 0 && x.marks.contains(.denied),
      isSecondDenied: y.predicate != 0 && y.marks.contains(.denied))
    if one.sign == other.sign { comparison.same.append(ground) } else { comparison.opposite.append(ground) }
  }

  /// Whether two words cannot both be true of one thing.
  func areOpposite(_ a: UInt32, _ b: UInt32) -> Bool { lists.opposites[a]?.contains(b) == true }

  /// What a claim judges, and whether it speaks for it or against it.
  private func judgement(_ claim: Claim) -> (target: UInt32, sign: Int)? {
    var sign = 0
    var target = claim.object
    let sense = lists.senses[claim.predicate] ?? []
    if claim.marks.contains(.isSide) {
      sign = 1
    } else if claim.marks.contains(.isCopular) {
      target = claim.subject
      sign = sense.sign(claim.marks.contains(.isAdjective) ? .adjective : [])
    } else if claim.subject == 0, !claim.marks.contains(.isPronoun),
      claim.marks.contains(.isOwn) || !claim.marks.contains(.isPast)
    {
      sign = sense.sign(.verb)
    }
    guard sign != 0, target != 0 else { return nil }
    return (target, claim.marks.contains(.denied) ? -sign : sign)
  }

  /// Which side the cue takes, or whoever speaks: 1, -1, or 0 for none or both. O(claims).
  func side(_ quotation: Int) -> Int {
    let framing = index.framing[quotation]
    let cue = framing.contains(.supports) ? 1 : framing.isDisjoint(with: [.opposes, .denies]) ? 0 : -1
    if cue != 0 { return cue }
    var sides: Set<Int> = []
    for claim in index.claims[quotation]
    where claim.marks.contains(.isMain) && !claim.marks.contains(.isCopular) {
      if let judgement = judgement(claim) { sides.insert(judgement.sign) }
    }
    return sides.count == 1 ? sides.first ?? 0 : 0
  }

  /// Whether both tell what one and the same does to one and the same thing. O(claims of both, multiplied).
  func tellOfOne(_ a: Int, _ b: Int) -> Bool {
    index.claims[a].contains { x in
      x.subject != 0 && x.object != 0
        && index.claims[b].contains { $0.subject == x.subject && $0.object == x.object }
    }
  }

  /// Whether a quotation denies or rejects something. O(claims).
  func denies(_ quotation: Int) -> Bool {
    index.claims[quotation].contains { claim in
      claim.marks.contains(.isMain)
        && claim.marks.contains(.denied) != (lists.senses[claim.predicate]?.contains(.againstIt) == true)
    }
  }

  /// How often a quotation speaks well of something, less how often it speaks ill. O(terms).
  func verdict(_ quotation: Int) -> Int {
    zip(index.terms[quotation], index.marks[quotation]).reduce(0) { sum, term in
      sum + (lists.senses[term.0]?.sign(term.1) ?? 0) * (term.1.contains(.negated) ? -1 : 1)
    }
  }
}
