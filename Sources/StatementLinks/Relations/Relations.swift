import QuoteModel

/// The relations of a corpus: every kind's findings, the most telling of a pair, the strongest of a quotation,
/// kept at both of their ends.
struct Relations {
  /// Relations kept of a quotation.
  static let most = 12
  /// Statements before it in its article that a quotation is compared with.
  static let mostBefore = 8
  /// Statements at the top of its article that a quotation is compared with.
  static let mostOfSummary = 3

  /// Relations kept of a kind, so that none crowds out the others.
  static func most(_ kind: Relation.Kind) -> Int {
    switch kind {
    case .repeats: 8
    case .continues: 2
    case .shifts: 4
    case .elaborates, .answers, .agrees, .contrasts: 3
    case .sameSubject: 6
    }
  }

  /// How a pair is judged, the most telling kind first; repetitions are found before.
  private static let judges: [@Sendable (Pair, RelationContext) -> Finding?] = [
    Answers.judge, Shifts.judge, Contrasts.judge, Agrees.judge, Elaborates.judge, Continues.judge,
    SameSubject.judge,
  ]

  /// Each quotation's relations, the strongest first.
  private(set) var lists = RelationLists()
  /// For each quotation the fullest form of its words.
  var fullestForms: FullestForms { FullestForms(clusters.fullest.lazy.map { QuotationID(raw: $0) }) }

  private let context: RelationContext
  private let clusters: RepeatClusters
  private let wording: Wording
  private let sides: Sides

  /// Finds and chooses relations. O(n log n) in quotations.
  init(_ index: LinkIndex, _ stances: StanceLists, _ segments: [Segment], jobs: Int) {
    context = RelationContext(index, stances)
    wording = Wording(segments)
    sides = Sides(index)
    let context = self.context
    clusters = RepeatClusters(
      Wordings.candidates(index).compactMap { Repeats.judge(Int($0), Int($1), context) }, context)
    let judged = Slices.map(of: index.count, jobs: jobs) { self.judged($0) }
    pack(chosen(from: clusters.findings + judged.joined()))
  }

  /// What is found of each quotation of some and those worth comparing it with, repetitions left out.
  private func judged(_ quotations: Range<Int>) -> [Finding] {
    var findings: [Finding] = []
    var candidates = Candidates(context.space)
    var articles = Similarity.Articles(context.similarity)
    for quotation in quotations {
      let others = Set(
        candidates.of(quotation) + neighbours(of: quotation) + sides.near(quotation, context.index)
      ).sorted()
      var own: [Finding] = []
      for other in others where clusters.fullest[Int(other)] != clusters.fullest[quotation] {
        let pair = Pair(quotation, Int(other), context, articles: articles.cosine(quotation, Int(other)))
        for judge in Self.judges {
          guard let finding = judge(pair, context) else { continue }
          own.append(finding)
          break
        }
      }
      own.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
      findings += own.prefix(Self.most)
    }
    return findings
  }

  /// Statements shortly before one in its article, and those the article begins with.
  private func neighbours(of quotation: Int) -> [Int32] {
    var out: [Int32] = []
    var walk = context.previous[quotation]
    while walk >= 0, out.count < Self.mostBefore {
      out.append(walk)
      walk = context.previous[Int(walk)]
    }
    guard walk >= 0 else { return out }
    let top = Int(context.firstOfArticle[context.index.article[quotation]] ?? 0)
    for first in top..<min(top + Self.mostOfSummary, Int(walk) + 1) where !context.index.isNested[first] {
      out.append(Int32(first))
    }
    return out
  }

  /// One finding a pair; then the strongest for which both ends have room.
  private func chosen(from all: [Finding]) -> [Finding] {
    var findings = all
    findings.sort {
      ($0.pair, -$0.score, $0.kind.rawValue, $0.earlier) < ($1.pair, -$1.score, $1.kind.rawValue, $1.earlier)
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
    let evidence = Evidence(context, clusters, wording)
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
    lists = RelationLists(byQuotation)
  }
}
