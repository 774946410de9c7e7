import QuoteModel

/// Puts what a person says of actors over what the evidence says.
///
/// Everything is told from the sets that the evidence made, so that the order of what was said does not matter: first
/// the rows that leave their actor are taken out, then actors that are one are united, then it is seen whether those
/// that should be two are.
struct CorrectedActors {
  private let rows: [ActorRow]
  private let articleNames: [String]
  private var rowsOfName: [String: [Int]] = [:]
  /// What could not be held, since other corrections say the opposite.
  private(set) var unheld: [ActorCorrections.Correction] = []

  /// O(actors).
  init(_ rows: [ActorRow], _ segments: [Segment]) {
    self.rows = rows
    articleNames = segments.flatMap { segment in (0..<segment.articleCount).map { segment.name($0) } }
    for (row, entry) in rows.enumerated() { rowsOfName[entry.key, default: []].append(row) }
  }

  /// The sets with the corrections over them. O(actors + corrections · rows of their names).
  mutating func apply(_ corrections: ActorCorrections, to sets: DisjointSets) -> DisjointSets {
    var evidence = sets
    var label = rows.indices.map { evidence.find($0) }
    var next = rows.count
    /// Rows taken out together go on together.
    func takeOut(_ out: [Int]) {
      guard !out.isEmpty else { return }
      for row in out { label[row] = next }
      next += 1
    }
    let sorted = corrections.sorted
    // What one name of all articles loses to another.
    for correction in sorted where !correction.isSame {
      let (a, b) = (correction.first, correction.second)
      guard a.article == nil, b.article == nil else { continue }
      takeOut(rarer(of: rows(a), rows(b), &evidence))
    }
    // An article's own name leaves its actor, to be its own or another's.
    var moved: Set<ActorCorrections.Name> = []
    for correction in sorted {
      for name in [correction.first, correction.second] where name.article != nil {
        let other = name == correction.first ? correction.second : correction.first
        if !correction.isSame || other.article == nil { moved.insert(name) }
      }
    }
    for name in moved.sorted() { takeOut(rows(name)) }

    var united = DisjointSets(count: next)
    let out = Set(moved.flatMap { rows($0) })
    for correction in sorted where correction.isSame {
      let labels = [correction.first, correction.second].map { name in
        Set(
          name.article == nil ? mainly(name, out, &evidence).map { label[$0] } : rows(name).map { label[$0] }
        )
        .sorted()
      }
      let both = labels[0] + labels[1]
      if !labels[0].isEmpty, !labels[1].isEmpty { for one in both { united.unite(both[0], one) } }
    }
    unheld = sorted.filter { correction in
      guard !correction.isSame else { return false }
      let first = Set(rows(correction.first))
      let second = rows(correction.second).filter {
        !first.contains($0) && !out.contains($0) || correction.second.article != nil
      }
      let held = Set(
        first.filter { !out.contains($0) || correction.first.article != nil }.map { united.find(label[$0]) })
      return second.contains { held.contains(united.find(label[$0])) }
    }
    var result = DisjointSets(count: rows.count)
    var firstOf: [Int: Int] = [:]
    for row in rows.indices {
      let root = united.find(label[row])
      if let first = firstOf[root] { result.unite(first, row) } else { firstOf[root] = row }
    }
    return result
  }

  /// The rows that bear a name, in its article if it says one.
  private func rows(_ name: ActorCorrections.Name) -> [Int] {
    let found = rowsOfName[ActorName.key(name.name)] ?? []
    guard let article = name.article else { return found }
    return found.filter { articleNames[rows[$0].article] == article }
  }

  /// Those of a name's rows whose actor is mainly called so, and of those that are left the ones of the actor that most
  /// of them belong to: a bare surname that somebody else bears once does not draw them in.
  private func mainly(_ name: ActorCorrections.Name, _ out: Set<Int>, _ sets: inout DisjointSets) -> [Int] {
    let own = rows(name).filter { !out.contains($0) }
    var counts: [Int: Int] = [:]
    for row in own { counts[sets.find(row), default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return own }
    var sizes: [Int: Int] = [:]
    for row in rows.indices {
      let root = sets.find(row)
      if counts[root] != nil { sizes[root, default: 0] += 1 }
    }
    return own.filter {
      let root = sets.find($0)
      return root == most || 2 * (counts[root] ?? 0) >= (sizes[root] ?? 0)
    }
  }

  /// Of two names' rows that share an actor, those of the rarer name.
  private func rarer(of a: [Int], _ b: [Int], _ sets: inout DisjointSets) -> [Int] {
    let shared = Set(a.map { sets.find($0) }).intersection(b.map { sets.find($0) })
    let (a, b) = (a.filter { shared.contains(sets.find($0)) }, b.filter { shared.contains(sets.find($0)) })
    return a.count < b.count ? a : b
  }
}
