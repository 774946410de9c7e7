/// The relations of each quotation, the strongest first, in few bytes: targets by their distance, scores in
/// hundredths, reasons once each and made of numbered words. Made anew when they are asked for.
public struct RelationLists: Sendable {
  /// For each quotation its relations.
  var lists = RecordLists()
  /// The reasons, as numbers of words.
  var reasons = RecordLists()
  /// The words of reasons.
  var words = RecordLists()

  /// No relations of no quotations.
  public init() {}

  /// A list for each quotation. O(relations).
  public init(_ relations: some Sequence<some Sequence<Relation>>) {
    var (reasonRows, wordRows): ([String: Int], [Substring: Int]) = ([:], [:])
    var record = RecordWriter()
    for (quotation, list) in relations.enumerated() {
      record.clear()
      for relation in list {
        let reason = reasonRows[relation.evidence] ?? reasonRows.count
        if reason == reasonRows.count {
          reasonRows[relation.evidence] = reason
          reasons.append(RelationLists.reason(relation.evidence, &wordRows, &words))
        }
        record.number(Int(relation.kind.rawValue) << 1 | (relation.isForward ? 1 : 0))
        record.signed(relation.target.index - quotation)
        record.number(RelationLists.scaled(relation.score))
        record.number(reason)
      }
      lists.append(record)
    }
    lists.trim()
    reasons.trim()
    words.trim()
  }

  private static let scale: Float = 100
  private static func scaled(_ score: Float) -> Int {
    score > 0 ? Int((Swift.min(score, 1) * scale).rounded()) : 0
  }

  private static func reason(
    _ text: String, _ rows: inout [Substring: Int], _ words: inout RecordLists
  ) -> RecordWriter {
    var record = RecordWriter()
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let row = rows[word] ?? rows.count
      if row == rows.count {
        rows[word] = row
        words.append { $0.append(word.utf8) }
      }
      record.number(row)
    }
    return record
  }

  /// How many quotations there are.
  public var count: Int { lists.count }

  /// The relations of quotation `index`. O(their number).
  public subscript(index: Int) -> [Relation] {
    var reader = RecordReader(lists[index])
    var out: [Relation] = []
    while !reader.isAtEnd {
      let head = reader.number()
      let target = index &+ reader.signed()
      let score = Float(Int16(clamping: reader.number())) / RelationLists.scale
      let reason = reader.number()
      guard 0..<count ~= target, 0..<reasons.count ~= reason,
        let kind = Relation.Kind(rawValue: UInt8(truncatingIfNeeded: head >> 1))
      else { continue }
      out.append(
        Relation(
          to: QuotationID(target), kind, isForward: head & 1 == 1, score: score,
          evidence: text(of: reason)))
    }
    return out
  }

  private func text(of reason: Int) -> String {
    var (reader, texts) = (RecordReader(reasons[reason]), [String]())
    while !reader.isAtEnd {
      let word = reader.number()
      if 0..<words.count ~= word { texts.append(String(decoding: words[word], as: UTF8.self)) }
    }
    return texts.joined(separator: " ")
  }
}

extension RelationLists: Sequence {
  /// Each quotation's relations in turn.
  public func makeIterator() -> some IteratorProtocol<[Relation]> {
    (0..<count).lazy.map { self[$0] }.makeIterator()
  }
}
