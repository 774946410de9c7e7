import QuoteModel

/// Takes a run of capitalised words apart: what narrows a name, titles, the name itself; and says what kind each is.
extension NameFinder {
  // MARK: Headlines and first words

  /// Names without the words of a headline, or of a sentence's beginning, that stand in capitals beside them: `Trump
  /// May`, `Debating Lund` where `Lund` is a surname of the article. O(names).
  func trimmed(_ names: [FoundName], _ sentences: [Sentence]) -> [FoundName] {
    var counts: [[String]: Int] = [:]
    for name in names { counts[name.words, default: 0] += 1 }
    var sentence = 0
    return names.map { name in
      while sentence + 1 < sentences.count, sentences[sentence].tokens.upperBound <= name.tokens.lowerBound {
        sentence += 1
      }
      let tokens = name.tokens
      guard name.words.count > 1, name.words.count == tokens.count, name.canonical == nil, name.title == nil,
        name.kind != .organisation, counts[name.words] == 1
      else { return name }
      let isHeadline = sentence == 0 || isInHeadline[tokens.lowerBound]
      guard isHeadline || tokens.lowerBound == sentences[sentence].tokens.lowerBound else { return name }
      guard let kept = kept(of: tokens, isHeadline: isHeadline), kept != tokens else { return name }
      return split(kept).last ?? name
    }
  }

  /// The first name and what is behind it, else the one surname.
  private func kept(of tokens: Range<Int>, isHeadline: Bool) -> Range<Int>? {
    if let first = tokens.dropLast().first(where: {
      // `George W. Lund`
      isFirstName($0) && surnames.contains(words.lower[$0 + 1]) && !words.endsInStop($0 + 1)
    }) {
      return isHeadline || first > tokens.lowerBound ? first..<first + 2 : nil
    }
    if isFirstName(tokens.lowerBound) { return nil }
    if isHeadline, let name = tokens.first(where: { surnames.contains(words.lower[$0]) }) {
      return name..<name + 1
    }
    let last = tokens.upperBound - 1
    return tokens.count == 2 && surnames.contains(words.lower[last]) ? last..<last + 1 : nil
  }

  /// `New Hampshire Ruiz`, of a place's and a known surname: the tokens of the place.
  private func placeBeforeSurname(_ run: Range<Int>) -> Range<Int>? {
    guard (2...4).contains(run.count), surnames.contains(words.lower[run.upperBound - 1]) else { return nil }
    let place = run.dropLast()
    let text = words.text(place).lowercased()
    let bare = text.hasSuffix("-area") ? String(text.dropLast(5)) : text
    guard let entry = gazetteer.names[bare], entry.kind == .place || entry.kind == .country,
      gazetteer.firstNames[bare] == nil
    else { return nil }
    return place
  }

  /// One run may hold an adjective, titles and a name: `Serbian President Aleksandar Vucic`.
  func split(_ run: Range<Int>) -> [FoundName] {
    if let known = known(run) { return [known] }
    if let bodies = tied(run) { return bodies }
    // `the Ruiz White House`
    if (3...Self.longestRun).contains(run.count),
      gazetteer.names[words.text(run.lowerBound).lowercased()] == nil,
      let body = known(run.dropFirst()), body.kind == .organisation
    {
      return [name(run.lowerBound..<run.lowerBound + 1, title: nil, gender: .unknown), body]
    }
    // `the Washington Post Ruiz`, where a sentence goes on
    if (3...Self.longestRun).contains(run.count), surnames.contains(words.lower[run.upperBound - 1]),
      let body = known(run.dropLast()),
      body.kind == .organisation
    {
      return [body, name(run.upperBound - 1..<run.upperBound, title: nil, gender: .unknown)]
    }
    // `super PAC Harbor Action`
    if run.count > 1, words.lower[run.lowerBound] == Self.pac, run.lowerBound > 0,
      words.lower[run.lowerBound - 1] == Self.superPAC
    {
      return split(run.dropFirst())
    }
    if let place = placeBeforeSurname(run) {
      return [known(place)].compactMap { $0 }
        + [name(place.upperBound..<run.upperBound, title: nil, gender: .unknown)]
    }
    var start = run.lowerBound
    var gender = Gazetteer.Gender.unknown
    var lead: [FoundName] = []
    var titled = false
    // `former secretary of State Ana Ruiz`
    if run.count > 1, words.lower[start] == Self.state, start > 1, words.form(start - 1) == TimeTerms.of,
      Self.stateOffices.contains(words.lower[start - 2])
    {
      start += 1
    }
    while start < run.upperBound {
      if let length = titleLength(start, run.upperBound) {
        let title = words.text(start..<start + length).lowercased()
        if let known = gazetteer.titles[title] ?? gazetteer.roles[title]?.gender, known != .unknown {
          gender = known
        }
        start += length
        titled = true
        continue
      }
      let word = words.text(start).lowercased()
      if !titled, let entry = gazetteer.names[word],
        entry.kind == .demonym || entry.kind == .country || entry.kind == .seat || entry.kind == .place,
        start + 1 < run.upperBound,
        titleLength(start + 1, run.upperBound) != nil && entry.kind != .place || entry.kind == .demonym
          || party(start + 1..<run.upperBound) != nil
      {
        if let name = known(start..<start + 1) { lead.append(name) }
        start += 1
        continue
      }
      break
    }
    // `Fox News Ana Ruiz`, `House Republican Ana Ruiz`: a known body or a party before a first name.
    if !titled,
      let first = (start..<run.upperBound).dropFirst().dropLast().first(where: {
        gazetteer.firstNames[words.text($0).lowercased()] != nil
      }), gazetteer.firstNames[words.text(start).lowercased()] == nil,
      let body = known(start..<first) ?? party(first - 1..<first)
    {
      return lead + [body] + split(first..<run.upperBound)
    }
    // `Harbor Board President Ana Ruiz`: who bears the office behind the body's name; behind `Republican` only where
    // the body is known.
    if let office = (start..<run.upperBound).dropFirst().dropLast().first(where: {
      leadsOffice($0, run.upperBound) && (!titled || known(start..<$0) != nil)
    }) {
      if words.lower[start] == Self.former, start + 1 < office { start += 1 }
      var body = known(start..<office) ?? name(start..<office, title: nil, gender: .unknown)
      if body.canonical == nil { body.kind = isStates(office, run.upperBound) ? .place : .organisation }
      return lead + [body] + split(office..<run.upperBound)
    }
    if !titled, let next = nextName(behind: start, run.upperBound) {
      return lead + [name(start..<start + 1, title: nil, gender: .unknown)] + split(next..<run.upperBound)
    }
    // `Director of Harbor Affairs Tom Lund`
    if !titled, run.upperBound - start <= Self.longestRun,
      let next = (start..<run.upperBound).dropFirst().dropLast().last(where: { isFirstName($0) }),
      isPlural(next - 1), !isFirstName(start)
    {
      return lead + split(next..<run.upperBound)
    }
    if !titled, let body = bodyBeforeOffice(start..<run.upperBound) { return lead + [body] }
    let title = titled && start > run.lowerBound ? run.lowerBound..<start : nil
    guard start < run.upperBound else { return lead }
    // `Mr. Washington` is no town.
    if !(titled && isHonorific(start - 1)), let known = known(start..<run.upperBound) {
      return lead + [known]
    }
    return lead + [name(start..<run.upperBound, title: titled ? title : nil, gender: gender)]
  }

  private static let state = WordHash.lowercased("state")
  private static let stateOffices = Form.set(
    "secretary secretaries minister ministers then-secretary ex-secretary")
  private static let former = WordHash.lowercased("former")
  func isBehindThe(_ at: Int) -> Bool { at > 0 && words.form(at - 1) == Self.the }
  private static let the = WordHash.lowercased("the")

  /// Offices that stand between a body's name and a person's.
  private static let offices = Form.set(
    "president minister secretary chair chairman chairwoman director governor mayor senator spokesman spokeswoman speaker ceo "
      + "commissioner leader whip judge justice ambassador coach professor editor editor-in-chief gov. sen. rep. gen. lt. "
      + "sgt. capt. mr. mrs. ms. dr."
  )

  /// Whether an office begins there: `Minister`, `Prime Minister`.
  private func leadsOffice(_ at: Int, _ end: Int) -> Bool {
    guard let length = titleLength(at, end), at + length < end else {
      return Self.offices.contains(words.lower[at])
    }
    return length > 1 || Self.offices.contains(words.lower[at])
  }

  private static let ofStates = [
    "prime minister", "foreign minister", "governor", "lieutenant governor", "premier", "gov.", "sen.",
    "rep.",
  ]

  /// Whether the office is one that only a state has.
  private func isStates(_ at: Int, _ end: Int) -> Bool {
    titleLength(at, end).map { Self.ofStates.contains(words.text(at..<at + $0).lowercased()) } ?? false
  }

  /// How many words of a title stand there. One that is a given name too is none before a single word, `Don Ruiz`, and a
  /// role's noun that is one only before another given name: `Guy Ruiz`, but `Marine Tom Ruiz`.
  func titleLength(_ at: Int, _ end: Int) -> Int? {
    for length in stride(from: min(4, end - at), through: 1, by: -1) {
      let text = words.text(at..<at + length).lowercased()
      let isGivenName = length == 1 && gazetteer.firstNames[text] != nil
      if gazetteer.titles[text] != nil { return isGivenName && end - at == 2 ? nil : length }
      if length == 1, let role = gazetteer.roles[text], !role.isPlural, at + 1 < end {
        let isBeforeGivenName = at + 2 < end && gazetteer.firstNames[words.text(at + 1).lowercased()] != nil
        return isGivenName && !isBeforeGivenName ? nil : 1
      }
    }
    return nil
  }

  private static let partyAdjectives = Form.set("republican democratic democrat libertarian tory")

  /// `Republican`, `Democratic`: a party's adjective, or a member's word.
  private func party(_ span: Range<Int>) -> FoundName? {
    guard span.count == 1, Self.partyAdjectives.contains(words.lower[span.lowerBound]),
      let name = gazetteer.partyWords[words.text(span)]
    else { return nil }
    return FoundName(
      tokens: span, words: [words.text(span)], kind: .organisation, gender: .unknown, canonical: name,
      isDemonym: true)
  }

  func known(_ span: Range<Int>) -> FoundName? {
    guard let entry = gazetteer.names[words.text(span).lowercased()] else { return party(span) }
    let kind: Actor.Kind =
      switch entry.kind {
      case .country, .demonym, .seat: .country
      case .organisation: .organisation
      case .place: .place
      }
    return FoundName(
      tokens: span, words: span.map { words.text($0) }, kind: kind, gender: .unknown, canonical: entry.name,
      isDemonym: entry.kind == .demonym)
  }

  /// The words of a name without its marks, its suffix and its nickname.
  private static func parts(
    _ span: Range<Int>, _ words: Words
  ) -> (words: [String], suffix: String?, nickname: String?) {
    var out: [String] = []
    var suffix: String?
    var nickname: String?
    for at in span where words.isWord(at) {
      if at > span.lowerBound, suffixes.contains(words.lower[at]) {
        suffix = words.text(at)
      } else if at > span.lowerBound, !words.isWord(at - 1), at + 1 < span.upperBound, !words.isWord(at + 1) {
        nickname = words.text(at)
      } else {
        out.append(withoutStop(words.text(at)))
      }
    }
    return (out, suffix, nickname)
  }

  /// An acronym without the full stop of its sentence, which `U.S.` and `Jan.` keep.
  private static func withoutStop(_ word: String) -> String {
    let letters = word.utf8.dropLast()
    guard word.utf8.last == UInt8(ascii: "."), letters.count > 2, letters.allSatisfy({ 0x41...0x5A ~= $0 })
    else {
      return word
    }
    return String(word.dropLast())
  }

  /// `NATO`, `S.E.C.`; two letters with stops are somebody's initials.
  private static func isAcronym(_ word: String) -> Bool {
    let letters = word.filter { $0 != "." }
    return letters.count > (letters.count == word.count ? 1 : 2) && letters.allSatisfy(\.isUppercase)
  }

  /// `Carson, Calif.,`
  private func isBeforeState(_ at: Int) -> Bool {
    guard at + 2 < words.count, words.form(at) == Form.comma else { return false }
    let text = words.text(at + 1)
    return gazetteer.states[text] != nil && text.hasSuffix(".")
      || words.form(at + 2) == Form.stop && gazetteer.states[text + "."] != nil
  }

  private static let peoples: Set<String> = [
    "catholics", "muslims", "christians", "hispanics", "latinos", "jews", "hindus", "buddhists", "mormons",
    "protestants",
    "evangelicals", "sunnis", "shiites", "kurds", "arabs", "hawks", "liberals", "moderates", "fans",
    "friends",
  ]

  /// `Vermont Democrats`, `African Americans`, `Muslims`: many people, and nobody's name.
  private func isPeople(_ text: [String], _ span: Range<Int>) -> Bool {
    let last = text[text.count - 1].lowercased()
    guard last.hasSuffix("s"), words.shapes[span.upperBound - 1] & 7 != Shape.upper else { return false }
    return Self.peoples.contains(last) || gazetteer.role(WordHash.lowercased(last))?.isPlural == true
      || text.count > 1 && gazetteer.names[last]?.kind == .demonym
  }

  /// Last words of what is nobody: `Ruiz World`.
  private static let nobodys: Set<String> = ["world", "land", "nation", "tower", "plaza", "cash"]

  func name(_ span: Range<Int>, title: Range<Int>?, gender: Gazetteer.Gender) -> FoundName {
    let parts = Self.parts(span, words)
    let text = parts.words.isEmpty ? span.map { words.text($0) } : parts.words
    let last = text[text.count - 1].lowercased()
    var kind = Actor.Kind.unknown
    var gender = gender
    if text.contains(where: { gazetteer.suffixes.contains($0.lowercased()) }) && title == nil
      || gazetteer.suffixes.contains(last) && text.count > 1
    {
      kind = .organisation
    } else if title != nil {
      kind = .person
    } else if let first = gazetteer.firstNames[text[0].lowercased()], text.count > 1 {
      kind = .person
      if gender == .unknown { gender = first }
    } else if (2...3).contains(text.count), !Self.nobodys.contains(last), !isBehindThe(span.lowerBound),
      !isNumbered(span.lowerBound),
      !text.contains(where: { $0.allSatisfy(\.isUppercase) && $0.count > 2 })
    {
      kind = .person
    } else if text.count == 1, Self.isAcronym(text[0]) {
      kind = .organisation
    }
    if title == nil, isBeforeState(span.upperBound) || text.count > 1 && Self.nobodys.contains(last) {
      kind = .place
    }
    if title == nil, kind != .organisation, isPeople(text, span) { (kind, gender) = (.group, .unknown) }
    // A lone word may be a surname: its gender counts where no fuller name is found.
    var loneGender = Gazetteer.Gender.unknown
    if gender == .unknown, let first = gazetteer.firstNames[text[0].lowercased()] {
      if text.count == 1 { loneGender = first } else { gender = first }
    }
    return FoundName(
      tokens: span, title: title, words: text, kind: kind, gender: gender,
      hasFirstName: text.count > 1 && gazetteer.firstNames[text[0].lowercased()] != nil,
      loneGender: loneGender, suffix: parts.suffix, nickname: parts.nickname)
  }
}
