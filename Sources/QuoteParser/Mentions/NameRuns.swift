import QuoteModel

/// Where one run of capitals holds more than one name, or a name and what is none.
extension NameFinder {
  /// Longer runs are no names, but shouting.
  static let longestRun = 12

  func isPlural(_ at: Int) -> Bool {
    (words.tags[at] == .NNPS || words.tags[at] == .NNS) && !surnames.contains(words.lower[at])
  }

  private static let kin = Form.set(
    "husband wife son daughter brother sister father mother grandson granddaughter nephew niece")

  /// Lone first names behind the name of somebody whose kin they are, with the surname: `Ruiz’s husband, [Tom]`. O(names).
  func withSurnames(_ names: [FoundName]) -> [FoundName] {
    var out = names
    for row in names.indices.dropFirst() {
      let (owner, name) = (names[row - 1], names[row])
      guard name.words.count == 1, name.canonical == nil, name.title == nil, owner.canonical == nil,
        owner.kind != .organisation, let surname = owner.words.last,
        let gender = gazetteer.firstNames[name.words[0].lowercased()],
        isKin(owner.tokens.upperBound..<name.tokens.lowerBound)
      else { continue }
      out[row].words.append(surname)
      (out[row].kind, out[row].gender, out[row].hasFirstName) = (.person, gender, true)
    }
    return out
  }

  /// `’s youngest son,`
  private func isKin(_ between: Range<Int>) -> Bool {
    var end = between.upperBound
    if end > between.lowerBound, words.form(end - 1) == Form.comma { end -= 1 }
    return (2...4).contains(end - between.lowerBound) && Self.kin.contains(words.lower[end - 1])
      && Form.possessive.contains(words.lower[between.lowerBound])
      && (between.lowerBound + 1..<end - 1).allSatisfy {
        words.tags[$0].isAdjective || words.tags[$0] == .HYPH
      }
  }

  static let pac = WordHash.lowercased("pac")
  static let superPAC = WordHash.lowercased("super")

  /// `Harbor Board-KBC News`: two bodies that a hyphen ties, of which the first is known; the other has its tokens behind it.
  func tied(_ run: Range<Int>) -> [FoundName]? {
    guard run.count <= Self.longestRun, let at = run.first(where: { words.shapes[$0] & Shape.hyphen != 0 })
    else { return nil }
    let halves = words.text(at).split(separator: "-", maxSplits: 1).map(String.init)
    guard halves.count == 2, halves[1].first?.isUppercase ?? false else { return nil }
    for start in run.lowerBound...at {
      let first = (start..<at).map { words.text($0) } + [halves[0]]
      guard let body = organisation(first, start..<at + 1) else { continue }
      let second = [halves[1]] + (at + 1..<run.upperBound).map { words.text($0) }
      let other = at + 1 < run.upperBound ? organisation(second, at + 1..<run.upperBound) : nil
      return [body] + [other].compactMap { $0 }
    }
    return nil
  }

  private func organisation(_ text: [String], _ tokens: Range<Int>) -> FoundName? {
    guard let entry = gazetteer.names[text.joined(separator: " ").lowercased()], entry.kind == .organisation
    else { return nil }
    return FoundName(
      tokens: tokens, words: text, kind: .organisation, gender: .unknown, canonical: entry.name)
  }

  private static let heads = Form.set(
    "ceo chairman chairwoman director governor gov. president secretary commissioner")

  /// `Harbor Works CEO`, with nobody's name behind it: the body whose office it is.
  func bodyBeforeOffice(_ run: Range<Int>) -> FoundName? {
    let last = run.upperBound - 1
    guard run.count > 1, Self.heads.contains(words.lower[last]),
      gazetteer.firstNames[words.text(run.lowerBound).lowercased()] == nil
    else { return nil }
    let span = run.lowerBound..<last
    var body = known(span) ?? name(span, title: nil, gender: .unknown)
    if body.canonical == nil, body.words.count > 1 || body.kind != .person { body.kind = .organisation }
    return body
  }

  /// `Ruiz Thinks Tom Lund` of a headline: where a full name begins behind a surname of the article and another word.
  func nextName(behind at: Int, _ end: Int) -> Int? {
    guard at + 3 < end, end - at <= Self.longestRun, surnames.contains(words.lower[at]), !isFirstName(at)
    else { return nil }
    return (at + 2..<end - 1).first { isFirstName($0) && !isFirstName($0 - 1) }
  }

  func isFirstName(_ at: Int) -> Bool { gazetteer.firstNames[words.text(at).lowercased()] != nil }
}
