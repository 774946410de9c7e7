import QuoteParser

/// An averaged perceptron (Collins 2002) whose features keep apart: one row of labels each, none shared by chance.
/// Features are fixed before the first update.
struct SparsePerceptron {
  let labels: Int
  private let features: [UInt32]
  private let rowOf: [UInt32: Int32]
  private var weights: [Float]
  private var totals: [Float]
  private var steps: Float = 1

  /// Nothing learned of those features yet.
  init(features: [UInt32], labels: Int) {
    (self.features, self.labels) = (features, labels)
    rowOf = Dictionary(uniqueKeysWithValues: zip(features, 0..<Int32(features.count)))
    weights = Array(repeating: 0, count: labels * features.count)
    totals = weights
  }

  /// Where the weights of each feature that has any begin.
  func rows(_ features: some Sequence<UInt32>, into out: inout [Int]) {
    out.removeAll(keepingCapacity: true)
    for feature in features { if let row = rowOf[feature] { out.append(Int(row) * labels) } }
  }

  /// The label with the highest score; the first of equals.
  func best(_ rows: [Int], _ scores: inout [Float]) -> Int {
    for label in 0..<labels { scores[label] = 0 }
    for row in rows { for label in 0..<labels { scores[label] += weights[row + label] } }
    var best = 0
    for label in 1..<labels where scores[label] > scores[best] { best = label }
    return best
  }

  /// One step: where the guess was wrong its weights fall and those of the right label rise.
  mutating func learn(_ rows: [Int], right: Int, guess: Int) {
    if right != guess {
      for row in rows {
        weights[row + right] += 1
        totals[row + right] += steps
        weights[row + guess] -= 1
        totals[row + guess] -= steps
      }
    }
    steps += 1
  }

  /// The averaged weights as a sparse model file, those below a part of the largest left out, and of more features than
  /// fit those with the smallest weights.
  func file(extra: [UInt8], leaveOutBelow part: Float, mostFeatures: Int = .max) -> [UInt8] {
    var averaged = weights
    for at in averaged.indices { averaged[at] -= totals[at] / steps }
    let top = averaged.lazy.map(abs).max() ?? 0
    let largest = features.indices.map { row in
      averaged[(row * labels)..<((row + 1) * labels)].lazy.map(abs).max() ?? 0
    }
    let least = features.count > mostFeatures ? largest.sorted(by: >)[mostFeatures] : -1
    let scale = max(top, 1) / 32767
    let rows = features.indices.filter { largest[$0] > least }.map {
      index -> (feature: UInt32, row: SparseRows.Row) in
      let row = (0..<labels).map { (label: UInt8($0), weight: averaged[index * labels + $0]) }
      return (
        features[index],
        row.filter { abs($0.weight) > part * top }.map { ($0.label, Int16(($0.weight / scale).rounded())) }
      )
    }
    let table = SparseRows.bytes(rows)
    var out: [UInt8] = Array("WSM2".utf8) + [UInt8(table.bits), UInt8(labels), 0, 0]
    withUnsafeBytes(of: scale.bitPattern.littleEndian) { out += $0 }
    withUnsafeBytes(of: UInt32(table.bytes.count).littleEndian) { out += $0 }
    out += table.bytes
    withUnsafeBytes(of: UInt32(extra.count).littleEndian) { out += $0 }
    return out + extra
  }
}
