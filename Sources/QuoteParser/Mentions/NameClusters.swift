import QuoteModel

/// The actors of one article by the names they are called: a full name with its surname, a name with its
/// initials. Two people who share a surname stay two.
/// O(names * actors that share a word with them).
struct NameClusters {
  /// An actor with what told it.
  struct Cluster {
    var names: [[String]]
    /// The same in capitals, for comparing.
    var folded: [[String]] = []
    var kind: Actor.Kind
    var gender: Actor.Gender
    var canonical: String?
    var titles: [String] = []
    var counts: [String: Int] = [:]
    /// Whether a name of it begins with a known first name.
    var hasFirstName = false
    /// `Jr.`, `III`.
    var suffix: String?
    /// Which of the names found are its, in text order.
    var places: [Int] = []

    /// Whether a first name or a title says that it is a person.
    var isSurelyPerson: Bool {
      kind == .person && (hasFirstName || gender != .unknown || !titles.isEmpty)
    }
  }

  private(set) var clusters: [Cluster] = []
  /// Clusters, in order, by the first word of a wording of theirs, by its last and by its initials.
  private var rowsOf: [String: [Int]] = [:]
  private var rowOfCanonical: [String: Int] = [:]
  /// For each name found: its cluster.
  private(set) var clusterOf: [Int]

  let holders: OfficeHolders
  let clues: NamesakeClues

  /// Where each word is a name by itself: rows of the names found, by the word in capitals.
  private(set) var lone: [String: [Int]] = [:]

  /// The clusters of names in text order, of which those before `headline`, a token, stand in the first sentence: whose a bare
  /// name there is, all names behind it tell.
  init(_ found: [FoundName], _ words: Words, _ holders: OfficeHolders, headline: Int) {
    self.holders = holders
    clues = NamesakeClues(found, words, headline: headline)
    for (row, name) in found.enumerated() where name.words.count == 1 {
      lone[name.words[0].uppercased(), default: []].append(row)
    }
    clusterOf = Array(repeating: -1, count: found.count)
    // What the lists know and full names first, so that a surname in the first line finds the name behind it;
    // of those equally long, in text order.
    let isLate = { (row: Int) in
      found[row].words.count == 1 && found[row].tokens.lowerBound < headline ? 1 : 0
    }
    let order = found.indices.sorted {
      (isLate($0), Self.rank(found[$0]), $0) < (isLate($1), Self.rank(found[$1]), $1)
    }
    for index in order {
      let name = found[index]
      var row = match(name, index, before: isLate(index) == 1 ? found.count : index, words)
      if row == nil {
        clusters.append(
          Cluster(names: [], kind: name.kind, gender: name.loneGender.actor, canonical: name.canonical))
        row = clusters.count - 1
        if let canonical = name.canonical { rowOfCanonical[canonical] = clusters.count - 1 }
      }
      guard let row else { continue }
      clusterOf[index] = row
      add(name, index, to: row, words)
    }
  }

  private static func rank(_ name: FoundName) -> Int {
    // A town's name, a country's or a firm's may be somebody's surname.
    if name.canonical != nil { return name.words.count > 1 || name.isDemonym ? -9 : -1 }
    return -name.words.count
  }

  private mutating func add(_ name: FoundName, _ index: Int, to row: Int, _ words: Words) {
    var wordings = [name.words]
    if let nickname = name.nickname, let last = name.words.last {
      wordings += [[nickname], [nickname, last]]
    }
    for wording in wordings where !clusters[row].names.contains(wording) {
      clusters[row].names.append(wording)
      let folded = Self.folded(wording)
      clusters[row].folded.append(folded)
      let initials = String(folded.compactMap(\.first))
      for key in Set([folded.first, folded.last, initials].compactMap { $0 }) {
        if rowsOf[key]?.last != row { rowsOf[key, default: []].append(row) }
      }
    }
    if name.hasFirstName { clusters[row].hasFirstName = true }
    if clusters[row].suffix == nil { clusters[row].suffix = name.suffix }
    if clusters[row].kind == .unknown { clusters[row].kind = name.kind }
    if clusters[row].gender == .unknown { clusters[row].gender = name.gender.actor }
    if !name.isDemonym { clusters[row].counts[name.words.joined(separator: " "), default: 0] += 1 }
    if let title = name.title { clusters[row].titles.append(words.text(title)) }
    clusters[row].places.insert(index, at: Self.firstNot(before: index, clusters[row].places))
  }

  /// The cluster that a name belongs to. Of several it may mean, who is called so by his surname before who bears it
  /// otherwise; of several of those whom the words around mean (`NamesakeClues`); of several of those who held the office
  /// before it; who is not called by a first name instead; then the one named most before it, the first one where that is a
  /// draw.
  private func match(_ name: FoundName, _ row: Int, before index: Int, _ words: Words) -> Int? {
    let listed = name.canonical.flatMap { rowOfCanonical[$0] }
    let isNamesake = isNamesake(name, words)
    if name.canonical != nil, !isNamesake { return listed ?? whole(of: name) }
    let folded = Self.folded(name.words)
    if let department = department(folded) { return department }
    let title = isSupposed(name, words) ? "" : name.title.map { words.text($0).lowercased() } ?? ""
    var found: [Int] = []
    for row in Set([folded.first, folded.last].compactMap { $0 }.flatMap { rowsOf[$0] ?? [] }).sorted()
    where clusters[row].canonical == nil {
      let cluster = clusters[row]
      guard cluster.folded.contains(where: { Self.agree($0, folded, cluster.kind) }) else { continue }
      if cluster.gender != .unknown, name.gender != .unknown, cluster.gender != name.gender.actor { continue }
      if !Self.mayShare(cluster.suffix, name.suffix, isFull: name.words.count > 1) { continue }
      // `RUIZ` may be an organisation's letters, or the surname in capitals.
      let isShouted = name.words.count == 1 && words.shapes[name.tokens.lowerBound] & 7 == Shape.upper
      if isNamesake {
        guard cluster.isSurelyPerson else { continue }
      } else if name.kind == .organisation && cluster.kind == .person && !isShouted
        || name.kind == .person && cluster.kind == .organisation
      {
        continue
      }
      // `President Obama` is not Michelle Obama.
      let isTitled = name.words.count == 1 && holders.knows(folded[0], as: title)
      if isTitled, cluster.names.contains(where: { $0.count > 1 }), !holds(title, cluster) { continue }
      found.append(row)
    }
    // `Ivo Ruiz` is the father where `Ivo Ruiz Jr.` is the son.
    if name.suffix == nil, name.words.count > 1, found.contains(where: { clusters[$0].suffix == nil }) {
      found.removeAll { clusters[$0].suffix != nil }
    }
    if found.count < 2 { return found.first ?? listed }
    let surname = name.words.count == 1 ? folded[0] : nil
    return foremost(of: found, called: surname, title: title, name: row, before: index)
  }

  /// `the Times`, where the article has the Harbor Times and no other paper called so.
  private func whole(of name: FoundName) -> Int? {
    guard name.words.count == 1, let paper = name.canonical, paper.hasPrefix("The "),
      paper.hasSuffix(" " + name.words[0])
    else { return nil }
    let last = name.words[0].uppercased()
    let rows = (rowsOf[last] ?? []).filter { row in
      clusters[row].kind == .organisation
        && clusters[row].folded.contains { $0.count > 1 && $0.last == last }
    }
    return rows.count == 1 ? rows[0] : nil
  }

  private static let senior = ["Sr.", "Sr"]

  /// Whether an actor with a suffix or none may bear a name with a suffix or none. Who is called `Jr.` where somebody goes without
  /// is another, but may go without himself later on; his father may not.
  private static func mayShare(_ known: String?, _ suffix: String?, isFull: Bool) -> Bool {
    if let suffix { return suffix == known }
    return !isFull || known.map { !senior.contains($0) } ?? true
  }

  private static let supposing = Form.set("a another any")

  /// `a President Ruiz` is whoever might be.
  private func isSupposed(_ name: FoundName, _ words: Words) -> Bool {
    guard let title = name.title, title.lowerBound > 0 else { return false }
    return Self.supposing.contains(words.lower[title.lowerBound - 1])
  }

  /// `State`, where the article has the State Department.
  private func department(_ folded: [String]) -> Int? {
    guard folded.count == 1 else { return nil }
    return rowsOf[folded[0]]?.first {
      clusters[$0].kind == .organisation && clusters[$0].folded.contains([folded[0], "DEPARTMENT"])
    }
  }

  private static let placing = Form.set(
    "in at near into across throughout inside outside around from to of the")

  /// Whether a place's, a country's or a firm's name is the surname of a person of the article, unless it stands where a
  /// place's does: `in Lima`.
  private func isNamesake(_ name: FoundName, _ words: Words) -> Bool {
    guard name.canonical != nil, name.words.count == 1, !name.isDemonym else { return false }
    let before = name.tokens.lowerBound - 1
    if before >= 0, Self.placing.contains(words.lower[before]) { return false }
    return (rowsOf[name.words[0].uppercased()] ?? []).contains { row in
      // `Ancient Athens` is nobody's first name and surname.
      clusters[row].isSurelyPerson
        && clusters[row].names.contains { $0.count > 1 && $0.last == name.words[0] }
    }
  }

  private static func folded(_ wording: [String]) -> [String] { wording.map { $0.uppercased() } }

  /// Whether two wordings can be one actor's: equal, one the surname or first name of the other, or the same
  /// first and last word with something between.
  private static func agree(_ full: [String], _ other: [String], _ kind: Actor.Kind) -> Bool {
    if full == other { return true }
    if kind == .group { return false }
    if kind == .organisation {
      if other.count == 1, other[0].count == full.count, full.count > 1 {
        return zip(full, other[0]).allSatisfy { $0.first == $1 }
      }
      return false
    }
    if other.count == 1 {
      return full.count > 1 && (full[full.count - 1] == other[0] || full[0] == other[0])
    }
    if isInitial(full[0], of: other[0]) || isInitial(other[0], of: full[0]), full.last == other.last {
      return true
    }
    // `Jeb Bush` of `John Ellis Bush`
    if full.count == 3, other.count == 2, full.last == other.last,
      String(full.compactMap(\.first)) == other[0]
    {
      return true
    }
    return full.first == other.first && full.last == other.last || full.suffix(other.count) == other[...]
  }

  /// `J.` of `John`.
  private static func isInitial(_ word: String, of other: String) -> Bool {
    word.utf8.count <= 2 && word.first == other.first && (word.hasSuffix(".") || word.utf8.count == 1)
      && other.utf8.count > 2
  }

  /// Offices as the press shortens them before names.
  private static let offices = [
    "Sen.": "Senator", "Gov.": "Governor", "Rep.": "Representative", "Gen.": "General", "Prof.": "Professor",
    "Pres.": "President", "Lt.": "Lieutenant", "Sgt.": "Sergeant", "Capt.": "Captain", "Rev.": "Reverend",
  ]

  /// The clusters as actors.
  func actors(seen date: PartialDate?) -> [Actor] {
    clusters.map { cluster in
      let forms = cluster.names.map { $0.joined(separator: " ") }.filter { cluster.counts[$0] != nil }
      let fullest = forms.max {
        ($0.split(separator: " ").count, cluster.counts[$0] ?? 0) < (
          $1.split(separator: " ").count, cluster.counts[$1] ?? 0
        )
      }
      let bare = cluster.canonical ?? fullest ?? cluster.names.first?.joined(separator: " ") ?? ""
      let name = cluster.suffix.map { "\(bare) \($0)" } ?? bare
      let aliases = forms.filter { $0 != bare }.sorted {
        (cluster.counts[$0] ?? 0, $1) > (cluster.counts[$1] ?? 0, $0)
      }
      var roles: [Actor.Role] = []
      for written in cluster.titles {
        let title = Self.offices[written] ?? written
        guard !title.hasSuffix("."), !roles.contains(where: { $0.title == title }) else { continue }
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
