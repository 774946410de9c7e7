import QuoteModel

/// Which of several actors of one surname is meant.
extension NameClusters {
  /// Which of several namesakes is meant, by the order that `match` tells.
  func foremost(
    of found: [Int], called surname: String?, title: String, name: Int, before index: Int
  ) -> Int? {
    let alone = found.map { row in surname.map { self.alone(clusters[row], besides: $0) } ?? 0 }
    let least = surname.map { leastAlone(found, alone, called: $0) } ?? .max
    var best: (score: (Int, Int, Int, Int, Int, Int), row: Int)?
    for (row, alone) in zip(found, alone) {
      let (before, first) = prominence(row, before: index)
      let isOtherwise = alone >= Self.oftenAlone && alone / 2 >= least || isFull(row, among: found)
      let bond = surname.map { Self.bond($0, clusters[row]) } ?? 0
      let clue =
        surname == nil ? 0 : clues.weight(of: clusters[row], at: name)
      let score = (bond, clue, holds(title, clusters[row]) ? 1 : 0, isOtherwise ? 0 : 1, before, first)
      if best.map({ score > $0.score }) ?? true { best = (score, row) }
    }
    return best?.row
  }

  /// So often somebody is called by a first name alone whose surname stands for somebody else: `Lee … Tom … Tom`.
  private static let oftenAlone = 4

  /// How often somebody is called by a first name alone.
  private func alone(_ cluster: Cluster, besides surname: String) -> Int {
    cluster.folded.filter { $0.count > 1 && $0.last == surname }.compactMap { lone[$0[0]]?.count }.max() ?? 0
  }

  /// So often somebody is called by his full name whose surname stands for somebody who was named before him and hardly is
  /// called so again: `Tom Lund … Ivo Lund said … Ivo Lund`.
  private static let oftenFull = 5

  /// Whether somebody named behind a namesake goes on being called by his full name.
  private func isFull(_ row: Int, among namesakes: [Int]) -> Bool {
    let full = full(row)
    return full >= Self.oftenFull
      && namesakes.contains {
        $0 != row && clusters[$0].places[0] < clusters[row].places[0] && self.full($0) * 3 <= full
      }
  }

  /// How often a cluster's first name and surname stand together.
  private func full(_ row: Int) -> Int {
    clusters[row].counts.reduce(0) { $0 + ($1.key.contains(" ") ? $1.value : 0) }
  }

  /// How seldom one of some namesakes is called by a first name alone, of those who were named before the surname first
  /// stands for one of them.
  private func leastAlone(_ namesakes: [Int], _ alone: [Int], called surname: String) -> Int {
    let start = namesakes.map { clusters[$0].places[0] }.min() ?? 0
    let bare = lone[surname]?.first { $0 > start } ?? .max
    return zip(namesakes, alone).filter { clusters[$0.0].places[0] < bare }.map(\.1).min() ?? .max
  }

  /// How a cluster bears a lone word, the surest way highest: as the surname of a person with a first name or a title, as
  /// a first name or the last word of what may be a person, as a word of a thing or a headline: `Trump Tower`.
  private static func bond(_ word: String, _ cluster: Cluster) -> Int {
    guard cluster.kind == .person else { return 0 }
    let isLast = cluster.folded.contains { $0.last == word }
    return cluster.isSurelyPerson ? (isLast ? 2 : 1) : isLast ? 1 : 0
  }

  /// Whether somebody of a cluster's full name ever held the office of a title: `President Ruiz`.
  func holds(_ title: String, _ cluster: Cluster) -> Bool {
    guard !title.isEmpty, cluster.kind == .person else { return false }
    return cluster.names.contains { name in
      name.count > 1
        && holders.roles(of: name.joined(separator: " "), seen: nil).contains { role in
          role.office.map { title.hasSuffix($0) && title.hasPrefix("vice") == $0.hasPrefix("vice") } ?? false
        }
    }
  }

  /// How many names of a cluster stand before one, and how early its first does, the higher the earlier.
  private func prominence(_ row: Int, before index: Int) -> (Int, Int) {
    (Self.firstNot(before: index, clusters[row].places), -clusters[row].places[0])
  }

  /// How many of the sorted places are before one. O(log places).
  static func firstNot(before index: Int, _ places: [Int]) -> Int {
    places.firstRow { $0 >= index }
  }
}
