// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteParser

/// A log-linear choice among candidates (maximum entropy), learned by AdaGrad with a ridge towards zero; the
/// weights of the last epochs are averaged.
struct LogLinear {
  let bits: Int
  var rate: Float = 0.1
  var ridge: Float = 1e-3
  private var weights: [Float]
  private var squares: [Float]
  private var totals: [Float] = []
  private var kept: Float = 0

  init(bits: Int) {
    self.bits = bits
    weights = Array(repeating: 0, count: 1 << bits)
    squares = Array(repeating: 1e-2, count: 1 << bits)
  }

  private func row(_ feature: UInt32) -> Int { Int(feature & UInt32(1 << bits - 1)) }

  /// The sum of the weights of some features.
  func score(_ features: [UInt32]) -> Float { features.reduce(0) { $0 + weights[row($1)] } }

  /// The row of the best candidate.
  func best(_ candidates: [[UInt32]]) -> Int {
    let scores = candidates.map { score($0) }
    return scores.firstIndex(of: scores.max()!)!
  }

  /// Takes the weights as they are now into the average.
  mutating func keep() {
    if totals.isEmpty { totals = Array(repeating: 0, count: weights.count) }
    for at in weights.indices { totals[at] += weights[at] }
    kept += 1
  }

  /// One step towards the right candidate.
  mutating func learn(_ candidates: [[UInt32]], right: Int) {
    let scores = candidates.map { score($0) }
    let top = scores.max()!
    let sum = scores.reduce(0) { $0 + exp($1 - top) }
    for (at, features) in candidates.enumerated() {
      let gradient = exp(scores[at] - top) / sum - (at == right ? 1 : 0)
      if abs(gradient) < 1e-4 { continue }
      for feature in features { step(row(feature), gradient) }
    }
  }

  private mutating func step(_ at: Int, _ gradient: Float) {
    let full = gradient + ridge * weights[at]
    squares[at] += full * full
    weights[at] -= rate * full / squares[at].squareRoot()
  }

  /// The averaged weights as a model file of `1 << labelBits` labels: the lowest bits of a feature are its label.
  func file(labelBits: Int = 0, extra: [UInt8] = []) -> [UInt8] {
    ModelFile.bytes(
      kept > 0 ? totals.map { $0 / kept } : weights, bits: bits - labelBits, labels: 1 << labelBits,
      extra: extra)
  }
}
