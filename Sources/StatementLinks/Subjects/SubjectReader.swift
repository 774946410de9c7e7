import QuoteModel

/// Tells the subjects of an article's quotations by the words in them, helped by what the whole article is about.
///
/// A subject is given to a quotation whose words that tell of it add up to 1; where the article is full of the
/// subject, a word of weight ½ is enough. Words alone decide, so a quotation without any has no subject.
struct SubjectReader {
  /// A word that means something, as subjects are looked up.
  struct Word {
    /// `FNV.hash32` of the stem.
    var stem: UInt32
    /// `FNV.hash32` of the folded word.
    var form: UInt32
    /// Where it stands.
    var start: Int32
  }

  private struct Hit {
    var start: Int
    var key: UInt64
    var signs: [Subjects.Sign]
  }

  /// So many subjects at most, the wider ones they lie under not counted.
  static let most = 3
  /// The share of an article's words that must tell of a subject for it to count in full.
  private static let full: Float = 0.02
  /// An article of fewer words is taken for one of so many: a word or two do not fill it.
  private static let short = 150
  /// What an article that is full of a subject adds.
  private static let prior: Float = 0.5

  private let subjects: Subjects
  private var hits: [Hit] = []
  private var article: [Float]

  /// Reads an article's words, in text order. O(words).
  init(_ subjects: Subjects, words: [Word]) {
    self.subjects = subjects
    article = Array(repeating: 0, count: subjects.all.count)
    guard !subjects.all.isEmpty else { return }
    var index = 0
    while index < words.count {
      guard let found = subjects.signs(at: index, of: words) else {
        index += 1
        continue
      }
      for sign in found.signs { article[Int(sign.subject)] += sign.weight }
      if !found.signs.isEmpty {
        hits.append(Hit(start: Int(words[index].start), key: found.key, signs: found.signs))
      }
      index += found.words
    }
    let all = Float(max(Self.short, words.count))
    for row in article.indices { article[row] = min(1, article[row] / all / Self.full) * Self.prior }
  }

  /// The subjects of what stands in those ranges, the surest first, none that only says a wider one again.
  /// O(words there).
  func subjects(in ranges: [TextRange]) -> [UInt8] {
    var seen: Set<UInt64> = []
    var scores: [UInt8: Float] = [:]
    for range in ranges {
      var row = hits.partitionPoint { $0.start >= range.start }
      while row < hits.count, hits[row].start < range.end {
        if seen.insert(hits[row].key).inserted {
          for sign in hits[row].signs { scores[sign.subject, default: 0] += sign.weight }
        }
        row += 1
      }
    }
    let sure = scores.map { (subject: $0.key, score: $0.value + article[Int($0.key)]) }
      .filter { $0.score >= 1 }
      .sorted { ($1.score, $0.subject) < ($0.score, $1.subject) }
    let wider = Set(sure.flatMap { subjects.all[Int($0.subject)].wider })
    return Array(sure.map(\.subject).filter { !wider.contains($0) }.prefix(Self.most))
  }
}
