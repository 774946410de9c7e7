import QuoteModel

/// Who stands behind every mention of an article: names, pronouns, roles and groups. Names come first;
/// a pronoun takes the most salient actor that fits before it; a group takes the actors it names or counts.
/// O(tokens + mentions * actors near).
struct Coreference {
  private let words: Words
  private let context: TaggingContext
  private let gazetteer: Gazetteer
  private(set) var actors: [Actor]
  private(set) var mentions: [Placed] = []

  /// A mention with its tokens.
  struct Placed {
    var tokens: Range<Int>
    var kind: Mention.Kind
    var actor: Int?
    var isSubject = false
  }

  init(_ words: Words, _ context: TaggingContext, _ gazetteer: Gazetteer, date: PartialDate?) {
    (self.words, self.context, self.gazetteer) = (words, context, gazetteer)
    let found = NameFinder(words: words, gazetteer: gazetteer).names(context.sentences)
    let clusters = NameClusters(found, words)
    actors = clusters.actors(seen: date)
    for (index, name) in found.enumerated() {
      let tokens = (name.title?.lowerBound ?? name.tokens.lowerBound)..<name.tokens.upperBound
      mentions.append(
        Placed(tokens: tokens, kind: name.isDemonym ? .demonym : .name, actor: clusters.clusterOf[index]))
    }
    addPronouns()
  }

  // MARK: Pronouns

  private static let pronouns: [UInt32: Actor.Gender] = {
    var out: [UInt32: Actor.Gender] = [:]
    for form in ["he", "him", "his", "himself"] { out[WordHash.lowercased(form)] = .male }
    for form in ["she", "her", "hers", "herself"] { out[WordHash.lowercased(form)] = .female }
    for form in ["it", "its", "itself"] { out[WordHash.lowercased(form)] = .unknown }
    return out
  }()
  private static let they = Form.set("they them their themselves")

  private mutating func addPronouns() {
    var named = mentions
    for index in named.indices { named[index].isSubject = isSubject(named[index].tokens) }
    var out: [Placed] = []
    var next = 0
    for at in 0..<words.count {
      while next < named.count, named[next].tokens.lowerBound <= at {
        out.append(named[next])
        next += 1
      }
      guard let gender = Self.pronouns[words.lower[at]] else { continue }
      var mention = Placed(tokens: at..<at + 1, kind: .pronoun, actor: nil)
      mention.isSubject = isSubject(mention.tokens)
      mention.actor = antecedent(at, gender, out)
      if let actor = mention.actor, gender != .unknown, actors[actor].gender == .unknown {
        actors[actor].gender = gender
      }
      out.append(mention)
    }
    out += named[next...]
    mentions = out
  }

  /// The most salient actor before a pronoun that its gender fits: subjects and near sentences first.
  private func antecedent(_ at: Int, _ gender: Actor.Gender, _ before: [Placed]) -> Int? {
    var best: (score: Float, actor: Int)?
    var scores: [Int: Float] = [:]
    let sentence = Int(context.sentenceOf[at])
    let subject = isSubject(at..<at + 1)
    for mention in before.reversed() {
      guard let actor = mention.actor, mention.tokens.upperBound <= at else { continue }
      let gap = sentence - Int(context.sentenceOf[mention.tokens.lowerBound])
      if gap > 6 { break }
      guard fits(actors[actor], gender), mention.kind != .demonym || gender == .unknown else { continue }
      var score: Float = [2.2, 2.4, 1.0, 0.5, 0.3, 0.2, 0.1][gap]
      if mention.isSubject { score *= subject ? 2.6 : 1.4 }
      if mention.kind == .pronoun { score *= 1.1 }
      // Who is quoted is seldom the one spoken of inside the same marks.
      if context.marks.stretchOf[at] != context.marks.stretchOf[mention.tokens.lowerBound] { score *= 0.8 }
      if actors[actor].kind == .unknown { score *= 0.5 }
      if actors[actor].gender == gender, gender != .unknown { score *= 1.5 }
      scores[actor, default: 0] += score
      let total = scores[actor] ?? 0
      if best.map({ total > $0.score || total == $0.score && actor < $0.actor }) ?? true {
        best = (total, actor)
      }
    }
    return best?.actor
  }

  private func fits(_ actor: Actor, _ gender: Actor.Gender) -> Bool {
    if gender == .unknown {
      return actor.kind == .country || actor.kind == .organisation || actor.kind == .place
    }
    guard actor.kind == .person || actor.kind == .unknown else { return false }
    return actor.gender == .unknown || actor.gender == gender
  }

  /// Whether the mention stands at the head of its clause: before a verb, behind no preposition.
  private func isSubject(_ tokens: Range<Int>) -> Bool {
    if tokens.lowerBound > 0, words.tags[tokens.lowerBound - 1] == .IN, !isClauseStart(tokens.lowerBound - 1)
    {
      return false
    }
    let end = words.count
    for at in tokens.upperBound..<min(end, tokens.upperBound + 3) {
      let tag = words.tags[at]
      if tag == .VBD || tag == .VBZ || tag == .VBP || tag == .MD { return true }
      if tag != .RB && tag != .comma { return false }
    }
    return false
  }

  private func isClauseStart(_ at: Int) -> Bool {
    words.form(at) == Form.that || words.form(at) == Form.whether
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

  private func isJoined(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
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
