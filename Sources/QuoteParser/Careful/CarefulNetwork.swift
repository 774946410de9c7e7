import CKernels

/// MiniLM-L6 (Wang et al. 2020), fine-tuned to tag sources, cues and contents and to point from content to cue and
/// from cue to source; signed-byte weights, read where they lie. The file is described in `export_careful.py`.
package struct CarefulNetwork: @unchecked Sendable {
  // Pointers are to read-only memory that lives as long as the process.
  static let width = 384
  static let heads = 12
  static let hidden = 1536
  static let pointer = 64
  /// Pieces of a window, the one that stands for "none" included.
  static let window = 256
  static let labels = 32

  let pieces: WordPieces
  private let words: UnsafePointer<Int8>
  private let wordScales: UnsafePointer<Float>
  private let places: UnsafePointer<Float>
  private let cases: UnsafePointer<Float>
  /// For each pointer and distance: what is added to the score.
  let near: UnsafePointer<Float>
  private let norm: Norm
  private let layers: [Layer]
  private let tags: kernel_matrix
  private let points: kernel_matrix

  private struct Norm {
    var weight: UnsafePointer<Float>
    var bias: UnsafePointer<Float>
  }

  private struct Layer {
    var qkv: kernel_matrix
    var out: kernel_matrix
    var norm1: Norm
    var up: kernel_matrix
    var down: kernel_matrix
    var norm2: Norm
  }

  /// Reads a network in place, at an address that is a multiple of 64; `nil` where the bytes are none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard var file = PartReader(bytes), file.starts(with: "WSN1") else { return nil }
    let count = file.number(at: 4)
    let text = file.number(at: 8)
    _ = file.take(12)
    guard let vocabulary = file.take(text), let words = file.take(count * Self.width),
      let wordScales = file.floats(count), let places = file.floats(Self.window * Self.width),
      let cases = file.floats(3 * Self.width), let near = file.floats(4 * Self.window),
      let norm = Self.norm(&file)
    else { return nil }
    pieces = WordPieces(vocabulary)
    guard let base = words.baseAddress else { return nil }
    self.words = base.assumingMemoryBound(to: Int8.self)
    (self.wordScales, self.places, self.cases, self.near, self.norm) = (wordScales, places, cases, near, norm)
    var layers: [Layer] = []
    for _ in 0..<6 {
      guard let qkv = file.matrix(3 * Self.width, Self.width), let out = file.matrix(Self.width, Self.width),
        let norm1 = Self.norm(&file), let up = file.matrix(Self.hidden, Self.width),
        let down = file.matrix(Self.width, Self.hidden), let norm2 = Self.norm(&file)
      else { return nil }
      layers.append(Layer(qkv: qkv, out: out, norm1: norm1, up: up, down: down, norm2: norm2))
    }
    self.layers = layers
    guard let tags = file.matrix(Self.labels, Self.width),
      let points = file.matrix(4 * Self.pointer, Self.width)
    else { return nil }
    (self.tags, self.points) = (tags, points)
  }

  private static func norm(_ file: inout PartReader) -> Norm? {
    guard let weight = file.floats(width), let bias = file.floats(width) else { return nil }
    return Norm(weight: weight, bias: bias)
  }

  /// What the network says of one window: for each piece its label scores, and its queries and keys as a pointer.
  struct Answer {
    /// `labels` floats a piece, of which the first seven count.
    var tags: [Float]
    /// Query and key of the pointer to the cue, then those of the pointer to the source: 4 * 64 floats a piece.
    var points: [Float]
  }

  /// Runs one window, `[CLS]` first, at most 256 pieces. O(pieces * weights).
  func run(_ ids: [Int32], casing: [UInt8], _ work: inout Workspace) -> Answer {
    let m = ids.count
    work.prepare(m)
    embed(ids, casing, &work.x)
    for layer in layers {
      work.multiply(\.x, layer.qkv)
      work.attend(m)
      work.multiply(\.attended, layer.out)
      work.settle(m, layer.norm1.weight, layer.norm1.bias)
      work.multiply(\.x, layer.up)
      work.activate(m * Self.hidden)
      work.multiply(\.activated, layer.down)
      work.settle(m, layer.norm2.weight, layer.norm2.bias)
    }
    work.multiply(\.x, tags)
    let tagged = Array(work.product[..<(m * Self.labels)])
    work.multiply(\.x, points)
    return Answer(tags: tagged, points: Array(work.product[..<(m * 4 * Self.pointer)]))
  }

  private func embed(_ ids: [Int32], _ casing: [UInt8], _ x: inout [Float]) {
    let width = Self.width
    let zeros = [Float](repeating: 0, count: width)
    x.withUnsafeMutableBufferPointer { x in
      guard let base = x.baseAddress else { return }
      for at in ids.indices {
        let row = Int(ids[at])
        let scale = wordScales[row]
        for column in 0..<width {
          base[at * width + column] =
            Float(words[row * width + column]) * scale + places[at * width + column]
            + cases[Int(casing[at]) * width + column]
        }
        kernel_add_norm(base + at * width, zeros, 1, Int32(width), norm.weight, norm.bias)
      }
    }
  }
}

/// The numbers of one window while it passes through the layers: 4 MB, made once and used for one window after the
/// other.
struct Workspace {
  fileprivate var x: [Float] = []
  fileprivate var attended: [Float] = []
  fileprivate var activated: [Float] = []
  fileprivate var product: [Float] = []
  private var bytes: [UInt8] = []
  private var scales: [Float] = []
  private var scratch: [Float] = []
  /// Pieces of the window at hand, and of the largest there was.
  private var (count, room) = (0, 0)

  /// Makes room for a window of `m` pieces; what is there from the one before is written over.
  fileprivate mutating func prepare(_ m: Int) {
    count = m
    guard m > room else { return }
    room = m
    let width = CarefulNetwork.width
    x = Array(repeating: 0, count: m * width)
    attended = x
    product = Array(repeating: 0, count: m * CarefulNetwork.hidden)
    activated = product
    bytes = Array(repeating: 0, count: m * CarefulNetwork.hidden)
    scales = Array(repeating: 0, count: m)
    scratch = Array(repeating: 0, count: 36 * ((m + 31) / 32 * 32))
  }

  /// `product` becomes the rows of `from` times a matrix.
  fileprivate mutating func multiply(_ from: KeyPath<Workspace, [Float]>, _ matrix: kernel_matrix) {
    let m = Int32(count)
    var matrix = matrix
    kernel_quantise(self[keyPath: from], m, matrix.k, &bytes, &scales)
    kernel_multiply(bytes, scales, m, &matrix, &product)
  }

  fileprivate mutating func attend(_ m: Int) {
    kernel_attend(product, Int32(m), Int32(CarefulNetwork.heads), &scratch, &attended)
  }

  fileprivate mutating func activate(_ count: Int) {
    swap(&activated, &product)
    kernel_gelu(&activated, Int32(count))
  }

  fileprivate mutating func settle(_ m: Int, _ weight: UnsafePointer<Float>, _ bias: UnsafePointer<Float>) {
    kernel_add_norm(&x, product, Int32(m), Int32(CarefulNetwork.width), weight, bias)
  }
}

/// Takes a file apart whose parts begin at multiples of 64 bytes.
private struct PartReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 64, let base = bytes.baseAddress, Int(bitPattern: base) % 16 == 0 else { return nil }
    self.bytes = bytes
  }

  func starts(with magic: String) -> Bool { bytes.starts(with: magic.utf8) }
  func number(at offset: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }

  mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    let start = (at + 63) & ~63
    guard count >= 0, start + count <= bytes.count else { return nil }
    at = start + count
    return UnsafeRawBufferPointer(rebasing: bytes[start..<at])
  }

  mutating func floats(_ count: Int) -> UnsafePointer<Float>? {
    take(count * 4)?.baseAddress?.assumingMemoryBound(to: Float.self)
  }

  mutating func matrix(_ n: Int, _ k: Int) -> kernel_matrix? {
    guard let blocks = take(n * k)?.baseAddress, let scales = floats(n), let sums = take(n * 4)?.baseAddress,
      let biases = floats(n)
    else { return nil }
    return kernel_matrix(
      blocks: blocks.assumingMemoryBound(to: Int8.self), scales: scales,
      sums: sums.assumingMemoryBound(to: Int32.self), biases: biases, n: Int32(n), k: Int32(k))
  }
}
