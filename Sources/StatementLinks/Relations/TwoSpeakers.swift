import QuoteModel

/// What is known of who speaks: whether two statements are two people's, and whether somebody speaks at all. An object,
/// as the index is.
final class Voices {
  /// How sure it is who somebody is.
  enum Standing {
    /// Somebody with a name, somebody new (`a reporter`), or several.
    case sure
    /// One who may have a name elsewhere: `the candidate`.
    case unresolved
    /// A thing that says nothing by itself, or nobody knows what: `the blitz`.
    case thing
  }

  private static let counting = Set([
    "several", "both", "most", "many", "some", "all", "others", "few", "those", "one", "another", "two",
    "three",
    "four", "five", "nearly", "about", "a", "an", "each", "other",
  ])
  private static let generic = Set(["super pac", "pac", "campaign", "committee", "poll"])
  private static let offices = Set([
    "chair", "chairman", "chairwoman", "president", "governor", "mayor", "senator", "speaker", "leader",
    "ceo", "minister",
    "secretary", "director", "head",
  ])
  private static let comparing = Set(["more", "fewer", "less"])
  private static let surveyed = Set([
    "percent", "poll", "polls", "survey", "surveys", "surveyed", "respondents", "voters", "voter", "majority",
    "majorities", "half", "two-thirds", "thirds", "caucusgoers",
  ])

  private let actors: [Actor]
  /// Each actor's name as folded words.
  private let words: [[Substring]]
  /// How sure it is who each actor is.
  let standing: [Standing]
  /// Whether an actor is those whom a poll asked, or the poll.
  let isSurveyed: [Bool]

  /// The voices of a corpus. O(names).
  init(_ actors: [Actor]) {
    self.actors = actors
    words = actors.map { actor in
      Folding.fold(actor.name).split { !($0.isLetter || $0.isNumber || $0 == "-") }
    }
    let places = Set(actors.filter { $0.kind == .country || $0.kind == .place }.map(\.name))
    standing = zip(actors, words).map { Self.standing($0, $1, places) }
    isSurveyed = words.map { $0.contains { Self.surveyed.contains(String($0)) } }
  }

  private static func standing(_ actor: Actor, _ words: [Substring], _ places: Set<String>) -> Standing {
    // `More lawmakers` than others: some or other.
    if let first = words.first, comparing.contains(String(first)) { return .thing }
    // `both of`, `several`, `conservatives`, `a super PAC` with no name: whoever they are.
    if words.allSatisfy({ counting.contains(String($0)) || $0 == "of" }) { return .thing }
    if actor.kind == .group, !actor.isNamed, words.count == 1, actor.name.hasSuffix("s") { return .thing }
    if generic.contains(words.joined(separator: " ")) { return .thing }
    // `one of the last leaders`, `a governor`, `chair (Harbor Board)` may have a name elsewhere.
    if words.first == "one", words.dropFirst().first == "of" { return .unresolved }
    if actor.kind == .person, !actor.isNamed, !actor.name.hasPrefix("the "), isOffice(actor, words) {
      return .unresolved
    }
    // Many cannot be one person.
    if actor.kind == .person, words.last == "americans" { return .thing }
    // `the mayor (Ostholm)` may have a name elsewhere, `the spokesman (Oseiv)` belongs to somebody.
    if actor.kind == .person, actor.name.hasPrefix("the "),
      let bracket = actor.name.split(separator: "(").last
    {
      if places.contains(String(bracket.dropLast())) { return .unresolved }
    }
    // `VP`, `CEO`: letters that stand for an office, read as a name.
    let isOffice =
      actor.kind != .organisation && actor.name.count < 4 && !actor.name.contains(where: \.isLowercase)
    if actor.isNamed, !isOffice || actor.kind == .country || actor.kind == .place { return .sure }
    if actor.name.hasSuffix(")") || actor.kind == .group { return .sure }
    if let first = words.first, counting.contains(String(first)) { return .sure }
    return actor.kind == .unknown && !isOffice ? .thing : .unresolved
  }

  /// Whether somebody is told by an office alone, of which there are few: `a governor`, `chair (Harbor Board)`.
  private static func isOffice(_ actor: Actor, _ words: [Substring]) -> Bool {
    let owner = actor.name.split(separator: "(").dropFirst().joined().split(separator: " ").count
    return words.dropLast(owner).last.map { offices.contains(String($0)) } ?? false
  }

  /// Whether all of these speakers are such.
  func all(_ speakers: ArraySlice<Int32>, _ wanted: Standing) -> Bool {
    speakers.allSatisfy { standing[Int($0)] == wanted }
  }

  /// Whether some speak, and not one of some others may be one of these. O(speakers multiplied, their names).
  func areTwo(_ some: ArraySlice<Int32>, _ others: ArraySlice<Int32>) -> Bool {
    !some.isEmpty && !others.isEmpty
      && some.allSatisfy { one in others.allSatisfy { areTwo(Int(one), Int($0)) } }
  }

  private func areTwo(_ a: Int, _ b: Int) -> Bool {
    if standing[a] == .thing || standing[b] == .thing { return false }
    let (one, other) = (actors[a], actors[b])
    // `a spokesman (Harbor Board)` is not the board itself, if on its side.
    let isAttached = one.name.hasSuffix(")") || other.name.hasSuffix(")")
    if words[a] == words[b] { return false }
    if !isAttached, holds(words[a], words[b]) || holds(words[b], words[a]) { return false }
    guard standing[a] == .unresolved || standing[b] == .unresolved else { return true }
    if one.gender != .unknown, other.gender != .unknown, one.gender != other.gender { return true }
    let isOther = { (actor: Actor) in actor.kind == .group || !actor.isNamed }
    if standing[a] == .unresolved, standing[b] == .unresolved { return false }
    // `the candidate` is not `the voters`, and not `a reporter`.
    return isOther(standing[a] == .unresolved ? other : one) && words[a].last != words[b].last
  }

  /// Whether one speaks for the other: `the campaign (Ivo Marin)` and `Ivo Marin`, somebody and whom his role names.
  func areOneSide(_ some: ArraySlice<Int32>, _ others: ArraySlice<Int32>) -> Bool {
    some.contains { one in
      others.contains { speaks(Int(one), for: Int($0)) || speaks(Int($0), for: Int(one)) }
    }
  }

  /// Whose the campaign, the office or the spokesman is that an actor is: the last word in the brackets.
  private func owner(_ actor: Int) -> Substring? {
    actors[actor].name.hasSuffix(")") && !actors[actor].isNamed ? words[actor].last : nil
  }

  private func speaks(_ a: Int, for b: Int) -> Bool {
    // Who speaks for somebody is on his campaign's side.
    if let last = owner(b), actors[a].kind == .person {
      let isBoth = actors[a].roles.contains { role in
        Folding.fold(role.title).split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains(last)
      }
      if isBoth || owner(a) == last { return true }
    }
    guard actors[b].isNamed, let last = words[b].last, last.count > 2 else { return false }
    let isPerson = actors[b].kind == .person
    if actors[a].name.hasSuffix(")"), isPerson ? words[a].contains(last) : holds(words[a], words[b]) {
      return true
    }
    return actors[a].kind == .person
      && actors[a].roles.contains { role in
        let title = Folding.fold(role.title).split { !($0.isLetter || $0.isNumber || $0 == "-") }
        return isPerson ? title.contains(last) : holds(title, words[b])
      }
  }

  /// Whether words hold all of some others in a row, and more.
  private func holds(_ long: [Substring], _ short: [Substring]) -> Bool {
    guard !short.isEmpty, long.count > short.count, short.joined().count > 3 else { return false }
    return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
  }
}

extension RelationContext {
  /// Whether two quotations are certainly those of two who speak for themselves.
  func areTwo(_ a: Int, _ b: Int) -> Bool {
    voices.areTwo(index.speakers[a], index.speakers[b])
  }

  /// Whether one of two speaks for the other.
  func areOneSide(_ a: Int, _ b: Int) -> Bool {
    voices.areOneSide(index.speakers[a], index.speakers[b])
  }

  /// Whether both are sure enough to be set beside each other.
  func areSure(_ a: Int, _ b: Int, _ least: Float) -> Bool {
    min(index.confidence[a], index.confidence[b]) >= least
  }

  /// Whether two quotations are one statement printed twice: they share a sentence, or one of their article stands in its
  /// headline and has half of its words from the other.
  func isEcho(_ pair: Pair) -> Bool {
    if Repeats.shareWording(pair.first, pair.second, index) { return true }
    guard pair.isOneArticle else { return false }
    if holdsAll(pair) { return true }
    let isHeadline = index.isOutsideText[pair.first] != index.isOutsideText[pair.second]
    return isHeadline && pair.contained >= 0.5
  }

  /// Whether one quotation holds all the words of another one of its article: a headline in quotation marks.
  private func holdsAll(_ pair: Pair) -> Bool {
    index.isDirect[pair.first] && index.isDirect[pair.second] && pair.overlap.terms > 1 && pair.contained == 1
  }

  /// Whether just one of two tells what those say whom a poll asked.
  func isPollAndSaying(_ a: Int, _ b: Int) -> Bool { isPoll(a) != isPoll(b) }

  private func isPoll(_ quotation: Int) -> Bool {
    index.speakers[quotation].contains { voices.isSurveyed[Int($0)] }
      || !index.isDirect[quotation] && index.terms[quotation].contains { Self.polling.contains($0) }
  }

  private static let polling = WordLists.stems(["percent", "respondents", "poll", "surveyed"])
}
