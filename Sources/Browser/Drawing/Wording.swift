import QuoteModel
import Screen

/// Dates, numbers and names as the screen words them.
enum Wording {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `11 Oct 2024`, `Oct 2024`, `2024`, `11 Oct`.
  static func date(_ date: PartialDate) -> String {
    var parts: [String] = []
    if let day = date.day { parts.append(day < 10 ? "0\(day)" : "\(day)") }
    if let month = date.month, let name = months.element(at: month - 1) { parts.append(name) }
    if let year = date.year { parts.append("\(year)") }
    return parts.joined(separator: " ")
  }

  /// A date in six columns: `11 Oct` in the latest year, else the year alone.
  static func shortDate(_ date: PartialDate, latestYear: Int?) -> String {
    if let year = date.year, year != latestYear || date.month == nil { return "\(year)" }
    return Wording.date(PartialDate(month: date.month, day: date.day))
  }

  /// `1.00` or ` .94`.
  static func confidence(_ value: Float) -> String {
    let hundredths = Int(max(0, min(1, value)) * 100 + 0.5)
    return hundredths == 100 ? "1.00" : " ." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
  }

  /// `13%`, ` 4%`, `<1%`.
  static func share(_ count: Int, of total: Int) -> String {
    let hundredths = (count * 100 + total / 2) / max(1, total)
    return hundredths == 0 ? "<1%" : (hundredths < 10 ? " " : "") + "\(hundredths)%"
  }

  /// `3,870`.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value))
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out
  }

  /// `1 article`, `412 articles`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// `improving 37%`, and from a minute on how long it will take: `improving 3%, 42 min`, `improving 0%, 7 h`.
  static func improvement(_ state: BrowserState.Improvement) -> String {
    let text = "improving \(state.total > 0 ? state.done * 100 / state.total : 100)%"
    guard let seconds = state.secondsLeft, seconds >= 60 else { return text }
    return text + (seconds < 5400 ? ", \((seconds + 30) / 60) min" : ", \(number((seconds + 1800) / 3600)) h")
  }

  /// The last word of a person's name, the whole name of anybody else: `a spokesman (Harbor Board)` has none.
  static func shortName(_ actor: Actor) -> String {
    guard actor.kind == .person || actor.kind == .unknown, actor.isNamed,
      let last = actor.name.split(separator: " ").last
    else { return actor.name }
    return String(last)
  }
}

extension StringProtocol {
  /// How many columns it takes once made safe.
  var columns: Int {
    Sanitizing.characters(self).reduce(0) { $0 + TextWidth.columns(of: $1) }
  }

  /// As much as fits into `limit` columns, with `…` where something is missing. O(limit) and what is behind.
  func clipped(to limit: Int) -> String {
    var (out, width) = ("", 0)
    var fitting = (text: "", width: 0)
    // A column holds at most a handful of scalars; what lies far behind the limit cannot show.
    for character in Sanitizing.characters(prefix(4 * Swift.max(0, limit) + 8)) {
      let next = TextWidth.columns(of: character)
      if width + next > limit {
        return limit < 1 ? "" : fitting.text + "…"
      }
      out.append(character)
      width += next
      if width < limit { fitting = (out, width) }
    }
    return out
  }
}
