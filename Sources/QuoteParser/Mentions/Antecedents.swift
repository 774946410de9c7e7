import QuoteModel

/// An actor that a pronoun may stand for, with the mention nearest to the pronoun.
struct Candidate {
  var actor: Int
  /// Row of the nearest mention among those before the pronoun, or of a name behind it.
  var nearest: Int
  /// Whether the nearest mention stands behind the pronoun, in its sentence.
  var isAfter = false
  /// How many other candidates stand nearer.
  var rank = 0
  /// Sentences back to the nearest mention, and to the nearest one that is a subject (9: none near).
  var gap = 0
  var subjectGap = 9
  /// Mentions among those near.
  var near = 0
}

/// What stands between a candidate's mention and the pronoun.
struct Between {
  var verbs = 0
  /// Subjects of other actors.
  var subjects = 0
  /// Whether a joint stands there that begins another clause.
  var hasJoint = false

  /// Counts the verbs and joints of the tokens in `range`, at most forty.
  init(_ words: Words, _ clauses: ClauseRoles, _ range: Range<Int>) {
    for at in range.prefix(40) {
      if clauses.isFinite(at), at == range.lowerBound || !clauses.isFinite(at - 1) { verbs += 1 }
      switch words.tags[at] {
      case .CC:
        // `approached Lee but hired him`: one subject for both verbs.
        if at + 1 < words.count, !words.tags[at + 1].isVerb, words.tags[at + 1] != .RB { hasJoint = true }
      case .WDT, .WP, .WRB: hasJoint = true
      case .TO:
        // `asked Lee to help him`: who is asked helps.
        if at > 0, words.tags[at - 1].isNoun || words.tags[at - 1].isPronoun { hasJoint = true }
      default:
        let form = words.form(at)
        if form == Form.that || form == Form.colon || form == Form.semicolon { hasJoint = true }
      }
    }
  }
}
