import Glibc
import QuoteModel

/// Says which phrases may be topics, and how much one tells of a quotation.
///
/// Out go: names of speakers' kind (persons, nationalities, who published the article), nouns that say too little
/// alone, phrases of such nouns that stand together no oftener than chance has it, and what is on everybody's
/// lips in English news.
struct PhraseJudge {
  private let index: LinkIndex
  private let lists: WordLists
  private let background: Background
  private let subjects: Subjects
  /// In how many quotations each stem occurs.
  private var counts: [UInt32: Int32] = [:]
  /// Stems of the words in persons' names, and of what publishes the articles.
  private var nameWords: Set<UInt32> = []

  /// Words of the corpus have to be counted before phrases can be judged. O(terms).
  init(_ index: LinkIndex, _ subjects: Subjects, lists: WordLists, background: Background) {
    self.index = index
    self.lists = lists
    self.background = background
    self.subjects = subjects
    for quotation in 0..<index.count {
      for term in Set(index.terms[quotation]) { counts[term, default: 0] += 1 }
    }
    var vocabulary = Vocabulary(lists)
    for actor in index.actors where actor.kind == .person {
      for name in [actor.name] + actor.aliases where Actor.isName(name) {
        for part in name.utf8.split(separator: 0x20) { nameWords.insert(vocabulary.word(part).hash) }
      }
    }
  }

  /// Hashes of the stems of a phrase.
  private func stems(_ row: Int) -> [UInt32] {
    index.phrases.keys[row].utf8.split(separator: 0x20).map { FNV.hash32($0) }
  }

  /// Whether a phrase of `quotations` quotations may be a topic; `head` is in how many the phrase without its
  /// first word is. O(words).
  func allows(_ row: Int, quotations: Int, head: Int) -> Bool {
    let stems = stems(row)
    let key = index.phrases.keys[row]
    guard let first = stems.first, let last = stems.last, !index.publishers.contains(key),
      !lists.roles.contains(Folding.fold(index.phrases.labels[row])),
      !subjects.isLabel(index.phrases.labels[row])
    else { return false }
    let isName = index.phrases.isName(row)
    // `I-Vt.`: letters that stand for a name, as initials and parties do.
    if isName, key.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }).contains(where: { $0.count < 2 })
    {
      return false
    }
    if index.phrases.endsInName(row), !isName || nameWords.contains(last) { return false }
    if stems.count == 1 {
      if isName, lists.peoples.contains(first) { return false }
      if lists.topicStopwords.contains(first) { return false }
      let share = background.share(first)
      // What this collection says far oftener than others is what it is about, however plain.
      if quotations >= 3, Double(quotations) >= 1.4 * Double(index.count) * (share + 0.01) { return true }
      if lists.plainNouns.contains(first) { return false }
      return share < (subjects.isTelling(stem: first) ? Self.everywhere : Self.common)
    }
    if lists.plainNouns.contains(FNV.hash32(key.utf8)) || isNamedRole(row) { return false }
    // A name's words need not mean anything.
    if isName, index.phrases.isAllName(row) { return true }
    let isPlain = stems.allSatisfy(isPlain)
    guard index.count >= Self.enough else { return !isPlain }
    let chance = Double(counts[first] ?? 1) * Double(max(1, head)) / Double(index.count)
    return Double(quotations) >= chance * (isPlain ? 12 : 2.5)
  }

  /// Whether a phrase may be a topic although it is said but once: several words, or one that news hardly uses.
  func standsAlone(_ row: Int) -> Bool {
    index.phrases.words[row] > 1 || stems(row).allSatisfy { background.share($0) < 0.004 }
  }

  /// Whether a phrase is a role with a name before it: `Vermont senator`.
  private func isNamedRole(_ row: Int) -> Bool {
    let words = index.phrases.labels[row].split(separator: " ")
    guard let last = words.last, lists.roles.contains(Folding.fold(last)) else { return false }
    return words.dropLast().allSatisfy { $0.first?.isUppercase ?? false }
  }

  /// Whether a word says too little by itself.
  private func isPlain(_ stem: UInt32) -> Bool {
    lists.plainNouns.contains(stem) || lists.topicStopwords.contains(stem) || lists.peoples.contains(stem)
      || background.share(stem) >= Self.common
  }

  /// Whether an actor may be a topic: not where its name is a word that this corpus also writes small (`Debate`),
  /// which is a name in headlines alone. O(name).
  func allows(_ actor: Actor) -> Bool {
    guard actor.kind != .country, actor.kind != .place else { return true }
    var vocabulary = Vocabulary(lists)
    let key = vocabulary.key(of: actor.name)
    if lists.plainNouns.contains(FNV.hash32(key.utf8)) { return false }
    guard actor.kind != .person, !actor.name.contains(" ") else { return true }
    let word = vocabulary.word(actor.name.utf8)
    if word.isTopicStopword || word.isStopword { return false }
    return index.phrases.row(of: word.stem).map { index.phrases.isName($0) } ?? true
  }

  /// How much a phrase tells of a quotation: rare here and in the background, long and named is more.
  func strength(_ row: Int, quotations: Int) -> Double {
    let length = 1 + 0.8 * Double(min(index.phrases.words[row], 3) - 1)
    let rarest = stems(row).map(background.share).min() ?? 0
    let keyness = 0.25 + 0.75 * log2(1 / (rarest + 1.0 / 256)) / 8
    return TopicPhrases.rarity(quotations, of: index.count) * length * keyness
      * (index.phrases.isName(row) ? 1.3 : 1)
  }

  /// In this share of the background's documents a noun is too common to be a topic,
  private static let common = 0.12
  /// even where it tells of a subject: `government`.
  private static let everywhere = 0.25
  /// From so many quotations on, words are counted often enough to tell chance from more.
  private static let enough = 400
}
