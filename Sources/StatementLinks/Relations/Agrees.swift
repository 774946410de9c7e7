import QuoteModel

/// Two speakers say the same of one subject.
enum Agrees {
  /// Least likelihood of one subject.
  static let least: Float = 0.4
  /// Days between two statements of what happens; later it is something else that happens.
  static let mostDays = 60

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
    guard pair.similarity >= least else { return nil }
    guard let ground = StanceComparison.surest(pair.standing.same.filter(isEnough)),
      ground.kind == .verdict
        || !context.giveOtherNumbers(pair.first, pair.second) && (pair.days ?? 0) <= mostDays,
      !context.speakOfOtherPlaces(pair.first, pair.second)
    else { return nil }
    let score = 0.45 + 0.1 * Float(ground.shared) + 0.15 * pair.contained
    return pair.finding(.agrees, score, .ground(ground, days: nil))
  }

  /// Whether what two say alike is something that both hold, and not something that each does.
  private static func isEnough(_ ground: StanceComparison.Ground) -> Bool {
    guard !ground.isPossible else { return false }
    return switch ground.kind {
    case .predicate: ground.hasSubject && ground.shared >= 2 || ground.isDemanded && ground.shared >= 2
    case .antonyms: ground.hasSubject && ground.shared >= 2
    case .verdict: true
    }
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
    let person = context.person(
      of: index.speakers[pair.first], in: index.about[pair.second], besides: index.speakers[pair.second])
    // Several who agree may agree with one another, and whoever is named is agreed with.
    let isNext =
      distance == 1 && index.speakers[pair.second].count == 1
      && context.isNamedPerson(index.speakers[pair.second])
      && index.paragraph[pair.second] - index.paragraph[pair.first] <= 1 && !subjects.isEmpty
      && !context.speaksOfOthers(pair.second, than: pair.first)
    let isAgreeing =
      framing.contains(.agrees)
      && (isNext || person != nil && context.isPerson(index.speakers[pair.second]))
    let isGranting = framing.contains(.grants) && distance == 1
    guard isAgreeing || isGranting else { return nil }
    return pair.findingInText(.agrees, 0.75, .saysSo(actor: person ?? actor, subjects: subjects))
  }
}
