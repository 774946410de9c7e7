import QuoteModel

/// How salient a candidate is for a pronoun: salience factors after Lappin and Leass (1994), the preference for
/// parallel roles, and the ban on a verb's object standing for its subject.
///
/// The numbers were set by hand and adjusted on the odd-numbered snippets of GAP development. A ranker learned
/// from GUM's coreference did worse: it has under a thousand pronouns with a choice, most of them easy.
struct Salience {
  /// The pronoun's role.
  var pronoun: ClauseRole
  /// Whether it stands in front of its sentence's subject, behind a preposition or a participle.
  var isFronted: Bool

  /// What the article so far says of a candidate.
  struct Standing {
    /// Whether nobody is named more.
    var isMain: Bool
    /// Whether only a role is known of it.
    var isUnnamed: Bool
    /// Whether all that is known of its type speaks against a person's name.
    var isDoubtful: Bool
    /// Whether its mention stands right before a possessive pronoun: `gave Lee his chance`.
    var isAdjacent: Bool
    /// Whether its mention stands between quotation marks and the pronoun outside them.
    var isQuoted: Bool
    /// Whether its mention, in a sentence before, is the second subject there: `Lee said that Ruiz knew`.
    var isEmbedded: Bool
  }

  /// The weight of a candidate by its nearest mention; the highest wins.
  func weight(_ candidate: Candidate, _ role: ClauseRole, _ between: Between, _ standing: Standing) -> Int {
    if candidate.isAfter {
      guard isFronted else { return -150 }
      return pronoun == .possessor ? 130 : pronoun == .subject ? 70 : 30
    }
    var out = parallel(role)
    if candidate.gap == 0 {
      out += inSentence(role, between)
      if candidate.rank == 0 { out += 20 }
    } else if candidate.subjectGap == candidate.gap {
      out += 30
    }
    out -= min(candidate.gap, 4) * 50 + min(candidate.rank, 4) * 8
    if standing.isMain { out += 40 }
    if standing.isUnnamed { out -= role == .subject && candidate.gap < 2 ? 0 : 60 }
    if standing.isDoubtful { out -= 35 }
    if standing.isAdjacent { out += 80 }
    if standing.isQuoted { out -= 60 }
    if standing.isEmbedded { out -= 30 }
    return out
  }

  private func parallel(_ role: ClauseRole) -> Int {
    switch role {
    case .subject: pronoun == .subject ? 60 : 24
    case .possessor: 20
    case .oblique: pronoun == .subject ? -25 : 0
    case .modifier: -60
    case .other: -35
    case .object: 0
    }
  }

  private func inSentence(_ role: ClauseRole, _ between: Between) -> Int {
    guard between.subjects == 0 else { return 0 }
    if pronoun == .possessor { return 25 }
    let isOneClause = between.verbs > 0 && !between.hasJoint
    let isBanned = isOneClause && role == .subject && (pronoun == .object || pronoun == .oblique)
    return isBanned ? -150 : 0
  }
}
