import QuoteModel

/// Names that hold more than the name: words that stand in capitals beside a surname for being in a headline or a title,
/// `Trump Train`, `Warren Prompts Talk`, `Derelict Obama`. Whom an article calls by the one word alone, where the others
/// are nobody's names and many articles know it as a surname, bears the surname alone.
struct OverlongNames {
  /// In how many articles somebody has a surname.
  private var surnames: [String: Int] = [:]
  /// In how many articles somebody called by a surname alone has a given name.
  private var given: [String: Int] = [:]
  /// In how many articles somebody has both.
  private var both: [String: Int] = [:]
  private let lists: WordLists

  private static let enoughArticles = 5
  /// So many for a word that stands before the surname, where given names do, or that is a given name too.
  private static let manyArticles = 20

  /// O(persons).
  init(_ rows: [ActorRow], lists: WordLists) {
    self.lists = lists
    for row in rows where row.isNamed && row.actor.kind == .person {
      guard let name = PersonName(row.actor.name), let first = name.given else { continue }
      surnames[name.surname, default: 0] += 1
      both[first + " " + name.surname, default: 0] += 1
      if Self.alone(row).contains(name.surname) { given[first, default: 0] += 1 }
    }
  }

  /// The surname alone where that is the name; `nil` where the name is as it should be. O(aliases).
  func surname(of row: ActorRow) -> PersonName? {
    guard let name = PersonName(row.actor.name), let first = name.given else { return nil }
    let alone = Self.alone(row)
    // A headline of several words may hold another's name too.
    if alone == [first] || name.words.count > 2 && alone.contains(first) && !alone.contains(name.surname) {
      return name.surname != first && isSurname(first) ? PersonName(first) : nil
    }
    guard alone.count == 1, let only = alone.first else { return nil }
    guard only == name.surname, name.middle.isEmpty, given[first] == 1, both[first + " " + only] == 1,
      (surnames[only] ?? 0) >= Self.manyArticles, !isListed(first)
    else { return nil }
    return PersonName(only)
  }

  private func isSurname(_ word: String) -> Bool {
    let articles = surnames[word] ?? 0
    guard (given[word] ?? 0) * 20 <= articles, articles >= Self.enoughArticles else { return false }
    return articles >= Self.manyArticles || !isListed(word)
  }

  private func isListed(_ word: String) -> Bool { lists.fullNames[word] != nil || lists.isGivenName(word) }

  /// The words by which an article calls somebody alone.
  private static func alone(_ row: ActorRow) -> Set<String> {
    Set(row.actor.aliases.compactMap { PersonName($0)?.words }.filter { $0.count == 1 }.compactMap(\.first))
  }
}
