/// How a term stands in its sentence: what linking needs to tell what is affirmed from what is denied.
public struct TermMarks: OptionSet, Sendable, Hashable {
  /// The flags.
  public let rawValue: UInt8

  /// Marks of those flags.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// In the scope of `not`, `never`, `nobody`, `without`.
  public static let negated = TermMarks(rawValue: 1)
  /// In the scope of `may`, `could`, `would`, `if`.
  public static let possible = TermMarks(rawValue: 2)
  /// A figure or a number word.
  public static let number = TermMarks(rawValue: 4)
  /// The first term of a sentence.
  public static let opensSentence = TermMarks(rawValue: 8)
  /// A verb.
  public static let verb = TermMarks(rawValue: 16)
  /// An adjective.
  public static let adjective = TermMarks(rawValue: 32)
  /// Part of a name.
  public static let name = TermMarks(rawValue: 64)
}

/// What the words around a quotation's content tell of it, its cue above all.
public struct Framing: OptionSet, Sendable, Hashable {
  /// The flags.
  public let rawValue: UInt32

  /// A framing of those flags.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `welcomed`, `supported`, `praised` the content.
  public static let supports = Framing(rawValue: 1)
  /// `rejected`, `opposed`, `criticised` the content.
  public static let opposes = Framing(rawValue: 2)
  /// `denied` the content.
  public static let denies = Framing(rawValue: 4)
  /// `replied`, `answered`, `countered`.
  public static let replies = Framing(rawValue: 8)
  /// `agreed`, `echoed`.
  public static let agrees = Framing(rawValue: 16)
  /// `but`, `while`, `however` stand between it and the quotation before it.
  public static let setAgainst = Framing(rawValue: 32)
  /// Its last words are a question.
  public static let isQuestion = Framing(rawValue: 64)
  /// Something outside its words says that it was said some time before: `last year`, `once`, `had said`.
  public static let saidBefore = Framing(rawValue: 512)
  /// `while` or `whereas` stands between the two within one sentence.
  public static let setAgainstInSentence = Framing(rawValue: 2048)
  /// It is a turn of a transcript: `NAME: …`.
  public static let isTurn = Framing(rawValue: 4096)
  /// `replied`, `countered`, `shot back`: to what was said just before.
  public static let retorts = Framing(rawValue: 8192)
  /// Something beside its cue says that it was said now: `on Friday`, `today`, `this time`.
  public static let saidNow = Framing(rawValue: 16384)
  /// It grants that somebody is right: `she had a point`.
  public static let grants = Framing(rawValue: 1024)
  /// Its cue tells what was said some time or other: `has criticized`.
  public static let isPerfect = Framing(rawValue: 65536)
  /// Its cue tells of a change of mind: `walked back`, `no longer`, `initially`.
  public static let turns = Framing(rawValue: 131_072)
  /// Its cue's `not` makes it said by nobody: `did not say that …`.
  public static let isUnsaid = Framing(rawValue: 262_144)
  /// Its cue gives a reason, not what is taken up: `criticized him for …`.
  public static let isReason = Framing(rawValue: 524_288)
  /// It is denied only as what somebody does not think or want.
  public static let isDoubt = Framing(rawValue: 2_097_152)
  /// A sentence before it says that it replies: `Oseiv answered him at once.`
  public static let repliesOutside = Framing(rawValue: 1_048_576)
  /// `disagreed`, `begged to differ`: with what was said just before.
  public static let disagrees = Framing(rawValue: 128)
  /// Its words only name what was said just before: `rejected the accusation`; or it goes on after such words.
  public static let takesUp = Framing(rawValue: 32768)
  /// Its words report what somebody says: `Governor Oseiv says he will …`.
  public static let reportsSaying = Framing(rawValue: 256)
  /// Its cue tells what is said again and again: `often disagree`.
  public static let isHabit = Framing(rawValue: 4_194_304)
  /// Its cue replies to somebody or something that is named beside it: `responded to inquiries`.
  public static let isAddressed = Framing(rawValue: 8_388_608)
  /// Its words are no statement but what is replied to: `fired back at the Minister's remarks`.
  public static let takesObject = Framing(rawValue: 16_777_216)
  /// Its cue speaks well of what was done, and takes no side in what is to be: `praised`, `thanked`.
  public static let praises = Framing(rawValue: 33_554_432)
  /// Its cue holds support back: `did not endorse`, `refused to back`.
  public static let withholds = Framing(rawValue: 67_108_864)
  /// Its cue tells what may or would be said: `might support`.
  public static let isTentative = Framing(rawValue: 134_217_728)
  /// The words before it say that who speaks has changed his mind: `reversed himself`, `walked back his remarks`.
  public static let turnsAway = Framing(rawValue: 268_435_456)
}
