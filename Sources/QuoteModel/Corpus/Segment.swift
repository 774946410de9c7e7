/// An immutable batch of articles with their quotations as columns. Published once, shared by every
/// snapshot of the corpus that holds it.
///
/// Rows are local to the segment; `firstArticle`, `firstQuotation` and `firstActor` turn them into the
/// corpus' rows.
public final class Segment: Sendable {
  /// Corpus row of the first article.
  public let firstArticle: Int
  /// Corpus row of the first quotation.
  public let firstQuotation: Int
  /// Row of the first article actor, counted over all segments.
  public let firstActor: Int

  let columns: SegmentColumns
  /// The keys between which the dates of its quotations lie, those of no year left out; `nil` where there is none.
  let dateRange: ClosedRange<Int32>?

  /// Packs a batch; `firstArticle` and so on count what earlier segments hold. O(batch).
  public convenience init(
    _ batch: [DigestedArticle], firstArticle: Int, firstQuotation: Int, firstActor: Int
  ) {
    var packing = SegmentPacking()
    for article in batch { packing.add(article) }
    self.init(
      packing.finished(), firstArticle: firstArticle, firstQuotation: firstQuotation, firstActor: firstActor)
  }

  /// The same batch at another place of the corpus, its columns shared. O(1).
  public init(_ other: Segment, firstArticle: Int, firstQuotation: Int, firstActor: Int) {
    (self.firstArticle, self.firstQuotation, self.firstActor) = (firstArticle, firstQuotation, firstActor)
    (columns, dateRange) = (other.columns, other.dateRange)
  }

  init(_ columns: SegmentColumns, firstArticle: Int, firstQuotation: Int, firstActor: Int) {
    (self.firstArticle, self.firstQuotation, self.firstActor) = (firstArticle, firstQuotation, firstActor)
    self.columns = columns
    let years = columns.dates.lazy.filter { $0 >= PartialDate.firstYear }
    dateRange = years.min().flatMap { least in years.max().map { least...$0 } }
  }

  // MARK: Articles.

  /// How many articles it holds.
  public var articleCount: Int { columns.texts.count }

  /// Article `row`. O(its parts).
  public func article(_ row: Int) -> Article {
    var details = details(row)
    return details.article(text: columns.texts[row])
  }

  /// The text of article `row`. O(1).
  public func text(_ row: Int) -> String { columns.texts[row] }

  /// The title of article `row`. O(title).
  public func title(_ row: Int) -> String {
    var details = details(row)
    return details.text()
  }

  /// Shows the title of each article, of those without one the name. O(titles).
  public func visitTitles(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    for row in 0..<articleCount {
      var details = details(row)
      var title = details.bytes()
      if title.isEmpty { title = details.bytes() }
      title.withUnsafeBufferPointer { body(row, $0) }
    }
  }

  /// What exports call article `row`. O(name).
  public func name(_ row: Int) -> String {
    var details = details(row)
    details.skip()
    return details.text()
  }

  /// Who published article `row`. O(name).
  public func outlet(_ row: Int) -> String? {
    var details = details(row)
    details.skip()
    details.skip()
    return details.optional()
  }

  private func details(_ row: Int) -> RecordReader {
    RecordReader(columns.details[row], end: columns.texts[row].utf8.count)
  }

  /// The local rows of the quotations of article `row`. O(1).
  public func quotations(_ row: Int) -> Range<Int> {
    Int(columns.quotationStarts[row])..<Int(columns.quotationStarts[row + 1])
  }

  /// The local rows of the actors of article `row`. O(1).
  public func actorRows(_ row: Int) -> Range<Int> {
    Int(columns.actorStarts[row])..<Int(columns.actorStarts[row + 1])
  }

  /// How many article actors it holds.
  public var actorCount: Int { columns.actorStarts.last.map(Int.init) ?? 0 }

  /// The actors of article `row` as it gives them; `members` are rows of the same article. O(their names).
  public func actors(_ row: Int) -> [Actor] {
    var reader = RecordReader(columns.actors[row])
    return actorRows(row).map { _ in reader.actor() }
  }

  /// Mentions of article `row`, in text order; `actor` is a row of the same article. O(mentions).
  public func mentions(_ row: Int) -> [Mention] {
    var reader = RecordReader(columns.mentions[row], end: columns.texts[row].utf8.count)
    return reader.mentions(actors: actorRows(row).count)
  }

  // MARK: Quotations.

  /// How many quotations it holds.
  public var count: Int { columns.dates.count }

  /// Article of quotation `row`, as a local row. O(log articles).
  public func article(of row: Int) -> Int { columns.quotationStarts.partitionPoint { $0 > row } - 1 }

  /// Speakers of each quotation, as local actor rows.
  public var speakerRows: ShortLists<Int32> { columns.speakers }

  /// Actors that each quotation speaks of, as local actor rows.
  public var aboutRows: CountedLists<Int32> { columns.about }

  /// Spans of the content of quotation `row`. O(1).
  public func contentSpans(_ row: Int) -> ArraySlice<TextRange> { columns.content[row] }

  /// Kind of quotation `row`. O(1).
  public func kind(_ row: Int) -> Quotation.Kind { QuotationFlags(rawValue: columns.flags[row]).kind }

  /// Confidence of quotation `row`. O(1).
  public func confidence(_ row: Int) -> Float { SegmentColumns.confidence(columns.confidences[row]) }

  /// Of each quotation `PartialDate.sortKey` of when it was said, 0 where unknown.
  public var dateKeys: [Int32] { columns.dates }

  /// `PartialDate.sortKey` of when quotation `row` was said, 0 where unknown. O(1).
  public func dateKey(_ row: Int) -> Int32 { columns.dates[row] }

  /// Quotation `row`; `speakers` and `about` are local actor rows, `parent` counts from its article's first.
  public func quotation(_ row: Int) -> Quotation {
    let flags = QuotationFlags(rawValue: columns.flags[row])
    let content = Array(columns.content[row])
    let article = article(of: row)
    let place = content.first?.lower ?? 0
    var reader = RecordReader(columns.contexts[row], end: columns.texts[article].utf8.count)
    return Quotation(
      content: content, cue: flags.contains(.hasCue) ? reader.range(from: place) : nil,
      source: flags.contains(.hasSource) ? reader.range(from: place) : nil,
      speakers: columns.speakers[row].map(Int.init), about: columns.about[row].map(Int.init),
      kind: flags.kind,
      asked: flags.contains(.hasAsked) ? reader.range(from: place) : nil,
      time: PartialDate(sortKey: columns.dates[row]).map {
        Quotation.Time($0, isStated: flags.contains(.isStated), isExact: flags.contains(.isExact))
      },
      parent: flags.contains(.hasParent) ? reader.index(below: quotations(article).count) : nil,
      confidence: confidence(row))
  }

  /// Shows the bytes of each span of some quotations' words, rows ascending; each article's text is taken up once.
  /// O(rows).
  @inline(__always)
  func visitWords(of rows: [Int32], _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    var next = 0
    while next < rows.count {
      let article = article(of: Int(rows[next]))
      let end = quotations(article).upperBound
      var text = columns.texts[article]
      text.withUTF8 { bytes in
        while next < rows.count, Int(rows[next]) < end {
          let row = Int(rows[next])
          for span in columns.content[row] {
            let range = min(span.lower, bytes.count)..<min(span.upper, bytes.count)
            body(row, UnsafeBufferPointer(rebasing: bytes[range]))
          }
          next += 1
        }
      }
    }
  }
}

/// What is known of a quotation in yes and no, and its kind in the two lowest bits.
struct QuotationFlags: OptionSet {
  let rawValue: UInt8

  static let isStated = QuotationFlags(rawValue: 4)
  static let isExact = QuotationFlags(rawValue: 8)
  static let hasCue = QuotationFlags(rawValue: 16)
  static let hasSource = QuotationFlags(rawValue: 32)
  static let hasAsked = QuotationFlags(rawValue: 64)
  static let hasParent = QuotationFlags(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ quotation: Quotation) {
    self.init(rawValue: quotation.kind.rawValue)
    if quotation.time?.isStated ?? false { insert(.isStated) }
    if quotation.time?.isExact ?? false { insert(.isExact) }
    if quotation.cue?.isEmpty == false { insert(.hasCue) }
    if quotation.source?.isEmpty == false { insert(.hasSource) }
    if quotation.asked?.isEmpty == false { insert(.hasAsked) }
    if quotation.parent != nil { insert(.hasParent) }
  }

  var kind: Quotation.Kind { Quotation.Kind(rawValue: rawValue & 3) ?? .indirect }
}

extension RandomAccessCollection where Index == Int {
  /// The first place whose element is as asked, where all such are behind all others. O(log n).
  package func partitionPoint(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
