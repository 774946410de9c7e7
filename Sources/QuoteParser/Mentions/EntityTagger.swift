import Glibc
import QuoteModel

/// Tells what the names of an article stand for: a log-linear model over each name, its surroundings and its
/// actor's other names; what it says of an actor's names is added up.
package struct EntityTagger: Sendable {
  private let model: LinearModel
  /// Names of one actor that are asked.
  private static let most = 8

  package init?(_ model: LinearModel) {
    guard model.labels == EntityType.allCases.count else { return nil }
    self.model = model
  }

  /// What an actor is, and how probable that is, 0...1.
  package struct Verdict: Sendable {
    package var type: EntityType
    package var probability: Float
  }

  /// The type of each actor, in the order of the clusters. O(names).
  package func verdicts(_ names: NamedEntities) -> [Verdict] {
    let labels = EntityType.allCases.count
    var sums = [Float](repeating: 0, count: names.clusters.clusters.count * labels)
    var asked = [Int](repeating: 0, count: names.clusters.clusters.count)
    FeatureBuffer.with(NamedEntities.capacity) { buffer in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: labels) { scores in
        guard let base = scores.baseAddress else { return }
        for row in 0..<names.count where asked[names.cluster(row)] < Self.most {
          let cluster = names.cluster(row)
          names.features(row, &buffer)
          scores.initialize(repeating: 0)
          model.add(buffer.features, to: base)
          for label in 0..<labels { sums[cluster * labels + label] += Float(scores[label]) * model.scale }
          asked[cluster] += 1
        }
      }
    }
    return asked.indices.map { cluster in
      let scores = sums[cluster * labels..<(cluster + 1) * labels].map { $0 / Float(max(1, asked[cluster])) }
      var best = 0
      for label in 1..<labels where scores[label] > scores[best] { best = label }
      let total = scores.reduce(0) { $0 + expf($1 - scores[best]) }
      return Verdict(type: EntityType.allCases[best], probability: 1 / total)
    }
  }
}

extension EntityTagger.Verdict {
  /// Sureness that it takes to say that a name is nobody's. Chosen on GAP development.
  private static let sureOfNobody: Float = 0.85

  /// The kind of an actor: what a word list or a title tells is decisive.
  func kind(of cluster: NameClusters.Cluster) -> Actor.Kind {
    guard cluster.canonical == nil, cluster.titles.isEmpty, cluster.kind != .group else {
      return cluster.kind
    }
    return switch type {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    case .other: .unknown
    }
  }

  /// Whether a name is so surely that of a work, an event or a thing that nobody is behind it.
  func isNobody(_ cluster: NameClusters.Cluster) -> Bool {
    cluster.canonical == nil && cluster.titles.isEmpty && cluster.kind != .group && type == .other
      && probability >= Self.sureOfNobody
  }
}

extension NamedEntities {
  /// What the parser takes the actor of a name for.
  package func kind(_ row: Int, _ verdicts: [EntityTagger.Verdict]) -> Actor.Kind {
    verdicts[cluster(row)].kind(of: clusters.clusters[cluster(row)])
  }
}
