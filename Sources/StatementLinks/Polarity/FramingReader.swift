import QuoteModel

/// Tells what the words around each quotation of an article say of it. Quotations come in text order.
struct FramingReader {
  /// Words between two quotations that are still read for a `but`.
  private static let widestGap = 30
  /// Words between whoever is named and the verb that reports them.
  private static let widestReport = 4

  let parsed: ParsedArticle
  let stances: StanceLists
  /// Behind the quotation before, its cue and source included.
  private var lastEnd: UInt32 = 0
  /// Speakers and part of the quotation before, if it took up what was said before it.
  private var takenUp: (speakers: [Int], part: Int)?

  init(_ parsed: ParsedArticle, _ stances: StanceLists) {
    self.parsed = parsed
    self.stances = stances
  }

  /// The framing of the next quotation. O(its tokens and those between it and the one before).
  mutating func read(
    _ quotation: Quotation, of bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Framing {
    var framing: Framing = []
    if let cue = quotation.cue {
      framing.formUnion(cueFraming(cue, isNobody: isNobody(quotation, vocabulary), vocabulary))
      if isSupposed(quotation, vocabulary) {
        framing.subtract([.supports, .opposes, .denies, .agrees, .replies, .retorts])
        framing.insert(.isUnsaid)
      }
      // `agreed on creating one`
      if endsAway(cue, bytes, vocabulary) { framing.subtract([.agrees, .denies]) }
      // Who agrees to do something agrees with nobody.
      if framing.contains(.agrees), let content = quotation.content.first,
        opensWithTo(content, bytes, vocabulary)
      {
        framing.remove(.agrees)
      }
    } else if let source = quotation.source, source.upper < bytes.count,
      bytes[source.upper] == UInt8(ascii: ":")
    {
      framing.insert(.isTurn)
    }
    framing.formUnion(target(quotation, framing, vocabulary))
    let spans = quotation.content + [quotation.cue, quotation.source].compactMap(\.self)
    let start = spans.map(\.start).min() ?? 0
    if quotation.parent == nil {
      if lastEnd > 0, opensAgainst(quotation, from: min(lastEnd, start), to: start, bytes, vocabulary) {
        framing.insert(.setAgainst)
        if isHalved(from: min(lastEnd, start), to: start, bytes, vocabulary) {
          framing.insert(.setAgainstInSentence)
        }
      }
      if turnsAway(quotation, from: lastEnd, vocabulary) { framing.insert(.turnsAway) }
      framing.formUnion(uptake(quotation, framing, from: min(lastEnd, start), to: start, bytes, vocabulary))
      lastEnd = max(lastEnd, spans.map(\.end).max() ?? 0)
    }
    framing.formUnion(timing(quotation, bytes, vocabulary))
    if grants(quotation, bytes, vocabulary) { framing.insert(.grants) }
    if endsInQuestion(quotation, bytes) { framing.insert(.isQuestion) }
    if quotation.kind != .indirect, reportsSaying(quotation, bytes, vocabulary) {
      framing.insert(.reportsSaying)
    }
    return framing
  }

  /// Whether a quotation takes up what was said right before it: by words that only name it, by a sentence between the
  /// two (`Oseiv answered him at once.`), or because it goes on after such words.
  private mutating func uptake(
    _ quotation: Quotation, _ framing: Framing, from low: UInt32, to high: UInt32,
    _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Framing {
    let before = takenUp
    takenUp = nil
    guard parsed.tokens.tags.count == parsed.tokens.count, let content = quotation.content.first else {
      return []
    }
    let part = parsed.article.parts.partitionPoint { $0.range.start > content.start }
    let asks = quotation.asked.map { tokens($0) } ?? 0..<0
    let isAsked = asks.contains { token in
      parsed.tokens.tags[token].isNoun
        && (word(token, vocabulary).map { RelationContext.sayings.contains($0.hash) } ?? false)
    }
    let isAnswer =
      framing.contains(.replies) && quotation.kind == .indirect && tokens(content).count <= Self.mostOfName
      && tokens(content).contains { [.PRP, .NNP].contains(parsed.tokens.tags[$0]) }
    let isCalled = quotation.cue.map { calls($0, bytes, vocabulary) } ?? false
    if isAsked || isAnswer && quotation.content.count == 1
      || quotation.content.count == 1
        && (isCalled || !framing.isDisjoint(with: [.opposes, .denies]))
        && namesSaying(content, vocabulary)
    {
      takenUp = (quotation.speakers, part)
      return .takesUp
    }
    if let before, before.part == part, before.speakers == quotation.speakers, quotation.kind == .direct {
      takenUp = before
      return .takesUp
    }
    let gap = tokens(TextRange(Int(low), Int(high)))
    guard gap.count <= Self.widestGap, lastEnd > 0, quotation.kind == .direct,
      gap.lowerBound < gap.upperBound
    else { return [] }
    var found: Framing = []
    for token in gap {
      if token + 1 < gap.upperBound, parsed.tokens.tags[token] == .period { found = [] }
      guard parsed.tokens.tags[token] == .VBD || parsed.tokens.tags[token] == .VBZ,
        let word = word(token, vocabulary), let cue = stances.cues[word.hash]
      else { continue }
      if word.stem == "disagre" || word.stem == "differ" { found.insert(.disagrees) }
      if cue.contains(.replies) { found.insert(.repliesOutside) }
    }
    return found
  }

  /// Tokens of `Nowacz at once`, which is all that `answered` has.
  private static let mostOfName = 5
  private static let calling = WordLists.stems(["call", "deem", "brand", "label"])

  private func calls(
    _ cue: TextRange, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    for token in tokens(cue) {
      if let word = word(token, vocabulary), Self.calling.contains(word.hash) { return true }
    }
    return false
  }

  /// Whether a few words end in a thing said that was spoken of already: `the accusation`, `those claims`.
  func namesSaying(_ content: TextRange, _ vocabulary: borrowing Vocabulary) -> Bool {
    let own = tokens(content)
    guard (2...4).contains(own.count), [.DT, .PRPS].contains(parsed.tokens.tags[own.lowerBound]),
      let first = word(own.lowerBound, vocabulary), first.stem != "a", first.stem != "an"
    else { return false }
    return own.contains { token in
      parsed.tokens.tags[token].isNoun
        && (word(token, vocabulary).map { RelationContext.sayings.contains($0.hash) } ?? false)
    }
  }

  func tokens(_ range: TextRange) -> Range<Int> {
    let first = parsed.tokens.ranges.partitionPoint { $0.start >= range.start }
    let end = parsed.tokens.ranges.partitionPoint { $0.end > range.end }
    return first..<max(first, end)
  }

  private func opensWithTo(
    _ content: TextRange, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    tokens(content).first.flatMap { word($0, vocabulary) }?.stem == "to"
  }

  private func word(_ token: Int, _ vocabulary: borrowing Vocabulary) -> Vocabulary.Word? {
    vocabulary[token]
  }

  /// Whether the cue's last word says that something is agreed on, not with somebody.
  private func endsAway(
    _ cue: TextRange, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let last = tokens(cue).last, let word = word(last, vocabulary) else { return false }
    return ["to", "on", "over", "for", "in"].contains(word.stem)
  }

  private static let perfect: Set<UInt32> = Set(["has", "have", "had"].map { FNV.hash32(Array($0.utf8)) })
  private static let asking = WordLists.stems(["ask", "question", "wonder"])
  private static let turning = WordLists.stems([
    "walked", "backtrack", "backpedal", "reverse", "retract", "recant", "revise", "initially", "originally",
    "ultimately", "eventually", "longer", "later", "now",
  ])
  private static let thinking = WordLists.stems([
    "think", "believe", "expect", "want", "plan", "recommend", "intend", "wish", "buy", "support", "favor",
  ])
  private static let against = FNV.hash32(Array("against".utf8))
  private static let forWord = FNV.hash32(Array("for".utf8))
  private static let withholding = WordLists.stems([
    "decline", "refuse", "fail", "failure", "inability", "unable", "avoid", "ask", "urge", "call",
  ])
  private static let passive: Set<UInt32> = Set(["was", "were", "been"].map { FNV.hash32(Array($0.utf8)) })
  private static let pressing = WordLists.stems(["press", "ask", "question", "quiz", "grill"])
  private static let refusing = WordLists.stems(["decline", "refuse", "fail", "unable"])
  private static let holdingBack = WordLists.stems(["refrain", "avoid", "tone", "soften", "stop", "temper"])
  private static let tentative = WordLists.stems([
    "may", "might", "could", "would", "differ", "divided", "split",
  ])

  /// What the cue's own words say; `did not welcome` opposes.
  private func cueFraming(
    _ cue: TextRange, isNobody: Bool, _ vocabulary: borrowing Vocabulary
  ) -> Framing {
    var framing: Framing = []
    var (isNegated, hasBack, isWithheld, isThought) = (isNobody, false, false, false)
    var (isHeldBack, isRefused, isPassive, isPressed, isUnsaid) = (false, false, false, false, false)
    var last: UInt32 = 0
    for token in tokens(cue) {
      guard let word = word(token, vocabulary) else { continue }
      if MarksReader.negates(word) { isNegated = true }
      if Self.perfect.contains(word.form) { framing.insert(.isPerfect) }
      if Self.asking.contains(word.hash) { framing.insert(.isQuestion) }
      if Self.habits.contains(word.hash) { framing.insert(.isHabit) }
      if Self.turning.contains(word.hash) { framing.insert(.turns) }
      if Self.tentative.contains(word.hash) { framing.insert(.isTentative) }
      if Self.thinking.contains(word.hash) { isThought = true }
      if Self.withholding.contains(word.hash) { isWithheld = true }
      if Self.holdingBack.contains(word.hash) { isHeldBack = true }
      // `has yet to endorse`
      let isYet = word.stem == "yet" && vocabulary[token + 1]?.stem == "to"
      if isYet || Self.refusing.contains(word.hash) { isRefused = true }
      if isYet { isUnsaid = true }
      if Self.passive.contains(word.form) { isPassive = true }
      if Self.pressing.contains(word.hash) { isPressed = true }
      if word.stem == "back", Self.throwing.contains(last) { hasBack = true }
      last = word.hash
      framing.formUnion(stances.cues[word.hash] ?? [])
    }
    // Who `was denied a visa` denies nothing.
    if isPassive { framing.remove(.denies) }
    // `shot back`, `fired back`: the adverb, not the verb.
    if hasBack, last != Self.against { framing.formUnion([.replies, .retorts]) }
    if last == Self.forWord { framing.insert(.isReason) }
    // `declined to respond`, `inability to answer`
    if isWithheld { framing.subtract([.replies, .retorts, .agrees]) }
    // `refused to endorse` opposes, `refrained from endorsing` and `toned down his criticism` take no side.
    if isHeldBack { framing.subtract([.supports, .opposes, .denies, .praises]) }
    if isRefused, framing.contains(.supports) {
      framing.subtract([.supports, .praises])
      framing.formUnion([.opposes, .withholds])
    }
    // `has yet to explain`, `was pressed about`
    if isUnsaid || isPassive && isPressed, framing.isDisjoint(with: [.opposes, .withholds]) {
      framing.insert(.isUnsaid)
    }
    guard isNegated else { return framing }
    var flipped = framing.subtracting([.supports, .opposes, .denies, .agrees, .replies, .retorts])
    // `does not think that …` denies it, `did not say that …` says nothing.
    if framing.isDisjoint(with: [.supports, .opposes, .denies, .agrees]) {
      flipped.formUnion(isThought ? [.denies, .isDoubt] : .isUnsaid)
    }
    if !framing.isDisjoint(with: [.supports, .agrees]) { flipped.insert(.opposes) }
    if framing.contains(.supports) {
      flipped.insert(.withholds)
      flipped.remove(.praises)
    }
    return flipped
  }

  private func opensAgainst(
    _ quotation: Quotation, from low: UInt32, to high: UInt32, _ bytes: UnsafeBufferPointer<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let gap = tokens(TextRange(Int(low), Int(high)))
    guard gap.count <= Self.widestGap else { return false }
    for token in gap {
      if let word = word(token, vocabulary), MarksReader.setsAgainst(word) { return true }
    }
    guard let content = quotation.content.first else { return false }
    // `"But we will go," she said.`
    for token in tokens(content).prefix(2) {
      if let word = word(token, vocabulary), MarksReader.setsAgainst(word) { return true }
    }
    return false
  }

  /// Whether `while` stands between, and no end of a sentence.
  private func isHalved(
    from low: UInt32, to high: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard parsed.tokens.tags.count == parsed.tokens.count else { return false }
    var isHalved = false
    for token in tokens(TextRange(Int(low), Int(high))) {
      if parsed.tokens.tags[token] == .period { return false }
      if let word = word(token, vocabulary), MarksReader.opposes(word) { isHalved = true }
    }
    return isHalved
  }

  private func endsInQuestion(_ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = quotation.content.last, last.upper <= bytes.count else { return false }
    // The mark may stand before a closing quotation mark of up to three bytes.
    return bytes[max(last.lower, last.upper - 4)..<last.upper].contains(UInt8(ascii: "?"))
  }

  /// Whether a verb of saying follows closely on a name.
  private func reportsSaying(
    _ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard parsed.tokens.tags.count == parsed.tokens.count else { return false }
    for content in quotation.content {
      var named = Int.min / 2
      for token in tokens(content) {
        if parsed.tokens.tags[token].isProperNoun { named = token }
        guard parsed.tokens.tags[token] == .VBZ, token - named <= Self.widestReport,
          let word = word(token, vocabulary)
        else { continue }
        if stances.senses[word.hash]?.contains(.saying) == true { return true }
      }
    }
    return false
  }

  /// Verbs that reply with `back`.
  private static let throwing = WordLists.stems([
    "shot", "shoot", "fire", "hit", "push", "punch", "snap", "clap", "bite",
  ])
  private static let timesBefore = WordLists.stems([
    "ago", "once", "previously", "formerly", "earlier", "last", "past", "had",
  ])
  private static let spans = WordLists.stems([
    "year", "month", "week", "summer", "winter", "spring", "autumn", "fall", "decade",
  ])
  private static let now = WordLists.stems([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "now",
  ])
  private static let granting = WordLists.stems(["right", "point", "correct"])

  /// Whether the words beside the cue, not the content's own, tell of another time.
  private func timing(
    _ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Framing {
    guard let cue = quotation.cue else { return [] }
    var timing: Framing = []
    let at = tokens(cue)
    let near = max(0, at.lowerBound - 6)..<min(parsed.tokens.count, at.upperBound + 4)
    var wasLast = false
    for token in near {
      let range = parsed.tokens.ranges[token]
      if quotation.content.contains(where: { $0.overlaps(range) }) {
        if token >= at.upperBound { break }
        continue
      }
      if bytes[range.lower] == UInt8(ascii: "."), token < at.lowerBound { wasLast = false; continue }
      guard let word = word(token, vocabulary) else { continue }
      let isTime = Self.timesBefore.contains(word.hash)
      if isTime,
        word.stem == "had"
          ? at.contains(token) && isHad(token)
          : word.stem == "ago" || word.stem == "onc" && token <= at.upperBound
      {
        return .saidBefore
      }
      if wasLast, Self.spans.contains(word.hash) { return .saidBefore }
      if Self.now.contains(word.hash) { timing = .saidNow }
      wasLast = isTime && ["last", "past", "earlier", "previous"].contains(word.stem)
    }
    return timing
  }

  /// `had said`, not `had in mind`.
  private func isHad(_ token: Int) -> Bool {
    let next = parsed.tokens.tags[(token + 1)...].first { $0 != .RB }
    return next == nil || next == .VBN || next == .VBD
  }

  /// Whether a short statement says that somebody is right.
  private func grants(
    _ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard quotation.content.count == 1, let content = quotation.content.first,
      parsed.tokens.tags.count == parsed.tokens.count
    else { return false }
    let own = tokens(content)
    guard own.count <= 12 else { return false }
    var grants = false
    for token in own {
      guard let word = word(token, vocabulary) else { continue }
      if MarksReader.negates(word) { return false }
      guard Self.granting.contains(word.hash), token > own.lowerBound,
        let before = self.word(token - 1, vocabulary)
      else { continue }
      // `she had a point`, `he was right`.
      let isMade = token > own.lowerBound + 1 && parsed.tokens.tags[token - 2].isVerb
      let tag = parsed.tokens.tags[token - 1]
      if word.stem == "point" ? before.stem == "a" && isMade : tag.isVerb && tag != .VBG { grants = true }
    }
    return grants
  }
}
