import QuoteModel

/// Who stands behind every mention of an article: names, pronouns, roles and groups. Names come first;
/// a pronoun takes the most salient actor that fits before it; a group takes the actors it names or counts.
/// O(tokens + mentions * actors near).
struct Coreference {
  let words: Words
  let context: TaggingContext
  let gazetteer: Gazetteer
  let clauses: ClauseRoles
  let date: PartialDate?
  var actors: [Actor]
  var mentions: [Placed] = []
  /// For each actor: its names in the whole article, and its mentions so far.
  var totals: [Int]
  var seen: [Int]
  /// For each actor: what its names' surroundings say of its type.
  var evidence: [UInt8]

  /// A mention with its tokens.
  struct Placed {
    var tokens: Range<Int>
    var kind: Mention.Kind
    var actor: Int?
    var role = ClauseRole.other
  }

  init(
    _ words: Words, _ context: TaggingContext, _ gazetteer: Gazetteer, date: PartialDate?
  ) {
    (self.words, self.context, self.gazetteer) = (words, context, gazetteer)
    clauses = ClauseRoles(words: words)
    self.date = date
    let found = NameFinder(words: words, gazetteer: gazetteer, sentences: context.sentences)
      .names(context.sentences)
    let clusters = NameClusters(found, words)
    actors = clusters.actors(seen: date)
    totals = Array(repeating: 0, count: actors.count)
    seen = totals
    evidence = Array(repeating: 0, count: actors.count)
    for (index, name) in found.enumerated() {
      let tokens = (name.title?.lowerBound ?? name.tokens.lowerBound)..<name.tokens.upperBound
      mentions.append(
        Placed(tokens: tokens, kind: name.isDemonym ? .demonym : .name, actor: clusters.clusterOf[index]))
    }
    placeRoles(isFirst: true)
    addRoles()
    placeRoles(isFirst: false)
    addPronouns()
  }

  /// The clause role of every mention that is no pronoun; joined names share one.
  private mutating func placeRoles(isFirst: Bool) {
    for row in mentions.indices {
      let before = row > 0 ? mentions[row - 1] : nil
      let isTied = before.map { isJoined($0.tokens, mentions[row].tokens) } ?? false
      mentions[row].role = clauses.role(mentions[row].tokens, joined: isTied ? before?.role : nil)
      if isFirst, let actor = mentions[row].actor, mentions[row].kind == .name {
        totals[actor] += mentions[row].role == .subject || mentions[row].role == .possessor ? 3 : 2
        evidence[actor] |= signs(mentions[row])
      }
    }
  }

  private static let placing = Form.set("in at near into across throughout inside outside around")

  /// What a name's surroundings say of its type, as bits: an article before it 1, a preposition of place 2,
  /// a subject 4, the name of a thing 8, a first name 16, a use other than before a noun 32,
  /// one without an article 64.
  private func signs(_ mention: Placed) -> UInt8 {
    var out: UInt8 = 0
    let before = mention.tokens.lowerBound - 1
    let isDetermined = before >= 0 && words.tags[before] == .DT
    out |= isDetermined ? 1 : 64
    if before >= 0, Self.placing.contains(words.lower[before]) { out |= 2 }
    if mention.role == .subject { out |= 4 }
    if isThing(mention.tokens) { out |= 8 }
    if mention.role != .modifier { out |= 32 }
    if gazetteer.firstNames[words.text(mention.tokens.lowerBound).lowercased()] != nil { out |= 16 }
    return out
  }

  private static let things = Form.set(
    "war wars prize award awards cup street road avenue lake park bridge castle palace church cathedral school theatre "
      + "theater stadium championship championships games olympics festival show album day night act bill treaty "
      + "agreement empire dynasty book bible series story island islands river mountains valley airport station")

  /// Whether a name is a thing's: by its last word, or as a title that fills a pair of quotation marks.
  private func isThing(_ tokens: Range<Int>) -> Bool {
    if tokens.count > 1, Self.things.contains(words.lower[tokens.upperBound - 1]) { return true }
    if tokens.count > 2, Self.things.contains(words.lower[tokens.upperBound - 2]) { return true }
    let stretch = context.marks.stretchOf[tokens.lowerBound]
    return stretch >= 0 && context.marks.stretches[Int(stretch)].count <= tokens.count + 3
  }

  // MARK: Sources

  /// The actors behind a source: those named in it, the antecedent of its pronoun, a group's members; a
  /// role becomes an actor of its own. Adds actors and mentions where there were none.
  mutating func speakers(of source: Range<Int>) -> [Int] {
    if let group = group(source) { return group }
    let inside = mentions.filter {
      source.contains($0.tokens.lowerBound) || $0.tokens.contains(source.lowerBound)
    }
    let direct = inside.filter { $0.kind == .name && !isPossessor($0.tokens, source) }
    // The head of `Ruiz, the mayor` is the first name; `Ruiz and Lee` are two.
    if let first = direct.first, let actor = first.actor {
      let joined = direct.dropFirst().filter { isJoined(first.tokens, $0.tokens) }.compactMap(\.actor)
      // `a spokesman for the ministry` is the spokesman's, `the Turkish leader` nobody's name.
      if !hasRoleHead(source, before: first.tokens.lowerBound) { return unique([actor] + joined) }
    }
    if source.count == 1, let pronoun = inside.first(where: { $0.kind == .pronoun }),
      let actor = pronoun.actor
    {
      return [actor]
    }
    if source.count == 1 {
      let word = words.lower[source.lowerBound]
      if Self.they.contains(word) { return lastGroup(before: source.lowerBound) }
      if Self.relatives.contains(word) { return named(before: source.lowerBound).map { [$0] } ?? [] }
      if Self.nobody.contains(word) { return [] }
    }
    return [role(source)]
  }

  private static let they = Form.set("they them their themselves")
  private static let relatives = Form.set("who which that whom whose")
  /// Sources that name no one a reader could look up.
  private static let nobody = Form.set("i we you he she it me us one this those these some others many")

  /// The name that a relative pronoun goes on, a few words before it: `Lee, a lawyer, who said`.
  private func named(before at: Int) -> Int? {
    mentions.last { $0.kind == .name && $0.tokens.upperBound <= at && at - $0.tokens.upperBound <= 6 }?.actor
  }

  private func unique(_ rows: [Int]) -> [Int] {
    var out: [Int] = []
    for row in rows where !out.contains(row) { out.append(row) }
    return out
  }

  private func isPossessor(_ tokens: Range<Int>, _ source: Range<Int>) -> Bool {
    tokens.upperBound < source.upperBound && Form.possessive.contains(words.lower[tokens.upperBound])
      && tokens.upperBound + 1 < source.upperBound
  }

  func isJoined(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard b.lowerBound > a.upperBound else { return false }
    return (a.upperBound..<b.lowerBound).contains { words.form($0) == Form.and }
      && b.lowerBound - a.upperBound <= 3
  }

  /// Whether a common noun that is a role leads the source: `a spokesman for Ruiz`.
  private func hasRoleHead(_ source: Range<Int>, before limit: Int) -> Bool {
    for at in source.lowerBound..<max(source.lowerBound, limit)
    where words.tags[at].isNoun && words.isLowercase(at) {
      // `the mayor, Ana Ruiz`, `mayor Ana Ruiz`: the name is in apposition.
      if at + 1 == limit || (at..<limit).contains(where: { words.form($0) == Form.comma }) { return false }
      return true
    }
    return false
  }

  // MARK: Groups

  private static let leaders = Form.set(
    "leaders presidents ministers premiers chancellors heads officials candidates men women sides parties nominees rivals"
  )
  private static let two = Form.set("two both pair")

  /// The members of `the leaders of Turkey and Serbia` or `the two leaders`.
  private mutating func group(_ source: Range<Int>) -> [Int]? {
    guard
      let head = source.first(where: {
        Self.leaders.contains(words.lower[$0]) || words.lower[$0] == WordHash.lowercased("pair")
      })
    else { return nil }
    let countries = mentions.filter { source.contains($0.tokens.lowerBound) && $0.tokens.lowerBound > head }
      .compactMap(\.actor).filter { actors[$0].kind == .country }
    if !countries.isEmpty {
      let members = unique(countries).compactMap { leader(of: $0) }
      return members.isEmpty ? nil : members
    }
    guard source.contains(where: { Self.two.contains(words.lower[$0]) }) else { return nil }
    return lastPair(before: source.lowerBound)
  }

  /// The person whose title names the country: `Turkish President`.
  private func leader(of country: Int) -> Int? {
    for mention in mentions where mention.kind == .name {
      guard let actor = mention.actor, actors[actor].kind == .person else { continue }
      let title = mentions.contains {
        $0.actor == country && mention.tokens.contains($0.tokens.lowerBound) && $0.tokens != mention.tokens
      }
      if title { return actor }
    }
    return nil
  }

  /// The two people named most in the article up to here.
  private func lastPair(before at: Int) -> [Int]? {
    var counts: [Int: Int] = [:]
    for mention in mentions where mention.tokens.lowerBound < at {
      if let actor = mention.actor, actors[actor].kind == .person { counts[actor, default: 0] += 1 }
    }
    let top = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(2).map(\.key)
    return top.count == 2 ? top.sorted() : nil
  }

  private mutating func lastGroup(before at: Int) -> [Int] {
    for mention in mentions.reversed() where mention.tokens.upperBound <= at && mention.kind == .group {
      if let actor = mention.actor { return [actor] }
    }
    return []
  }

  // MARK: Roles

  private var articles: Set<UInt32> { Form.set("the a an this that his her their its our my") }

  /// The actor of a source that is no name, one for each wording: `a spokesman`, `police`.
  private mutating func role(_ source: Range<Int>) -> Int {
    var span = source
    // Up to the first comma or relative clause.
    if let cut = source.dropFirst().first(where: {
      words.form($0) == Form.comma || words.tags[$0] == .WDT || words.tags[$0] == .WP
    }) {
      span = source.lowerBound..<cut
    }
    if let row = mentions.firstIndex(where: {
      $0.kind == .role && $0.tokens.lowerBound == source.lowerBound && $0.tokens.upperBound <= span.upperBound
    }), let actor = mentions[row].actor {
      return actor
    }
    let text = words.text(span)
    let bare = span.count > 1 && articles.contains(words.lower[span.lowerBound]) ? span.dropFirst() : span
    let key = words.text(bare.lowerBound..<bare.upperBound)
    let isGroup = isPlural(bare)
    if let known = actors.firstIndex(where: { $0.name.lowercased() == key.lowercased() }) {
      mentions.append(Placed(tokens: source, kind: isGroup ? .group : .role, actor: known))
      return known
    }
    let gender =
      bare.compactMap { gazetteer.roles[words.text($0).lowercased()]?.gender.actor }.first ?? .unknown
    let isRole = bare.contains { gazetteer.roles[words.text($0).lowercased()] != nil }
    let kind: Actor.Kind = isGroup ? .group : isRole ? .person : .unknown
    actors.append(
      Actor(name: key.isEmpty ? text : key, kind: kind, gender: gender, aliases: text == key ? [] : [text]))
    mentions.append(Placed(tokens: source, kind: isGroup ? .group : .role, actor: actors.count - 1))
    return actors.count - 1
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
