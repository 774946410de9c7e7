import QuoteModel

/// The actors of one article by the names they are called: a full name with its surname, a name with its
/// initials. Two people who share a surname stay two. O(names * actors).
struct NameClusters {
  /// An actor with what told it.
  struct Cluster {
    var names: [[String]]
    var kind: Actor.Kind
    var gender: Actor.Gender
    var canonical: String?
    var titles: [String] = []
    var counts: [String: Int] = [:]
  }

  private(set) var clusters: [Cluster] = []
  /// For each name found: its cluster.
  private(set) var clusterOf: [Int]

  init(_ found: [FoundName], _ words: Words) {
    clusterOf = Array(repeating: -1, count: found.count)
    // Full names first, so that a surname in the first line finds the name behind it.
    let order = found.indices.sorted {
      (found[$0].canonical == nil ? -found[$0].words.count : -9, $0) < (
        found[$1].canonical == nil ? -found[$1].words.count : -9, $1
      )
    }
    for index in order {
      let name = found[index]
      var row = match(name)
      if row == nil {
        clusters.append(Cluster(names: [], kind: name.kind, gender: .unknown, canonical: name.canonical))
        row = clusters.count - 1
      }
      guard let row else { continue }
      clusterOf[index] = row
      if !clusters[row].names.contains(name.words) { clusters[row].names.append(name.words) }
      if clusters[row].kind == .unknown { clusters[row].kind = name.kind }
      if clusters[row].gender == .unknown { clusters[row].gender = name.gender.actor }
      if !name.isDemonym { clusters[row].counts[name.words.joined(separator: " "), default: 0] += 1 }
      if let title = name.title { clusters[row].titles.append(words.text(title)) }
    }
  }

  private func match(_ name: FoundName) -> Int? {
    if let canonical = name.canonical { return clusters.firstIndex { $0.canonical == canonical } }
    var best: Int?
    for (row, cluster) in clusters.enumerated() where cluster.canonical == nil {
      guard cluster.names.contains(where: { Self.agree($0, name.words, cluster.kind) }) else { continue }
      if cluster.gender != .unknown, name.gender != .unknown, cluster.gender != name.gender.actor { continue }
      if name.kind == .organisation && cluster.kind == .person
        || name.kind == .person && cluster.kind == .organisation
      {
        continue
      }
      // A surname that two people share stands for the one named more fully first.
      if best == nil { best = row }
    }
    return best
  }

  /// Whether two wordings can be one actor's: equal, one the surname or first name of the other, or the same
  /// first and last word with something between.
  private static func agree(_ full: [String], _ other: [String], _ kind: Actor.Kind) -> Bool {
    if full == other || full.map({ $0.uppercased() }) == other.map({ $0.uppercased() }) { return true }
    if kind == .organisation {
      if other.count == 1, other[0].count == full.count, full.count > 1 {
        return zip(full, other[0]).allSatisfy { $0.first == $1 }
      }
      return false
    }
    if other.count == 1 {
      let word = other[0].uppercased()
      return full.count > 1 && (full[full.count - 1].uppercased() == word || full[0].uppercased() == word)
    }
    return full.first == other.first && full.last == other.last || full.suffix(other.count) == other[...]
  }

  /// The clusters as actors.
  func actors(seen date: PartialDate?) -> [Actor] {
    clusters.map { cluster in
      let forms = cluster.names.map { $0.joined(separator: " ") }.filter { cluster.counts[$0] != nil }
      let fullest = forms.max {
        ($0.split(separator: " ").count, cluster.counts[$0] ?? 0) < (
          $1.split(separator: " ").count, cluster.counts[$1] ?? 0
        )
      }
      let name = cluster.canonical ?? fullest ?? cluster.names.first?.joined(separator: " ") ?? ""
      let aliases = forms.filter { $0 != name }.sorted {
        (cluster.counts[$0] ?? 0, $1) > (cluster.counts[$1] ?? 0, $0)
      }
      var roles: [Actor.Role] = []
      for title in cluster.titles where !roles.contains(where: { $0.title == title }) && !title.hasSuffix(".")
      {
        roles.append(Actor.Role(title, seen: date))
      }
      return Actor(name: name, kind: cluster.kind, gender: cluster.gender, aliases: aliases, roles: roles)
    }
  }
}

extension Gazetteer.Gender {
  var actor: Actor.Gender {
    switch self {
    case .unknown: .unknown
    case .female: .female
    case .male: .male
    }
  }
}
