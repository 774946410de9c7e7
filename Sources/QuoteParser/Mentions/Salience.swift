import QuoteModel
import Glibc

let W: [Int32] = {
  var w: [Int32] = [60, 30, 10, -25, -30, 25, 150, 15, 40, 8, 40, 40, 130, 70, 30, 150, 0, 0, 15, 0, 0, 0, 60, 80, 60, 0, 0, 0]
  if let e = getenv("W") { for p in String(cString: e).split(separator: ",") { let q = p.split(separator: "="); w[Int(q[0])!] = Int32(q[1])! } }
  return w
}()

/// What is known beforehand of how salient a candidate is, in the ranker's units: salience factors after
/// Lappin and Leass (1994), with the ban on a verb's object standing for its subject. GUM has too few hard
/// cases to learn them from. The numbers were chosen by hand on odd-numbered snippets of GAP development.
struct Salience {
  /// The pronoun's role and whether it stands in front of its sentence's subject, behind a preposition.
  var pronoun: ClauseRole
  var isFronted: Bool
  /// Whether it is among the first words of its sentence.
  var isFirst: Bool

  func weight(
    _ candidate: Candidate, _ mention: Coreference.Placed, between: Between, evidence: UInt8,
    isMain: Bool, actor: Actor, isNew: Bool, isAdjacent: Bool, isUnnamed: Bool
  ) -> Int32 {
    let role = mention.role
    var out: Int32 = isMain && candidate.isAfter ? W[22] : 0
    if candidate.isAfter {
      guard isFronted else { return -W[15] }
      return out + (pronoun == .possessor ? W[12] : pronoun == .subject ? W[13] : W[14])
    }
    switch (pronoun, role) {
    case (.subject, .subject): out += W[0]
    case (_, .subject): out += W[1]
    case (_, .possessor): out += W[2]
    case (.subject, .oblique): out += W[3]
    case (_, .other): out += W[4]
    case (_, .modifier): out -= W[23]
    default: break
    }
    if candidate.gap == 0 {
      let isNearest = between.subjects == 0
      if pronoun == .possessor, isNearest { out += W[5] }
      let isOneClause = isNearest && between.verbs > 0 && !between.hasJoint
      if isOneClause, role == .subject, pronoun == .object || pronoun == .oblique { out -= W[6] }
    } else if candidate.subjectGap == candidate.gap {
      out += W[7]
    }
    out -= Int32(min(candidate.gap, 4)) * W[8]
    out -= Int32(min(candidate.rank, 4)) * W[9]
    out += Int32(min(candidate.near, 4)) * W[16]
    if mention.kind == .pronoun { out += W[17] }
    if isUnnamed { out -= W[25] }
    if isAdjacent { out += W[24] }
    if candidate.rank == 0, candidate.gap == 0 { out += W[18] }
    if actor.kind == .unknown || actor.kind == .person, !actor.name.utf8.contains(0x20), mention.kind != .role { out += W[20] }
    if isNew, actor.name.utf8.contains(0x20) { out -= W[21] }
    if isMain { out += W[10] }
    if actor.kind == .unknown, evidence & 3 != 0 { out -= W[11] }
    if isFirst, candidate.gap == 1, role == .subject { out += W[19] }
    return out
  }
}
