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
  /// Nouns that stand for what somebody says.
  private static let contents = WordLists.stems([
    "notion", "idea", "claim", "belief", "accusation", "argument", "allegation", "suggestion", "view",
    "theory", "assertion", "position", "fact", "hope", "fear", "warning", "promise",
  ])
  private static let first = WordLists.stems(["i", "we", "us", "me", "my", "our"])
  private static let third = WordLists.stems(["he", "she", "they"])
  private static let wishes = WordLists.stems(["want", "hope", "wish", "like", "try"])

  private let parsed: ParsedArticle
  private let stances: StanceLists
  private var governed: [Governed] = []
  private var isReported = false
  /// Claims whose verb has more to it than its object: `endorse him from the pulpit`.
  private var narrowed: Set<Int> = []
  private var tags: [PartOfSpeech] = []
  private var tree = ClauseTree(count: 0)

  init(_ parsed: ParsedArticle, _ stances: StanceLists) {
    self.parsed = parsed
    self.stances = stances
  }

  /// The claims of a quotation, in text order; none where its article has no tags. O(its tokens).
  mutating func read(
    _ quotation: Quotation, _ framing: Framing, _ vocabulary: borrowing Vocabulary
  ) -> [Claim] {
    guard parsed.tokens.tags.count == parsed.tokens.count else { return [] }
    var claims: [Claim] = []
    isReported = quotation.kind == .indirect
    narrowed = []
    for span in quotation.content {
      let ranges = parsed.tokens.ranges
      let low = ranges.partitionPoint { $0.start >= span.start }
      let high = max(low, ranges.partitionPoint { $0.end > span.end })
      guard low < high else { continue }
      var words: [Vocabulary.Word] = []
      words.reserveCapacity(high - low)
      for token in low..<high {
        if let word = vocabulary[token] { words.append(word) }
      }
      guard words.count == high - low else { continue }
      tags = Array(parsed.tokens.tags[low..<high])
      tree = ClauseReader.tree(&tags, words)
      governed = GovernedReader.read(words, tags, tree)
      let reported = reportedStart(words)
      let isDoubted = words.first.map { GovernedReader.conditions.contains($0.hash) } ?? false
      let before = claims.count
      let isTurned = !framing.isDisjoint(with: [.opposes, .denies])
      for at in words.indices.prefix(reported) where claims.count < Self.most {
        // `criticized the bill that was signed` says nothing of the signing.
        if !isTurned || tree.roles[at] != .adnominalClause { add(at, words, to: &claims) }
      }
      if isDoubted {
        for row in before..<claims.count { claims[row].marks.insert(.possible) }
      }
      // What stands behind a gap goes on, and is no thing by itself.
      if span == quotation.content.first { addSide(words, framing, to: &claims) }
    }
    return judged(claims, framing)
  }

  /// Where words begin that are somebody else's: `a film of Oseiv saying …`.
  private func reportedStart(_ words: [Vocabulary.Word]) -> Int {
    words.indices.dropFirst().first { at in
      tags[at] == .VBG && tags[at - 1].isProperNoun
        && stances.senses[words[at].hash]?.contains(.saying) == true
    } ?? words.count
  }

  /// What the cue denies or rejects is denied; what it only reports as a reason is not, and what nobody says is none.
  private func judged(_ claims: [Claim], _ framing: Framing) -> [Claim] {
    if framing.contains(.isUnsaid) { return [] }
    let isTurned = !framing.isDisjoint(with: [.opposes, .denies]) && !framing.contains(.isReason)
    let isSided = isTurned || framing.contains(.supports) && !framing.contains(.isReason)
    return claims.enumerated().compactMap { row, claim in
      guard claim.marks.contains(.isMain) else { return nil }
      var claim = claim
      // `leery of registering` tells nothing of what is; `opposes registering` does.
      if claim.marks.contains(.isBare) {
        guard isSided else { return nil }
        claim.marks.remove(.isBare)
      }
      if isTurned, !claim.marks.contains(.isSide) {
        claim.marks.formSymmetricDifference(.denied)
      }
      // `will not endorse him from the pulpit` may endorse him elsewhere.
      if narrowed.contains(row), claim.marks.contains(.denied) { claim.marks.insert(.possible) }
      return claim
    }
  }

  /// `praised the plan` is for it.
  private func addSide(
    _ words: [Vocabulary.Word], _ framing: Framing, to claims: inout [Claim]
  ) {
    guard !framing.isDisjoint(with: [.supports, .opposes]),
      framing.isDisjoint(with: [.isReason, .isTentative]),
      tags[0] != .TO, let root = tree.roles.firstIndex(of: .root), tags[root].isNoun,
      !governed[root].isCopular
    else { return }
    let row = Int32(root)
    var claim = Claim(predicate: 0, object: hash(row, words), marks: [.isMain, .isSide, .isOwn])
    if framing.contains(.opposes) { claim.marks.insert(.denied) }
    if isName(row) { claim.marks.insert(.hasNamedObject) }
    claim.qualifier = hash(governed[Int(row)].qualifier, words)
    if claim.object != 0 { claims.append(claim) }
  }

  // MARK: claims

  private mutating func add(_ at: Int, _ words: [Vocabulary.Word], to claims: inout [Claim]) {
    let (tag, role) = (tags[at], tree.roles[at])
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
    guard !GovernedReader.being.contains(word.form), !own.hasComplement || own.object >= 0 else { return }
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
      let sense = stances.senses[word.hash] ?? []
      if own.object >= 0, own.oblique > own.object, !sense.isDisjoint(with: [.forIt, .againstIt]),
        !tags[Int(own.object)..<Int(own.oblique)].contains(.comma)
      {
        narrowed.insert(claims.count)
      }
      claims.append(claim)
    }
  }

  private func addCopular(_ at: Int, _ words: [Vocabulary.Word], to claims: inout [Claim]) {
    var claim = Claim(
      predicate: words[at].isStopword ? 0 : words[at].hash, marks: marks(at, words).union(.isCopular))
    let tag = tags[at]
    if tag.isNoun { claim.marks.insert(.isNoun) }
    if tag.isAdjective { claim.marks.insert(.isAdjective) }
    if governed[at].isNone { claim.marks.formSymmetricDifference(.denied) }
    let subject = subject(of: at, words, Self.highest)
    setSubject(subject, words, &claim)
    // `Closing it` and `dredging it` are two things.
    let isDeed = subject >= 0 && tags[Int(subject)].isVerb
    claim.qualifier = isDeed ? words[Int(subject)].hash : qualifier(subject, words)
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
    if tags[Int(subject)].isVerb {
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
    guard row >= 0, [.WDT, .WP].contains(tags[Int(row)]) else { return row }
    guard let noun = tags[..<Int(row)].lastIndex(where: \.isNoun) else { return row }
    return Int32(noun)
  }

  private func isClause(_ role: GrammaticalRole) -> Bool {
    switch role {
    case .root, .complement, .openComplement, .conjunct, .adverbialClause, .adnominalClause, .other, .subject:
      true
    default: false
    }
  }

  private func isName(_ at: Int32) -> Bool { at >= 0 && tags[Int(at)].isProperNoun }

  /// The stem of a noun, of a name its last word; 0 for pronouns and what says nothing.
  private func hash(_ at: Int32, _ words: [Vocabulary.Word]) -> UInt32 {
    guard at >= 0, !governed[Int(at)].isNarrowed else { return 0 }
    let end = governed[Int(at)].nameEnd
    let row = Int(end >= 0 ? end : at)
    let (tag, word) = (tags[row], words[row])
    guard tag.isNoun || tag.isAdjective || tag.isVerb || tag == .RB, word.stem != "percent" else { return 0 }
    return tag.isProperNoun || !word.isStopword ? word.hash : 0
  }

  /// The row of whoever does it, or is said to be it: its own, or the one of the clause it hangs on.
  private func subject(of at: Int, _ words: [Vocabulary.Word], _ left: Int) -> Int32 {
    let own = governed[at].subject >= 0 ? governed[at].subject : governed[at].passive
    let head = Int(tree.heads[at])
    let hasHead = governed.indices.contains(head)
    let role = tree.roles[at]
    // `the man who sold it`
    if own >= 0 { return antecedent(own) }
    guard hasHead, left > 0 else { return Self.none }
    switch role {
    case .adnominalClause: return tags[head].isNoun ? Int32(head) : Self.none
    case .openComplement:
      return governed[head].object >= 0 ? governed[head].object : subject(of: head, words, left - 1)
    case .conjunct where tags[head].isVerb || governed[head].isCopular:
      return subject(of: head, words, left - 1)
    default: return Self.none
    }
  }

  private func marks(_ at: Int, _ words: [Vocabulary.Word]) -> Claim.Marks {
    var marks = taken(at, words, Self.highest)
    if tags[at] == .VBD || governed[at].isPast { marks.insert(.isPast) }
    if isMain(at, words, Self.highest) { marks.insert(.isMain) }
    if isImperative(at) || tree.roles[at] == .openComplement && isImperative(Int(tree.heads[at])) {
      marks.insert(.isDemanded)
    }
    return marks
  }

  /// Whether a verb says what is to be done: `make it great again`, not `to make it`, `will make it`.
  private func isImperative(_ at: Int) -> Bool {
    tags.indices.contains(at) && tags[at] == .VB && !governed[at].hasAuxiliary && subjectless(at)
      && (at == 0 || tags[at - 1] != .TO)
  }

  private func subjectless(_ at: Int) -> Bool {
    governed[at].subject < 0 && governed[at].passive < 0 && tree.roles[at] != .openComplement
  }

  /// Whether a clause is claimed itself: it is the head of its sentence, or hangs on such a one as what is done or
  /// thought there.
  private func isMain(_ at: Int, _ words: [Vocabulary.Word], _ left: Int) -> Bool {
    let head = Int(tree.heads[at])
    guard governed.indices.contains(head) else { return true }
    guard left > 0, !governed[at].isCondition else { return false }
    let isClause = tags[head].isVerb || governed[head].isCopular
    switch tree.roles[at] {
    case .openComplement, .conjunct:
      return isClause && !governed[head].isReason && isMain(head, words, left - 1)
    case .adnominalClause:
      // `the notion that he was born abroad`, where nothing more is said of the notion.
      if governed[at].isThat, Self.contents.contains(words[head].hash), tree.heads[head] < 0 { return true }
      // `a battery that has not been tested`
      let own = max(governed[at].subject, governed[at].passive)
      return own >= 0 && [.WDT, .WP].contains(tags[Int(own)])
    case .complement, .adverbialClause:
      guard tree.roles[at] == .complement || governed[at].isThat else { return false }
      let holds =
        Self.raisers.contains(words[head].hash) || stances.senses[words[head].hash]?.contains(.saying) == true
      // `a film of somebody saying that …`
      if tags[head] == .VBG, !governed[head].hasAuxiliary { return false }
      return isClause && holds && isOwn(subject(of: head, words, left - 1), words)
        && isMain(head, words, left - 1)
    case .other: return tags[at].isVerb && isMain(head, words, left - 1)
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
    let head = Int(tree.heads[at])
    guard governed.indices.contains(head), left > 0 else { return marks }
    let above = taken(head, words, left - 1)
    let word = words[head].hash
    switch tree.roles[at] {
    case .openComplement:
      var isDenied = above.contains(.denied)
      if Self.deniers.contains(word) { isDenied.toggle() }
      if isDenied { marks.formSymmetricDifference(.denied) }
      if GovernedReader.demands.contains(word) { marks.insert(.isDemanded) }
      if Self.wishes.contains(word) { marks.insert(.possible) }
      if GovernedReader.ahead.contains(words[head].hash) { marks.insert(.isFuture) }
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
