import QuoteModel

/// The relations of a corpus: every kind's findings, the strongest kept at both of their ends.
struct Relations {
  /// Relations kept of a quotation.
  static let most = 12

  /// Relations kept of a kind, so that none crowds out the others.
  static func most(_ kind: Relation.Kind) -> Int {
    switch kind {
    case .repeats: 4
    case .continues: 2
    case .elaborates, .answers, .agrees, .contrasts, .shifts: 3
    case .sameSubject: 6
    }
  }

  /// Each quotation's relations, the strongest first.
  private(set) var lists = PackedLists<Relation>()

  private let context: RelationContext

  /// Finds and chooses relations. O(n log n) in quotations.
  init(_ index: LinkIndex) {
    context = RelationContext(index)
    var findings = Continues.find(context) + Answers.find(context)
    for (a, b) in Repeats.copies(index) {
      let overlap = context.space.overlap(Int(a), Int(b))
      if let finding = Repeats.judge(Int(a), Int(b), overlap, context) { findings.append(finding) }
    }
    compareCandidates(into: &findings)
    pack(chosen(from: &findings))
  }

  private func compareCandidates(into findings: inout [Finding]) {
    var candidates = Candidates(context.space)
    for quotation in 0..<context.index.count {
      var own: [Finding] = []
      for other in candidates.of(quotation) {
        let overlap = context.space.overlap(quotation, Int(other))
        // The strictest reading first: a repetition is about the same things too.
        let finding =
          Repeats.judge(quotation, Int(other), overlap, context)
          ?? Answers.judgeAcross(quotation, Int(other), overlap, context)
          ?? SameSubject.judge(quotation, Int(other), overlap, context)
        if let finding { own.append(finding) }
      }
      own.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
      findings += own.prefix(Self.most)
    }
  }

  /// One finding a pair, by the order of the kinds; then the strongest for which both ends have room.
  private func chosen(from findings: inout [Finding]) -> [Finding] {
    findings.sort {
      ($0.pair, $0.kind.rawValue, -$0.score, $0.earlier) < ($1.pair, $1.kind.rawValue, -$1.score, $1.earlier)
    }
    var last: UInt64?
    findings.removeAll { finding in
      defer { last = finding.pair }
      return finding.pair == last
    }
    findings.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
    let kinds = Relation.Kind.allCases.count
    var room = (0..<(context.index.count * kinds)).map { Self.most(Relation.Kind.allCases[$0 % kinds]) }
    var left = Array(repeating: Self.most, count: context.index.count)
    return findings.filter { finding in
      let ends = (Int(finding.earlier), Int(finding.later))
      let cells = (ends.0 * kinds + Int(finding.kind.rawValue), ends.1 * kinds + Int(finding.kind.rawValue))
      guard room[cells.0] > 0, room[cells.1] > 0, left[ends.0] > 0, left[ends.1] > 0 else { return false }
      room[cells.0] -= 1
      room[cells.1] -= 1
      left[ends.0] -= 1
      left[ends.1] -= 1
      return true
    }
  }

  /// Stores each finding at both ends; the findings come strongest first, and so do the lists.
  private mutating func pack(_ findings: [Finding]) {
    let evidence = Evidence(context, findings)
    var byQuotation: [[Relation]] = Array(repeating: [], count: context.index.count)
    for finding in findings {
      let words = evidence.words(finding)
      byQuotation[Int(finding.later)].append(
        Relation(
          to: QuotationID(raw: finding.earlier), finding.kind, isForward: true, score: finding.score,
          evidence: words))
      byQuotation[Int(finding.earlier)].append(
        Relation(
          to: QuotationID(raw: finding.later), finding.kind, isForward: false, score: finding.score,
          evidence: words))
    }
    for list in byQuotation { lists.append(list) }
  }
}
