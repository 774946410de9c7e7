import QuoteModel

/// Two speakers say the same of one subject.
enum Agrees {
  /// Least likelihood of one subject, and more where only their verdicts tell.
  static let least: Float = 0.5
  static let leastOfVerdict: Float = 0.7
  /// Share of the terms of the one with fewer that both must have, and how many at least.
  static let leastContainedOfClaim: Float = 0.67
  static let leastContainedOfVerdict: Float = 0.45
  static let leastTerms = 4
  /// Where nothing else is said, fewer will do.
  static let leastTermsWhole = 3
  /// Terms of the longer one, where one noun is all that both judge by.
  static let mostTermsOfJudgement = 9
  /// And of the shorter one.
  static let termsOfJudgement = 2...3

  /// Whether the two of a pair agree. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.speakers == .different, !index.isNested[pair.first], !index.isNested[pair.second],
      pair.standing.opposite.isEmpty, context.stances.side(pair.first) == context.stances.side(pair.second),
      !index.framing[pair.first].contains(.isQuestion), !index.framing[pair.second].contains(.isQuestion),
      !reports(pair.first, pair.second, index), !reports(pair.second, pair.first, index)
    else { return nil }
    let subjects = context.telling(pair.overlap, besides: index.speakers[pair.first])
    if let finding = saysSo(pair, subjects, context) { return finding }
    guard !subjects.isEmpty else { return nil }
    let same = StanceComparison.surest(pair.standing.same.filter { $0.kind != .number })
    let claim = StanceComparison.surest(pair.standing.same.filter { $0.kind == .predicate })
    let isClaim = (claim?.shared ?? 0) >= 2 && pair.contained >= leastContainedOfClaim
    if pair.similarity >= least, isClaim,
      pair.overlap.terms >= (pair.contained == 1 && claim != nil ? leastTermsWhole : leastTerms)
    {
      let score = 0.5 + 0.3 * pair.contained
      return pair.finding(
        .agrees, score, claim.map { .ground($0, days: nil) } ?? .saysAlike(subjects: subjects))
    }
    guard pair.similarity >= least else { return nil }
    if pair.isOneArticle, termsOfJudgement.contains(pair.overlap.fewerTerms),
      pair.overlap.moreTerms <= mostTermsOfJudgement,
      let judgement = context.stances.sharedJudgement(pair.first, pair.second)
    {
      let ground = StanceComparison.Ground(kind: .verdict, anchor: judgement, first: 0, second: 0)
      return pair.finding(.agrees, 0.4 + 0.3 * pair.similarity, .ground(ground, days: nil))
    }
    guard context.stances.side(pair.first) != 0, let same, same.kind == .verdict,
      pair.similarity >= leastOfVerdict, same.shared >= 2, !same.isName,
      pair.contained >= leastContainedOfVerdict
    else { return nil }
    return pair.finding(.agrees, 0.4 + 0.3 * pair.similarity, .ground(same, days: nil))
  }

  /// Whether one only reports what the other's speaker said.
  private static func reports(_ one: Int, _ other: Int, _ index: LinkIndex) -> Bool {
    index.framing[one].contains(.reportsSaying)
      && index.speakers[other].contains { index.about[one].contains($0) }
  }

  /// The later one's own words say that it agrees.
  private static func saysSo(_ pair: Pair, _ subjects: [Int32], _ context: RelationContext) -> Finding? {
    let index = context.index
    guard let distance = pair.distance, distance <= 2, let actor = index.speakers[pair.first].first else {
      return nil
    }
    let framing = index.framing[pair.second]
    let isNamed = index.speakers[pair.first].contains { index.about[pair.second].contains($0) }
    let isAgreeing = framing.contains(.agrees) && (isNamed || distance == 1 && pair.overlap.terms > 0)
    let isGranting = framing.contains(.grants) && distance == 1
    guard isAgreeing || isGranting else { return nil }
    return pair.findingInText(.agrees, 0.75, .saysSo(actor: actor, subjects: subjects))
  }
}
