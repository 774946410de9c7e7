import Glibc
import QuoteModel

/// Whose a bare name is, in an article that never says more: `Clinton`, `Hillary`, `Mrs. Clinton`.
///
/// Of those who bear it as a surname, and of those whom articles call by it, the one is meant for whom most speaks: how
/// many articles call them so, roles, gender, whom the article speaks of besides, and when. Where two come close, the
/// bare name stays its article's own.
struct BareNames {
  /// The persons, with the rows that were placed.
  private(set) var people: [Person]
  /// Those who stay alone.
  private(set) var alone: [Person] = []

  private let rows: [ActorRow]
  private let company: Company
  /// Given names of the collection: two articles' `Bob` may be two.
  private let givenNames: Set<String>
  /// Persons by a word they may be called by, with how many articles call them so; the most called first.
  private var bearers: [String: [Bearer]] = [:]
  private var companyOf: [Int: [UInt32: Int]] = [:]

  private struct Bearer {
    var person: Int
    var articles: Int
    var isSurname: Bool
  }

  /// No more bearers of a name than this are weighed.
  private static let most = 8
  /// So much more must speak for one than for the next; less where the name is nearly always his.
  private static let margin = 1.4
  private static let marginOfMost = 0.4
  /// So many times as often as the next.
  private static let timesOfMost = 10
  /// What it takes against a pronoun of the other gender.
  private static let enough = 0.5
  /// A given name alone stands only for whom at least so many articles call by it, so many times as often as the next.
  private static let enoughArticles = 5
  private static let givenMargin = 2.3

  /// O(aliases).
  init(_ rows: [ActorRow], _ company: Company, _ people: [Person], lists: WordLists) {
    (self.rows, self.company, self.people) = (rows, company, people)
    givenNames = Set(people.compactMap(\.name.given)).union(lists.fullNames.keys)
    for (index, person) in people.enumerated() where !person.rows.isEmpty {
      let surnames = Set(person.rows.flatMap { PersonName(rows[$0].actor.name)?.surnames ?? [] })
      var called: [String: Int] = [:]
      for surname in surnames { called[surname] = 0 }
      for row in person.rows {
        let bare = Set(
          rows[row].actor.aliases.compactMap(PersonName.init).filter { $0.given == nil }.map(\.surname))
        for word in bare { called[word, default: 0] += 1 }
      }
      for (word, articles) in called {
        bearers[word, default: []].append(
          Bearer(person: index, articles: articles, isSurname: surnames.contains(word)))
      }
    }
    for word in bearers.keys {
      bearers[word]?.sort { ($1.articles, $0.person) < ($0.articles, $1.person) }
    }
  }

  /// Gives the rows of a bare name to those they are of. O(rows).
  mutating func place(_ entries: [Person], called word: String) {
    let candidates = Array((bearers[word] ?? []).prefix(Self.most))
    guard !candidates.isEmpty else {
      alone += givenNames.contains(word) ? acquainted(entries) : PersonIndex.split(entries)
      return
    }
    for entry in entries {
      if let owner = owner(of: entry, among: candidates) {
        people[owner].rows += entry.rows
      } else {
        alone.append(entry)
      }
    }
  }

  /// Of those who have a given name alone, the ones of one company are one.
  private func acquainted(_ entries: [Person]) -> [Person] {
    var out: [Person] = []
    for entry in entries {
      let known = out.indices.suffix(Self.most).first { index in
        guard let article = entry.articles.first, out[index].fits(entry) else { return false }
        let counts = company.counts(in: out[index].articles.sorted().prefix(40))
        return company.likeness(
          article, without: entry.keys, to: counts, in: min(40, out[index].articles.count))
          >= Self.sameCompany
      }
      if let known { out[known].take(entry) } else { out.append(entry) }
    }
    return out
  }

  private static let sameCompany = 0.7

  /// Whose it is; `nil` where that is not clear.
  private mutating func owner(of entry: Person, among candidates: [Bearer]) -> Int? {
    var scores: [(score: Double, bearer: Bearer)] = []
    for bearer in candidates {
      if let score = score(entry, bearer) { scores.append((score, bearer)) }
    }
    scores.sort { ($1.score, $0.bearer.person) < ($0.score, $1.bearer.person) }
    guard let best = scores.first else { return nil }
    let lead = scores.count > 1 ? best.score - scores[1].score : .infinity
    // The only one, and of the other gender: only if a role speaks for it, or none but a pronoun against it.
    if scores.count == 1, !people[best.bearer.person].fits(entry), best.score < Self.enough { return nil }
    if best.bearer.isSurname {
      let isMostly =
        scores.count > 1 && best.bearer.articles >= Self.timesOfMost * (scores[1].bearer.articles + 1)
      return lead >= (isMostly ? Self.marginOfMost : Self.margin) ? best.bearer.person : nil
    }
    // Another's surname, or a given name: only who is known by it.
    return best.bearer.articles >= Self.enoughArticles && lead >= Self.givenMargin ? best.bearer.person : nil
  }

  /// What speaks for a bearer; `nil` where the article has them under their full name besides.
  private mutating func score(_ entry: Person, _ bearer: Bearer) -> Double? {
    let person = people[bearer.person]
    guard let article = entry.articles.first, !person.articles.contains(article) else { return nil }
    var out = log(Double(bearer.articles) + 0.5)
    // A role that one of many articles tells may be somebody else's.
    out += 2 * person.share(of: entry.roles) + person.share(of: entry.offices)
    if let gender = entry.gender, let own = person.gender {
      // A title is sure; a pronoun may have been misread.
      if gender != own, entry.titled != .unknown { return nil }
      out += gender == own ? 1 : -1.5
    }
    if !entry.sides.isEmpty, !person.sides.isEmpty {
      out += person.sides.isDisjoint(with: entry.sides) ? -1 : 0.5
    }
    if entry.first > 0, person.first > 0,
      entry.first - person.last > 2 * 512 || person.first - entry.first > 2 * 512
    {
      out -= 1
    }
    let known =
      companyOf[bearer.person] ?? company.counts(in: person.articles.sorted().prefix(400))
    companyOf[bearer.person] = known
    out += 3 * company.likeness(article, without: entry.keys, to: known, in: min(400, person.articles.count))
    return out
  }
}
