import QuoteModel

/// The actors of a corpus made of the actors of its articles.
struct MergedActors {
  /// The actors, in the order first seen.
  var actors: [Actor] = []
  /// For each article actor, counted over all segments, its actor.
  var ofArticleActor: [ActorID] = []
  /// Corrections that others contradict.
  var unheld: [ActorCorrections.Correction] = []
}

/// Decides which article actors are one: persons by what `PersonIndex` weighs; countries, places and organisations by
/// name; groups by name and members; who bears no name by the office of somebody (`the Turkish leader`), or with whom
/// they speak for. What a person says wins over all of it.
struct ActorMerging {
  private var rows: [ActorRow]
  private let lists: WordLists
  private var sets: DisjointSets

  /// Merges the actors of all segments. O(n log n) in actors, with the names hashed.
  static func merge(
    _ segments: [Segment], lists: WordLists, corrections: ActorCorrections = ActorCorrections()
  ) -> MergedActors {
    var merging = ActorMerging(rows: ActorRow.all(of: segments), lists: lists)
    merging.settleKinds()
    merging.mergePersons()
    merging.mergeByName()
    merging.mergeOffices()
    var unheld: [ActorCorrections.Correction] = []
    if !corrections.all.isEmpty {
      var corrected = CorrectedActors(merging.rows, segments)
      merging.sets = corrected.apply(corrections, to: merging.sets)
      unheld = corrected.unheld
    }
    merging.mergeGroups()
    var merged = MergedActors(rows: merging.rows, sets: &merging.sets)
    merged.unheld = unheld
    return merged
  }

  private init(rows: [ActorRow], lists: WordLists) {
    self.rows = rows
    self.lists = lists
    sets = DisjointSets(count: rows.count)
  }

  // MARK: Kinds

  /// A name that articles nearly always take for one kind is of that kind where one takes it for another.
  private mutating func settleKinds() {
    let kinds: [Actor.Kind] = [.person, .organisation, .place, .unknown]
    var votes: [String: [Int]] = [:]
    for entry in rows where entry.isNamed {
      guard let kind = kinds.firstIndex(of: entry.actor.kind) else { continue }
      votes[entry.key, default: [0, 0, 0, 0]][kind] += 1
      // Whoever is called by a surname votes for it.
      guard entry.actor.kind == .person else { continue }
      for alias in Set(entry.actor.aliases.map { ActorName.key($0) }) where alias != entry.key {
        votes[alias, default: [0, 0, 0, 0]][kind] += 1
      }
    }
    for row in rows.indices where rows[row].isNamed {
      guard let own = kinds.firstIndex(of: rows[row].actor.kind), let counts = votes[rows[row].key],
        let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), best != own,
        kinds[best] != .unknown
      else { continue }
      let isBare = !rows[row].key.contains(" ")
      // `in Carson` is not who is called Carson.
      if isBare, rows[row].actor.kind == .place { continue }
      let times = isBare ? 10 : 4
      if counts[best] >= counts[own] * times { rows[row].actor.kind = kinds[best] }
    }
  }

  // MARK: Persons

  private mutating func mergePersons() {
    var persons = PersonIndex(rows, lists: lists, company: Company(rows))
    for (row, entry) in rows.enumerated() where entry.isNamed && entry.actor.kind == .person {
      persons.add(row)
    }
    // An unknown of exactly a person's name is that person.
    for (row, entry) in rows.enumerated() where entry.isNamed && entry.actor.kind == .unknown {
      persons.addIfKnown(row)
    }
    for people in persons.people() {
      for row in people.dropFirst() { sets.unite(people[0], row) }
    }
  }

  // MARK: Offices

  /// Those who speak for somebody, and are told by whom they speak for: `a spokesman (Harbor Board)`.
  private static let voices: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "press secretary", "office", "campaign",
    "presidential campaign", "entire campaign", "camp",
    "team", "government", "administration",
  ]
  /// Voices that are one: `the Ruiz camp`.
  private static let sameVoices = [
    "camp": "campaign", "presidential campaign": "campaign", "entire campaign": "campaign",
  ]

  private mutating func mergeOffices() {
    let bearers = OfficeBearers(rows, &sets)
    var voices: [String: Int] = [:]
    for (row, entry) in rows.enumerated() where !entry.isNamed {
      if let bearer = bearers.bearer(of: entry) {
        sets.unite(bearer, row)
        continue
      }
      guard let bracket = entry.key.firstIndex(of: "("), entry.key.hasSuffix(")") else { continue }
      let told = entry.key[..<bracket].split(separator: " ").joined(separator: " ")
      guard Self.voices.contains(told) else { continue }
      let voice = Self.sameVoices[told] ?? told
      // `(Ruiz)` and `(Ana Ruiz)` are one where Ruiz is.
      let named = rowOfName(entry.key[bracket...].dropFirst().dropLast(), besides: row)
      let key = named.map { "\(voice) \(sets.find($0))" } ?? "\(voice) \(entry.key[bracket...])"
      if let first = voices[key] { sets.unite(first, row) } else { voices[key] = row }
    }
  }

  /// The row of a name in the article of a row. O(actors of the article).
  private func rowOfName(_ key: Substring, besides row: Int) -> Int? {
    func has(_ other: Int) -> Bool { rows[other].isNamed && rows[other].key == key }
    let article = rows[row].article
    for other in stride(from: row - 1, through: 0, by: -1) {
      guard rows[other].article == article else { break }
      if has(other) { return other }
    }
    for other in row + 1..<max(row + 1, rows.count) {
      guard rows[other].article == article else { break }
      if has(other) { return other }
    }
    return nil
  }

  // MARK: Names of one wording

  private mutating func mergeByName() {
    var countries: [String: Int] = [:]
    var places: [String: Int] = [:]
    var organisations: [String: Int] = [:]
    var byAcronym: [String: Int?] = [:]
    let shortened = shortened()
    for (row, entry) in rows.enumerated() where entry.isNamed && shortened[row] == nil {
      switch entry.actor.kind {
      case .country: unite(row, with: &countries)
      case .organisation:
        unite(row, with: &organisations)
        // `PAC` is no letters of `Harbor PAC`, but a word of it.
        for alias in entry.actor.aliases
        where Self.isAcronym(alias) && !Self.isAcronym(entry.actor.name)
          && !entry.actor.name.split(separator: " ").contains(Substring(alias))
        {
          let key = ActorName.key(alias)
          if let known = byAcronym[key] {
            // An acronym two organisations bear tells neither.
            if let known, !sets.same(known, row) { byAcronym[key] = .some(nil) }
          } else {
            byAcronym[key] = .some(row)
          }
        }
      default: break
      }
    }
    for (row, entry) in rows.enumerated() where entry.isNamed && shortened[row] == nil {
      let key = canonical(entry.actor.name)
      switch entry.actor.kind {
      case .place:
        if let country = countries[key] { sets.unite(country, row) } else { unite(row, with: &places) }
      case .organisation where Self.isAcronym(entry.actor.name):
        if let known = byAcronym[entry.key], let known { sets.unite(known, row) }
      case .unknown:
        if let known = countries[key] ?? organisations[key] ?? places[key] { sets.unite(known, row) }
      default: break
      }
    }
    mergeUnknown()
    for (short, full) in shortened { sets.unite(full, short) }
  }

  /// Rows of names cut short with the rows of the whole: `Post` is the only organisation of its article whose name ends
  /// so. Another article's may be another. O(actors).
  private func shortened() -> [Int: Int] {
    var out: [Int: Int] = [:]
    var row = 0
    while row < rows.count {
      let end = rows[row...].firstIndex { $0.article != rows[row].article } ?? rows.count
      var byLast: [Substring: Int?] = [:]
      for full in row..<end where rows[full].isNamed && rows[full].actor.kind == .organisation {
        guard let space = rows[full].key.lastIndex(of: " ") else { continue }
        let last = rows[full].key[rows[full].key.index(after: space)...]
        byLast[last] = byLast[last] == nil ? .some(full) : .some(nil)
      }
      // `a super PAC` is not the `Harbor PAC`.
      for short in row..<end
      where rows[short].isNamed && rows[short].actor.kind == .organisation
        && !Self.isAcronym(rows[short].actor.name)
      {
        if let full = byLast[rows[short].key[...]], let full { out[short] = full }
      }
      row = end
    }
    return out
  }

  /// Named unknowns no table holds are one where the name is.
  private mutating func mergeUnknown() {
    var unknowns: [String: Int] = [:]
    for (row, entry) in rows.enumerated() where entry.isNamed && entry.actor.kind == .unknown {
      if sets.isAlone(row) { unite(row, with: &unknowns) }
    }
  }

  private mutating func unite(_ row: Int, with known: inout [String: Int]) {
    let key = canonical(rows[row].actor.name)
    if let first = known[key] { sets.unite(first, row) } else { known[key] = row }
  }

  private func canonical(_ name: String) -> String {
    let key = ActorName.key(name)
    return lists.otherNames[key] ?? key
  }

  private static func isAcronym(_ name: String) -> Bool {
    (2...7).contains(name.utf8.count) && name.utf8.contains { $0 &- 65 < 26 }
      && name.utf8.allSatisfy { $0 &- 65 < 26 || $0 == 0x2E || $0 == 0x26 }
  }

  // MARK: Groups

  private mutating func mergeGroups() {
    var groups: [String: Int] = [:]
    for (row, entry) in rows.enumerated() where entry.actor.kind == .group {
      let members = Set(entry.members.map { sets.find($0) }).sorted()
      guard entry.isNamed || !members.isEmpty else { continue }
      let key = entry.key + members.map { " \($0)" }.joined()
      if let first = groups[key] { sets.unite(first, row) } else { groups[key] = row }
    }
  }
}
