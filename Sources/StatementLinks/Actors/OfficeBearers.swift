import QuoteModel

/// Who bears an office of a country, a state or a party around a date, as the collection tells it: whom `the Turkish
/// leader` means in an article that does not name him.
struct OfficeBearers {
  private struct Seen {
    var person: Int
    var article: Int
    var date: Int32
  }

  private var seen: [String: [Seen]] = [:]
  /// `PartialDate.sortKey` counts 512 a year.
  private static let around: Int32 = 512
  /// So many articles must tell it, so many times as many as tell it of another.
  private static let enough = 2
  private static let times = 4

  private static let heads: Set<String> = [
    "president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "supreme leader",
    "emir",
    "sultan",
  ]

  /// What a party has but one of at a time.
  private static let single: Set<Substring> = [
    "leader", "nominee", "front-runner", "chairman", "chairwoman", "chair",
  ]

  /// O(roles).
  init(_ rows: [ActorRow], _ sets: inout DisjointSets) {
    for (row, entry) in rows.enumerated() where entry.isNamed && entry.actor.kind == .person {
      for role in entry.actor.roles {
        let one = Seen(person: sets.find(row), article: entry.article, date: entry.date)
        for key in Self.keys(role) { seen[key, default: []].append(one) }
      }
    }
  }

  /// The person that an unnamed actor is, by the office its article tells of it; `nil` where that is not clear.
  func bearer(of entry: ActorRow) -> Int? {
    guard !entry.isNamed, entry.actor.kind == .person, entry.actor.roles.count == 1,
      let role = entry.actor.roles.first,
      ([entry.actor.name] + entry.actor.aliases).contains(where: { $0.lowercased().hasPrefix("the ") }),
      let key = Self.keys(role).first
    else { return nil }
    let known = seen[key] ?? []
    let here = Set(known.filter { $0.article == entry.article }.map(\.person))
    if here.count == 1 { return here.first }
    guard here.isEmpty else { return nil }
    var articles: [Int: Set<Int>] = [:]
    for one in known
    where entry.date == 0 || one.date == 0 || abs(entry.date - one.date) <= Self.around {
      articles[one.person, default: []].insert(one.article)
    }
    let counts = articles.map { (person: $0.key, count: $0.value.count) }.sorted {
      ($1.count, $0.person) < ($0.count, $1.person)
    }
    guard let first = counts.first, first.count >= Self.enough else { return nil }
    return counts.count == 1 || first.count >= counts[1].count * Self.times ? first.person : nil
  }

  /// An office with whose it is; of those who lead a country also `leader`. None for what was or is to be.
  private static func keys(_ role: Actor.Role) -> [String] {
    guard let office = role.office, !office.hasPrefix("former"), !office.hasPrefix("ex-") else { return [] }
    var keys: [String] = []
    if let place = role.place {
      keys.append("\(place)|\(office)")
      if heads.contains(office) { keys.append("\(place)|leader") }
    }
    // A party has one leader, but many candidates and senators.
    if let side = role.side, role.place == nil, office.split(separator: " ").contains(where: single.contains)
    {
      keys.append("\(side)|\(office)")
    }
    return keys
  }
}
