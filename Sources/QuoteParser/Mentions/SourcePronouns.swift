import QuoteModel

/// Whom the pronoun of a source stands for: `he said`. A source tells more than any pronoun: who spoke last, and who is
/// spoken of in the words said, are known.
extension Coreference {
  /// Sentences back to who may be meant, and how many at most.
  private static let farthestSpeaker = 5
  private static let mostSpeakers = 12

  /// Whom a pronoun of the third person singular stands for that is a source, where `actor` is its antecedent by salience; of the
  /// persons near, the one that the ranker finds likeliest. Nobody of `outer`, in whose words a statement is told.
  mutating func speaker(_ pronoun: Int, _ actor: Int, _ content: [Range<Int>], outer: [Int]) -> Int {
    guard let gender = Self.singular[words.lower[pronoun]], gender != .unknown,
      ranker != nil || recorded != nil
    else { return actor }
    let (best, choice) = choose(pronoun, actor, gender, content, outer)
    if let choice { recorded?.append(choice) }
    if best != actor { recast(pronoun, as: best) }
    return best
  }

  /// Whose is `his campaign`: who runs is named more than who speaks for him.
  mutating func owner(_ pronoun: Int, _ actor: Int) -> Int {
    guard ranker != nil, let gender = Self.singular[words.lower[pronoun]], gender != .unknown else {
      return actor
    }
    let best = choose(pronoun, actor, gender, [], []).best
    guard totals[best] >= totals[actor] else { return actor }
    if best != actor { recast(pronoun, as: best) }
    return best
  }

  private func choose(
    _ pronoun: Int, _ actor: Int, _ gender: Actor.Gender, _ content: [Range<Int>],
    _ outer: [Int]
  ) -> (best: Int, choice: PronounChoice?) {
    let found = candidates(pronoun, actor, gender, content, without: outer)
    let evidence = PronounEvidence(self, pronoun, resolved: actor, content: content, candidates: found)
    let choice = recorded == nil ? nil : evidence.choice(at: words.range(pronoun..<pronoun + 1))
    return (ranker?.best(evidence) ?? actor, choice)
  }

  /// The mention of a pronoun is whose it was found to be, for those that come after it.
  private mutating func recast(_ pronoun: Int, as actor: Int) {
    let sentence = Int(context.sentenceOf[pronoun])
    let row = index.rows(in: sentence...sentence).first {
      mentions[$0].kind == .pronoun && mentions[$0].tokens.lowerBound == pronoun
    }
    if let row { mentions[row].actor = actor }
  }

  /// The persons of a gender who are spoken of near, the nearest first; with them the antecedent and who spoke last.
  private func candidates(
    _ pronoun: Int, _ actor: Int, _ gender: Actor.Gender, _ content: [Range<Int>], without outer: [Int]
  ) -> [SpeakerCandidate] {
    let here = Int(context.sentenceOf[pronoun])
    var near: [(start: Int, row: Int)] = []
    for row in index.rows(in: max(0, here - Self.farthestSpeaker)...here) {
      let mention = mentions[row]
      guard mention.tokens.upperBound <= pronoun, mention.kind != .demonym,
        !isLabel(mention.tokens, over: pronoun)
      else { continue }
      near.append((mention.tokens.lowerBound, row))
    }
    near.sort { ($1.start, $0.row) < ($0.start, $1.row) }
    var out: [SpeakerCandidate] = []
    func isOpen(_ row: Int) -> Bool { !outer.contains(row) && fits(row, gender) }
    for (_, row) in near {
      let mention = mentions[row]
      guard let one = mention.actor, isOpen(one) else { continue }
      let isSaid = content.contains { $0.contains(mention.tokens.lowerBound) }
      let isQuoted = context.marks.stretchOf[mention.tokens.lowerBound] >= 0
      let isTold = told.contains { $0.contains(mention.tokens.lowerBound) }
      let known = out.firstIndex { $0.actor == one } ?? out.count
      if known == out.count {
        if out.count == Self.mostSpeakers { continue }
        out.append(SpeakerCandidate(actor: one))
      }
      out[known].add(
        mention, gap: here - Int(context.sentenceOf[mention.tokens.lowerBound]), isSaid: isSaid,
        isQuoted: isQuoted, isTold: isTold)
    }
    for one in [actor, lastSpeaker?.actor].compactMap({ $0 })
    where isOpen(one) && !out.contains(where: { $0.actor == one }) {
      out.append(SpeakerCandidate(actor: one))
    }
    return out
  }
}

/// Somebody whom a source's pronoun may stand for, and how he is spoken of before it.
struct SpeakerCandidate {
  var actor: Int
  /// The nearest mention outside the words said.
  var nearest: Coreference.Placed?
  /// Sentences back to it, to the nearest as a subject between no quotation marks, and to the nearest name; 9 where there is none.
  var gap = 9
  var subjectGap = 9
  var nameGap = 9
  /// Sentences back to the nearest mention that is in nobody's words; 9 where there is none.
  var ownGap = 9
  /// Mentions near outside the words said, and those between quotation marks.
  var count = 0
  var quoted = 0

  init(actor: Int) { self.actor = actor }

  /// Takes one more mention; the nearest come first.
  mutating func add(_ mention: Coreference.Placed, gap here: Int, isSaid: Bool, isQuoted: Bool, isTold: Bool)
  {
    if isSaid { return }
    if nearest == nil { (nearest, gap) = (mention, here) }
    if mention.role == .subject, !isQuoted { subjectGap = min(subjectGap, here) }
    if mention.kind == .name { nameGap = min(nameGap, here) }
    if !isTold, !isQuoted { ownGap = min(ownGap, here) }
    count += 1
    if isQuoted { quoted += 1 }
  }
}
