import QuoteModel

/// Two speakers say opposite things of one subject.
enum Contrasts {
  /// Share of the terms of the one with fewer that both must have.
  static let leastContained: Float = 0.5
  static let leastContainedOfLong: Float = 0.6
  /// Days between two articles within which one may contradict the other.
  static let mostDays = 31

  /// Whether what two statements differ in is enough, by what surrounds it in both.
  static func isEnough(_ ground: StanceComparison.Ground, _ pair: Pair) -> Bool {
    guard pair.contained >= leastContained else { return false }
    let isShort = pair.overlap.fewerTerms <= 4
    return switch ground.kind {
    case .predicate:
      pair.similarity >= 0.5 && (isShort || ground.shared >= 2 && pair.contained >= leastContainedOfLong)
    case .antonyms: pair.similarity >= 0.6 && ground.shared >= (isShort ? 1 : 2)
    case .verdict: !ground.isName && pair.similarity >= 0.6 && isShort
    case .number: false
    }
  }

  /// Whether the two of a pair contradict each other. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.speakers == .different, !index.isNested[pair.first], !index.isNested[pair.second],
      !context.speakOfOthers(pair.first, pair.second), pair.days ?? 0 <= mostDays
    else { return nil }
    if let ground = StanceComparison.surest(
      pair.standing.opposite.filter({ isEnough($0, pair) && !$0.isPossible })),
      pair.standing.same.allSatisfy({ $0.shared < ground.shared || $0.kind == .verdict })
    {
      let sureness: Float = ground.kind == .predicate || ground.kind == .antonyms ? 0.6 : 0.5
      return pair.finding(.contrasts, sureness + 0.3 * pair.similarity, .ground(ground, days: nil))
    }
    let subjects = context.telling(pair.overlap)
    let haveTakenSides = context.stances.side(pair.first) * context.stances.side(pair.second) < 0
    if haveTakenSides, !subjects.isEmpty, pair.contained >= leastContained, pair.similarity >= 0.6 {
      return pair.finding(.contrasts, 0.5 + 0.3 * pair.similarity, .sides(subjects: subjects))
    }
    if pair.distance == 1, index.framing[pair.second].contains(.setAgainstInSentence), !subjects.isEmpty,
      pair.similarity >= 0.4, index.paragraph[pair.first] == index.paragraph[pair.second],
      pair.overlap.fewerTerms >= 4
    {
      return pair.finding(
        .contrasts, 0.45 + 0.25 * pair.similarity, .setAgainst(days: nil, subjects: subjects))
    }
    return nil
  }
}
