import QuoteModel

/// The same words again: another outlet has them, or the article comes back to them.
enum Repeats {
  /// Fewer different terms are too few to tell a repetition from chance.
  static let leastTerms = 5
  /// Fewer are too few where one is cut short: `former Florida governor …` is in many statements.
  static let leastTermsCut = 8
  /// So few will do for one speaker where the two have no other terms.
  static let leastTermsWhole = 3
  static let leastTermsOfOne = 4
  /// Weight of the shared terms, counted in terms that nobody else has, where the wordings differ.
  static let leastRarity: Float = 1.8
  static let leastRarityOfTwo: Float = 3.2
  /// Of a sentence word for word, where both say more.
  static let leastRarityOfSentence: Float = 1.5
  /// Less where nearly all of the shorter one is there, and half of both.
  static let leastRarityWhole: Float = 1.2
  static let leastWholeOfHalf: Float = 0.5
  static let leastTermsOfLong = 6
  static let leastWhole: Float = 0.75
  /// Share of all terms of both that both must have, where a few words stand in a longer statement.
  static let leastWholeCut: Float = 0.4
  static let leastSharedCut: Float = 0.8
  static let leastNeighboursCut: Float = 0.65
  /// So rare are no names and titles that many give.
  static let leastRarityOfNames: Float = 3
  /// Terms that are no names and that both must have where they share no verb: `Republican nominee Donald Trump` is in
  /// many statements.
  static let leastPlain = 3
  /// And where all of the shorter one stands in the other, in its order.
  static let leastPlainOfAll = 2
  /// And where two say it who bear other names.
  static let leastPlainOfTwo = 5
  /// Share of the shorter one's terms that the other must have; less will do for one speaker.
  static let leastShared: Float = 0.8
  static let leastSharedOfOne: Float = 0.6
  static let leastSharedOfShort: Float = 0.67
  static let leastSharedOfTwo: Float = 0.9
  /// Share of the neighbouring terms of the shorter one that must be neighbours in the other.
  static let leastNeighbours: Float = 0.6
  static let leastNeighboursOfOne: Float = 0.35
  static let leastNeighboursOfShort: Float = 0.5
  /// Days between two of which one is told and one is cut short.
  static let mostDaysOfTold = 7
  /// Weight of a term, in terms that nobody else has, below which words are common in the collection.
  static let leastRarityOfTerm: Float = 0.55
  /// Days from which a slogan, or what is only told, is said anew.
  static let mostDaysOfSlogan = 14
  static let mostTermsOfSlogan = 3
  static let mostDaysOfBothTold = 21
  /// And however rare the words are.
  static let mostDaysOfStand = 45
  /// A term that only the shorter one has may weigh so much, in shared ones, where few are shared and nothing is quoted.
  static let mostOfOther: Float = 1.25
  /// Terms both must have where each has one number of its own.
  static let leastTermsOfNumber = 7
  /// Share of the verbs and adjectives in both that one may deny and the other not.
  static let mostDenied: Float = 0.25

  /// Whether one of two quotations repeats the other. O(terms).
  static func judge(_ a: Int, _ b: Int, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard areApart(a, b, index) else { return nil }
    let overlap = context.space.overlap(a, b)
    // Few words that several say together are not the words that one of them says.
    let isOneSpeaker =
      index.shareSpeaker(a, b)
      && (overlap.terms >= leastTermsOfLong || index.speakers[a].elementsEqual(index.speakers[b]))
    let shared = Shared(a, b, overlap, isOneSpeaker: isOneSpeaker, context)
    // One short sentence of common words among others is what somebody says again and again.
    let isWord =
      shareWording(a, b, index) && (isOneSpeaker || overlap.terms >= leastTermsOfOne)
      && (shared.contained >= leastShared || overlap.terms >= leastTermsOfLong
        || shared.rarity >= leastRarityOfSentence)
    // Who refutes it says the opposite of who says it.
    let denials = [a, b].count { index.framing[$0].contains(.denies) }
    if denials == 1, shared.isCut, !index.isDirect[a], !index.isDirect[b], !deniesAnything(a, b, index) {
      return nil
    }
    // A few things that both are about, told of both on two days or by one article.
    let isOtherDay = index.date[a] != index.date[b] || index.article[a] == index.article[b]
    if isOtherDay, shared.isCut, !isWord, shared.terms <= leastTermsOfOne, !index.isDirect[a],
      !index.isDirect[b],
      !saysSomething(a, b, index, leastPlain: leastPlainOfTwo)
    {
      return nil
    }
    // Who disavows, denounces or welcomes words did not say them.
    let isOneName = isOneSpeaker || names(a, index) == names(b, index)
    if !isOneName, takesSides(a, index) || takesSides(b, index) { return nil }
    // What somebody did not mention is no saying of his, and who has yet to endorse has not endorsed.
    let unlike: Framing = [.isUnsaid, .withholds]
    guard index.framing[a].intersection(unlike) == index.framing[b].intersection(unlike) else { return nil }
    // What is told in passing among much else is no repetition, unless it is cut out of words quoted.
    let isLongerDirect = index.isDirect[context.space.termCount(a) > context.space.termCount(b) ? a : b]
    let isSame = shared.isSame
    guard
      isWord
        || isSame && shared.isWhole(isLongerDirect: isLongerDirect)
          && !saysTheOpposite(a, b, index, shared: overlap.terms),
      shared.contained >= leastSharedOfTwo || !areTwoSentences(a, b, index),
      isOneSpeaker || isSame || saysSomething(a, b, index, leastPlain: leastPlainOfTwo),
      shared.rarity >= leastRarityOfNames
        || saysSomething(a, b, index, leastPlain: shared.isAll ? leastPlainOfAll : leastPlain)
    else { return nil }
    guard isOfOneTime(a, b, shared, isWord: isWord, isLongerDirect: isLongerDirect, index) else { return nil }
    // `his rival's stance on taxes`, `… on trade`
    if isOtherDay, shared.isCut, !isWord, shared.terms < leastTermsCut,
      shared.otherTerm > mostOfOther * shared.meanTerm,
      !index.isDirect[a], !index.isDirect[b]
    {
      return nil
    }
    // A few words of two people are what both happen to speak of.
    if !isOneSpeaker, !isSame, overlap.terms < leastTermsOfLong, context.areTwo(a, b) { return nil }
    let speakers = (index.speakers[a], index.speakers[b])
    let otherSpeaker = !speakers.0.isEmpty && !speakers.1.isEmpty && !isOneName
    let (earlier, later) = index.inOrder(a, b)
    return Finding(
      earlier: Int32(earlier), later: Int32(later), kind: .repeats,
      score: max(shared.contained, 0.9) * (0.88 + 0.12 * shared.whole) * (otherSpeaker ? 0.97 : 1),
      reason: .sameWords(isCut: shared.isCut, otherSpeaker: otherSpeaker))
  }

  /// What is told weeks later, or in part, is what somebody stands for, and a few words are his slogan: said again, and
  /// not what was said then.
  private static func isOfOneTime(
    _ a: Int, _ b: Int, _ shared: Shared, isWord: Bool, isLongerDirect: Bool, _ index: LinkIndex
  ) -> Bool {
    let days =
      TimeGap.days(from: min(index.date[a], index.date[b]), to: max(index.date[a], index.date[b])) ?? 0
    let areDirect = index.isDirect[a] && index.isDirect[b]
    if !isWord, !index.isDirect[a], !index.isDirect[b] {
      // `has called for`: no occasion, but what he stands for.
      let isPerfect = [a, b].contains {
        index.framing[$0].contains(.isPerfect) && !index.framing[$0].contains(.saidBefore)
      }
      if days > mostDaysOfStand || shared.isCut && isPerfect { return false }
    }
    let isOfQuoted = areDirect || isLongerDirect && shared.contained == 1
    // Words that are rare were said once.
    if shared.rarity < leastRarityOfTerm * Float(shared.terms) {
      if days > mostDaysOfSlogan, shared.terms <= mostTermsOfSlogan { return false }
      if days > mostDaysOfBothTold, !index.isDirect[a], !index.isDirect[b] { return false }
    }
    let areHabits = [a, b].count { index.framing[$0].contains(.isHabit) }
    if areHabits == 1, !areDirect { return false }
    return !shared.isCut || isWord || isOfQuoted || days <= mostDaysOfTold
  }

  /// How much of two quotations' words is the same.
  private struct Shared {
    let terms: Int
    /// Share of the shorter one's terms that the other has.
    let contained: Float
    /// Share of all terms of both that both have.
    let whole: Float
    /// Share of the shorter one's neighbouring terms that are neighbours in the other.
    let neighbours: Float
    /// Weight of the shared terms, counted in terms that nobody else has.
    let rarity: Float
    /// Weight of a shared term, and of the weightiest one that the shorter one has alone.
    let meanTerm: Float
    let otherTerm: Float
    let isOneSpeaker: Bool

    init(
      _ a: Int, _ b: Int, _ overlap: FeatureSpace.Overlap, isOneSpeaker: Bool, _ context: RelationContext
    ) {
      terms = overlap.terms
      contained = Float(terms) / Float(max(1, overlap.fewerTerms))
      whole = Float(terms) / Float(max(1, overlap.fewerTerms + overlap.moreTerms - terms))
      neighbours = contained >= leastSharedOfOne ? Repeats.neighbours(a, b, context.index) : 0
      rarity = overlap.weight / context.similarity.mostWeight
      meanTerm = overlap.weight / Float(max(1, terms))
      otherTerm = context.space.weightiestTerm(of: a, besides: b)
      self.isOneSpeaker = isOneSpeaker
    }

    var isCut: Bool { whole < leastShared }
    var isAll: Bool { contained == 1 && neighbours == 1 }
    var isRare: Bool { rarity >= leastRarity }

    /// Whether it is the words of the one that the other has.
    var isSame: Bool {
      let isLong = terms >= (isCut ? leastTermsCut : leastTerms)
      guard isOneSpeaker else {
        return isLong && rarity >= leastRarityOfTwo && contained >= leastSharedOfTwo
          && neighbours >= leastNeighbours
      }
      return isLong && contained >= leastShared && neighbours >= leastNeighbours
        || isRare && terms >= leastTermsOfOne && contained >= leastSharedOfShort
          && neighbours >= leastNeighboursOfShort
        || rarity >= leastRarityWhole && terms >= leastTermsOfOne && contained >= leastShared
          && whole >= leastWholeOfHalf && neighbours >= leastNeighboursOfShort
        || isRare && terms >= leastTermsOfLong && neighbours >= leastNeighboursOfOne
        || terms >= leastTermsWhole && contained == 1 && neighbours == 1
          && (terms >= leastTermsOfOne || whole >= leastWholeOfHalf || isRare)
    }

    /// Whether enough of the longer one is in it.
    func isWhole(isLongerDirect: Bool) -> Bool {
      !isCut || terms >= leastTermsCut || whole >= leastWholeCut
        || isRare && contained >= leastSharedCut && neighbours >= leastNeighboursCut && isLongerDirect
    }
  }

  /// Whether a word of either is denied.
  private static func deniesAnything(_ a: Int, _ b: Int, _ index: LinkIndex) -> Bool {
    index.marks[a].contains { $0.contains(.negated) } || index.marks[b].contains { $0.contains(.negated) }
  }

  private static func names(_ quotation: Int, _ index: LinkIndex) -> [String] {
    index.speakers[quotation].map { index.actors[Int($0)].name }
  }

  /// Whether its cue judges the words rather than saying them.
  private static func takesSides(_ quotation: Int, _ index: LinkIndex) -> Bool {
    !index.framing[quotation].isDisjoint(with: [.supports, .opposes, .denies])
  }

  /// Whether what both have is more than a name and a title.
  private static func saysSomething(_ a: Int, _ b: Int, _ index: LinkIndex, leastPlain: Int) -> Bool {
    let others = index.terms[b]
    var plain = 0
    for (term, marks) in zip(index.terms[a], index.marks[a]) where others.contains(term) {
      if marks.contains(.verb) { return true }
      if marks.isDisjoint(with: [.name, .number]) { plain += 1 }
    }
    return plain >= leastPlain
  }

  /// Whether both are quoted word for word by one article: then other words are another sentence.
  private static func areTwoSentences(_ a: Int, _ b: Int, _ index: LinkIndex) -> Bool {
    index.article[a] == index.article[b] && index.isDirect[a] && index.isDirect[b]
  }

  /// Whether both hold one sentence or quoted part, word for word.
  static func shareWording(_ a: Int, _ b: Int, _ index: LinkIndex) -> Bool {
    index.wordings[a].contains { index.wordings[b].contains($0) }
  }

  /// How many of the shorter one's pairs of neighbouring terms the other has too: the same words in another
  /// order say something else.
  private static func neighbours(_ a: Int, _ b: Int, _ index: LinkIndex) -> Float {
    func pairs(_ quotation: Int) -> Set<UInt64> {
      let terms = index.terms[quotation]
      return Set(zip(terms, terms.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    }
    let (x, y) = (pairs(a), pairs(b))
    return Float(x.intersection(y).count) / Float(max(1, min(x.count, y.count)))
  }

  /// Whether one denies too much of what the other affirms, or has other numbers.
  private static func saysTheOpposite(_ a: Int, _ b: Int, _ index: LinkIndex, shared: Int) -> Bool {
    var denied: [UInt32: (isDenied: Bool, place: Int)] = [:]
    var numbers: Set<UInt32> = []
    for (place, (term, marks)) in zip(index.terms[b], index.marks[b]).enumerated() {
      if !marks.isDisjoint(with: [.verb, .adjective]) { denied[term] = (marks.contains(.negated), place) }
      if marks.contains(.number) { numbers.insert(term) }
    }
    var (both, turned) = (0, 0)
    var (own, others) = (0, numbers.count)
    for (place, (term, marks)) in zip(index.terms[a], index.marks[a]).enumerated() {
      if let other = denied[term] {
        both += 1
        let isDenied = marks.contains(.negated)
        // The `not` of what was cut at its beginning may stand in what was cut off.
        let isCutOff =
          isDenied
          ? other.place < min(place, MarksReader.furthest) : place < min(other.place, MarksReader.furthest)
        if isDenied != other.isDenied, !isCutOff { turned += 1 }
      }
      if marks.contains(.number), numbers.remove(term) == nil { own += 1 }
    }
    others = numbers.count
    if own > 0, others > 0, max(own, others) > 1 || shared < leastTermsOfNumber { return true }
    return Float(turned) > mostDenied * Float(both)
  }

  /// Words nested in other words, or right beside them, are no repetition.
  static func areApart(_ a: Int, _ b: Int, _ index: LinkIndex) -> Bool {
    index.article[a] != index.article[b] || abs(index.paragraph[a] - index.paragraph[b]) > 1
  }
}
