import QuoteModel

/// Descriptions of somebody known: `the actor`, `the billionaire businessman`, `the 46-year-old`. They say what somebody
/// is and not who, and the article has told neither `Lund, an actor` nor `an actor`: they stand for whom the words
/// before are about.
extension Coreference {
  /// Nouns for what somebody is by himself. Who is a spokesman, a host or a judge is so to somebody else, and mostly
  /// somebody else; an office is borne by one who is known to bear it.
  private static let describing = Form.set(
    "businessman businesswoman billionaire millionaire mogul tycoon magnate developer entrepreneur executive heiress actor "
      + "actress comedian comedienne singer rapper musician star celebrity filmmaker author novelist writer poet "
      + "neurosurgeon surgeon physician lawmaker legislator congressman congresswoman politician diplomat statesman "
      + "veteran native athlete boxer quarterback economist historian philanthropist socialist conservative liberal "
      + "populist libertarian republican democrat independent vermonter texan floridian newcomer outsider provocateur "
      + "firebrand intellectual theologian preacher evangelist activist philosopher playwright heir hotelier financier")
  /// Nouns that several of an article may bear: only who it is mostly about, or is said to be one, is meant.
  private static let running = Form.set(
    "candidate nominee frontrunner front-runner contender hopeful incumbent challenger")
  private static let definite = WordHash.lowercased("the")
  /// Sentences back to whom a description may stand for.
  private static let farthestDescribed = 2

  /// Whom a source stands for that is such a description; its mention then is his. O(mentions near).
  mutating func described(_ span: Range<Int>) -> Int? {
    guard words.lower[span.lowerBound] == Self.definite, span.count > 1,
      span.dropFirst().allSatisfy({ words.tags[$0].isNoun || words.tags[$0].isAdjective || isFiller($0) })
    else { return nil }
    let head = span.upperBound - 1
    let isRunning = Self.running.contains(words.lower[head])
    guard isRunning || Self.describing.contains(words.lower[head]) || isAged(head) else { return nil }
    let rows = index.rows(in: sentence(span.lowerBound)...sentence(span.lowerBound))
    let placed = rows.first { mentions[$0].kind == .role && mentions[$0].tokens == span }
    let bearer = placed.flatMap { mentions[$0].actor }
    // `an actor … the actor`; `Lund, the actor … the actor`
    if let bearer, !isRole[bearer] && !isRunning || introduced.contains(bearer) { return nil }
    let gender = gazetteer.role(words.lower[head])?.gender.actor ?? .unknown
    guard let person = inFocus(before: span.lowerBound, gender), person != bearer else { return nil }
    if isRunning, !mayRun(person, noun: words.text(head).lowercased()) { return nil }
    if let placed {
      mentions[placed].actor = person
    } else {
      addLate(Placed(tokens: span, kind: .role, actor: person))
    }
    return person
  }

  private func sentence(_ at: Int) -> Int { Int(context.sentenceOf[at]) }

  /// A comma between adjectives, a hyphen, a participle or a number in a noun phrase.
  private func isFiller(_ at: Int) -> Bool {
    switch words.tags[at] {
    case .CD, .HYPH, .VBN, .VBG: true
    default: words.form(at) == Form.comma
    }
  }

  /// `46-year-old`
  private func isAged(_ at: Int) -> Bool {
    ByteKind.isDigit(words.bytes[words.ranges[at].lower]) && words.suffix(at, 4) == Self.old
  }
  private static let old = WordHash.lowercased("-old")

  /// Whether somebody is said to run, or nobody is named more.
  private func mayRun(_ person: Int, noun: String) -> Bool {
    if actors[person].roles.contains(where: { $0.title.lowercased().hasSuffix(noun) }) { return true }
    return totals[person] > 0 && totals[person] * 2 >= (totals.max() ?? 0)
  }

  /// Whom the sentences before are about: of the nearest that has somebody, who speaks there, else the first subject.
  private func inFocus(before at: Int, _ gender: Actor.Gender) -> Int? {
    let here = sentence(at)
    for row in (max(0, here - Self.farthestDescribed)..<here).reversed() {
      if let lastSpeaker, sentence(lastSpeaker.source.lowerBound) == row,
        isDescribable(lastSpeaker.actor, gender)
      {
        return lastSpeaker.actor
      }
      let subject = index.rows(in: row...row).sorted().lazy.map { mentions[$0] }.first { mention in
        (mention.role == .subject || mention.role == .possessor) && mention.kind != .role
          && context.marks.stretchOf[mention.tokens.lowerBound] < 0
          && mention.actor.map { isDescribable($0, gender) } ?? false
      }
      if let actor = subject?.actor { return actor }
    }
    return nil
  }

  private func isDescribable(_ actor: Int, _ gender: Actor.Gender) -> Bool {
    actors[actor].kind == .person && !isRole[actor] && totals[actor] > 0
      && (gender == .unknown || actors[actor].gender == .unknown || actors[actor].gender == gender)
  }
}
