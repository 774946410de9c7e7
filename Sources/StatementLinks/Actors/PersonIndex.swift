import QuoteModel

/// Persons by name while they are merged. Two given names or two genders are never one person.
struct PersonIndex {
  /// Rows whose names share given name and surname, or are the same bare surname.
  private struct Namesakes {
    var surname: String
    var given: String?
    var entries: [(row: Int, name: PersonName, actor: Actor)] = []
  }

  private struct Key: Hashable {
    var given: String?
    var surname: String
  }

  private var namesakes: [Namesakes] = []
  private var index: [Key: Int] = [:]

  /// Takes a person of an article.
  mutating func add(_ row: Int, _ actor: Actor) {
    guard let name = PersonName(actor.name) else { return }
    let key = Key(given: name.given, surname: name.surname)
    if index[key] == nil {
      index[key] = namesakes.count
      namesakes.append(Namesakes(surname: name.surname, given: name.given))
    }
    if let known = index[key] { namesakes[known].entries.append((row, name, actor)) }
  }

  /// Takes an actor of unknown kind if a person has that name.
  mutating func addIfKnown(_ row: Int, _ actor: Actor) {
    guard let name = PersonName(actor.name), index[Key(given: name.given, surname: name.surname)] != nil
    else {
      return
    }
    add(row, actor)
  }

  /// The rows of each person, ascending within a person. O(persons), namesakes compared with each other.
  func people() -> [[Int]] {
    var people: [Person] = []
    var bySurname: [String: [Int]] = [:]
    var ofNamesakes: [[Int]] = Array(repeating: [], count: namesakes.count)
    for (row, group) in namesakes.enumerated() where group.given != nil {
      for person in Self.split(group.entries) {
        bySurname[group.surname, default: []].append(people.count)
        ofNamesakes[row].append(people.count)
        people.append(person)
      }
    }
    var sets = DisjointSets(count: people.count)
    uniteNicknames(&people, &sets, ofNamesakes)
    var alone: [Person] = []
    for group in namesakes where group.given == nil {
      let candidates = Set((bySurname[group.surname] ?? []).map { sets.find($0) }).sorted()
      var unclaimed: [(row: Int, name: PersonName, actor: Actor)] = []
      for entry in group.entries {
        let one = Self.person(entry)
        if let owner = Self.owner(of: one, among: candidates, people) {
          people[owner].rows.append(entry.row)
        } else if candidates.isEmpty {
          unclaimed.append(entry)
        } else {
          alone.append(one)
        }
      }
      alone += Self.split(unclaimed)
    }
    return (people + alone).filter { !$0.rows.isEmpty }.map { $0.rows.sorted() }
  }

  /// Whose surname it is: the only bearer it may be, or the only one of those with one of its roles.
  private static func owner(of one: Person, among candidates: [Int], _ people: [Person]) -> Int? {
    let fitting = candidates.filter { people[$0].fits(one) }
    if fitting.count == 1 { return fitting[0] }
    let sharing = fitting.filter { !people[$0].roles.isDisjoint(with: one.roles) }
    return sharing.count == 1 ? sharing[0] : nil
  }

  /// A nickname is believed where an article gives it as another name for the same surname.
  private func uniteNicknames(_ people: inout [Person], _ sets: inout DisjointSets, _ ofNamesakes: [[Int]]) {
    for group in namesakes where group.given != nil {
      for entry in group.entries {
        for alias in entry.actor.aliases {
          guard let name = PersonName(alias), name.given != nil, name.surname == group.surname,
            name.given != group.given, let other = index[Key(given: name.given, surname: name.surname)],
            ofNamesakes[other].count == 1,
            let own = index[Key(given: group.given, surname: group.surname)], ofNamesakes[own].count == 1
          else { continue }
          let (a, b) = (sets.find(ofNamesakes[own][0]), sets.find(ofNamesakes[other][0]))
          guard a != b, people[a].fits(people[b]) else { continue }
          sets.unite(a, b)
          let (kept, gone) = (min(a, b), max(a, b))
          people[kept].rows += people[gone].rows
          people[kept].genders.formUnion(people[gone].genders)
          people[kept].roles.formUnion(people[gone].roles)
          people[gone].rows = []
        }
      }
    }
  }

  private static func person(_ entry: (row: Int, name: PersonName, actor: Actor)) -> Person {
    Person(
      rows: [entry.row], middle: entry.name.middle, genders: [entry.actor.gender],
      roles: Set(entry.actor.roles.map { Folding.fold($0.title) }))
  }

  /// Namesakes told apart by middle names and gender; those that show neither go with the others only where
  /// all the others are one.
  private static func split(_ entries: [(row: Int, name: PersonName, actor: Actor)]) -> [Person] {
    var people: [Person] = []
    let parts = entries.map(person)
    // Whoever shows most comes first, and decides what is left for those who show less.
    for shown in [3, 2, 1, 0] {
      for one in parts where one.shown == shown {
        let fitting = people.indices.filter {
          PersonName.fit(people[$0].middle, one.middle) && people[$0].fits(one)
        }
        if fitting.count == 1 {
          people[fitting[0]].take(one)
        } else if let same = fitting.first(where: { people[$0].middle == one.middle }) {
          people[same].take(one)
        } else {
          people.append(one)
        }
      }
    }
    return people
  }
}

/// Rows held to be one person.
private struct Person {
  var rows: [Int]
  var middle: [String]
  var genders: Set<Actor.Gender>
  var roles: Set<String>

  /// How much tells it from its namesakes: middle names weigh more than a gender.
  var shown: Int { (middle.isEmpty ? 0 : 2) + (genders == [.unknown] ? 0 : 1) }

  /// Whether no gender stands against the two being one.
  func fits(_ other: Person) -> Bool {
    !(genders.contains(.male) && other.genders.contains(.female)
      || genders.contains(.female) && other.genders.contains(.male))
  }

  /// Takes another's rows and what is known of them.
  mutating func take(_ other: Person) {
    rows += other.rows
    if other.middle.count > middle.count { middle = other.middle }
    genders.formUnion(other.genders)
    roles.formUnion(other.roles)
  }
}
