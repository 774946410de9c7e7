import QuoteModel

/// Whom `they` stands for that is a source: the first of those who did something, several of them, in the nearest sentence that
/// has some.
extension Coreference {
  /// Sentences back to them.
  private static let farthestGroup = 3

  /// Whom a plural pronoun stands for. Adds actors where there were none. O(tokens of a few sentences).
  mutating func several(before pronoun: Int) -> [Int] {
    let here = Int(context.sentenceOf[pronoun])
    for row in (max(0, here - Self.farthestGroup)...here).reversed() {
      let tokens = context.sentences[row].tokens
      if let found = several(in: tokens.lowerBound..<min(tokens.upperBound, pronoun)) { return found }
    }
    return []
  }

  private mutating func several(in sentence: Range<Int>) -> [Int]? {
    guard !sentence.isEmpty else { return nil }
    let inside = near(sentence).filter { sentence.contains($0.tokens.lowerBound) }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    // Who spoke as a group says more.
    if let group = inside.first(where: { $0.kind == .group })?.actor { return [group] }
    for at in sentence where context.marks.stretchOf[at] < 0 && !told.contains(where: { $0.contains(at) }) {
      if let (row, mention) = inside.enumerated().first(where: {
        $1.tokens.lowerBound == at && $1.kind != .pronoun
      }),
        let actor = mention.actor, mention.role == .subject
      {
        if isPartyPlural(mention) { return [actor] }
        let next = inside.dropFirst(row + 1).first { $0.kind == .name && $0.tokens.lowerBound > at }
        if mention.kind == .name, actors[actor].kind == .person, let next, let other = next.actor,
          isJoined(mention.tokens, next.tokens), actors[other].kind == .person
        {
          return [actor, other]
        }
      }
      if let phrase = people(endingAt: at, sentence) { return actors(of: phrase) }
    }
    return nil
  }

  private func isPartyPlural(_ mention: Placed) -> Bool {
    guard let actor = mention.actor, mention.tokens.count == 1 else { return false }
    return gazetteer.members[actors[actor].name] != nil && words.text(mention.tokens).hasSuffix("s")
  }

  /// The noun phrase of people that ends with a token and is its clause's subject.
  private func people(endingAt at: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard words.tags[at] == .NNS, words.isLowercase(at),
      gazetteer.groups.contains(words.text(at).lowercased())
        || gazetteer.role(words.lower[at])?.isPlural ?? false,
      clauses.role(at..<at + 1) == .subject
    else { return nil }
    var start = at
    while start > sentence.lowerBound {
      switch words.tags[start - 1] {
      case .DT, .JJ, .JJR, .JJS, .NN, .NNS, .NNP, .NNPS, .CD, .POS, .PRPS, .HYPH, .VBN: start -= 1
      default: return start..<at + 1
      }
    }
    return start..<at + 1
  }
}
