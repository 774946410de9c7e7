import QuoteModel

/// The actors of a corpus made of the actors of its articles.
struct MergedActors {
  /// The actors, in the order first seen.
  var actors: [Actor] = []
  /// For each article actor, counted over all segments, its actor.
  var ofArticleActor: [ActorID] = []
}

/// Decides which article actors are one: persons by full name, or by a surname only one of them has;
/// countries, places and organisations by name; groups by name and members. What bears no name
/// (`a spokesman`) stays its article's own.
struct ActorMerging {
  private let rows: [ActorRow]
  private let lists: WordLists
  private var sets: DisjointSets

  /// Merges the actors of all segments. O(actors), with the names hashed.
  static func merge(_ segments: [Segment], lists: WordLists) -> MergedActors {
    var merging = ActorMerging(rows: ActorRow.all(of: segments), lists: lists)
    merging.mergePersons()
    merging.mergeByName()
    merging.mergeGroups()
    return MergedActors(rows: merging.rows, sets: &merging.sets)
  }

  private init(rows: [ActorRow], lists: WordLists) {
    self.rows = rows
    self.lists = lists
    sets = DisjointSets(count: rows.count)
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

  // MARK: Names of one wording

  private mutating func mergeByName() {
    var countries: [String: Int] = [:]
    var places: [String: Int] = [:]
    var organisations: [String: Int] = [:]
    var byAcronym: [String: Int?] = [:]
    for (row, entry) in rows.enumerated() where entry.isNamed {
      switch entry.actor.kind {
      case .country: unite(row, with: &countries)
      case .organisation:
        unite(row, with: &organisations)
        for alias in entry.actor.aliases where Self.isAcronym(alias) && !Self.isAcronym(entry.actor.name) {
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
    for (row, entry) in rows.enumerated() where entry.isNamed {
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
