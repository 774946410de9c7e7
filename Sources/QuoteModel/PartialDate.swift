/// A day, a month, a year, or a day of an unknown year: as much of a date as a text gives.
public struct PartialDate: Hashable, Sendable {
  /// The year, if known.
  public var year: Int?
  /// The month, 1...12, if known.
  public var month: Int?
  /// The day of the month, 1...31, if known.
  public var day: Int?

  /// A date of the parts given.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-10-11`, `2024-10`, `2024` or `--10-11`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let yearless = text.hasPrefix("--")
    let fields = (yearless ? text.dropFirst(2) : text[...]).split(
      separator: "-", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard numbers.count == fields.count, !numbers.isEmpty, numbers.count <= (yearless ? 2 : 3) else {
      return nil
    }
    if !yearless, fields[0].utf8.count != 4 { return nil }
    let rest = yearless ? numbers[...] : numbers.dropFirst()
    self.init(year: yearless ? nil : numbers[0], month: rest.first, day: rest.dropFirst().first)
    guard month.map({ (1...12).contains($0) }) ?? true, day.map({ (1...31).contains($0) }) ?? true else {
      return nil
    }
  }

  /// `2024-10-11`, `2024-10`, `2024` or, without a year, `--10-11` (ISO 8601).
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    // Four figures at least: what reads it knows a year by them.
    func four(_ n: Int) -> String { String(repeating: "0", count: max(0, 4 - "\(n)".utf8.count)) + "\(n)" }
    var out = year.map(four) ?? "-"
    if let month { out += "-" + two(month) }
    if let day { out += "-" + two(day) }
    return out
  }

  /// A number that orders dates; what is unknown counts as its earliest, a missing year as year 0.
  public var sortKey: Int32 { Int32((year ?? 0) * 512 + (month ?? 0) * 32 + (day ?? 0)) }

  /// The least `sortKey` of a date whose year is known.
  static let firstYear: Int32 = 512

  /// What the `sortKey` of no date reaches that a text or a reckoning from one gives.
  static let keyLimit: Int32 = 20_000 * 512

  /// The date that a `sortKey` stands for; `nil` for 0, which stands for no date.
  public init?(sortKey: Int32) {
    guard sortKey > 0 else { return nil }
    let (year, month, day) = (Int(sortKey) / 512, Int(sortKey) / 32 % 16, Int(sortKey) % 32)
    self.init(year: year == 0 ? nil : year, month: 1...12 ~= month ? month : nil, day: day == 0 ? nil : day)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
