import QuoteModel

/// A noun phrase whose head is a person's role: `the Turkish president`, `his spokeswoman`, `a lawyer`.
struct RolePhrase {
  /// Its tokens, the determiner too.
  var tokens: Range<Int>
  /// The noun that is the role.
  var head: Int
  var gender: Actor.Gender
}

/// Where each actor was named last, up to some place of the text.
struct Recency {
  private var places: [Int]
  /// How many tokens a name counts as farther back that is no subject, or stands in somebody's words.
  private static let aside = 25

  init(actors: Int) { places = Array(repeating: -1, count: actors) }

  mutating func name(_ mention: Coreference.Placed, isQuoted: Bool) {
    guard let actor = mention.actor else { return }
    while places.count <= actor { places.append(-1) }
    let isAside = isQuoted || mention.role != .subject && mention.role != .possessor
    places[actor] = max(places[actor], mention.tokens.lowerBound - (isAside ? Self.aside : 0))
  }

  /// The one of some actors that was named last, else the last of them.
  func last(of actors: [Int]) -> Int? {
    var best: (place: Int, actor: Int)?
    for actor in actors {
      let place = places.indices.contains(actor) ? places[actor] : -1
      if best.map({ place >= $0.place }) ?? true { best = (place, actor) }
    }
    return best?.actor
  }
}

extension Coreference {
  private static let determiners = Form.set("a an the this that his her their its our my another one")
  static let naming = Form.set("named called")
  private static let beings = Form.set("is was are were became becomes remains")
  /// Nouns of one office.
  private static let sameOffice = ["congressman": "representative", "congresswoman": "representative"]

  /// Every role phrase outside names, in text order. O(tokens).
  func rolePhrases() -> [RolePhrase] {
    var out: [RolePhrase] = []
    for at in 0..<words.count where words.isLowercase(at) {
      // The tagger takes some for adjectives: `chief`, `captive`.
      let next = at + 1 < words.count ? words.tags[at + 1] : .period
      let isNoun = words.tags[at].isAdjective && (!next.isNoun && !next.isAdjective || next.isProperNoun)
      guard words.tags[at] == .NN || words.tags[at] == .NNP || isNoun || isUntaggedRole(at) else { continue }
      if at + 1 < words.count, words.tags[at + 1] == .NN || words.tags[at + 1] == .NNS { continue }
      guard let role = gazetteer.role(words.lower[at]), !role.isPlural else { continue }
      var start = at
      while start > 0, at - start < 5, words.isWord(start - 1),
        context.sentenceOf[start - 1] == context.sentenceOf[at],
        words.tags[start - 1].isAdjective || words.tags[start - 1].isNoun || words.tags[start - 1] == .HYPH
          || words.tags[start - 1] == .VBN
      {
        start -= 1
      }
      if start > 0, context.sentenceOf[start - 1] == context.sentenceOf[at],
        Self.determiners.contains(words.lower[start - 1]) || words.tags[start - 1] == .PRPS
      {
        start -= 1
      }
      let end = at + 1 + portfolio(behind: at)
      out.append(RolePhrase(tokens: start..<end, head: at, gender: role.gender.actor))
    }
    return out
  }

  /// Whether a role's noun stands between a noun and a verb, whatever the tagger took it for: `the Florida senator said`.
  func isUntaggedRole(_ at: Int) -> Bool {
    guard at > 0, at + 1 < words.count, words.isLowercase(at), !words.tags[at].isNoun,
      words.tags[at - 1].isNoun || words.tags[at - 1].isAdjective || words.isCapital(at - 1)
    else { return false }
    switch words.tags[at + 1] {
    case .VBD, .VBZ, .VBN, .VBP, .MD: return gazetteer.role(words.lower[at]) != nil
    default: return false
    }
  }

  private static let of = WordHash.lowercased("of")
  private static let portfolios = Form.set(
    "state defense defence education energy labor agriculture commerce")
  private static let portfolioOffices = Form.set("secretary minister")

  /// The words behind an office that are part of it: `secretary [of state]`.
  func portfolio(behind at: Int) -> Int {
    guard at + 2 < words.count, words.lower[at + 1] == Self.of,
      Self.portfolioOffices.contains(words.lower[at]),
      Self.portfolios.contains(words.lower[at + 2])
    else { return 0 }
    return 2
  }

  /// Gives each role phrase to whoever bears it: the name it stands beside, the name that a copula ties it to,
  /// whoever was called so before; else an actor of its own. Mentions of names must be in text order.
  mutating func addRoles() {
    let names = mentions
    var out: [Placed] = []
    /// Who bore a role, by its noun, the last one last.
    var bearers: [String: [Int]] = [:]
    for (row, actor) in actors.enumerated() {
      guard actor.kind == .person else { continue }
      let roles = gazetteer.holders.roles(of: actor.name, seen: date)
      if !roles.isEmpty { held[row] = roles }
      for role in roles { bearers[noun(role.title), default: []].append(row) }
    }
    for (row, actor) in actors.enumerated() {
      for role in actor.roles { bearers[noun(role.title), default: []].append(row) }
    }
    var next = 0
    var recency = Recency(actors: actors.count)
    for phrase in rolePhrases() {
      while next < names.count, names[next].tokens.upperBound <= phrase.head {
        recency.name(names[next], isQuoted: context.marks.stretchOf[names[next].tokens.lowerBound] >= 0)
        next += 1
      }
      let key = noun(words.text(phrase.head..<phrase.tokens.upperBound))
      let after = next < names.count ? names[next] : nil
      let before = next > 0 ? names[next - 1] : nil
      if let bearer = beside(phrase, before, after) {
        learn(phrase, bearer)
        if !(bearers[key]?.contains(bearer) ?? false) { bearers[key, default: []].append(bearer) }
        continue
      }
      guard bare(phrase) != phrase.tokens else { continue }
      let actor = known(phrase, bearers[key] ?? [], recency) ?? newcomer(phrase)
      if isRole[actor], Form.indefinites.contains(words.lower[phrase.tokens.lowerBound]) {
        introduced.insert(actor)
      }
      if !(bearers[key]?.contains(actor) ?? false) { bearers[key, default: []].append(actor) }
      let placed = Placed(tokens: phrase.tokens, kind: .role, actor: actor)
      recency.name(placed, isQuoted: false)
      out.append(placed)
    }
    mentions = (names + out).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func noun(_ title: String) -> String {
    let last = title.lowercased().split(separator: " ").last.map(String.init) ?? ""
    return Self.sameOffice[last] ?? last
  }

  /// `manager Ann Lee`, `a manager named Ann Lee`, `his wife, Ann`, `Lee, a lawyer`, `Lee – the lawyer`, `Lee is a lawyer`.
  private func beside(_ phrase: RolePhrase, _ before: Placed?, _ after: Placed?) -> Int? {
    if let after, let actor = after.actor, after.kind == .name, isPerson(actor) {
      let gap = after.tokens.lowerBound - phrase.tokens.upperBound
      if gap == 0 || gap == 1 && Self.naming.contains(words.lower[phrase.tokens.upperBound]) { return actor }
      let behind = after.tokens.upperBound
      // `his opponent, councillor Ann Lee,`: an office may stand before the name.
      let office = phrase.tokens.upperBound + 1..<max(phrase.tokens.upperBound + 1, after.tokens.lowerBound)
      if (1...3).contains(gap), words.form(phrase.tokens.upperBound) == Form.comma, behind < words.count,
        words.form(behind) == Form.comma || words.form(behind) == Form.stop,
        office.allSatisfy({ words.isLowercase($0) && (words.tags[$0].isNoun || words.tags[$0].isAdjective) })
      {
        return actor
      }
    }
    guard let before, let actor = before.actor, before.kind == .name, isPerson(actor) else { return nil }
    let gap = phrase.tokens.lowerBound - before.tokens.upperBound
    guard gap == 1 else { return nil }
    let joint = before.tokens.upperBound
    if Self.beings.contains(words.lower[joint]) { return before.role == .other ? nil : actor }
    let first = words.lower[phrase.tokens.lowerBound]
    // A dash may begin something else; behind a person's name it hardly does.
    let isApposed =
      words.form(joint) == Form.comma
      || Form.dashes.contains(words.lower[joint])
        && (actors[actor].gender != .unknown || hasFirstName(actor))
    // `in the resort called Harbor House, the candidate said`: what a verb follows is a subject.
    let isSubject = phrase.tokens.upperBound < words.count && clauses.isFinite(phrase.tokens.upperBound)
    return isApposed && !isSubject && Self.determiners.contains(first) ? actor : nil
  }

  private func isPerson(_ actor: Int) -> Bool {
    actors[actor].kind == .person || actors[actor].kind == .unknown
  }

  private mutating func learn(_ phrase: RolePhrase, _ actor: Int) {
    if actors[actor].kind == .unknown { actors[actor].kind = .person }
    if actors[actor].gender == .unknown { actors[actor].gender = phrase.gender }
    let title = words.text(bare(phrase))
    if !actors[actor].roles.contains(where: { $0.title == title }) {
      actors[actor].roles.append(gazetteer.role(title, seen: date))
    }
  }

  private func bare(_ phrase: RolePhrase) -> Range<Int> {
    let first = phrase.tokens.lowerBound
    let isDetermined = Self.determiners.contains(words.lower[first]) && phrase.tokens.count > 1
    return (isDetermined ? first + 1 : first)..<phrase.tokens.upperBound
  }

  /// The bearer of a role, named last, that a definite phrase takes up; a country in it must be the bearer's, and a vice
  /// president is no president.
  private func known(_ phrase: RolePhrase, _ bearers: [Int], _ recency: Recency) -> Int? {
    if Form.indefinites.contains(words.lower[phrase.tokens.lowerBound]) { return nil }
    let wanted = gazetteer.role(words.text(bare(phrase)), seen: nil)
    var fitting = bearers.filter { row in
      guard phrase.gender == .unknown || actors[row].gender == .unknown || actors[row].gender == phrase.gender
      else { return false }
      return Self.fits(roles(of: row).map(\.place), wanted.place)
        && Self.fits(actors[row].roles.map(\.side), wanted.side)
        && (holds(row, phrase) || tells(row, noun(words.text(phrase.head..<phrase.tokens.upperBound))))
    }
    if !fitting.isEmpty {
      let (key, title) = (noun(words.text(phrase.head..<phrase.tokens.upperBound)), words.text(phrase.tokens))
      fitting = fitting.filter { has($0, key) { Self.isVice($0) == Self.isVice(title) } }
      let ofTime = fitting.filter { has($0, key) { Self.isFormer($0) == Self.isFormer(title) } }
      if !ofTime.isEmpty { fitting = ofTime }
    }
    guard let place = wanted.place else { return recency.last(of: fitting) }
    // `the Texas senator` is the one known to be of Texas, else the only one of whom no place is known.
    let known = recency.last(of: fitting.filter { roles(of: $0).contains { $0.place == place } })
    return known ?? (Set(fitting).count == 1 ? fitting.last : nil)
  }

  /// What the article says somebody is, and the office that it need not tell.
  private func roles(of row: Int) -> [Actor.Role] { actors[row].roles + (held[row] ?? []) }

  /// Whether the article itself says that somebody bears a role of that noun, or has called him so.
  private func tells(_ row: Int, _ key: String) -> Bool {
    !(held[row]?.contains { noun($0.title) == key } ?? false)
      || actors[row].roles.contains { noun($0.title) == key }
  }

  /// Whether a phrase names the very office that somebody held, and says rightly whether it is over: `the former president`.
  private func holds(_ row: Int, _ phrase: RolePhrase) -> Bool {
    let text = words.text(phrase.tokens).lowercased()
    return (held[row] ?? []).contains { role in
      role.office.map { text.hasSuffix($0) && Self.isVice(text) == Self.isVice($0) } ?? false
        && Self.isFormer(text) == Self.isFormer(role.title)
    }
  }

  /// Whether somebody bears a role of that noun whose title is as wanted, or none is known of him.
  private func has(_ row: Int, _ key: String, _ isWanted: (String) -> Bool) -> Bool {
    let same = roles(of: row).filter { noun($0.title) == key }
    return same.isEmpty || same.contains { isWanted($0.title) }
  }

  private static func isVice(_ title: String) -> Bool { has(title, ["vice", "deputy", "acting"]) }
  private static func isFormer(_ title: String) -> Bool { has(title, ["former", "ex", "then"]) }

  private static func has(_ title: String, _ marks: [String]) -> Bool {
    title.lowercased().split { $0 == " " || $0 == "-" }.contains { marks.contains(String($0)) }
  }

  /// Whether what is known of somebody does not speak against what a phrase says.
  static func fits(_ known: [String?], _ wanted: String?) -> Bool {
    let told = known.compactMap { $0 }
    guard let wanted, !told.isEmpty else { return true }
    return told.contains(wanted)
  }

  private mutating func newcomer(_ phrase: RolePhrase) -> Int {
    let role = words.text(bare(phrase))
    var actor = Actor(name: role, kind: .person, gender: phrase.gender)
    let text = words.text(phrase.tokens)
    if text != role { actor.aliases = [text] }
    actor.roles = [gazetteer.role(role, seen: date)]
    return add(actor)
  }

  /// Adds an actor that is a role nobody named bears, with a row in every column. Returns its row.
  mutating func add(_ actor: Actor) -> Int {
    actors.append(actor)
    totals.append(0)
    seen.append(0)
    evidence.append(0)
    isRole.append(true)
    isNobody.append(false)
    index.add(actor: actors.count - 1, name: actor.name.lowercased())
    return actors.count - 1
  }
}
