import QuoteModel

/// Sources that are no name: `a spokesman`, `police`, `aides to Ruiz`.
extension Coreference {
  private static let articles = Form.set("the a an this that his her their its our my")

  /// A source up to its first comma or relative clause.
  func head(of source: Range<Int>) -> Range<Int> {
    let cut = source.dropFirst().first {
      words.form($0) == Form.comma && !isBetweenAdjectives($0, source) || words.tags[$0] == .WDT
        || words.tags[$0] == .WP
    }
    return source.lowerBound..<(cut ?? source.upperBound)
  }

  /// Whether a name stands behind the first comma of a source: `the mayor, Ana Ruiz`.
  func isApposed(_ source: Range<Int>) -> Bool {
    let behind = head(of: source).upperBound + 1
    guard behind < source.upperBound, words.tags[behind] != .WP, words.tags[behind] != .WDT else {
      return false
    }
    return near(source).contains {
      $0.kind == .name && (behind..<source.upperBound).contains($0.tokens.lowerBound)
    }
  }

  /// The actor of a source that is no name, one for each wording: `a spokesman`, `police`.
  mutating func role(_ source: Range<Int>) -> Int {
    let span = head(of: source)
    if let placed = near(span).last(where: {
      $0.kind == .role && $0.tokens.lowerBound == source.lowerBound && $0.tokens.upperBound <= span.upperBound
        && !isPossessor($0.tokens, span)
    }), let actor = placed.actor {
      return actor
    }
    let text = words.text(span)
    let bare =
      span.count > 1 && Self.articles.contains(words.lower[span.lowerBound]) ? span.dropFirst() : span
    let owner = isStaff(bare) ? owner(of: span) : nil
    let isGroup = isPlural(bare) && !isStaff(bare)
    let wording = words.text(bare.lowerBound..<bare.upperBound)
    let key =
      (isGroup && isCommon(bare.lowerBound) ? lowered(wording, bare.lowerBound) : wording)
      + (owner.map { " (\(actors[$0].name))" } ?? "")
    if let owner = campaigner(in: source, bare) { return campaign(of: owner) }
    if let body = body(span, bare) {
      addLate(Placed(tokens: source, kind: .role, actor: body))
      return body
    }
    if let known = index.actor(named: key.lowercased()) ?? latestBody(span, bare) ?? told(span, bare) {
      addLate(Placed(tokens: source, kind: isGroup ? .group : .role, actor: known))
      return known
    }
    // `the candidate’s biography` is none.
    let possessive = bare.dropLast().last { Form.possessive.contains(words.lower[$0]) }
    let core = (possessive.map { $0 + 1 } ?? bare.lowerBound)..<bare.upperBound
    let gender =
      core.compactMap { gazetteer.roles[words.text($0).lowercased()]?.gender.actor }.first ?? .unknown
    let isRole = core.contains { gazetteer.roles[words.text($0).lowercased()] != nil }
    let kind: Actor.Kind = isGroup ? .group : isStaff(bare) ? .organisation : isRole ? .person : .unknown
    let actor = add(
      Actor(name: key.isEmpty ? text : key, kind: kind, gender: gender, aliases: text == key ? [] : [text]))
    addLate(Placed(tokens: source, kind: isGroup ? .group : .role, actor: actor))
    return actor
  }

  /// `the bespectacled, 71-year-old diplomat`
  private func isBetweenAdjectives(_ at: Int, _ source: Range<Int>) -> Bool {
    guard at + 2 < source.upperBound, words.tags[at - 1].isAdjective || words.tags[at - 1] == .VBN else {
      return false
    }
    return words.tags[at + 1].isAdjective && words.tags[at + 2].isNoun
  }

  /// `the study` takes up `a study published on Monday`.
  private func told(_ span: Range<Int>, _ bare: Range<Int>) -> Int? {
    guard bare.count == 1, Self.the.contains(words.lower[span.lowerBound]), bare.lowerBound > span.lowerBound
    else { return nil }
    let noun = words.text(bare.lowerBound).lowercased()
    let isStaff = Self.staffs.contains(words.lower[bare.lowerBound])
    return actors.indices.last {
      isRole[$0] && actors[$0].kind != .group
        && (actors[$0].name.hasPrefix(noun + " ") || isStaff && actors[$0].name.hasSuffix(" " + noun))
    }
  }

  /// `the board` is the only organisation of the article whose name ends so.
  private func body(_ span: Range<Int>, _ bare: Range<Int>) -> Int? {
    guard bare.count == 1, bare.lowerBound > span.lowerBound, Self.the.contains(words.lower[span.lowerBound]),
      words.isLowercase(bare.lowerBound), words.lower[bare.lowerBound] != Self.party
    else { return nil }
    let noun = words.text(bare.lowerBound)
    let found = actors.indices.filter {
      actors[$0].kind == .organisation && !isRole[$0]
        && actors[$0].name.lowercased().split(separator: " ").dropFirst().last.map(String.init) == noun
    }
    return found.count == 1 ? found[0] : nil
  }

  private static let campaign = WordHash.lowercased("campaign")
  private static let party = WordHash.lowercased("party")
  /// For nouns that stand for a part of a government: words in the names of those.
  private static let parts: [UInt32: Set<String>] = [
    WordHash.lowercased("department"): ["Department"],
    WordHash.lowercased("agency"): [
      "Agency", "Department", "Administration", "Bureau", "Commission", "Service", "Office",
    ],
    WordHash.lowercased("group"): [
      "Foundation", "Association", "Council", "Institute", "League", "Society", "Coalition", "Alliance",
      "Federation",
    ],
    WordHash.lowercased("bureau"): ["Bureau"], WordHash.lowercased("commission"): ["Commission"],
  ]
  /// Mentions back to which such a body is looked for.
  private static let farthestBody = 400

  /// `the campaign` is that of whose campaign the article spoke last; `the department` and `the party` are the last named.
  private mutating func latestBody(_ span: Range<Int>, _ bare: Range<Int>) -> Int? {
    guard bare.count == 1, bare.lowerBound > span.lowerBound, Self.the.contains(words.lower[span.lowerBound]),
      words.isLowercase(bare.lowerBound)
    else { return nil }
    let noun = words.lower[bare.lowerBound]
    let before = mentions[..<ordered].prefix { $0.tokens.upperBound <= span.lowerBound }
      .suffix(Self.farthestBody).reversed()
    if noun == Self.campaign {
      let owner = before.first { mention in
        mention.kind == .name && mention.actor.map { actors[$0].kind == .person } ?? false
          && leadsCampaign(mention.tokens.upperBound)
      }
      let person = owner.flatMap { newSubject(since: $0, before: span.lowerBound) } ?? owner?.actor
      return person.map { campaign(of: $0) }
    }
    if noun == Self.party { return latestParty(before, span) }
    return before.first { mention in
      guard mention.kind == .name || mention.kind == .demonym, let actor = mention.actor,
        actors[actor].kind == .organisation
      else { return false }
      let words = actors[actor].name.split(separator: " ").map(String.init)
      return Self.parts[noun].map { !$0.isDisjoint(with: words) } ?? false
    }?.actor
  }

  /// The party named last, or that of somebody: `the Ohio GOP`, `the mayor’s party`.
  private func latestParty(_ before: some Sequence<Placed>, _ span: Range<Int>) -> Int? {
    let named = before.first { mention in
      guard mention.kind == .name || mention.kind == .demonym, let actor = mention.actor else { return false }
      return gazetteer.members[actors[actor].name] != nil
        || mention.tokens.count > 1 && gazetteer.partyWords[words.text(mention.tokens.upperBound - 1)] != nil
    }
    let owned = near(span).last { mention in
      mention.kind == .role && mention.tokens.count > 2 && mention.tokens.upperBound <= span.lowerBound
        && words.lower[mention.tokens.upperBound - 1] == Self.party
    }
    if let owned, owned.tokens.lowerBound > named?.tokens.lowerBound ?? -1 { return owned.actor }
    return named?.actor
  }

  /// Sentences back to a campaign that somebody who leads the sentence before takes over from.
  private static let farthestCampaign = 5

  /// The person whom the sentence before is about, where a campaign was named long before it.
  private func newSubject(since owner: Placed, before at: Int) -> Int? {
    let here = Int(context.sentenceOf[at])
    guard here - Int(context.sentenceOf[owner.tokens.lowerBound]) > Self.farthestCampaign else { return nil }
    let begins = context.sentences[here - 1].tokens.lowerBound
    var first: Placed?
    for row in index.rows(in: here - 1...here - 1) {
      let mention = mentions[row]
      guard mention.kind == .name, mention.tokens.count > 1, isPerson(mention),
        mention.role == .subject || mention.tokens.lowerBound == begins,
        mention.tokens.lowerBound < first?.tokens.lowerBound ?? .max
      else { continue }
      first = mention
    }
    return first?.actor.flatMap { subject in totals[subject] * 4 >= mostNamed ? subject : nil }
  }

  /// Whether `campaign` or `'s campaign` stands there.
  private func leadsCampaign(_ at: Int) -> Bool {
    var at = at
    if at < words.count, Form.possessive.contains(words.lower[at]) { at += 1 }
    if at < words.count, words.tags[at].isAdjective { at += 1 }
    return at < words.count && words.lower[at] == Self.campaign
  }

  private static let owning = Form.set("of for")

  /// Whose the campaign is in `the campaign of the Senate candidate Ana Ruiz`.
  private func campaigner(in source: Range<Int>, _ bare: Range<Int>) -> Int? {
    guard words.lower[bare.lowerBound] == Self.campaign, bare.count > 2,
      Self.owning.contains(words.lower[bare.lowerBound + 1])
    else { return nil }
    return near(source).first {
      $0.kind == .name && $0.tokens.lowerBound > bare.lowerBound && $0.tokens.lowerBound < source.upperBound
        && isPerson($0)
    }?.actor
  }

  /// Somebody's campaign, as an actor.
  mutating func campaign(of owner: Int) -> Int {
    let name = "the campaign (\(actors[owner].name))"
    return index.actor(named: name.lowercased()) ?? add(Actor(name: name, kind: .organisation))
  }

  private func isPlural(_ span: Range<Int>) -> Bool {
    guard
      let head = span.first(where: {
        words.tags[$0].isNoun && ($0 + 1 >= span.upperBound || !words.tags[$0 + 1].isNoun)
      })
    else { return false }
    let text = words.text(head).lowercased()
    return words.tags[head] == .NNS || gazetteer.groups.contains(text)
  }
}
