import QuoteModel

/// Names that hold more than the name: a word that stands in capitals behind a surname for being in a headline or a title,
/// `Trump Train`, `Warren Prompts`. Whom an article calls by the first word alone, where that word is nobody's given name
/// and many articles know it as a surname, bears the surname alone.
struct OverlongNames {
  /// In how many articles somebody has a surname.
  private var surnames: [String: Int] = [:]
  private var given: Set<String> = []

  private static let enoughArticles = 5

  /// O(persons).
  init(_ rows: [ActorRow], lists: WordLists) {
    var articles: [String: Set<Int>] = [:]
    var givens: [String: Set<String>] = [:]
    for row in rows where row.isNamed && row.actor.kind == .person {
      guard let name = PersonName(row.actor.name), let first = name.given else { continue }
      articles[name.surname, default: []].insert(row.article)
      givens[name.surname, default: []].insert(first)
    }
    surnames = articles.mapValues(\.count)
    // A word before what is a surname behind other words too is a given name.
    given = Set(lists.fullNames.keys)
    for firsts in givens.values where firsts.count > 1 { given.formUnion(firsts) }
  }

  /// The surname alone where that is the name; `nil` where the name is as it should be. O(aliases).
  func surname(of row: ActorRow) -> PersonName? {
    guard row.actor.roles.isEmpty, !row.actor.aliases.isEmpty, let name = PersonName(row.actor.name),
      let first = name.given, !given.contains(first), name.surnames.count == 1,
      (surnames[first] ?? 0) >= Self.enoughArticles
    else { return nil }
    let alone = Set(row.actor.aliases.compactMap { PersonName($0)?.words }.filter { $0.count == 1 })
    return alone.contains([first]) && !alone.contains([name.surname]) ? PersonName(first) : nil
  }
}
