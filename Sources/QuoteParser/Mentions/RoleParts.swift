import QuoteModel

/// What a role's words say: `Turkish President` is the office `president` and the place Turkey, `Labour leader` the
/// office `leader` and the side Labour Party.
extension Gazetteer {
  private static let ofStates: Set<String> = ["senator", "representative", "congressman", "congresswoman"]

  /// A role with its parts. O(words).
  func role(_ title: String, seen: PartialDate?) -> Actor.Role {
    var role = Actor.Role(title, seen: seen)
    let words = title.split(whereSeparator: \.isWhitespace).map(String.init)
    var office: [String] = []
    var at = 0
    while at < words.count {
      var length = 0
      // Names of several words begin with a capital.
      let longest = words[at].utf8.first.map { $0 >= UInt8(ascii: "a") && $0 < 0x80 } ?? true ? 1 : 3
      for next in stride(from: min(longest, words.count - at), through: 1, by: -1) where length == 0 {
        let text = words[at..<at + next].joined(separator: " ")
        if let party = partyWords[text] {
          if role.side == nil { role.side = party }
          length = next
        } else if let place = place(text) {
          if role.place == nil { role.place = place }
          length = next
        }
      }
      if length == 0 {
        office.append(words[at])
        length = 1
      }
      at += length
    }
    let text = office.joined(separator: " ").lowercased()
    role.office = text.isEmpty || partyWords[title] != nil ? nil : text
    // A `U.S. senator` is of some state.
    if role.place == "United States", let noun = office.last, Self.ofStates.contains(noun) {
      role.place = nil
    }
    return role
  }

  /// The country or state that words name: by its name, by its people's adjective, or shortened.
  private func place(_ text: String) -> String? {
    if let state = states[text] { return state }
    guard let entry = names[text.lowercased()], text.first?.isUppercase ?? false else { return nil }
    switch entry.kind {
    case .country, .demonym: return entry.name
    case .place: return entry.name
    case .seat, .organisation: return nil
    }
  }

  /// Side and place behind a name, `D-Ohio`, `R-S.C.`, `Lab`; `nil` where the words are none.
  func affiliation(_ text: String) -> (side: String, place: String?)? {
    let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
    guard let letters = parts.first, let side = partyLetters[letters] else { return nil }
    guard parts.count > 1 else { return (side, nil) }
    guard let first = parts[1].first, first.isUppercase else { return nil }
    // The tokenizer may have parted the full stop.
    return (side, states[parts[1]] ?? states[parts[1] + "."] ?? parts[1])
  }
}

extension Coreference {
  private static let openings = Form.set("( , [")
  private static let closings = Form.set(") , ] .")

  /// Reads the parts of the roles that names bear, and what stands beside them: `Sen. Jane Roe (D-Ohio)`,
  /// `Ohio Sen. Jane Roe`. Mentions must be in text order. O(mentions + roles).
  mutating func readRoles() {
    for row in actors.indices {
      actors[row].roles = actors[row].roles.map { gazetteer.role($0.title, seen: date) }
    }
    for (row, mention) in mentions.enumerated() where mention.kind == .name {
      guard let actor = mention.actor, actors[actor].kind == .person else { continue }
      if let found = affiliation(behind: mention.tokens.upperBound) {
        belong(actor, side: found.side, place: found.place)
      }
      // `Ohio Sen. Jane Roe`: the place right before the title.
      guard row > 0, mentions[row - 1].tokens.upperBound == mention.tokens.lowerBound,
        let other = mentions[row - 1].actor, actors[other].kind == .place || actors[other].kind == .country
      else { continue }
      belong(actor, side: nil, place: gazetteer.states[actors[other].name] ?? actors[other].name)
    }
  }

  /// `(D-Ohio)`, `, R-Tex.,`
  private func affiliation(behind end: Int) -> (side: String, place: String?)? {
    guard end + 1 < words.count, Self.openings.contains(words.lower[end]) else { return nil }
    let isBracket = words.form(end) == Form.openBracket
    let text = words.text(end + 1)
    guard isBracket || text.contains("-") else { return nil }
    // The tokenizer may part `R` from `-Ohio`.
    let whole = (end + 1..<min(end + 4, words.count)).prefix { !Self.closings.contains(words.lower[$0]) }
    return gazetteer.affiliation(text)
      ?? gazetteer.affiliation(whole.map { words.text($0) }.joined())
  }

  /// Notes side and place with the first role of an actor that lacks them, or as a role of its own.
  private mutating func belong(_ actor: Int, side: String?, place: String?) {
    if let row = actors[actor].roles.firstIndex(where: {
      $0.office != nil && ($0.place ?? place) == place && ($0.side ?? side) == side
    }) {
      if let place { actors[actor].roles[row].place = place }
      if let side { actors[actor].roles[row].side = side }
    } else if let side {
      guard !actors[actor].roles.contains(where: { $0.side == side && $0.place == place }) else { return }
      var role = Actor.Role(side == "independent" ? side : gazetteer.members[side] ?? side, seen: date)
      (role.side, role.place) = (side, place)
      actors[actor].roles.append(role)
    }
  }
}
