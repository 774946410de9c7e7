import QuoteModel

/// Names that stand in a source and are not who speaks: they tell of whom, where or what.
extension Coreference {
  /// Whether a name stands before a common noun of the source, `the Harbor chief`, or before another name: a country
  /// before its president's, a town before what a dash parts from it.
  func narrows(_ tokens: Range<Int>, _ source: Range<Int>) -> Bool {
    var next = tokens.upperBound
    guard next < source.upperBound else { return false }
    if tokens.lowerBound == source.lowerBound, Form.dashes.contains(words.lower[next]) { next += 1 }
    // `this KBC "reporter"`
    if Self.openings.contains(words.lower[next]), next + 1 < source.upperBound, words.isLowercase(next + 1) {
      next += 1
    }
    let name = near(source).first {
      $0.kind == .name && $0.tokens.lowerBound <= next && $0.tokens.upperBound > next && $0.tokens != tokens
    }
    if let name { return !isTied(name) }
    // `U.S. Democratic candidate`
    if let party = near(source).first(where: { $0.kind == .demonym && $0.tokens.lowerBound == next }) {
      next = party.tokens.upperBound
      guard next < source.upperBound else { return false }
    }
    if words.form(next) == Form.and { return narrowsToo(next + 1, source) }
    return words.isLowercase(next) ? isOfNoun(next, source) : isHeadOfHeadline(next, source)
  }

  private static let openings = Form.set("\" “ ``")

  /// Whether a word behind a name is a noun or stands before one: `Ruiz allies`, whatever the tagger takes them for, `Harbor
  /// spending groups`.
  private func isOfNoun(_ at: Int, _ source: Range<Int>) -> Bool {
    if words.tags[at].isNoun || words.tags[at].isAdjective || isUntaggedRole(at) { return true }
    guard words.isLowercase(at) else { return false }
    if words.tags[at] == .VBG || words.tags[at] == .VBN {
      return at + 1 < source.upperBound && words.isLowercase(at + 1) && words.tags[at + 1].isNoun
    }
    return words.tags[at] == .VBZ && gazetteer.role(words.lower[at])?.isPlural ?? false
  }

  /// Where what a name narrows begins, behind another name that narrows it too.
  private func narrowed(by tokens: Range<Int>, _ source: Range<Int>) -> Int {
    var next = tokens.upperBound
    if next + 1 < source.upperBound, Self.openings.contains(words.lower[next]) { next += 1 }
    guard next < source.upperBound, words.form(next) == Form.and, narrowsToo(next + 1, source) else {
      return next
    }
    return source.upperBound - 1
  }

  /// `White House and Harbor Board spokesmen`: the other name narrows a plural.
  private func narrowsToo(_ at: Int, _ source: Range<Int>) -> Bool {
    guard source.contains(at),
      let other = near(source).first(where: { $0.kind == .name && $0.tokens.lowerBound == at }),
      other.actor.map({ actors[$0].kind != .person }) ?? false,
      near(source).contains(where: { $0.kind == .name && $0.tokens.upperBound == at - 1 && !isPerson($0) }),
      other.tokens.upperBound == source.upperBound - 1, words.isLowercase(source.upperBound - 1)
    else { return false }
    return words.tags[source.upperBound - 1] == .NNS
  }

  /// `Ruiz Campaign`, `Ruiz Aides`, `Ruiz Budget Chief`: a headline's capital makes no name of whom or what a name narrows.
  private func isHeadOfHeadline(_ next: Int, _ source: Range<Int>) -> Bool {
    let last = source.upperBound - 1
    let isLong =
      next < last && (next...last).allSatisfy { words.isCapital($0) && words.tags[$0].isNoun }
      && !near(next..<last).contains { $0.kind == .name && (next..<last).contains($0.tokens.lowerBound) }
    let at = isLong && gazetteer.role(words.lower[last]) != nil ? last : next
    guard words.isCapital(at), isStaffOrRole(at) || isIndefinite(at, source) else { return false }
    let names = near(at..<at + 2).filter { $0.kind == .name }
    return !names.contains { $0.tokens.contains(at) }
      && (at == source.upperBound - 1 || names.contains { $0.tokens.lowerBound == at + 1 }
        || !isLong && (words.form(at + 1) == Form.and || words.form(at + 1) == Form.of))
  }

  private func isStaffOrRole(_ at: Int) -> Bool {
    Self.staffs.contains(words.lower[at]) || gazetteer.role(words.lower[at]) != nil || words.isTitle(at)
  }

  /// `Another Ruiz Figure`: the noun at the end of a headline's source that an indefinite article leads.
  private func isIndefinite(_ at: Int, _ source: Range<Int>) -> Bool {
    at == source.upperBound - 1 && words.tags[at].isNoun
      && Form.indefinites.contains(words.lower[source.lowerBound])
  }

  static let staffs = Form.set("campaign camp team staff administration")

  /// Whether what a name narrows is a person, people or those who work for somebody.
  func narrowsSomebody(_ tokens: Range<Int>, _ source: Range<Int>) -> Bool {
    guard
      let head = (narrowed(by: tokens, source)..<source.upperBound).prefix(while: {
        isOfNoun($0, source) && !Self.times.contains(words.lower[$0])
      }).last, words.isLowercase(head) || isHeadOfHeadline(head, source)
    else { return false }
    return isStaffOrRole(head) || words.isCapital(head) && isIndefinite(head, source)
  }

  private static let times = Form.set(
    "today yesterday tonight tomorrow day week weekend month year night morning afternoon evening")

  /// Whether a name narrows a common noun, which is no time: `a Ruiz advertisement`, `Ohio law`, but not `Ruiz last week`, nor
  /// the government of a country, nor what a body gives out: `a Harbor Board report`.
  func narrowsThing(_ name: Placed, _ source: Range<Int>) -> Bool {
    guard let actor = name.actor,
      let head = (narrowed(by: name.tokens, source)..<source.upperBound).prefix(while: {
        isOfNoun($0, source) && !Self.times.contains(words.lower[$0])
      }).last, words.isLowercase(head),
      words.tags[head].isNoun || gazetteer.role(words.lower[head]) != nil
    else { return false }
    switch actors[actor].kind {
    case .person: return true
    // `a White House pool report`
    case _ where words.lower[name.tokens.upperBound] == Self.pool: return true
    case _ where Self.itself.contains(words.lower[head]): return false
    case .organisation: return gazetteer.members[actors[actor].name] != nil
    default: return isKnownPlace(actor) || !isGivenOut(head)
    }
  }

  private func isKnownPlace(_ actor: Int) -> Bool {
    switch gazetteer.names[actors[actor].name.lowercased()]?.kind {
    case .place, .country: true
    default: gazetteer.states.values.contains(actors[actor].name)
    }
  }

  /// What a body is called beside its name, and is itself.
  private static let givenOut = Form.set(
    "poll polls survey surveys report reports study analysis data research average tally count review")
  /// Whether a noun is one for what a body gives out.
  func isGivenOut(_ at: Int) -> Bool { Self.givenOut.contains(words.lower[at]) }

  private static let pool = WordHash.lowercased("pool")
  private static let itself = Form.set(
    "government officials authorities party")

  static let the = Form.set("the this that")
  private static let whole = Form.set("the this that both neither either we you")

  /// `some Democrats`, `89% of young Democrats`, `Democrats on the board`: members of a party, and not the party.
  func isSomeOf(_ name: Placed, _ source: Range<Int>) -> Bool {
    guard name.tokens.count == 1, let actor = name.actor, actors[actor].kind == .organisation, isParty(name),
      words.text(name.tokens).hasSuffix("s")
    else { return false }
    let before = source.lowerBound..<name.tokens.lowerBound
    if before.contains(where: { Self.isCounting(words.tags[$0]) || Self.counting.contains(words.lower[$0]) })
    {
      return true
    }
    let next = name.tokens.upperBound
    if next < source.upperBound {
      switch words.tags[next] {
      case .VBD: return next + 1 < source.upperBound && words.tags[next + 1] == .IN
      case .IN, .WP, .WDT, .VBG, .VBN, .TO, .JJ: return !Self.like.contains(words.lower[next])
      default: break
      }
    }
    if before.count == 1, Self.the.contains(words.lower[before.lowerBound]), isSomeJustNamed(name) {
      return true
    }
    // Behind the source: `Democrats backing Ruiz have said`
    if next == source.upperBound, next + 1 < words.count, words.tags[next] == .VBG, words.isCapital(next + 1)
    {
      return true
    }
    return before.contains { !Self.whole.contains(words.lower[$0]) && words.tags[$0] != .IN }
      && before.allSatisfy { words.tags[$0] != .IN || $0 == source.lowerBound }
  }

  /// Sentences back to some of a party whom its name takes up.
  private static let farthestSome = 4

  /// `Several Democrats argued … Yet the Democrats acknowledged`: whether some of a party spoke just before.
  private func isSomeJustNamed(_ name: Placed) -> Bool {
    let here = Int(context.sentenceOf[name.tokens.lowerBound])
    return index.rows(in: max(0, here - Self.farthestSome)...here).map { mentions[$0] }.contains { mention in
      mention.tokens.upperBound < name.tokens.lowerBound && mention.tokens.count > 1
        && Self.counting.contains(words.lower[mention.tokens.lowerBound])
        && words.lower[mention.tokens.upperBound - 1] == words.lower[name.tokens.lowerBound]
    }
  }

  private static let inside = Form.set("in at on inside within")

  /// `some in the "Ruiz or bust" crowd`
  func isSomeWithin(_ source: Range<Int>) -> Bool {
    source.count > 2 && Self.counting.contains(words.lower[source.lowerBound])
      && Self.inside.contains(words.lower[source.lowerBound + 1])
  }

  private static let counting = Form.set("most many some several few any all other more none fellow")

  private static func isCounting(_ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .CD, .JJR, .JJS: true
    default: false
    }
  }

  private static let of = Form.set("of from in")

  /// Whether a name only tells where somebody who is named before it is from, and `who` follows: `Ana Ruiz of Ohio, who`.
  func isPlaceOf(_ mention: Placed, before at: Int) -> Bool {
    guard mention.kind == .name, let actor = mention.actor, at < words.count, words.tags[at] == .WP,
      actors[actor].kind == .place || actors[actor].kind == .country
    else { return false }
    let before = mention.tokens.lowerBound - 1
    return before > 0 && Self.of.contains(words.lower[before])
      && near(max(0, before - 1)..<before).contains {
        $0.kind == .name && $0.tokens.upperBound == before
          && $0.actor.map { actors[$0].kind == .person } ?? false
      }
  }
}
