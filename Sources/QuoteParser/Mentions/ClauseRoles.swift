import QuoteModel

/// What a mention is to its clause, told from the parts of speech around it: a parse's work at a fraction
/// of its cost.
enum ClauseRole: UInt8 {
  // swift-format-ignore
  case subject, object, oblique, possessor, modifier, other
}

/// Tells the clause roles of mentions. O(tokens near).
struct ClauseRoles {
  let words: Words
  private static let nominative = Form.set("he she they i we who")
  private static let objective = Form.set("him them himself herself themselves me us whom")
  private static let subordinators = Form.set(
    "that whether because if while although though as since when after before until once where how why than unless"
  )
  private static let attaching = Form.set("of for from at in with")
  private static let auxiliaries = Form.set("is are was were has have had does did do be been")

  /// The role of the mention in those tokens. `joined` is the role of the mention that `and` ties it to.
  func role(_ tokens: Range<Int>, joined: ClauseRole? = nil) -> ClauseRole {
    let first = words.lower[tokens.lowerBound]
    if tokens.count == 1 {
      if words.tags[tokens.lowerBound] == .PRPS || words.tags[tokens.lowerBound] == .WPS { return .possessor }
      if Self.nominative.contains(first) { return .subject }
    }
    if isPossessor(tokens) { return .possessor }
    if let joined { return joined }
    if isModifier(tokens) { return .modifier }
    let head = nounPhraseStart(tokens.lowerBound)
    let before = head - 1
    if tokens.count == 1, Self.objective.contains(first) || words.tags[tokens.lowerBound] == .PRP {
      return before >= 0 && isPreposition(before) ? .oblique : .object
    }
    if before >= 0, isPreposition(before) {
      let subordinates = Self.subordinators.contains(words.lower[before]) && leadsVerb(tokens.upperBound)
      return subordinates ? .subject : .oblique
    }
    if leadsVerb(tokens.upperBound) { return .subject }
    if before >= 0, words.tags[before].isVerb || words.tags[before] == .RP { return .object }
    return .other
  }

  private func isPossessor(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < words.count && words.tags[tokens.upperBound] == .POS
      || tokens.upperBound + 1 < words.count && Form.possessive.contains(words.lower[tokens.upperBound])
        && (words.tags[tokens.upperBound + 1].isNoun || words.tags[tokens.upperBound + 1].isAdjective)
  }

  /// `the Harbor plan`: a name before the noun that it narrows.
  private func isModifier(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < words.count, !words.tags[tokens.lowerBound].isPronoun else { return false }
    return (words.tags[next] == .NN || words.tags[next] == .NNS) && words.isLowercase(next)
  }

  func isPreposition(_ at: Int) -> Bool { words.tags[at] == .IN || words.tags[at] == .TO }

  /// The first token of the noun phrase that the mention ends: `former manager Ann Lee`.
  private func nounPhraseStart(_ at: Int) -> Int {
    var start = at
    while start > 0, at - start < 5 {
      switch words.tags[start - 1] {
      case .DT, .JJ, .NN, .NNP, .NNPS, .CD, .PRPS, .HYPH, .POS: start -= 1
      default: return start
      }
    }
    return start
  }

  /// Whether a finite verb follows, behind adverbs, an apposition or a relative clause between commas or in
  /// brackets.
  func leadsVerb(_ from: Int) -> Bool {
    var at = from
    var skipped = false
    var attached = false
    let end = min(words.count, from + 24)
    while at < end {
      let tag = words.tags[at]
      if isFinite(at) { return true }
      if tag == .RB || tag == .RBR || words.tags[at] == .POS { at += 1; continue }
      if words.form(at) == Form.openBracket, !skipped {
        guard let close = (at..<end).first(where: { words.form($0) == Form.closeBracket }) else {
          return false
        }
        at = close + 1
        continue
      }
      if words.form(at) == Form.comma, !skipped {
        guard let close = (at + 1..<max(at + 1, end)).first(where: { words.form($0) == Form.comma }) else {
          return false
        }
        skipped = true
        at = close + 1
        continue
      }
      // `a spokesman for the board said`
      if words.tags[at] == .IN, Self.attaching.contains(words.lower[at]), !attached {
        attached = true
        at += 1
        while at < end,
          words.tags[at].isNoun || words.tags[at].isAdjective || words.tags[at] == .DT
            || words.tags[at] == .PRPS || words.tags[at] == .POS
        {
          at += 1
        }
        continue
      }
      // `Ruiz and Lee met`: the whole is the subject.
      if words.form(at) == Form.and, at + 1 < end, words.isCapital(at + 1) || words.tags[at + 1] == .PRPS {
        at += 2
        while at < end, words.isCapital(at) || words.tags[at].isNoun || words.form(at) == Form.comma {
          at += 1
        }
        continue
      }
      return false
    }
    return false
  }

  /// Whether the token is a finite verb or its auxiliary.
  func isFinite(_ at: Int) -> Bool {
    switch words.tags[at] {
    case .VBD, .VBZ, .VBP, .MD: true
    default: Self.auxiliaries.contains(words.lower[at])
    }
  }
}

extension PartOfSpeech {
  /// Whether a personal or possessive pronoun.
  var isPronoun: Bool { self == .PRP || self == .PRPS }
}
