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

  /// A role, as worded, and when it was seen.
  public struct Role: Sendable, Hashable {
    /// The words, such as `Turkish President`.
    public var title: String
    /// The article's date.
    public var seen: PartialDate?

    /// A role with the date it was seen.
    public init(_ title: String, seen: PartialDate? = nil) {
      self.title = title
      self.seen = seen
    }
  }

  /// The fullest name seen, without titles.
  public var name: String
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
    self.kind = kind
    self.gender = gender
    self.aliases = aliases
    self.roles = roles
    self.members = members
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
