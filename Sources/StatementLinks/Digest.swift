import QuoteModel

/// Folds the words of one article's quotations: term hashes, noun phrases, subjects.
struct Digest: ~Copyable {
  private let parsed: ParsedArticle
  private let isTagged: Bool
  /// Tokens whose capital tells nothing: the first of a sentence or behind an opening quotation mark.
  private let sentenceStarts: Set<Int>
  private let subjects: Subjects
  private var vocabulary: Vocabulary
  private let stances: StanceLists

  /// A digest of one article.
  init(_ parsed: ParsedArticle, subjects: Subjects, lists: WordLists, stances: StanceLists) {
    self.parsed = parsed
    self.subjects = subjects
    self.stances = stances
    isTagged = parsed.tokens.tags.count == parsed.tokens.count
    var starts = Set(parsed.sentences.map(\.tokens.lowerBound))
    for (token, tag) in parsed.tokens.tags.enumerated() where tag == .openQuote { starts.insert(token + 1) }
    sentenceStarts = starts
    vocabulary = Vocabulary(lists)
  }

  /// The terms of each quotation. O(words of the article).
  mutating func terms() -> [QuotationTerms] {
    var text = parsed.article.text
    var keys: [[NounPhrases.Found]] = []
    var terms: [Terms] = []
    var framings: [Framing] = []
    var claims: [[Claim]] = []
    var subjectsOf: [[UInt8]] = []
    text.withUTF8 { bytes in
      vocabulary.read(parsed.tokens.ranges, of: bytes)
      let reader = SubjectReader(subjects, words: subjectWords())
      var framing = FramingReader(parsed, stances)
      var clauses = ClaimReader(parsed, stances)
      for quotation in parsed.quotations {
        var own = Terms()
        var phrases = NounPhrases()
        for span in quotation.content { read(span, of: bytes, into: &phrases, &own) }
        // What was asked tells what the answer is about, but is not among the words said.
        var unused = Terms()
        if let asked = quotation.asked { read(asked, of: bytes, into: &phrases, &unused) }
        subjectsOf.append(reader.subjects(in: quotation.content + (quotation.asked.map { [$0] } ?? [])))
        keys.append(phrases.found)
        terms.append(own)
        let around = framing.read(quotation, of: bytes, vocabulary)
        framings.append(around)
        claims.append(clauses.read(quotation, around, vocabulary))
      }
    }
    let labels = commonLabels(of: keys, in: text)
    return keys.indices.map { row in
      let found = keys[row]
      var seen: Set<String> = []
      let phrases = found.compactMap { phrase -> QuotationTerms.Phrase? in
        guard seen.insert(phrase.key).inserted, let label = labels[phrase.key] else { return nil }
        return QuotationTerms.Phrase(key: phrase.key, label: label)
      }
      return QuotationTerms(
        phrases: phrases, terms: terms[row].hashes, subjects: subjectsOf[row], marks: terms[row].marks,
        claims: claims[row], framing: framings[row], wordings: terms[row].wordings.hashes)
    }
  }

  /// The article's words that mean something; names of persons, which may be words too, left out.
  private func subjectWords() -> [SubjectReader.Word] {
    guard !subjects.all.isEmpty else { return [] }
    var words: [SubjectReader.Word] = []
    words.reserveCapacity(parsed.tokens.count)
    var mention = 0
    for (token, range) in parsed.tokens.ranges.enumerated() {
      while mention < parsed.mentions.count, parsed.mentions[mention].range.end <= range.start {
        mention += 1
      }
      if mention < parsed.mentions.count, parsed.mentions[mention].range.start <= range.start,
        isPerson(parsed.mentions[mention])
      {
        continue
      }
      guard let word = vocabulary[token], word.isWord, !word.isStopword else { continue }
      words.append(SubjectReader.Word(stem: word.hash, form: word.form, start: Int32(range.start)))
    }
    return words
  }

  private func isPerson(_ mention: Mention) -> Bool {
    guard mention.kind == .name, let actor = mention.actor, parsed.actors.indices.contains(actor) else {
      return false
    }
    return parsed.actors[actor].kind == .person
  }

  /// The terms of a quotation and how each stands in its sentence.
  private struct Terms {
    var hashes: [UInt32] = []
    var marks: [TermMarks] = []
    var wordings = WordingHashes()
  }

  private mutating func read(
    _ span: TextRange, of bytes: UnsafeBufferPointer<UInt8>, into phrases: inout NounPhrases,
    _ terms: inout Terms
  ) {
    var reader = MarksReader()
    let tokens = parsed.tokens
    var token = tokens.ranges.partitionPoint { $0.start >= span.start }
    var mention = parsed.mentions.partitionPoint { $0.range.start >= span.start }
    // Behind the last token of a name that is no phrase: a person's, or one taken whole.
    var skipUntil = 0
    while token < tokens.count, tokens.ranges[token].end <= span.end {
      let range = tokens.ranges[token]
      let tag = isTagged ? tokens.tags[token] : .NN
      guard let word = vocabulary[token] else { break }
      reader.take(word, tag)
      terms.wordings.take(word, tag)
      if Self.means(tag), tag.isProperNoun || !word.isStopword, word.isWord || tag == .CD {
        terms.hashes.append(word.hash)
        terms.marks.append(reader.marks(word, tag))
      }
      while mention < parsed.mentions.count, parsed.mentions[mention].range.start < range.start {
        mention += 1
      }
      var isDemonym = false
      if mention < parsed.mentions.count, parsed.mentions[mention].range.start == range.start {
        isDemonym = parsed.mentions[mention].kind == .demonym
        skipUntil = max(skipUntil, take(parsed.mentions[mention], from: token, bytes, into: &phrases))
      }
      if isTagged, range.lower >= skipUntil {
        // `dredging` is what is spoken of, whether it takes an object or not.
        let isActivity = tag == .VBG && subjects.isTelling(form: word.form)
        phrases.add(
          word, range, isActivity ? .NN : tag, opensSentence: sentenceStarts.contains(token) && !isDemonym)
      }
      token += 1
    }
    phrases.endRun()
    terms.wordings.end()
  }

  /// Takes a name that the run of nouns would cut or should not hold; returns where its text ends, or 0.
  private mutating func take(
    _ mention: Mention, from first: Int, _ bytes: UnsafeBufferPointer<UInt8>, into phrases: inout NounPhrases
  ) -> Int {
    guard isTagged, mention.kind == .name, let actor = mention.actor, parsed.actors.indices.contains(actor)
    else { return 0 }
    if parsed.actors[actor].kind == .person {
      // People are topics as actors; what stands right before the name is a title.
      phrases.dropRun()
      return mention.range.upper
    }
    var last = first
    while last < parsed.tokens.count, parsed.tokens.ranges[last].end <= mention.range.end { last += 1 }
    let tags = parsed.tokens.tags[first..<last]
    guard (2...NounPhrases.longest + 2).contains(tags.count), tags.first?.isProperNoun == true,
      tags.contains(where: { $0 == .IN || $0 == .CC })
    else { return 0 }
    var words: [Vocabulary.Word] = []
    for range in parsed.tokens.ranges[first..<last] where range.upper <= bytes.count {
      words.append(vocabulary.word(bytes[range.lower..<range.upper]))
    }
    phrases.addName(words, mention.range)
    return mention.range.upper
  }

  private static func means(_ tag: PartOfSpeech) -> Bool {
    tag.isNoun || tag.isVerb || tag.isAdjective || tag == .CD || tag == .FW || tag == .ADD
  }

  /// The wording each phrase has most often in this article; the first of those as frequent.
  private func commonLabels(of quotations: [[NounPhrases.Found]], in text: String) -> [String: String] {
    var counts: [String: [(label: String, count: Int)]] = [:]
    for found in quotations.joined() {
      let label = Self.label(found, in: text)
      if let row = counts[found.key]?.firstIndex(where: { $0.label == label }) {
        counts[found.key]?[row].count += 1
      } else {
        counts[found.key, default: []].append((label, 1))
      }
    }
    return counts.mapValues { forms in
      forms.dropFirst().reduce(forms[0]) { $1.count > $0.count ? $1 : $0 }.label
    }
  }

  /// The words as printed, a capital that only begins the sentence made small, line breaks made spaces.
  private static func label(_ found: NounPhrases.Found, in text: String) -> String {
    let words = text[found.range].split(whereSeparator: \.isWhitespace)
    guard found.hasSentenceCapital, let first = words.first, first.dropFirst().allSatisfy(\.isLowercase)
    else {
      return words.joined(separator: " ")
    }
    return ([first.lowercased()] + words.dropFirst().map(String.init)).joined(separator: " ")
  }
}
