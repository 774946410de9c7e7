import Glibc
import QuoteModel

/// How likely two quotations are about one subject: a logistic regression over what they share and over what
/// their articles are about. The weights are fitted to pairs labelled by hand, see `docs/links.md`.
final class Similarity {
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
  private let termCount: Int
  /// Weight of a term that one quotation has.
  let mostWeight: Float

  /// The articles' vectors. O(terms).
  init(_ index: LinkIndex, _ space: FeatureSpace) {
    article = index.article
    termCount = Int(space.firstPhrase)
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

  /// What is looked at of two quotations; `cosine` is that of their articles. O(1).
  func features(_ overlap: FeatureSpace.Overlap, articles cosine: Float) -> Features {
    Features(
      cosine: overlap.cosine, articles: cosine,
      weight: min(overlap.weight / mostWeight, 6),
      subjects: Float(min(overlap.subjects.count, 5)))
  }

  /// How likely they are about one subject, 0...1.
  static func probability(_ features: Features) -> Float {
    var sum = bias
    for (value, weight) in zip(features.values, weights) { sum += value * weight }
    return 1 / (1 + exp(-sum))
  }

  /// Cosines of one quotation's article and those of others: the one's vector lies spread out while its quotations are
  /// looked at, one after the other.
  struct Articles {
    private let similarity: Similarity
    private var spread: [Float]
    private var one: Int32 = -1

    /// Room to spread a vector in. O(terms).
    init(_ similarity: Similarity) {
      self.similarity = similarity
      spread = Array(repeating: 0, count: similarity.termCount)
    }

    /// The cosine of the articles of two quotations; 1 for those of one article. O(terms of the second's article, and of
    /// the first's where it is another one than before).
    mutating func cosine(_ a: Int, _ b: Int) -> Float {
      let (article, other) = (similarity.article[a], similarity.article[b])
      if article == other { return 1 }
      if article != one { lay(article) }
      var dot: Float = 0
      for place in similarity.range(of: other) {
        dot += spread[Int(similarity.terms.items[place])] * similarity.values[place]
      }
      return dot
    }

    private mutating func lay(_ article: Int32) {
      if one >= 0 {
        for place in similarity.range(of: one) { spread[Int(similarity.terms.items[place])] = 0 }
      }
      for place in similarity.range(of: article) {
        spread[Int(similarity.terms.items[place])] = similarity.values[place]
      }
      one = article
    }
  }

  private func range(of article: Int32) -> Range<Int> {
    Int(terms.starts[Int(article)])..<Int(terms.starts[Int(article) + 1])
  }
}
