/// Everything a segment holds: numbers in arrays, and records of bytes (`RecordWriter`) for what is looked at seldom.
///
/// `visit` is the one list of the columns: what writes a segment as bytes, reads it or counts it goes by that.
struct SegmentColumns: Sendable {
  // One entry an article.
  var texts: [String] = []
  /// Name, title, outlet and so on.
  var details = RecordLists()
  /// Its first quotation, and behind the last article the end.
  var quotationStarts: [Int32] = [0]
  /// Its first actor, and behind the last article the end.
  var actorStarts: [Int32] = [0]
  var actors = RecordLists()
  var mentions = RecordLists()

  // One entry a quotation.
  /// `PartialDate.sortKey`.
  var dates: [Int32] = []
  /// `QuotationFlags`.
  var flags: [UInt8] = []
  /// In ten-thousandths.
  var confidences: [UInt16] = []
  var content = ShortLists<TextRange>()
  var speakers = ShortLists<Int32>()
  var about = CountedLists<Int32>()
  /// Cue, source, question and parent, as far as the flags tell of them.
  var contexts = RecordLists()

  // For linking.
  /// What the numbers of terms stand for.
  var termHashes: [UInt32] = []
  /// Key phrases, once for each wording.
  var phrases = RecordLists()
  /// `QuotationTerms` of each quotation, terms and phrases by number.
  var terms = RecordLists()

  // For searching.
  var words = WordIndex()

  /// Shows every column to a visitor, always in this order.
  mutating func visit<Visitor: ColumnVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit("article texts", &texts)
    try visitor.visit("article details", &details)
    try visitor.visit("quotations of articles", &quotationStarts)
    try visitor.visit("actors of articles", &actorStarts)
    try visitor.visit("article actors", &actors)
    try visitor.visit("mentions", &mentions)
    try visitor.visit("dates", &dates)
    try visitor.visit("flags", &flags)
    try visitor.visit("confidences", &confidences)
    try visitor.visit("content", &content)
    try visitor.visit("speakers", &speakers)
    try visitor.visit("spoken of", &about)
    try visitor.visit("cues and sources", &contexts)
    try visitor.visit("term hashes", &termHashes)
    try visitor.visit("phrases", &phrases)
    try visitor.visit("terms and phrases of quotations", &terms)
    try visitor.visit("index: words", &words.words)
    try visitor.visit("index: places of words", &words.blocks)
    try visitor.visit("index: rows", &words.postings)
  }

  /// A confidence as the column has it.
  static func scaled(_ confidence: Float) -> UInt16 {
    confidence > 0 ? UInt16((min(confidence, 1) * 10_000).rounded()) : 0
  }

  static func confidence(_ scaled: UInt16) -> Float { Float(scaled) / 10_000 }
}

/// Something done to one column after the other.
protocol ColumnVisitor {
  associatedtype Failure: Error
  mutating func visit<Item: BitwiseCopyable>(_ name: StaticString, _ column: inout [Item]) throws(Failure)
  mutating func visit(_ name: StaticString, _ texts: inout [String]) throws(Failure)
}

extension ColumnVisitor {
  mutating func visit<Item: BitwiseCopyable & Sendable>(
    _ name: StaticString, _ lists: inout PackedLists<Item>
  )
    throws(Failure)
  {
    try visit(name, &lists.items)
    try visit(name, &lists.starts)
  }

  mutating func visit<Item>(_ name: StaticString, _ lists: inout CountedLists<Item>) throws(Failure) {
    try visit(name, &lists.items)
    try visit(name, &lists.lengths)
    try visit(name, &lists.blocks)
    try visit(name, &lists.long)
    try visit(name, &lists.counts)
  }

  mutating func visit<Item: ListMark>(_ name: StaticString, _ lists: inout ShortLists<Item>) throws(Failure) {
    try visit(name, &lists.single)
    try visit(name, &lists.others)
  }

  mutating func visit(_ name: StaticString, _ records: inout RecordLists) throws(Failure) {
    try visit(name, &records.bytes)
    try visit(name, &records.blocks)
    try visit(name, &records.counts)
  }
}
