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
      + "firebrand intellectual theologian preacher evangelist activist philosopher playwright heir hotelier financier"
  )
  /// Nouns that several of an article may bear: only who it is mostly about, or is said to be one, is meant.
  private static let running = Form.set(
    "candidate nominee frontrunner front-runner contender hopeful incumbent challenger")
  /// Offices that one may bear whom the article names without.
  private static let offices = Form.set(
    "senator governor representative mayor justice secretary congressman congresswoman general admiral sheriff ambassador"
  )
  /// Whether who bears an office may run for a higher one.
  private static func running(_ office: String) -> Bool {
    ["senator", "governor", "representative"].contains { office.hasSuffix($0) }
  }
  private static let ofMany: Set<String> = [
    "candidate", "contender", "hopeful", "challenger", "front-runner", "frontrunner", "nominee",
  ]
  private static let definite = WordHash.lowercased("the")
  private static let purpose = WordHash.lowercased("for")
  /// Sentences back to whom a description may stand for, and to somebody known to bear an office.
  private static let farthestDescribed = 4
  /// From here on only for somebody the article is about.
  private static let farther = 3
  private static let farthestBearer = 4

  /// Whom a source stands for that is such a description; its mention then is his. O(mentions near).
  mutating func described(_ source: Range<Int>) -> Int? {
    // `the nominee for mayor`
    let end = source.dropFirst().first { words.lower[$0] == Self.purpose } ?? source.upperBound
    let span = source.lowerBound..<end
    guard words.lower[span.lowerBound] == Self.definite, span.count > 1 else { return nil }
    let head = span.upperBound - 1 - (span.count > 3 ? portfolio(behind: span.upperBound - 3) : 0)
    guard span.lowerBound < head,
      (span.lowerBound + 1...head).allSatisfy({
        words.tags[$0].isNoun || words.tags[$0].isAdjective || isFiller($0)
      })
    else { return nil }
    guard words.isLowercase(head) || isAged(head) || gazetteer.partyWords[words.text(head)] != nil else {
      return nil
    }
    let isRunning = Self.running.contains(words.lower[head])
    let isOffice = Self.offices.contains(words.lower[head]) && isBare(span)
    guard isRunning || isOffice || Self.describing.contains(words.lower[head]) || isAged(head) else {
      return nil
    }
    let here = sentence(span.lowerBound)
    let placed = index.rows(in: here...here).first {
      mentions[$0].kind == .role && mentions[$0].tokens.lowerBound == span.lowerBound
        && mentions[$0].tokens.upperBound == span.upperBound
    }
    let bearer = placed.flatMap { mentions[$0].actor }
    if let bearer, let placed,
      !mayBeAnother(bearer, than: placed, here, isRunning: isRunning, isOffice: isOffice)
    {
      return nil
    }
    let gender = gazetteer.role(words.lower[head])?.gender.actor ?? .unknown
    let told = gazetteer.role(words.text(span.dropFirst()), seen: nil)
    let likely = only(of: told) ?? inFocus(before: span.lowerBound, gender) ?? foremost(gender)
    var found: Int?
    for person in [inSentence(before: span.lowerBound, gender), likely].compactMap({ $0 })
    where found == nil && person != bearer && fits(person, told) {
      if isRunning, !mayRun(person, told, noun: words.text(head).lowercased()) { continue }
      if isOffice, head == span.upperBound - 1, actors[person].roles.contains(where: { $0.office != nil }) {
        continue
      }
      found = person
    }
    guard let person = found else { return nil }
    recast(placed, bearer, as: person, span)
    return person
  }

  /// Whether somebody else may be meant than who was called so before: not `an actor … the actor`, and not
  /// `Lund, the actor … the actor`, unless he is far.
  private func mayBeAnother(
    _ bearer: Int, than placed: Int, _ here: Int, isRunning: Bool, isOffice: Bool
  ) -> Bool {
    if introduced.contains(bearer) { return false }
    if isRole[bearer] || isRunning { return true }
    guard isOffice else { return false }
    let before = index.rows(in: max(0, here - Self.farthestBearer)...here)
    return !before.contains { $0 != placed && mentions[$0].actor == bearer }
  }

  /// Whether an office stands without a place or a side, whose bearer the words around need not be about.
  private func isBare(_ span: Range<Int>) -> Bool {
    let role = gazetteer.role(words.text(span.dropFirst()), seen: nil)
    return role.place == nil && role.side == nil
  }

  private mutating func recast(_ placed: Int?, _ bearer: Int?, as person: Int, _ span: Range<Int>) {
    guard let placed else {
      addLate(Placed(tokens: span, kind: .role, actor: person))
      return
    }
    mentions[placed].actor = person
    guard let bearer, isRole[bearer] else { return }
    described[bearer, default: []].insert(person)
    lastDescribed[bearer] = person
  }

  /// Who is meant by a pronoun that stands for a role: whom its description stands for, or one stood for last.
  mutating func known(_ actor: Int, before pronoun: Int) -> Int {
    guard isRole[actor] else { return actor }
    let role = near(pronoun..<pronoun + 1).last {
      $0.kind == .role && $0.actor == actor && $0.tokens.upperBound <= pronoun
    }
    guard let person = role.flatMap({ described($0.tokens) }) ?? lastDescribed[actor],
      Self.singular[words.lower[pronoun]].map({ fits(person, $0) }) ?? true
    else { return actor }
    return person
  }

  /// The only person known to be of a place, whose side does not speak against it: `the Ohio Republican`.
  private func only(of told: Actor.Role) -> Int? {
    guard let place = told.place else { return nil }
    let found = actors.indices.filter { row in
      isDescribable(row, .unknown) && fits(row, told) && actors[row].roles.contains { $0.place == place }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether side and place that words tell of somebody are not known to be others.
  private func fits(_ row: Int, _ told: Actor.Role) -> Bool {
    Self.fits(actors[row].roles.map(\.place), told.place)
      && Self.fits(actors[row].roles.map(\.side), told.side)
  }

  /// Whether nobody of a gender is named more than twice as much.
  private func isForemost(_ actor: Int, _ gender: Actor.Gender) -> Bool {
    actors.indices.allSatisfy { totals[$0] <= totals[actor] * 2 || !isDescribable($0, gender) }
  }

  /// The one person of a gender that the article names far more than any other.
  private func foremost(_ gender: Actor.Gender) -> Int? {
    guard gender != .unknown else { return nil }
    var (first, second): (Int?, Int) = (nil, 0)
    for row in actors.indices where isDescribable(row, gender) {
      if totals[row] > first.map({ totals[$0] }) ?? 0 {
        second = first.map { totals[$0] } ?? 0
        first = row
      } else {
        second = max(second, totals[row])
      }
    }
    return first.flatMap { totals[$0] >= second * 2 ? $0 : nil }
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

  /// Whether somebody is said to run; or nobody is named much more; or one of many is meant, of a side, and he has an office.
  private func mayRun(_ person: Int, _ told: Actor.Role, noun: String) -> Bool {
    if actors[person].roles.contains(where: { $0.title.lowercased().hasSuffix(noun) }) { return true }
    if told.side != nil, Self.ofMany.contains(noun),
      (actors[person].roles + (held[person] ?? [])).contains(where: { Self.running($0.office ?? "") })
    {
      return true
    }
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
      let near = index.rows(in: row...row).sorted().map { mentions[$0] }.filter { mention in
        mention.kind != .role && context.marks.stretchOf[mention.tokens.lowerBound] < 0
          && mention.actor.map { isDescribable($0, gender) } ?? false
      }
      let subject =
        near.first { $0.role == .subject && $0.kind == .name } ?? near.first { $0.role == .subject }
        ?? near.first { $0.role == .possessor }
      if let actor = subject?.actor {
        return here - row < Self.farther || isForemost(actor, gender) ? actor : nil
      }
    }
    return nil
  }

  /// Of the same sentence, whoever is named last: `Ruiz attacked Lund after the senator had said`.
  private func inSentence(before at: Int, _ gender: Actor.Gender) -> Int? {
    let here = sentence(at)
    var last: Placed?
    for row in index.rows(in: here...here) {
      let mention = mentions[row]
      guard mention.kind == .name, mention.tokens.upperBound <= at,
        context.marks.stretchOf[mention.tokens.lowerBound] < 0,
        mention.role != .modifier, mention.role != .other, let actor = mention.actor,
        isDescribable(actor, gender), hasFirstName(actor) || !actors[actor].roles.isEmpty,
        !isBracketed(mention), mention.tokens.lowerBound > last?.tokens.lowerBound ?? -1
      else { continue }
      last = mention
    }
    return last?.actor
  }

  private func isBracketed(_ mention: Placed) -> Bool {
    mention.tokens.lowerBound > 0 && words.form(mention.tokens.lowerBound - 1) == Form.openBracket
  }

  private func isDescribable(_ actor: Int, _ gender: Actor.Gender) -> Bool {
    actors[actor].kind == .person && !isRole[actor] && totals[actor] > 0
      && (gender == .unknown || actors[actor].gender == .unknown || actors[actor].gender == gender)
  }
}
