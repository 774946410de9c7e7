/// Who is behind mentions: a person, a country, an organisation or a group.
///
/// The parser makes actors of one article, whose `members` are rows of the same article's actors;
/// linking merges them into the corpus' actors, whose `members` are rows of the corpus' actors.
public struct Actor: Sendable, Equatable {
  /// What kind of actor it is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Somebody whose kind the text does not tell.
    case unknown
    /// A human being.
    case person
    /// A state, or its government where it speaks.
    case country
    /// A company, party, office, court, outlet, team.
    case organisation
    /// A place that is no state.
    case place
    /// Several actors who speak together, known or not.
    case group
  }

  /// Grammatical gender of the pronouns used for a person.
  public enum Gender: UInt8, Sendable {
    // swift-format-ignore
    case unknown, female, male
  }

  /// A role, as worded, what the words say of side, place and office, and when it was seen.
  public struct Role: Sendable, Hashable {
    /// The words, such as `Turkish President`.
    public var title: String
    /// The office among the words, in small letters: `president`.
    public var office: String?
    /// The country, or the state of one, that the words name: `Turkey`, `Ohio`.
    public var place: String?
    /// The party that the words name: `Labour Party`.
    public var side: String?
    /// The first date of an article that tells it.
    public var first: PartialDate?
    /// The last date of an article that tells it.
    public var last: PartialDate?
    /// How many articles tell it.
    public var count = 1

    /// A role with the date it was seen.
    public init(_ title: String, seen: PartialDate? = nil) {
      self.title = title
      (first, last) = (seen, seen)
    }
  }

  /// The fullest name seen, without titles.
  public var name: String { didSet { isNamed = Actor.isName(name) } }
  /// Whether it bears a name, as `a spokesman` and `police` do not.
  public private(set) var isNamed: Bool
  /// What kind of actor it is.
  public var kind: Kind
  /// The pronouns that go with it.
  public var gender: Gender
  /// Other wordings seen, the most frequent first.
  public var aliases: [String]
  /// Roles seen, the most frequent first.
  public var roles: [Role]
  /// A group's members, where they are known.
  public var members: [Int]

  /// An actor of that name.
  public init(
    name: String, kind: Kind = .unknown, gender: Gender = .unknown, aliases: [String] = [],
    roles: [Role] = [],
    members: [Int] = []
  ) {
    self.name = name
    isNamed = Actor.isName(name)
    self.kind = kind
    self.gender = gender
    self.aliases = aliases
    self.roles = roles
    self.members = members
  }
}

extension Actor {
  /// The party most often told.
  public var side: String? { told(\.side) }
  /// The country or state most often told.
  public var place: String? { told(\.place) }
  /// The office of the role that was told most lately; of those, the one told most.
  public var office: String? {
    roles.filter { $0.office != nil }.max {
      ($0.last?.sortKey ?? 0, $0.count) < ($1.last?.sortKey ?? 0, $1.count)
    }?.office
  }

  /// What most articles say; of what as many say, what comes first.
  private func told(_ part: KeyPath<Role, String?>) -> String? {
    var counts: [(value: String, count: Int)] = []
    for role in roles {
      guard let value = role[keyPath: part] else { continue }
      if let row = counts.firstIndex(where: { $0.value == value }) {
        counts[row].count += role.count
      } else {
        counts.append((value, role.count))
      }
    }
    return counts.dropFirst().reduce(counts.first) { $1.count > ($0?.count ?? 0) ? $1 : $0 }?.value
  }

  /// Whether words name somebody, as `a spokesman`, `police` or `the mayor of Lyon` do not. O(bytes).
  public static func isName(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      var words = bytes.split(separator: UInt8(ascii: " "))[...]
      words = words.drop { $0.elementsEqual("the".utf8) || $0.elementsEqual("The".utf8) }
      guard let first = words.first, !indefinite.contains(where: { first.elementsEqual($0.utf8) }) else {
        return false
      }
      // What the whole is called by stands before `of`, or before the bracket that says of whom.
      let head =
        words.prefix { word in
          word.first != UInt8(ascii: "(") && !attaching.contains { word.elementsEqual($0.utf8) }
        }.last ?? words.last
      return head.map(holdsCapital) ?? false
    }
  }

  private static let indefinite: [StaticString] = ["a", "an", "A", "An"]
  private static let attaching: [StaticString] = ["of", "for", "in", "at", "from", "on"]

  /// Whether a capital or a figure is among the letters.
  private static func holdsCapital(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if word.contains(where: { 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 }) { return true }
    guard word.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: word, as: UTF8.self).contains { $0.isUppercase || $0.isNumber }
  }
}

extension StaticString {
  /// Its bytes.
  fileprivate var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}

/// A span of text that stands for somebody.
public struct Mention: Sendable, Hashable {
  /// How a mention refers.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// `Angela Ruiz`, `Ruiz`, `the Harbor Board`.
    case name
    /// `the mayor`, `a spokeswoman`.
    case role
    /// `she`, `they`, `his`.
    case pronoun
    /// `the two leaders`, `officials`.
    case group
    /// A country's or people's adjective: `Turkish`.
    case demonym
  }

  /// Where it stands.
  public var range: TextRange
  /// How it refers.
  public var kind: Kind
  /// Row of the article's actors, or `nil` where nobody was found behind it.
  public var actor: Int?

  /// A mention at `range`.
  public init(_ range: TextRange, _ kind: Kind, actor: Int? = nil) {
    self.range = range
    self.kind = kind
    self.actor = actor
  }
}
