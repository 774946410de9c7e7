import QuoteModel

/// Whom a relative pronoun goes on that is a source: `Lee, a lawyer, who said`, `Ruiz, the head of the Harbor Board, who`,
/// `the man who said`.
extension Coreference {
  private static let relatives = Form.set("who which that whom whose")
  private static let percent = WordHash.lowercased("percent")
  /// Noun phrases that one may stand in.
  private static let deepest = 5
  private static let longestPhrase = 9
  /// Words back to a person's name, where nothing else tells whom the pronoun goes on.
  private static let reach = 6

  /// `who`, `who proposed`; but not `that man`.
  func leadsRelative(_ source: Range<Int>) -> Bool {
    guard Self.relatives.contains(words.lower[source.lowerBound]) else { return false }
    let tag = words.tags[source.lowerBound]
    return source.count == 1 || tag == .WP || tag == .WDT
  }

  /// `64 percent, who`
  private func isShare(before at: Int) -> Bool {
    let begins = context.sentences[Int(context.sentenceOf[at])].tokens.lowerBound
    let end = behindMarks(at, begins)
    return end > begins && words.lower[end - 1] == Self.percent
  }

  private enum Antecedent {
    case actor(Int)
    case phrase(Range<Int>)
  }

  /// Whom the relative pronoun at a token goes on. Adds actors where there were none.
  mutating func antecedents(ofRelative at: Int) -> [Int] {
    if words.tags[at] != .WP { return named(before: at) { _ in true }.map { [$0] } ?? [] }
    switch antecedent(before: at, depth: 0) {
    case .actor(let actor): return [actor]
    case .phrase(let phrase): return actors(of: phrase)
    case nil: return isShare(before: at) ? [] : named(before: at, where: isPerson).map { [$0] } ?? []
    }
  }

  private func antecedent(before at: Int, depth: Int) -> Antecedent? {
    let begins = context.sentences[Int(context.sentenceOf[at])].tokens.lowerBound
    let end = behindMarks(at, begins)
    guard depth < Self.deepest, end > begins else { return nil }
    if let mention = near(end - 1..<end).last(where: {
      ($0.kind == .name || $0.kind == .demonym) && $0.tokens.upperBound == end && $0.actor != nil
    }), let actor = mention.actor {
      switch actors[actor].kind {
      case .person, .group: return .actor(actor)
      case .unknown where mention.kind == .name && depth == 0: return .actor(actor)
      default: break
      }
      if isParty(mention) {
        return antecedent(party: actor, mention.tokens, isRestrictive: end == at, begins)
      }
      return antecedent(around: phraseStart(of: mention.tokens.lowerBound, begins), begins, depth)
    }
    guard words.tags[end - 1].isNoun || words.tags[end - 1] == .CD, words.lower[end - 1] != Self.percent
    else {
      return nil
    }
    let start = phraseStart(of: end - 1, begins)
    if let person = apposed(to: start, begins) { return .actor(person) }
    if isHuman(end - 1) { return .phrase(start..<end) }
    return antecedent(around: start, begins, depth)
      ?? (depth == 0 && words.tags[end - 1] != .CD ? .phrase(start..<end) : nil)
  }

  /// `Democrats, who` are the party, `Democrats who` some of it, and `the Ohio Republican, who` is somebody.
  private func antecedent(
    party: Int, _ tokens: Range<Int>, isRestrictive: Bool, _ begins: Int
  ) -> Antecedent? {
    if words.text(tokens.upperBound - 1).hasSuffix("s") { return isRestrictive ? nil : .actor(party) }
    let start = phraseStart(of: tokens.lowerBound, begins)
    return apposed(to: start, begins).map { .actor($0) } ?? .phrase(start..<tokens.upperBound)
  }

  /// The person whom a phrase behind a comma says more of: `Ann Lee of Ohio, [a lawyer]`.
  private func apposed(to start: Int, _ begins: Int) -> Int? {
    guard start > begins, words.form(start - 1) == Form.comma else { return nil }
    var end = behindMarks(start, begins)
    guard end > begins else { return nil }
    if let place = near(end - 1..<end).last(where: { $0.kind == .name && $0.tokens.upperBound == end }),
      let actor = place.actor, actors[actor].kind != .person, place.tokens.lowerBound - 1 > begins,
      words.tags[place.tokens.lowerBound - 1] == .IN
    {
      end = place.tokens.lowerBound - 1
    }
    return person(endingAt: end, begins)
  }

  /// Whom a phrase belongs to that begins at a token and is nobody: what stands before its preposition or its comma.
  private func antecedent(around start: Int, _ begins: Int, _ depth: Int) -> Antecedent? {
    guard start > begins, words.tags[start - 1] == .IN || words.form(start - 1) == Form.comma else {
      return nil
    }
    return antecedent(before: start - 1, depth: depth + 1)
  }

  /// The end before commas, dashes and what stands in brackets.
  private func behindMarks(_ at: Int, _ begins: Int) -> Int {
    var end = at
    while end > begins {
      if words.form(end - 1) == Form.comma || Form.dashes.contains(words.lower[end - 1]) {
        end -= 1
      } else if words.form(end - 1) == Form.closeBracket,
        let open = (max(begins, end - Self.longestPhrase)..<end).last(where: {
          words.form($0) == Form.openBracket
        })
      {
        end = open
      } else {
        break
      }
    }
    return end
  }

  /// Where the noun phrase begins that a token is in.
  func phraseStart(of at: Int, _ begins: Int) -> Int {
    var start = at
    while start > begins, at - start < Self.longestPhrase {
      switch words.tags[start - 1] {
      case .DT, .JJ, .JJR, .JJS, .NN, .NNS, .NNP, .NNPS, .CD, .POS, .PRPS, .HYPH, .VBN: start -= 1
      default:
        if !Form.possessive.contains(words.lower[start - 1]) { return start }
        start -= 1
      }
    }
    return start
  }

  private func person(endingAt at: Int, _ begins: Int) -> Int? {
    let end = behindMarks(at, begins)
    guard end > begins else { return nil }
    return near(end - 1..<end).last {
      $0.kind == .name && $0.tokens.upperBound == end && isPerson($0)
    }?.actor
  }

  /// Whether a noun is one for a person or for people.
  private func isHuman(_ at: Int) -> Bool {
    gazetteer.role(words.lower[at]) != nil || gazetteer.groups.contains(words.text(at).lowercased())
  }

  /// Whatever bears a name shortly before a token, the nearest: what `which` or `that` goes on.
  private func named(before at: Int, where isOne: (Placed) -> Bool) -> Int? {
    near(max(0, at - 1)..<at + 1).filter {
      $0.kind == .name && $0.tokens.upperBound <= at && at - $0.tokens.upperBound <= Self.reach && isOne($0)
    }
    .max { $0.tokens.upperBound < $1.tokens.upperBound }?.actor
  }
}
