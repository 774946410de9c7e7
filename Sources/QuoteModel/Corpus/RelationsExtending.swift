extension RelationLists {
  /// A relation as a list has it.
  fileprivate struct Entry {
    var head: Int
    var target: Int
    var score: Int
    var reason: Int
  }

  /// These relations with others: of quotations from `around` on behind the rest, and between them and those that `place`
  /// finds here. What those around have with each other is left out. O(all records).
  func extended(by other: RelationLists, behind around: Int, _ place: (QuotationID) -> QuotationID)
    -> RelationLists
  {
    var all = self
    let (firstReason, firstWord) = (reasons.count, words.count)
    for row in 0..<other.words.count { all.words.append { $0.append(other.words[row]) } }
    for row in 0..<other.reasons.count {
      var reader = RecordReader(other.reasons[row])
      all.reasons.append { record in while !reader.isAtEnd { record.number(reader.number() + firstWord) } }
    }
    var added: [Int: [Entry]] = [:]
    for row in 0..<other.count {
      let here = place(QuotationID(row)).index
      let entries = other.entries(of: row).filter { row >= around || $0.target >= around }
      guard !entries.isEmpty else { continue }
      added[here] = entries.map {
        Entry(
          head: $0.head, target: place(QuotationID($0.target)).index, score: $0.score,
          reason: $0.reason + firstReason)
      }
    }
    all.lists = RecordLists()
    for row in 0..<count {
      guard let more = added[row] else {
        all.lists.append { $0.append(lists[row]) }
        continue
      }
      var entries = entries(of: row) + more
      // The strongest first, those of before first among equals.
      entries.sort { ($0.score, $1.target) > ($1.score, $0.target) }
      all.lists.append { $0.append(entries, of: row) }
    }
    for row in around..<Swift.max(around, other.count) {
      let here = place(QuotationID(row)).index
      all.lists.append { $0.append(added[here] ?? [], of: here) }
    }
    return all
  }

  private func entries(of row: Int) -> [Entry] {
    var reader = RecordReader(lists[row])
    var out: [Entry] = []
    while !reader.isAtEnd {
      let head = reader.number()
      let target = row &+ reader.signed()
      out.append(Entry(head: head, target: target, score: reader.number(), reason: reader.number()))
    }
    return out.filter { 0..<count ~= $0.target }
  }
}

extension RecordWriter {
  fileprivate mutating func append(_ entries: [RelationLists.Entry], of row: Int) {
    for entry in entries {
      number(entry.head)
      signed(entry.target - row)
      number(entry.score)
      number(entry.reason)
    }
  }
}
