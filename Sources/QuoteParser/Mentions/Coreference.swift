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
  var index = MentionIndex(sentences: 0)
  /// How many of the mentions stand in text order; those behind them were placed later.
  var ordered = 0
  /// Who leads which country, once somebody asked.
  var leaders: [Int: Int]?
  /// For each actor: its names in the whole article, and its mentions so far.
  var totals: [Int]
  /// The highest of the totals.
  var mostNamed = 0
  var seen: [Int]
  /// For each actor: what its names' surroundings say of its type.
  var evidence: [UInt8]
  /// For each actor that is known so far: whether it is a role that nobody named bears.
  var isRole: [Bool]
  /// For each actor: whether its name is most likely that of a work, an event or a thing.
  var isNobody: [Bool]
  /// The person who spoke last, and the source that says so.
  var lastSpeaker: (actor: Int, source: Range<Int>)?

  /// The words of the statements so far whose speaker is known, the last few.
  var told: [Range<Int>] = []
  /// Statements of each actor so far.
  var spoken: [Int: Int] = [:]
  /// Chooses whom the pronouns of sources stand for; without one they stand for whom they seem to.
  let ranker: PronounRanker?
  /// What was chosen, where somebody wants to learn from it.
  var recorded: [PronounChoice]?

  /// Roles that somebody without a name was brought in by: `an engineer`.
  var introduced: Set<Int> = []
  /// For each role that descriptions bore, `the actor`: whom they stood for, and who was the last.
  var described: [Int: Set<Int>] = [:]
  var lastDescribed: [Int: Int] = [:]

  /// For those who held high offices of state: these, at the time of the article.
  var held: [Int: [Actor.Role]] = [:]

  /// Who spoke last under a role that may be whom the next source names, `an engineer`, `Ruiz’s adviser`.
  var unnamedLead: UnnamedLead?
  /// Where each actor is named first, once somebody asked.
  var firstNamed: [Int: Int]?
  var ties: [Int: Int] = [:]

  /// A mention with its tokens.
  struct Placed {
    var tokens: Range<Int>
    var kind: Mention.Kind
    var actor: Int?
    var role = ClauseRole.other
  }

  init(
    _ words: Words, _ context: TaggingContext, _ gazetteer: Gazetteer, _ entities: EntityTagger?,
    _ ranker: PronounRanker?, date: PartialDate?
  ) {
    self.ranker = ranker
    (self.words, self.context, self.gazetteer) = (words, context, gazetteer)
    clauses = ClauseRoles(words: words)
    self.date = date
    let names = NamedEntities(words, context.sentences, gazetteer)
    let (found, clusters) = (names.found, names.clusters)
    actors = clusters.actors(seen: date)
    isNobody = Array(repeating: false, count: actors.count)
    totals = Array(repeating: 0, count: actors.count)
    seen = totals
    evidence = Array(repeating: 0, count: actors.count)
    isRole = Array(repeating: false, count: actors.count)
    if let entities { type(entities.verdicts(names), clusters) }
    for (index, name) in found.enumerated() {
      let tokens = (name.title?.lowerBound ?? name.tokens.lowerBound)..<name.tokens.upperBound
      mentions.append(
        Placed(tokens: tokens, kind: name.isDemonym ? .demonym : .name, actor: clusters.clusterOf[index]))
    }
    placeRoles(isFirst: true)
    readRoles()
    addRoles()
    placeRoles(isFirst: false)
    addPronouns()
    indexMentions()
  }

  /// Takes over what the tagger says of actors.
  private mutating func type(_ verdicts: [EntityTagger.Verdict], _ clusters: NameClusters) {
    for (row, verdict) in verdicts.enumerated() {
      actors[row].kind = verdict.kind(of: clusters.clusters[row])
      isNobody[row] = verdict.isNobody(clusters.clusters[row])
    }
  }

  /// The clause role of every mention that is no pronoun; joined names share one.
  private mutating func placeRoles(isFirst: Bool) {
    for row in mentions.indices {
      let tokens = mentions[row].tokens
      let isTied = row > 0 && isJoined(mentions[row - 1].tokens, tokens)
      mentions[row].role = clauses.role(tokens, joined: isTied ? mentions[row - 1].role : nil)
      if isFirst, let actor = mentions[row].actor, mentions[row].kind == .name {
        totals[actor] += mentions[row].role == .subject || mentions[row].role == .possessor ? 3 : 2
        evidence[actor] |= signs(mentions[row])
      }
    }
  }

  private static let of = WordHash.lowercased("of")
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
    // `the mayor of Lakeside`
    if before > 0, words.form(before) == Self.of, gazetteer.role(words.lower[before - 1]) != nil { out |= 2 }
    if mention.role == .subject { out |= 4 }
    if isThing(mention.tokens) { out |= 8 }
    if mention.role != .modifier { out |= 32 }
    if gazetteer.firstNames[words.text(mention.tokens.lowerBound).lowercased()] != nil { out |= 16 }
    return out
  }

  /// Whether a name of an actor begins with a known first name.
  func hasFirstName(_ actor: Int) -> Bool { evidence[actor] & 16 != 0 }

  private static let things = Form.set(
    "war wars prize award awards cup street road avenue lake park bridge castle palace church cathedral school theatre "
      + "theater stadium championship championships games olympics festival show album day night act bill treaty "
      + "agreement empire dynasty book bible series story island islands river mountains valley airport station"
  )

  /// Whether a name is a thing's: by its last word, or as a title that fills a pair of quotation marks.
  private func isThing(_ tokens: Range<Int>) -> Bool {
    if tokens.count > 1, Self.things.contains(words.lower[tokens.upperBound - 1]) { return true }
    // `World War II`, but no `President Bill Lee`.
    if tokens.count > 2, NameFinder.suffixes.contains(words.lower[tokens.upperBound - 1]),
      Self.things.contains(words.lower[tokens.upperBound - 2])
    {
      return true
    }
    let stretch = context.marks.stretchOf[tokens.lowerBound]
    return stretch >= 0 && context.marks.stretches[Int(stretch)].count <= tokens.count + 3
  }

  /// `Ruiz and Lee`.
  func isJoined(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard b.lowerBound > a.upperBound else { return false }
    return (a.upperBound..<b.lowerBound).contains { words.form($0) == Form.and }
      && b.lowerBound - a.upperBound <= 3
  }

  // MARK: What is left out

  /// Leaves out the actors that are a role mentioned once and nobody in `speaking`. Says for each actor where it
  /// went. O(mentions + actors).
  mutating func dropPassers(speaking: Set<Int>) -> [Int?] {
    for (role, people) in described where people.count == 1 && ties[role] == nil { ties[role] = people.first }
    for row in mentions.indices {
      if let actor = mentions[row].actor, let name = ties[actor] { mentions[row].actor = name }
    }
    let speaking = Set(speaking.map { ties[$0] ?? $0 })
    var mentioned = Array(repeating: 0, count: actors.count)
    for mention in mentions { if let actor = mention.actor { mentioned[actor] += 1 } }
    var kept: [Actor] = []
    var rows: [Int?] = []
    for row in actors.indices {
      let isPasser =
        (ties[row] != nil || isNobody[row] || isRole[row] && mentioned[row] < 2) && !speaking.contains(row)
      rows.append(isPasser ? nil : kept.count)
      if !isPasser { kept.append(actors[row]) }
    }
    for row in mentions.indices { mentions[row].actor = mentions[row].actor.flatMap { rows[$0] } }
    for row in kept.indices { kept[row].members = kept[row].members.compactMap { rows[$0] } }
    actors = kept
    for (role, name) in ties { rows[role] = rows[name] }
    return rows
  }
}
