import Glibc
import QuoteModel

/// A relation found, before the strongest of each quotation are chosen.
struct Finding {
  /// Why two quotations are related, as numbers; words are made of those that are kept.
  enum Reason {
    /// The same words; whether one is cut short, whether the speakers are the same.
    case sameWords(isCut: Bool, otherSpeaker: Bool)
    /// The same speaker goes on; in the same paragraph or the next.
    case goesOn(inParagraph: Bool)
    /// Takes up what an actor said; whether the question names the actor, or nobody does.
    case takesUp(actor: Int32, naming: Naming, subjects: [Int32])
    /// Both speak of these.
    case about([Int32])
  }

  /// Where a quotation names the speaker it answers.
  enum Naming { case words, question, nowhere }

  /// What was said first.
  var earlier: Int32
  /// What was said later: it repeats, continues or answers the other.
  var later: Int32
  /// What the later is to the earlier.
  var kind: Relation.Kind
  /// How strong the evidence is, 0...1.
  var score: Float
  /// Why.
  var reason: Reason

  /// The same for both directions.
  var pair: UInt64 { UInt64(UInt32(min(earlier, later))) << 32 | UInt64(UInt32(max(earlier, later))) }
}

/// What judging a pair needs.
struct RelationContext {
  let index: LinkIndex
  let space: FeatureSpace
  /// What thresholds are multiplied by: in a small corpus no word is rare, so cosines are lower.
  let strictness: Float

  /// A context for judging pairs of a corpus.
  init(_ index: LinkIndex) {
    self.index = index
    space = FeatureSpace(index)
    strictness = Float(min(1, max(0.4, log2(Double(index.count + 1)) / 12)))
  }

  /// Two quotations by when they were said; by where they stand in the corpus if that does not tell.
  func inOrder(_ a: Int, _ b: Int) -> (earlier: Int, later: Int) {
    let (x, y) = (index.date[a], index.date[b])
    let isBefore = x == 0 || y == 0 || x == y ? a < b : x < y
    return isBefore ? (a, b) : (b, a)
  }

  /// At most two subjects to name, none that says another again, none of `besides`.
  func telling(_ subjects: [Int32], besides: ArraySlice<Int32> = [], most: Int = 2) -> [Int32] {
    var out: [Int32] = []
    for subject in subjects where out.count < most {
      if subject >= space.firstActor, besides.contains(subject - space.firstActor) { continue }
      let key = self.key(subject)
      if !out.contains(where: { Self.covers(self.key($0), key) }) { out.append(subject) }
    }
    return out
  }

  private static func covers(_ a: String, _ b: String) -> Bool {
    a.hasSuffix(b) || b.hasSuffix(a) || a.hasPrefix(b) || b.hasPrefix(a)
  }

  /// What tells subjects apart: stems, so that `minimum wage` holds `wages`.
  private func key(_ subject: Int32) -> String {
    if subject >= space.firstActor { return Folding.fold(index.actors[Int(subject - space.firstActor)].name) }
    return index.phrases.keys[Int(subject - space.firstPhrase)]
  }

  /// What the screen calls a phrase or an actor.
  func label(_ subject: Int32) -> String {
    if subject >= space.firstActor { return name(subject - space.firstActor) }
    return index.phrases.labels[Int(subject - space.firstPhrase)]
  }

  /// A person's surname, anybody else's name.
  func name(_ actor: Int32) -> String {
    let actor = index.actors[Int(actor)]
    guard actor.kind == .person, let last = actor.name.split(separator: " ").last else { return actor.name }
    return String(last)
  }
}
