import QuoteModel

/// Who spoke under a role, told by whom a source named.
struct UnnamedLead {
  var actor: Int
  var source: Range<Int>
  /// The role’s noun where the words say whose it is: `Ruiz’s [adviser]`; `nil` where nobody was named before.
  var head: Int?
}

/// Roles that speak and are named after: `An engineer told the court … Viktor Sand testified`, `Ruiz’s campaign manager says …
/// Tom Lund adds`; and somebody’s kin whom the article names.
extension Coreference {
  /// Sentences from a role to the source that names it.
  private static let farthestName = 4

  /// Ties who spoke under a role to who speaks now, where the next source brings him in by his full name.
  mutating func tieLead(_ actor: Int, _ source: Range<Int>) {
    if isRole[actor], actors[actor].kind == .person {
      if ties[actor] == nil, let kin = kin(source) {
        ties[actor] = kin
      } else if let head = ownedHead(source) {
        let lead = UnnamedLead(actor: actor, source: source, head: head)
        ties[actor] = ties[actor] ?? apposed(before: source) ?? subject(behind: lead)
        unnamedLead = ties[actor] == nil ? lead : nil
      } else if unnamedLead == nil, sentence(source) < Self.farthestName, lastSpeaker == nil,
        !isPersonNamed(before: source.upperBound)
      {
        unnamedLead = UnnamedLead(actor: actor, source: source)
      }
    } else if let lead = unnamedLead, !isRole[actor], source.lowerBound > lead.source.upperBound {
      unnamedLead = nil
      if isNamed(lead, actor, source) { ties[lead.actor] = actor }
    }
  }

  /// Whether a source names who spoke under a role.
  private mutating func isNamed(_ lead: UnnamedLead, _ actor: Int, _ source: Range<Int>) -> Bool {
    let person = actors[actor]
    guard sentence(source) - sentence(lead.source) <= Self.farthestName, person.kind == .person,
      fits(lead.actor, person.gender), person.name.contains(" "),
      near(source).contains(where: {
        $0.kind == .name && $0.actor == actor && source.contains($0.tokens.lowerBound)
      })
    else { return false }
    guard let head = lead.head else {
      return person.roles.allSatisfy { $0.office == nil } && !isPersonNamed(before: source.lowerBound)
    }
    guard firstName(of: actor) > lead.source.upperBound else { return false }
    return person.roles.allSatisfy { $0.office == nil && hasHead($0, head) }
  }

  /// Sentences behind a role in which somebody new takes it up as a subject.
  private static let farthestSubject = 2

  /// The person whom one of the next sentences begins with, by a full name that was not there before, and with no other office:
  /// `A top Ruiz adviser says … Tom Lund spoke to reporters`.
  private mutating func subject(behind lead: UnnamedLead) -> Int? {
    let row = sentence(lead.source)
    let last = min(context.sentences.count - 1, row + Self.farthestSubject)
    guard row < last, opens(lead.source) else { return nil }
    let names = index.rows(in: row + 1...last).map { mentions[$0] }.filter { $0.kind == .name }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for name in names {
      guard let actor = name.actor, firstName(of: actor) == name.tokens.lowerBound else { continue }
      let person = actors[actor]
      guard person.kind == .person, person.name.contains(" "), name.role == .subject else { continue }
      return fits(lead.actor, person.gender) && takesUp(lead, name, person) ? actor : nil
    }
    return nil
  }

  /// Tokens before a name in which its title says whose it is.
  private static let longestTitle = 6

  /// Whether a name has no other role than who spoke under one, or one to the same person: `Ruiz communications director Tom Lund`.
  private func takesUp(_ lead: UnnamedLead, _ name: Placed, _ person: Actor) -> Bool {
    if person.roles.allSatisfy({ role in lead.head.map { hasHead(role, $0) } ?? false }) { return true }
    let owners = owners(lead.source).compactMap(\.actor)
    let title = name.tokens.lowerBound - Self.longestTitle..<name.tokens.lowerBound
    return near(name.tokens).contains { mention in
      title.contains(mention.tokens.lowerBound) && mention.actor.map { owners.contains($0) } ?? false
    }
  }

  private func owners(_ source: Range<Int>) -> [Placed] {
    let span = head(of: source)
    return near(span).filter {
      ($0.kind == .name || $0.kind == .demonym) && span.contains($0.tokens.lowerBound)
    }
  }

  /// `When Tom Lund, Ruiz’s campaign manager was asked`: the person whom a comma parts from the role.
  private func apposed(before source: Range<Int>) -> Int? {
    let comma = source.lowerBound - 1
    guard comma > 0, words.form(comma) == Form.comma else { return nil }
    return near(source).first { $0.kind == .name && $0.tokens.upperBound == comma && isPerson($0) }?.actor
  }

  private static let women = Form.set("wife daughter sister")
  private static let men = Form.set("husband son")

  /// The only one of that gender in the article who bears the surname of him whose kin a source is: `Ruiz’s eldest daughter`.
  /// O(actors).
  private func kin(_ source: Range<Int>) -> Int? {
    let span = head(of: source)
    guard span.count > 1, let last = span.last else { return nil }
    let isWoman = Self.women.contains(words.lower[last])
    guard isWoman || Self.men.contains(words.lower[last]) else { return nil }
    let gender: Actor.Gender = isWoman ? .female : .male
    let owner = near(span).first {
      $0.kind == .name && span.contains($0.tokens.lowerBound) && isPossessor($0.tokens, span)
    }?.actor
    guard let owner, !isRole[owner], let surname = actors[owner].name.split(separator: " ").last else {
      return nil
    }
    let found = actors.indices.filter { row in
      row != owner && !isRole[row] && actors[row].kind == .person && actors[row].gender == gender
        && actors[row].name.hasSuffix(" " + surname)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Where an actor is named first. O(1), but for the first time.
  private mutating func firstName(of actor: Int) -> Int {
    if let firstNamed { return firstNamed[actor] ?? .max }
    var first: [Int: Int] = [:]
    for mention in mentions[..<ordered] where mention.kind == .name {
      if let actor = mention.actor, first[actor] == nil { first[actor] = mention.tokens.lowerBound }
    }
    firstNamed = first
    return first[actor] ?? .max
  }

  private func hasHead(_ role: Actor.Role, _ head: Int) -> Bool {
    role.title.lowercased().hasSuffix(words.text(head).lowercased())
  }

  private static let owning = Form.set("of for to with at")
  private static let definite = WordHash.lowercased("the")
  private static let indefinite = Form.set("a an one")
  /// Who speaks under these wants no name.
  private static let unnamed = Form.set("official source insider employee staffer staff aide reporter")

  /// The noun of one person’s role, where the words say whose it is: `Ruiz’s former adviser`, `the head of the Harbor Board`; at the
  /// top, or where an entry of a live report opens, also `a top Ruiz adviser`.
  private func ownedHead(_ source: Range<Int>) -> Int? {
    let span = head(of: source)
    guard let owner = owners(source).first else { return nil }
    let isPossessed = isPossessor(owner.tokens, span)
    let from = isPossessed ? owner.tokens.upperBound + 1 : span.lowerBound
    let end = (from..<span.upperBound).first { Self.owning.contains(words.lower[$0]) } ?? span.upperBound
    guard from < end, let role = gazetteer.role(words.lower[end - 1]), !role.isPlural,
      !Self.unnamed.contains(words.lower[end - 1])
    else { return nil }
    let isLed = (span.lowerBound..<owner.tokens.lowerBound).allSatisfy {
      words.tags[$0].isNoun || words.tags[$0].isAdjective
    }
    if isPossessed { return isLed ? end - 1 : nil }
    if words.lower[span.lowerBound] == Self.definite { return owner.tokens.lowerBound > end ? end - 1 : nil }
    return Self.indefinite.contains(words.lower[span.lowerBound]) && opens(source) ? end - 1 : nil
  }

  /// Whether a source stands at the top, or in the first sentence behind a time of day: `10:10 a.m.`
  private func opens(_ source: Range<Int>) -> Bool {
    let row = sentence(source)
    guard row >= Self.farthestName else { return true }
    let before = context.sentences[row - 1].tokens
    return before.count < 6 && before.contains { words.shapes[$0] & 7 == Shape.number }
  }

  private func sentence(_ source: Range<Int>) -> Int { Int(context.sentenceOf[source.lowerBound]) }

  /// Whether the body names a person before a token, in full.
  private func isPersonNamed(before end: Int) -> Bool {
    mentions[..<ordered].prefix { $0.tokens.lowerBound < end }.contains {
      guard $0.kind == .name, let actor = $0.actor else { return false }
      return actors[actor].kind == .person && $0.tokens.count > 1
    }
  }
}
