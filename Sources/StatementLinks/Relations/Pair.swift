import QuoteModel

/// Two quotations and what is known of them together; every kind of relation is judged from one of these.
struct Pair {
  /// Who says the two.
  enum Speakers {
    /// One of the speakers of the one is one of the other's.
    case same
    /// One statement is several actors', the other one of these.
    case joint
    /// Both have speakers, and they are not the same.
    case different
    /// One has none.
    case unknown
  }

  /// The one that stands first in the corpus; within an article, in the text.
  let first: Int
  /// The other one.
  let second: Int
  /// Whether the one that stands second was said first.
  let isTurned: Bool
  /// Days from the one said first to the other, where both dates are known.
  let days: Int?
  /// What they share.
  let overlap: FeatureSpace.Overlap
  /// How likely they are about one subject, 0...1.
  let similarity: Float
  /// Who says them.
  let speakers: Speakers
  /// Statements from the first to the second within an article, nested ones not counted; `nil` across articles.
  let distance: Int?
  /// What they say of what both speak of; empty where the subject is another.
  let standing: StanceComparison

  /// What was said first; within an article and a day, what stands first.
  var earlier: Int { isTurned ? second : first }
  /// What was said later.
  var later: Int { isTurned ? first : second }
  /// Whether both stand in one article.
  var isOneArticle: Bool { distance != nil }

  /// Whether they stand side by side, or with one between them.
  var isNear: Bool { distance.map { abs($0) <= 2 } ?? false }

  /// Share of the terms of the one with fewer that both have.
  var contained: Float { Float(overlap.terms) / Float(max(1, overlap.fewerTerms)) }

  /// A finding about this pair by the time said.
  func finding(_ kind: Relation.Kind, _ score: Float, _ reason: Finding.Reason) -> Finding {
    Finding(
      earlier: Int32(earlier), later: Int32(later), kind: kind, score: min(1, max(0, score)), reason: reason)
  }

  /// A finding about this pair by where the two stand in the text.
  func findingInText(_ kind: Relation.Kind, _ score: Float, _ reason: Finding.Reason) -> Finding {
    Finding(
      earlier: Int32(first), later: Int32(second), kind: kind, score: min(1, max(0, score)), reason: reason)
  }

  /// Least likelihood of one subject at which it is worth asking what they say of it.
  private static let leastToCompare: Float = 0.15
  private static let leastToCompareOfFew: Float = 0.09

  /// Looks at two quotations, the cosine of whose articles is known. O(their terms).
  init(_ a: Int, _ b: Int, _ context: RelationContext, articles cosine: Float) {
    let index = context.index
    (first, second) = (min(a, b), max(a, b))
    let (x, y) = (index.date[first], index.date[second])
    isTurned = x != 0 && y != 0 && y < x
    days = TimeGap.days(from: min(x, y), to: max(x, y))
    overlap = context.space.overlap(first, second)
    similarity = Similarity.probability(context.similarity.features(overlap, articles: cosine))
    distance =
      index.article[a] == index.article[b]
      ? Int(context.place[second]) - Int(context.place[first]) : nil
    speakers = Self.speakers(first, second, context)
    let space = context.space
    standing =
      similarity >= (index.count < SameSubject.few ? Self.leastToCompareOfFew : Self.leastToCompare)
      ? context.stances.compare(
        first, second, isNear: distance.map { abs($0) <= 2 } ?? false, isTurned: isTurned
      ) { term in
        space.rows[term].map { space.weights[Int($0)] >= context.leastAnchor } ?? false
      } : StanceComparison()
  }

  private static func speakers(_ a: Int, _ b: Int, _ context: RelationContext) -> Speakers {
    let (x, y) = (context.index.speakers[a], context.index.speakers[b])
    guard let one = x.first, let other = y.first else { return .unknown }
    if x.count == 1, y.count == 1, !context.isGroup[Int(one)], !context.isGroup[Int(other)] {
      return one == other ? .same : .different
    }
    let (all, others) = (context.members(x), context.members(y))
    let isShared = all.contains { others.contains($0) }
    if isShared { return all.count == others.count ? .same : .joint }
    return .different
  }
}

/// Time between two dates, in days and in words.
enum TimeGap {
  /// Days between two dates given as `PartialDate.sortKey`; months and years where no days are known; `nil`
  /// where a year is missing.
  static func days(from earlier: Int32, to later: Int32) -> Int? {
    guard let a = PartialDate(sortKey: earlier), let b = PartialDate(sortKey: later), let y = a.year,
      let z = b.year
    else { return nil }
    guard let m = a.month, let n = b.month else { return y == z ? nil : (z - y) * 365 }
    guard let d = a.day, let e = b.day else {
      let months = (z - y) * 12 + n - m
      return months == 0 ? nil : months * 30
    }
    return number(z, n, e) - number(y, m, d)
  }

  /// Days since the civil epoch (Hinnant's algorithm, years from 0 on).
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear
  }

  /// `same day`, `next day`, `3 weeks later`.
  static func words(_ days: Int) -> String {
    switch days {
    case ..<1: "same day"
    case 1: "next day"
    case ..<14: "\(days) days later"
    case ..<60: "\((days + 3) / 7) weeks later"
    case ..<700: "\((days + 15) / 30) months later"
    default: "\((days + 182) / 365) years later"
    }
  }
}
