import QuoteModel

/// A run of words that stand for one thing in a sentence: a noun with what stands before it, a verb with its
/// auxiliaries, or a single word.
struct Chunk {
  /// What a chunk is.
  enum Kind {
    case noun, verb, adjective, adverb, preposition, opener, relative, joiner, comma, other
  }

  var kind: Kind
  /// The word that the others of the chunk hang on.
  var head: Int
  /// Its words.
  var rows: Range<Int>
  /// Whether a verb says when: `goes`, `went`, `will go`.
  var isFinite = false
  /// Whether it has `to` before it.
  var hasTo = false
  /// Whether something is done to its subject.
  var isPassive = false
  /// Whether it is a form of `be` with no other verb.
  var isBeing = false
  /// The preposition before a gerund.
  var marker: Int?
  /// Whether a preposition or a verb before it has this chunk.
  var isTaken = false
}

/// Cuts sentences into chunks and ties the words inside of each.
struct Chunker {
  private static func forms(_ words: [String]) -> Set<UInt32> {
    Set(words.map { FNV.hash32(Array($0.utf8)) })
  }
  private static let be = forms(["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"])
  private static let have = forms(["has", "have", "had", "having", "'ve", "'s", "'d"])
  private static let doing = forms(["do", "does", "did", "done", "doing"])
  private static let cannot = FNV.hash32(Array("cannot".utf8))
  private static let openers = forms([
    "that", "if", "because", "although", "though", "while", "whereas", "unless", "whether",
  ])
  /// Words that stand before the first of two.
  private static let pairing = forms(["neither", "either", "both"])
  /// Words that open a clause where one follows, and else are prepositions.
  private static let mayOpen = forms([
    "before", "after", "since", "until", "till", "as", "than", "like", "for", "so", "once", "except", "when",
  ])

  /// Parts of speech; `that` is made a relative pronoun where it turns out to be one.
  var tags: [PartOfSpeech]
  let words: [Vocabulary.Word]
  /// What is tied so far.
  var tree: ClauseTree

  init(_ tags: [PartOfSpeech], _ words: [Vocabulary.Word]) {
    (self.tags, self.words) = (tags, words)
    // No other word looks like it, so the tagger may take it for a noun.
    for (at, word) in words.enumerated() where word.form == Self.cannot { self.tags[at] = .MD }
    tree = ClauseTree(count: tags.count)
  }

  /// The chunks of a sentence. O(its words).
  mutating func chunks(_ sentence: Range<Int>) -> [Chunk] {
    var chunks: [Chunk] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      // Quotation marks around a few words change nothing.
      if [.openQuote, .closeQuote].contains(tags[at]) {
        at += 1
        continue
      }
      let chunk = chunk(at, sentence.upperBound)
      if [.noun, .verb, .adjective].contains(chunk.kind) { tieAdverbs(before: chunk, chunks) }
      chunks.append(chunk)
      at = max(at + 1, chunk.rows.upperBound)
    }
    return chunks
  }

  private mutating func tieAdverbs(before chunk: Chunk, _ chunks: [Chunk]) {
    for before in chunks.reversed() {
      guard before.kind == .adverb else { return }
      tree.tie(before.head, to: chunk.head, tags[before.head] == .CC ? .separator : .adverb)
    }
  }

  private mutating func chunk(_ at: Int, _ end: Int) -> Chunk {
    let tag = tags[at]
    func single(_ kind: Chunk.Kind) -> Chunk { Chunk(kind: kind, head: at, rows: at..<(at + 1)) }
    switch tag {
    case .MD: return verb(at, end)
    case .TO: return verbFollows(at + 1, end) ? verb(at, end) : single(.preposition)
    case .IN:
      let opens =
        Self.openers.contains(words[at].form)
        || Self.mayOpen.contains(words[at].form) && clauseFollows(at + 1, end)
      return single(opens ? .opener : .preposition)
    case .WDT, .WP, .WPS, .WRB: return single(.relative)
    case .CC: return single(Self.pairing.contains(words[at].form) ? .adverb : .joiner)
    case .comma, .colon: return single(.comma)
    case .RB, .RBR, .RBS, .RP: return single(.adverb)
    case .VB, .VBD, .VBG, .VBN, .VBP, .VBZ: return verb(at, end)
    // `no longer`
    case .DT where at + 1 < end && [.RB, .RBR].contains(tags[at + 1]) && words[at].stem == "no":
      return single(.adverb)
    default: return noun(at, end) ?? single(.other)
    }
  }

  private func verbFollows(_ from: Int, _ end: Int) -> Bool {
    var at = from
    while at < end, tags[at] == .RB { at += 1 }
    return at < end && (tags[at] == .VB || tags[at] == .VBP)
  }

  /// Whether a noun and a verb that says when follow.
  private func clauseFollows(_ from: Int, _ end: Int) -> Bool {
    guard from < end, let rows = nounRows(from, end)?.rows else { return false }
    var at = rows.upperBound
    while at < end, tags[at] == .RB { at += 1 }
    return at < end && [.MD, .VBD, .VBP, .VBZ].contains(tags[at])
  }

  // MARK: verbs

  private mutating func verb(_ from: Int, _ end: Int) -> Chunk {
    var at = from
    var between: [Int] = []
    var auxiliaries: [Int] = []
    if tags[at] == .TO {
      at += 1
      while tags[at] == .RB {
        between.append(at)
        at += 1
      }
    }
    let first = at
    while let next = governs(at, end) {
      auxiliaries.append(at)
      between += (at + 1)..<next
      at = next
    }
    for row in auxiliaries { tree.tie(row, to: at, .auxiliary) }
    for row in between { tree.tie(row, to: at, .adverb) }
    if tags[from] == .TO { tree.tie(from, to: at, .marker) }
    var chunk = Chunk(kind: .verb, head: at, rows: from..<(at + 1))
    chunk.hasTo = tags[from] == .TO
    chunk.isFinite = !chunk.hasTo && [.MD, .VBD, .VBP, .VBZ].contains(tags[first])
    let last = auxiliaries.last.map { words[$0].form }
    chunk.isPassive = [.VBN, .VBD].contains(tags[at]) && last.map(Self.be.contains) == true
    chunk.isBeing = Self.be.contains(words[at].form)
    return chunk
  }

  /// The verb that an auxiliary goes with, if it is one.
  private func governs(_ at: Int, _ end: Int) -> Int? {
    var next = at + 1
    while next < end, tags[next] == .RB || tags[next] == .RBR { next += 1 }
    guard next < end, tags[next].isVerb else { return nil }
    let (form, tag) = (words[at].form, tags[next])
    let fits =
      tags[at] == .MD && [.VB, .VBP].contains(tag)
      || Self.be.contains(form) && [.VBG, .VBN, .VBD].contains(tag)
      || Self.have.contains(form) && [.VBN, .VBD].contains(tag)
      || Self.doing.contains(form) && [.VB, .VBP].contains(tag)
    return fits ? next : nil
  }

  // MARK: nouns

  private mutating func noun(_ from: Int, _ end: Int) -> Chunk? {
    guard let (rows, head, owners) = nounRows(from, end) else { return nil }
    var low = rows.lowerBound
    // `the council’s plan`: what stands before the mark hangs on its owner, and he on the rest.
    for owner in owners {
      tieInside(low..<(owner + 1), owner)
      tree.tie(owner, to: head, .nominalModifier)
      tree.tie(owner + 1, to: owner, .preposition)
      low = owner + 2
    }
    tieInside(low..<rows.upperBound, head)
    return Chunk(kind: tags[head].isAdjective ? .adjective : .noun, head: head, rows: rows)
  }

  private mutating func tieInside(_ rows: Range<Int>, _ head: Int) {
    for row in rows where row != head {
      let role: GrammaticalRole =
        switch tags[row] {
        case .DT, .PDT, .PRPS, .CD, .dollar: .determiner
        case .RB, .RBR, .RBS: .adverb
        case .NN, .NNS, .NNP, .NNPS: .compound
        case .JJ, .JJR, .JJS, .VBN, .VBG: .adjective
        default: .separator
        }
      tree.tie(row, to: head, role)
    }
  }

  private func nounRows(_ from: Int, _ end: Int) -> (rows: Range<Int>, head: Int, owners: [Int])? {
    if [.PRP, .EX].contains(tags[from]) { return (from..<(from + 1), from, []) }
    var at = from
    var (head, hasNoun, owners): (Int?, Bool, [Int]) = (nil, false, [])
    func follows(_ holds: (PartOfSpeech) -> Bool) -> Bool { at + 1 < end && holds(tags[at + 1]) }
    scan: while at < end {
      switch tags[at] {
      case .DT, .PDT, .PRPS:
        guard at == from || tags[at - 1] == .PDT else { break scan }
        head = at
      case .CD, .dollar:
        guard !hasNoun else { break scan }
        head = at
      case .JJ, .JJR, .JJS:
        guard !hasNoun else { break scan }
        head = at
      case .NN, .NNS, .NNP, .NNPS:
        // `the comments Trump made`
        if hasNoun, tags[at - 1] == .NNS, tags[at].isProperNoun { break scan }
        (head, hasNoun) = (at, true)
      case .POS:
        guard hasNoun, let owner = head, follows({ $0.isNoun || $0.isAdjective || $0 == .CD || $0 == .VBG })
        else { break scan }
        owners.append(owner)
        hasNoun = false
      case .VBN, .VBG, .RB, .RBR, .RBS:
        guard at > from, !hasNoun, follows({ $0.isNoun || $0.isAdjective || $0 == .VBN }) else { break scan }
      case .comma, .HYPH, .CC:
        guard at > from, !hasNoun, tags[at - 1].isAdjective, follows({ $0.isAdjective || $0 == .VBN }),
          tags[at] != .CC || at + 2 < end && tags[at + 2].isNoun
        else { break scan }
      default: break scan
      }
      at += 1
    }
    guard let head else { return nil }
    return (from..<max(at, head + 1), head, owners)
  }
}
