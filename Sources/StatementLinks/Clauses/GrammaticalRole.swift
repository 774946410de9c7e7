/// What a word is to the word it depends on: the relations of Universal Dependencies (Nivre et al. 2020), those that
/// statements are not told apart by made one.
enum GrammaticalRole: UInt8, Sendable, CaseIterable {
  /// The head of its sentence.
  case root
  /// `nsubj`, `csubj`.
  case subject
  /// `nsubj:pass`, `csubj:pass`: what something is done to.
  case passiveSubject
  /// `obj`, `iobj`.
  case object
  /// `obl`: `on Friday`, `by the council`.
  case oblique
  /// `nmod`: `the price of fish`, `the council’s plan`.
  case nominalModifier
  /// `amod`.
  case adjective
  /// `advmod`: `not` is one.
  case adverb
  /// `det`, `nummod`.
  case determiner
  /// `aux`.
  case auxiliary
  /// `cop`: `is` in `is a mistake`, which depends on `mistake`.
  case copula
  /// `mark`: `that`, `if`, `to`.
  case marker
  /// `case`: prepositions and `’s`.
  case preposition
  /// `cc`, `punct`.
  case separator
  /// `conj`.
  case conjunct
  /// `xcomp`: `buy` in `wants to buy`.
  case openComplement
  /// `ccomp`: `rise` in `says that they will rise`.
  case complement
  /// `advcl`.
  case adverbialClause
  /// `acl`: relative clauses above all.
  case adnominalClause
  /// `compound`, `flat`, `fixed`.
  case compound
  /// `appos`, `parataxis` and the rest.
  case other
}
