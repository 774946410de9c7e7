/// What one clause of a quotation says, as hashes of stems: who does what to what, or what is said to be what.
public struct Claim: Sendable, Hashable {
  /// What tells how it is said.
  public struct Marks: OptionSet, Sendable, Hashable {
    /// The flags.
    public let rawValue: UInt16
    /// Marks of those flags.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It is denied: `not`, `never`, `nobody`, `refused to`.
    public static let denied = Marks(rawValue: 1)
    /// It is only possible, or a condition: `may`, `could`, `if`.
    public static let possible = Marks(rawValue: 2)
    /// Something is said to be something: the predicate is an adjective or a noun behind `is`.
    public static let isCopular = Marks(rawValue: 4)
    /// The predicate is a noun.
    public static let isNoun = Marks(rawValue: 8)
    /// The predicate is an adjective.
    public static let isAdjective = Marks(rawValue: 16)
    /// The subject is whoever speaks: `I`, `we`; `he` in reported words.
    public static let isOwn = Marks(rawValue: 32)
    /// The subject is another pronoun.
    public static let isPronoun = Marks(rawValue: 64)
    /// It is claimed itself: no relative clause, no condition, nothing that somebody else says.
    public static let isMain = Marks(rawValue: 128)
    /// The object hangs on a preposition.
    public static let isOblique = Marks(rawValue: 256)
    /// The cue takes a side on the object, or the words it governs name what somebody is for or against; no predicate.
    public static let isSide = Marks(rawValue: 512)
    /// The subject is part of a name.
    public static let hasNamedSubject = Marks(rawValue: 1024)
    /// The object is part of a name.
    public static let hasNamedObject = Marks(rawValue: 2048)
    /// It ought to be: `should`, `must`, `need to`.
    public static let isDemanded = Marks(rawValue: 4096)
    /// It is said to have been.
    public static let isPast = Marks(rawValue: 8192)
    /// It is yet to be: `will`, `is going to`.
    public static let isFuture = Marks(rawValue: 16384)
    /// It is only named by an `-ing` form: `registering`.
    public static let isBare = Marks(rawValue: 32768)
  }

  /// Head noun of the subject; 0 for none and for pronouns.
  public var subject: UInt32
  /// The verb, or what the subject is said to be.
  public var predicate: UInt32
  /// Head noun of the object; 0 for none and for pronouns.
  public var object: UInt32
  /// What tells which one is meant: the first noun or adjective that hangs on the object, or else on the subject.
  public var qualifier: UInt32
  /// How it is said.
  public var marks: Marks

  /// A claim.
  public init(
    subject: UInt32 = 0, predicate: UInt32, object: UInt32 = 0, qualifier: UInt32 = 0, marks: Marks = []
  ) {
    (self.subject, self.predicate, self.object) = (subject, predicate, object)
    (self.qualifier, self.marks) = (qualifier, marks)
  }

  /// Subject, predicate, object and qualifier.
  package var words: [UInt32] { [subject, predicate, object, qualifier] }

  /// A claim of four words, in the order of `words`.
  package init(_ words: [UInt32], _ marks: Marks) {
    self.init(subject: words[0], predicate: words[1], object: words[2], qualifier: words[3], marks: marks)
  }
}
