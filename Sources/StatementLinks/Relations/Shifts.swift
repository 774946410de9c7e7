import QuoteModel

/// The same speaker on the same subject at another time, and not in the same sense.
enum Shifts {
  /// Days between two articles' statements from which it is another time.
  static let leastDays = 3
  /// Days between two statements of one article.
  static let leastDaysNear = 30
  /// Statements of one article between which a shift is looked for.
  static let reach = 3
  /// Words that judge, in each of two statements, where the two are only set against each other.
  static let leastVerdict = 2
  /// Least confidence of both where words around the second tell of a change of mind.
  static let leastSure: Float = 0.55
  /// Least likelihood of one subject where only the sides taken tell.
  static let leastOfSides: Float = 0.6

  /// Whether the later of a pair moves away from the earlier. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    guard pair.speakers == .same else { return nil }
    return pair.isOneArticle ? judgeNear(pair, context) : judgeAcross(pair, context)
  }

  private static func judgeNear(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    let (first, second) = (index.framing[pair.first], index.framing[pair.second])
    let isOtherTime = first.contains(.saidBefore) != second.contains(.saidBefore)
    guard let distance = pair.distance, distance <= reach else { return nil }
    let subjects = context.telling(pair.overlap)
    // `Oseiv reversed himself and said that …`
    if distance == 1, second.contains(.turnsAway), !first.contains(.turnsAway),
      context.areSure(pair.first, pair.second, leastSure), !index.isNested[pair.first],
      !index.isNested[pair.second],
      index.paragraph[pair.second] - index.paragraph[pair.first] <= 1, !first.contains(.isQuestion)
    {
      return pair.findingInText(.shifts, 0.8, .setAgainst(days: nil, subjects: subjects))
    }
    guard isOtherTime || (pair.days ?? 0) >= leastDaysNear else { return nil }
    let days = pair.days.flatMap { $0 >= leastDaysNear ? $0 : nil }
    let score = 0.6 + 0.3 * pair.similarity
    if let ground = StanceComparison.surest(
      pair.standing.opposite.filter({ Contrasts.isEnough($0, pair, context) }))
    {
      return pair.finding(.shifts, score, .ground(ground, days: days))
    }
    // Two verdicts set against each other, or two sides taken on one subject.
    let stances = context.stances
    let (one, other) = (stances.verdict(pair.first), stances.verdict(pair.second))
    let isTurned = one * other < 0 && min(abs(one), abs(other)) >= leastVerdict
    let hasChangedSides = stances.side(pair.first) * stances.side(pair.second) < 0
    // What was said long ago beside what is said now, `but` between the two, and one of them a denial.
    let gap = abs(index.paragraph[pair.first] - index.paragraph[pair.second])
    let isJuxtaposed =
      distance == 1 && gap <= 1 && days != nil && second.contains(.setAgainst) && second.contains(.saidNow)
      && pair.overlap.terms > 0
      && stances.denies(pair.first) != stances.denies(pair.second)
    // What was said then in one sentence, what is said now in the next, and one of them is a denial.
    let isThenAndNow =
      distance == 1 && gap == 0 && isOtherTime && stances.denies(pair.first) != stances.denies(pair.second)
      && (first.contains(.saidBefore) && second.contains(.saidNow) && days != nil
        || pair.similarity >= leastOfSides && stances.tellOfOne(pair.first, pair.second))
    // `initially`, `walked back`
    let isTurning =
      distance == 1 && isOtherTime && first.union(second).contains(.turns)
      && (!subjects.isEmpty || gap == 0 && pair.overlap.terms > 0)
      && !pair.standing.same.contains { $0.kind == .predicate }
    guard
      isJuxtaposed || isThenAndNow || isTurning || isTurned && context.isSetAgainst(pair.first, pair.second)
        || hasChangedSides && !subjects.isEmpty && pair.similarity >= leastOfSides
    else { return nil }
    return pair.finding(.shifts, score - 0.05, .setAgainst(days: days, subjects: subjects))
  }

  private static func judgeAcross(_ pair: Pair, _ context: RelationContext) -> Finding? {
    guard let days = pair.days, days >= leastDays,
      !context.speakOfOthers(pair.first, pair.second),
      let ground = StanceComparison.surest(
        pair.standing.opposite.filter({ Contrasts.isEnough($0, pair, context) })),
      pair.standing.same.allSatisfy({ $0.shared < ground.shared || $0.kind == .verdict })
    else { return nil }
    return pair.finding(.shifts, 0.55 + 0.3 * pair.similarity, .ground(ground, days: days))
  }
}
