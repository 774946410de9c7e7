import QuoteModel

/// A time that a text states, resolved against the article's date: `on October 11`, `two weeks ago`, `last spring`.
struct TimeExpression {
  /// Its tokens, without the preposition before them.
  var tokens: Range<Int>
  /// As much of the date as it gives.
  var date: PartialDate
  /// Whether it gives just that date: `last week` and `in the spring` are some day or month near it.
  var isExact = true
}

/// Finds the time expressions of a text. What lies ahead of the article is none: nothing was said then.
struct TimeExpressions {
  let words: Words
  let article: PartialDate?
  private let today: DayNumber?

  init(_ words: Words, article: PartialDate?) {
    (self.words, self.article) = (words, article)
    today = article.flatMap { date in
      guard let year = date.year, let month = date.month, let day = date.day else { return nil }
      return DayNumber(year: year, month: month, day: day)
    }
  }

  /// The expressions in a scope, in text order. O(scope).
  func find(in scope: Range<Int>) -> [TimeExpression] {
    var out: [TimeExpression] = []
    var at = scope.lowerBound
    while at < scope.upperBound {
      if let found = expression(at, scope) {
        out.append(found)
        at = max(at, found.tokens.upperBound - 1)
      }
      at += 1
    }
    return out
  }

  private func expression(_ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    guard let term = TimeTerms.of(words.lower[at]) else {
      return number(at) == nil ? nil : year(at, scope) ?? ago(at, scope) ?? ordinal(at, scope)
    }
    switch term {
    case .month(let month): return words.isCapital(at) ? self.month(month, at, scope) : nil
    case .weekday(let weekday): return words.isCapital(at) ? self.weekday(weekday, at, scope) : nil
    case .season(let month): return season(month, at, scope)
    case .last, .this: return relative(at, scope)
    case .today: return today.map { TimeExpression(tokens: at..<at + 1, date: $0.date) }
    case .yesterday: return day(-1, at..<(self.term(at + 1, scope) == .dayPart ? at + 2 : at + 1))
    case .number: return ago(at, scope)
    case .weekend: return before(at, scope) == .the ? weekend(at..<at + 1) : nil
    case .unit, .the, .dayPart, .ago, .next: return nil
    }
  }

  // MARK: Words around

  private func term(_ at: Int, _ scope: Range<Int>) -> TimeTerms.Term? {
    scope.contains(at) ? TimeTerms.of(words.lower[at]) : nil
  }

  private func before(_ at: Int, _ scope: Range<Int>) -> TimeTerms.Term? { term(at - 1, scope) }

  private func isOne(of forms: Set<UInt32>, _ at: Int, _ scope: Range<Int>) -> Bool {
    scope.contains(at) && forms.contains(words.lower[at])
  }

  /// A number in figures, `11th` too; not one with a comma or a point in it.
  private func number(_ at: Int) -> Int? {
    guard ByteKind.isDigit(words.bytes[words.ranges[at].lower]) else { return nil }
    let text = words.text(at)
    if let plain = Int(text) { return plain }
    guard ["st", "nd", "rd", "th"].contains(where: text.hasSuffix) else { return nil }
    return Int(text.dropLast(2)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private func number(_ at: Int, _ scope: Range<Int>) -> Int? { scope.contains(at) ? number(at) : nil }

  private func isYear(_ number: Int?) -> Bool { number.map { (1900...2100).contains($0) } ?? false }

  // MARK: Days

  private func day(_ offset: Int, _ tokens: Range<Int>, isExact: Bool = true) -> TimeExpression? {
    today.map {
      TimeExpression(tokens: tokens, date: DayNumber($0.value + offset).date, isExact: isExact)
    }
  }

  private static let names = Form.set("super black good ash cyber easter holy")

  /// `Tuesday`, `last Tuesday`, `Tuesday night`: the last one up to the article's day.
  private func weekday(_ weekday: Int, _ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    if before(at, scope) == .next || isOne(of: Self.names, at - 1, scope) { return nil }
    let next = scope.contains(at + 1) && words.form(at + 1) == Form.comma ? at + 2 : at + 1
    // `Tuesday, Oct. 6`: the date says more.
    if case .month? = term(next, scope) { return nil }
    guard let today else { return nil }
    var back = (today.weekday - weekday + 7) % 7
    let isLast = before(at, scope) == .last
    if isLast, back == 0 { back = 7 }
    var end = at + 1
    if case .dayPart? = term(end, scope) { end += 1 }
    return day(-back, (isLast ? at - 1 : at)..<end)
  }

  /// The Saturday of the last weekend.
  private func weekend(_ tokens: Range<Int>) -> TimeExpression? {
    guard let today else { return nil }
    let back = (today.weekday - 5 + 7) % 7
    return day(-back, tokens, isExact: false)
  }

  private static let on = Form.set("on")

  /// `on the 11th`.
  private func ordinal(_ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    guard let day = number(at), Int(words.text(at)) == nil, before(at, scope) == .the,
      isOne(of: Self.on, at - 2, scope), let article, let year = article.year, let month = article.month,
      let last = article.day, case let next = term(at + 1, scope), next == nil
    else { return nil }
    if scope.contains(at + 1), words.tags[at + 1].isNoun || words.form(at + 1) == TimeTerms.of { return nil }
    let (y, m) = day <= last ? (year, month) : month == 1 ? (year - 1, 12) : (year, month - 1)
    return TimeExpression(tokens: at - 1..<at + 1, date: PartialDate(year: y, month: m, day: day))
  }

  // MARK: Months and years

  private static let monthLeads = Form.set("in during early late mid earlier of")

  /// `October 11`, `11 October 2024`, `October 2024`, `in October`.
  private func month(_ month: Int, _ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    let after = number(at + 1, scope)
    let isYearNext = isYear(after)
    let isOf = isOne(of: [TimeTerms.of], at - 1, scope)
    let beforeAt = isOf ? at - 2 : at - 1
    let before = number(beforeAt, scope).flatMap { (1...31).contains($0) ? $0 : nil }
    var (start, end) = (at, at + 1)
    var day: Int?
    if let after, (1...31).contains(after), scope.contains(at + 1) {
      (day, end) = (after, at + 2)
    } else if let before {
      (day, start) = (before, beforeAt)
    }
    var year: Int?
    let comma = scope.contains(end) && words.form(end) == Form.comma ? 1 : 0
    if isYearNext {
      (year, end) = (after, at + 2)
    } else if day != nil, let stated = number(end + comma, scope), isYear(stated) {
      (year, end) = (stated, end + comma + 1)
    }
    if day == nil, year == nil {
      let isLast = term(at - 1, scope) == .last
      guard isLast || isOne(of: Self.monthLeads, at - 1, scope) || term(at - 1, scope) == .this else {
        return nil
      }
      guard let article, let written = article.year else { return nil }
      if isLast { start = at - 1 }
      let isAhead = article.month.map { month > $0 || isLast && month == $0 } ?? false
      year = isAhead ? written - 1 : written
      return TimeExpression(tokens: start..<end, date: PartialDate(year: year, month: month))
    }
    let date = PartialDate(year: year ?? article?.year, month: month, day: day)
    return past(date, isYearStated: year != nil).map { TimeExpression(tokens: start..<end, date: $0) }
  }

  /// A day ahead of the article's is that of the year before, if it is far ahead: `on Dec. 20` in January.
  private func past(_ stated: PartialDate, isYearStated: Bool) -> PartialDate? {
    guard let article, let year = article.year, let written = stated.year, let month = stated.month else {
      return stated
    }
    if written > year { return nil }
    guard written == year, let now = article.month else { return stated }
    let ahead = (month - now) * 31 + (stated.day ?? 1) - (article.day ?? 31)
    if ahead <= 0 { return stated }
    return ahead > 60 && !isYearStated ? PartialDate(year: year - 1, month: month, day: stated.day) : nil
  }

  private static let yearLeads = Form.set("in during early late mid")

  /// `in 2012`, `in early 2012`.
  private func year(_ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    guard let year = number(at), isYear(year), words.ranges[at].count == 4 else { return nil }
    guard isOne(of: Self.yearLeads, at - 1, scope) else { return nil }
    if let written = article?.year, year > written { return nil }
    if scope.contains(at + 1), words.tags[at + 1].isNoun, words.isLowercase(at + 1) { return nil }
    return TimeExpression(tokens: at..<at + 1, date: PartialDate(year: year))
  }

  /// `last spring`, `in the spring of 2015`, `this spring`: the middle month of it.
  private func season(_ month: Int, _ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    let isOf = isOne(of: [TimeTerms.of], at + 1, scope)
    if let year = number(isOf ? at + 2 : at + 1, scope), isYear(year) {
      let date = PartialDate(year: year, month: month)
      let tokens = at..<(isOf ? at + 3 : at + 2)
      return past(date, isYearStated: true).map {
        TimeExpression(tokens: tokens, date: $0, isExact: false)
      }
    }
    let lead = before(at, scope)
    guard lead == .last || lead == .this || lead == .the || isOne(of: Self.yearLeads, at - 1, scope),
      let article, let year = article.year, let now = article.month
    else { return nil }
    // A season has begun a month before its middle; `last spring` in spring is that of the year before.
    let isNow = (month - 1...month + 1).contains(now)
    let isAhead = month - 1 > now || lead == .last && isNow
    if lead == .this, isAhead { return nil }
    let start = lead == .last || lead == .this || lead == .the ? at - 1 : at
    return TimeExpression(
      tokens: start..<at + 1, date: PartialDate(year: isAhead ? year - 1 : year, month: month), isExact: false
    )
  }

  // MARK: Counted from the article's date

  /// `last year`, `this month`, `earlier this week`, `this morning`, `last night`, `last weekend`.
  private func relative(_ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    let isLast = TimeTerms.of(words.lower[at]) == .last
    let tokens = at..<at + 2
    switch term(at + 1, scope) {
    case .dayPart: return isLast ? day(-1, tokens) : day(0, tokens)
    case .weekend: return weekend(tokens)
    case .unit(let unit): return back(isLast ? 1 : 0, unit, tokens, isExact: unit != .week)
    default: return nil
    }
  }

  /// `two weeks ago`, `a few days ago`, `10 years ago`.
  private func ago(_ at: Int, _ scope: Range<Int>) -> TimeExpression? {
    var count: Int
    var isExact = true
    var next = at + 1
    if case .number(let known, let isRound)? = TimeTerms.of(words.lower[at]) {
      (count, isExact) = (known, !isRound)
    } else if let figures = number(at), figures < 1000 {
      count = figures
    } else {
      return nil
    }
    // `a few`, `a couple of`
    if case .number(let known, let isRound)? = term(next, scope) {
      (count, isExact, next) = (known, !isRound, next + 1)
    }
    if isOne(of: [TimeTerms.of], next, scope) { next += 1 }
    guard case .unit(let unit)? = term(next, scope), term(next + 1, scope) == .ago else { return nil }
    let isNear = unit == .day || unit == .year || count == 1 && unit == .month
    return back(count, unit, at..<next + 2, isExact: isExact && isNear)
  }

  /// So many days, weeks, months or years before the article.
  private func back(
    _ count: Int, _ unit: TimeTerms.Unit, _ tokens: Range<Int>, isExact: Bool
  ) -> TimeExpression? {
    guard let article, let year = article.year else { return nil }
    switch unit {
    case .hour: return day(0, tokens, isExact: false)
    case .day: return day(-count, tokens, isExact: isExact)
    case .week: return day(-7 * count, tokens, isExact: false)
    case .month:
      guard let month = article.month else { return nil }
      let months = year * 12 + month - 1 - count
      let date = PartialDate(year: months / 12, month: months % 12 + 1)
      return TimeExpression(tokens: tokens, date: date, isExact: isExact)
    case .year:
      return TimeExpression(tokens: tokens, date: PartialDate(year: year - count), isExact: isExact)
    case .decade:
      return TimeExpression(tokens: tokens, date: PartialDate(year: year - 10 * count), isExact: false)
    }
  }
}

/// The words that time expressions are made of.
enum TimeTerms {
  enum Unit { case hour, day, week, month, year, decade }
  enum Term: Equatable {
    // swift-format-ignore
    case month(Int), weekday(Int), season(Int), unit(Unit), number(Int, isRound: Bool)
    // swift-format-ignore
    case last, this, next, the, today, yesterday, dayPart, weekend, ago
  }

  static let of = WordHash.lowercased("of")

  static func of(_ form: UInt32) -> Term? { terms[form] }

  private static let terms: [UInt32: Term] = {
    var out: [UInt32: Term] = [:]
    func add(_ forms: String, _ term: Term) {
      for form in forms.split(separator: " ") { out[WordHash.lowercased(form)] = term }
    }
    let months = [
      "january jan. jan", "february feb. feb", "march mar.", "april apr.", "may", "june", "july",
      "august aug. aug", "september sept. sep. sept", "october oct. oct", "november nov. nov",
      "december dec. dec",
    ]
    for (row, forms) in months.enumerated() { add(forms, .month(row + 1)) }
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    for (row, form) in weekdays.enumerated() { add(form, .weekday(row)) }
    for (form, middle) in [("winter", 1), ("spring", 4), ("summer", 7), ("autumn fall", 10)] {
      add(form, .season(middle))
    }
    let units: [(String, Unit)] = [
      ("hour hours minute minutes", .hour), ("day days", .day), ("week weeks", .week),
      ("month months", .month), ("year years", .year), ("decade decades", .decade),
    ]
    for (forms, unit) in units { add(forms, .unit(unit)) }
    let numbers = ["a an one", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    for (row, forms) in numbers.enumerated() { add(forms, .number(row + 1, isRound: false)) }
    add("eleven", .number(11, isRound: false))
    add("twelve", .number(12, isRound: false))
    add("couple", .number(2, isRound: true))
    add("few", .number(3, isRound: true))
    add("several", .number(4, isRound: true))
    add("last", .last)
    add("this", .this)
    add("next coming", .next)
    add("the", .the)
    add("today tonight", .today)
    add("yesterday", .yesterday)
    add("morning afternoon evening night noon", .dayPart)
    add("weekend", .weekend)
    add("ago", .ago)
    return out
  }()
}

/// Days since 1 January 1970 in the Gregorian calendar (Hinnant's civil-day arithmetic).
struct DayNumber {
  let value: Int
  init(_ value: Int) { self.value = value }

  init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yoe = y - era * 400
    let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    value = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
  }

  /// 0 for Monday.
  var weekday: Int { ((value + 3) % 7 + 7) % 7 }

  var date: PartialDate {
    let z = value + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return PartialDate(
      year: yoe + era * 400 + (month <= 2 ? 1 : 0), month: month, day: doy - (153 * mp + 2) / 5 + 1)
  }
}
