/// Marks of terms, two in a byte: the fifteen that terms have most often by their place among these, any other as the
/// sixteenth, and its byte behind them all.
private let frequentMarks: [TermMarks] = [
  [], .verb, .adjective, .name, .number, .opensSentence, [.verb, .negated], [.verb, .possible], .negated,
  .possible, [.adjective, .possible], [.name, .opensSentence], [.adjective, .opensSentence],
  [.adjective, .negated], [.verb, .opensSentence],
]

extension RecordWriter {
  mutating func marks(_ marks: [TermMarks]) {
    let codes = marks.map { UInt8(frequentMarks.firstIndex(of: $0) ?? frequentMarks.count) }
    for place in stride(from: 0, to: codes.count, by: 2) {
      append([codes[place] | (place + 1 < codes.count ? codes[place + 1] << 4 : 0)])
    }
    append(zip(marks, codes).filter { $0.1 == frequentMarks.count }.map(\.0.rawValue))
  }
}

extension RecordReader {
  mutating func marks(_ count: Int) -> [TermMarks] {
    let codes = bytes((count + 1) / 2).flatMap { [$0 & 15, $0 >> 4] }
    return codes.prefix(count).map { code in
      frequentMarks.indices.contains(Int(code))
        ? frequentMarks[Int(code)] : TermMarks(rawValue: bytes(1).first ?? 0)
    }
  }
}
