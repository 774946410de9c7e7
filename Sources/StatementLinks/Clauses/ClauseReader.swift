import QuoteModel

/// Ties the chunks of sentences together: subjects and objects to verbs, clauses to one another. It goes from left to
/// right by a few rules of English word order: the subject stands before its verb, the object behind it, and a clause
/// hangs on the one before it unless a word opens it otherwise.
struct ClauseReader {
  /// How the next clause was opened.
  private enum Link {
    case none
    case opener(Int)
    case relative(Int)
    case joiner(Int)
  }

  /// Verbs whose object does what follows: `want him to go`.
  private static let controls = WordLists.stems([
    "want", "ask", "tell", "urge", "expect", "allow", "force", "order", "persuade", "need", "get", "let",
    "make",
    "help", "see", "call", "like",
  ])
  /// Verbs that say what something is: `called the plan a mistake`.
  private static let naming = WordLists.stems([
    "call", "consider", "deem", "brand", "label", "make", "find", "keep", "name", "declare",
  ])
  /// Verbs whose object hears what follows: `told reporters that …`.
  private static let telling = WordLists.stems([
    "tell", "told", "assure", "remind", "warn", "inform", "convince", "persuade", "show",
  ])
  /// Pronouns that are never subjects.
  private static let objects = Set(["him", "them", "me", "us"].map { FNV.hash32(Array($0.utf8)) })
  /// Nouns that say when: `this year` is no object.
  private static let times = WordLists.stems([
    "year", "month", "week", "day", "time", "morning", "evening", "night", "summer", "winter", "spring",
    "autumn", "decade", "today", "tomorrow", "yesterday",
  ])
  /// Prepositions that belong to the noun before them.
  private static let ofNouns = WordLists.stems(["of", "for", "about", "between", "against", "on"])
  private static let of = WordLists.stems(["of"])

  private var chunker: Chunker
  private var chunks: [Chunk] = []
  private var sentence = 0..<0
  private var root: Int?
  /// The verb before, as a row of `chunks`, and the word that its clause hangs together by.
  private var verb: (chunk: Int, head: Int)?
  /// Nouns that may be the next verb's subject, each with how many commas stand before it.
  private var candidates: [(chunk: Int, part: Int)] = []
  private var commas = 0
  private var link = Link.none
  /// What a relative clause keeps from its verb: `the people who voted are angry`.
  private var suspended: Int?
  /// A gerund that may be a subject, and clauses that hang on what comes.
  private var gerund: Int?
  private var waiting: [(row: Int, role: GrammaticalRole)] = []

  /// The tree of a statement's words, and in `tags` the relative pronouns among them. O(words).
  static func tree(_ tags: inout [PartOfSpeech], _ words: [Vocabulary.Word]) -> ClauseTree {
    var reader = ClauseReader(chunker: Chunker(tags, words))
    var low = 0
    for (at, tag) in tags.enumerated() where tag == .period || at == tags.count - 1 {
      let end = tag == .period ? at : at + 1
      if low < end { reader.read(low..<end) }
      low = at + 1
    }
    tags = reader.chunker.tags
    return reader.chunker.tree
  }

  private init(chunker: Chunker) { self.chunker = chunker }

  private mutating func read(_ rows: Range<Int>) {
    sentence = rows
    chunks = chunker.chunks(rows)
    (root, verb, suspended, gerund, link, commas) = (nil, nil, nil, nil, .none, 0)
    candidates.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    for at in chunks.indices {
      switch chunks[at].kind {
      case .noun where !chunks[at].isTaken: candidates.append((at, commas))
      case .verb: take(at)
      case .preposition: takePreposition(at)
      case .comma: commas += 1
      case .opener: open(.opener(at))
      case .relative:
        if suspended == nil { suspended = subject().map { chunks[$0].head } }
        open(.relative(at))
      case .joiner: if verb != nil { open(.joiner(at)) }
      default: break
      }
    }
    let untied = verb.flatMap { chunker.tree.heads[$0.head] < 0 ? $0.head : nil }
    let top = root ?? untied ?? chunks.first { $0.kind == .noun || $0.kind == .adjective }?.head
    guard let top else { return }
    chunker.tree.setRoot(top)
    for one in waiting where one.row != top { chunker.tree.tie(one.row, to: top, one.role) }
  }

  private mutating func open(_ next: Link) {
    // `and that`, `but if`: what opens counts, not what joins.
    if case .joiner = next {
      guard case .none = link else { return }
    }
    link = next
    candidates.removeAll(keepingCapacity: true)
  }

  // MARK: prepositions

  private mutating func takePreposition(_ at: Int) {
    let noun = after(at)
    guard chunks.indices.contains(noun) else { return }
    if chunks[noun].kind == .verb { chunks[noun].marker = chunks[at].head }
    guard chunks[noun].kind == .noun else { return }
    chunks[noun].isTaken = true
    let head = chunks[noun].head
    chunker.tree.tie(chunks[at].head, to: head, .preposition)
    let word = chunker.words[chunks[at].head].hash
    let before = at > 0 && chunks[at - 1].kind == .noun ? chunks[at - 1].head : nil
    let isOfNoun = Self.of.contains(word) || candidates.last.map { $0.chunk == at - 1 } == true
    if let before, isOfNoun || Self.ofNouns.contains(word) {
      chunker.tree.tie(head, to: before, .nominalModifier)
    } else if let verb {
      chunker.tree.tie(head, to: verb.head, .oblique)
    } else {
      waiting.append((head, .oblique))
    }
  }

  /// The chunk behind one, adverbs passed over.
  private func after(_ at: Int) -> Int {
    var next = at + 1
    while next < chunks.count, chunks[next].kind == .adverb { next += 1 }
    return next
  }

  private func before(_ at: Int) -> Chunk? {
    chunks[..<at].last { $0.kind != .adverb }
  }

  // MARK: verbs

  private func saysWhen(_ chunk: Int) -> Bool {
    let word = chunker.words[chunks[chunk].head]
    return word.isCalendar || Self.times.contains(word.hash)
  }

  /// The subject among the nouns before a verb: a pronoun right before it, of the first verb the first that is no date,
  /// else one behind the last comma.
  private func subject() -> Int? {
    if let last = candidates.last, chunker.tags[chunks[last.chunk].head] == .PRP { return last.chunk }
    if verb == nil {
      return candidates.first { !saysWhen($0.chunk) }?.chunk ?? candidates.first?.chunk
    }
    return candidates.last.flatMap { last in candidates.first { $0.part == last.part } }?.chunk
  }

  private mutating func take(_ at: Int) {
    var chunk = chunks[at]
    let main = chunk.head
    let head = predicate(at) ?? main
    if head != main {
      chunker.tree.move(from: main, to: head, sentence)
      chunker.tree.tie(main, to: head, .copula)
      chunk.head = head
    } else {
      takeObjects(at)
    }
    if let (noun, own) = shortRelative(at) {
      chunker.tree.tie(head, to: chunks[noun].head, .adnominalClause)
      chunker.tree.tie(chunks[own].head, to: head, .subject)
      if verb == nil || suspended != nil { suspended = chunks[noun].head }
      verb = verb ?? (at, head)
      candidates.removeAll(keepingCapacity: true)
      return
    }
    turnRelative(at)
    let subject = subject()
    turnOpener(subject)
    let isFinite =
      chunk.isFinite || chunker.tags[main] == .VB && !chunk.hasTo && verb == nil && subject != nil
    if isFinite {
      takeFinite(at, head, subject)
    } else if let marker = chunk.marker {
      chunker.tree.tie(marker, to: head, .marker)
      hang(head, on: verb?.head, .adverbialClause)
    } else {
      takeLoose(at, head)
    }
    verb = (at, head)
    if isFinite { suspended = isRelative ? suspended : nil }
    link = .none
    candidates.removeAll(keepingCapacity: true)
    commas = 0
  }

  /// The nouns of `the comments he made`, as rows of `chunks`.
  private func shortRelative(_ at: Int) -> (noun: Int, subject: Int)? {
    guard case .none = link, chunks[at].isFinite, candidates.count > 1 else { return nil }
    let (noun, own) = (candidates[candidates.count - 2].chunk, candidates[candidates.count - 1].chunk)
    guard own == noun + 1, after(own) == at, !saysWhen(noun),
      chunker.tags[chunks[noun].head].isNoun
    else { return nil }
    return (noun, own)
  }

  /// Takes `that` between a noun and a verb for a relative pronoun.
  private mutating func turnRelative(_ at: Int) {
    guard case .opener(let opener) = link, chunks[at].isFinite, candidates.isEmpty,
      chunker.words[chunks[opener].head].stem == "that", opener > 0, chunks[opener - 1].kind == .noun
    else { return }
    chunker.tags[chunks[opener].head] = .WDT
    link = .relative(opener)
  }

  /// Takes `that` for no relative pronoun where a subject follows and there is nothing that it could stand for.
  private mutating func turnOpener(_ subject: Int?) {
    guard case .relative(let relative) = link, subject != nil,
      chunker.words[chunks[relative].head].stem == "that"
    else { return }
    let noun = before(relative)
    if let noun, noun.kind == .noun, chunker.tree.roles[noun.head] != .oblique { return }
    chunker.tags[chunks[relative].head] = .IN
    link = .opener(relative)
  }

  private var isRelative: Bool { if case .relative = link { true } else { false } }

  private mutating func hang(_ row: Int, on head: Int?, _ role: GrammaticalRole) {
    if let head { chunker.tree.tie(row, to: head, role) } else { waiting.append((row, role)) }
  }

  /// What something is said to be, behind `is`.
  private mutating func predicate(_ at: Int) -> Int? {
    guard chunks[at].isBeing else { return nil }
    if let first = candidates.last, chunker.tags[chunks[first.chunk].head] == .EX { return nil }
    let next = after(at)
    guard chunks.indices.contains(next), [.noun, .adjective].contains(chunks[next].kind),
      !isSubject(next)
    else { return nil }
    chunks[next].isTaken = true
    return chunks[next].head
  }

  /// Whether a verb that says when follows a noun.
  private func isSubject(_ at: Int) -> Bool {
    let next = after(at)
    return chunks[at].kind == .noun && !Self.objects.contains(chunker.words[chunks[at].head].form)
      && chunks.indices.contains(next) && chunks[next].kind == .verb
      && chunks[next].isFinite
  }

  private mutating func takeObjects(_ at: Int) {
    let row = chunks[at].head
    let next = after(at)
    guard chunks.indices.contains(next) else { return }
    if chunks[next].kind == .adjective {
      chunker.tree.tie(chunks[next].head, to: row, .openComplement)
      return
    }
    guard chunks[next].kind == .noun, !isSubject(next), !saysWhen(next) else { return }
    let isNaming = Self.naming.contains(chunker.words[row].hash)
    chunks[next].isTaken = true
    let isThere = candidates.last.map { chunker.tags[chunks[$0.chunk].head] == .EX } == true
    chunker.tree.tie(chunks[next].head, to: row, isThere ? .subject : .object)
    let second = after(next)
    guard chunks.indices.contains(second), [.noun, .adjective].contains(chunks[second].kind),
      !isSubject(second), !saysWhen(second)
    else { return }
    let isSaid = isNaming || chunks[second].kind == .adjective
    chunks[second].isTaken = true
    chunker.tree.tie(chunks[second].head, to: row, isSaid ? .openComplement : .object)
  }

  private mutating func takeFinite(_ at: Int, _ head: Int, _ subject: Int?) {
    let isPassive = chunks[at].isPassive && head == chunks[at].head
    let role: GrammaticalRole = isPassive ? .passiveSubject : .subject
    if let subject {
      let row = chunks[subject].head
      chunker.tree.tie(row, to: head, chunker.tags[row] == .EX ? .other : role)
    }
    switch link {
    case .opener(let opener): hangOpened(at, head, opener)
    case .relative(let relative): hangRelative(head, relative, role, subject)
    case .joiner(let joiner):
      chunker.tree.tie(chunks[joiner].head, to: head, .separator)
      if let verb { chunker.tree.tie(head, to: verb.head, .conjunct) }
    case .none:
      if let verb, let root {
        let isComplement = subject != nil && commas == 0
        chunker.tree.tie(head, to: isComplement ? verb.head : root, isComplement ? .complement : .other)
        return
      }
      if subject == nil, let suspended, verb != nil { chunker.tree.tie(suspended, to: head, role) }
      if subject == nil, suspended == nil, let gerund { chunker.tree.tie(gerund, to: head, .subject) }
      root = head
      settle(head)
    }
    if verb == nil, root == nil, case .joiner = link { root = head }
  }

  /// Ties what waited for a clause to hang on.
  private mutating func settle(_ head: Int) {
    for one in waiting where one.row != head { chunker.tree.tie(one.row, to: head, one.role) }
    waiting.removeAll()
  }

  private mutating func hangOpened(_ at: Int, _ head: Int, _ opener: Int) {
    let row = chunks[opener].head
    chunker.tree.tie(row, to: head, .marker)
    let isThat = chunker.words[row].stem == "that" || chunker.words[row].stem == "whether"
    let noun = before(opener)
    guard let verb else {
      if isThat, let noun, noun.kind == .noun {
        chunker.tree.tie(head, to: noun.head, .adnominalClause)
      } else if isThat {
        root = head
      } else {
        waiting.append((head, .adverbialClause))
      }
      return
    }
    if isThat, let noun, noun.kind == .noun, noun.head != verb.head,
      chunker.tree.roles[noun.head] != .oblique,
      !Self.telling.contains(chunker.words[chunks[verb.chunk].head].hash)
    {
      chunker.tree.tie(head, to: noun.head, .adnominalClause)
    } else {
      chunker.tree.tie(head, to: verb.head, isThat ? .complement : .adverbialClause)
    }
  }

  private mutating func hangRelative(
    _ head: Int, _ relative: Int, _ role: GrammaticalRole, _ subject: Int?
  ) {
    let row = chunks[relative].head
    let isAdverb = chunker.tags[row] == .WRB
    let noun = chunks[..<relative].last { $0.kind != .adverb && $0.kind != .comma && $0.kind != .preposition }
    if isAdverb {
      chunker.tree.tie(row, to: head, .adverb)
      hang(head, on: verb?.head, verb == nil ? .adverbialClause : .complement)
      return
    }
    chunker.tree.tie(row, to: head, subject == nil ? role : .object)
    if let noun, noun.kind == .noun {
      chunker.tree.tie(head, to: noun.head, .adnominalClause)
    } else {
      hang(head, on: verb?.head, verb == nil ? .subject : .complement)
    }
  }

  /// Verbs that do not say when: `to raise`, `raising`, `raised`.
  private mutating func takeLoose(_ at: Int, _ head: Int) {
    if case .joiner(let joiner) = link, let verb {
      chunker.tree.tie(chunks[joiner].head, to: head, .separator)
      chunker.tree.tie(head, to: verb.head, .conjunct)
      return
    }
    let before = before(at)
    guard let verb else {
      if let before, before.kind == .noun, !chunks[at].hasTo || candidates.count == 1 {
        chunker.tree.tie(head, to: before.head, .adnominalClause)
      } else if chunker.tags[head] == .VBG || chunks[at].hasTo {
        gerund = head
      } else if root == nil {
        root = head
      }
      return
    }
    let own = chunks[verb.chunk].head
    if let before, before.kind == .noun, before.head != verb.head {
      let controls =
        (chunker.tree.heads[before.head] == Int32(own) || chunker.tags[before.head] == .PRP)
        && (Self.controls.contains(chunker.words[own].hash) || chunker.tags[before.head] == .PRP)
      chunker.tree.tie(
        head, to: controls ? own : before.head, controls ? .openComplement : .adnominalClause)
      return
    }
    let isAdjacent = before.map { $0.kind == .verb || $0.head == verb.head || $0.kind == .adjective } == true
    // `It is a mistake to build it.`
    let isMeant =
      chunks[at].hasTo && verb.head != own
      && (sentence.contains { row in
        chunker.tree.heads[row] == Int32(verb.head) && chunker.tree.roles[row] == .subject
          && chunker.words[row].stem == "it"
      })
    chunker.tree.tie(
      head, to: verb.head, isMeant ? .subject : isAdjacent ? .openComplement : .adverbialClause)
  }
}
