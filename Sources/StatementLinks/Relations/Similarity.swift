import Glibc
import QuoteModel

/// How likely two quotations are about one subject: a logistic regression over what they share and over what
/// their articles are about. The weights are fitted to pairs labelled by hand, see `docs/links.md`.
struct Similarity {
  /// What is looked at of a pair.
  struct Features {
    /// Cosine of the two quotations' vectors.
    var cosine: Float
    /// Cosine of the two articles' words quoted; 1 within an article.
    var articles: Float
    /// Weights of those terms, as a share of the weight of a word said once.
    var weight: Float
    /// Phrases and actors both have.
    var subjects: Float

    /// In the order of `Similarity.weights`.
    var values: [Float] { [cosine, articles, weight, subjects] }
  }

  /// Fitted by `Benchmarks --subject-features` and logistic regression; the cosine adds nothing to the rest.
  static let bias: Float = -3.91
  static let weights: [Float] = [0, 2.914, 1.306, 0.909]

  /// Each article's words quoted, as terms and weights of a vector of length 1, ascending.
  private var terms = PackedLists<Int32>()
  private var values: [Float] = []
  private let article: [Int32]
  /// Weight of a term that one quotation has.
  let mostWeight: Float

  /// The articles' vectors. O(terms).
  init(_ index: LinkIndex, _ space: FeatureSpace) {
    article = index.article
    mostWeight = Float(max(1, TopicPhrases.rarity(1, of: index.count)))
    let articles = Int(index.article.last ?? -1) + 1
    var ranges = Array(repeating: 0..<0, count: articles)
    for (quotation, article) in index.article.enumerated() {
      let own = ranges[Int(article)]
      ranges[Int(article)] = (own.isEmpty ? quotation : own.lowerBound)..<(quotation + 1)
    }
    var lists: [[(term: Int32, count: Int)]] = []
    var spread = [Int](repeating: 0, count: Int(space.firstPhrase))
    for range in ranges {
      var all: [Int32] = []
      for quotation in range { all += space.features[quotation].prefix { $0 < space.firstPhrase } }
      all.sort()
      var counts: [(term: Int32, count: Int)] = []
      for term in all {
        if counts.last?.term == term {
          counts[counts.count - 1].count += 1
        } else {
          counts.append((term, 1))
          spread[Int(term)] += 1
        }
      }
      lists.append(counts)
    }
    for counts in lists {
      let raw = counts.map { entry in
        Float((1 + log2(Double(entry.count))) * TopicPhrases.rarity(spread[Int(entry.term)], of: articles))
      }
      let length = max(raw.reduce(0) { $0 + $1 * $1 }.squareRoot(), .leastNormalMagnitude)
      terms.append(counts.map(\.term))
      values += raw.map { $0 / length }
    }
  }

  /// What is looked at of two quotations. O(terms of their articles).
  func features(_ a: Int, _ b: Int, _ overlap: FeatureSpace.Overlap) -> Features {
    Features(
      cosine: overlap.cosine, articles: articles(Int(article[a]), Int(article[b])),
      weight: min(overlap.weight / mostWeight, 6),
      subjects: Float(min(overlap.subjects.count, 5)))
  }

  /// How likely they are about one subject, 0...1.
  static func probability(_ features: Features) -> Float {
    var sum = bias
    for (value, weight) in zip(features.values, weights) { sum += value * weight }
    return 1 / (1 + exp(-sum))
  }

  private func articles(_ a: Int, _ b: Int) -> Float {
    if a == b { return 1 }
    var (i, j) = (Int(terms.starts[a]), Int(terms.starts[b]))
    let (endA, endB) = (Int(terms.starts[a + 1]), Int(terms.starts[b + 1]))
    var dot: Float = 0
    terms.items.withUnsafeBufferPointer { terms in
      while i < endA, j < endB {
        let (x, y) = (terms[i], terms[j])
        if x == y { dot += values[i] * values[j] }
        if x <= y { i += 1 }
        if y <= x { j += 1 }
      }
    }
    return dot
  }
}
