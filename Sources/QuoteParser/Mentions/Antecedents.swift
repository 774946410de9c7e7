import QuoteModel

/// An actor that a pronoun may stand for, with the mention nearest to the pronoun.
package struct Candidate {
  package var actor: Int
  /// Row of the nearest mention among those before the pronoun, or of a name behind it.
  var nearest: Int
  /// Whether the nearest mention stands behind the pronoun, in its sentence.
  var isAfter = false
  /// How many other candidates stand nearer.
  var rank = 0
  /// Sentences back to the nearest mention, and to the nearest one that is a subject (9: none near).
  var gap = 0
  var subjectGap = 9
  /// Mentions among those near.
  var near = 0
}

/// What the ranker of antecedents sees of a pronoun and a candidate. A linear ranking of candidates over
/// such features is how Denis and Baldridge (2008) resolve pronouns; recency, parallel roles, subjects and
/// repetition are the salience factors of Lappin and Leass (1994).
struct AntecedentFeatures {
  static let capacity = 40
  let words: Words
  let context: TaggingContext
  let clauses: ClauseRoles

  /// Fills `buffer` for the pronoun `it` at `at`.
  func fill(
    _ at: Int, _ role: ClauseRole, _ candidate: Candidate, _ mention: Coreference.Placed, _ actor: Actor,
    gender: Actor.Gender, evidence: UInt8, share: (seen: Int, total: Int, most: Int), between: Between,
    _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    let pronoun = UInt32(role == .oblique || role == .other ? ClauseRole.object.rawValue : role.rawValue)
    let gap = UInt32(min(candidate.gap, 5))
    let same = gap == 0
    let theirs = UInt32(mention.role.rawValue)
    let kind = UInt32(mention.kind.rawValue)
    let after: UInt32 = candidate.isAfter ? 1 : 0
    let place = pronoun &* 64 &+ gap &* 8 &+ theirs &+ after &* 1024
    let sentence = context.sentences[Int(context.sentenceOf[at])].tokens
    buffer.add(1, place)
    buffer.add(2, pronoun &* 8 &+ gap, kind &+ after &* 64)
    buffer.add(3, UInt32(min(candidate.rank, 4)), pronoun &* 8 &+ min(gap, 2) &+ after &* 64)
    buffer.add(4, UInt32(min(candidate.subjectGap, 4)), pronoun &+ after &* 64)
    buffer.add(5, UInt32(min(candidate.near, 5)), after)
    buffer.add(6, UInt32(min(share.seen, 5)), after)
    buffer.add(7, share.total == share.most ? 1 : share.total * 2 > share.most ? 2 : 3, after)
    buffer.add(8, UInt32(actor.kind.rawValue), kind)
    buffer.add(9, actor.gender == gender ? 1 : 0, UInt32(actor.kind.rawValue))
    buffer.add(10, actor.name.utf8.contains(0x20) ? 1 : 0, UInt32(actor.kind.rawValue) &* 8 &+ kind)
    buffer.add(11, UInt32(min(mention.tokens.count, 3)), pronoun &* 8 &+ kind)
    buffer.add(28, UInt32(evidence), UInt32(actor.kind.rawValue))
    buffer.add(29, UInt32(evidence & 3), UInt32(actor.kind.rawValue))
    let isFirst = at - sentence.lowerBound < 2
    let opens = mention.tokens.lowerBound - self.sentence(mention).lowerBound < 2
    buffer.add(12, isFirst ? 1 : 0, place)
    buffer.add(13, opens ? 1 : 0, pronoun &* 8 &+ min(gap, 2) &+ after &* 64)
    if same {
      let distance = UInt32(bucket(abs(at - mention.tokens.lowerBound)))
      buffer.add(14, distance, pronoun &* 8 &+ theirs &+ after &* 64)
      buffer.add(15, UInt32(min(between.verbs, 3)), pronoun &* 8 &+ theirs &+ after &* 64)
      buffer.add(16, between.flags, pronoun &+ after &* 64)
      buffer.add(17, between.flags &* 8 &+ theirs, pronoun &* 8 &+ UInt32(min(between.verbs, 2)) &+ after &* 64)
      buffer.add(18, between.subjects == 0 ? 1 : 0, pronoun &* 8 &+ theirs &+ after &* 64)
      buffer.add(24, between.subjects == 0 && between.verbs == 1 ? 1 : 0, pronoun &* 8 &+ theirs &+ after &* 64)
    } else if gap == 1 {
      buffer.add(19, opens ? 1 : 0, WordHash.mix(pronoun &* 8 &+ theirs, isFirst ? 1 : 0))
      buffer.add(25, between.subjects == 0 ? 1 : 0, WordHash.mix(pronoun &* 8 &+ theirs, isFirst ? 1 : 0))
    }
    let (mine, its) = (context.marks.stretchOf[at], context.marks.stretchOf[mention.tokens.lowerBound])
    let quoted: UInt32 = mine == its ? (mine < 0 ? 0 : 1) : mine < 0 ? 2 : its < 0 ? 3 : 4
    buffer.add(20, quoted, pronoun &* 8 &+ min(gap, 2) &+ after &* 64)
    buffer.add(21, candidate.subjectGap == candidate.gap ? 1 : 0, pronoun &* 8 &+ gap)
    buffer.add(22, context.sentences[Int(context.sentenceOf[mention.tokens.lowerBound])].part
      == context.sentences[Int(context.sentenceOf[at])].part ? 1 : 0, min(gap, 2))
    buffer.add(23, UInt32(min(share.total, 4)), UInt32(min(share.most, 4)) &* 2 &+ after)
    buffer.add(26, UInt32(min(candidate.rank, 4)), place)
    buffer.add(27, UInt32(min(candidate.near, 4)), UInt32(min(candidate.rank, 3)) &+ after &* 8)
  }

  /// What stands between a mention and the pronoun.
  struct Between {
    var verbs = 0
    /// Subjects of other actors.
    var subjects = 0
    /// A comma 1, `and` 2, a subordinator or `that` 4, a colon or semicolon 8, `to` 16.
    var flags: UInt32 = 0
  }

  /// Counts the verbs and joints of the tokens in `range`, at most forty.
  func between(_ range: Range<Int>) -> Between {
    var out = Between()
    for at in range.prefix(40) {
      let form = words.form(at)
      if clauses.isFinite(at), at == range.lowerBound || !clauses.isFinite(at - 1) { out.verbs += 1 }
      if form == Form.comma { out.flags |= 1 }
      if form == Form.and || words.tags[at] == .CC { out.flags |= 2 }
      if words.tags[at] == .WDT || words.tags[at] == .WP || words.tags[at] == .WRB || form == Form.that {
        out.flags |= 4
      }
      if form == Form.colon || form == Form.semicolon { out.flags |= 8 }
      if words.tags[at] == .TO, at + 1 < words.count, words.tags[at + 1] == .VB { out.flags |= 16 }
    }
    return out
  }

  private func sentence(_ mention: Coreference.Placed) -> Range<Int> {
    context.sentences[Int(context.sentenceOf[mention.tokens.lowerBound])].tokens
  }

  private func bucket(_ distance: Int) -> Int { distance < 5 ? distance : distance < 9 ? 5 : distance < 16 ? 6 : 7 }
}
