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
    var next = 0
    for at in sentence where context.marks.stretchOf[at] < 0 && !told.contains(where: { $0.contains(at) }) {
      while next < inside.count, inside[next].tokens.lowerBound < at { next += 1 }
      if next < inside.count, inside[next].tokens.lowerBound == at,
        let found = subject(inside[next], inside[(next + 1)...].first { $0.kind == .name })
      {
        return found
      }
      if let phrase = people(endingAt: at, sentence) { return actors(of: phrase) }
    }
    return nil
  }

  /// Those whom a subject names that is several: a party's members, or a person and the next that `and` ties to it.
  private func subject(_ mention: Placed, _ next: Placed?) -> [Int]? {
    guard mention.kind != .pronoun, mention.role == .subject, let actor = mention.actor else { return nil }
    if mention.tokens.count == 1, isParty(mention), words.text(mention.tokens).hasSuffix("s") {
      return [actor]
    }
    guard mention.kind == .name, isPerson(mention), let next, isPerson(next), let other = next.actor,
      isJoined(mention.tokens, next.tokens)
    else { return nil }
    return [actor, other]
  }

  /// The noun phrase of people that ends with a token and is its clause's subject.
  private func people(endingAt at: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard words.tags[at] == .NNS, words.isLowercase(at),
      gazetteer.groups.contains(words.text(at).lowercased())
        || gazetteer.role(words.lower[at])?.isPlural ?? false,
      clauses.role(at..<at + 1) == .subject
    else { return nil }
    return phraseStart(of: at, sentence.lowerBound)..<at + 1
  }
}
