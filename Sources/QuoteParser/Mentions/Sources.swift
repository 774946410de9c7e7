import QuoteModel

/// Who speaks behind the sources of quotations.
extension Coreference {
  // MARK: Sources

  /// The actors behind a source: those named in it, the antecedent of its pronoun, a group's members; a
  /// role becomes an actor of its own. Adds actors and mentions where there were none.
  /// `outer` are those in whose words it is told.
  mutating func speakers(
    of source: Range<Int>, saying content: [Range<Int>] = [], outer: [Int] = []
  ) -> [Int] {
    let found = actors(of: source, saying: content, outer: outer)
    note(found, saying: content)
    if found.count == 1, let only = found.first { tieLead(only, source) }
    if found.count == 1, let only = found.first, actors[only].kind == .person, leads(only, source) {
      lastSpeaker = (only, source)
    }
    return found
  }

  /// Whether one of some actors bears a first name.
  func isNamed(_ speakers: [Int]) -> Bool {
    speakers.contains { row in
      guard !isRole[row], actors[row].kind == .person,
        let first = actors[row].name.split(separator: " ").dropLast().first
      else { return false }
      return gazetteer.firstNames[first.lowercased()] != nil
    }
  }

  /// How many of the last statements' words are kept.
  private static let mostTold = 12

  private mutating func note(_ speakers: [Int], saying content: [Range<Int>]) {
    for actor in speakers { spoken[actor, default: 0] += 1 }
    if speakers.isEmpty { return }
    told = Array((told + content).suffix(Self.mostTold))
  }

  /// Whether a source leads its sentence, as no `who` does that stands for an object: `Lee met Ruiz, who says …`.
  private func leads(_ actor: Int, _ source: Range<Int>) -> Bool {
    guard leadsRelative(source), lastSpeaker?.actor != actor else { return true }
    let sentence = context.sentenceOf[source.lowerBound]
    return near(source).contains {
      $0.actor == actor && $0.role == .subject && $0.tokens.upperBound <= source.lowerBound
        && context.sentenceOf[$0.tokens.lowerBound] == sentence
    }
  }

  private static let goingOn = Form.set("continued continues added adds")
  private static let goOn = Form.set("went goes")
  private static let on = WordHash.lowercased("on")

  /// `he added`, `she went on`: who says more has spoken.
  func goesOn(_ pronoun: Int) -> Bool {
    guard pronoun + 2 < words.count else { return false }
    return Self.goingOn.contains(words.lower[pronoun + 1])
      || Self.goOn.contains(words.lower[pronoun + 1]) && words.lower[pronoun + 2] == Self.on
  }

  mutating func actors(of wording: Range<Int>, saying content: [Range<Int>] = [], outer: [Int] = [])
    -> [Int]
  {
    // `the campaign's`, `she's`
    let isOwner = wording.count > 1 && Form.possessive.contains(words.lower[wording.upperBound - 1])
    let source = behindTopic(isOwner ? wording.dropLast() : wording)
    if isNobodys(source) { return [] }
    if !isApposed(source), let person = described(head(of: source)) { return [person] }
    if leadsRelative(source) { return antecedents(ofRelative: source.lowerBound) }
    if let halves = halves(of: source) { return unique(halves.flatMap { actors(of: $0) }) }
    if let people = campaigns(in: source) ?? examples(in: source) ?? group(source) ?? named(in: source) {
      return people
    }
    let inside = near(source).filter { source.contains($0.tokens.lowerBound) }
    if source.count == 1, let pronoun = inside.first(where: { $0.kind == .pronoun }),
      let actor = pronoun.actor
    {
      let speaker = speaker(source.lowerBound, actor, content, outer: outer)
      return [known(speaker, before: source.lowerBound)]
    }
    // `Republican calls for …`
    if source.count == 1,
      let party = near(source).first(where: { $0.kind == .demonym && $0.tokens == source })?.actor,
      gazetteer.members[actors[party].name] != nil, source.upperBound < words.count,
      words.tags[source.upperBound].isNoun, words.isLowercase(source.upperBound)
    {
      return [party]
    }
    if source.count == 1 {
      let word = words.lower[source.lowerBound]
      if Self.they.contains(word) { return several(before: source.lowerBound) }
      if Self.nobody.contains(word) || Self.isFunctionWord(words.tags[source.lowerBound]) { return [] }
    }
    return isHeading(source) ? [] : [role(source)]
  }

  private static let topic = Form.set("for with among")

  /// A source without what it is said of: `For [Ruiz, most voters] have a word`.
  private func behindTopic(_ source: Range<Int>) -> Range<Int> {
    let before = source.lowerBound - 1
    guard before >= 0, Self.topic.contains(words.lower[before]), words.isCapital(before),
      let comma = source.dropLast().first(where: { words.form($0) == Form.comma }),
      words.tags[comma + 1] == .DT || words.tags[comma + 1] == .CD || words.tags[comma + 1] == .JJS,
      source[(comma + 1)...].contains(where: { words.tags[$0] == .NNS })
    else { return source }
    return comma + 1..<source.upperBound
  }

  /// Those whom a source names; `nil` where it names nobody who speaks.
  private mutating func named(in source: Range<Int>) -> [Int]? {
    // `the builder, who met Ruiz`
    let end =
      source.dropFirst().first { words.tags[$0] == .WP || words.tags[$0] == .WDT } ?? source.upperBound
    let names = near(source).filter {
      $0.kind == .name && $0.tokens.lowerBound < end && !isPossessor($0.tokens, source)
        && (source.contains($0.tokens.lowerBound) || $0.tokens.contains(source.lowerBound))
    }
    // `Republican nominee Ana Ruiz`: what narrows the role is not who speaks.
    let heads = names.filter { !narrows($0.tokens, source) || isTied($0) }
    // `one Ruiz supporter`, `the Ruiz campaign`, `a Ruiz advertisement`: whoever is meant, it is not Ruiz.
    let areOthers =
      heads.isEmpty && names.allSatisfy { narrowsSomebody($0.tokens, source) || narrowsThing($0, source) }
    if areOthers || isSomeWithin(source) || names.first.map({ isSomeOf($0, source) }) ?? false { return nil }
    let direct = heads.isEmpty ? names : heads
    if let named = direct.dropFirst().first(where: { isBehindDash(source.lowerBound, $0, source) })?.actor {
      return [named]
    }
    if let named = apposed(names, in: source) { return [named] }
    // `a spokesman for the ministry` is the spokesman's, `the Turkish leader` nobody's name.
    guard let first = direct.first, !hasRoleHead(source, before: first.tokens.lowerBound) else { return nil }
    // `500 Ruiz`, of whom the rest was cut off.
    if isPerson(first), first.tokens.lowerBound > source.lowerBound,
      words.tags[first.tokens.lowerBound - 1] == .CD
    {
      return []
    }
    // The head of `Ruiz, the mayor` is the first name; `Ruiz and Lee` are two.
    let row = row(of: direct, in: source)
    let others = row.last.flatMap { following($0, in: source) }
    return unique(row.compactMap(\.actor) + [others].compactMap { $0 })
  }

  /// `a KBC/Globe poll`, `a KBC-Globe News poll`: whether a slash or a hyphen ties a body to the one before it.
  func isTied(_ name: Placed) -> Bool {
    let before = name.tokens.lowerBound - 1
    if before < 0 || words.form(before) == Form.slash { return before >= 0 }
    guard words.shapes[before] & Shape.hyphen != 0, isOrganisation(name) else { return false }
    return near(name.tokens).contains {
      $0.kind == .name && $0.tokens.upperBound == name.tokens.lowerBound && isOrganisation($0)
    }
  }

  /// Whether a word of that part of speech stands for nobody by itself: `the`, `not`, `far`.
  private static func isFunctionWord(_ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .DT, .RB, .IN, .CC, .TO, .MD: true
    default: false
    }
  }

  /// Whether a source is a heading before a colon, all in capitals and without a name: `Veto Power Impedes Peace:`.
  private func isHeading(_ source: Range<Int>) -> Bool {
    guard source.count > 1, !source.contains(where: { words.count($0) > 3 && words.isLowercase($0) }) else {
      return false
    }
    let next = source.upperBound
    return next < words.count && words.form(next) == Form.colon
      && !source.contains { gazetteer.role(words.lower[$0]) != nil }
  }

  static let they = Form.set("they them their themselves")
  /// Sources that name no one a reader could look up.
  private static let nobody = Form.set("i we you he she it me us one this those these some others many")

  private static let indefinites = Form.set(
    "nobody everyone everybody anyone anybody someone somebody none nothing everything")
  private static let no = WordHash.lowercased("no")
  private static let one = WordHash.lowercased("one")
  /// `an adviser of mine`
  private static let owned = Form.set("mine ours yours theirs hers")
  /// What tells where, of a headline’s source: `Push inside the GOP to …`.
  private static let within = Form.set("inside within")
  private static let degrees = Form.set("not almost nearly hardly just")
  private static let documents = Form.set("transcript transcripts excerpt excerpts")

  /// Whether a source is no one in particular, `not everyone`, `no one`, or a heading that is no source: `Partial
  /// transcript`.
  private func isNobodys(_ source: Range<Int>) -> Bool {
    // A time of day leads an entry of a live report.
    if !source.contains(where: { words.shapes[$0] & 7 != Shape.mark && words.shapes[$0] & 7 != Shape.number })
    {
      return true
    }
    var at = source.lowerBound
    while at + 1 < source.upperBound, Self.degrees.contains(words.lower[at]) { at += 1 }
    if source.count == 1, Self.owned.contains(words.lower[at]) { return true }
    if Self.indefinites.contains(words.lower[at]) || Self.within.contains(words.lower[at]) { return true }
    if words.lower[at] == Self.no, at + 1 < source.upperBound, words.lower[at + 1] == Self.one { return true }
    return source.count <= 2 && Self.documents.contains(words.lower[source.upperBound - 1])
  }

  // MARK: Transcripts

  /// Makes people of those whom the labels of a transcript name, written as names are: `RUIZ` is `Ruiz`.
  mutating func name(_ speakers: [Int]) {
    for actor in speakers where actors[actor].kind == .person || actors[actor].kind == .unknown {
      actors[actor].kind = .person
      guard !actors[actor].name.contains(where: \.isLowercase) else { continue }
      let written = actors[actor].name
      let name = Self.recased(written)
      if name == written { continue }
      actors[actor].name = name
      actors[actor].aliases.removeAll { $0 == name }
      actors[actor].aliases.append(written)
    }
  }

  /// A name in capitals as one is written: letters behind another letter in lower case.
  private static func recased(_ name: String) -> String {
    var isInside = false
    var out = ""
    for character in name {
      out += isInside ? character.lowercased() : String(character)
      isInside = character.isLetter
    }
    return out
  }

  func unique(_ rows: [Int]) -> [Int] {
    var out: [Int] = []
    for row in rows where !out.contains(row) { out.append(row) }
    return out
  }

  /// `Ruiz campaign`, as `Ruiz's campaign`; `his campaign`
  func isStaff(_ span: Range<Int>) -> Bool {
    guard Self.staffs.contains(words.lower[span.upperBound - 1]) else { return false }
    if span.count == 1 { return span.lowerBound > 0 && words.tags[span.lowerBound - 1] == .PRPS }
    return near(span).contains { $0.kind == .name && $0.tokens.lowerBound == span.lowerBound }
  }

  /// Whose is `his campaign`.
  mutating func owner(of span: Range<Int>) -> Int? {
    guard words.tags[span.lowerBound] == .PRPS,
      let actor = near(span).first(where: {
        $0.kind == .pronoun && $0.tokens.lowerBound == span.lowerBound
      })?.actor
    else { return nil }
    let owner = owner(span.lowerBound, actor)
    return isRole[owner] ? nil : owner
  }

  func isPossessor(_ tokens: Range<Int>, _ source: Range<Int>) -> Bool {
    tokens.upperBound < source.upperBound && Form.possessive.contains(words.lower[tokens.upperBound])
      && tokens.upperBound + 1 < source.upperBound
  }

  /// Whether a common noun that is a role leads the source: `a spokesman for Ruiz`.
  private func hasRoleHead(_ source: Range<Int>, before limit: Int) -> Bool {
    // `an academic named Ana Ruiz`
    if limit > source.lowerBound, Self.naming.contains(words.lower[limit - 1]),
      !(source.lowerBound..<limit - 1).contains(where: { words.tags[$0] == .IN })
    {
      return false
    }
    for at in source.lowerBound..<max(source.lowerBound, limit)
    where words.tags[at].isNoun && words.isLowercase(at) || at == source.lowerBound && isPlural(at)
      || isGovernor(at, before: limit)
    {
      if isGivenOut(at), isOfBody(at + 1..<limit) { return false }
      return !endsInApposition(at..<limit) && !isTitle(at, before: limit) && !isBehindDash(at, limit)
    }
    return false
  }

  private static let by = Form.set("by from")

  /// `a poll released Sunday [by] the Harbor Board`: what a body gives out is said by it.
  private func isOfBody(_ between: Range<Int>) -> Bool {
    guard let last = between.last else { return false }
    let by = words.tags[last] == .DT && between.count > 1 ? last - 1 : last
    guard Self.by.contains(words.lower[by]),
      between.prefix(while: { $0 < by }).allSatisfy({ words.tags[$0] != .IN })
    else { return false }
    return near(last..<last + 1).contains {
      $0.kind == .name && $0.tokens.lowerBound == last + 1 && isOrganisation($0)
    }
  }

  /// Whether a name follows a comma and nothing but its titles: `the mayor, former judge Ana Ruiz`, but not `a letter, sent by
  /// Ana Ruiz`; a poll is that of whom it was `conducted by`.
  private func endsInApposition(_ before: Range<Int>) -> Bool {
    guard let comma = before.last(where: { words.form($0) == Form.comma }) else { return false }
    if comma > before.lowerBound, isGivenOut(comma - 1) { return true }
    return (comma + 1..<before.upperBound).allSatisfy {
      switch words.tags[$0] {
      case .DT, .PRPS, .CD, .POS, .VBN, .VBD, .VBG, .RB, .HYPH: true
      default: words.tags[$0].isNoun || words.tags[$0].isAdjective
      }
    }
  }

  /// Whether a noun, however it is tagged and written, has a phrase of its own behind it: `the former CEO of Harbor`, `an
  /// operative inside Harbor Tower`, `the super PAC backing Ruiz`.
  private func isGovernor(_ at: Int, before limit: Int) -> Bool {
    guard at + 1 < limit, words.tags[at].isNoun || words.tags[at].isAdjective,
      words.lower[at + 1] != Form.like
    else { return false }
    switch words.tags[at + 1] {
    case .IN, .VBG, .VBN: break
    default: if !Self.backing.contains(words.lower[at + 1]) { return false }
    }
    // `Speaker of the House Ana Ruiz`
    let isTitle = words.shapes[at] & 7 == Shape.capital && !Self.staffs.contains(words.lower[at])
    if isTitle || isGivenOut(at) { return false }
    return Self.backing.contains(words.lower[at + 1])
      || !near(at..<at + 1).contains { $0.kind == .name && $0.tokens.contains(at) }
  }

  /// `a favourite in the Senate — Ana Ruiz of Ohio —`: a person who stands right behind the only dash before her, and behind a
  /// noun for one person.
  private func isBehindDash(_ start: Int, _ name: Placed, _ source: Range<Int>) -> Bool {
    guard let actor = name.actor, actors[actor].kind == .person, name.tokens.lowerBound - 1 > start,
      Form.dashes.contains(words.lower[name.tokens.lowerBound - 1])
    else { return false }
    let before = start..<name.tokens.lowerBound - 1
    return before.first { words.tags[$0].isNoun && words.isLowercase($0) }.map { words.tags[$0] != .NNS }
      ?? false
      && !before.contains { Form.dashes.contains(words.lower[$0]) || words.form($0) == Form.comma }
  }

  /// `a favourite of the left — Ana Ruiz`, but not `networks — KBC, Channel 9`.
  private func isBehindDash(_ at: Int, _ limit: Int) -> Bool {
    guard words.tags[at] != .NNS,
      let dash = (at..<limit).last(where: { Form.dashes.contains(words.lower[$0]) })
    else { return false }
    return (dash + 1..<limit).allSatisfy {
      words.tags[$0].isNoun || words.tags[$0].isAdjective || words.tags[$0] == .DT
    }
  }

  /// `the director of the Harbor Board, Ana Ruiz`: the person whom a comma puts beside a role that has another name in it.
  private func apposed(_ names: [Placed], in source: Range<Int>) -> Int? {
    // `meeting with the board of the Harbor Courier Ruiz said`: what stands before a person right behind a body is none of it.
    if names.count > 1, let name = names.last, isPerson(name), name.tokens.upperBound == source.upperBound,
      names[names.count - 2].tokens.upperBound == name.tokens.lowerBound,
      isOrganisation(names[names.count - 2]),
      hasRoleHead(source, before: names[0].tokens.lowerBound)
    {
      return name.actor
    }
    let comma = head(of: source).upperBound
    guard comma < source.upperBound, words.form(comma) == Form.comma,
      let name = names.first(where: { $0.tokens.lowerBound == comma + 1 }), isPerson(name),
      let first = names.first, first.tokens.lowerBound < comma, first.tokens.lowerBound > source.lowerBound,
      name.tokens.upperBound == source.upperBound
        || name.tokens.upperBound < source.upperBound && words.form(name.tokens.upperBound) == Form.comma,
      words.form(first.tokens.lowerBound - 1) != Form.comma
    else { return nil }
    let noun = (source.lowerBound..<first.tokens.lowerBound).last { words.tags[$0].isNoun }
    guard let noun, let role = gazetteer.role(words.lower[noun]), !role.isPlural else { return nil }
    return name.actor
  }

  /// Whether all that stands between a noun and a name is one title with it: `mayor Ana Ruiz`, `candidate Ohio Senator Ana
  /// Ruiz`, `secretary of state Ana Ruiz`, `businessman and former mayor Ana Ruiz`.
  private func isTitle(_ at: Int, before limit: Int) -> Bool {
    let behind = at + 1 + portfolio(behind: at)
    guard behind <= limit else { return false }
    // Before a name, or as what its title begins with.
    let isRole = (max(behind, limit - 1)...limit).contains { at in
      at < words.count && gazetteer.role(words.lower[at]).map { !$0.isPlural } ?? false
    }
    return (behind..<limit).allSatisfy {
      !Self.backing.contains(words.lower[$0]) && words.tags[$0].isNoun || words.tags[$0].isAdjective
        || gazetteer.role(words.lower[$0]) != nil
        || isRole && words.tags[$0] == .CC && words.tags[at] != .NNS
    }
  }

  /// What the tagger may take for a noun: `the board backing Ruiz`.
  private static let backing = Form.set("backing supporting opposing representing attacking promoting")

  /// `Aides` that begins a sentence, and no name.
  private func isPlural(_ at: Int) -> Bool {
    words.tags[at] == .NNS && !near(at..<at + 1).contains { $0.kind == .name && $0.tokens.contains(at) }
  }

  /// Whether a word that leads a sentence would stand in small letters elsewhere: `Aides`, `Some`, but not `Russian`.
  func isCommon(_ at: Int) -> Bool {
    let text = words.text(at).lowercased()
    return gazetteer.names[text] == nil && (isPlural(at) || gazetteer.isCommon(text))
  }
}
