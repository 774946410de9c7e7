import QuoteModel

/// Whether a cue speaks of somebody at all, and to whom or what it replies.
extension FramingReader {
  /// Adverbs of what is said again and again.
  static let habits = WordLists.stems([
    "often", "usually", "frequently", "routinely", "regularly", "sometimes", "typically", "generally",
  ])
  private static let nobodies = WordLists.stems(["neither", "nobody", "none", "no", "nor"])
  private static let suppositions = WordLists.stems(["if", "whether", "unless"])
  private static let towards = WordLists.stems(["to", "at", "against", "on"])
  private static let clauseOpeners = WordLists.stems(["that", "by", "saying", "how", "what", "why"])
  private static let rebutting = WordLists.stems([
    "counter", "rebut", "answer", "refute", "contradict", "disagree",
  ])
  /// Words of a name, a title and an office behind a verb of replying.
  private static let mostOfTarget = 6

  /// Whether nobody says it: `Neither Oseiv nor his lawyer would respond`.
  func isNobody(_ quotation: Quotation, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard let source = quotation.source else { return false }
    let first = tokens(source).lowerBound
    return [first - 1, first].contains { token in
      vocabulary[token].map { Self.nobodies.contains($0.hash) } ?? false
    }
  }

  private static let turning = WordLists.stems(["backtrack", "backpedal", "recant", "flip-flop"])
  private static let turned = WordLists.stems(["reverse", "change", "shift"])
  private static let minds = WordLists.stems([
    "himself", "herself", "themselves", "itself", "course", "mind", "tune", "position", "stance", "tone",
  ])

  /// Whether the words between the quotation before and this one, or its cue, say that whoever speaks has changed his
  /// mind. O(tokens between).
  func turnsAway(_ quotation: Quotation, from low: UInt32, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard parsed.tokens.tags.count == parsed.tokens.count, let content = quotation.content.first else {
      return false
    }
    let part = parsed.article.parts.last { $0.range.start <= content.start }?.range.start ?? 0
    let end = max(content.start, quotation.cue?.end ?? 0)
    let near = tokens(TextRange(Int(max(low, part)), Int(end))).suffix(Self.widestTurn)
    let cue = quotation.cue.map { tokens($0) } ?? 0..<0
    for token in near where parsed.tokens.tags[token].isVerb && turns(token, vocabulary) {
      // `walked back the remarks` turns from what was just said, `backtracked on a plan of 2012` from something else.
      guard cue.contains(token) else { return true }
      let isSaid = cue.contains { at in
        at > token && (vocabulary[at].map { stances.senses[$0.hash]?.contains(.saying) == true } ?? false)
      }
      return isSaid || quotation.content.count == 1 && namesSaying(content, vocabulary)
    }
    return false
  }

  /// Whether a verb and what follows it tell of a change of mind.
  private func turns(_ token: Int, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard let word = vocabulary[token] else { return false }
    if Self.turning.contains(word.hash) { return true }
    let next = (1...3).compactMap { vocabulary[token + $0] }
    if word.stem == "walk" { return next.contains { $0.stem == "back" } }
    return Self.turned.contains(word.hash) && next.contains { Self.minds.contains($0.hash) }
  }

  /// Words read back from a quotation for a change of mind.
  private static let widestTurn = 30

  /// Whether it is only supposed: `if Oseiv meant that …`.
  func isSupposed(_ quotation: Quotation, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard let source = quotation.source, let cue = quotation.cue else { return false }
    let first = tokens(source.start < cue.start ? source : cue).lowerBound
    return vocabulary[first - 1].map { Self.suppositions.contains($0.hash) } ?? false
  }

  /// Whether a reply names whom or what it replies to, beside its cue or in the place of a statement.
  func target(
    _ quotation: Quotation, _ framing: Framing, _ vocabulary: borrowing Vocabulary
  ) -> Framing {
    guard !framing.isDisjoint(with: [.replies, .denies, .agrees]), let cue = quotation.cue,
      let content = quotation.content.first, parsed.tokens.tags.count == parsed.tokens.count
    else { return [] }
    let own = tokens(cue)
    let words = tokens(content)
    guard let last = own.last, let verb = own.last(where: { parsed.tokens.tags[$0].isVerb }) else {
      return []
    }
    let end = vocabulary[last]
    // `countered with` brings something, `disagreed with` has it from another.
    let isWith = end?.stem == "with" && !framing.contains(.replies)
    let isTowards = isWith || end.map { Self.towards.contains($0.hash) } ?? false
    let isVerb = last == verb && (end.map { Self.rebutting.contains($0.hash) } ?? false)
    if quotation.kind != .direct, content.start > cue.start, isTowards || isVerb, isNoun(words, vocabulary) {
      return .takesObject
    }
    // `responded to inquiries by …`, `replied to Oseiv.`
    var isBehind = false
    for token in (verb + 1)..<min(parsed.tokens.count, own.upperBound + Self.mostOfTarget) {
      guard let word = vocabulary[token] else { break }
      let tag = parsed.tokens.tags[token]
      if words.contains(token) || tag == .period || tag == .comma || tag == .openQuote || tag == .colon {
        break
      }
      if Self.clauseOpeners.contains(word.hash) { break }
      if Self.towards.contains(word.hash) { isBehind = true }
      if isBehind, tag.isNoun { return .isAddressed }
    }
    return []
  }

  /// Whether words are a thing with what belongs to it and no clause: `Mr. Oseiv, who …`, `the public valuations`.
  private func isNoun(_ words: Range<Int>, _ vocabulary: borrowing Vocabulary) -> Bool {
    for token in words {
      let tag = parsed.tokens.tags[token]
      if [.WDT, .WP, .comma, .IN].contains(tag) { return token > words.lowerBound }
      if [.VBD, .VBZ, .VBP, .MD, .EX, .TO, .VBG, .VB].contains(tag) { return false }
    }
    return true
  }
}
