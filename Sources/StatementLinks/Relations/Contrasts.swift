import QuoteModel

/// Two speakers say opposite things of one subject.
enum Contrasts {
  /// Least likelihood of one subject.
  static let least: Float = 0.4
  /// And of two halves of a sentence with `while` between them.
  static let leastSetAgainst: Float = 0.5
  /// What it may fall to in a small collection.
  static let leastAmongFew: Float = 0.09
  /// Days between two articles within which one may contradict the other.
  static let mostDays = 75
  /// And in a small collection, unless they are as likely about one subject as in a large one.
  static let mostDaysAmongFew = 31
  /// Least confidence of both statements.
  static let leastSure: Float = 0.35

  /// Whether what two statements differ in is enough.
  static func isEnough(
    _ ground: StanceComparison.Ground, _ pair: Pair, _ context: RelationContext
  ) -> Bool {
    guard pair.similarity >= context.scaled(least, least: leastAmongFew) || pair.isNear, !ground.isPossible
    else { return false }
    return switch ground.kind {
    case .predicate: ground.shared >= 2
    case .antonyms: ground.hasSubject
    case .verdict: ground.shared >= 1
    }
  }

  /// Whether the two of a pair contradict each other. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    guard (pair.days ?? 0) <= mostDaysAmongFew || pair.similarity >= least,
      let finding = found(pair, context), context.areSure(pair.first, pair.second, leastSure),
      context.areTwo(pair.first, pair.second), !context.isEcho(pair),
      !context.isPollAndSaying(pair.first, pair.second)
    else { return nil }
    return finding
  }

  private static func found(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.speakers == .different, !index.isNested[pair.first], !index.isNested[pair.second],
      index.framing[pair.first].union(index.framing[pair.second]).isDisjoint(with: .isQuestion),
      !context.speakOfOthers(pair.first, pair.second), pair.days ?? 0 <= mostDays
    else { return nil }
    if let ground = StanceComparison.surest(
      pair.standing.opposite.filter({ isEnough($0, pair, context) })),
      pair.standing.same.allSatisfy({ $0.shared < ground.shared || $0.kind == .verdict })
    {
      let sureness: Float = ground.kind == .predicate || ground.kind == .antonyms ? 0.6 : 0.5
      return pair.finding(.contrasts, sureness + 0.3 * pair.similarity, .ground(ground, days: nil))
    }
    if Sides.areAlike(pair, context) == false {
      return pair.finding(.contrasts, 0.5 + 0.2 * pair.contained, .sides(context.things(pair.overlap)))
    }
    if pair.distance == 1, index.framing[pair.second].contains(.disagrees),
      index.paragraph[pair.second] - index.paragraph[pair.first] <= 1,
      let actor = index.speakers[pair.first].first
    {
      return pair.findingInText(.contrasts, 0.75, .disagrees(actor: actor))
    }
    let isFew = index.count < SameSubject.few
    let subjects = isFew ? context.telling(pair.overlap) : context.telling(pair.overlap.subjects)
    if pair.distance == 1, index.framing[pair.second].contains(.setAgainstInSentence), !subjects.isEmpty,
      pair.similarity >= context.scaled(leastSetAgainst, least: least),
      isFew || pair.overlap.terms >= 2,
      index.paragraph[pair.first] == index.paragraph[pair.second], pair.overlap.fewerTerms >= 4
    {
      return pair.finding(
        .contrasts, 0.45 + 0.25 * pair.similarity, .setAgainst(days: nil, subjects: subjects))
    }
    return nil
  }
}
