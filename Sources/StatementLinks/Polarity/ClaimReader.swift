import QuoteModel

/// Reads the claims of quotations off the trees of their sentences.
struct ClaimReader {
  /// Claims kept of a quotation.
  private static let most = 24
  /// Heads climbed for what a clause takes over from the one it hangs on.
  private static let highest = 6
  private static let none: Int32 = -1

  private static let deniers = WordLists.stems([
    "refuse", "fail", "decline", "stop", "avoid", "deny", "forget", "cease",
  ])
  /// `I do not think that it works` says that it does not.
  private static let raisers = WordLists.stems([
    "think", "thought", "believe", "expect", "suppose", "want", "see", "seem", "feel",
  ])
  private static let nobodies = WordLists.stems(["nobody", "none", "nothing", "neither", "no-one"])
  private static let possible = WordLists.stems(["may", "might", "perhaps", "maybe", "possibly"])
  private static let conditions = WordLists.stems(["if", "unless", "whether"])
  private static let demands = WordLists.stems(["should", "must", "ought", "need", "have", "shall"])
  private static let first = WordLists.stems(["i", "we", "us", "me", "my", "our"])
  private static let third = WordLists.stems(["he", "she", "they"])
  private static let ahead = WordLists.stems(["will", "'ll", "wo", "shall", "won't", "going", "would"])
  private static let only = WordLists.stems(["only", "just", "merely", "alone"])
  private static let alternatives = WordLists.stems(["or", "nor"])
  private static let being = Set(
    ["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "got", "gets", "get"].map {
      FNV.hash32(Array($0.utf8))
    })
  private static let reasons = WordLists.stems(["for", "over", "about", "after", "by"])
  private static let wishes = WordLists.stems(["want", "hope", "wish", "like", "try"])
  private static let without = WordLists.stems(["without"])

  /// What depends on a token.
  private struct Governed {
    var subject = none, passive = none, object = none, oblique = none, agent = none, adjective = none
    /// Behind a name's first word, its last.
    var nameEnd = none
    var modifier = none, qualifier = none, lastNegation = none - 1
    var isCopular = false
    var isDenied = false
    var isPossible = false
    var isCondition = false
    var isDemanded = false
    var isFuture = false
    var hasAuxiliary = false
    var isPassive = false
    var hasComplement = false
    var isAlternative = false
    var isNone = false
    var isExistential = false
    var isBy = false
    var isReason = false
    var isThat = false
    /// `bills painted as …` are only some bills.
    var isNarrowed = false
  }

  private let parsed: ParsedArticle
  private let stances: StanceLists
  private var governed: [Governed] = []
  private var isReported = false
  /// The first token of the span being read.
  private var start = 0

  init(_ parsed: ParsedArticle, _ stances: StanceLists) {
    self.parsed = parsed
    self.stances = stances
  }

  /// The claims of a quotation, in text order; none where its article has no trees. O(its tokens).
  mutating func read(
    _ quotation: Quotation, _ framing: Framing, of bytes: UnsafeBufferPointer<UInt8>,
    _ vocabulary: inout Vocabulary
  ) -> [Claim] {
    let tokens = parsed.tokens
    guard tokens.heads.count == tokens.count, tokens.roles.count == tokens.count,
      tokens.tags.count == tokens.count
    else { return [] }
    var claims: [Claim] = []
    isReported = quotation.kind == .indirect
    for span in quotation.content {
      let ranges = parsed.tokens.ranges
      let low = ranges.partitionPoint { $0.start >= span.start }
      let high = max(low, ranges.partitionPoint { $0.end > span.end })
      guard low < high, ranges[high - 1].upper <= bytes.count else { continue }
      var words: [Vocabulary.Word] = []
      words.reserveCapacity(high - low)
      for token in low..<high {
        let range = ranges[token]
        words.append(vocabulary.word(bytes[range.lower..<range.upper]))
      }
      govern(low..<high, words)
      let isDoubted = words.first.map { Self.conditions.contains($0.hash) } ?? false
      let before = claims.count
      for token in low..<high where claims.count < Self.most { add(token, words, to: &claims) }
      if isDoubted {
        for row in before..<claims.count { claims[row].marks.insert(.possible) }
      }
      addSide(low..<high, words, framing, to: &claims)
    }
    return judged(claims, framing)
  }

  /// What the cue denies or rejects is denied; what it only reports as a reason is not, and what nobody says is none.
  private func judged(_ claims: [Claim], _ framing: Framing) -> [Claim] {
    if framing.contains(.isUnsaid) { return [] }
    let isTurned = !framing.isDisjoint(with: [.opposes, .denies]) && !framing.contains(.isReason)
    let isSided = isTurned || framing.contains(.supports) && !framing.contains(.isReason)
    return claims.compactMap { claim in
      var claim = claim
      // `leery of registering` tells nothing of what is; `opposes registering` does.
      if claim.marks.contains(.isBare) {
        guard isSided else { return nil }
        claim.marks.remove(.isBare)
      }
      if isTurned, claim.marks.contains(.isMain), !claim.marks.contains(.isSide) {
        claim.marks.formSymmetricDifference(.denied)
      }
      return claim
    }
  }

  /// `praised the plan` is for it.
  private func addSide(
    _ span: Range<Int>, _ words: [Vocabulary.Word], _ framing: Framing, to claims: inout [Claim]
  ) {
    guard !framing.isDisjoint(with: [.supports, .opposes]), !framing.contains(.isReason),
      let root = span.first(where: {
        parsed.tokens.heads[$0] < 0 && parsed.tokens.roles[$0] == .root && !isQuotationMark($0)
      }), parsed.tokens.tags[root].isNoun, !governed[root - start].isCopular
    else { return }
    let row = Int32(root - start)
    var claim = Claim(predicate: 0, object: hash(row, words), marks: [.isMain, .isSide, .isOwn])
    if framing.contains(.opposes) { claim.marks.insert(.denied) }
    if isName(row) { claim.marks.insert(.hasNamedObject) }
    claim.qualifier = hash(governed[Int(row)].qualifier, words)
    if claim.object != 0 { claims.append(claim) }
  }

  private func isQuotationMark(_ token: Int) -> Bool {
    parsed.tokens.tags[token] == .openQuote || parsed.tokens.tags[token] == .closeQuote
  }

  // MARK: what depends on what

  private mutating func govern(_ span: Range<Int>, _ words: [Vocabulary.Word]) {
    start = span.lowerBound
    governed = Array(repeating: Governed(), count: span.count)
    for token in span {
      let head = Int(parsed.tokens.heads[token])
      guard span.contains(head) else { continue }
      take(token - start, words[token - start], under: head - start)
    }
    // `had promised` is no passive.
    for at in governed.indices where governed[at].passive >= 0 && !governed[at].isPassive {
      if governed[at].hasAuxiliary, governed[at].subject < 0 { governed[at].subject = governed[at].passive }
      if governed[at].hasAuxiliary { governed[at].passive = Self.none }
    }
    // `nobody`, `no plan`: what is said of them is denied.
    for at in governed.indices {
      for child in [governed[at].subject, governed[at].object, governed[at].passive] where child >= 0 {
        let isOnly = child != governed[at].object || !governed[at].isCopular
        if governed[Int(child)].isNone, isOnly { governed[at].isDenied.toggle() }
      }
    }
  }

  private mutating func take(_ child: Int, _ word: Vocabulary.Word, under head: Int) {
    let tag = parsed.tokens.tags[start + child]
    if Self.nobodies.contains(word.hash) { governed[child].isNone = true }
    let row = Int32(child)
    switch parsed.tokens.roles[start + child] {
    case .subject:
      if tag == .EX {
        governed[head].isExistential = true
      } else if governed[head].subject < 0 || parsed.tokens.tags[start + Int(governed[head].subject)] == .PRP
      {
        governed[head].subject = row
      }
    case .passiveSubject: governed[head].passive = row
    case .object: governed[head].object = row
    case .oblique:
      if governed[child].isBy { governed[head].agent = row }
      if !governed[child].isBy, !word.isCalendar, !word.isTopicStopword, governed[head].oblique < 0 {
        governed[head].oblique = row
      }
    case .nominalModifier:
      if governed[head].modifier < 0 { governed[head].modifier = row }
      if governed[head].qualifier < 0 { governed[head].qualifier = row }
    case .adjective:
      governed[head].adjective = row
      if governed[head].qualifier < 0 { governed[head].qualifier = row }
    case .adverb, .determiner: negate(child, word, tag, under: head)
    case .auxiliary:
      governed[head].hasAuxiliary = true
      if Self.being.contains(word.form) { governed[head].isPassive = true }
      if Self.possible.contains(word.hash) { governed[head].isPossible = true }
      if Self.demands.contains(word.hash), tag == .MD { governed[head].isDemanded = true }
      if Self.ahead.contains(word.hash) { governed[head].isFuture = true }
      if MarksReader.negates(word) { governed[head].isDenied = true }
    case .copula: governed[head].isCopular = true
    case .marker:
      if Self.conditions.contains(word.hash) { governed[head].isCondition = true }
      if Self.reasons.contains(word.hash) { governed[head].isReason = true }
      if Self.without.contains(word.hash) { governed[head].isDenied.toggle() }
      if word.stem == "that" { governed[head].isThat = true }
    case .preposition: if word.stem == "by" { governed[head].isBy = true }
    case .separator:
      if Self.alternatives.contains(word.hash) { governed[head].isAlternative = true }
      // `neither easy nor cheap`
      if word.stem == "neither" { governed[head].isDenied.toggle() }
    case .compound:
      if child > head, parsed.tokens.tags[start + head].isProperNoun { governed[head].nameEnd = row }
      if child < head, governed[head].qualifier < 0 { governed[head].qualifier = row }
    case .other: if tag == .EX { governed[head].isExistential = true }
    case .openComplement: if tag.isVerb { governed[head].hasComplement = true }
    case .adnominalClause: if tag == .VBN { governed[head].isNarrowed = true }
    case .root, .conjunct, .complement, .adverbialClause: break
    }
  }

  private mutating func negate(_ child: Int, _ word: Vocabulary.Word, _ tag: PartOfSpeech, under head: Int) {
    if Self.possible.contains(word.hash) { governed[head].isPossible = true }
    // `not only` affirms.
    if Self.only.contains(word.hash), child > 0, governed[head].lastNegation == Int32(child) - 1 {
      governed[head].isDenied = false
    }
    guard MarksReader.negates(word) else { return }
    governed[head].lastNegation = Int32(child)
    if tag == .DT || word.stem == "no" {
      governed[head].isNone = true
    } else {
      governed[head].isDenied.toggle()
    }
  }

  // MARK: claims

  private func add(_ token: Int, _ words: [Vocabulary.Word], to claims: inout [Claim]) {
    let at = token - start
    let (tag, role) = (parsed.tokens.tags[token], parsed.tokens.roles[token])
    let own = governed[at]
    let isComplement = role == .openComplement && !tag.isVerb && (tag.isAdjective || tag.isNoun)
    if own.isCopular || isComplement {
      addCopular(at, words, to: &claims)
      return
    }
    guard tag.isVerb, isClause(role) else { return }
    let word = words[at]
    if own.isExistential, own.subject >= 0 {
      var claim = Claim(predicate: hash(own.subject, words), marks: marks(at, words))
      claim.marks.insert(.isNoun)
      claim.object = hash(governed[Int(own.subject)].modifier, words)
      if claim.predicate != 0, claim.object != 0 { claims.append(claim) }
      return
    }
    // What is wanted, tried or begun says less than what is done.
    guard word.stem != "be", !own.hasComplement || own.object >= 0 else { return }
    guard stances.senses[word.hash]?.contains(.saying) != true, !Self.raisers.contains(word.hash) else {
      return
    }
    var claim = Claim(predicate: word.hash, marks: marks(at, words))
    var object = antecedent(own.object >= 0 ? own.object : own.passive)
    if object < 0, own.oblique >= 0 {
      object = own.oblique
      claim.marks.insert(.isOblique)
    }
    claim.object = hash(object, words)
    if isName(object) { claim.marks.insert(.hasNamedObject) }
    let subject = own.passive >= 0 ? own.agent : subject(of: at, words, Self.highest)
    setSubject(subject, words, &claim)
    claim.qualifier = qualifier(claim.object != 0 ? object : subject, words)
    // `a bill criticized by some`
    if tag == .VBN, !own.hasAuxiliary { claim.marks.remove(.isMain) }
    if tag == .VBG, !own.hasAuxiliary, claim.marks.contains(.isMain) {
      // `attacked him for leaving` is not against leaving.
      if own.isReason { return }
      claim.marks.insert(.isBare)
    }
    if claim.object != 0 || claim.subject != 0 || !claim.marks.isDisjoint(with: [.isOwn, .isPronoun]) {
      claims.append(claim)
    }
  }

  private func addCopular(_ at: Int, _ words: [Vocabulary.Word], to claims: inout [Claim]) {
    var claim = Claim(
      predicate: words[at].isStopword ? 0 : words[at].hash, marks: marks(at, words).union(.isCopular))
    let tag = parsed.tokens.tags[start + at]
    if tag.isNoun { claim.marks.insert(.isNoun) }
    if tag.isAdjective { claim.marks.insert(.isAdjective) }
    if governed[at].isNone { claim.marks.formSymmetricDifference(.denied) }
    let subject = subject(of: at, words, Self.highest)
    setSubject(subject, words, &claim)
    claim.qualifier = qualifier(subject, words)
    guard claim.subject != 0 || !claim.marks.isDisjoint(with: [.isOwn, .isPronoun]) else { return }
    if claim.predicate != 0 { claims.append(claim) }
    // `a terrible idea` is terrible.
    let adjective = governed[at].adjective
    if tag.isNoun, adjective >= 0, let sense = stances.senses[words[Int(adjective)].hash],
      !sense.isDisjoint(with: [.good, .bad])
    {
      claim.predicate = words[Int(adjective)].hash
      claim.marks.remove(.isNoun)
      claim.marks.insert(.isAdjective)
      claims.append(claim)
    }
  }

  private func setSubject(_ subject: Int32, _ words: [Vocabulary.Word], _ claim: inout Claim) {
    guard subject >= 0 else { return }
    let token = start + Int(subject)
    if parsed.tokens.tags[token].isVerb {
      // `Building it is a mistake`, `it is a mistake to build it`.
      let governed = governed[Int(subject)]
      let what = governed.object >= 0 ? governed.object : governed.oblique >= 0 ? governed.oblique : subject
      claim.subject = hash(what, words)
      return
    }
    claim.subject = hash(subject, words)
    if isName(subject) { claim.marks.insert(.hasNamedSubject) }
    guard claim.subject == 0 else { return }
    claim.marks.insert(isOwn(subject, words) ? .isOwn : .isPronoun)
  }

  /// Whether nobody else is named: `I`, `he` in reported words, or nobody.
  private func isOwn(_ subject: Int32, _ words: [Vocabulary.Word]) -> Bool {
    guard subject >= 0 else { return true }
    let word = words[Int(subject)].hash
    return Self.first.contains(word) || isReported && Self.third.contains(word)
  }

  private func qualifier(_ at: Int32, _ words: [Vocabulary.Word]) -> UInt32 {
    at >= 0 && !isName(at) ? hash(governed[Int(at)].qualifier, words) : 0
  }

  /// What a relative pronoun stands for: `a battery that was tested`.
  private func antecedent(_ row: Int32) -> Int32 {
    guard row >= 0, [.WDT, .WP].contains(parsed.tokens.tags[start + Int(row)]) else { return row }
    return (0..<Int(row)).last { parsed.tokens.tags[start + $0].isNoun }.map(Int32.init) ?? row
  }

  private func isClause(_ role: GrammaticalRole) -> Bool {
    switch role {
    case .root, .complement, .openComplement, .conjunct, .adverbialClause, .adnominalClause, .other, .subject:
      true
    default: false
    }
  }

  private func isName(_ at: Int32) -> Bool { at >= 0 && parsed.tokens.tags[start + Int(at)].isProperNoun }

  /// The stem of a noun, of a name its last word; 0 for pronouns and what says nothing.
  private func hash(_ at: Int32, _ words: [Vocabulary.Word]) -> UInt32 {
    guard at >= 0, !governed[Int(at)].isNarrowed else { return 0 }
    let end = governed[Int(at)].nameEnd
    let row = Int(end >= 0 ? end : at)
    let (tag, word) = (parsed.tokens.tags[start + row], words[row])
    guard tag.isNoun || tag.isAdjective || tag.isVerb || tag == .RB, word.stem != "percent" else { return 0 }
    return tag.isProperNoun || !word.isStopword ? word.hash : 0
  }

  /// The row of whoever does it, or is said to be it: its own, or the one of the clause it hangs on.
  private func subject(of at: Int, _ words: [Vocabulary.Word], _ left: Int) -> Int32 {
    let own = governed[at].subject >= 0 ? governed[at].subject : governed[at].passive
    let head = Int(parsed.tokens.heads[start + at]) - start
    let hasHead = governed.indices.contains(head)
    let role = parsed.tokens.roles[start + at]
    // `the man who sold it`
    if own >= 0 { return antecedent(own) }
    guard hasHead, left > 0 else { return Self.none }
    switch role {
    case .adnominalClause: return parsed.tokens.tags[start + head].isNoun ? Int32(head) : Self.none
    case .openComplement:
      return governed[head].object >= 0 ? governed[head].object : subject(of: head, words, left - 1)
    case .conjunct where parsed.tokens.tags[start + head].isVerb || governed[head].isCopular:
      return subject(of: head, words, left - 1)
    default: return Self.none
    }
  }

  private func marks(_ at: Int, _ words: [Vocabulary.Word]) -> Claim.Marks {
    var marks = taken(at, words, Self.highest)
    if parsed.tokens.tags[start + at] == .VBD { marks.insert(.isPast) }
    if isMain(at, words, Self.highest) { marks.insert(.isMain) }
    return marks
  }

  /// Whether a clause is claimed itself: it is the head of its sentence, or hangs on such a one as what is done or
  /// thought there.
  private func isMain(_ at: Int, _ words: [Vocabulary.Word], _ left: Int) -> Bool {
    let head = Int(parsed.tokens.heads[start + at]) - start
    guard governed.indices.contains(head) else { return true }
    guard left > 0, !governed[at].isCondition else { return false }
    let isClause = parsed.tokens.tags[start + head].isVerb || governed[head].isCopular
    switch parsed.tokens.roles[start + at] {
    case .openComplement, .conjunct:
      return isClause && !governed[head].isReason && isMain(head, words, left - 1)
    case .adnominalClause:
      // `a battery that has not been tested`
      let own = max(governed[at].subject, governed[at].passive)
      return own >= 0 && [.WDT, .WP].contains(parsed.tokens.tags[start + Int(own)])
    case .complement, .adverbialClause:
      guard parsed.tokens.roles[start + at] == .complement || governed[at].isThat else { return false }
      let holds =
        Self.raisers.contains(words[head].hash) || stances.senses[words[head].hash]?.contains(.saying) == true
      return isClause && holds && isOwn(subject(of: head, words, left - 1), words)
        && isMain(head, words, left - 1)
    case .other: return parsed.tokens.tags[start + at].isVerb && isMain(head, words, left - 1)
    // A judgement with a subject of its own is a clause, whatever it hangs on.
    default: return governed[at].isCopular && governed[at].subject >= 0
    }
  }

  /// What a clause says by itself and what it takes over from the one it hangs on.
  private func taken(_ at: Int, _ words: [Vocabulary.Word], _ left: Int) -> Claim.Marks {
    let own = governed[at]
    var marks: Claim.Marks = []
    if own.isDenied { marks.insert(.denied) }
    if own.isPossible || own.isCondition { marks.insert(.possible) }
    if own.isDemanded { marks.insert(.isDemanded) }
    if own.isFuture { marks.insert(.isFuture) }
    let head = Int(parsed.tokens.heads[start + at]) - start
    guard governed.indices.contains(head), left > 0 else { return marks }
    let above = taken(head, words, left - 1)
    let word = words[head].hash
    switch parsed.tokens.roles[start + at] {
    case .openComplement:
      var isDenied = above.contains(.denied)
      if Self.deniers.contains(word) { isDenied.toggle() }
      if isDenied { marks.formSymmetricDifference(.denied) }
      if Self.demands.contains(word) { marks.insert(.isDemanded) }
      if Self.wishes.contains(word) { marks.insert(.possible) }
      if Self.ahead.contains(words[head].hash) { marks.insert(.isFuture) }
      marks.formUnion(above.intersection([.possible, .isDemanded, .isFuture]))
    case .complement:
      if above.contains(.denied), Self.raisers.contains(word) { marks.formSymmetricDifference(.denied) }
      marks.formUnion(above.intersection(.possible))
    case .conjunct:
      if own.isAlternative, !own.hasAuxiliary, own.subject < 0, above.contains(.denied) {
        marks.insert(.denied)
      }
      if own.subject < 0 { marks.formUnion(above.intersection([.possible, .isDemanded, .isFuture])) }
    default: break
    }
    return marks
  }
}
