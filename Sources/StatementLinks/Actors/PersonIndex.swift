import QuoteModel

/// Persons by name while they are merged.
///
/// First those of one given name and surname are one, told apart by middle names, generation and gender. Then names
/// that agree in part (`PersonEvidence`) are weighed. At last the bare names, `Clinton` in an article that never says
/// more, find their bearers (`BareNames`).
struct PersonIndex {
  fileprivate struct Key: Hashable {
    var given: String?
    var generation: String?
    var surname: String
  }

  private let rows: [ActorRow]
  private let lists: WordLists
  private let company: Company
  private let overlong: OverlongNames
  /// Rows whose names share given name, surname and generation, or are the same bare name; in the order first seen.
  private var namesakes: [(key: Key, entries: [Person])] = []
  private var index: [Key: Int] = [:]

  init(_ rows: [ActorRow], lists: WordLists, company: Company) {
    (self.rows, self.lists, self.company) = (rows, lists, company)
    overlong = OverlongNames(rows, lists: lists)
  }

  /// Takes a person of an article.
  mutating func add(_ row: Int) {
    guard let name = overlong.surname(of: rows[row]) ?? PersonName(rows[row].actor.name) else { return }
    let key = Key(name)
    if index[key] == nil {
      index[key] = namesakes.count
      namesakes.append((key, []))
    }
    if let known = index[key] { namesakes[known].entries.append(Person(row, name, rows[row])) }
  }

  /// Takes an actor of unknown kind if a person has that name.
  mutating func addIfKnown(_ row: Int) {
    guard let name = PersonName(rows[row].actor.name), index[Key(name)] != nil else { return }
    add(row)
  }

  /// The rows of each person, ascending within a person. O(n log n) in persons: no name is compared with more than a
  /// few others.
  func people() -> [[Int]] {
    var people: [Person] = []
    var ofNamesakes: [[Int]] = Array(repeating: [], count: namesakes.count)
    for (row, group) in namesakes.enumerated() where group.key.given != nil {
      for person in Self.split(group.entries) {
        ofNamesakes[row].append(people.count)
        people.append(person)
      }
    }
    join(&people, ofNamesakes)
    var bare = BareNames(rows, company, people, lists: lists)
    for group in namesakes where group.key.given == nil {
      bare.place(group.entries, called: group.key.surname)
    }
    return (bare.people + bare.alone).filter { !$0.rows.isEmpty }.map { $0.rows.sorted() }
  }

  // MARK: One full name

  /// Namesakes told apart by middle names and gender; those that show neither go with the others only where
  /// all the others are one.
  static func split(_ entries: [Person]) -> [Person] {
    let females = entries.count { $0.females > 0 }
    let males = entries.count { $0.males > 0 }
    // Where nearly all have one gender, the other was misread.
    let isOneGender = min(females, males) * 5 < max(females, males)
    var people: [Person] = []
    for shown in [3, 2, 1, 0] {
      for one in entries where one.shown == shown {
        let fitting = people.indices.filter {
          PersonName.fit(people[$0].name.middle, one.name.middle) && (isOneGender || people[$0].fits(one))
        }
        if fitting.count == 1 {
          people[fitting[0]].take(one)
        } else if let same = fitting.first(where: { people[$0].name.middle == one.name.middle }) {
          people[same].take(one)
        } else {
          people.append(one)
        }
      }
    }
    return people
  }

  // MARK: Names that agree in part

  /// At most so many persons share a key that is worth weighing: behind `J. Smith` may be anybody.
  private static let mostSharers = 6

  /// Weighs the pairs that share a key, and makes one of those for which enough speaks, the surest first.
  private func join(_ people: inout [Person], _ ofNamesakes: [[Int]]) {
    var pairs: [(sum: Double, a: Int, b: Int)] = []
    var seen: Set<[Int]> = []
    for (names, sharers) in partners(people, ofNamesakes) where sharers.count <= Self.mostSharers {
      for a in sharers {
        for b in sharers where a < b && seen.insert([a, b]).inserted {
          guard people[a].fits(people[b]) || Self.isMisread(people[a], people[b]) else { continue }
          let evidence = PersonEvidence(names, people[a], people[b], company)
          if evidence.sum >= PersonEvidence.enough { pairs.append((evidence.sum, a, b)) }
        }
      }
    }
    var sets = DisjointSets(count: people.count)
    for pair in pairs.sorted(by: { ($1.sum, $0.a, $0.b) < ($0.sum, $1.a, $1.b) }) {
      let (a, b) = (sets.find(pair.a), sets.find(pair.b))
      guard a != b, people[a].fits(people[b]) || Self.isMisread(people[a], people[b]),
        Self.mayBeOne(people[a].name, people[b].name)
      else { continue }
      sets.unite(a, b)
      let (kept, gone) = (min(a, b), max(a, b))
      people[kept].take(people[gone])
      people[gone].rows = []
      people[gone].articles = []
    }
  }

  /// Whether of two of exactly one name the rarer one's gender may be a pronoun misread.
  private static func isMisread(_ a: Person, _ b: Person) -> Bool {
    a.name.given == b.name.given && a.name.surname == b.name.surname && a.mayMisread(b)
  }

  /// Whether what was united before does not speak against it: `George W.` and `George H. W.` stay two.
  private static func mayBeOne(_ a: PersonName, _ b: PersonName) -> Bool {
    guard a.given == b.given, a.surname == b.surname else { return true }
    return PersonName.fit(a.middle, b.middle)
  }

  /// Persons whose names agree in part, and how, the surest ways first.
  private func partners(
    _ people: [Person], _ ofNamesakes: [[Int]]
  ) -> [(names: PersonEvidence.Names, sharers: [Int])] {
    var byKey: [String: [Int]] = [:]
    var order: [String] = []
    func add(_ person: Int, _ key: String) {
      if byKey[key] == nil { order.append(key) }
      if byKey[key]?.last != person { byKey[key, default: []].append(person) }
    }
    for (row, person) in people.enumerated() {
      let name = person.name
      guard let given = name.given else { continue }
      add(row, "letters " + name.letters)
      add(row, "sounds " + name.sounds)
      add(row, "sounds " + PersonName.sounds(given, name.surname))
      if let initial = given.first {
        add(row, "\(given.count == 1 ? "1" : "initial") \(initial) \(name.surname)")
      }
      for full in [given] + (lists.fullNames[given] ?? []) { add(row, "short \(full) \(name.surname)") }
      add(row, "part \(given) \(name.surname)")
      // `Jeb Bush` of `John Ellis Bush`
      if name.middle.count == 1 { add(row, "part \(String(name.words.compactMap(\.first))) \(name.surname)") }
      for part in name.shortened { add(row, "part \(part.given ?? "") \(part.surname)") }
    }
    var out: [(names: PersonEvidence.Names, sharers: [Int])] = told(people, ofNamesakes)
    for key in order {
      guard let sharers = byKey[key], sharers.count > 1 || key.hasPrefix("1 ") else { continue }
      if key.hasPrefix("letters ") {
        out.append((.letters, sharers))
      } else if key.hasPrefix("sounds ") {
        out.append((.sounds, sharers))
      } else if key.hasPrefix("1 ") {
        // `J. Lee` is weighed against each who may be meant.
        let bearers = byKey["initial" + key.dropFirst()] ?? []
        if bearers.count < Self.mostSharers { out += bearers.map { (.part, sharers + [$0]) } }
      } else if !key.hasPrefix("initial ") {
        out.append((.part, sharers))
      }
    }
    return out
  }

  /// Persons of whom an article says that they have the other's name too.
  private func told(
    _ people: [Person], _ ofNamesakes: [[Int]]
  ) -> [(names: PersonEvidence.Names, sharers: [Int])] {
    var out: [(names: PersonEvidence.Names, sharers: [Int])] = []
    for (own, person) in people.enumerated() {
      for alias in Set(person.rows.flatMap { rows[$0].actor.aliases }).sorted() {
        guard let name = PersonName(alias), name.given != nil, Key(name) != Key(person.name),
          let other = index[Key(name)], ofNamesakes[other].count == 1, let twin = ofNamesakes[other].first,
          twin != own
        else { continue }
        out.append((.given, [min(own, twin), max(own, twin)]))
      }
    }
    return out
  }
}

extension PersonIndex.Key {
  fileprivate init(_ name: PersonName) {
    self.init(given: name.given, generation: name.generation, surname: name.surname)
  }
}
