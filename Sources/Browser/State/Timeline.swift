import QuoteModel
import Screen

/// How many of the quotations found were said when, in all and by each of some speakers.
struct Timeline: Equatable, Sendable {
  /// A stretch of time: a day, a month, a year or several.
  struct Bucket: Equatable, Sendable {
    /// `PartialDate.sortKey` of its first day and of the day behind its last.
    var first, end: Int32
    var count = 0
    /// Whether it holds the few that lie long before all others.
    var isLongAgo = false
  }

  struct Row: Equatable, Sendable {
    var name: String
    var counts: [Int]
  }

  private(set) var buckets: [Bucket] = []
  private(set) var rows: [Row] = []
  /// What a date could not be told of.
  private(set) var undated = 0
  private var key: Key?

  private struct Key: Equatable, Sendable {
    var generation: Int
    var columns: Int
    var actors: [ActorID]
  }

  /// Columns of a timeline that hold names.
  static let labelColumns = 20

  /// Works out the stretches and counts, where anything has changed. O(found).
  mutating func update(_ corpus: Corpus, _ results: Results, _ actors: [ActorID], columns: Int) {
    let key = Key(generation: results.generation, columns: columns, actors: actors)
    guard key != self.key else { return }
    self.key = key
    let all = DateCounts(of: results.matching, in: corpus)
    undated = all.undated
    let periods = Periods(of: all, columns: columns)
    let counts = periods.counts(of: all)
    buckets = periods.edges.indices.dropLast().map {
      Bucket(
        first: periods.edges[$0], end: periods.edges[$0 + 1], count: counts[$0],
        isLongAgo: $0 == 0 && periods.beginsLongAgo)
    }
    let lists = corpus.links.quotationsBySpeaker
    rows = actors.map { actor in
      let said = actor.index < lists.count ? lists[actor.index] : []
      let found = DateCounts(of: said, in: results.matching, of: corpus)
      return Row(name: corpus[actor].name, counts: periods.counts(of: found))
    }
  }

  /// Columns that each stretch takes of those there are for bars.
  func cellWidth(of columns: Int) -> Int {
    max(1, (columns - Timeline.labelColumns - 2) / max(1, buckets.count))
  }

  /// A span of time cut into days, months or years, as many as there is room for.
  struct Periods {
    /// Sort keys at which stretches begin, and the end of the last.
    private(set) var edges: [Int32]
    /// Whether the first stretch is longer than the others, for it holds the few that lie long before these.
    private(set) var beginsLongAgo = false
    /// One in so many may lie long ago.
    private static let fewest = 50

    var count: Int { max(0, edges.count - 1) }

    /// The finest stretches that fit; where a few dates long ago would make them years, these have one of their own.
    /// O(days + columns).
    init(of dates: DateCounts, columns: Int) {
      let keys = dates.dates
      self.init(of: keys, columns: columns)
      guard let first = keys.first, let step = edges.dropFirst().first, step - edges[0] >= 512 else { return }
      var left = keys.isEmpty ? 0 : dates.total / Periods.fewest
      let late = keys.drop { key in
        left -= dates.count(on: key)
        return left >= 0
      }
      let finer = Periods(of: Array(late), columns: columns - 1)
      guard let start = finer.edges.first, let next = finer.edges.dropFirst().first, start > first,
        next - start < 512
      else { return }
      edges = [first / 512 * 512] + finer.edges
      beginsLongAgo = true
    }

    /// The finest stretches that fit. O(dates + columns).
    init(of keys: [Int32], columns: Int) {
      guard let first = keys.lazy.filter({ $0 >= 512 }).min(), let last = keys.max(), columns > 0 else {
        edges = []
        return
      }
      let days = Periods.day(last) - Periods.day(first)
      if days < columns, first % 32 > 0 {
        edges = (0...(days + 1)).map { Periods.key(day: Periods.day(first) + $0) }
      } else if Periods.months(first, last) < columns {
        let start = Periods.month(first)
        edges = (0...(Periods.months(first, last) + 1)).map { Periods.key(month: start + $0) }
      } else {
        let span = Int(last / 512 - first / 512) + 1
        let step = max(1, (span + columns - 1) / columns)
        edges = stride(from: Int(first / 512), through: Int(last / 512) + step, by: step).map {
          Int32($0 * 512)
        }
      }
    }

    /// The stretch a date lies in; a date without a month counts as its first. O(log stretches).
    func place(of key: Int32) -> Int? {
      guard let first = edges.first, let last = edges.last, key >= first / 512 * 512, key < last else {
        return nil
      }
      var (low, high) = (0, edges.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if edges[middle] <= key { low = middle } else { high = middle }
      }
      return low
    }

    func counts(of keys: [Int32]) -> [Int] {
      var counts = [Int](repeating: 0, count: count)
      for key in keys { if let place = place(of: key) { counts[place] += 1 } }
      return counts
    }

    func counts(of dates: DateCounts) -> [Int] {
      var counts = [Int](repeating: 0, count: count)
      dates.forEach { key, number in if let place = place(of: key) { counts[place] += number } }
      return counts
    }

    private static func month(_ key: Int32) -> Int { Int(key / 512) * 12 + max(0, Int(key / 32 % 16) - 1) }
    private static func months(_ first: Int32, _ last: Int32) -> Int { month(last) - month(first) }
    private static func key(month: Int) -> Int32 { Int32(month / 12 * 512 + (month % 12 + 1) * 32) }

    /// Days in months of 31, which keeps their order and is exact enough to say how many fit.
    private static func day(_ key: Int32) -> Int { month(key) * 31 + max(0, Int(key % 32) - 1) }
    private static func key(day: Int) -> Int32 { key(month: day / 31) + Int32(day % 31) + 1 }
  }
}

extension PartialDate {
  /// The same start with no more parts than it takes: January is the year, which dates without a month are
  /// behind as well.
  fileprivate var asStart: PartialDate {
    if let day, day > 1 { return self }
    return PartialDate(year: year, month: month == 1 ? nil : month)
  }
}

extension BrowserState {
  /// The actors that have a line of their own: those of the filter, else those who speak most.
  private var timelineActors: [ActorID] {
    let asked = query.clauses.flatMap { clause -> [ActorID] in
      guard case .speaker(let name) = clause.test, !clause.isExcluded else { return [] }
      return corpus.actors(named: name)
    }
    let loudest = results.facets.actors.greatest(6).map { ActorID($0) }
    return Array((asked + loudest.filter { !asked.contains($0) }).prefix(6))
  }

  mutating func settleTimeline(_ layout: Layout) {
    guard let place = layout.place(.timeline) else { return }
    let columns = max(0, place.inside.columns - Timeline.labelColumns - 2)
    let rows = max(0, place.inside.rows - 2)
    let before = timeline.buckets
    timeline.update(corpus, results, Array(timelineActors.prefix(rows)), columns: columns)
    if before != timeline.buckets { positions[.timeline] = ListPosition(cursor: timeline.buckets.count - 1) }
  }

  /// The stretch of time under the cursor as a filter.
  var timelineClauses: [Query.Clause] {
    guard let bucket = timeline.buckets.element(at: cursor(.timeline)),
      let first = PartialDate(sortKey: bucket.first), let end = PartialDate(sortKey: bucket.end)
    else { return [] }
    return [Query.Clause(.after(first.asStart)), Query.Clause(.before(end.asStart))]
  }
}
