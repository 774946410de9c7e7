import QuoteModel

/// When something was said, from the words around the cue and the article's date. O(sentence).
struct Times {
  private static let months: [UInt32: Int] = {
    var out: [UInt32: Int] = [:]
    let names = [
      "january jan.", "february feb.", "march", "april apr.", "may", "june", "july", "august aug.",
      "september sept. sep.", "october oct.", "november nov.", "december dec.",
    ]
    for (row, forms) in names.enumerated() {
      for form in forms.split(separator: " ") { out[WordHash.lowercased(form)] = row + 1 }
    }
    return out
  }()
  private static let weekdays: [UInt32: Int] = {
    var out: [UInt32: Int] = [:]
    for (row, name) in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
      .enumerated()
    {
      out[WordHash.lowercased(name)] = row
    }
    return out
  }()
  private static let last = WordHash.lowercased("last")
  private static let year = WordHash.lowercased("year")
  private static let yesterday = WordHash.lowercased("yesterday")
  private static let today = WordHash.lowercased("today")
  private static let inWord = WordHash.lowercased("in")

  /// The time the tokens of `scope` outside `content` give, or the article's date.
  static func time(_ words: Words, _ scope: Range<Int>, outside content: [Range<Int>], article: PartialDate?)
    -> Quotation.Time?
  {
    for at in scope where !content.contains(where: { $0.contains(at) }) {
      if let stated = stated(words, at, scope, article).flatMap({ past($0, article) }) {
        return Quotation.Time(stated, isStated: true)
      }
    }
    return article.map { Quotation.Time($0, isStated: false) }
  }

  /// Nothing was said after the article was written: such a day is another's. `on Dec. 20` in an article of January
  /// is that of the year before.
  private static func past(_ stated: PartialDate, _ article: PartialDate?) -> PartialDate? {
    guard let article, let year = article.year, stated.year == year, let month = article.month,
      let day = article.day, let other = stated.month
    else { return stated }
    let ahead = (other - month) * 31 + (stated.day ?? 1) - day
    if ahead <= 0 { return stated }
    return ahead > 200 ? PartialDate(year: year - 1, month: other, day: stated.day) : nil
  }

  private static func stated(_ words: Words, _ at: Int, _ scope: Range<Int>, _ article: PartialDate?)
    -> PartialDate?
  {
    let form = words.lower[at]
    func number(_ i: Int) -> Int? { scope.contains(i) ? Int(words.text(i)) : nil }
    if let month = months[form], words.isCapital(at) {
      let after = number(at + 1), before = number(at - 1)
      let isYear = after.map { $0 > 31 } ?? false
      let day = isYear ? before : after ?? before
      let comma = scope.contains(at + 2) && words.form(at + 2) == Form.comma
      let year = isYear ? after : comma ? number(at + 3) : number(at + 2)
      guard day.map({ (1...31).contains($0) }) ?? true, day != nil || isYear else { return nil }
      let stated = year.flatMap { (1900...2100).contains($0) ? $0 : nil }
      return PartialDate(year: stated ?? article?.year, month: month, day: day)
    }
    if form == inWord, let year = number(at + 1), (1900...2100).contains(year) {
      return PartialDate(year: year)
    }
    guard let article, let year = article.year else { return nil }
    if form == last, scope.contains(at + 1), words.lower[at + 1] == Self.year {
      return PartialDate(year: year - 1)
    }
    guard let month = article.month, let day = article.day else { return nil }
    if form == today { return article }
    let days = DayNumber(year: year, month: month, day: day)
    if form == yesterday { return DayNumber(days.value - 1).date }
    if let weekday = weekdays[form], words.isCapital(at) {
      return DayNumber(days.value - (days.weekday - weekday + 7) % 7).date
    }
    return nil
  }
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
