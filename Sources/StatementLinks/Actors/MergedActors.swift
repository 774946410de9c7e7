import QuoteModel

extension MergedActors {
  /// At most so many other names and roles are kept of an actor.
  private static let mostAliases = 16
  private static let mostRoles = 12

  /// One actor of each set of rows, in the order first seen. O(rows).
  init(rows: [ActorRow], sets: inout DisjointSets) {
    var rowsOf: [[Int]] = []
    ofArticleActor.reserveCapacity(rows.count)
    for row in rows.indices {
      let root = sets.find(row)
      if root == row {
        ofArticleActor.append(ActorID(rowsOf.count))
        rowsOf.append([row])
      } else {
        // The root is the smallest row, so it has its actor already.
        let actor = ofArticleActor[root]
        ofArticleActor.append(actor)
        rowsOf[actor.index].append(row)
      }
    }
    actors = rowsOf.map { own in
      var actor = own.count == 1 ? rows[own[0]].actor : Self.unite(own.map { rows[$0].actor })
      var members: [Int] = []
      for member in own.flatMap({ rows[$0].members }).map({ ofArticleActor[$0].index })
      where !members.contains(member) {
        members.append(member)
      }
      actor.members = members
      return actor
    }
  }

  private static func unite(_ parts: [Actor]) -> Actor {
    var kinds = Tally<Actor.Kind>()
    var genders = Tally<Actor.Gender>()
    var names = Tally<String>()
    var forms = Tally<String>()
    for part in parts {
      if part.kind != .unknown { kinds.add(part.kind) }
      if part.gender != .unknown { genders.add(part.gender) }
      if part.isNamed || !parts.contains(where: \.isNamed) { names.add(part.name) }
      forms.add(part.name)
      for alias in part.aliases { forms.add(alias) }
    }
    let kind = kinds.mostFrequent.first ?? .unknown
    let name = fullest(names, kind)
    let others = forms.mostFrequent.filter { $0 != name }
    return Actor(
      name: name, kind: kind, gender: genders.mostFrequent.first ?? .unknown,
      // Names before what is none: `the Turkish leader`.
      aliases: Array((others.filter(Actor.isName) + others.filter { !Actor.isName($0) }).prefix(mostAliases)),
      roles: roles(of: parts))
  }

  /// The name of most words among those that are not rare; of those with as many, the most frequent. A person's goes on
  /// with no word behind the surname: `Sean Hannity Show` is not the fuller name of Sean Hannity.
  private static func fullest(_ names: Tally<String>, _ kind: Actor.Kind) -> String {
    guard let first = names.mostFrequent.first else { return "" }
    let usual = kind == .person ? PersonName(first) : nil
    let enough = max(1, names.count(of: first) / 8)
    var best = first
    var bestWords = first.split(separator: " ").count
    for name in names.mostFrequent.dropFirst() where names.count(of: name) >= enough {
      let words = name.split(separator: " ").count
      guard words > bestWords else { continue }
      if let usual, usual.given != nil, PersonName(name)?.surname != usual.surname { continue }
      (best, bestWords) = (name, words)
    }
    return best
  }

  /// Each title once, with the first and the last date it was seen and how many articles tell it, the most frequent
  /// first.
  private static func roles(of parts: [Actor]) -> [Actor.Role] {
    var titles = Tally<String>()
    var united: [String: Actor.Role] = [:]
    for role in parts.flatMap(\.roles) {
      let key = Folding.fold(role.title) + "|" + (role.place ?? "") + "|" + (role.side ?? "")
      titles.add(key, times: role.count)
      guard var known = united[key] else {
        united[key] = role
        continue
      }
      known.count += role.count
      known.first = [known.first, role.first].compactMap { $0 }.min { $0.sortKey < $1.sortKey }
      known.last = [known.last, role.last].compactMap { $0 }.max { $0.sortKey < $1.sortKey }
      united[key] = known
    }
    return titles.mostFrequent.prefix(mostRoles).compactMap { united[$0] }
  }
}

/// Counts things, and remembers which came first.
struct Tally<Item: Hashable> {
  private var rows: [Item: Int] = [:]
  private var items: [(item: Item, count: Int)] = []

  /// Counts one more.
  mutating func add(_ item: Item, times: Int = 1) {
    if let row = rows[item] {
      items[row].count += times
    } else {
      rows[item] = items.count
      items.append((item, times))
    }
  }

  /// How often it was counted.
  func count(of item: Item) -> Int { rows[item].map { items[$0].count } ?? 0 }

  /// All of them; of those as frequent, the one seen first comes first.
  var mostFrequent: [Item] {
    items.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element.item)
  }
}
