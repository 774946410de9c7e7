import QuoteModel

/// Finds the noun phrases in a run of tokens: adjectives and nouns that end in a noun, and what is left of
/// them from each word on, so that `military drones` is also found as `drones`.
struct NounPhrases {
  /// How many words a phrase may have; names may have two more.
  static let longest = 4

  /// One phrase found.
  struct Found {
    /// Stems joined by spaces.
    var key: String
    /// Where it stands.
    var range: TextRange
    /// Whether its first word is a common one whose capital only begins the sentence.
    var hasSentenceCapital: Bool
  }

  /// A token that may be part of a phrase.
  private struct Part {
    var word: Vocabulary.Word
    var range: TextRange
    var tag: PartOfSpeech
    var opensSentence: Bool
    var isWeak: Bool { word.isStopword && !tag.isProperNoun || word.isTopicStopword }
  }

  private var run: [Part] = []
  /// What has been found so far, in text order.
  private(set) var found: [Found] = []

  /// Takes the next token; whatever cannot be part of a phrase ends the run.
  mutating func add(
    _ word: Vocabulary.Word, _ range: TextRange, _ tag: PartOfSpeech, opensSentence: Bool
  ) {
    if tag == .HYPH, !run.isEmpty { return }
    guard tag.isNoun || tag == .JJ, word.isWord, !word.isCalendar else { return endRun() }
    // `the channel last winter`: an adjective behind a common noun begins another phrase.
    if tag == .JJ, let last = run.last?.tag, last.isNoun, !last.isProperNoun { endRun() }
    run.append(Part(word: word, range: range, tag: tag, opensSentence: opensSentence))
  }

  /// Takes a name of several words that holds more than nouns: `Bosnia and Herzegovina`.
  mutating func addName(_ words: [Vocabulary.Word], _ range: TextRange) {
    endRun()
    found.append(
      Found(key: words.map(\.stem).joined(separator: " "), range: range, hasSentenceCapital: false))
  }

  /// Drops the run: it was the title before somebody's name.
  mutating func dropRun() { run.removeAll(keepingCapacity: true) }

  /// Ends a run and takes its phrases.
  mutating func endRun() {
    defer { run.removeAll(keepingCapacity: true) }
    while let last = run.last, !last.tag.isNoun { run.removeLast() }
    guard let head = run.last else { return }
    // No phrase begins further back, however long a list of nouns is.
    for start in max(0, run.count - Self.longest - 2)..<run.count {
      let first = run[start]
      let insideName = start > 0 && first.tag.isProperNoun && run[start - 1].tag.isProperNoun
      let count = run.count - start
      let isName = run[start...].allSatisfy(\.tag.isProperNoun)
      guard !insideName, !first.isWeak, count <= (isName ? Self.longest + 2 : Self.longest) else { continue }
      // `recent weeks`, `great people`: a weak head needs a noun before it to mean anything.
      if head.isWeak, count > 1, !run[start..<(run.count - 1)].contains(where: \.tag.isNoun) { continue }
      found.append(
        Found(
          key: run[start...].map(\.word.stem).joined(separator: " "),
          range: TextRange(first.range.lower, head.range.upper),
          hasSentenceCapital: first.opensSentence && !first.tag.isProperNoun))
    }
  }
}
