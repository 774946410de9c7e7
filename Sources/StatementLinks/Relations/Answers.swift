import QuoteModel

/// Somebody takes up what another said: is asked about it, replies to it, or names whoever said it and speaks
/// of the same.
enum Answers {
  /// Statements looked back over within an article.
  static let reach = 4
  /// Days after which naming somebody is no longer an answer.
  static let mostDays = 14
  /// Least likelihood of one subject where an article's next speakers name each other, and across articles.
  static let leastNear: Float = 0.5
  static let leastAcross: Float = 0.65
  /// Least confidence of both statements.
  static let leastSure: Float = 0.6
  /// And of a turn of a transcript and of what follows a question.
  static let leastSureAsked: Float = 0.4

  /// Whether the later of a pair answers the earlier. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.speakers == .different, !index.isNested[pair.first], !index.isNested[pair.second],
      !index.isOutsideText[pair.first], !index.isOutsideText[pair.second]
    else { return nil }
    let finding = pair.isOneArticle ? judgeNear(pair, context) : judgeAcross(pair, context)
    return finding.flatMap { isSure($0, pair, context) ? $0 : nil }
  }

  /// Whether it is certain enough who says the two.
  private static func isSure(_ finding: Finding, _ pair: Pair, _ context: RelationContext) -> Bool {
    guard case .takesUp(_, let how, _, _) = finding.reason else { return true }
    let (index, earlier, later) = (context.index, Int(finding.earlier), Int(finding.later))
    let isAsked = index.framing[earlier].contains(.isQuestion)
    guard context.areSure(earlier, later, isAsked ? leastSureAsked : leastSure) else { return false }
    let (said, saying) = (index.speakers[earlier], index.speakers[later])
    switch how {
    case .question, .turn: return true
    case .cue:
      return isAsked || !context.voices.all(said, .thing) && context.areTwo(earlier, later)
        || context.isSomebody(said) && context.isNamedPerson(saying)
    case .name, .asked: return context.areTwo(earlier, later) && !context.areOneSide(earlier, later)
    }
  }

  private static func judgeNear(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard let distance = pair.distance, (1...reach).contains(distance), !pair.isTurned else { return nil }
    let (first, second) = (pair.first, pair.second)
    let (asking, framing) = (index.framing[first], index.framing[second])
    // Words of the question that is answered are whoever's who asks.
    if index.isInQuestion[first], !asking.contains(.isQuestion) { return nil }
    let said = index.speakers[first]
    let subjects = context.telling(pair.overlap.subjects, besides: said)
    func answer(_ how: Finding.Uptake, _ actor: Int32, _ score: Float) -> Finding {
      pair.findingInText(
        .answers, score, .takesUp(actor: actor, how: how, days: nil, subjects: subjects))
    }
    let named =
      context.person(of: said, in: index.about[second], besides: index.speakers[second])
      ?? said.first { index.addressed[second].contains($0) }
    if distance == 1, asking.contains(.isTurn), framing.contains(.isTurn),
      !context.isInterviewer(index.speakers[second], in: index.article[second]),
      !context.isTable(first), !context.isTable(second)
    {
      let isQuestion = asking.contains(.isQuestion)
      // Who is heard only once is heard from a recording.
      guard isQuestion || context.turns(of: index.speakers[second], in: index.article[second]) > 1 else {
        return nil
      }
      return answer(isQuestion ? .question : .turn, named ?? said[said.startIndex], isQuestion ? 0.9 : 0.75)
    }
    if let asked = said.first(where: { index.asked[second].contains($0) }),
      isLast(first, before: second, context), !subjects.isEmpty, index.asked[first].isEmpty,
      context.isPerson(index.speakers[second])
    {
      return answer(.asked, asked, 0.85)
    }
    let isNext =
      index.paragraph[second] - index.paragraph[first] <= 1 && isLast(first, before: second, context)
    let isMeantElsewhere = isElsewhere(first, second, named, context)
    if framing.contains(.replies), isNext, !isMeantElsewhere,
      named != nil && (distance == 1 || pair.overlap.terms > 0)
        || distance == 1
          && (framing.contains(.retorts) || pair.overlap.terms > 0 || asking.contains(.isQuestion))
    {
      return answer(.cue, named ?? said[said.startIndex], named == nil ? 0.75 : 0.85)
    }
    // Who is asked replies to the question, whatever is told in between.
    if framing.contains(.replies), question(before: second, context) == first, !isMeantElsewhere {
      return answer(.cue, said[said.startIndex], 0.75)
    }
    // `rejected the accusation`, and what is said next.
    if framing.contains(.repliesOutside), isNext, isRightBefore(first, second, context),
      named != nil || !context.speaksOfOthers(second, than: first)
    {
      return answer(.cue, named ?? said[said.startIndex], 0.7)
    }
    let isMeant = index.asked[second].isEmpty || said.contains { index.asked[second].contains($0) }
    if isNext, isMeant, !isMeantElsewhere,
      framing.contains(.takesUp) && (isRightBefore(first, second, context) || !index.asked[second].isEmpty)
        || framing.contains(.denies) && !framing.contains(.isDoubt) && distance == 1 && pair.overlap.terms > 0
    {
      return answer(.cue, named ?? said[said.startIndex], 0.7)
    }
    guard !framing.contains(.isHabit),
      framing.contains(.reportsSaying) || context.sharePlainWord(first, second) || context.namesSaying(second)
    else { return nil }
    let takesSides = !framing.isDisjoint(with: [.reportsSaying, .opposes, .denies])
    if let named, context.isPerson(index.speakers[second]),
      framing.isDisjoint(with: [.saidBefore, .isPerfect]),
      isRightBefore(first, second, context),
      framing.contains(.reportsSaying)
        || (!subjects.isEmpty || framing.contains(.reportsSaying) && pair.overlap.terms > 0)
          && pair.similarity >= leastNear,
      takesSides || pair.standing.opposite.contains(where: { Contrasts.isEnough($0, pair, context) })
    {
      return answer(.name, named, 0.6 + 0.3 * pair.similarity)
    }
    return nil
  }

  /// Whether a reply is to somebody or something else than a statement before it.
  private static func isElsewhere(
    _ first: Int, _ second: Int, _ named: Int32?, _ context: RelationContext
  ) -> Bool {
    let index = context.index
    let framing = index.framing[second]
    if framing.contains(.isHabit) { return true }
    if let question = question(before: second, context), question != first { return true }
    guard named == nil else { return false }
    if !index.addressed[second].isEmpty { return true }
    let isPlain = framing.isDisjoint(with: [.takesObject, .isAddressed])
    if framing.contains(.takesObject), context.speaksOfPeople(second) { return true }
    return !isPlain && !framing.contains(.takesUp) && !index.framing[first].contains(.isQuestion)
  }

  /// Statements looked back over for the question that a reply is to.
  private static let mostBefore = 3

  /// The question that stands shortly before a reply, where nobody but who is asked has spoken since.
  private static func question(before second: Int, _ context: RelationContext) -> Int? {
    let index = context.index
    guard index.framing[second].contains(.replies) else { return nil }
    var walk = Int(context.previous[second])
    for _ in 0..<mostBefore {
      guard walk >= 0, index.article[walk] == index.article[second],
        index.paragraph[second] - index.paragraph[walk] <= 1
      else { return nil }
      if index.framing[walk].contains(.isQuestion), !index.shareSpeaker(walk, second),
        !index.speakers[walk].isEmpty
      {
        return walk
      }
      guard !context.isPerson(index.speakers[walk]) || index.shareSpeaker(walk, second) else { return nil }
      walk = Int(context.previous[walk])
    }
    return nil
  }

  /// Whether a statement stands right before another, or before the one that this one goes on from.
  private static func isRightBefore(_ first: Int, _ second: Int, _ context: RelationContext) -> Bool {
    let before = Int(context.previous[second])
    guard before >= 0, before != first else { return before == first }
    return context.index.shareSpeaker(before, second) && Int(context.previous[before]) == first
  }

  /// Whether a statement is the last by anybody else before another.
  private static func isLast(_ first: Int, before second: Int, _ context: RelationContext) -> Bool {
    var walk = Int(context.previous[second])
    while walk > first {
      guard context.index.shareSpeaker(walk, second) || context.index.shareSpeaker(walk, first) else {
        return false
      }
      walk = Int(context.previous[walk])
    }
    return walk == first
  }

  private static func judgeAcross(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard let days = pair.days, days <= mostDays, pair.similarity >= leastAcross else { return nil }
    func takenUp(_ earlier: Int, by later: Int) -> Finding? {
      let said = index.speakers[earlier]
      let subjects = context.telling(pair.overlap.subjects, besides: said)
      guard !subjects.isEmpty, pair.overlap.terms >= 2, context.isPerson(index.speakers[later]),
        index.framing[later].isDisjoint(with: [.isPerfect, .isHabit]),
        context.sharePlainWord(earlier, later)
      else {
        return nil
      }
      var how = Finding.Uptake.name
      var actor = context.person(of: said, in: index.about[later], besides: index.speakers[later])
      if actor == nil {
        how = .asked
        actor = said.first { index.asked[later].contains($0) }
      } else if !index.framing[later].contains(.reportsSaying), pair.standing.opposite.isEmpty {
        // Who attacks somebody over a matter need not answer what he said of it in another article.
        return nil
      }
      guard let actor else { return nil }
      return Finding(
        earlier: Int32(earlier), later: Int32(later), kind: .answers, score: 0.5 + 0.35 * pair.similarity,
        reason: .takesUp(actor: actor, how: how, days: days, subjects: subjects))
    }
    if let finding = takenUp(pair.earlier, by: pair.later) { return finding }
    // Said the same day: either may be the answer.
    return days == 0 ? takenUp(pair.later, by: pair.earlier) : nil
  }
}
