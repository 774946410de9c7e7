import QuoteModel

/// What the words around a bare surname tell of whose it is, where several bear it: whose husband or brother they speak of, who
/// runs, whom the same entry of a live report names in full.
struct NamesakeClues {
  private let words: Words
  private let found: [FoundName]
  /// Where the entries of a live report begin; empty in other articles.
  private let entries: [Int]
  /// Where the first sentence ends.
  private let headline: Int

  /// O(tokens).
  init(_ found: [FoundName], _ words: Words, headline: Int) {
    (self.found, self.words, self.headline) = (found, words, headline)
    let rules = (0..<words.count).filter {
      words.shapes[$0] & 7 == Shape.mark && words.bytes[words.ranges[$0].lower] == UInt8(ascii: "_")
    }
    entries = rules.count > 1 ? rules : []
  }

  /// How much speaks for an actor at a bare name.
  func weight(of actor: NameClusters.Cluster, at name: Int) -> Int {
    let (places, gender) = (actor.places, actor.gender)
    let kin = kin(places, gender, at: name) + age(actor, at: name)
    let inEntry = min(Self.often, timesInEntry(places, name))
    return (kin * (Self.often + 1) + inEntry) * 2
      + (isOfCampaign(name) && runs(places) ? 1 : 0)
  }

  // MARK: Entries

  /// Oftener in one entry says no more.
  private static let often = 9

  /// Names of an actor that are looked at, so that a text without end costs what its length says.
  private static let mostNames = 24

  /// How often the entry of a bare name has an actor’s name before it, of the last few, but for `Ana Ruiz’s campaign`.
  /// O(log places + log entries).
  private func timesInEntry(_ places: [Int], _ name: Int) -> Int {
    guard !entries.isEmpty else { return 0 }
    let entry = entry(of: name)
    let before = places[..<places.firstRow { $0 >= name }].suffix(Self.mostNames)
    return before.reduce(0) { $0 + (self.entry(of: $1) == entry && !isOfCampaign($1) ? 1 : 0) }
  }

  private func entry(of name: Int) -> Int {
    let at = found[name].tokens.lowerBound
    return entries.firstRow { $0 > at }
  }

  // MARK: Kin

  private static let younger = WordHash.lowercased("younger")
  private static let older = Form.set("elder older")

  /// `the younger Mr. Ruiz` is called `Jr.`
  private func age(_ actor: NameClusters.Cluster, at name: Int) -> Int {
    let start = found[name].title?.lowerBound ?? found[name].tokens.lowerBound
    guard start > 0 else { return 0 }
    let isJunior = actor.suffix.map { $0.hasPrefix("J") } ?? false
    if words.lower[start - 1] == Self.younger { return isJunior ? 1 : 0 }
    return Self.older.contains(words.lower[start - 1]) && isJunior ? -1 : 0
  }

  /// For one's kin: what one is to it. A spouse is told by gender.
  private static let inverse = [
    "older brother": "younger brother", "elder brother": "younger brother",
    "younger brother": "older brother",
    "father": "son", "son": "father",
  ]
  private static let husband = WordHash.lowercased("husband")
  private static let wife = WordHash.lowercased("wife")
  /// Tokens behind a name in which its kin is looked for.
  private static let farthest = 10

  /// 1 where the words behind a bare name speak of kin that the actor has, -1 of kin that he is.
  private func kin(_ places: [Int], _ gender: Actor.Gender, at name: Int) -> Int {
    let start = found[name].tokens.upperBound
    let end = start < headline ? headline : words.count
    for at in start..<min(end, start + Self.farthest) {
      if !words.isWord(at), words.form(at) != Form.comma, !Form.possessive.contains(words.lower[at]) {
        return 0
      }
      switch words.lower[at] {
      case Self.husband: return gender == .female ? 1 : gender == .male ? -1 : 0
      case Self.wife: return gender == .male ? 1 : gender == .female ? -1 : 0
      default: break
      }
      guard let kin = kin(behind: at) else { continue }
      let own = places.prefix(Self.mostNames).compactMap { self.kin(before: found[$0]) }
      return own.contains(kin) ? -1 : own.contains { Self.inverse[$0] == kin } ? 1 : 0
    }
    return 0
  }

  /// `his younger brother`: what stands behind a possessive, where that is kin.
  private func kin(behind at: Int) -> String? {
    guard words.tags[at] == .PRPS else { return nil }
    return [at + 1..<at + 2, at + 1..<at + 3].lazy.filter { $0.upperBound <= words.count }
      .map { words.text($0).lowercased() }.first { Self.inverse[$0] != nil }
  }

  /// `his older brother, Ivo Ruiz`: what stands before a full name, where that is kin.
  private func kin(before name: FoundName) -> String? {
    guard name.words.count > 1 else { return nil }
    var end = name.tokens.lowerBound
    if end > 0, words.form(end - 1) == Form.comma { end -= 1 }
    return [end - 3, end - 2].lazy.filter { $0 >= 0 }.compactMap { kin(behind: $0) }.first
  }

  // MARK: Campaigns

  private static let campaign = WordHash.lowercased("campaign")
  private static let nominate = WordHash.lowercased("nominat")
  private static let running = Form.set("candidate nominee hopeful frontrunner front-runner contender")

  /// `the Ruiz campaign`, `Ruiz's campaign`, `Ruiz campaigned`
  private func isOfCampaign(_ name: Int) -> Bool {
    let end = found[name].tokens.upperBound
    return (end..<min(words.count, end + 2)).contains { isCampaign($0) }
  }

  private func isCampaign(_ at: Int) -> Bool { words.prefix(at, 8) == Self.campaign }

  /// Whether an actor is called a candidate, or a campaign is his.
  private func runs(_ places: [Int]) -> Bool {
    places.prefix(Self.mostNames).contains { place in
      let name = found[place]
      guard name.words.count > 1 else { return false }
      let before = max(0, (name.title?.lowerBound ?? name.tokens.lowerBound) - 3)
      if (before..<name.tokens.lowerBound).contains(where: {
        Self.running.contains(words.lower[$0]) || words.prefix($0, 7) == Self.nominate
      }) {
        return true
      }
      let end = name.tokens.upperBound
      return (end..<min(words.count, end + 4)).contains { isCampaign($0) }
    }
  }
}
