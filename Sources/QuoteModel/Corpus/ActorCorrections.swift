/// What a person says of actors: that names are one actor's, or that they are two. It wins over all evidence.
///
/// Actors are told by their names, and by the name of an article where only that article's is meant, so that what was
/// said outlives reading everything again. The order in which it was said does not matter.
public struct ActorCorrections: Sendable, Equatable {
  /// An actor as somebody points at it: by a name it has in all articles, or by the one it has in one article.
  public struct Name: Hashable, Sendable, Comparable {
    /// The name; spelling and accents are compared as linking does.
    public var name: String
    /// `Article.name` of the only article meant.
    public var article: String?

    /// The name in all articles, or in one.
    public init(_ name: String, in article: String? = nil) {
      self.name = name
      self.article = article
    }

    /// By name, then by article.
    public static func < (a: Self, b: Self) -> Bool {
      (a.name, a.article ?? "") < (b.name, b.article ?? "")
    }
  }

  /// One thing said. The two names stand in alphabetical order: which came first means nothing.
  public struct Correction: Hashable, Sendable {
    /// The names it is about.
    public let first, second: Name
    /// Whether they are one actor or two.
    public let isSame: Bool

    /// That two names are one actor, or two.
    public init(_ a: Name, _ b: Name, isSame: Bool) {
      (first, second) = a < b ? (a, b) : (b, a)
      self.isSame = isSame
    }

    /// The same names the other way round: one where they were two.
    public var opposite: Correction { Correction(first, second, isSame: !isSame) }
  }

  /// Everything said.
  public private(set) var all: Set<Correction> = []

  /// Nothing said.
  public init() {}

  /// Says that two names are one actor. Of an article's name and one of all articles, the article's goes to the other's
  /// actor, and leaves the one it was with; of two of a kind, their actors become one. Takes back that they are two.
  public mutating func unite(_ a: Name, _ b: Name) {
    add(Correction(a, b, isSame: true))
  }

  /// Says that two names are two actors: an article's name leaves the other's actor; of two names of all articles, the
  /// rarer one does. Takes back that they are one.
  public mutating func separate(_ a: Name, from b: Name) {
    add(Correction(a, b, isSame: false))
  }

  /// Says it, and takes back the opposite.
  public mutating func add(_ correction: Correction) {
    all.remove(correction.opposite)
    if correction.first != correction.second { all.insert(correction) }
  }

  /// Takes back what was said.
  public mutating func remove(_ correction: Correction) { all.remove(correction) }

  /// What was said, in an order that is always the same.
  public var sorted: [Correction] {
    all.sorted { ($0.first, $0.second, $0.isSame ? 0 : 1) < ($1.first, $1.second, $1.isSame ? 0 : 1) }
  }
}
