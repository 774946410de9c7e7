import QuoteModel

extension PartialDate {
  /// A date as articles print it: `2024-10-12`, also with a time behind it, `12 October 2024`,
  /// `Saturday, Oct. 12, 2024`; `nil` where the text holds no day, month and year. O(text).
  public init?(printed text: some StringProtocol) {
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
      let end = start + 10
      let isApart =
        (start == 0 || !isDigit(bytes[start - 1])) && (end == bytes.count || !isDigit(bytes[end]))
      let fits = (start..<end).allSatisfy {
        [4, 7].contains($0 - start) ? bytes[$0] == UInt8(ascii: "-") : isDigit(bytes[$0])
      }
      guard isApart, fits, let date = PartialDate(String(decoding: bytes[start..<end], as: UTF8.self))
      else { return nil }
      return (date, start..<end)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// `12`, `12th`.
  private static func day(_ word: some StringProtocol) -> Int? {
    let digits = word.utf8.prefix(while: isDigit)
    let suffix = String(word.utf8.dropFirst(digits.count).map { Character(Unicode.Scalar($0)) })
    guard ["", "st", "nd", "rd", "th"].contains(suffix) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static func month(_ word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
