extension Segment {
  static let kind: UInt64 = 0x746E_656D_6765_7377  // "wsegment"

  /// Its columns as bytes, to be written somewhere and read again. O(segment).
  public func bytes() -> [UInt8] {
    var columns = columns
    return ColumnBytes.write(Segment.kind, { columns.visit(&$0) })
  }

  /// A segment of bytes that `bytes()` made, its rows behind those that earlier segments hold. Everything that is an
  /// index of something is checked; other bytes are an error. O(segment).
  public convenience init(
    bytes: UnsafeRawBufferPointer, firstArticle: Int, firstQuotation: Int, firstActor: Int
  ) throws(ColumnFailure) {
    var reader = try ColumnBytes.reader(of: bytes, Segment.kind)
    var columns = SegmentColumns()
    try columns.visit(&reader)
    guard reader.isAtEnd else { throw .truncated }
    if let column = columns.unsound { throw .damaged(column) }
    self.init(columns, firstArticle: firstArticle, firstQuotation: firstQuotation, firstActor: firstActor)
  }
}

extension SegmentColumns {
  /// The first column found to hold what cannot be, if there is one. O(segment).
  fileprivate var unsound: String? {
    let (articles, quotations) = (texts.count, dates.count)
    for (name, lists, count) in [
      ("article details", details, articles), ("article actors", actors, articles),
      ("mentions", mentions, articles), ("cues and sources", contexts, quotations),
      ("phrases", phrases, phrases.count), ("terms and phrases of quotations", terms, quotations),
    ] where !lists.isSound(count) { return name }
    guard quotationStarts.areStarts(articles, of: quotations) else { return "quotations of articles" }
    guard actorStarts.areStarts(articles, of: Int(actorStarts.last ?? 0)) else { return "actors of articles" }
    guard dates.allSatisfy({ 0..<PartialDate.keyLimit ~= $0 }) else {
      return "dates"
    }
    guard flags.count == quotations else { return "flags" }
    guard confidences.count == quotations else {
      return "confidences"
    }
    guard content.isSound(quotations), speakers.isSound(quotations), about.isSound(quotations) else {
      return "content, speakers, spoken of"
    }
    guard words.isSound else { return "index" }
    return texts.indices.allSatisfy(isSound) ? nil : "quotations"
  }

  /// Whether the quotations of an article stand in its text and point at its actors.
  private func isSound(_ article: Int) -> Bool {
    let rows = Int(quotationStarts[article])..<Int(quotationStarts[article + 1])
    let people = actorStarts[article]..<actorStarts[article + 1]
    let end = texts[article].utf8.count
    return rows.allSatisfy { row in
      content[row].allSatisfy { $0.start <= $0.end && $0.upper <= end }
        && speakers[row].allSatisfy(people.contains) && about[row].allSatisfy(people.contains)
    }
  }
}

extension WordIndex {
  fileprivate var isSound: Bool {
    postings.isSound(postings.count) && (words.isEmpty || !blocks.isEmpty)
      && blocks.count == postings.blocks.count
      && blocks.allSatisfy { $0 <= words.count } && zip(blocks, blocks.dropFirst()).allSatisfy(<=)
  }
}

extension PackedLists {
  /// Whether the starts are those of so many lists.
  func isSound(_ count: Int) -> Bool { starts.areStarts(count, of: items.count) }
}

extension [Int32] {
  /// Whether they cut `items` into `count` parts.
  func areStarts(_ count: Int, of items: Int) -> Bool {
    self.count == count + 1 && first == 0 && last.map(Int.init) == items
      && zip(self, dropFirst()).allSatisfy(<=)
  }
}
