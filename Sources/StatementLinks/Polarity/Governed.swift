import QuoteModel

/// What hangs on a word of a statement.
struct Governed {
  /// No word.
  static let none: Int32 = -1

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
  var isPast = false
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

/// Gathers for each word what hangs on it.
struct GovernedReader {
  private static let nobodies = WordLists.stems(["nobody", "none", "nothing", "neither", "no-one"])
  static let possible = WordLists.stems(["may", "might", "perhaps", "maybe", "possibly"])
  static let only = WordLists.stems(["only", "just", "merely", "alone"])
  private static let alternatives = WordLists.stems(["or", "nor"])
  static let being = Set(
    ["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "got", "gets", "get"].map {
      FNV.hash32(Array($0.utf8))
    })
  private static let reasons = WordLists.stems(["for", "over", "about", "after", "by"])
  private static let without = WordLists.stems(["without"])
  static let conditions = WordLists.stems(["if", "unless", "whether"])
  static let demands = WordLists.stems(["should", "must", "ought", "need", "have", "shall"])
  static let ahead = WordLists.stems(["will", "'ll", "wo", "shall", "won't", "going", "would"])

  private let tags: [PartOfSpeech]
  private let tree: ClauseTree
  private var governed: [Governed]

  private init(_ tags: [PartOfSpeech], _ tree: ClauseTree) {
    (self.tags, self.tree) = (tags, tree)
    governed = Array(repeating: Governed(), count: tags.count)
  }

  /// What hangs on each word. O(words).
  static func read(_ words: [Vocabulary.Word], _ tags: [PartOfSpeech], _ tree: ClauseTree) -> [Governed] {
    var reader = GovernedReader(tags, tree)
    for at in words.indices where tree.heads[at] >= 0 {
      reader.take(at, words[at], under: Int(tree.heads[at]))
    }
    reader.settle()
    return reader.governed
  }

  private mutating func settle() {
    // `had promised` is no passive.
    for at in governed.indices where governed[at].passive >= 0 && !governed[at].isPassive {
      if governed[at].hasAuxiliary, governed[at].subject < 0 { governed[at].subject = governed[at].passive }
      if governed[at].hasAuxiliary { governed[at].passive = Governed.none }
    }
    // `We will not do it unless they pay`: who knows whether they do?
    for at in governed.indices where governed[at].isCondition && tree.roles[at] == .adverbialClause {
      let head = Int(tree.heads[at])
      if governed.indices.contains(head) { governed[head].isPossible = true }
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
    let tag = tags[child]
    if Self.nobodies.contains(word.hash) { governed[child].isNone = true }
    let row = Int32(child)
    switch tree.roles[child] {
    case .subject:
      if tag == .EX {
        governed[head].isExistential = true
      } else if governed[head].subject < 0 || tags[Int(governed[head].subject)] == .PRP {
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
      if tag == .VBD { governed[head].isPast = true }
      if Self.being.contains(word.form) { governed[head].isPassive = true }
      if Self.possible.contains(word.hash) { governed[head].isPossible = true }
      if Self.demands.contains(word.hash), tag == .MD { governed[head].isDemanded = true }
      if Self.ahead.contains(word.hash) { governed[head].isFuture = true }
      if MarksReader.negates(word) { governed[head].isDenied = true }
    case .copula:
      governed[head].isCopular = true
      if tag == .VBD { governed[head].isPast = true }
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
      if child > head, tags[head].isProperNoun { governed[head].nameEnd = row }
      if child < head, governed[head].qualifier < 0 { governed[head].qualifier = row }
    case .other: if tag == .EX { governed[head].isExistential = true }
    case .openComplement: if tag.isVerb { governed[head].hasComplement = true }
    case .adnominalClause: if tag == .VBN, !governed[child].hasAuxiliary { governed[head].isNarrowed = true }
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
    if tree.roles[child] == .determiner {
      governed[head].isNone = true
    } else {
      governed[head].isDenied.toggle()
    }
  }
}
