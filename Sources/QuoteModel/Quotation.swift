/// An attribution relation: that a source said, wrote or thought a content, by a cue
/// (Pareti 2012; PolNeAR, Newell, Margolin & Ruths 2018). The screen calls it a quote.
public struct Quotation: Sendable, Equatable {
  /// How much of the content stands between quotation marks.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// None of it.
    case indirect
    /// Some of it.
    case mixed
    /// All of it.
    case direct
  }

  /// When it was said.
  public struct Time: Sendable, Hashable {
    /// As much of the date as is known.
    public var date: PartialDate
    /// Whether the words say so; otherwise the article's date stands in.
    public var isStated: Bool

    /// Whether it was just then. `last week` and `in the spring` are some day or month near the date, and what the
    /// article does not date was said on its day or some time before.
    public var isExact: Bool

    /// A time, whether the words of the article give it, and whether it is exact, as what is stated mostly is.
    public init(_ date: PartialDate, isStated: Bool, isExact: Bool? = nil) {
      self.date = date
      self.isStated = isStated
      self.isExact = isExact ?? isStated
    }

    /// How much of a date is known.
    public enum Precision: UInt8, Sendable { case year, month, day }

    /// The smallest part of the date that is known.
    public var precision: Precision { date.day != nil ? .day : date.month != nil ? .month : .year }
  }

  /// The words said: one or more spans in text order, quotation marks included, not overlapping.
  public var content: [TextRange]
  /// The words that mark the saying: `said`, `according to`.
  public var cue: TextRange?
  /// The words that stand for whoever said it.
  public var source: TextRange?
  /// Rows of the actors who said it: one, several where they speak together, none where unknown.
  public var speakers: [Int]
  /// Rows of the actors the content speaks of.
  public var about: [Int]
  /// How much of it is in quotation marks.
  public var kind: Kind
  /// The question it answers, where the article tells it.
  public var asked: TextRange?
  /// When it was said.
  public var time: Time?
  /// Index, in the same article, of the quotation whose content holds this one.
  public var parent: Int?
  /// How sure the parser is that words and speaker are right, 0...1.
  public var confidence: Float

  /// A quotation of that content.
  public init(
    content: [TextRange], cue: TextRange? = nil, source: TextRange? = nil, speakers: [Int] = [],
    about: [Int] = [],
    kind: Kind = .indirect, asked: TextRange? = nil, time: Time? = nil, parent: Int? = nil,
    confidence: Float = 1
  ) {
    self.content = content
    self.cue = cue
    self.source = source
    self.speakers = speakers
    self.about = about
    self.kind = kind
    self.asked = asked
    self.time = time
    self.parent = parent
    self.confidence = confidence
  }
}
