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

  /// Whether the later of a pair answers the earlier. O(1).
  static func judge(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard pair.speakers == .different, !index.isNested[pair.first], !index.isNested[pair.second] else {
      return nil
    }
    return pair.isOneArticle ? judgeNear(pair, context) : judgeAcross(pair, context)
  }

  private static func judgeNear(_ pair: Pair, _ context: RelationContext) -> Finding? {
    let index = context.index
    guard let distance = pair.distance, (1...reach).contains(distance), !pair.isTurned else { return nil }
    let (first, second) = (pair.first, pair.second)
    let (asking, framing) = (index.framing[first], index.framing[second])
    let said = index.speakers[first]
    let subjects = context.telling(pair.overlap.subjects, besides: said)
    func answer(_ how: Finding.Uptake, _ actor: Int32, _ score: Float) -> Finding {
      pair.findingInText(
        .answers, score, .takesUp(actor: actor, how: how, days: nil, subjects: subjects))
    }
    let named = context.person(of: said, in: index.about[second], besides: index.speakers[second])
    if distance == 1, asking.contains(.isTurn), framing.contains(.isTurn),
      !context.isInterviewer(index.speakers[second], in: index.article[second]),
      !context.isTable(first), !context.isTable(second)
    {
      let isQuestion = asking.contains(.isQuestion)
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
    if framing.contains(.replies), isNext,
      named != nil && (distance == 1 || pair.overlap.terms > 0)
        || distance == 1
          && (framing.contains(.retorts) || pair.overlap.terms > 0 || asking.contains(.isQuestion))
    {
      return answer(.cue, named ?? said[said.startIndex], named == nil ? 0.75 : 0.85)
    }
    // `rejected the accusation`, and what is said next.
    if framing.contains(.repliesOutside), isNext, isRightBefore(first, second, context),
      named != nil || !context.speaksOfOthers(second, than: first)
    {
      return answer(.cue, named ?? said[said.startIndex], 0.7)
    }
    let isMeant = index.asked[second].isEmpty || said.contains { index.asked[second].contains($0) }
    if isNext, isMeant,
      framing.contains(.takesUp) && (isRightBefore(first, second, context) || !index.asked[second].isEmpty)
        || framing.contains(.denies) && !framing.contains(.isDoubt) && distance == 1 && pair.overlap.terms > 0
    {
      return answer(.cue, named ?? said[said.startIndex], 0.7)
    }
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
        !index.framing[later].contains(.isPerfect)
      else {
        return nil
      }
      var how = Finding.Uptake.name
      var actor = context.person(of: said, in: index.about[later], besides: index.speakers[later])
      if actor == nil {
        how = .asked
        actor = said.first { index.asked[later].contains($0) }
      } else if index.framing[later].isDisjoint(with: [.reportsSaying, .opposes, .denies]),
        pair.standing.opposite.isEmpty
      {
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
