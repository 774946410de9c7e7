import QuoteModel

/// Two whose cues take a side on one thing or one person: `endorsed Ms. Ruiz` and `has not backed Ms. Ruiz`.
struct Sides {
  /// Days between two that take a side on one person or thing.
  static let mostDays = 60
  /// Least confidence of both.
  static let leastSure: Float = 0.45
  /// Words that both must have of a thing, those that are no names among them, and their share of all words.
  static let leastTerms = 3
  static let leastPlain = 2
  static let leastShared: Float = 0.6
  /// So many words will do where the one with fewer has hardly any others.
  static let leastTermsOfLong = 5
  static let leastContainedOfLong: Float = 0.75
  /// Words of a person's name and titles, and those of them that are no names.
  private static let mostOfName = 7
  private static let mostOfTitle = 3
  /// Others on the same person that one is compared with.
  private static let mostNear = 6
  private static let behindNames = WordLists.stems(["president", "senate", "governor"])

  /// For each person those quotations whose cue backs him or does not, ascending.
  private var backers: [Int32: [Int32]] = [:]

  /// The sides taken on persons in a corpus. O(quotations).
  init(_ index: LinkIndex) {
    for quotation in 0..<index.count {
      guard let person = Self.person(quotation, index) else { continue }
      backers[person, default: []].append(Int32(quotation))
    }
  }

  /// Those that take a side on the same person, nearest in the corpus. O(log quotations).
  func near(_ quotation: Int, _ index: LinkIndex) -> [Int32] {
    guard let person = Self.person(quotation, index), let all = backers[person], all.count > 1 else {
      return []
    }
    let at = all.partitionPoint { Int($0) >= quotation }
    let low = max(0, min(at - Self.mostNear / 2, all.count - Self.mostNear - 1))
    return all[low..<min(all.count, low + Self.mostNear + 1)].filter { Int($0) != quotation }
  }

  /// Whether two take one side or opposite ones on a person or thing; `nil` where they do not both take one. O(terms).
  static func areAlike(_ pair: Pair, _ context: RelationContext) -> Bool? {
    let index = context.index
    let (first, second) = (pair.first, pair.second)
    guard let one = side(first, index), let other = side(second, index), isNear(pair),
      context.areSure(first, second, leastSure), !context.areOneSide(first, second),
      speaksForItself(first, context), speaksForItself(second, context)
    else { return nil }
    if let person = person(first, index) {
      return person == Self.person(second, index) ? one == other : nil
    }
    return isOneThing(pair, context) ? one == other : nil
  }

  private static func isNear(_ pair: Pair) -> Bool {
    pair.days.map { $0 <= mostDays } ?? pair.isOneArticle
  }

  /// Whether somebody takes the side, and not some of a party or of a place.
  private static func speaksForItself(_ quotation: Int, _ context: RelationContext) -> Bool {
    context.index.speakers[quotation].allSatisfy { speaker in
      let actor = context.index.actors[Int(speaker)]
      let isSome = actor.kind == .organisation && actor.name.hasSuffix("Party")
      return !isSome && [.person, .group, .organisation].contains(actor.kind)
    }
  }

  /// 1 for what the cue is for, -1 for what it is against.
  private static func side(_ quotation: Int, _ index: LinkIndex) -> Int? {
    let framing = index.framing[quotation]
    guard !index.isNested[quotation],
      framing.isDisjoint(with: [.isReason, .isUnsaid, .isTentative, .isQuestion, .denies, .agrees, .replies])
    else { return nil }
    return framing.contains(.opposes) ? -1 : framing.contains(.supports) ? 1 : nil
  }

  /// The one person who is backed or not, where the words are a name with its titles and no more.
  private static func person(_ quotation: Int, _ index: LinkIndex) -> Int32? {
    guard let side = side(quotation, index) else { return nil }
    let framing = index.framing[quotation]
    guard side > 0 ? !framing.contains(.praises) : framing.contains(.withholds) else { return nil }
    let (terms, marks) = (index.terms[quotation], index.marks[quotation])
    let people = index.about[quotation].filter { index.actors[Int($0)].kind == .person }
    guard people.count == 1, terms.count <= mostOfName, let last = marks.last, let word = terms.last,
      last.contains(.name) || behindNames.contains(word),
      marks.allSatisfy({ $0.isDisjoint(with: [.verb, .number, .negated]) }),
      marks.count(where: { !$0.contains(.name) }) <= mostOfTitle, isOnlyName(terms, marks)
    else { return nil }
    return people[0]
  }

  /// Whether nothing stands behind a name that says what of it is meant: `Ms. Ruiz`, not `Ms. Ruiz’s views`.
  private static func isOnlyName(_ terms: ArraySlice<UInt32>, _ marks: ArraySlice<TermMarks>) -> Bool {
    guard let first = marks.firstIndex(where: { $0.contains(.name) }) else { return false }
    // The two slices are rows of lists that begin at the same place.
    return zip(terms, marks).dropFirst(first - marks.startIndex).allSatisfy {
      $0.1.contains(.name) || behindNames.contains($0.0)
    }
  }

  private static func isOneThing(_ pair: Pair, _ context: RelationContext) -> Bool {
    let index = context.index
    let all = pair.overlap.fewerTerms + pair.overlap.moreTerms - pair.overlap.terms
    let isWhole =
      Float(pair.overlap.terms) >= leastShared * Float(all)
      || pair.overlap.terms >= leastTermsOfLong && pair.contained >= leastContainedOfLong
    guard pair.overlap.terms >= leastTerms, isWhole,
      !context.giveOtherNumbers(pair.first, pair.second),
      !context.speakOfOtherPlaces(pair.first, pair.second)
    else { return false }
    let others = Dictionary(
      zip(index.terms[pair.second], index.marks[pair.second]), uniquingKeysWith: { a, _ in a })
    var plain = 0
    for (term, marks) in zip(index.terms[pair.first], index.marks[pair.first]) {
      guard let other = others[term] else {
        // `raising the wage`, `cutting the wage`
        if others.keys.contains(where: { context.stances.areOpposite(term, $0) }) { return false }
        continue
      }
      if marks.contains(.negated) != other.contains(.negated) { return false }
      if marks.isDisjoint(with: [.name, .number]) { plain += 1 }
    }
    return plain >= leastPlain
  }
}
