/// What linking needs to know of a quotation's words, taken from its article once, when it is parsed.
public struct QuotationTerms: Sendable, Equatable {
  /// Noun phrases of the content that could become topics: a folded key and the words as printed.
  public struct Phrase: Sendable, Hashable {
    /// Lower case, stemmed, joined by spaces: `militari drone`.
    public var key: String
    /// As printed: `military drones`.
    public var label: String

    /// A phrase and its key.
    public init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  /// Phrases of the content, in text order, no key twice.
  public var phrases: [Phrase]
  /// Hashes of the stems of the content's words that mean something, in text order, repeats kept.
  public var terms: [UInt32]
  /// Rows of the subjects it is about in the linker's taxonomy, the surest first.
  public var subjects: [UInt8]
  /// How each term stands in its sentence; as many as there are terms.
  public var marks: [TermMarks]
  /// What its clauses say.
  public var claims: [Claim]
  /// What the words around the content tell.
  public var framing: Framing
  /// Hashes of its sentences and of what stands between quotation marks, of some words each: all words of it, without
  /// punctuation.
  public var wordings: [UInt64]

  /// Those phrases, terms and subjects; terms without marks have none.
  public init(
    phrases: [Phrase] = [], terms: [UInt32] = [], subjects: [UInt8] = [], marks: [TermMarks] = [],
    claims: [Claim] = [], framing: Framing = [], wordings: [UInt64] = []
  ) {
    self.phrases = phrases
    self.terms = terms
    self.subjects = subjects
    self.marks = marks.count == terms.count ? marks : Array(repeating: [], count: terms.count)
    self.claims = claims
    self.framing = framing
    self.wordings = wordings
  }
}

/// An article ready for the corpus: parsed, and its quotations' words folded for linking.
public struct DigestedArticle: Sendable {
  /// The article as parsed.
  public var parsed: ParsedArticle
  /// One entry a quotation.
  public var terms: [QuotationTerms]

  /// A parsed article and the terms of each of its quotations.
  public init(parsed: ParsedArticle, terms: [QuotationTerms]) {
    self.parsed = parsed
    self.terms = terms
  }
}
