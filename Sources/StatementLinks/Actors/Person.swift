import QuoteModel

/// Rows held to be one person, and what is known of them.
struct Person {
  var rows: [Int]
  /// Hashes of what its rows are called.
  var keys: Set<UInt32> = []
  /// The name that shows most.
  var name: PersonName
  /// Titles with their places, as told.
  var roles: Set<String> = []
  var offices: Set<String> = []
  var sides: Set<String> = []
  /// How many rows tell each role and each office.
  private var tellers: [String: Int] = [:]
  /// How many rows could have told one: not those that were found to be its later.
  private var asked = 1
  var articles: Set<Int> = []
  /// Rows of each gender.
  var females = 0
  var males = 0
  /// The gender of the title of a single name.
  var titled = Actor.Gender.unknown
  /// First and last date seen, 0 where unknown.
  var first: Int32 = 0
  var last: Int32 = 0

  /// The person of one row.
  init(_ row: Int, _ name: PersonName, _ entry: ActorRow) {
    rows = [row]
    self.name = name
    articles = [entry.article]
    keys = [FNV.hash32(entry.key.utf8)]
    for role in entry.actor.roles {
      roles.insert(Folding.fold(role.title))
      if let office = role.office { offices.insert(office + "|" + (role.place ?? "")) }
      if let side = role.side { sides.insert(side) }
    }
    for told in roles.union(offices) { tellers[told] = 1 }
    titled = entry.titled
    switch titled == .unknown ? entry.actor.gender : titled {
    case .female: females = 1
    case .male: males = 1
    case .unknown: break
    }
    (first, last) = (entry.date, entry.date)
  }

  /// How much tells it from its namesakes: middle names weigh more than a gender.
  var shown: Int { (name.middle.isEmpty ? 0 : 2) + (females + males == 0 ? 0 : 1) }

  /// How well known it is for one of some roles or offices: 1 where one of four rows tells it, 0 where none does. O(roles).
  func share(of told: Set<String>) -> Double {
    let most = told.compactMap { tellers[$0] }.max() ?? 0
    return min(1, 4 * Double(most) / Double(asked))
  }

  /// One of twelve or fewer may be a pronoun that was misread.
  private static let misread = 12

  /// The gender that its rows agree on; `nil` where they do not, or show none.
  var gender: Actor.Gender? {
    if females > males * Self.misread { return .female }
    if males > females * Self.misread { return .male }
    return nil
  }

  /// Whether so few of its rows have the other gender than another person that they may be misread.
  func mayMisread(_ other: Person) -> Bool {
    let (small, large) = rows.count <= other.rows.count ? (self, other) : (other, self)
    return small.rows.count * 2 <= large.rows.count
  }

  /// Whether no gender stands against the two being one.
  func fits(_ other: Person) -> Bool {
    guard let one = gender, let two = other.gender else { return true }
    return one == two
  }

  /// Takes another's rows and what is known of them.
  mutating func take(_ other: Person) {
    rows += other.rows
    if other.name.middle.joined().count > name.middle.joined().count || name.given?.count == 1 {
      name = other.name
    }
    females += other.females
    males += other.males
    keys.formUnion(other.keys)
    roles.formUnion(other.roles)
    offices.formUnion(other.offices)
    sides.formUnion(other.sides)
    tellers.merge(other.tellers, uniquingKeysWith: +)
    asked += other.asked
    articles.formUnion(other.articles)
    if other.first > 0 { first = first == 0 ? other.first : min(first, other.first) }
    last = max(last, other.last)
  }
}

/// What speaks for and against two names being one person's. Everything that merging weighs is here; a sum of
/// `enough` makes them one.
struct PersonEvidence {
  /// How the names agree.
  enum Names: Double {
    /// `Bob Lee` in an article that calls him `Robert Lee` too.
    case given = 3
    /// The same letters, once hyphens, blanks and accents are set aside: `Son-il`, `Son Il`.
    case letters = 2.2
    /// The same once the spellings of a sound are: `Đoković`, `Djokovic`.
    case sounds = 1.9
    /// `Tayyip Erdogan` of `Recep Tayyip Erdogan`, `J. Lee` of `John Lee`, `Bill` of `William`: one of them may be another.
    case part = 1
  }

  static let enough = 2.0

  var names: Names
  var sharesRole = false
  var sharesOffice = false
  var sharesSide = false
  var hasOtherSide = false
  /// Likeness of those spoken of beside them, 0...1.
  var company = 0.0
  /// Whether one is so much rarer than the other that it is more likely a variant than a namesake.
  var isRare = false
  /// Whether an article speaks of both and does not take them for one.
  var isApart = false
  /// Whether any article speaks of both.
  var meet = false
  /// Whether years lie between the two.
  var isFar = false
  /// Whether one is a `Jr.` and the other may not be.
  var isOtherGeneration = false
  /// Whether most pronouns for one are not those for the other.
  var isOtherGender = false

  /// The sum.
  var sum: Double {
    var out = names.rawValue
    if sharesRole { out += 1 }
    if sharesOffice { out += 1 }
    if sharesSide { out += 0.5 }
    if hasOtherSide { out -= 1 }
    out += min(2, company * 5)
    if isRare { out += 0.6 }
    if isApart { out -= 4 }
    if isFar { out -= 0.5 }
    // `Joseph Biden Jr.` is `Joe Biden` where they have one office and never meet; a son seldom has his father's.
    if isOtherGeneration { out -= !sharesOffice || meet ? 9 : names == .part ? 0.9 : 2.5 }
    if isOtherGender { out -= 1.5 }
    return out
  }

  /// Weighs two persons whose names agree so. O(what is known of the smaller).
  init(_ names: Names, _ a: Person, _ b: Person, _ company: Company) {
    self.names = names
    sharesRole = !a.roles.isDisjoint(with: b.roles)
    sharesOffice = !a.offices.isDisjoint(with: b.offices)
    sharesSide = !a.sides.isDisjoint(with: b.sides)
    hasOtherSide = !sharesSide && !a.sides.isEmpty && !b.sides.isEmpty
    let (small, large) = a.articles.count <= b.articles.count ? (a, b) : (b, a)
    isRare = small.articles.count * 8 <= large.articles.count
    // One of a hundred articles may have misread a name.
    let both = small.articles.count { large.articles.contains($0) }
    meet = both > 0
    isOtherGeneration = a.name.generation != b.name.generation
    isOtherGender = !a.fits(b)
    isApart = both > 0 && both * 100 >= large.articles.count
    isFar = a.first > 0 && b.first > 0 && (a.first - b.last > 3 * 512 || b.first - a.last > 3 * 512)
    self.company = company.likeness(
      company.counts(in: small.articles.sorted().prefix(40), without: a, b),
      company.counts(in: large.articles.sorted().prefix(200), without: a, b))
  }
}
