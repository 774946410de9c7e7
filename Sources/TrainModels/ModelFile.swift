/// The bytes of a model file: see `LinearModel`.
enum ModelFile {
  static func bytes(_ weights: [Float], bits: Int, labels: Int, extra: [UInt8]) -> [UInt8] {
    let sorted = weights.lazy.map(abs).filter { $0 > 0 }.sorted()
    // The largest few are cut, so that the many keep their precision.
    let top = sorted.isEmpty ? 1 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * 0.9999))]
    let scale = top / 127
    var out: [UInt8] = Array("WSM1".utf8) + [UInt8(bits), UInt8(labels), 0, 0]
    withUnsafeBytes(of: scale.bitPattern.littleEndian) { out += $0 }
    out += weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / scale).rounded())))) }
    withUnsafeBytes(of: UInt32(extra.count).littleEndian) { out += $0 }
    return out + extra
  }
}
