import CKernels
import Testing

/// The C loops of the careful network against the plain sums they stand for.
@Suite struct KernelTests {
  /// Numbers between -1 and 1, the same on every run.
  private func numbers(_ count: Int, seed: UInt32) -> [Float] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(Int32(bitPattern: state) >> 8) / Float(1 << 23)
    }
  }

  /// A matrix of n rows and k columns as the file has it: for every sixteen rows, four columns of each at a time.
  private struct Matrix {
    let (n, k): (Int, Int)
    var weights: [Int8]
    var scales: [Float]
    var biases: [Float]

    var blocks: [Int8] {
      var out: [Int8] = []
      for block in stride(from: 0, to: n, by: 16) {
        for column in stride(from: 0, to: k, by: 4) {
          for row in block..<block + 16 { out += weights[row * k + column..<row * k + column + 4] }
        }
      }
      return out
    }

    var sums: [Int32] {
      (0..<n).map { row in weights[row * k..<(row + 1) * k].reduce(0) { $0 + Int32($1) } }
    }
  }

  @Test(arguments: [
    (1, 32, 4), (2, 32, 384), (3, 64, 12), (7, 96, 40), (8, 32, 64), (9, 32, 64), (21, 128, 100),
  ])
  func productsAreThoseOfAPlainSum(m: Int, n: Int, k: Int) {
    let matrix = Matrix(
      n: n, k: k, weights: numbers(n * k, seed: 1).map { Int8($0 * 127) },
      scales: numbers(n, seed: 2).map { abs($0) / 100 + 0.001 }, biases: numbers(n, seed: 3))
    let x = numbers(m * k, seed: 4).map { $0 * 5 }
    var (bytes, scales) = ([UInt8](repeating: 0, count: m * k), [Float](repeating: 0, count: m))
    kernel_quantise(x, Int32(m), Int32(k), &bytes, &scales)
    // Plain C, AVX2 and AVX-512, of which this processor may not have all.
    for form in Int32(0)...2 { expectProducts(form, matrix, bytes, scales, m) }
  }

  private func expectProducts(_ form: Int32, _ matrix: Matrix, _ bytes: [UInt8], _ scales: [Float], _ m: Int)
  {
    let (n, k) = (matrix.n, matrix.k)
    var isThere: Int32 = 0
    // One row more than asked for shows whether the kernel writes behind its end.
    var out = [Float](repeating: -7, count: (m + 1) * n)
    matrix.blocks.withUnsafeBufferPointer { blocks in
      matrix.sums.withUnsafeBufferPointer { sums in
        matrix.scales.withUnsafeBufferPointer { weightScales in
          matrix.biases.withUnsafeBufferPointer { biases in
            var packed = kernel_matrix(
              blocks: blocks.baseAddress, scales: weightScales.baseAddress, sums: sums.baseAddress,
              biases: biases.baseAddress, n: Int32(n), k: Int32(k))
            isThere = kernel_multiply_in(form, bytes, scales, Int32(m), &packed, &out)
          }
        }
      }
    }
    #expect(isThere == 1 || form > 0)
    guard isThere == 1 else { return }
    for row in 0..<m {
      for column in 0..<n {
        var sum: Int32 = 0
        for i in 0..<k {
          sum += (Int32(bytes[row * k + i]) - 128) * Int32(matrix.weights[column * k + i])
        }
        let wanted = Float(sum) * scales[row] * matrix.scales[column] + matrix.biases[column]
        #expect(
          abs(out[row * n + column] - wanted) < 1e-4 * max(1, abs(wanted)), "row \(row), column \(column)")
      }
    }
    #expect(out[(m * n)...].allSatisfy { $0 == -7 })
  }

  @Test func bytesAreWithinHalfAStepOfTheNumbers() {
    let (m, k) = (3, 37)
    var x = numbers(m * k, seed: 9)
    for i in 0..<k { x[2 * k + i] = 0 }
    var (bytes, scales) = ([UInt8](repeating: 0, count: m * k), [Float](repeating: 0, count: m))
    kernel_quantise(x, Int32(m), Int32(k), &bytes, &scales)
    for row in 0..<m {
      for i in 0..<k {
        let value = (Float(bytes[row * k + i]) - 128) * scales[row]
        #expect(abs(value - x[row * k + i]) <= scales[row] * 0.501)
      }
    }
  }

  @Test(arguments: [(1, 1), (3, 2), (31, 1), (32, 3), (33, 2), (70, 12)])
  func attentionIsThatOfAPlainSum(m: Int, heads: Int) {
    let width = 32 * heads
    let qkv = numbers(m * 3 * width, seed: 5).map { $0 * 3 }
    var scratch = [Float](repeating: 9, count: 36 * ((m + 31) / 32 * 32))
    var out = [Float](repeating: -7, count: (m + 1) * width)
    kernel_attend(qkv, Int32(m), Int32(heads), &scratch, &out)
    func value(_ row: Int, _ part: Int, _ head: Int, _ i: Int) -> Double {
      Double(qkv[row * 3 * width + part * width + head * 32 + i])
    }
    for head in 0..<heads {
      for row in 0..<m {
        let shares = (0..<m).map { other in
          exponential(
            (0..<32).reduce(0) { $0 + value(row, 0, head, $1) * value(other, 1, head, $1) }
              / 32.0.squareRoot())
        }
        let all = shares.reduce(0, +)
        for i in 0..<32 {
          let wanted = (0..<m).reduce(0) { $0 + shares[$1] / all * value($1, 2, head, i) }
          #expect(abs(Double(out[row * width + head * 32 + i]) - wanted) < 1e-4, "head \(head), row \(row)")
        }
      }
    }
    #expect(out[(m * width)...].allSatisfy { $0 == -7 })
  }

  /// e^x by its series, for want of Foundation.
  private func exponential(_ x: Double) -> Double {
    let small = x / 1024
    let power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    return (0..<10).reduce(power) { value, _ in value * value }
  }

  @Test func normsHaveNoMeanAndTheWeightsSize() {
    let k = 40
    var x = numbers(2 * k, seed: 6)
    let y = numbers(2 * k, seed: 7)
    kernel_add_norm(&x, y, 2, Int32(k), [Float](repeating: 2, count: k), [Float](repeating: 0.5, count: k))
    for row in 0..<2 {
      let values = x[row * k..<(row + 1) * k].map { ($0 - 0.5) / 2 }
      #expect(abs(values.reduce(0, +) / Float(k)) < 1e-4)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / Float(k) - 1) < 1e-3)
    }
  }

  @Test func smallOnes() {
    var x: [Float] = [-10, -1, 0, 1, 10]
    kernel_gelu(&x, 5)
    for (value, wanted) in zip(x, [0, -0.158655, 0, 0.841345, 10] as [Float]) {
      #expect(abs(value - wanted) < 1e-5)
    }
    let (a, b) = (numbers(67, seed: 8), numbers(67, seed: 10))
    #expect(abs(kernel_dot(a, b, 67) - zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-4)
  }
}
