/// The tokens of an article as columns: where each stands and its part of speech.
public struct Tokens: Sendable, Equatable {
  /// Where each token stands.
  public var ranges: [TextRange]
  /// Part of speech of each; empty until tagged.
  public var tags: [PartOfSpeech]
  /// The token each depends on, -1 for the head of its sentence and for what was not parsed; empty where nothing was.
  public var heads: [Int32] = []
  /// What each is to that token.
  public var roles: [GrammaticalRole] = []

  /// No tokens.
  public init(ranges: [TextRange] = [], tags: [PartOfSpeech] = []) {
    self.ranges = ranges
    self.tags = tags
  }

  /// How many there are.
  public var count: Int { ranges.count }
}

/// A run of tokens that a sentence splitter keeps together.
public struct Sentence: Sendable, Hashable {
  /// Indices into the article's tokens.
  public var tokens: Range<Int>
  /// Index into the article's parts.
  public var part: Int

  /// A sentence of those tokens.
  public init(tokens: Range<Int>, part: Int) {
    self.tokens = tokens
    self.part = part
  }
}

/// The Penn Treebank tag set as the GUM corpus uses it.
public enum PartOfSpeech: UInt8, Sendable, CaseIterable {
  // swift-format-ignore
  case CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP,
    SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, comma, period, colon, openQuote, closeQuote,
    openBracket, closeBracket, dollar, HYPH, NFP, ADD, GW, AFX

  /// Whether a verb form, modal auxiliaries left out.
  public var isVerb: Bool { self.rawValue >= Self.VB.rawValue && self.rawValue <= Self.VBZ.rawValue }
  /// Whether a common or proper noun.
  public var isNoun: Bool { self.rawValue >= Self.NN.rawValue && self.rawValue <= Self.NNPS.rawValue }
  /// Whether a proper noun.
  public var isProperNoun: Bool { self == .NNP || self == .NNPS }
  /// Whether an adjective.
  public var isAdjective: Bool { self.rawValue >= Self.JJ.rawValue && self.rawValue <= Self.JJS.rawValue }
}
