import QuoteModel

/// Tells what the words around each quotation of an article say of it. Quotations come in text order.
struct FramingReader {
  /// Words between two quotations that are still read for a `but`.
  private static let widestGap = 30
  /// Words between whoever is named and the verb that reports them.
  private static let widestReport = 4

  private let parsed: ParsedArticle
  private let stances: StanceLists
  /// Behind the quotation before, its cue and source included.
  private var lastEnd: UInt32 = 0

  init(_ parsed: ParsedArticle, _ stances: StanceLists) {
    self.parsed = parsed
    self.stances = stances
  }

  /// The framing of the next quotation. O(its tokens and those between it and the one before).
  mutating func read(
    _ quotation: Quotation, of bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> Framing {
    var framing: Framing = []
    if let cue = quotation.cue {
      framing.formUnion(cueFraming(cue, bytes, &vocabulary))
      // Who agrees to do something agrees with nobody.
      if framing.contains(.agrees), let content = quotation.content.first, tag(of: content) == .TO {
        framing.remove(.agrees)
      }
    } else if let source = quotation.source, source.upper < bytes.count,
      bytes[source.upper] == UInt8(ascii: ":")
    {
      framing.insert(.isTurn)
    }
    let spans = quotation.content + [quotation.cue, quotation.source].compactMap(\.self)
    let start = spans.map(\.start).min() ?? 0
    if quotation.parent == nil {
      if lastEnd > 0, opensAgainst(quotation, from: min(lastEnd, start), to: start, bytes, &vocabulary) {
        framing.insert(.setAgainst)
        if isHalved(from: min(lastEnd, start), to: start, bytes, &vocabulary) {
          framing.insert(.setAgainstInSentence)
        }
      }
      lastEnd = max(lastEnd, spans.map(\.end).max() ?? 0)
    }
    framing.formUnion(timing(quotation, bytes, &vocabulary))
    if grants(quotation, bytes, &vocabulary) { framing.insert(.grants) }
    if endsInQuestion(quotation, bytes) { framing.insert(.isQuestion) }
    if reportsSaying(quotation, bytes, &vocabulary) { framing.insert(.reportsSaying) }
    return framing
  }

  private func tokens(_ range: TextRange) -> Range<Int> {
    let first = parsed.tokens.ranges.partitionPoint { $0.start >= range.start }
    let end = parsed.tokens.ranges.partitionPoint { $0.end > range.end }
    return first..<max(first, end)
  }

  private func tag(of content: TextRange) -> PartOfSpeech? {
    let first = tokens(content).lowerBound
    return parsed.tokens.tags.indices.contains(first) ? parsed.tokens.tags[first] : nil
  }

  private func word(
    _ token: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> Vocabulary.Word? {
    let range = parsed.tokens.ranges[token]
    return range.upper <= bytes.count ? vocabulary.word(bytes[range.lower..<range.upper]) : nil
  }

  /// What the cue's own words say; `did not welcome` opposes.
  private func cueFraming(
    _ cue: TextRange, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> Framing {
    var framing: Framing = []
    var (isNegated, hasBack) = (false, false)
    var last: UInt32 = 0
    for token in tokens(cue) {
      guard let word = word(token, bytes, &vocabulary) else { continue }
      if MarksReader.negates(word) { isNegated = true }
      if word.stem == "back", Self.throwing.contains(last) { hasBack = true }
      last = word.hash
      framing.formUnion(stances.cues[word.hash] ?? [])
    }
    // `shot back`, `fired back`: the adverb, not the verb.
    if hasBack { framing = [.replies, .retorts] }
    guard isNegated else { return framing }
    var flipped = framing.subtracting([.supports, .opposes, .denies, .agrees, .replies, .retorts])
    if !framing.isDisjoint(with: [.supports, .agrees]) { flipped.insert(.opposes) }
    return flipped
  }

  private func opensAgainst(
    _ quotation: Quotation, from low: UInt32, to high: UInt32, _ bytes: UnsafeBufferPointer<UInt8>,
    _ vocabulary: inout Vocabulary
  ) -> Bool {
    let gap = tokens(TextRange(Int(low), Int(high)))
    guard gap.count <= Self.widestGap else { return false }
    for token in gap {
      if let word = word(token, bytes, &vocabulary), MarksReader.setsAgainst(word) { return true }
    }
    guard let content = quotation.content.first else { return false }
    // `"But we will go," she said.`
    for token in tokens(content).prefix(2) {
      if let word = word(token, bytes, &vocabulary), MarksReader.setsAgainst(word) { return true }
    }
    return false
  }

  /// Whether `while` stands between, and no end of a sentence.
  private func isHalved(
    from low: UInt32, to high: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> Bool {
    guard parsed.tokens.tags.count == parsed.tokens.count else { return false }
    var isHalved = false
    for token in tokens(TextRange(Int(low), Int(high))) {
      if parsed.tokens.tags[token] == .period { return false }
      if let word = word(token, bytes, &vocabulary), MarksReader.opposes(word) { isHalved = true }
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
    _ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> Bool {
    guard parsed.tokens.tags.count == parsed.tokens.count else { return false }
    for content in quotation.content {
      var named = Int.min / 2
      for token in tokens(content) {
        if parsed.tokens.tags[token].isProperNoun { named = token }
        guard parsed.tokens.tags[token].isVerb, token - named <= Self.widestReport,
          let word = word(token, bytes, &vocabulary)
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
    _ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
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
      guard let word = word(token, bytes, &vocabulary) else { continue }
      let isTime = Self.timesBefore.contains(word.hash)
      if isTime,
        word.stem == "had"
          ? at.contains(token) : word.stem == "ago" || word.stem == "onc" && token <= at.upperBound
      {
        return .saidBefore
      }
      if wasLast, Self.spans.contains(word.hash) { return .saidBefore }
      if Self.now.contains(word.hash) { timing = .saidNow }
      wasLast = isTime && ["last", "past", "earlier", "previous"].contains(word.stem)
    }
    return timing
  }

  /// Whether a short statement says that somebody is right.
  private func grants(
    _ quotation: Quotation, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> Bool {
    guard quotation.content.count == 1, let content = quotation.content.first,
      parsed.tokens.tags.count == parsed.tokens.count
    else { return false }
    let own = tokens(content)
    guard own.count <= 12 else { return false }
    var grants = false
    for token in own {
      guard let word = word(token, bytes, &vocabulary) else { continue }
      if MarksReader.negates(word) { return false }
      guard Self.granting.contains(word.hash), token > own.lowerBound,
        let before = self.word(token - 1, bytes, &vocabulary)
      else { continue }
      // `she had a point`, `he was right`.
      if word.stem == "point" ? before.stem == "a" : parsed.tokens.tags[token - 1].isVerb {
        grants = true
      }
    }
    return grants
  }
}
