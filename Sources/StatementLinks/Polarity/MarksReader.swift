import QuoteModel

/// Reads a statement's tokens in order and tells how each stands: denied, only possible, opening a sentence.
///
/// A negation holds from the negating word to the end of its clause, as in NegEx (Chapman et al. 2001): to
/// the next mark of punctuation or a word that opens another clause.
struct MarksReader {
  private static let negators = WordLists.stems([
    "not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor", "without", "cannot", "don't",
    "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't", "shouldn't", "isn't", "aren't", "wasn't",
    "weren't", "hasn't", "haven't", "hadn't", "mustn't", "ain't",
  ])
  /// Words that deny what they open: a `ban on entering`, a `refusal to publish`.
  private static let deniers = WordLists.stems([
    "ban", "bar", "refuse", "refusal", "prevent", "fail", "failure", "avoid", "prohibit", "forbid", "decline",
    "lack",
    "unable", "unwilling", "block", "stop", "shutdown",
  ])
  private static let clauseStarts = WordLists.stems([
    "but", "before", "until", "unless", "because", "who", "which", "while", "although", "though", "if",
    "since",
  ])
  private static let possible = WordLists.stems([
    "may", "might", "could", "if", "perhaps", "maybe", "possibly", "whether",
  ])
  private static let certain = WordLists.stems(["will", "shall", "must", "'ll", "won't"])
  private static let only = WordLists.stems(["only", "just", "merely"])
  /// Terms behind a negating word that it denies at most.
  static let furthest = 3

  /// Words that set what they open against what was said before.
  private static let contrasting = WordLists.stems([
    "but", "while", "whereas", "however", "although", "though", "yet", "instead", "meanwhile",
  ])

  /// Whether the word sets what follows against what went before.
  static func setsAgainst(_ word: Vocabulary.Word) -> Bool { contrasting.contains(word.hash) }

  private static let opposing = WordLists.stems(["while", "whereas"])

  /// Whether the word sets two halves of a sentence against each other.
  static func opposes(_ word: Vocabulary.Word) -> Bool { opposing.contains(word.hash) }

  /// Whether the word negates.
  static func negates(_ word: Vocabulary.Word) -> Bool { negators.contains(word.hash) }

  private var isNegated = false
  /// Terms read since the negating word.
  private var reach = 0
  private var isPossible = false
  private var wasNegator = false
  private var opensSentence = true

  /// Takes the next token. O(1).
  mutating func take(_ word: Vocabulary.Word, _ tag: PartOfSpeech) {
    defer { wasNegator = Self.negators.contains(word.hash) }
    switch tag {
    case .period: self = MarksReader()
    case .comma, .colon: isNegated = false
    default:
      if Self.clauseStarts.contains(word.hash) { isNegated = false }
      if Self.negators.contains(word.hash) { (isNegated, reach) = (true, 0) }
      // `not only` affirms.
      if wasNegator, Self.only.contains(word.hash) { isNegated = false }
      if Self.possible.contains(word.hash) { isPossible = true }
      if Self.certain.contains(word.hash) { isPossible = false }
    }
  }

  /// The marks of a term at this place, which may deny those behind it.
  mutating func marks(_ word: Vocabulary.Word, _ tag: PartOfSpeech) -> TermMarks {
    defer { if Self.deniers.contains(word.hash) { (isNegated, reach) = (!isNegated, 0) } }
    var marks: TermMarks = []
    if isNegated { marks.insert(.negated) }
    if isPossible { marks.insert(.possible) }
    if tag == .CD { marks.insert(.number) }
    if tag.isVerb { marks.insert(.verb) }
    if tag.isAdjective { marks.insert(.adjective) }
    if tag.isProperNoun { marks.insert(.name) }
    if opensSentence { marks.insert(.opensSentence) }
    opensSentence = false
    reach += 1
    if reach >= Self.furthest { isNegated = false }
    return marks
  }
}
