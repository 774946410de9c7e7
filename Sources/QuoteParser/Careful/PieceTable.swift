/// A vocabulary of one piece a line, found by hashing: a dictionary of arrays would take longer to fill than all the
/// rest of the parser takes to get ready.
struct PieceTable: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins, and behind them where one more would.
  private var starts: [Int32] = [0]
  /// Rows by hash, -1 where there is none; those that would share a place stand behind each other.
  private var rows: [Int32]

  /// Copies the vocabulary. O(bytes).
  init(_ vocabulary: UnsafeRawBufferPointer) {
    bytes = Array(vocabulary)
    starts.reserveCapacity(1 << 15)
    for at in bytes.indices where bytes[at] == 0x0A { starts.append(Int32(at + 1)) }
    if bytes.last != 0x0A { starts.append(Int32(bytes.count + 1)) }
    var size = 64
    while size < 2 * starts.count { size *= 2 }
    rows = Array(repeating: -1, count: size)
    for row in 0..<starts.count - 1 {
      let line = bytes[line(row)]
      rows[place(line.reduce(Self.seed, Self.hash), line)] = Int32(row)
    }
  }

  /// The hash of no bytes.
  static let seed: UInt32 = 2_166_136_261
  /// The hash of some bytes and one more (FNV-1a).
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// The row of a piece whose bytes have this hash. O(length).
  func row(_ hash: UInt32, _ piece: ArraySlice<UInt8>, behind mark: [UInt8] = []) -> Int32? {
    let row = rows[place(hash, piece, behind: mark)]
    return row < 0 ? nil : row
  }

  /// The row of a piece. O(length).
  func row(_ piece: String) -> Int32? {
    let piece = ArraySlice(piece.utf8)
    return row(piece.reduce(Self.seed, Self.hash), piece)
  }

  private func line(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) - 1 }

  /// Where a piece stands, or would.
  private func place(_ hash: UInt32, _ piece: ArraySlice<UInt8>, behind mark: [UInt8] = []) -> Int {
    let mask = rows.count - 1
    var place = Int(hash ^ hash >> 15) & mask
    while rows[place] >= 0 {
      let line = line(Int(rows[place]))
      if line.count == mark.count + piece.count, bytes[line.dropLast(piece.count)].elementsEqual(mark),
        bytes[line.dropFirst(mark.count)].elementsEqual(piece)
      {
        break
      }
      place = (place + 1) & mask
    }
    return place
  }
}
