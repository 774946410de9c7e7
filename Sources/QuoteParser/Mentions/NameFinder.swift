import QuoteModel

/// A name as it stands in the text, its titles and roles apart.
struct FoundName {
  /// The tokens of the name itself.
  var tokens: Range<Int>
  /// Tokens of the titles and roles before it: `Turkish President`.
  var title: Range<Int>?
  /// The words of the name.
  var words: [String]
  var kind: Actor.Kind
  var gender: Gazetteer.Gender
  /// Whether it begins with a known first name, and goes on.
  var hasFirstName = false
  /// The gender of a lone first name.
  var loneGender = Gazetteer.Gender.unknown
  /// What a word list calls it, where one knows it.
  var canonical: String?
  /// `Jr.`, `III`.
  var suffix: String?
  /// `Ted` of `Edward "Ted" Lee`.
  var nickname: String?
  var isDemonym = false
}

/// Finds names: runs of capitalised words, small words between them where names hold such (`Department of
/// State`, `Ludwig van Beethoven`), titles before them split off. O(tokens).
struct NameFinder {
  private static let connectors = Form.set(
    "of de la del della van von der den bin bint al el da di dos du le ibn y & and for the")
  private static let nameParticles = Form.set(
    "de la del della van von der den bin bint al el da di dos du le ibn y")
  let words: Words
  let gazetteer: Gazetteer
  /// Words that stand in capitals inside sentences too, as proper nouns.
  private let recurring: Set<UInt32>
  /// Words that stand behind a known first name.
  let surnames: Set<UInt32>
  /// For each token: whether its sentence is a headline in title case, where a capital tells nothing.
  let isInHeadline: [Bool]

  init(words: Words, gazetteer: Gazetteer, sentences: [Sentence]) {
    self.words = words
    self.gazetteer = gazetteer
    var recurring: Set<UInt32> = []
    var isInHeadline = [Bool](repeating: false, count: words.count)
    for sentence in sentences {
      if Self.isHeadline(words, sentence.tokens, isFirst: sentence.tokens.lowerBound == 0) {
        for at in sentence.tokens { isInHeadline[at] = true }
        continue
      }
      for at in sentence.tokens.dropFirst()
      where words.shapes[at] & 7 == Shape.capital && words.tags[at].isProperNoun && words.isWord(at - 1) {
        recurring.insert(words.lower[at])
      }
    }
    self.recurring = recurring
    var surnames: Set<UInt32> = []
    for at in 0..<max(0, words.count - 1)
    where Form.titles.contains(words.lower[at]) && words.shapes[at + 1] & 7 == Shape.capital
      && words.tags[at + 1].isProperNoun && recurring.contains(words.lower[at + 1])
    { surnames.insert(words.lower[at + 1]) }
    for at in 0..<max(0, words.count - 1)
    where words.shapes[at] & 7 == Shape.capital && words.shapes[at + 1] & 7 == Shape.capital
      && recurring.contains(words.lower[at + 1]) && gazetteer.firstNames[words.text(at).lowercased()] != nil
    { surnames.insert(words.lower[at + 1]) }
    self.surnames = surnames
    // Where nothing recurs there is no body to ask.
    self.isInHeadline = recurring.isEmpty ? [Bool](repeating: false, count: words.count) : isInHeadline
  }

  /// Small words that only a headline writes in capitals behind its first word, and that no name holds.
  private static let small = Form.set(
    "a an the of on in to for with and but at by from as that is are was were be did does has have had he she it his "
      + "her their they we you your who not just after before over about than says said")

  private static let closing = Form.set("\" ” '' ’ ' ) ]")

  /// Whether most words of a sentence are in capitals, and more than a name has; short words do not count. Where a
  /// full stop ends it, all must be, and it is no list, or small words must be in capitals too.
  private static func isHeadline(_ words: Words, _ sentence: Range<Int>, isFirst: Bool) -> Bool {
    var (capitals, long, all, inCapitals, inSmall) = (0, 0, 0, 0, 0)
    for at in sentence where words.isWord(at) && !Form.possessive.contains(words.lower[at]) {
      let isCapital = words.isCapital(at)
      all += 1
      if isCapital {
        inCapitals += 1
        if all > 1, small.contains(words.lower[at]) { inSmall += 1 }
      }
      guard words.count(at) > 3 else { continue }
      long += 1
      if isCapital { capitals += 1 }
    }
    let isMostly = capitals * 4 >= long * 3
    guard let last = sentence.last(where: { !closing.contains(words.lower[$0]) }),
      words.form(last) == Form.stop
    else { return capitals > 3 && isMostly }
    if capitals > 2, isMostly, inSmall > 0, inSmall * 8 >= all { return true }
    return capitals > 4 && inCapitals == all
      && (isFirst || !sentence.contains { words.form($0) == Form.comma })
  }

  /// Offices as headlines write them: `GOP Rep Ruiz`.
  private static let shortTitles = Form.titles.union(Form.set("rep sen gov"))

  /// Whether a word is a name's by more than its capital.
  private func isKnown(_ at: Int) -> Bool {
    if recurring.contains(words.lower[at]) || Self.shortTitles.contains(words.lower[at]) { return true }
    let text = words.text(at).lowercased()
    return gazetteer.names[text] != nil || gazetteer.firstNames[text] != nil
  }

  /// Every name of the article, in text order.
  func names(_ sentences: [Sentence]) -> [FoundName] {
    var out: [FoundName] = []
    for sentence in sentences {
      var at = sentence.tokens.lowerBound
      while at < sentence.tokens.upperBound {
        guard startsName(at, sentence.tokens) else {
          at += 1
          continue
        }
        let end = withKind(withoutDay(at..<runEnd(at, sentence.tokens)), sentence.tokens)
        if isDateBefore(at..<end) {
          at += 1
          continue
        }
        if !isDate(at..<end), !isCut(at..<end, sentence.tokens) { out += split(at..<end) }
        at = end
      }
    }
    return withSurnames(trimmed(out, sentences))
  }

  /// `RYAN` of `RYAN LOCHTE IN HOT WATER`: a known word that a headline's capitals go on behind.
  private func isCut(_ run: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = run.upperBound
    return run.count == 1 && isInHeadline[run.lowerBound] && words.shapes[run.lowerBound] & 7 == Shape.upper
      && next < sentence.upperBound && words.shapes[next] & 7 == Shape.upper && words.tags[next].isProperNoun
  }

  private static let days = Form.set("monday tuesday wednesday thursday friday saturday sunday")

  /// The end of a run without the weekday that stands behind the name: `said Ruiz Friday`.
  private func withoutDay(_ run: Range<Int>) -> Int {
    run.count > 1 && Self.days.contains(words.lower[run.upperBound - 1]) ? run.upperBound - 1 : run.upperBound
  }

  private static let newspaper = WordHash.lowercased("newspaper")

  /// The end of a run with a small word that tells which of several it names: `the Times newspaper` is no paper of New York.
  private func withKind(_ end: Int, _ sentence: Range<Int>) -> Int {
    guard end < sentence.upperBound, words.lower[end] == Self.newspaper,
      gazetteer.names[words.text(end - 1..<end + 1).lowercased()] != nil
    else { return end }
    return end + 1
  }

  /// Words that lead a sentence and its subject, in a capital for that alone: `Neither Ruiz`, `Unlike Ruiz`.
  private static let leads = Form.set(
    "neither unlike despite certainly maybe perhaps even only more most better using like given whether because although "
      + "though once either both former longtime absent following citing regarding besides including until since if yes no did does"
  )

  /// What is called by a number: the `13th Amendment`.
  private static let numbered = Form.set(
    "amendment circuit congress district precinct ward battalion brigade division regiment infantry airborne fleet"
  )

  /// Whether a number leads a name there: `9th Circuit`.
  func isNumbered(_ at: Int) -> Bool {
    at + 1 < words.count && ByteKind.isDigit(words.bytes[words.ranges[at].lower]) && words.isCapital(at + 1)
      && Self.numbered.contains(words.lower[at + 1]) && Self.ordinals.contains(words.suffix(at, 2))
  }
  private static let ordinals = Set(["st", "nd", "rd", "th"].map { WordHash.lowercased($0) })

  private static let said = WordHash.lowercased("said")

  private func startsName(_ at: Int, _ sentence: Range<Int>) -> Bool {
    if at + 1 < sentence.upperBound, isNumbered(at) { return true }
    // `Said Ruiz: …`, where Ruiz is a surname of the article
    if at == sentence.lowerBound, words.lower[at] == Self.said, at + 1 < sentence.upperBound,
      surnames.contains(words.lower[at + 1]) || gazetteer.firstNames[words.text(at + 1).lowercased()] != nil
    {
      return false
    }
    guard
      words.isCapital(at)
        || words.shapes[at] & 7 == Shape.mixed && ByteKind.isUpper(words.bytes[words.ranges[at].lower])
    else { return false }
    if isInHeadline[at], !isKnown(at) { return false }
    if isHonorific(at), at + 1 < sentence.upperBound, continuesName(at + 1) { return true }
    if words.isSpecialI(at) || Self.suffixes.contains(words.lower[at])
      || Form.starters.contains(words.lower[at])
    {
      return false
    }
    if at == sentence.lowerBound || !words.isWord(at - 1), Self.leads.contains(words.lower[at]) {
      return false
    }
    if isCompoundAdjective(at) || isFormerOffice(at) || Self.indefinites.contains(words.lower[at]) {
      return false
    }
    if words.tags[at].isProperNoun { return true }
    if gazetteer.names[words.text(at).lowercased()] != nil { return true }
    // `Governor Tomas Lund said`
    if at == sentence.lowerBound, at + 1 < sentence.upperBound, words.tags[at + 1].isProperNoun,
      continuesName(at + 1), titleLength(at, sentence.upperBound) != nil
    {
      return true
    }
    // The first word of a sentence is in capitals anyway: believe the tagger, or a known first name.
    if at == sentence.lowerBound || at == sentence.lowerBound + 1 && !words.isWord(at - 1) {
      let isFirstName = gazetteer.firstNames[words.text(at).lowercased()] != nil
      return isFirstName && (words.tags[at].isNoun || leadsFinite(at + 1))
        || recurring.contains(words.lower[at]) || leadsLikeName(at)
    }
    return words.tags[at].isNoun || words.tags[at].isAdjective
  }

  /// Whether the first word of a sentence is used as a name is: with a verb, `'s`, or another name behind it,
  /// and no word that stands there without an article.
  private func leadsLikeName(_ at: Int) -> Bool {
    guard at + 1 < words.count, words.shapes[at] & 7 == Shape.capital, words.count(at) > 2 else {
      return false
    }
    let tag = words.tags[at]
    guard tag.isNoun || tag.isAdjective || tag == .FW || tag == .VB || tag == .UH || tag == .VBG
    else { return false }
    let text = words.text(at).lowercased()
    if gazetteer.roles[text] != nil || gazetteer.groups.contains(text) || gazetteer.isCommon(text) {
      return false
    }
    if gazetteer.names[text] != nil || gazetteer.titles[text] != nil { return false }
    if words.tags[at + 1].isProperNoun, continuesName(at + 1) { return true }
    if words.tags[at + 1].isNoun, words.shapes[at + 1] & 7 == Shape.capital, !isInHeadline[at] { return true }
    if Self.abstract.contains(where: { text.hasSuffix($0) }) { return false }
    let next = words.tags[at + 1]
    // A plural with a singular verb is a surname: `Rogers has`.
    if tag == .NNS || tag == .NNPS {
      return next == .VBZ || Self.singularVerbs.contains(words.lower[at + 1])
    }
    if next == .VBD || next == .VBZ || next == .MD || Form.possessive.contains(words.lower[at + 1]) {
      return true
    }
    return words.form(at + 1) == Form.and && at + 2 < words.count && words.isCapital(at + 2)
  }

  private static let indefinites = Form.set(
    "nobody everyone everybody anyone anybody someone somebody none nothing everything")

  /// `Madrid-based`, `Turkish-led`.
  private func isCompoundAdjective(_ at: Int) -> Bool {
    guard words.shapes[at] & Shape.hyphen != 0 else { return false }
    let range = words.ranges[at]
    guard let hyphen = (range.lower..<range.upper).last(where: { words.bytes[$0] == 0x2D }) else {
      return false
    }
    return hyphen + 3 < range.upper && ByteKind.isLower(words.bytes[hyphen + 1])
      && (words.tags[at].isAdjective || words.tags[at] == .VBN || words.suffix(at, 2) == Self.ed)
  }
  private static let ed = WordHash.lowercased("ed")

  /// `Then-President`, `Ex-Secretary`.
  private func isFormerOffice(_ at: Int) -> Bool {
    guard words.shapes[at] & Shape.hyphen != 0 else { return false }
    let text = words.text(at).lowercased()
    return text.hasPrefix("then-") || text.hasPrefix("ex-")
  }

  private func leadsFinite(_ at: Int) -> Bool {
    at < words.count && (words.tags[at] == .VBD || words.tags[at] == .VBZ || words.tags[at] == .MD)
  }

  private static let singularVerbs = Form.set("has was is does says")
  private static let honorifics = Form.set("mr mr. mrs mrs. ms ms. dr dr. sir lady lord")
  func isHonorific(_ at: Int) -> Bool { Self.honorifics.contains(words.lower[at]) }

  private static let abstract = [
    "tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ing", "body", "thing", "ology",
    "ware",
  ]
  private static let dates = Form.set(
    "january february march april may june july august september october november december monday tuesday wednesday "
      + "thursday friday saturday sunday jan. feb. mar. apr. aug. sept. oct. nov. dec.")
  private static let datePrepositions = Form.set("in on since until of by last next this during from")

  /// `last [October] Ana Ruiz said`: a date and, behind it, a person.
  private func isDateBefore(_ run: Range<Int>) -> Bool {
    guard run.count > 1, run.lowerBound > 0, Self.dates.contains(words.lower[run.lowerBound]),
      Self.datePrepositions.contains(words.lower[run.lowerBound - 1])
    else { return false }
    return gazetteer.firstNames.keys.contains(words.text(run.lowerBound + 1).lowercased())
  }

  /// Months and weekdays: `on Monday`, `May 4`. `April` alone, with no such word before it, may be somebody.
  private func isDate(_ run: Range<Int>) -> Bool {
    guard run.count <= 2, run.allSatisfy({ Self.dates.contains(words.lower[$0]) }) else { return false }
    if !gazetteer.firstNames.keys.contains(words.text(run.lowerBound).lowercased()) { return true }
    if run.lowerBound > 0, Self.datePrepositions.contains(words.lower[run.lowerBound - 1]) { return true }
    // `a June poll`
    if run.lowerBound > 0, run.upperBound < words.count, words.tags[run.lowerBound - 1] == .DT,
      words.isLowercase(run.upperBound), words.tags[run.upperBound].isNoun
    {
      return true
    }
    return run.upperBound < words.count && words.tags[run.upperBound] == .CD
  }

  /// `Ana Ruiz:`, `Ana Ruiz's`: a word of a headline behind a first name, where the name ends.
  private func endsFullName(_ at: Int) -> Bool {
    guard at > 0, at + 1 < words.count, isFirstName(at - 1),
      at < 2 || !words.isCapital(at - 2) || !isFirstName(at - 2)
    else { return false }
    let next = words.form(at + 1)
    return next == Form.colon || next == Form.comma || Form.possessive.contains(words.lower[at + 1])
      || leadsFinite(at + 1)
  }

  private func continuesName(_ at: Int) -> Bool {
    if isInHeadline[at], !isKnown(at) && !endsFullName(at) || Self.small.contains(words.lower[at]) {
      return false
    }
    if Self.small.contains(words.lower[at]), words.shapes[at] & 7 == Shape.capital,
      !words.tags[at].isProperNoun
    {
      return false
    }
    return (words.isCapital(at) || words.shapes[at] & 7 == Shape.mixed) && !words.isSpecialI(at)
      && ByteKind.isUpper(words.bytes[words.ranges[at].lower])
      || words.bytes[words.ranges[at].lower] >= 0xC3 && words.isCapital(at)
  }

  private func runEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var at = start + 1
    while at < sentence.upperBound {
      if let end = nicknameEnd(at, sentence) ?? suffixEnd(at, sentence) {
        at = end
        continue
      }
      if continuesName(at), words.form(at - 1) != Form.stop { at += 1; continue }
      if Self.connectors.contains(words.lower[at]), at + 1 < sentence.upperBound, continuesName(at + 1),
        joins(at, start: start)
      {
        at += 2
        continue
      }
      break
    }
    return at
  }

  static let suffixes = Form.set("jr. jr sr. sr ii iii iv")
  private static let quotes = Form.set("\" “ ” `` '' ‘ ’ '")

  /// `Baker, Jr.`: the end behind the comma and the suffix.
  private func suffixEnd(_ at: Int, _ sentence: Range<Int>) -> Int? {
    guard words.form(at) == Form.comma, at + 1 < sentence.upperBound,
      Self.suffixes.contains(words.lower[at + 1])
    else { return nil }
    return at + 2
  }

  /// `Edward "Ted" Lee`: the end behind a nickname between quotation marks or brackets, where the name goes on.
  private func nicknameEnd(_ at: Int, _ sentence: Range<Int>) -> Int? {
    guard at + 3 < sentence.upperBound, isNicknameMark(at), continuesName(at + 1), isNicknameMark(at + 2),
      continuesName(at + 3), words.lower[at + 1] != words.lower[at + 3]
    else { return nil }
    return at + 3
  }

  private func isNicknameMark(_ at: Int) -> Bool {
    Self.quotes.contains(words.lower[at]) || words.form(at) == Form.openBracket
      || words.form(at) == Form.closeBracket
  }

  /// Whether a small word belongs to the name: always a particle, `of`, `for` and `and` behind an
  /// organisation's word only.
  private func joins(_ at: Int, start: Int) -> Bool {
    if Self.nameParticles.contains(words.lower[at]) { return true }
    let before = words.text(at - 1).lowercased()
    // `the Bill of Rights` is nobody called Bill.
    if words.text(at) == "of", at == start + 1, isBehindThe(start), gazetteer.firstNames[before] != nil {
      return true
    }
    // `Secretary of State John Lee`, `Minister of State`
    if words.text(at) == "of",
      (max(start, at - 3)..<at).contains(where: {
        gazetteer.titles[words.text($0..<at + 2).lowercased()] != nil
      })
    {
      return true
    }
    if words.text(at) == "of" || words.text(at) == "for" {
      return gazetteer.suffixes.contains(before)
        || gazetteer.names[words.text(start..<at + 2).lowercased()] != nil
    }
    return words.text(at) == "and" && gazetteer.names[words.text(start..<at + 2).lowercased()] != nil
  }
}
