import QuoteModel

extension PartialDate {
  /// A date as articles print it: `2024-10-12`, also with a time behind it, `12 October 2024`,
  /// `Saturday, Oct. 12, 2024`; `nil` where the text holds no day, month and year. O(text).
  public init?(printed text: some StringProtocol) {
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    if let date = Self.isoDates(in: text).first {
      self = date.value
      return
    }
    let words = text.split { !($0.isLetter || $0.isNumber) }
    for (index, word) in words.enumerated() {
      guard let month = Self.month(word) else { continue }
      let before = index > 0 ? Self.day(words[index - 1]) : nil
      let after = index + 1 < words.count ? Self.day(words[index + 1]) : nil
      let yearIndex = before == nil ? index + 2 : index + 1
      guard let day = before ?? after, yearIndex < words.count, words[yearIndex].utf8.count == 4,
        let year = Int(words[yearIndex]), year > 1000
      else { continue }
      self.init(year: year, month: month, day: day)
      return
    }
    return nil
  }

  /// Every `YYYY-MM-DD` in a text that stands apart from other digits, and where.
  static func isoDates(in text: some StringProtocol) -> [(value: PartialDate, range: Range<Int>)] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return [] }
    return (0...bytes.count - 10).compactMap { start in
      guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-") else { return nil }
      let end = start + 10
      let isApart =
        (start == 0 || !bytes[start - 1].isDigit) && (end == bytes.count || !bytes[end].isDigit)
      let fits = (start..<end).allSatisfy { $0 - start == 4 || $0 - start == 7 || bytes[$0].isDigit }
      guard isApart, fits else { return nil }
      func number(_ from: Int, _ count: Int) -> Int {
        bytes[start + from..<start + from + count].reduce(0) { $0 * 10 + Int($1 & 15) }
      }
      let date = PartialDate(year: number(0, 4), month: number(5, 2), day: number(8, 2))
      guard 1...12 ~= number(5, 2), 1...31 ~= number(8, 2) else { return nil }
      return (date, start..<end)
    }
  }

  /// `12`, `12th`.
  private static func day(_ word: some StringProtocol) -> Int? {
    let digits = word.utf8.prefix(while: \.isDigit)
    let suffix = String(word.utf8.dropFirst(digits.count).map { Character(Unicode.Scalar($0)) })
    guard ["", "st", "nd", "rd", "th"].contains(suffix) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static func month(_ word: some StringProtocol) -> Int? {
    guard 3...9 ~= word.utf8.count, word.utf8.allSatisfy(\.isLetter) else { return nil }
    let word = word.lowercased()
    return months.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
