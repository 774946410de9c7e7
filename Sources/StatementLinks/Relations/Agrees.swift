import QuoteModel

/// Two speakers say the same of one subject.
enum Agrees {
  /// Least likelihood of one subject.
  static let least: Float = 0.4
  /// And where both back or praise one who is named.
  static let leastOfName: Float = 0.25
  /// Days between two statements of what happens; later it is something else that happens.
  static let mostDays = 60
  /// Least confidence of both statements.
  static let leastSure: Float = 0.4
  /// Words that both must have where a claim has only two parts.
  static let leastTerms = 3
  /// Words and actors that both must have for one verdict in two words.
  static let leastThings = 3

  /// Whether the two of a pair agree. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.speakers == .different, !index.isNested[pair.first], !index.isNested[pair.second],
      !index.framing[pair.first].contains(.isQuestion), !index.framing[pair.second].contains(.isQuestion),
      !reports(pair.first, pair.second, index), !reports(pair.second, pair.first, index),
      context.areSure(pair.first, pair.second, leastSure)
    else { return nil }
    let subjects = context.telling(pair.overlap, besides: index.speakers[pair.first])
    guard
      let finding = saysSo(pair, subjects, context) ?? saysTheSame(pair, subjects, context)
        ?? takesOneSide(pair, context),
      context.areTwo(pair.first, pair.second), !context.areOneSide(pair.first, pair.second),
      !context.isEcho(pair)
    else { return nil }
    return finding
  }

  /// The same claim or the same verdict.
  private static func saysTheSame(
    _ pair: Pair, _ subjects: [Int32], _ context: RelationContext
  ) -> Finding? {
    guard pair.standing.opposite.isEmpty, !pair.standing.same.isEmpty,
      context.stances.side(pair.first) == context.stances.side(pair.second),
      !subjects.isEmpty,
      let ground = StanceComparison.surest(pair.standing.same.filter { isEnough($0, pair, context) }),
      pair.similarity >= (ground.kind == .verdict && ground.isName && ground.isOwn ? leastOfName : least),
      ground.kind == .verdict
        || !context.giveOtherNumbers(pair.first, pair.second) && (pair.days ?? 0) <= mostDays,
      !context.speakOfOtherPlaces(pair.first, pair.second),
      !context.isPollAndSaying(pair.first, pair.second)
    else { return nil }
    let score = 0.45 + 0.1 * Float(ground.shared) + 0.15 * pair.contained
    return pair.finding(.agrees, score, .ground(ground, days: nil))
  }

  private static func takesOneSide(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let framing = context.index.framing
    guard Sides.areAlike(pair, context) == true,
      framing[pair.first].contains(.praises) == framing[pair.second].contains(.praises),
      !context.isPollAndSaying(pair.first, pair.second)
    else { return nil }
    return pair.finding(.agrees, 0.5 + 0.2 * pair.contained, .sides(context.things(pair.overlap)))
  }

  /// Whether what two say alike is something that both hold, and not something that each does; and whether more than
  /// one word of each makes it.
  private static func isEnough(
    _ ground: StanceComparison.Ground, _ pair: Pair, _ context: RelationContext
  ) -> Bool {
    guard !ground.isPossible else { return false }
    switch ground.kind {
    case .predicate, .antonyms:
      guard ground.shared >= 2, ground.hasSubject || ground.kind == .predicate && ground.isDemanded else {
        return false
      }
      // `It happened` says little, and `higher` than what?
      if ground.shared == 2, being.contains(ground.first) || comparing.contains(ground.first) { return false }
      return ground.shared >= 3 || pair.overlap.terms >= leastTerms
    case .verdict:
      // Who backs somebody says another thing than who praises him.
      let framing = (context.index.framing[pair.first], context.index.framing[pair.second])
      if ground.isName, framing.0.contains(.praises) != framing.1.contains(.praises) { return false }
      let isOneWord = ground.first == 0 && ground.second == 0 || ground.first == ground.second
      return ground.isName || isOneWord && pair.isOneArticle || ground.shared >= 2
        || pair.overlap.things >= leastThings
    }
  }

  private static let being = WordLists.stems(["happen", "occur", "exist"])
  private static let comparing = WordLists.stems([
    "higher", "lower", "more", "less", "fewer", "bigger", "larger", "smaller", "highest", "lowest", "most",
    "biggest",
    "largest", "smallest", "longer", "shorter", "second", "third", "first",
  ])

  /// Whether one only reports what the other's speaker said.
  private static func reports(_ one: Int, _ other: Int, _ index: LinkIndex) -> Bool {
    index.framing[one].contains(.reportsSaying)
      && index.speakers[other].contains { index.about[one].contains($0) }
  }

  /// Terms of a statement that somebody's words agree with.
  private static let leastTermsSaid = 3

  /// The later one's own words say that it agrees.
  private static func saysSo(_ pair: Pair, _ subjects: [Int32], _ context: RelationContext) -> Finding? {
    let index = context.index
    guard let distance = pair.distance, distance <= 2, let actor = index.speakers[pair.first].first else {
      return nil
    }
    let framing = index.framing[pair.second]
    let (said, addressed) = (index.speakers[pair.first], index.addressed[pair.second])
    let person =
      context.person(of: said, in: index.about[pair.second], besides: index.speakers[pair.second])
      ?? said.first { addressed.contains($0) }
    guard person != nil || addressed.isEmpty, said.count == 1 else { return nil }
    // Several who agree may agree with one another, and whoever is named is agreed with.
    let isNext =
      distance == 1 && index.speakers[pair.second].count == 1
      && context.isNamedPerson(index.speakers[pair.second])
      && index.paragraph[pair.second] - index.paragraph[pair.first] <= 1 && !subjects.isEmpty
      && !context.speaksOfOthers(pair.second, than: pair.first)
    if distance == 2, pair.overlap.terms == 0 { return nil }
    // What says hardly anything is not what somebody agrees to.
    if context.space.termCount(pair.first) < leastTermsSaid { return nil }
    let isAgreeing =
      framing.contains(.agrees)
      && (isNext || person != nil && !context.voices.all(index.speakers[pair.second], .thing))
    let isGranting =
      framing.contains(.grants) && distance == 1
      && (person != nil || !context.speaksOfPeople(pair.second))
    guard isAgreeing || isGranting else { return nil }
    return pair.findingInText(.agrees, 0.75, .saysSo(actor: person ?? actor, subjects: subjects))
  }
}
