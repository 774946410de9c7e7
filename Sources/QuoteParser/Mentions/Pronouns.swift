import QuoteModel

extension Coreference {
  /// Gender of the personal pronouns of the third person singular.
  static let singular: [UInt32: Actor.Gender] = {
    var out: [UInt32: Actor.Gender] = [:]
    for form in ["he", "him", "his", "himself"] { out[WordHash.lowercased(form)] = .male }
    for form in ["she", "her", "hers", "herself"] { out[WordHash.lowercased(form)] = .female }
    for form in ["it", "its", "itself"] { out[WordHash.lowercased(form)] = .unknown }
    return out
  }()
  private static let reflexives = Form.set("himself herself itself")
  /// How far back an antecedent is looked for.
  private static let farthest = 5
  private static let mostMentions = 60

  /// Places the pronouns among the mentions, each with its antecedent's actor, in one walk over the text.
  mutating func addPronouns() {
    let given = mentions
    mostNamed = totals.max() ?? 0
    mentions = []
    mentions.reserveCapacity(given.count * 2)
    var next = 0
    for at in 0..<words.count {
      while next < given.count, given[next].tokens.lowerBound <= at {
        place(given[next])
        next += 1
      }
      guard words.tags[at] == .PRP || words.tags[at] == .PRPS, let gender = Self.singular[words.lower[at]]
      else {
        continue
      }
      var mention = Placed(tokens: at..<at + 1, kind: .pronoun, actor: nil)
      mention.role = clauses.role(mention.tokens)
      mention.actor = antecedent(at, mention.role, gender, given[next...])
      // With nobody before it, it stands for whom the article is about.
      if mention.actor == nil, gender != .unknown { mention.actor = main(gender) }
      place(mention)
      if let actor = mention.actor, gender != .unknown { actors[actor].gender = gender }
    }
    while next < given.count {
      place(given[next])
      next += 1
    }
  }

  private mutating func place(_ mention: Placed) {
    if let actor = mention.actor { seen[actor] += 1 }
    mentions.append(mention)
  }

  /// The actor named most of those that a pronoun's gender fits.
  private func main(_ gender: Actor.Gender) -> Int? {
    actors.indices.filter { fits($0, gender) && totals[$0] > 0 }
      .max { (totals[$0], $1) < (totals[$1], $0) }
  }

  private func antecedent(
    _ at: Int, _ role: ClauseRole, _ gender: Actor.Gender, _ after: ArraySlice<Placed>
  ) -> Int? {
    if Self.reflexives.contains(words.lower[at]), let subject = subject(before: at, gender) { return subject }
    let found = candidates(at, role, gender, after)
    guard gender != .unknown else { return salient(found, at) }
    guard !found.isEmpty else { return nil }
    let salience = Salience(pronoun: role, isFronted: isFronted(at))
    var best: (score: Int, actor: Int)?
    for candidate in found {
      let mention = candidate.isAfter ? after[candidate.nearest] : mentions[candidate.nearest]
      let low = min(mention.tokens.upperBound, at + 1)
      let high = candidate.gap < 1 ? max(at, mention.tokens.lowerBound) : low
      var between = Between(words, clauses, low..<max(low, high))
      between.subjects = subjects(from: candidate, others: candidate.actor)
      let standing = Salience.Standing(
        isMain: totals[candidate.actor] == mostNamed, isUnnamed: totals[candidate.actor] == 0,
        isDoubtful: actors[candidate.actor].kind == .unknown && evidence[candidate.actor] & 3 != 0,
        isAdjacent: role == .possessor && !candidate.isAfter && isAdjacent(mention.tokens, at),
        isQuoted: context.marks.stretchOf[at] < 0
          && context.marks.stretchOf[mention.tokens.lowerBound] >= 0,
        isEmbedded: context.marks.stretchOf[at] < 0 && isEmbedded(candidate))
      let score = salience.weight(candidate, mention.role, between, standing)
      if best.map({ score > $0.score }) ?? true { best = (score, candidate.actor) }
    }
    return best?.actor
  }

  /// Whether the pronoun stands before its sentence's first comma, in a phrase or clause that leads on to the
  /// subject: `In his speech, Smith …`, `When asked how she felt, Lee …`.
  private func isFronted(_ at: Int) -> Bool {
    let sentence = context.sentences[Int(context.sentenceOf[at])].tokens
    // `…, and on her way out, Lee …`
    if at - 2 > sentence.lowerBound, words.tags[at] == .PRPS, words.tags[at - 1] == .IN,
      words.tags[at - 2] == .CC || words.form(at - 2) == Form.colon || words.form(at - 2) == Form.semicolon
    {
      return true
    }
    var first = sentence.lowerBound
    while first < at, !words.isWord(first) || words.tags[first] == .CC || words.tags[first] == .RB {
      first += 1
    }
    while first < at, words.form(first) == Form.comma { first += 1 }
    guard first < at else { return false }
    let tag = words.tags[first]
    guard tag == .IN || tag == .TO || tag == .WRB || tag == .VBG || tag == .VBN else { return false }
    return !(first..<at).contains { words.form($0) == Form.comma && clauses.leadsVerb($0 + 1) }
  }

  /// Subjects of other actors that stand between a candidate's mention and the pronoun.
  private func subjects(from candidate: Candidate, others actor: Int) -> Int {
    guard !candidate.isAfter else { return 0 }
    return mentions[(candidate.nearest + 1)...].count { $0.role == .subject && $0.actor != actor }
  }

  /// Whether a candidate's nearest mention is the second subject of a sentence before, words between marks apart.
  private func isEmbedded(_ candidate: Candidate) -> Bool {
    guard !candidate.isAfter, candidate.gap > 0 else { return false }
    let mention = mentions[candidate.nearest]
    guard mention.role == .subject else { return false }
    let sentence = context.sentenceOf[mention.tokens.lowerBound]
    let stretch = context.marks.stretchOf[mention.tokens.lowerBound]
    for other in mentions[..<candidate.nearest].reversed() {
      guard context.sentenceOf[other.tokens.lowerBound] == sentence else { return false }
      if other.role == .subject, other.actor != candidate.actor,
        context.marks.stretchOf[other.tokens.lowerBound] == stretch
      {
        return true
      }
    }
    return false
  }

  // MARK: Candidates

  /// The actors near that the pronoun may stand for, the nearest first.
  private func candidates(
    _ at: Int, _ role: ClauseRole, _ gender: Actor.Gender, _ after: ArraySlice<Placed>
  ) -> [Candidate] {
    var out: [Candidate] = []
    let sentence = Int(context.sentenceOf[at])
    for row in mentions.indices.reversed().prefix(Self.mostMentions) {
      let mention = mentions[row]
      guard let actor = mention.actor else { continue }
      let gap = sentence - Int(context.sentenceOf[mention.tokens.lowerBound])
      if gap > Self.farthest { break }
      guard fits(actor, gender), mention.kind != .demonym else { continue }
      if let known = out.firstIndex(where: { $0.actor == actor }) {
        out[known].near += 1
        if mention.role == .subject { out[known].subjectGap = min(out[known].subjectGap, gap) }
        continue
      }
      guard mention.tokens.upperBound <= at, !isLabel(mention.tokens, over: at) else { continue }
      out.append(
        Candidate(
          actor: actor, nearest: row, rank: out.count, gap: gap,
          subjectGap: mention.role == .subject ? gap : 9, near: 1))
    }
    // `In his speech, Smith …`: a subject that follows in the sentence, and was not named before it.
    for row in after.indices {
      let mention = after[row]
      guard Int(context.sentenceOf[mention.tokens.lowerBound]) == sentence else { break }
      guard let actor = mention.actor, mention.kind == .name, leads(mention), fits(actor, gender),
        !out.contains(where: { $0.actor == actor && $0.gap == 0 }),
        !isOwned(mention, by: at)
      else { continue }
      out.removeAll { $0.actor == actor }
      out.append(Candidate(actor: actor, nearest: row, isAfter: true, rank: out.count))
      break
    }
    return out
  }

  /// Whether a name before a colon says whose the words of the pronoun's paragraph are: in `LEE: He knew`, he is another.
  func isLabel(_ tokens: Range<Int>, over at: Int) -> Bool {
    let sentence = context.sentences[Int(context.sentenceOf[tokens.lowerBound])]
    return tokens.upperBound < at && words.form(tokens.upperBound) == Form.colon
      && tokens.lowerBound == sentence.tokens.lowerBound
      && sentence.part == context.sentences[Int(context.sentenceOf[at])].part
  }

  /// Whether a name is its clause's subject, or owns it: `In her first years, Lee's songs were sad`.
  private func leads(_ mention: Placed) -> Bool {
    let before = mention.tokens.lowerBound - 1
    return mention.role == .subject
      || mention.role == .possessor && before >= 0 && words.form(before) == Form.comma
  }

  /// `gave Lee his chance`, `Lee and his wife`.
  private func isAdjacent(_ tokens: Range<Int>, _ at: Int) -> Bool {
    at == tokens.upperBound || at == tokens.upperBound + 1 && words.tags[at - 1] == .CC
  }

  /// `his brother Tom`: the name in the pronoun's own noun phrase is somebody else.
  private func isOwned(_ mention: Placed, by at: Int) -> Bool {
    guard words.tags[at] == .PRPS else { return false }
    return (at + 1..<max(at + 1, mention.tokens.lowerBound)).allSatisfy {
      words.tags[$0].isNoun || words.tags[$0].isAdjective || words.form($0) == Form.comma
    }
      && !(isFronted(at) && words.form(mention.tokens.lowerBound - 1) == Form.comma
        && clauses.isFinite(mention.tokens.upperBound))
  }

  private func subject(before at: Int, _ gender: Actor.Gender) -> Int? {
    let sentence = context.sentenceOf[at]
    for mention in mentions.reversed() {
      guard context.sentenceOf[mention.tokens.lowerBound] == sentence else { return nil }
      if mention.role == .subject, let actor = mention.actor, fits(actor, gender) { return actor }
    }
    return nil
  }

  /// For `it`: the most salient of the countries and organisations that did something in the sentences before; places seldom
  /// do anything. It may stand for nobody: `it is late`.
  private func salient(_ found: [Candidate], _ at: Int) -> Int? {
    func weight(_ candidate: Candidate) -> Int {
      guard !candidate.isAfter else { return 0 }
      return 40 - candidate.gap * 12 - candidate.rank * 3 + (9 - candidate.subjectGap) * 3
        + min(candidate.near, 4) * 2
    }
    return found.filter { $0.gap <= 2 && $0.subjectGap <= 2 && !$0.isAfter }.max {
      (weight($0), $1.rank) < (weight($1), $0.rank)
    }?
    .actor
  }

  func fits(_ row: Int, _ gender: Actor.Gender) -> Bool {
    let actor = actors[row]
    if gender == .unknown {
      return actor.kind == .country || actor.kind == .organisation
    }
    guard actor.kind == .person || actor.kind == .unknown else { return false }
    // The name of a thing, or a word that only ever narrows a noun: `the Harbor plan`.
    let isThing = evidence[row] & 8 != 0 && actor.gender == .unknown
    if actor.kind == .unknown || isThing, evidence[row] & 40 != 32 { return false }
    if actor.kind == .unknown, totals[row] > 0, evidence[row] & 80 == 0 { return false }
    return actor.gender == .unknown || actor.gender == gender
  }

  // MARK: Quotations

  private static let mine = WordHash.lowercased("mine")
  private static let firstPerson = Form.set("i me my mine myself")

  /// Who speaks in a statement that those of `outer` tell: the `I` of `"I told the board …," Ruiz said` is Ruiz, and a
  /// `she` between her own quotation marks is not.
  func adjust(_ speakers: inout [Int], of source: Range<Int>, told outer: [Int]) {
    guard source.count == 1 else { return }
    let at = source.lowerBound
    if Self.firstPerson.contains(words.lower[at]) {
      // `an adviser of mine`
      speakers = words.lower[at] == Self.mine ? [] : outer
    } else if words.tags[at] == .PRP, context.marks.places[at] == .inside {
      speakers.removeAll { outer.contains($0) }
    }
  }

  /// `I` between the quotation marks of a statement, or outside any in a turn of a transcript, is whoever makes it.
  mutating func addFirstPersons(_ content: [Range<Int>], _ speakers: [Int], isTurn: Bool) {
    guard speakers.count == 1, let speaker = speakers.first else { return }
    for at in content.joined()
    where (context.marks.places[at] == .inside) != isTurn && Self.firstPerson.contains(words.lower[at]) {
      var mention = Placed(tokens: at..<at + 1, kind: .pronoun, actor: speaker)
      mention.role = clauses.role(mention.tokens)
      addLate(mention)
    }
  }
}
