import QuoteModel

/// An article's actor on its way to being merged.
struct ActorRow {
  /// The actor, as its article has it.
  var actor: Actor
  /// Its name, folded, without a leading article.
  var key: String
  /// Rows of its members, counted over all segments.
  var members: [Int]
  /// Whether it bears a name.
  var isNamed: Bool
  /// Its article, counted over all segments.
  var article: Int
  /// `PartialDate.sortKey` of the article's date, 0 where unknown.
  var date: Int32
  /// The gender that `Mr.` or `Mrs.` tells of a person of a single name: surer than a pronoun.
  var titled = Actor.Gender.unknown

  /// The actors of all segments, in order. O(actors).
  static func all(of segments: [Segment]) -> [ActorRow] {
    var rows: [ActorRow] = []
    for segment in segments {
      for article in 0..<segment.articleCount {
        let range = segment.actorRows(article)
        let date = segment.article(article).date?.sortKey ?? 0
        for actor in segment.actors(article) {
          let members = actor.members.filter { $0 >= 0 && $0 < range.count }
          rows.append(
            ActorRow(
              actor: actor, key: ActorName.key(actor.name),
              members: members.map { segment.firstActor + range.lowerBound + $0 }, isNamed: actor.isNamed,
              article: segment.firstArticle + article, date: date))
        }
      }
    }
    readTitles(of: &rows, segments)
    // `Officials` that begins a sentence is no name where `officials` is seen.
    let common = Set(rows.lazy.filter { !$0.isNamed }.map(\.key))
    for row in rows.indices
    where rows[row].isNamed && (rows[row].actor.kind == .group || rows[row].actor.kind == .unknown)
      && common.contains(rows[row].key)
    { rows[row].isNamed = false }
    return rows
  }
}

extension ActorRow {
  private static let titles: [Substring: Actor.Gender] = [
    "Mr.": .male, "Mr": .male, "Mrs.": .female, "Mrs": .female, "Ms.": .female, "Ms": .female,
    "Miss": .female,
  ]

  /// Looks at the mentions of those who bear a single name. O(their mentions).
  private static func readTitles(of rows: inout [ActorRow], _ segments: [Segment]) {
    for segment in segments {
      for article in 0..<segment.articleCount {
        let first = segment.firstActor + segment.actorRows(article).lowerBound
        for mention in segment.mentions(article) where mention.kind == .name {
          guard let row = mention.actor.map({ first + $0 }), rows.indices.contains(row),
            rows[row].actor.kind == .person, rows[row].titled == .unknown, !rows[row].key.contains(" ")
          else { continue }
          let text = segment.text(article)[mention.range]
          rows[row].titled = text.split(separator: " ").first.flatMap { titles[$0] } ?? .unknown
        }
      }
    }
  }
}

/// Who is spoken of in each article: what tells one bearer of a name from another.
struct Company {
  /// For each article: hashes of the names in it.
  private let names: [[UInt32]]
  /// In how many articles each name is.
  private var frequency: [UInt32: Int32] = [:]

  /// O(actors).
  init(_ rows: [ActorRow]) {
    var names: [[UInt32]] = Array(repeating: [], count: (rows.last?.article ?? -1) + 1)
    for row in rows where row.isNamed { names[row.article].append(FNV.hash32(row.key.utf8)) }
    for article in names { for name in Set(article) { frequency[name, default: 0] += 1 } }
    self.names = names
  }

  /// How rare a name is, 0 for one in every article.
  private func rarity(_ name: UInt32) -> Double {
    let share = Double(frequency[name] ?? 1) / Double(max(1, names.count))
    return share > 0.3 ? 0 : 1 - share / 0.3
  }

  /// The same, the names of two persons themselves left out.
  func counts(in articles: some Sequence<Int>, without a: Person, _ b: Person) -> [UInt32: Int] {
    var out = counts(in: articles)
    for key in a.keys.union(b.keys) { out[key] = nil }
    return out
  }

  /// In how many of those articles each name is.
  func counts(in articles: some Sequence<Int>) -> [UInt32: Int] {
    var out: [UInt32: Int] = [:]
    for article in articles { for name in names[article] { out[name, default: 0] += 1 } }
    return out
  }

  /// How much of an article's company, one of its names left out, is that of somebody spoken of in `count` articles,
  /// 0...1. O(article's actors).
  func likeness(_ article: Int, without own: Set<UInt32>, to counts: [UInt32: Int], in count: Int) -> Double {
    var (shared, all) = (0.0, 0.0)
    for name in names[article] where !own.contains(name) {
      let weight = rarity(name)
      all += weight
      shared += weight * min(1, Double(counts[name] ?? 0) / Double(max(1, count)) * 4)
    }
    return all == 0 ? 0 : shared / all
  }

  /// How alike two companies are, 0...1: the cosine, rare names counting more. In whole numbers, which give the same sum
  /// in any order. O(names).
  func likeness(_ a: [UInt32: Int], _ b: [UInt32: Int]) -> Double {
    func weight(_ name: UInt32) -> Int { Int(rarity(name) * 256) }
    func norm(_ counts: [UInt32: Int]) -> Int {
      counts.reduce(0) { $0 + $1.value * $1.value * weight($1.key) * weight($1.key) }
    }
    let (small, large) = a.count <= b.count ? (a, b) : (b, a)
    let dot = small.reduce(0) { $0 + $1.value * (large[$1.key] ?? 0) * weight($1.key) * weight($1.key) }
    let norms = Double(norm(a)) * Double(norm(b))
    return norms == 0 ? 0 : Double(dot) / norms.squareRoot()
  }
}
