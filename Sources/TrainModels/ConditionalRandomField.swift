// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteParser

/// A chain of tokens while a tagger learns: each token's hashed features and its gold label.
struct Chain {
  var features: [UInt32] = []
  var starts: [Int32] = [0]
  var gold: [UInt8] = []
  var count: Int { gold.count }
  func of(_ at: Int) -> ArraySlice<UInt32> { features[Int(starts[at])..<Int(starts[at + 1])] }
}

/// A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over hashed features, learned by
/// AdaGrad (Duchi, Hazan & Singer 2011) one chain a step, with a ridge towards zero. The weights of the last
/// epochs are averaged.
struct ConditionalRandomField {
  let labels: Int
  let bits: Int
  /// Row of the weights from each label to the next, by the label before.
  let transitionRows: [UInt32]
  /// Whether a label may follow another: `before * labels + label`.
  let isAllowed: [Bool]
  var rate: Float = 0.1
  var ridge: Float = 3e-3
  private(set) var weights: [Float]
  private var squares: [Float]
  private var totals: [Float]
  private var averaged: Float = 0

  init(bits: Int, labels: Int, transitionRows: [UInt32], isAllowed: [Bool]) {
    (self.bits, self.labels) = (bits, labels)
    self.transitionRows = transitionRows
    self.isAllowed = isAllowed
    weights = Array(repeating: 0, count: labels << bits)
    squares = Array(repeating: 1e-2, count: labels << bits)
    totals = []
  }

  private var mask: UInt32 { UInt32(1 << bits) - 1 }

  /// Takes the weights as they are now into the average.
  mutating func keep() {
    if totals.isEmpty { totals = Array(repeating: 0, count: weights.count) }
    for at in weights.indices { totals[at] += weights[at] }
    averaged += 1
  }

  /// A chain of which a share of the features is left out, so that none is leaned on too much (dropout; Srivastava
  /// et al. 2014).
  static func thinned(_ chain: Chain, _ share: Double, _ random: inout FixedSeed) -> Chain {
    var out = chain
    out.features.removeAll(keepingCapacity: true)
    let bar = UInt64(share * 4_294_967_296)
    for at in 0..<chain.count {
      for feature in chain.of(at) where random.next() & 0xFFFF_FFFF >= bar { out.features.append(feature) }
      out.starts[at + 1] = Int32(out.features.count)
    }
    return out
  }

  /// One step on one chain; the loss of the chain in nats. O(tokens * (features + labels²) * labels).
  @discardableResult
  mutating func learn(_ chain: Chain) -> Float {
    guard chain.count > 0 else { return 0 }
    let scores = emissions(chain)
    let transitions = transitionScores()
    let (tokens, pairs, loss) = Marginals.of(
      scores, transitions: transitions, labels: labels, gold: chain.gold)
    for at in 0..<chain.count {
      for label in 0..<labels {
        let gradient = tokens[at * labels + label] - (Int(chain.gold[at]) == label ? 1 : 0)
        if abs(gradient) < 1e-4 { continue }
        for feature in chain.of(at) { step(Int(feature & mask) * labels + label, gradient) }
      }
    }
    for before in 0..<labels {
      for label in 0..<labels where isAllowed[before * labels + label] {
        step(Int(transitionRows[before] & mask) * labels + label, pairs[before * labels + label])
      }
    }
    return loss
  }

  private mutating func step(_ at: Int, _ gradient: Float) {
    let full = gradient + ridge * weights[at]
    squares[at] += full * full
    weights[at] -= rate * full / squares[at].squareRoot()
  }

  private func emissions(_ chain: Chain) -> [Float] {
    var scores = [Float](repeating: 0, count: chain.count * labels)
    weights.withUnsafeBufferPointer { weights in
      for at in 0..<chain.count {
        for feature in chain.of(at) {
          let row = Int(feature & mask) * labels
          for label in 0..<labels { scores[at * labels + label] += weights[row + label] }
        }
      }
    }
    return scores
  }

  private func transitionScores() -> [Float] {
    var out = [Float](repeating: -30, count: labels * labels)
    for before in 0..<labels {
      for label in 0..<labels where isAllowed[before * labels + label] {
        out[before * labels + label] = weights[Int(transitionRows[before] & mask) * labels + label]
      }
    }
    return out
  }

  /// The mean of the weights that were kept.
  var averagedWeights: [Float] { averaged > 0 ? totals.map { $0 / averaged } : weights }
}

/// Probabilities of labels and of pairs of neighbours in a chain (forward-backward; Rabiner 1989).
enum Marginals {
  /// Token marginals, tokens * labels; the expected less the gold count of each pair of neighbours; the loss.
  static func of(_ scores: [Float], transitions: [Float], labels: Int, gold: [UInt8]) -> (
    [Float], [Float], Float
  ) {
    let count = gold.count
    let jump = transitions.map { exp($0) }
    var local = scores
    var loss: Float = 0
    for at in 0..<count {
      let top = scores[at * labels..<(at + 1) * labels].max()!
      for label in 0..<labels { local[at * labels + label] = exp(scores[at * labels + label] - top) }
      loss += top - scores[at * labels + Int(gold[at])]
    }
    var forward = local
    var backward = [Float](repeating: 1, count: count * labels)
    func normalise(_ row: inout [Float], _ at: Int) -> Float {
      var sum: Float = 0
      for label in 0..<labels { sum += row[at * labels + label] }
      sum = max(sum, 1e-30)
      for label in 0..<labels { row[at * labels + label] /= sum }
      return sum
    }
    loss += log(normalise(&forward, 0))
    for at in 1..<max(1, count) {
      for label in 0..<labels {
        var sum: Float = 0
        for before in 0..<labels {
          sum += forward[(at - 1) * labels + before] * jump[before * labels + label]
        }
        forward[at * labels + label] = sum * local[at * labels + label]
      }
      loss += log(normalise(&forward, at)) - transitions[Int(gold[at - 1]) * labels + Int(gold[at])]
    }
    for at in stride(from: count - 2, through: 0, by: -1) {
      for label in 0..<labels {
        var sum: Float = 0
        for next in 0..<labels {
          sum +=
            jump[label * labels + next] * local[(at + 1) * labels + next]
            * backward[(at + 1) * labels + next]
        }
        backward[at * labels + label] = sum
      }
      _ = normalise(&backward, at)
    }
    var pairs = [Float](repeating: 0, count: labels * labels)
    for at in 1..<max(1, count) {
      var sum: Float = 0
      var here = [Float](repeating: 0, count: labels * labels)
      for before in 0..<labels {
        for label in 0..<labels {
          let p =
            forward[(at - 1) * labels + before] * jump[before * labels + label] * local[at * labels + label]
            * backward[at * labels + label]
          here[before * labels + label] = p
          sum += p
        }
      }
      for pair in here.indices { pairs[pair] += here[pair] / max(sum, 1e-30) }
      pairs[Int(gold[at - 1]) * labels + Int(gold[at])] -= 1
    }
    for at in 0..<count {
      for label in 0..<labels { forward[at * labels + label] *= backward[at * labels + label] }
      _ = normalise(&forward, at)
    }
    return (forward, pairs, loss)
  }
}
