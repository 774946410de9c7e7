/// What quotations are about.
public struct Topic: Sendable, Equatable {
  /// Where a topic comes from.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A phrase this collection uses often: `military drones`.
    case phrase
    /// An actor that quotations speak of.
    case actor
    /// A subject of a fixed taxonomy.
    case subject
  }

  /// What the screen calls it.
  public var label: String
  /// Where it comes from.
  public var kind: Kind
  /// The actor spoken of, for topics of that kind.
  public var actor: ActorID?
  /// A subject's code in its taxonomy: `medtop:11000000`.
  public var code: String?
  /// The wider topic, whose quotations hold all of this one's: `drones` of `military drones`.
  public var parent: TopicID?

  /// A topic of that name.
  public init(
    label: String, kind: Kind, actor: ActorID? = nil, code: String? = nil, parent: TopicID? = nil
  ) {
    self.label = label
    self.kind = kind
    self.actor = actor
    self.code = code
    self.parent = parent
  }
}

/// A typed link between two quotations, with the reason a person is shown.
public struct Relation: Sendable, Hashable {
  /// What one statement is to another.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The same words again, elsewhere.
    case repeats
    /// The same speaker says more precisely what the other statement says.
    case elaborates
    /// The same speaker goes on, in the same article.
    case continues
    /// The statement takes up, or is asked about, the other one.
    case answers
    /// Two speakers say the same of one subject.
    case agrees
    /// Two speakers say opposite things of one subject.
    case contrasts
    /// The same speaker on the same subject at another time.
    case shifts
    /// Both are about the same things.
    case sameSubject
  }

  /// The other statement.
  public var target: QuotationID
  /// What it is to the one at hand.
  public var kind: Kind
  /// Whether the statement at hand is the later one: it answers, continues or repeats the target.
  public var isForward: Bool
  /// How strong the evidence is, 0...1.
  public var score: Float
  /// The evidence, in words a person reads: `same words, 3 outlets`.
  public var evidence: String

  /// A link to `target`.
  public init(to target: QuotationID, _ kind: Kind, isForward: Bool = true, score: Float, evidence: String) {
    self.target = target
    self.kind = kind
    self.isForward = isForward
    self.score = score
    self.evidence = evidence
  }
}
