import QuoteModel

/// Groups and who belongs to them.
extension Coreference {
  // MARK: Groups

  private static let leaders = Form.set(
    "leaders presidents ministers premiers chancellors heads officials candidates men women sides parties nominees rivals"
  )
  /// Groups of people who need not lead anything.
  private static let anybody = Form.set("pair men women sides parties candidates nominees rivals officials")
  private static let both = WordHash.lowercased("both")
  private static let pointing = Form.set("the these those")
  private static let two = Form.set("two both pair")
  private static let women = WordHash.lowercased("women")
  private static let men = WordHash.lowercased("men")
  private static let including = Form.set("including namely")

  /// The members of `the leaders of Turkey and Serbia` or `the two leaders`.
  mutating func group(_ source: Range<Int>) -> [Int]? {
    guard
      let head = source.first(where: {
        Self.leaders.contains(words.lower[$0]) || words.lower[$0] == WordHash.lowercased("pair")
          || isParty($0)
      })
    else { return nil }
    // `both men and women`
    if head + 1 < source.upperBound, words.form(head + 1) == Form.and { return nil }
    // `Ana Ruiz, who beat two of her rivals`, `donors of both parties`
    if (source.lowerBound..<head).contains(where: {
      words.form($0) == Form.comma || words.tags[$0] == .WP || words.tags[$0] == .WDT || words.tags[$0] == .IN
    }) {
      return nil
    }
    let names = near(source).filter {
      source.contains($0.tokens.lowerBound) && $0.tokens.lowerBound > head && $0.kind == .name
    }
    if let told = told(names, behind: head) { return told }
    if isParty(head) { return nil }
    let bodies = names.compactMap(\.actor).filter { actors[$0].kind != .person }
    if !bodies.isEmpty {
      let bodies = unique(bodies)
      let members = bodies.compactMap { leader(of: $0) }
      if members.count == bodies.count { return members }
      // The only ones of the article who lead anything, if they are as many.
      let heads = actors.indices.filter { actors[$0].kind == .person && !isRole[$0] && leads($0) }
      if heads.count == bodies.count, heads.count > 1, !Self.anybody.contains(words.lower[head]) {
        return heads
      }
      return members.isEmpty ? nil : members
    }
    // `both sides of the debate`, `a pair of papers`
    if head + 1 < source.upperBound, words.form(head + 1) == Form.of { return nil }
    let near = max(source.lowerBound, head - 3)..<head + 1
    guard let mark = near.first(where: { Self.two.contains(words.lower[$0]) }) else { return nil }
    // `two men` are not `the two men`.
    if words.lower[mark] != Self.both {
      guard mark > source.lowerBound, Self.pointing.contains(words.lower[mark - 1]) else { return nil }
    }
    return lastPair(
      before: source.lowerBound, leaders: !Self.anybody.contains(words.lower[head]),
      isRunning: Self.running.contains(words.lower[head]),
      gender: words.lower[head] == Self.women ? .female : words.lower[head] == Self.men ? .male : .unknown)
  }

  /// `Republicans`
  private func isParty(_ at: Int) -> Bool {
    guard words.tags[at].isNoun, words.isCapital(at), words.text(at).hasSuffix("s"),
      let entry = gazetteer.names[words.text(at).lowercased()]
    else { return false }
    return gazetteer.members[entry.name] != nil
  }

  /// The people whom a group is told by: `leaders, including Ana Ruiz and Tom Lund`, `both men, Ruiz and Lund`.
  private func told(_ names: [Placed], behind head: Int) -> [Int]? {
    let people = names.filter { $0.actor.map { actors[$0].kind == .person } ?? false }
    guard let first = people.first?.tokens.lowerBound else { return nil }
    let between = head + 1..<first
    let opening = between.last {
      words.form($0) == Form.comma || words.form($0) == Form.colon || Form.dashes.contains(words.lower[$0])
    }
    // `officials, a division of Ruiz` is something else.
    let opens =
      between.contains { Self.including.contains(words.lower[$0]) }
      || opening.map { $0 + 1..<first }?.allSatisfy { words.tags[$0].isNoun || words.tags[$0].isAdjective }
        ?? false
    return opens ? unique(people.compactMap(\.actor)) : nil
  }

  /// The person whose title names the country: `Turkish President`. The first time for all countries, O(mentions).
  private mutating func leader(of country: Int) -> Int? {
    if leaders == nil { leaders = findLeaders() }
    return leaders?[country]
  }

  private func findLeaders() -> [Int: Int] {
    var out: [Int: Int] = [:]
    for mention in mentions[..<ordered] where mention.kind == .name {
      guard let actor = mention.actor, actors[actor].kind == .person else { continue }
      for other in near(mention.tokens)
      where mention.tokens.contains(other.tokens.lowerBound) && other.tokens != mention.tokens {
        if let country = other.actor, out[country] == nil { out[country] = actor }
      }
    }
    return out
  }

  private static let offices = [
    "president", "minister", "premier", "chancellor", "leader", "king", "queen", "governor", "mayor", "chief",
    "secretary",
  ]

  /// Two people of a gender in the article up to here: those who lead something, where the group is one of leaders; those of
  /// the last sentences before those of the first; those named most.
  private func lastPair(before at: Int, leaders: Bool, isRunning: Bool, gender: Actor.Gender) -> [Int]? {
    var counts: [Int: Int] = [:]
    let sentence = Int(context.sentenceOf[at])
    for mention in mentions[..<count(before: at)].suffix(Self.farthest) {
      guard let actor = mention.actor, actors[actor].kind == .person, totals.indices.contains(actor),
        totals[actor] > 0, !isRunning || !isInOffice(actor),
        gender == .unknown || actors[actor].gender == .unknown || actors[actor].gender == gender
      else { continue }
      let isNear = sentence - Int(context.sentenceOf[mention.tokens.lowerBound]) <= 3
      counts[actor, default: 0] += isNear ? 10 : 1
      if leaders, counts[actor] ?? 0 < 1000, leads(actor) { counts[actor, default: 0] += 1000 }
    }
    let top = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(2).map(\.key)
    return top.count == 2 ? top.sorted() : nil
  }

  /// Mentions that are asked at most, so that a text without end costs what its length says.
  private static let farthest = 4000

  /// How many mentions were placed, in text order, before a token: those that sources added stand behind. O(log n).
  private func count(before at: Int) -> Int {
    mentions[..<ordered].firstRow { $0.tokens.lowerBound >= at }
  }

  private static let running = Form.set("candidates nominees rivals contenders")

  /// Whether somebody heads a state when the article is written, and so does not run for it.
  private func isInOffice(_ actor: Int) -> Bool {
    (actors[actor].roles + (held[actor] ?? [])).contains { $0.title.lowercased() == "president" }
  }

  private func leads(_ actor: Int) -> Bool {
    actors[actor].roles.contains { role in
      let title = role.title.lowercased()
      return Self.offices.contains { title.hasSuffix($0) }
    }
  }
}
