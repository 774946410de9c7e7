import QuoteModel

/// Several who speak as one source: `Ruiz, Lee and former mayor Ann Holm`, `neither Ruiz nor Lee`, `Ruiz and her aides`, `the
/// Ruiz campaign and the Harbor Board`.
extension Coreference {
  private static let joints = Form.set("and or nor &")
  private static let or = WordHash.lowercased("or")
  private static let asWell = ["as", "well", "as"].map { WordHash.lowercased($0) }
  /// Words of titles before a name of a row.
  private static let longestTitle = 8

  /// Of the names of a source, those that stand in one row with the first, it among them. O(tokens + names).
  func row(of names: [Placed], in source: Range<Int>) -> [Placed] {
    guard let first = names.first else { return [] }
    var out = [first]
    // Behind commas, until `and` closes the row.
    var listed: [Placed] = []
    for name in names.dropFirst() where !isAside(name, in: source) {
      let before = listed.last ?? out[out.count - 1]
      guard let isClosed = isJoined(before.tokens.upperBound, name) else { break }
      // `Ruiz, Lund and other Democrats`
      if !isSomeOf(name, before.tokens.upperBound + 1..<name.tokens.upperBound) { listed.append(name) }
      if isClosed {
        out += listed
        listed = []
      }
    }
    return out
  }

  /// `Ruiz of Ohio`, `aides to Ruiz`, `Ruiz (D-Ohio)`
  private func isAside(_ name: Placed, in source: Range<Int>) -> Bool {
    var before = name.tokens.lowerBound - 1
    guard before > source.lowerBound else { return false }
    let bracket = (source.lowerBound...before).last {
      words.form($0) == Form.openBracket || words.form($0) == Form.closeBracket
    }
    if let bracket, words.form(bracket) == Form.openBracket { return true }
    if before > source.lowerBound, words.tags[before] == .DT { before -= 1 }
    return before > source.lowerBound && words.tags[before] == .IN && words.lower[before] != Self.asWell[0]
  }

  /// Whether what stands between two names ties them: true by a word that closes a row, false by a comma.
  private func isJoined(_ start: Int, _ name: Placed) -> Bool? {
    let end = name.tokens.lowerBound
    if start == end, isTied(name) { return true }
    var at = behindName(start, before: end)
    guard at < end else { return nil }
    // `a KBC/Globe poll`, but not `KBC/Rock`
    if words.form(at) == Form.slash {
      return at + 1 == end && (isListed(name) || isPerson(name)) ? true : nil
    }
    let hasComma = words.form(at) == Form.comma
    if hasComma { at += 1 }
    let joint = jointEnd(at, before: end)
    // `the Harbor Board, or HB`
    if hasComma, joint != nil, words.lower[at] == Self.or { return nil }
    if let joint { at = joint }
    guard hasComma || joint != nil, end - at <= Self.longestTitle else { return nil }
    if joint == nil, at < end, words.tags[at] == .DT { return nil }
    let isTitle = (at..<end).allSatisfy { at in
      switch words.tags[at] {
      case .DT, .VBN, .HYPH, .POS, .PRPS, .RB: true
      default: words.tags[at].isNoun || words.tags[at].isAdjective || words.form(at) == Form.of
      }
    }
    return isTitle ? joint != nil : nil
  }

  func isPerson(_ name: Placed) -> Bool { name.actor.map { actors[$0].kind == .person } ?? false }

  func isOrganisation(_ name: Placed) -> Bool {
    name.actor.map { actors[$0].kind == .organisation } ?? false
  }

  private func isListed(_ name: Placed) -> Bool {
    gazetteer.names[words.text(name.tokens).lowercased()]?.kind == .organisation
  }

  /// The end of `and`, `nor`, `as well as` there.
  private func jointEnd(_ at: Int, before end: Int) -> Int? {
    guard at < end else { return nil }
    if Self.joints.contains(words.lower[at]) { return at + 1 }
    return at + 3 <= end && words.lower[at] == Self.asWell[0] && words.lower[at + 1] == Self.asWell[1]
      ? at + 3 : nil
  }

  /// Behind what says more of a name: `(D-Ohio)`, `of Ohio`, `, the former mayor,`.
  private func behindName(_ start: Int, before end: Int) -> Int {
    var at = start
    while at < end {
      if words.form(at) == Form.openBracket,
        let close = (at..<end).first(where: { words.form($0) == Form.closeBracket })
      {
        at = close + 1
      } else if words.tags[at] == .IN,
        let place = near(at..<at + 1).first(where: {
          $0.kind == .name && ($0.tokens.lowerBound == at + 1 || $0.tokens.lowerBound == at + 2)
        }), place.tokens.upperBound < end
      {
        at = place.tokens.upperBound
      } else if words.form(at) == Form.comma, let close = appositionEnd(at, before: end) {
        at = close
      } else {
        break
      }
    }
    return at
  }

  /// The comma that ends what the comma at a token begins, where `and` follows it.
  private func appositionEnd(_ at: Int, before end: Int) -> Int? {
    guard at + 1 < end, !Self.joints.contains(words.lower[at + 1]),
      let close = (at + 1..<end).last(where: { words.form($0) == Form.comma }), close + 1 < end,
      Self.joints.contains(words.lower[close + 1])
    else { return nil }
    let inside = at + 1..<close
    let opens =
      words.tags[inside.lowerBound] == .DT || words.tags[inside.lowerBound] == .WP
      || words.isLowercase(inside.lowerBound) || inside.count <= 2
    return opens ? close : nil
  }

  /// Whoever somebody speaks with who are his: the group in `Ruiz and her aides`.
  mutating func following(_ last: Placed, in source: Range<Int>) -> Int? {
    var at = behindName(last.tokens.upperBound, before: source.upperBound)
    if at < source.upperBound, words.form(at) == Form.comma { at += 1 }
    guard let behind = jointEnd(at, before: source.upperBound), behind + 1 < source.upperBound,
      words.tags[behind] == .PRPS,
      let head = (behind + 1..<source.upperBound).first(where: {
        words.tags[$0] == .NNS || Self.staffs.contains(words.lower[$0])
      }),
      (behind + 1..<head).allSatisfy({ words.tags[$0].isNoun || words.tags[$0].isAdjective })
    else { return nil }
    return role(behind..<head + 1)
  }

  /// The two halves of a source that `and` ties whose first is a pronoun or somebody's staff: `the Ruiz campaign and
  /// the board`, `she and Lund`.
  func halves(of source: Range<Int>) -> [Range<Int>]? {
    guard let joint = source.dropFirst().first(where: { Self.joints.contains(words.lower[$0]) }),
      joint + 1 < source.upperBound
    else { return nil }
    var start = source.lowerBound
    if Self.both.contains(words.lower[start]) { start += 1 }
    guard start < joint else { return nil }
    let first = start..<joint
    // But not `he or she`.
    let isPronoun =
      first.count == 1 && Self.singular[words.lower[start]] != nil && words.tags[start] == .PRP
      && (Self.singular[words.lower[joint + 1]] == nil || words.tags[joint + 1] == .PRPS)
    let isStaff =
      Self.staffs.contains(words.lower[joint - 1])
      && near(first).contains { $0.kind == .name && first.contains($0.tokens.lowerBound) }
      && first.allSatisfy {
        words.tags[$0].isNoun || words.tags[$0].isAdjective || words.tags[$0] == .DT || words.tags[$0] == .POS
      }
    return isPronoun || isStaff ? [first, joint + 1..<source.upperBound] : nil
  }

  private static let both = Form.set("both neither either")
  private static let campaigns = Form.set("campaigns camps")

  /// Each one's campaign: `the Ruiz and Lund campaigns`.
  mutating func campaigns(in source: Range<Int>) -> [Int]? {
    guard let head = source.last, Self.campaigns.contains(words.lower[head]) else { return nil }
    let names = near(source).filter {
      $0.kind == .name && source.contains($0.tokens.lowerBound) && isPerson($0)
    }
    guard names.count > 1, row(of: names, in: source).count == names.count else { return nil }
    return names.compactMap(\.actor).map { campaign(of: $0) }
  }

  static let like = Form.set("like including namely")

  /// Those whom a group is told by: `politicians like Ruiz and Lund`, `Democrats, including Ruiz`; a party itself is one
  /// of them.
  func examples(in source: Range<Int>) -> [Int]? {
    guard let mark = source.dropFirst().first(where: { Self.like.contains(words.lower[$0]) }),
      mark + 1 < source.upperBound,
      let head = (source.lowerBound..<mark).first(where: {
        words.tags[$0] == .NNS || words.tags[$0] == .NNPS
      }),
      !(head + 1..<max(head + 1, mark - 1)).contains(where: { words.form($0) == Form.comma })
    else { return nil }
    let inside = near(source).filter { $0.kind == .name && source.contains($0.tokens.lowerBound) }
    let people = inside.filter {
      $0.tokens.lowerBound > mark && (isPerson($0) || isOrganisation($0) && !narrows($0.tokens, source))
        && !isPossessor($0.tokens, source)
    }
    guard let first = people.first,
      (mark + 1..<first.tokens.lowerBound).allSatisfy({
        words.tags[$0].isNoun || words.tags[$0].isAdjective || words.tags[$0] == .DT
      })
    else { return nil }
    let party = inside.first { $0.tokens.contains(head) && $0.tokens.lowerBound == source.lowerBound }
      .flatMap { isParty($0) ? $0.actor : nil }
    return unique([party].compactMap { $0 } + row(of: people, in: source).compactMap(\.actor))
  }

  func isParty(_ name: Placed) -> Bool {
    name.actor.map { gazetteer.members[actors[$0].name] != nil } ?? false
  }
}
